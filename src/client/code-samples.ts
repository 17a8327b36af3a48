/** A button beside a code sample or a line of a log that copies it. Loaded when the first one is seen. */
import { copyText } from './clipboard.ts';
import { element } from './dom.ts';
import { textOf } from './page-actions.ts';
import { loadPageWords } from './words.ts';

/** @param sample what is copied; its label, or the term before it, names the button */
export async function mountCopyButton(sample: HTMLElement): Promise<void> {
  const words = await loadPageWords();
  const name =
    sample.getAttribute('aria-label') ??
    textOf(sample.closest('dd, div')?.previousElementSibling ?? null);
  const button = element(
    'button',
    { type: 'button', 'aria-label': words.copyOf(name) },
    words.copy,
  );
  const status = element('span', { role: 'status', class: 'sr-only' });
  button.addEventListener('click', () => {
    void copyText(sample.textContent.trim()).then((done) => {
      status.textContent = done ? words.copied : words.notCopied;
      button.textContent = done ? words.copiedShort : words.copy;
    });
  });
  (sample.closest('pre') ?? sample).after(button, status);
}
