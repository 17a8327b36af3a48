/** Full-text search: Pagefind's files of this site, loaded when first asked for. */
import { searchWords, stemOf } from '../site/search-words.ts';
import { href, pagefindPath } from '../site/urls.ts';
import { pageLanguage } from './page-language.ts';

export type FullTextResult = {
  readonly url: string;
  readonly title: string;
  /** What the page is: its families, or guide, table or page. */
  readonly origin: string;
  readonly excerpt: Excerpt;
};

/** Parts of a text; the marked ones matched. Plain text. */
export type Excerpt = readonly { readonly text: string; readonly marked: boolean }[];

type PagefindPage = {
  url: string;
  excerpt: string;
  content: string;
  meta: Record<string, string | undefined>;
};
type Pagefind = {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
  mergeIndex(path: string, options: Record<string, unknown>): Promise<void>;
  /** The further indexes of a large site, by language: see `pipeline/search-index.ts`. */
  readonly further?: Readonly<Record<string, readonly string[]>>;
  search(query: string): Promise<{ results: { data(): Promise<PagefindPage> }[] }>;
};

/** The rest of a long list is not looked at: each result is a file of its own. */
const MOST_RESULTS = 8;

let loading: Promise<Pagefind> | undefined;

/** A failed load is tried again at the next call. */
function loadPagefind(): Promise<Pagefind> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ href(pagefindPath))) as Pagefind;
  const options = {
    baseUrl: href('/'),
    excerptLength: 24,
    ranking: { metaWeights: { title: 6, aliases: 8 }, pageLength: 0.4, termFrequency: 0.6 },
  };
  // A script and a round trip less; the index is small enough to be read here.
  await pagefind.options({ ...options, noWorker: true });
  await pagefind.init();
  const further = pagefind.further?.[pageLanguage().id] ?? [];
  await Promise.all(further.map((path) => pagefind.mergeIndex(href(path), options)));
  return pagefind;
}

/** The pages that have all words of a query, as Pagefind ranks them. Rejects where the index cannot be loaded. */
export async function searchFullText(query: string): Promise<FullTextResult[]> {
  const words = [...new Set(searchWords(query))];
  if (words.length === 0) return [];
  const pagefind = await loadPagefind();
  const { results } = await pagefind.search(words.join(' '));
  const pages = await Promise.all(results.slice(0, MOST_RESULTS).map((result) => result.data()));
  return pages.filter((page) => hasWords(page, words)).map(resultOf);
}

/** Asked for a word that it does not know, Pagefind answers with the longest known beginning and does not say so. */
function hasWords({ content, meta }: PagefindPage, words: readonly string[]): boolean {
  const text = `${content} ${meta['title'] ?? ''} ${meta['aliases'] ?? ''}`;
  const known = searchWords(text);
  const stems = new Set(known.map(stemOf));
  return words.every(
    (word) =>
      stems.has(stemOf(word)) ||
      (!/\d/.test(word) && known.some((other) => other.startsWith(word))),
  );
}

const resultOf = ({ url, excerpt, meta }: PagefindPage): FullTextResult => ({
  url: url.replace(/(?:(?<=.)\/|\.html)$/, ''),
  title: meta['title'] ?? url,
  origin: meta['family'] ?? '',
  excerpt: excerptParts(excerpt),
});

/** The excerpt is HTML with marks; a parser that runs nothing gives its text and the marked parts. */
function excerptParts(html: string): Excerpt {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.childNodes].map((node) => ({
    text: node.textContent ?? '',
    marked: node.nodeName === 'MARK',
  }));
}
