/** The part of search that answers words: loaded beside the dialog, so that a number waits for less. */
import { createSearch } from '../site/search-view.ts';
import type { WordIndex } from '../site/word-index.ts';
import { createWordSearch } from '../site/word-search.ts';
import type { FirstTier } from './search-results.ts';
import type { SearchLanguage } from './words.ts';

export const wordTier = ({ index, words }: SearchLanguage, wordIndex: WordIndex): FirstTier => ({
  search: createSearch(index, words, {
    index: wordIndex,
    find: createWordSearch(index, wordIndex),
  }),
  holds: wordIndex.complete ? 'all words' : 'some words',
});
