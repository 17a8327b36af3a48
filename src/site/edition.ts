/** An edition of the site: a language, its words, and where its pages are. */
import { views as english, type ViewWords } from '../words/en/views.ts';
import {
  ENGLISH,
  LANGUAGES,
  languageOf,
  type Language,
  type LanguageId,
} from '../words/languages.ts';
import { views as chinese } from '../words/zh-cn/views.ts';

export type Edition = {
  readonly language: Language;
  readonly words: ViewWords;
  /** A path of the site within the edition: `/codes/7014` → `/zh-cn/codes/7014`. */
  readonly path: (path: string) => string;
};

/** Makes an edition of a language and its words. */
const createEdition = (language: Language, words: ViewWords): Edition => ({
  language,
  words,
  path: (path) =>
    path === '/' && language.path !== '' ? language.path : `${language.path}${path}`,
});

const VIEWS: Readonly<Record<LanguageId, ViewWords>> = { en: english, 'zh-cn': chinese };

/** Every edition, English first. */
export const EDITIONS: readonly Edition[] = LANGUAGES.map((language) =>
  createEdition(language, VIEWS[language.id]),
);

export const ENGLISH_EDITION: Edition = editionIn(ENGLISH.tag);

/** The edition of a page by the tag of its language; English for all that are unknown. */
export function editionIn(tag: string | undefined): Edition {
  const { id } = languageOf(tag);
  const [english, ...others] = EDITIONS;
  const found = others.find(({ language }) => language.id === id) ?? english;
  if (!found) throw new RangeError('There is no edition.');
  return found;
}
