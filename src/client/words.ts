/** What scripts need in the language of the page: words and indexes, loaded when a script asks for them. */
import type { ResolverIndex } from '../domain/codes/resolver-index.ts';
import type { FirstSteps } from '../site/finding-view.ts';
import type { WordIndex } from '../site/word-index.ts';
import type { DecodeWords } from '../words/en/decode.ts';
import type { OfflineWords } from '../words/en/offline.ts';
import type { PageWords } from '../words/en/page.ts';
import type { RedactWords } from '../words/en/redact.ts';
import type { SearchWords } from '../words/en/search.ts';
import type { LanguageId } from '../words/languages.ts';
import { pageLanguage } from './page-language.ts';

/** What answers numbers and names. */
export type SearchLanguage = { readonly index: ResolverIndex; readonly words: SearchWords };

/** What the decoder says and knows. */
export type DecodeLanguage = {
  readonly index: ResolverIndex;
  readonly firstSteps: FirstSteps;
  readonly words: DecodeWords;
  readonly searchWords: SearchWords;
  readonly redactWords: RedactWords;
};

type Rooms = {
  readonly page: () => Promise<PageWords>;
  readonly offline: () => Promise<OfflineWords>;
  readonly search: () => Promise<SearchLanguage>;
  readonly wordIndex: () => Promise<WordIndex>;
  readonly decode: () => Promise<DecodeLanguage>;
};

// Without `await` each of them takes a few bytes of every page less.
const ROOMS: Readonly<Record<LanguageId, Rooms>> = {
  en: {
    page: () => import('../words/en/page.ts').then((room) => room.page),
    offline: () => import('../words/en/offline.ts').then((room) => room.offline),
    search: () => import('./languages/search.en.ts').then((room) => room.search),
    wordIndex: () => import('virtual:word-index/en').then((room) => room.default),
    decode: () => import('./languages/decode.en.ts').then((room) => room.decode),
  },
  'zh-cn': {
    page: () => import('../words/zh-cn/page.ts').then((room) => room.page),
    offline: () => import('../words/zh-cn/offline.ts').then((room) => room.offline),
    search: () => import('./languages/search.zh-cn.ts').then((room) => room.search),
    wordIndex: () => import('virtual:word-index/zh-cn').then((room) => room.default),
    decode: () => import('./languages/decode.zh-cn.ts').then((room) => room.decode),
  },
};

const rooms = (): Rooms => ROOMS[pageLanguage().id];

/** Words for the text of a ticket and for the context of a link. */
export const loadPageWords = (): Promise<PageWords> => rooms().page();

/** Words for the line that says what is kept for offline use. */
export const loadOfflineWords = (): Promise<OfflineWords> => rooms().offline();

/** What answers numbers and names. */
export const loadSearch = (): Promise<SearchLanguage> => rooms().search();

/** What answers words. */
export const loadWordIndex = (): Promise<WordIndex> => rooms().wordIndex();

/** What the decoder says and knows. */
export const loadDecode = (): Promise<DecodeLanguage> => rooms().decode();
