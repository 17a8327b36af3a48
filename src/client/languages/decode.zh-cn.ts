/** Chinese: what the decoder says and knows. */
import firstSteps from 'virtual:first-steps/zh-cn';
import { decode as words } from '../../words/zh-cn/decode.ts';
import { redact as redactWords } from '../../words/zh-cn/redact.ts';
import type { DecodeLanguage } from '../words.ts';
import { search } from './search.zh-cn.ts';

export const decode: DecodeLanguage = {
  index: search.index,
  firstSteps,
  words,
  searchWords: search.words,
  redactWords,
};
