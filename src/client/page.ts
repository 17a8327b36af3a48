/**
 * The script of every page. One file, because a request more would cost a reader more than the bytes
 * that a page does not need; what only some pages have comes after it.
 */
import { notLoaded } from '../words/not-loaded.ts';
import { pageLanguage } from './page-language.ts';
import { mountCodePage, mountHeadings } from './page-actions.ts';
import { mountLanguages } from './language-choice.ts';
import { mountOffline } from './offline.ts';
import { mountSearchButton } from './search-button.ts';
import { mountThemes } from './theme.ts';
import { loadDecode, loadPageWords, loadSearch } from './words.ts';

/** Runs for every such element of the page. */
function mount(selector: string, onEach: (root: HTMLElement) => unknown): void {
  for (const root of document.querySelectorAll<HTMLElement>(selector)) onEach(root);
}

/**
 * The same with a script that is loaded for it, in a task of its own, so that the page answers the
 * reader before it. Where the script does not come, the element's own status says so.
 */
function mountLater(selector: string, load: () => Promise<(root: HTMLElement) => unknown>): void {
  mount(selector, (root) =>
    setTimeout(() =>
      load().then(
        (onEach) => onEach(root),
        () => root.querySelector('[role=status]')?.replaceChildren(notLoaded[pageLanguage().id]),
      ),
    ),
  );
}

/** The same with a script that is loaded when the reader comes to the first such element. */
function mountWhenSeen(
  selector: string,
  load: () => Promise<(root: HTMLElement) => unknown>,
): void {
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries)
      if (isIntersecting && target instanceof HTMLElement) {
        observer.unobserve(target);
        // Without the script the text can still be selected.
        load()
          .then((onSeen) => onSeen(target))
          .catch(() => undefined);
      }
  });
  mount(selector, (root) => observer.observe(root));
}

mountThemes([...document.querySelectorAll<HTMLSelectElement>('.theme select')]);
mountLanguages([...document.querySelectorAll<HTMLAnchorElement>('a.language[hreflang]')]);
mount('mgs-search', mountSearchButton);
mount('.code-page', (root) => mountCodePage(root, loadPageWords));
mount('[data-copy-link]:not(.code-page)', mountHeadings);
mount('.offline', mountOffline);
mountLater('.examples', async () => (await import('./examples.ts')).mountExamples);
mountLater('mgs-decode', async () => {
  const [{ mountDecodeBox }, language] = await Promise.all([
    import('./decode-box.ts'),
    loadDecode(),
  ]);
  return (root) => mountDecodeBox(root, language);
});
mountLater('mgs-filters', async () => {
  const [{ mountCodeFilters }, language] = await Promise.all([
    import('./code-filters.ts'),
    loadSearch(),
  ]);
  return (root) => mountCodeFilters(root, language);
});
mountLater('mgs-not-found', async () => (await import('./not-found.ts')).mountNotFound);
mountWhenSeen(
  '[role=group], [data-line]',
  async () => (await import('./code-samples.ts')).mountCopyButton,
);
