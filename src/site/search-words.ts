/** How text becomes words for full-text search: the same for what a page is found by and for a query. */

/** Stands between the aliases of a page: names and search words, each a phrase of its own. */
const SEPARATOR = ' · ';

/** Words that differ by an ending of so many letters count as one: `timeout` and `timeouts`. */
const LONGEST_ENDING = 2;
/** Shorter words with another ending are other words. */
const SHORTEST_STEM = 4;

/** Words that stand in every question and lead to no page. */
const EMPTY_WORDS = new Set(
  'an and are as at be but by can do does for from has have how if in is it its my of on or that the then there this to was were what when where which while who why with'.split(
    ' ',
  ),
);

/** A field of one line takes so much: of more, laying it out would stop the browser. */
export const LONGEST_QUERY = 2000;

/** Longer text is a log for the decoder. */
const MOST_CHARACTERS = 400;

/** What of a query is asked for: all of it, or the whole words of its beginning. */
export const beginningOf = (query: string): string =>
  query.length <= MOST_CHARACTERS
    ? query
    : query.slice(0, MOST_CHARACTERS).split(/\s/).slice(0, -1).join(' ');

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/**
 * The words of a text. Chinese has no spaces, and the index knows only the beginning of a run of it:
 * there, every two characters are a word. A single Latin letter is none: it begins half the others.
 */
export const searchWords = (text: string): string[] =>
  text
    .normalize('NFKC')
    // Pagefind reads punctuation as part of a word; here it only stands between words.
    .replace(/[^\p{L}\p{N}.'-]+/gu, ' ')
    .replace(/\p{Script=Han}+/gu, ' $& ')
    .split(' ')
    .map((word) => word.replace(/^[.'-]+|(?<![.'-])[.'-]+$/g, ''))
    .flatMap((word) => (isHan(word) ? pairs(word) : word))
    .filter((word) => !/^[a-z]?$/i.test(word) && !EMPTY_WORDS.has(word.toLowerCase()));

function pairs(run: string): string[] {
  const characters = Array.from(run);
  return characters.length < 3
    ? [run]
    : characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}

/** The parts of a compound: of a path `java.net.SocketException`, else of a name in camel case. */
export function wordParts(word: string): string[] {
  const parts = word.split(/[.'-]+/);
  return parts.length > 1 ? parts : word.split(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/);
}

/** What a page is found by besides its text, as one text; its last phrase has the Chinese as words. */
export function aliasesText(phrases: readonly string[]): string {
  const chinese = new Set(phrases.flatMap(searchWords).filter(isHan));
  return [...new Set(phrases), [...chinese].join(' ')]
    .filter((phrase) => phrase !== '')
    .join(SEPARATOR);
}

/** The phrases that `aliasesText` put together. */
export const aliasesFrom = (text: string): string[] => text.split(SEPARATOR);

/**
 * How near a phrase is to a query, from 0 to 1: the longest run of words that both have in the same
 * order, measured by the length of both.
 */
export function closeness(query: readonly string[], phrase: readonly string[]): number {
  let longest = 0;
  query.forEach((_, start) =>
    phrase.forEach((_, other) => {
      let run = 0;
      while (alike(query[start + run], phrase[other + run])) run += 1;
      longest = Math.max(longest, run);
    }),
  );
  return longest === 0 ? 0 : (2 * longest) / (query.length + phrase.length);
}

function alike(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const [short = '', long = ''] = [one.toLowerCase(), other.toLowerCase()].sort(
    (a, b) => a.length - b.length,
  );
  return (
    short === long ||
    (short.length >= SHORTEST_STEM &&
      long.length - short.length <= LONGEST_ENDING &&
      long.startsWith(short))
  );
}
