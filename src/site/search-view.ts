/** What the first tier of search answers: numbers and names by the resolver, texts that users see, and words. */
import { foreignNameIn, resolve, resolveSentence, type Answer } from '../domain/text/resolve.ts';
import type { ResolverIndex } from '../domain/codes/resolver-index.ts';
import type { SearchWords } from '../words/en/search.ts';
import { answerView, meaningOption, type AnswerView, type OptionView } from './answer-view.ts';
import { isShownText, shownTextFinder } from './shown-texts.ts';
import { guidePath } from './urls.ts';
import type { WordEntry, WordIndex } from './word-index.ts';
import type { WordSearch } from './word-search.ts';

/**
 * `sdk-only`: exactly what the text names, but no official table lists it. `possible`: the text cannot tell
 * whether the number is ours or another system's.
 */
export type ResultKind =
  'exact' | 'sdk-only' | 'probable' | 'possible' | 'shown' | 'beside' | 'words';

export type ResultView = OptionView & {
  readonly kind: ResultKind;
  /** What happened, in one sentence; empty where the index does not have it. */
  readonly text: string;
};

export type SearchView = {
  readonly notes: readonly string[];
  /** In the order in which they are shown. */
  readonly results: readonly ResultView[];
  /** What Enter opens while nothing is chosen; null where it would be a guess. */
  readonly onEnter: ResultView | null;
  /** How many there are of what, for those who do not see the list. */
  readonly summary: string;
};

export type Search = (query: string) => SearchView;

const EMPTY: SearchView = { notes: [], results: [], onEnter: null, summary: '' };

/** What answers words; numbers and names are answered without it. */
export type WordTier = { readonly index: WordIndex; readonly find: WordSearch };

/** Prepares the search of an edition. */
export function createSearch(
  index: ResolverIndex,
  words: SearchWords,
  wordTier?: WordTier,
): Search {
  const simplify = wordTier ? simplifier(wordTier.index) : (text: string) => text;
  const findWords = wordTier?.find ?? (() => []);
  const findShown = shownTextFinder(index, wordTier?.index.shown ?? []);
  const entries = wordTier?.index.entries ?? [];
  const textOf = new Map(entries.map(({ id, page, text }) => [id ?? page?.path, text]));

  const resultOf = (option: OptionView, asked: ResultKind): ResultView => {
    const isSdkOnly = asked === 'exact' && option.standing === 'undocumented';
    const kind = isSdkOnly ? 'sdk-only' : asked;
    return {
      ...option,
      kind,
      origin: originOf(option.origin, kind, words),
      text: textOf.get(option.id ?? option.path) ?? '',
    };
  };
  const optionOf = ({ id, page, text }: WordEntry): OptionView[] =>
    id === undefined
      ? page
        ? [{ path: page.path, origin: words.kinds[page.kind], label: page.title, detail: '' }]
        : []
      : meaningOption(index, id, words).map((option) => ({ ...option, text }));

  return (typed) => {
    const query = simplify(typed.normalize('NFKC'));
    if (query.trim() === '') return EMPTY;
    const { answer, view, kind } = answered(index, query, words);
    const shown = findShown(query);
    const pagesAt = (paths: ReadonlySet<string>) =>
      entries.filter(({ page }) => page !== undefined && paths.has(page.path)).flatMap(optionOf);
    const foreign = answer.kind === 'nothing' ? foreignNameIn(query) : null;
    const isSame = foreign !== null || (answer.kind === 'meanings' && answer.also);
    const telling = isSame ? [guidePath('same-number')] : [];
    const found = findWords(foreign ?? systemOf(answer) ?? query).map(({ entry, isTitle }) => ({
      // A title as a whole, if misspelt, says more than a text that users see in a part of it.
      isFirst: isTitle && answer.kind === 'nothing',
      options: optionOf(entry).map((option) => resultOf(option, 'words')),
    }));
    const results = distinct([
      ...found.filter(({ isFirst }) => isFirst).flatMap(({ options }) => options),
      ...(kind === 'shown'
        ? []
        : documentedFirst(view.exact).map((option) => resultOf(option, kind))),
      ...pagesAt(shown.paths).map((option) => resultOf(option, 'shown')),
      ...(kind === 'shown' ? view.exact.map((option) => resultOf(option, kind)) : []),
      ...shown.ids
        .flatMap((id) => meaningOption(index, id, words))
        .map((option) => resultOf(option, 'shown')),
      ...[...view.beside, ...pagesAt(new Set(telling))].map((option) => resultOf(option, 'beside')),
      ...found.flatMap(({ options }) => options),
    ]);
    const notes = view.notes;
    return {
      notes,
      results,
      onEnter: onEnter(results, notes),
      summary: summaryOf(results, notes, words),
    };
  };
}

