/** What the decoder shows, as nodes. Texts become text, never markup. */
import { inlineTokens } from '../domain/codes/inline-text.ts';
import type { AnswerView, OptionView } from '../site/answer-view.ts';
import type {
  EmptyReplyView,
  EntryView,
  ExcerptView,
  FindingView,
  MeaningView,
  NeighbourView,
} from '../site/finding-view.ts';
import { LINE } from '../site/code-length.ts';
import { guidePath } from '../site/urls.ts';
import type { DecodeWords } from '../words/en/decode.ts';
import { element } from './dom.ts';

/** Where a path of the site is found from the page that holds the box. */
export type Link = (path: string) => string;

/** Makes nodes in the words of a language. */
export function decodeNodes(words: DecodeWords, link: Link) {
  const { colon, stop, gap } = words.punctuation;

  const linkNodes = ({ path, origin, label }: OptionView) => [
    `${origin}${colon}`,
    element('a', { href: link(path) }, label),
  ];

  const optionNode = (option: OptionView, name: string) =>
    element('p', { class: name }, ...linkNodes(option), `${stop}${gap}${option.detail}`);

  const answerParts = ({ exact, notes, beside }: AnswerView): HTMLElement[] => [
    ...exact.map((option) => optionNode(option, 'title')),
    ...notes.map((note, index) => element('p', { class: index === 0 ? 'title' : 'note' }, note)),
    ...beside.map((option) => optionNode(option, 'beside')),
  ];

  const meaningParts = ({ option, firstStep }: MeaningView, name: string) => [
    element('p', { class: name }, ...linkNodes(option)),
    element('p', { class: 'note' }, option.detail),
    ...(firstStep === null
      ? []
      : [element('p', { class: 'step' }, words.firstStep, ...inlineNodes(firstStep))]),
  ];

  const reasonNode = ({ strength, reason }: Pick<FindingView, 'strength' | 'reason'>) =>
    element(
      'p',
      { class: 'reason' },
      element('strong', {}, strength),
      stop + gap,
      words.why,
      ...inlineNodes(reason),
    );

  function findingNode(view: FindingView): HTMLElement {
    const { meanings, answer, or, details } = view;
    return element(
      'li',
      {},
      ...(meanings.length > 0
        ? [
            ...meanings.flatMap((meaning) => meaningParts(meaning, 'title')),
            ...answer.notes.map((note) => element('p', { class: 'note' }, note)),
          ]
        : answerParts(answer)),
      ...or.map((text, index) =>
        element(
          'p',
          { class: index === 0 ? 'title' : 'note' },
          ...(index === 0 ? [words.or] : []),
          ...inlineNodes(text),
        ),
      ),
      ...placeParts(view),
      reasonNode(view),
      ...(details.length === 0
        ? []
        : [
            element(
              'dl',
              {},
              ...details.flatMap(({ label, value }) => [
                element('dt', {}, label),
                element('dd', {}, value),
              ]),
            ),
          ]),
    );
  }

  const neighbourNode = (view: NeighbourView): HTMLElement =>
    element(
      'li',
      { class: 'neighbour' },
      element('p', { class: 'title' }, view.heading),
      ...view.meanings.flatMap((meaning) => meaningParts(meaning, 'note')),
      ...view.known.map((text) => element('p', {}, ...inlineNodes(text))),
      ...(view.above === null
        ? []
        : [
            element(
              'p',
              {},
              words.above,
              element('a', { href: link(view.above.option.path) }, view.above.option.label),
              stop,
            ),
          ]),
      ...placeParts(view),
      reasonNode(view),
    );

  const emptyReplyNode = (view: EmptyReplyView): HTMLElement =>
    element(
      'li',
      { class: 'neighbour' },
      element('p', { class: 'title' }, view.title),
      element('p', {}, ...inlineNodes(view.text)),
      ...placeParts(view),
    );

  return {
    /** The answer to a single number or name. */
    answerNode: (view: AnswerView): HTMLElement => element('li', {}, ...answerParts(view)),

    /** An entry of the list of findings. */
    entryNode(entry: EntryView): HTMLElement {
      switch (entry.kind) {
        case 'finding':
          return findingNode(entry.view);
        case 'neighbour':
          return neighbourNode(entry.view);
        case 'empty-reply':
          return emptyReplyNode(entry.view);
      }
    },

    /** What is said of a text without anything that is known. */
    nothingFound(text: string): (Node | string)[] {
      const { digits, noDigits, marks, between, last, guide, guideName, end } = words.nothing;
      return [
        /\d/.test(text) ? digits : noDigits,
        ...marks.flatMap((mark, at) => [
          at === 0 ? '' : at === marks.length - 1 ? last : between,
          element('code', {}, mark),
        ]),
        guide,
        element('a', { href: link(guidePath('a-call-fails')) }, guideName),
        end,
      ];
    },
  };
}

const placeParts = ({ where, excerpt }: { where: string; excerpt: ExcerptView }): HTMLElement[] => [
  element('p', { class: 'where' }, where),
  element('pre', {}, excerpt.before, element('mark', {}, excerpt.found), excerpt.after),
];

const inlineNodes = (text: string): (Node | string)[] =>
  inlineTokens(text).map(({ kind, value }) =>
    kind === 'text'
      ? value
      : element(kind, kind === 'code' && value.length > LINE ? { class: 'long' } : {}, value),
  );
