/** Fragments that carry context after the family, `#ios&api=…`: scrolls to the family's place. */

/** Scrolls where the part of the fragment before `&` leads; without such a part nothing happens. */
export function scrollToFamily(): void {
  const [name = '', ...context] = location.hash.slice(1).split('&');
  if (context.length > 0 && name !== '') document.getElementById(name)?.scrollIntoView();
}
