/** An answer of the resolver in words and links, the same in search, on the 404 page and elsewhere. */
import type { Answer } from '../domain/text/resolve.ts';
import type { Standing } from '../domain/codes/vocabulary.ts';
import type {
  IndexedBeside,
  IndexedMeaning,
  ResolverIndex,
} from '../domain/codes/resolver-index.ts';
import { isNumber } from '../domain/codes/code-id.ts';
import type { SearchWords } from '../words/en/search.ts';
import { retryLabel } from './retry-label.ts';
import { codePath, meaningPath } from './urls.ts';

export type OptionView = {
  readonly path: string;
  /** The meaning it leads to, where it is one. */
  readonly id?: string;
  readonly standing?: Standing;
  /** The family, and where only an SDK knows the number, that; or what else it is. */
  readonly origin: string;
  readonly label: string;
  readonly detail: string;
};

export type AnswerView = {
  /** Meanings that the text names, of whatever standing: all of them, the likeliest first. */
  readonly exact: readonly OptionView[];
  /** What is to be said where nothing is exact: "7099 is not documented", and what is known of it. */
  readonly notes: readonly string[];
  /** Pages that help where nothing is exact. */
  readonly beside: readonly OptionView[];
};

const NOTHING: AnswerView = { exact: [], notes: [], beside: [] };

/** Puts an answer into words. Texts are plain: whoever shows them must not read them as markup. */
export function answerView(index: ResolverIndex, answer: Answer, words: SearchWords): AnswerView {
  switch (answer.kind) {
    case 'nothing':
      return NOTHING;
    case 'meanings': {
      const { ids, via, number, also = [] } = answer;
      const options = ids.flatMap((id) => meaningOption(index, id, words, number));
      const isSdkOnly = options.every(({ standing }) => standing === 'undocumented');
      return {
        ...NOTHING,
        exact: options,
        notes: [
          ...(isSdkOnly && number !== undefined ? [words.sdkOnlyNote(number)] : []),
          ...(via === 'url-loading' ? [words.urlLoading] : []),
          ...(also.length > 0 ? [words.cannotTell(number ?? '')] : []),
          ...also.map((each) => besideNote(each, words)),
        ],
      };
    }
    case 'class':
      return { ...NOTHING, exact: classOptions(index, [answer.id], words) };
    case 'undocumented':
      return undocumentedView(index, answer, words);
  }
}

/** A meaning as an option; none where the index has no such meaning. */
export function meaningOption(
  index: ResolverIndex,
  id: string,
  words: SearchWords,
  number?: string,
): OptionView[] {
  const meaning = index.meanings.find((other) => other.id === id);
  if (!meaning) return [];
  const { family, code, title, standing, actor, retry, spans } = meaning;
  const { families, partiesInOrder } = words.labels;
  const origin = families[family];
  return [
    {
      // A bare HTTP number has a page of its own, which leads on to the row's.
      path: spans && number ? codePath(number) : meaningPath(id),
      id,
      standing,
      origin: standing === 'undocumented' ? words.sdkOnly(origin) : origin,
      label: spans
        ? number
          ? `${number}${words.punctuation.colon}${title}`
          : title
        : `${code} ${title}`,
      detail: words.facts(
        partiesInOrder(actor.first, actor.also),
        retryLabel(words.labels, family, retry),
      ),
    },
  ];
}

function classOptions(
  index: ResolverIndex,
  ids: readonly string[],
  words: SearchWords,
): OptionView[] {
  return index.classes
    .filter(({ id }) => ids.includes(id))
    .map(({ id, title }) => ({
      path: codePath(id),
      origin: words.kinds.range,
      label: words.range(id, title),
      detail: words.rangeText,
    }));
}

function undocumentedView(
  index: ResolverIndex,
  answer: Extract<Answer, { kind: 'undocumented' }>,
  words: SearchWords,
): AnswerView {
  const { number, classes, near, beside, elsewhere } = answer;
  const titles = index.classes
    .filter(({ id }) => classes.includes(id))
    .map(({ id, title }) => words.rangeIs(id, lowerFirst(title)));
  return {
    exact: [],
    notes: [
      words.undocumented(number, beside.length > 0),
      ...beside.map((each) => besideNote(each, words)),
      ...titles,
      ...(near.length > 0 ? [words.documentedNear(near)] : []),
      ...(elsewhere.length > 0 ? [words.ruledOut] : []),
    ],
    beside: [
      ...(isHttpStatus(number)
        ? [
            {
              path: codePath(number),
              origin: words.kinds.status,
              ...(beside.length > 0
                ? { label: words.numberLabel(number), detail: words.numberText }
                : { label: words.statusLabel(number), detail: words.statusText }),
            },
          ]
        : []),
      ...classOptions(index, classes, words),
      ...near.flatMap((code) => pageOption(index, code, words)),
      ...elsewhere.flatMap((id) => meaningOption(index, id, words)),
    ],
  };
}

/** HTTP has three-digit statuses from 100 to 599. */
const isHttpStatus = (number: string): boolean => /^[1-5]\d\d$/.test(number);

const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]+ [a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** What another system means by the number. */
export const besideNote = (
  { originName, constant, text }: IndexedBeside,
  words: SearchWords,
): string => words.beside(originName, constant, text.replaceAll('`', ''));

function pageOption(index: ResolverIndex, code: string, words: SearchWords): OptionView[] {
  const meanings = index.meanings.filter(
    (meaning) => meaning.code === code && meaning.standing === 'documented',
  );
  const [first] = meanings;
  if (!first || !isNumber(code)) return [];
  return [
    {
      path: codePath(code),
      origin: meanings
        .map(({ family }) => words.labels.families[family])
        .join(words.punctuation.comma),
      label: `${code} ${meanings.map(({ title }: IndexedMeaning) => title).join(' / ')}`,
      detail: words.neighbourText,
    },
  ];
}
