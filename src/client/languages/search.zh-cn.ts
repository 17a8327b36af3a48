/** Chinese: what answers numbers and names. */
import index from 'virtual:resolver-index/zh-cn';
import { search as words } from '../../words/zh-cn/search.ts';
import type { SearchLanguage } from '../words.ts';

export const search: SearchLanguage = { index, words };
