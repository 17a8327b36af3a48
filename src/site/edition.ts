/** An edition of the site: a language, its words, and where its pages are. */
import { views as english, type ViewWords } from '../words/en/views.ts';
import { ENGLISH, type Language } from '../words/languages.ts';

export type Edition = {
  readonly language: Language;
  readonly words: ViewWords;
  /** A path of the site within the edition: `/codes/7014` → `/zh-cn/codes/7014`. */
  readonly path: (path: string) => string;
};

/** Makes an edition of a language and its words. */
export const createEdition = (language: Language, words: ViewWords): Edition => ({
  language,
  words,
  path: (path) =>
    path === '/' && language.path !== '' ? language.path : `${language.path}${path}`,
});

export const ENGLISH_EDITION: Edition = createEdition(ENGLISH, english);
