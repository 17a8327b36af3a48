/** Shows an answer of the resolver in the place that `AnswerList.astro` made for it. */
import type { AnswerView, OptionView } from '../site/answer-view.ts';
import type { Punctuation } from '../words/en/labels.ts';
import { element, find } from './dom.ts';
import { pageHref } from './page-language.ts';

/** Replaces what stood there; an answer without anything to say hides the place. */
export function showAnswer(root: ParentNode, view: AnswerView, marks: Punctuation): void {
  const section = find(root, 'section.answer', HTMLElement);
  find(section, '.notes', HTMLElement).replaceChildren(
    ...view.notes.map((note) => element('p', {}, note)),
  );
  find(section, 'ul', HTMLElement).replaceChildren(
    ...view.exact.map((option) => itemNode(option, marks)),
    ...view.beside.map((option) => itemNode(option, marks)),
  );
  section.hidden = view.notes.length + view.exact.length + view.beside.length === 0;
}

const itemNode = (
  { path, origin, label, detail }: OptionView,
  { colon, stop, gap }: Punctuation,
): HTMLElement =>
  element(
    'li',
    {},
    `${origin}${colon}`,
    element('a', { href: pageHref(path) }, label),
    `${stop}${gap}${detail}`,
  );
