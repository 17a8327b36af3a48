/** The line that offers a page in another language, in that language. */
import type { LanguageId } from './languages.ts';

type OfferWords = { readonly text: string; readonly open: string; readonly dismiss: string };

export const languageOffer: Readonly<Record<LanguageId, OfferWords>> = {
  en: { text: 'This page is also in English.', open: 'Read it', dismiss: "Don't show again" },
  'zh-cn': { text: '本页有简体中文版。', open: '阅读中文版', dismiss: '不再提示' },
};
