/** The first tier of search as the browser has it, for tests that need no browser. */
import { createResolverIndex } from '../src/domain/codes/resolver-index.ts';
import { createCatalogue } from '../src/domain/codes/catalogue.ts';
import { readContent } from '../src/pipeline/read-content.ts';
import { readWordIndex } from '../src/pipeline/resolver-index-module.ts';
import { createSearch } from '../src/site/search-view.ts';
import { createWordSearch } from '../src/site/word-search.ts';
import { search as words } from '../src/words/en/search.ts';

export const catalogue = createCatalogue(readContent('.').content);
export const resolverIndex = createResolverIndex(catalogue);
export const wordIndex = readWordIndex('.', 'en');

/** Answers a query as the search dialog does before full text. */
export const search = createSearch(resolverIndex, words, {
  index: wordIndex,
  find: createWordSearch(resolverIndex, wordIndex),
});

/** The pages that a query is answered with, in order, without their fragments. */
export const pagesFor = (query: string): string[] =>
  search(query).results.map(({ path }) => path.split('#')[0] ?? path);
