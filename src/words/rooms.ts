/** The words that components print, by language. Scripts load their own; see `client/words.ts`. */
import { decode, type DecodeWords } from './en/decode.ts';
import { redact, type RedactWords } from './en/redact.ts';
import { search, searchIndex, type SearchIndexWords, type SearchWords } from './en/search.ts';
import { decode as chineseDecode } from './zh-cn/decode.ts';
import { redact as chineseRedact } from './zh-cn/redact.ts';
import { search as chineseSearch, searchIndex as chineseIndex } from './zh-cn/search.ts';
import type { LanguageId } from './languages.ts';

type Rooms = {
  readonly decode: DecodeWords;
  readonly redact: RedactWords;
  readonly search: SearchWords;
  readonly searchIndex: SearchIndexWords;
};

const ROOMS: Readonly<Record<LanguageId, Rooms>> = {
  en: { decode, redact, search, searchIndex },
  'zh-cn': {
    decode: chineseDecode,
    redact: chineseRedact,
    search: chineseSearch,
    searchIndex: chineseIndex,
  },
};

/** The words of the decoder, of redaction and of search. */
export const roomsOf = (language: LanguageId): Rooms => ROOMS[language];
