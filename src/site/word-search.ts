/**
 * Search by words in the index of an edition: MiniSearch ranks the pages, and a word that no page has
 * is read as the words it is most like.
 */
import MiniSearch, { type QueryCombination } from 'minisearch';
import type { IndexedMeaning, ResolverIndex } from '../domain/codes/resolver-index.ts';
import { plainWords } from './plain-words.ts';
import { beginningOf, searchWords, stemOf, unpackWords } from './search-words.ts';
import type { PageKind, WordEntry, WordIndex } from './word-index.ts';

export type WordSearch = (query: string) => readonly FoundEntry[];

export type FoundEntry = {
  readonly entry: WordEntry;
  /** Whether the query is its title or label, but for typing errors. */
  readonly isTitle: boolean;
};

/** Longer text is a log for the decoder. */
const MOST_WORDS = 24;
const MOST_RESULTS = 8;
/** What falls below this part of the best score shares no more than a common word with the query. */
const WORTH_SHOWING = 0.3;

/** How much a word counts for the place where it is found. */
const BOOSTS = { title: 3, keywords: 3, text: 2, places: 1, more: 0.5 } as const;
/** Words that begin with what is typed, by whether that is a word itself, and corrected ones count less. */
const HALF_A_WORD = 0.5;
const LONGER_WORD = 0.1;
const CORRECTED = 0.8;
const CORRECTED_TWICE = 0.5;

/** A page with a title or keyword that is the query itself counts so much more. */
const NAMED = 1;

/** The kinds of pages that explain a name which is one of their keywords. */
const EXPLAINING: ReadonlySet<PageKind> = new Set(['guide', 'page'] as const);
/** A keyword that is a name: of a header, a field, a file or a function. */
const NAME = /^[\w.-]+$/;
/** The name of a header or a field, as it is written in code. */
const FIELD_NAME = /^(?:[a-z]+(?:-[a-z]+)+|[a-z]+(?:[A-Z][a-z]+)+|[A-Z][a-z]+(?:-[A-Z][a-z]+)+)$/;

/** What a page of a kind counts for against a code: tables and terms name the words of all codes. */
const KINDS = { guide: 1, page: 1, range: 0.8, status: 0.6, table: 0.5, term: 0.35 } as const;

/** A code of another component, and one that is known by little more than its name, come after ours. */
const STANDINGS = { related: 0.6, undocumented: 0.5 } as const;

/** A Chinese label with one wrong character is known from so many on. */
const SHORTEST_CHINESE_LABEL = 6;

type Field = keyof typeof BOOSTS;
const FIELDS = Object.keys(BOOSTS) as Field[];

/** Every word as it is written, with its stem, and how many pages have each stem. */
type Vocabulary = {
  readonly words: ReadonlyMap<string, string>;
  readonly pages: ReadonlyMap<string, number>;
};

/** A page with its words as stems, separated by spaces. */
type Document = { readonly id: number } & Readonly<Record<Field, string>>;

/** Stems are made once, here: MiniSearch takes them as they are. */
const AS_THEY_ARE = {
  tokenize: (stems: string) => stems.split(' ').filter((stem) => stem !== ''),
  processTerm: (stem: string) => stem,
};