/** The exact answer, else the probable one. A text that is shown narrows and is no exact answer. */
function answered(
  index: ResolverIndex,
  query: string,
  words: SearchWords,
): { answer: Answer; view: AnswerView; kind: ResultKind } {
  const exact = resolve(index, query);
  const answer = exact.kind === 'nothing' ? resolveSentence(index, query) : exact;
  return { answer, view: answerView(index, answer, words), kind: kindOf(answer) };
}

/** The other system that a number belongs to: where the number has no page, its name has. */
function systemOf(answer: Answer): string | undefined {
  if (answer.kind !== 'undocumented') return undefined;
  const [system, ...others] = new Set(answer.beside.map(({ originName }) => originName));
  const isOnlyTheirs = answer.classes.length + answer.near.length === 0;
  return others.length === 0 && isOnlyTheirs ? system : undefined;
}

function kindOf(answer: Answer): ResultKind {
  if (answer.kind !== 'meanings') return 'exact';
  if (isShownText(answer.via)) return 'shown';
  if (answer.also) return 'possible';
  // A bare -1001 may come from anything that loads an address.
  return answer.via === 'sentence' || answer.via === 'url-loading' ? 'probable' : 'exact';
}

function originOf(origin: string, kind: ResultKind, words: SearchWords): string {
  if (kind === 'exact') return words.exact(origin);
  if (kind === 'probable') return words.probable(origin);
  if (kind === 'possible') return words.possible(origin);
  return kind === 'shown' && origin !== words.kinds.guide ? words.shown(origin) : origin;
}

/** Each place once, where it comes first. */
function distinct(results: readonly ResultView[]): ResultView[] {
  const paths = new Set<string>();
  return results.filter(({ path }) => !paths.has(path) && paths.add(path));
}

/** Enter opens a single answer, and where there is none, the first page with the words. It never picks one of several meanings. */
function onEnter(results: readonly ResultView[], notes: readonly string[]): ResultView | null {
  const [first] = results;
  if (!first || first.kind === 'beside' || first.kind === 'possible') return null;
  if (first.kind === 'words') return notes.length > 0 ? null : first;
  const rivals = isNamed(first) ? results.filter(isNamed) : results.filter(isLike(first));
  return rivals.length === 1 ? first : null;
}

/** What no official table lists comes last, otherwise in the same order. */
const documentedFirst = (options: readonly OptionView[]): readonly OptionView[] => {
  const isSdkOnly = ({ standing }: OptionView) => standing === 'undocumented';
  return [...options.filter((each) => !isSdkOnly(each)), ...options.filter(isSdkOnly)];
};

/** Whether the text names just this, documented or not. */
const isNamed = ({ kind }: ResultView): boolean => kind === 'exact' || kind === 'sdk-only';

const isLike =
  (first: ResultView) =>
  ({ kind }: ResultView): boolean =>
    kind === first.kind;

function summaryOf(
  results: readonly ResultView[],
  notes: readonly string[],
  words: SearchWords,
): string {
  const count = (wanted: ResultKind) => results.filter(({ kind }) => kind === wanted).length;
  const sentences = (
    [
      [count('exact'), words.exactCount],
      [count('sdk-only'), words.sdkOnlyCount],
      [count('probable'), words.probableCount],
      [count('possible'), words.possibleCount],
      [count('shown'), words.shownCount],
      [count('words'), words.wordCount],
    ] as const
  ).flatMap(([number, sentence]) => (number > 0 ? sentence(number) : []));
  const isUnknown =
    notes.length > 0 &&
    count('exact') + count('sdk-only') + count('probable') + count('possible') === 0;
  return [...(isUnknown ? [words.undocumentedStatus] : []), ...sentences].join(
    words.punctuation.gap,
  );
}

/** Writes traditional characters as simplified ones. */
function simplifier({ traditional, simplified }: WordIndex): (text: string) => string {
  const plain = Array.from(simplified);
  const pairs = new Map(Array.from(traditional, (character, at) => [character, plain[at] ?? '']));
  return (text) =>
    text.replace(/\p{Script=Han}/gu, (character) => pairs.get(character) ?? character);
}
