/** English: the script of the file that holds every code at once. */
import wordIndex from 'virtual:word-index/en';
import { page } from '../../words/en/page.ts';
import { mountOneFile } from '../one-file-page.ts';
import { decode } from './decode.en.ts';
import { search } from './search.en.ts';

mountOneFile({ decode, search, wordIndex, page });
