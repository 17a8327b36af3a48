/** What full-text search must know of a page to rank it: one small file for all, instead of each page's own. */

/** By the id that Pagefind gives a page. */
export type SearchPages = Readonly<Record<string, SearchPage>>;

export type SearchPage = {
  readonly url: string;
  readonly title: string;
  readonly family: string;
  /** As `aliasesText` puts them together. */
  readonly aliases: string;
  /** Every number that stands on the page, each once. */
  readonly numbers: readonly string[];
};

/** A page as Pagefind keeps it in a file of its own. */
export type SearchFragment = {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string | undefined>>;
};

export function searchPageOf({ url, content, meta }: SearchFragment): SearchPage {
  const { title = url, family = '', aliases = '' } = meta;
  const numbers = `${content} ${title} ${aliases}`.match(/\d+/g) ?? [];
  return {
    url: url.replace(/(?:\/|\.html)$/, '') || '/',
    title,
    family,
    aliases,
    numbers: [...new Set(numbers)],
  };
}

/** Whether a page has every number of a query: one without is a wrong answer, whatever else it has. */
export const holdsNumbersOf = (query: string, { numbers }: SearchPage): boolean =>
  (query.normalize('NFKC').match(/\d+/g) ?? []).every((number) => numbers.includes(number));
