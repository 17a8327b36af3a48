/** Which pages search engines should list. */
import { createCatalogue, isOfClassOnly } from '../domain/codes/catalogue.ts';
import { symbolOf } from '../domain/codes/resolver-index.ts';
import { codePath, isOneFile, pathAt } from '../site/urls.ts';
import { contentOf } from './content.ts';

/**
 * Makes the filter of the sitemap: every page but the one file, the symbols, and HTTP statuses of which
 * nothing of their own is said.
 * @param root the project's folder
 */
export function sitemapFilter(root: string): (path: string) => boolean {
  const catalogue = createCatalogue(contentOf(root).content);
  const unlisted = new Set([
    ...catalogue.meanings.flatMap((meaning) => {
      const symbol = symbolOf(meaning);
      return symbol === null ? [] : [codePath(symbol)];
    }),
    ...catalogue.pages.filter(isOfClassOnly).map(({ code }) => codePath(code)),
  ]);
  return (address) => {
    const path = pathAt(address);
    return !isOneFile(path) && !unlisted.has(path);
  };
}
