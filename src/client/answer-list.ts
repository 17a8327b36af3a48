/** Shows an answer of the resolver in the place that `AnswerList.astro` made for it. */
import type { AnswerView, OptionView } from '../site/answer-view.ts';
import { element, find } from './dom.ts';
import { pageHref } from './page-language.ts';

/** Replaces what stood there; an answer without anything to say hides the place. */
export function showAnswer(root: ParentNode, view: AnswerView): void {
  const section = find(root, 'section.answer', HTMLElement);
  find(section, '.notes', HTMLElement).replaceChildren(
    ...view.notes.map((note) => element('p', {}, note)),
  );
  find(section, 'ul', HTMLElement).replaceChildren(
    ...view.exact.map((option) => itemNode(option)),
    ...view.beside.map((option) => itemNode(option)),
  );
  section.hidden = view.notes.length + view.exact.length + view.beside.length === 0;
}

const itemNode = ({ path, origin, label, detail }: OptionView): HTMLElement =>
  element('li', {}, `${origin}: `, element('a', { href: pageHref(path) }, label), `. ${detail}`);
