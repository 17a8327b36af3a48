/** An answer of the resolver in words and links, the same in search, on the 404 page and elsewhere. */
import type { Answer } from '../domain/text/resolve.ts';
import type {
  IndexedBeside,
  IndexedMeaning,
  ResolverIndex,
} from '../domain/codes/resolver-index.ts';
import { isNumber } from '../domain/codes/code-id.ts';
import { views } from '../words/en/views.ts';
import { codePath, meaningPath } from './urls.ts';

export type OptionView = {
  readonly path: string;
  /** The family, or what else it is. */
  readonly origin: string;
  readonly label: string;
  readonly detail: string;
};

export type AnswerView = {
  /** Documented meanings that the text names: all of them, in family order. */
  readonly exact: readonly OptionView[];
  /** What is to be said where nothing is exact: "7099 is not documented", and what is known of it. */
  readonly notes: readonly string[];
  /** Pages that help where nothing is exact. */
  readonly beside: readonly OptionView[];
};

const NOTHING: AnswerView = { exact: [], notes: [], beside: [] };

/** Puts an answer into words. Texts are plain: whoever shows them must not read them as markup. */
export function answerView(index: ResolverIndex, answer: Answer): AnswerView {
  switch (answer.kind) {
    case 'nothing':
      return NOTHING;
    case 'meanings':
      return {
        ...NOTHING,
        exact: answer.ids.flatMap((id) => meaningOption(index, id, answer.number)),
      };
    case 'class':
      return { ...NOTHING, exact: classOptions(index, [answer.id]) };
    case 'undocumented':
      return undocumentedView(index, answer);
  }
}

function meaningOption(index: ResolverIndex, id: string, number?: string): OptionView[] {
  const meaning = index.meanings.find((other) => other.id === id);
  if (!meaning) return [];
  const { family, code, title, actor, retry, spans } = meaning;
  return [
    {
      // A bare HTTP number has a page of its own, which leads on to the row's.
      path: spans && number ? codePath(number) : meaningPath(id),
      origin: views.families[family].name,
      label: spans ? (number ? `${number}: ${title}` : title) : `${code} ${title}`,
      detail: `${views.facts.actor}: ${views.parties[actor]}. ${views.facts.retry}: ${views.retry[retry]}.`,
    },
  ];
}

function classOptions(index: ResolverIndex, ids: readonly string[]): OptionView[] {
  return index.classes
    .filter(({ id }) => ids.includes(id))
    .map(({ id, title }) => ({
      path: codePath(id),
      origin: 'Range',
      label: `${id}: ${title}`,
      detail: 'What holds for the whole range, and what to do with a number that is not listed.',
    }));
}

function undocumentedView(
  index: ResolverIndex,
  answer: Extract<Answer, { kind: 'undocumented' }>,
): AnswerView {
  const { number, classes, near, beside, elsewhere } = answer;
  const titles = index.classes
    .filter(({ id }) => classes.includes(id))
    .map(({ id, title }) => `${id} is ${lowerFirst(title)}.`);
  const status = isHttpStatus(number);
  return {
    exact: [],
    notes: [
      `${number} is not documented${beside.length > 0 ? ' here, but it is known elsewhere' : ''}.`,
      ...beside.map(besideNote),
      ...titles,
      ...(near.length > 0 ? [`Documented next to it: ${near.join(' and ')}.`] : []),
      ...(elsewhere.length > 0
        ? ['The number stands in another table, which the text around it rules out.']
        : []),
    ],
    beside: [
      ...(status
        ? [
            {
              path: codePath(number),
              origin: 'HTTP status',
              label: `${number} as an HTTP status`,
              detail: 'What the two HTTP rows of the Android table say of it.',
            },
          ]
        : []),
      ...classOptions(index, classes),
      ...near.flatMap((code) => pageOption(index, code)),
      ...elsewhere.flatMap((id) => meaningOption(index, id)),
    ],
  };
}

/** HTTP has three-digit statuses from 100 to 599. */
const isHttpStatus = (number: string): boolean => /^[1-5]\d\d$/.test(number);

const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]+ [a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

function besideNote({ originName, constant, text }: IndexedBeside): string {
  return `${originName}${constant ? ` ${constant}` : ''}: ${text.replaceAll('`', '')}`;
}

function pageOption(index: ResolverIndex, code: string): OptionView[] {
  const meanings = index.meanings.filter((meaning) => meaning.code === code);
  const [first] = meanings;
  if (!first || !isNumber(code)) return [];
  return [
    {
      path: codePath(code),
      origin: meanings.map(({ family }) => views.families[family].name).join(', '),
      label: `${code} ${meanings.map(({ title }: IndexedMeaning) => title).join(' / ')}`,
      detail: 'A documented neighbour, not your number.',
    },
  ];
}
