/** What a page says when one of its scripts does not come; the script that says it is there already. */
import type { LanguageId } from './languages.ts';

export const notLoaded: Readonly<Record<LanguageId, string>> = {
  en: 'A script of this page could not be loaded. Reload the page.',
  'zh-cn': '本页的一个脚本加载失败，请刷新页面。',
};
