/**
 * Search by words in the index of an edition: MiniSearch ranks the pages, and a word that no page has
 * is read as the words it is most like.
 */
import MiniSearch, { type QueryCombination } from 'minisearch';
import type { ResolverIndex } from '../domain/codes/resolver-index.ts';
import { beginningOf, searchWords, stemOf } from './search-words.ts';
import type { WordEntry, WordIndex } from './word-index.ts';

export type WordSearch = (query: string) => readonly WordEntry[];

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

/** What a page of a kind counts for against a code: tables and terms name the words of all codes. */
const KINDS = { guide: 1, page: 1, range: 0.8, status: 0.6, table: 0.5, term: 0.35 } as const;

/** A code of another component, and one that is known by little more than its name, come after ours. */
const STANDINGS = { related: 0.6, undocumented: 0.5 } as const;

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
  for (const [id, entry] of entries.entries()) {
    const meaning = meanings.get(entry.id ?? '');
    const title = stemsIn(meaning ? `${meaning.code} ${meaning.title}` : (entry.page?.title ?? ''));
    const keywords = [...(meaning?.names.map(({ text }) => text) ?? []), ...entry.keywords].map(
      stemsIn,
    );
    const more = AS_THEY_ARE.tokenize(entry.more);
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
    numbersOf.push(new Set([...all].filter(isLongNumber)));
    search.add({
      id,
      title: stems.title.join(' '),
      keywords: stems.keywords.join(' '),
      text: stems.text.join(' '),
      places: stems.places.join(' '),
      more: entry.more,
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
    const scored = results
      .map(({ id, score, queryTerms }) => ({
        entry: entries[Number(id)],
        score:
          score *
          coverage(asked, queryTerms) *
          weightOf(entries[Number(id)]) *
          (1 + NAMED * namedPart(phrasesOf[Number(id)] ?? [], asked)),
      }))
      .sort((a, b) => b.score - a.score);
    return scored
      .filter(({ score }) => score >= WORTH_SHOWING * (scored[0]?.score ?? 0))
      .slice(0, MOST_RESULTS)
      .flatMap(({ entry }) => entry ?? []);
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
