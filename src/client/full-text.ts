/** Full-text search: Pagefind's files of this site, loaded when first asked for. */
import {
  aliasesFrom,
  beginningOf,
  closeness,
  searchWords,
  wordParts,
} from '../site/search-words.ts';
import { href } from '../site/urls.ts';

export type FullTextResult = {
  readonly url: string;
  readonly title: string;
  readonly family: string;
  /** Parts of the excerpt; the marked ones matched. Plain text. */
  readonly excerpt: readonly { readonly text: string; readonly marked: boolean }[];
};

type PagefindFragment = {
  url: string;
  excerpt: string;
  content: string;
  meta: Record<string, string | undefined>;
};
type Pagefind = {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
  search(
    query: string,
    options?: { filters: Record<string, string> },
  ): Promise<{ results: PagefindResult[] }>;
};
type PagefindResult = { id: string; score: number; data(): Promise<PagefindFragment> };

/** So many words are asked for: longer text is a log for the decoder. */
const MOST_WORDS = 16;
/** So many pages are read before the last sorting: each is a request, once. */
const MOST_READ = 20;
/** The rest of a long list is not looked at. */
const MOST_RESULTS = 8;
/** What falls below this part of the best score shares no more than a common word with the query. */
const WORTH_SHOWING = 0.25;
/** A page with a name or search word that is the query itself counts so much more. */
const NAMED = 2;

let loading: Promise<Pagefind> | undefined;

/** Begins to load the index; safe to call often. A failed load is tried again at the next call. */
export function loadFullText(): Promise<Pagefind> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Pagefind> {
  const pagefind: Pagefind = await import(/* @vite-ignore */ href('/pagefind/pagefind.js'));
  await pagefind.options({
    baseUrl: href('/'),
    excerptLength: 24,
    ranking: { metaWeights: { title: 6, aliases: 8 }, pageLength: 0.4, termFrequency: 0.6 },
  });
  await pagefind.init();
  return pagefind;
}

/**
 * The best results for the words of a query. Pagefind wants every word on a page, but a symptom is
 * rarely put in the words of the page: here each word is asked for alone, and a page that lacks one
 * only stands further down.
 * @param family only pages of this family; all where it is empty
 */
export async function searchFullText(query: string, family: string): Promise<FullTextResult[]> {
  const pagefind = await loadFullText();
  const asked = beginningOf(query);
  const words = searchWords(asked).slice(0, MOST_WORDS);
  const known = [
    ...new Set((await Promise.all(words.map((word) => knownAs(pagefind, word)))).flat()),
  ];
  const candidates = await candidatesFor(pagefind, known, family === '' ? {} : { family });
  const pages = await Promise.all(
    candidates.slice(0, MOST_READ).map(async ({ result, score }) => {
      const fragment = await result.data();
      return { fragment, score: score * (1 + NAMED * nearest(words, fragment)) };
    }),
  );
  const right = pages
    .filter(({ fragment }) => holdsNumbersOf(asked, fragment))
    .sort((a, b) => b.score - a.score);
  return right
    .filter(({ score }) => score >= WORTH_SHOWING * (right[0]?.score ?? 0))
    .slice(0, MOST_RESULTS)
    .map(({ fragment: { url, excerpt, meta } }) => ({
      url: canonicalUrl(url),
      title: meta['title'] ?? url,
      family: meta['family'] ?? '',
      excerpt: excerptParts(excerpt),
    }));
}

/**
 * The words of the index that stand for a word: itself, else its parts, else none. Asked for a word
 * that it does not know, Pagefind answers with the longest known beginning and does not say so.
 */
async function knownAs(pagefind: Pagefind, word: string): Promise<string[]> {
  const exact = await pagefind.search(`"${word}"`);
  if (exact.results.length > 0) return [word];
  // Half a word, as it is typed.
  const [first] = (await pagefind.search(word)).results;
  if (
    first &&
    textOf(await first.data())
      .toLowerCase()
      .includes(word.toLowerCase())
  )
    return [word];
  const parts = wordParts(word);
  if (parts.length < 2) return [];
  return (
    await Promise.all(parts.flatMap(searchWords).map((part) => knownAs(pagefind, part)))
  ).flat();
}

/** Pages with any of the words, those with more and rarer words first. */
async function candidatesFor(
  pagefind: Pagefind,
  words: readonly string[],
  filters: Record<string, string>,
): Promise<{ result: PagefindResult; score: number }[]> {
  const ask = async (text: string) => (await pagefind.search(text, { filters })).results;
  const candidates = new Map<string, { result: PagefindResult; score: number }>();
  for (const result of (await Promise.all(words.map(ask))).flat()) {
    // Pagefind 1.5 counts an alias once for every word in it that begins like the asked one, cubed.
    const score = (candidates.get(result.id)?.score ?? 0) + Math.log1p(result.score);
    candidates.set(result.id, { result, score });
  }
  // Where a page has all words, its excerpt marks them all.
  for (const result of words.length > 1 ? await ask(words.join(' ')) : []) {
    const candidate = candidates.get(result.id);
    if (candidate) candidate.result = result;
  }
  return [...candidates.values()].sort((a, b) => b.score - a.score);
}

/** How near the title or the nearest alias of a page is to the query. */
const nearest = (words: readonly string[], { meta }: PagefindFragment): number =>
  Math.max(
    ...[meta['title'] ?? '', ...aliasesFrom(meta['aliases'] ?? '')].map((phrase) =>
      closeness(words, searchWords(phrase)),
    ),
  );

const textOf = ({ content, meta }: PagefindFragment): string =>
  `${content} ${meta['title'] ?? ''} ${meta['aliases'] ?? ''}`;

/** A page without the asked number is a wrong answer, whatever else it has of the query. */
const holdsNumbersOf = (query: string, fragment: PagefindFragment): boolean =>
  (query.normalize('NFKC').match(/\d+/g) ?? []).every((number) =>
    new RegExp(`(?<!\\d)${number}(?!\\d)`).test(textOf(fragment)),
  );

const canonicalUrl = (url: string): string => url.replace(/(?:\/|\.html)$/, '') || '/';

/** The excerpt is HTML with marks; a parser that runs nothing gives its text and the marked parts. */
function excerptParts(html: string): FullTextResult['excerpt'] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.childNodes].map((node) => ({
    text: node.textContent ?? '',
    marked: node.nodeName === 'MARK',
  }));
}
