/** The search dialog: numbers and names at once, words as soon as their index is there, then full text. */
import { createSearch } from '../site/search-view.ts';
import styles from '../styles/search-dialog.css?inline';
import { href, pagefindPath, pagefindWasmPath } from '../site/urls.ts';
import { element, find } from './dom.ts';
import { mountSearchField, type FirstTier } from './search-results.ts';
import { focusPlace, rememberSearch } from './search-target.ts';
import { readSetting, writeSetting } from './settings.ts';
import { pageHref, pageLanguage } from './page-language.ts';
import type { SearchLanguage } from './words.ts';

/**
 * Begins with what is in the field already.
 * @param isEntered Enter was pressed before this script was there
 * @param wordTier what answers words, when it is loaded
 */
export function mountSearchDialog(
  root: HTMLElement,
  { index, words }: SearchLanguage,
  isEntered: boolean,
  wordTier: Promise<FirstTier>,
): void {
  const dialog = find(root, 'dialog', HTMLDialogElement);
  document.head.append(element('style', {}, styles));
  const frame = find(root, '.frame', HTMLElement);
  const field = mountSearchField(frame, {
    words,
    link: pageHref,
    fullText: {
      prepare: fetchAhead,
      search: async (query) => (await import('./full-text.ts')).searchFullText(query),
    },
    onOpen(url) {
      dialog.close();
      const { pathname, hash } = new URL(url);
      // Where the page stays, nothing but its place is opened.
      if (pathname === location.pathname) setTimeout(() => focusPlace(hash));
      else rememberSearch(pathname);
    },
  });
  frame.append(slashSetting(words.slash));
  const search = createSearch(index, words);
  field.use({ search, holds: 'numbers' });
  if (isEntered) field.enter();
  // Without the words, full text answers them.
  wordTier.then(field.use, () => field.use({ search, holds: 'some words' }));
}

/** What full text loads one after the other, it finds there when it asks: each wait is a round trip. */
function fetchAhead(): void {
  if (document.querySelector(`link[href="${href(pagefindPath)}"]`)) return;
  document.head.append(
    element('link', { rel: 'modulepreload', href: href(pagefindPath) }),
    element('link', {
      rel: 'preload',
      as: 'fetch',
      crossorigin: '',
      href: href(pagefindWasmPath(pageLanguage())),
    }),
  );
}

/** The key `/` can be switched off: somebody who speaks to the browser says it by accident. */
function slashSetting(label: string): HTMLElement {
  const box = element('input', { type: 'checkbox' });
  box.checked = readSetting('slash') !== 'off';
  box.addEventListener('change', () => writeSetting('slash', box.checked ? 'on' : 'off'));
  return element('label', { class: 'slash' }, box, `${label} `, element('kbd', {}, '/'));
}
