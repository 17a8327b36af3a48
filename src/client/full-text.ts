/** Full-text search: Pagefind's files of this site, loaded when first asked for. */
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
    options: { filters: Record<string, string> },
  ): Promise<{ results: { data(): Promise<PagefindFragment> }[] }>;
};

/** So many results are read: the rest of a long list is not looked at, and each one is a request. */
const MOST_RESULTS = 8;

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
 * The best results for the words of a query.
 * @param family only pages of this family; all where it is empty
 */
export async function searchFullText(query: string, family: string): Promise<FullTextResult[]> {
  const pagefind = await loadFullText();
  const { results } = await pagefind.search(words(query), {
    filters: family === '' ? {} : { family },
  });
  const fragments = await Promise.all(
    results.slice(0, MOST_RESULTS).map((result) => result.data()),
  );
  return fragments.filter(holdsNumbersOf(query)).map(({ url, excerpt, meta }) => ({
    url: canonicalUrl(url),
    title: meta['title'] ?? url,
    family: meta['family'] ?? '',
    excerpt: excerptParts(excerpt),
  }));
}

/** Pagefind reads punctuation as part of a word; in a query it only stands between words. */
const words = (query: string): string => query.replace(/[^\p{L}\p{N}.'-]+/gu, ' ').trim();

/**
 * Where nothing matches, Pagefind answers with the longest indexed beginning of a word: 7099 with 7.
 * For a word that is worth a look, for a number it is a wrong answer.
 */
function holdsNumbersOf(query: string): (fragment: PagefindFragment) => boolean {
  const numbers = query.normalize('NFKC').match(/\d+/g) ?? [];
  return ({ content, meta }) => {
    const text = `${content} ${meta['title'] ?? ''} ${meta['aliases'] ?? ''}`;
    return numbers.every((number) => new RegExp(`(?<!\\d)${number}(?!\\d)`).test(text));
  };
}

const canonicalUrl = (url: string): string => url.replace(/(?:\/|\.html)$/, '') || '/';

/** The excerpt is HTML with marks; a parser that runs nothing gives its text and the marked parts. */
function excerptParts(html: string): FullTextResult['excerpt'] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.childNodes].map((node) => ({
    text: node.textContent ?? '',
    marked: node.nodeName === 'MARK',
  }));
}
