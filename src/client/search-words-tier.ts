/** The part of search that answers words: loaded beside the dialog, so that a number waits for less. */
import resolverIndex from 'virtual:resolver-index';
import wordIndex from 'virtual:word-index/en';
import { createSearch } from '../site/search-view.ts';
import { createWordSearch } from '../site/word-search.ts';
import { search as words } from '../words/en/search.ts';
import type { FirstTier } from './search-results.ts';

export const wordTier = (): FirstTier => ({
  search: createSearch(resolverIndex, words, {
    index: wordIndex,
    find: createWordSearch(resolverIndex, wordIndex),
  }),
  holds: wordIndex.complete ? 'all words' : 'some words',
});
