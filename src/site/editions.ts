/** Every edition of the site; apart from `edition.ts`, so that no script takes the words of every language with it. */
import { views as english, type ViewWords } from '../words/en/views.ts';
import { ENGLISH, LANGUAGES, languageOf, type LanguageId } from '../words/languages.ts';
import { views as chinese } from '../words/zh-cn/views.ts';
import { createEdition, ENGLISH_EDITION, type Edition } from './edition.ts';

const VIEWS: Readonly<Record<LanguageId, ViewWords>> = { en: english, 'zh-cn': chinese };

/** Every edition, English first. */
export const EDITIONS: readonly Edition[] = LANGUAGES.map((language) =>
  language === ENGLISH ? ENGLISH_EDITION : createEdition(language, VIEWS[language.id]),
);

/**
 * The edition of a page by the tag of its language; English for all that are unknown. One object for each:
 * what is made of an edition is kept for it.
 */
export const editionIn = (tag: string | undefined): Edition =>
  EDITIONS.find(({ language }) => language === languageOf(tag)) ?? ENGLISH_EDITION;

/** The other editions of a page. They have every page, save that of addresses without one. */
export const otherEditions = (edition: Edition, id: string): readonly Edition[] =>
  id === '404' ? [] : EDITIONS.filter(({ language }) => language.id !== edition.language.id);
