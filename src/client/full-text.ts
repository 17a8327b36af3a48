/** Full-text search: Pagefind's files of this site, loaded when first asked for. */
import { holdsNumbersOf, type SearchPage, type SearchPages } from '../site/search-page.ts';
import {
  aliasesFrom,
  beginningOf,
  closeness,
  searchWords,
  wordParts,
} from '../site/search-words.ts';
import { href, pagefindPath, searchPagesPath } from '../site/urls.ts';

export type FullTextResult = {
  readonly url: string;
  readonly title: string;
  readonly family: string;
  /** Comes later than the result, from a file of the page. */
  readonly excerpt: Promise<Excerpt>;
};

/** Parts of a text; the marked ones matched. Plain text. */
export type Excerpt = readonly { readonly text: string; readonly marked: boolean }[];

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
/** The rest of a long list is not looked at. */
const MOST_RESULTS = 8;
/** What falls below this part of the best score shares no more than a common word with the query. */
const WORTH_SHOWING = 0.25;
/** A page with a name or search word that is the query itself counts so much more. */
const NAMED = 2;

type FullText = { readonly pagefind: Pagefind; readonly pages: SearchPages };

let loading: Promise<FullText> | undefined;

/** Begins to load the index; safe to call often. A failed load is tried again at the next call. */
export function loadFullText(): Promise<FullText> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<FullText> {
  const [pagefind, response] = await Promise.all([
    import(/* @vite-ignore */ href(pagefindPath)) as Promise<Pagefind>,
    fetch(href(searchPagesPath)),
  ]);
  await pagefind.options({
    baseUrl: href('/'),
    excerptLength: 24,
    ranking: { metaWeights: { title: 6, aliases: 8 }, pageLength: 0.4, termFrequency: 0.6 },
    // A script and a round trip less; the index is small enough to be read here.
    noWorker: true,
  });
  await pagefind.init();
  return { pagefind, pages: (await response.json()) as SearchPages };
}

/**
 * The best results for the words of a query. Pagefind wants every word on a page, but a symptom is
 * rarely put in the words of the page: here each word is asked for alone, and a page that lacks one
 * only stands further down.
 * @param family only pages of this family; all where it is empty
 */
export async function searchFullText(query: string, family: string): Promise<FullTextResult[]> {
  const { pagefind, pages } = await loadFullText();
  const asked = beginningOf(query);
  const words = searchWords(asked).slice(0, MOST_WORDS);
  const known = [
    ...new Set((await Promise.all(words.map((word) => knownAs(pagefind, word)))).flat()),
  ];
  const candidates = await candidatesFor(pagefind, known, family === '' ? {} : { family });
  const right = candidates
    .flatMap(({ result, score }) => {
      const page = pages[result.id];
      return page && holdsNumbersOf(asked, page)
        ? [{ result, page, score: score * (1 + NAMED * nearest(words, page)) }]
        : [];
    })
    .sort((a, b) => b.score - a.score);
  return right
    .filter(({ score }) => score >= WORTH_SHOWING * (right[0]?.score ?? 0))
    .slice(0, MOST_RESULTS)
    .map(({ result, page: { url, title, family: origin } }) => ({
      url: href(url),
      title,
      family: origin,
      excerpt: result.data().then(({ excerpt }) => excerptParts(excerpt)),
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
const nearest = (words: readonly string[], { title, aliases }: SearchPage): number =>
  Math.max(
    ...[title, ...aliasesFrom(aliases)].map((phrase) => closeness(words, searchWords(phrase))),
  );

const textOf = ({ content, meta }: PagefindFragment): string =>
  `${content} ${meta['title'] ?? ''} ${meta['aliases'] ?? ''}`;

/** The excerpt is HTML with marks; a parser that runs nothing gives its text and the marked parts. */
function excerptParts(html: string): Excerpt {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.childNodes].map((node) => ({
    text: node.textContent ?? '',
    marked: node.nodeName === 'MARK',
  }));
}
