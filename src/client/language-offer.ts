/** One quiet line that offers the page in the language that the browser prefers. */
import { languageOffer } from '../words/language-offer.ts';
import { languageOf } from '../words/languages.ts';
import { element } from './dom.ts';

/**
 * Shows the line at the foot of the window, over the page, so that nothing is moved.
 * @param link leads to the page in that language
 * @param onDismiss the reader wants it never again
 */
export function offerLanguage(link: HTMLAnchorElement, onDismiss: () => void): void {
  const { id, tag } = languageOf(link.hreflang);
  const { text, open, dismiss } = languageOffer[id];
  const yes = element('button', { type: 'button' }, open);
  const no = element('button', { type: 'button' }, dismiss);
  const line = element('aside', { popover: 'manual', lang: tag, 'aria-label': text }, text);
  line.append(' ', yes, ' ', no);
  // By properties: the policy of the site forbids style attributes.
  Object.assign(line.style, {
    inset: 'auto 0 0.5rem',
    margin: '0 auto',
    padding: '0.5rem 0.75rem',
    border: '1px solid',
    borderRadius: '0.25rem',
    fontSize: '0.875rem',
  });
  // Like the link itself, it keeps the place and remembers the choice.
  yes.addEventListener('click', () => link.click());
  no.addEventListener('click', () => {
    onDismiss();
    line.remove();
  });
  document.querySelector('header')?.append(line);
  line.showPopover();
}
