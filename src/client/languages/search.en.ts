/** English: what answers numbers and names. */
import index from 'virtual:resolver-index/en';
import { search as words } from '../../words/en/search.ts';
import type { SearchLanguage } from '../words.ts';

export const search: SearchLanguage = { index, words };
