/** Examples that fill the box of the decoder beside them. */
import { find } from './dom.ts';

/** Every button of the list puts its text into the box, as if the reader had typed it. */
export function mountExamples(list: HTMLElement): void {
  const input = find(document, 'mgs-decode textarea', HTMLTextAreaElement);
  for (const button of list.querySelectorAll('button'))
    button.addEventListener('click', () => {
      input.value = button.dataset['text'] ?? '';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
}
