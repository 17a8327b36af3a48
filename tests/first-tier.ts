/** The first tier of search as the browser has it, for tests that need no browser. */
import type { Catalogue } from '../src/domain/codes/catalogue.ts';
import { createResolverIndex, type ResolverIndex } from '../src/domain/codes/resolver-index.ts';
import { readCatalogue, readWordIndex } from '../src/pipeline/resolver-index-module.ts';
import { createSearch, type Search } from '../src/site/search-view.ts';
import type { WordIndex } from '../src/site/word-index.ts';
import { createWordSearch } from '../src/site/word-search.ts';
import type { LanguageId } from '../src/words/languages.ts';
import { roomsOf } from '../src/words/rooms.ts';

type FirstTier = {
  readonly catalogue: Catalogue;
  readonly resolverIndex: ResolverIndex;
  readonly wordIndex: WordIndex;
  /** Answers a query as the search dialog does before full text. */
  readonly search: Search;
  /** The pages that a query is answered with, in order, without their fragments. */
  readonly pagesFor: (query: string) => string[];
};

function firstTierOf(language: LanguageId): FirstTier {
  const catalogue = readCatalogue('.', language);
  const resolverIndex = createResolverIndex(catalogue);
  const wordIndex = readWordIndex('.', language);
  const search = createSearch(resolverIndex, roomsOf(language).search, {
    index: wordIndex,
    find: createWordSearch(resolverIndex, wordIndex),
  });
  const pagesFor = (query: string) =>
    search(query).results.map(({ path }) => path.split('#')[0] ?? path);
  return { catalogue, resolverIndex, wordIndex, search, pagesFor };
}

export const { catalogue, resolverIndex, wordIndex, search, pagesFor } = firstTierOf('en');

export const chinese = firstTierOf('zh-cn');
