/** After a search the focus is on what was opened, on this page or on the next. */

const NAME = 'mgs-codes:searched';

/** The page that a search leads to. */
export function rememberSearch(path: string): void {
  try {
    sessionStorage.setItem(NAME, path);
  } catch {
    // Without storage the focus is where the browser puts it.
  }
}

/** Puts the focus where a search has led, if it has led to this page. */
export function focusSearched(): void {
  try {
    const path = sessionStorage.getItem(NAME);
    if (path === null) return;
    sessionStorage.removeItem(NAME);
    if (path.replace(/\/$/, '') === location.pathname.replace(/\/$/, '')) focusPlace(location.hash);
  } catch {
    // As above.
  }
}

/** Puts the focus on a place of the page, and without one on its heading. */
export function focusPlace(hash: string): void {
  const id = hash.slice(1).split('&')[0] ?? '';
  const place = document.getElementById(id) ?? document.querySelector('h1');
  if (!place) return;
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
}