/** Prepares the search; takes some milliseconds for a hundred pages. */
export function createWordSearch(resolverIndex: ResolverIndex, { entries }: WordIndex): WordSearch {
  const meanings = new Map(resolverIndex.meanings.map((meaning) => [meaning.id, meaning]));
  const search = new MiniSearch<Document>({ fields: FIELDS, ...AS_THEY_ARE });
  const words = new Map<string, string>();
  const pages = new Map<string, number>();
  const stemsIn = (text: string): string[] =>
    searchWords(text).map((word) => {
      const stem = words.get(word) ?? stemOf(word);
      words.set(word, stem);
      return stem;
    });
  /** Titles and keywords of each page, and the long numbers that it has. */
  const phrasesOf: (readonly string[])[][] = [];
  const numbersOf: ReadonlySet<string>[] = [];
  /** Title and official texts of each meaning, as words. */
  const labelsOf: (readonly Label[])[] = [];
  for (const [id, entry] of entries.entries()) {
    const meaning = meanings.get(entry.id ?? '');
    const title = stemsIn(meaning ? `${meaning.code} ${meaning.title}` : (entry.page?.title ?? ''));
    const { original = [] } = entry;
    const names = meaning?.names.map(({ text }) => text) ?? [];
    const keywords = [...names, ...entry.keywords].concat(original).map(stemsIn);
    const more = unpackWords(entry.more);
    for (const stem of more) if (!words.has(stem)) words.set(stem, stem);
    const stems = {
      title,
      keywords: keywords.flat(),
      text: stemsIn(entry.text),
      places: stemsIn(entry.places ?? ''),
      more,
    };
    const all = new Set(Object.values(stems).flat());
    for (const stem of all) pages.set(stem, (pages.get(stem) ?? 0) + 1);
    phrasesOf.push([title, ...keywords]);
    labelsOf.push(meaning ? labelsIn(meaning, entry) : []);
    numbersOf.push(new Set([...all].filter(isLongNumber)));
    search.add({
      id,
      title: stems.title.join(' '),
      keywords: stems.keywords.join(' '),
      text: stems.text.join(' '),
      places: stems.places.join(' '),
      more: stems.more.join(' '),
    });
  }
  const vocabulary: Vocabulary = { words, pages };

  return (text) => {
    const typed = [...new Set(searchWords(beginningOf(text)))].slice(0, MOST_WORDS);
    if (typed.length === 0) return [];
    const numbers = typed.filter(isLongNumber);
    const asked = typed.map((word, at) => askedFor(word, vocabulary, at === typed.length - 1));
    const queries = asked.flatMap((weights) =>
      [...weights].map(([stem, weight]) =>
        weighted(stem, weight * rarity(pages.get(stem) ?? 0, entries.length)),
      ),
    );
    const results = search.search(
      { combineWith: 'OR', queries },
      {
        boost: BOOSTS,
        // A page without a number of the query is a wrong answer, whatever else it has.
        filter: ({ id }) => numbers.every((number) => numbersOf[Number(id)]?.has(number) ?? false),
      },
    );
    const field = FIELD_NAME.test(text.trim()) ? lettersOf(text) : null;
    const whole = new Set([lettersOf(text), typed.join('')]);
    const words = plainWords(text);
    const meant = new Map(
      labelsOf.flatMap((labels, id) => {
        const label = labels.find((each) => isAlmost(words, each.words));
        return label ? [[id, label] as const] : [];
      }),
    );
    const found = new Set(results.map(({ id }) => Number(id)));
    const unfound = [...meant.keys()].filter((id) => !found.has(id));
    const all = [...results, ...unfound.map((id) => ({ id, score: 0, queryTerms: [] }))];
    const scored = all.map(({ id, score, queryTerms }) => {
      const entry = entries[Number(id)];
      const named = namedPart(phrasesOf[Number(id)] ?? [], asked);
      return {
        entry,
        isTitle: meant.get(Number(id))?.isTitle ?? false,
        rank: meant.has(Number(id)) ? 3 : rankOf(entry, whole, field),
        score: score * coverage(asked, queryTerms) * weightOf(entry) * (1 + NAMED * named),
      };
    });
    const best = Math.max(0, ...scored.map(({ score }) => score));
    return scored
      .filter(({ score, rank }) => rank > 0 || score >= WORTH_SHOWING * best)
      .sort((a, b) => b.rank - a.rank || b.score - a.score)
      .slice(0, MOST_RESULTS)
      .flatMap(({ entry, isTitle }) => (entry ? [{ entry, isTitle }] : []));
  };
}

/** A page that has all words of a question is nearer than one that has a rare one several times. */
const coverage = (asked: readonly Weights[], found: readonly string[]): number =>
  Math.sqrt(
    asked.filter((weights) => found.some((stem) => weights.has(stem))).length / asked.length,
  );

/** The part of a query that is a whole title or keyword of the page, from 0 to 1. */
function namedPart(phrases: readonly (readonly string[])[], asked: readonly Weights[]): number {
  const isAsked = (stem: string) => asked.some((weights) => (weights.get(stem) ?? 0) >= CORRECTED);
  return Math.max(
    0,
    ...phrases
      .filter((phrase) => phrase.every(isAsked))
      .map(({ length }) => Math.min(1, length / asked.length)),
  );
}

/** The texts of a meaning that name it as a whole: its title, and labels and prompts of its table. */
const labelsIn = ({ title, names }: IndexedMeaning, { original = title }: WordEntry): Label[] => [
  { words: plainWords(title), isTitle: true },
  { words: plainWords(original), isTitle: true },
  ...names
    .filter(({ kind }) => kind !== 'symbol' && kind !== 'sdk-constant')
    .map(({ kind, text }) => ({ words: plainWords(text), isTitle: kind === 'chinese-label' })),
];

