/** Chinese: the script of the file that holds every code at once. */
import wordIndex from 'virtual:word-index/zh-cn';
import { page } from '../../words/zh-cn/page.ts';
import { mountOneFile } from '../one-file-page.ts';
import { decode } from './decode.zh-cn.ts';
import { search } from './search.zh-cn.ts';

mountOneFile({ decode, search, wordIndex, page });
