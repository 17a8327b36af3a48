/** The words of the page's language, loaded when a script needs them. */
import { languageOf, type LanguageId } from '../words/languages.ts';
import type { PageWords } from '../words/en/page.ts';

/** The language of this page. */
export const pageLanguage = (): LanguageId => languageOf(document.documentElement.lang).id;

const PAGE: Readonly<Record<LanguageId, () => Promise<{ page: PageWords }>>> = {
  en: () => import('../words/en/page.ts'),
  'zh-cn': () => import('../words/zh-cn/page.ts'),
};

/** Words for the text of a ticket and for the context of a link. */
export const loadPageWords = async (): Promise<PageWords> => (await PAGE[pageLanguage()]()).page;