type Label = { readonly words: readonly string[]; readonly isTitle: boolean };

/** Whether two texts have the same words but for typing errors. */
function isAlmost(words: readonly string[], label: readonly string[]): boolean {
  if (words.length !== label.length) return false;
  const [only = ''] = label;
  if (label.length === 1)
    return (
      /\p{Script=Han}/u.test(only) &&
      only.length >= SHORTEST_CHINESE_LABEL &&
      typingErrors(words[0] ?? '', only, 1) <= 1
    );
  return label.every((word, at) => {
    const typed = words[at] ?? '';
    const most = Math.max(word.length, typed.length);
    if (typed === word) return true;
    if (most < SHORTEST_CORRECTED || /\d/.test(word)) return false;
    const allowed = most < LONG_WORD ? 1 : 2;
    return typingErrors(typed, word, allowed) <= allowed;
  });
}

/**
 * Above all others but a label: the guide that explains the name which is asked for, then the term of a field.
 * @param whole spellings of the whole query as letters
 * @param field the same where it is written as the name of a field
 */
function rankOf(
  entry: WordEntry | undefined,
  whole: ReadonlySet<string>,
  field: string | null,
): number {
  if (!entry?.page) return 0;
  const { kind, title } = entry.page;
  if (EXPLAINING.has(kind))
    return entry.keywords.some((name) => NAME.test(name) && whole.has(lettersOf(name))) ? 2 : 0;
  return kind === 'term' && field !== null && lettersOf(title) === field ? 1 : 0;
}

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const weightOf = (entry: WordEntry | undefined): number => {
  if (entry?.page) return KINDS[entry.page.kind];
  return entry?.standing ? STANDINGS[entry.standing] : 1;
};

/** From three digits on a number is a code or a status; smaller ones count things. */
const isLongNumber = (word: string): boolean => /^\d{3,}$/.test(word);

/**
 * A word of few pages says more than one of many. The ranking counts that within a field only, where a
 * common word is rare by chance.
 */
const rarity = (pages: number, ofPages: number): number =>
  Math.sqrt(1 + Math.log(ofPages / Math.max(1, pages)));

/** The stems that a word of a query is read as, with how much each counts. */
type Weights = ReadonlyMap<string, number>;

function askedFor(word: string, vocabulary: Vocabulary, isLast: boolean): Weights {
  const stem = stemOf(word);
  const isKnown = vocabulary.pages.has(stem);
  const itself = [stem, 1] as const;
  if (!/^[a-z]{3,}$/.test(word) || (isKnown && !isLast)) return new Map([itself]);
  const begun = [...vocabulary.words].filter(([other]) => other.startsWith(word));
  if (isKnown || begun.length > 0)
    return new Map([
      ...begun.map(([, other]) => [other, isKnown ? LONGER_WORD : HALF_A_WORD] as const),
      itself,
    ]);
  const { words, errors } = nearest(word, vocabulary.words.keys());
  const weight = errors > 1 ? CORRECTED_TWICE : CORRECTED;
  return new Map(words.map((other) => [stemOf(other), weight]));
}

const weighted = (stem: string, weight: number): QueryCombination => ({
  queries: [stem],
  boostTerm: () => weight,
});

/** Shorter words are too like each other. */
const SHORTEST_CORRECTED = 5;
/** From so many letters on, two may be wrong. */
const LONG_WORD = 8;

/** The words of the index that a word without any is most like: one letter wrong, missing, added or swapped. */
function nearest(
  word: string,
  vocabulary: Iterable<string>,
): { words: readonly string[]; errors: number } {
  if (word.length < SHORTEST_CORRECTED || !/^[a-z]+$/.test(word)) return { words: [], errors: 0 };
  let most = word.length < LONG_WORD ? 1 : 2;
  let best: string[] = [];
  for (const other of vocabulary) {
    const distance = typingErrors(word, other, most);
    if (distance > most) continue;
    if (distance < most) best = [];
    most = distance;
    best.push(other);
  }
  return { words: best, errors: most };
}

/** How many letters are wrong, missing, added or swapped with their neighbour; more than `most` where it is more. */
function typingErrors(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current[column] = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[column - 2] ?? 0) + 1 : Infinity,
      );
    }
    if (Math.min(...current) > most) return most + 1;
    [before, above] = [above, current];
  }
  return above[other.length] ?? 0;
}
