/** The words of the page's language, loaded when a script needs them. */
import { languageOf, type LanguageId } from '../words/languages.ts';
import type { OfflineWords } from '../words/en/offline.ts';
import type { PageWords } from '../words/en/page.ts';

/** The language of this page. */
const pageLanguage = (): LanguageId => languageOf(document.documentElement.lang).id;

const PAGE: Readonly<Record<LanguageId, () => Promise<{ page: PageWords }>>> = {
  en: () => import('../words/en/page.ts'),
  'zh-cn': () => import('../words/zh-cn/page.ts'),
};

/** Words for the text of a ticket and for the context of a link. */
export const loadPageWords = async (): Promise<PageWords> => (await PAGE[pageLanguage()]()).page;

const OFFLINE: Readonly<Record<LanguageId, () => Promise<{ offline: OfflineWords }>>> = {
  en: () => import('../words/en/offline.ts'),
  'zh-cn': () => import('../words/zh-cn/offline.ts'),
};

/** Words for the line that says what is kept for offline use. */
export const loadOfflineWords = async (): Promise<OfflineWords> =>
  (await OFFLINE[pageLanguage()]()).offline;
