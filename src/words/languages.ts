/** The languages of the site. English is at the root; every other language is a folder of the same paths. */

export const LANGUAGES = [
  { id: 'en', tag: 'en', name: 'English', path: '' },
  { id: 'zh-cn', tag: 'zh-CN', name: '简体中文', path: '/zh-cn' },
] as const;

export type Language = (typeof LANGUAGES)[number];
export type LanguageId = Language['id'];

export const ENGLISH: Language = LANGUAGES[0];

/** The language of an id or tag, whatever its case; English for all others. */
export const languageOf = (text: string | undefined): Language =>
  LANGUAGES.find(({ id }) => id === text?.toLowerCase()) ?? ENGLISH;
