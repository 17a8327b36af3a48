/**
 * The reader's language. The links to other languages keep anchor, context and filters, and are
 * remembered: a page that is opened from outside in another language then leads to the chosen one.
 */
import { pageLanguage } from './page-language.ts';
import { readSetting, writeSetting } from './settings.ts';

/** @param links the same page in every other language */
export function mountLanguages(links: readonly HTMLAnchorElement[]): void {
  for (const link of links) {
    const choose = () => {
      writeSetting('language', link.hreflang);
      keepPlace(link);
    };
    link.addEventListener('click', choose);
    // The middle button opens it beside this page.
    link.addEventListener('auxclick', choose);
  }
  const chosen = readSetting('language');
  const other = links.find(({ hreflang }) => hreflang === chosen);
  if (other && isFromOutside()) {
    keepPlace(other);
    location.replace(other.href);
  } else if (chosen === null && pageLanguage().path === '' && !readSetting('language-offer')) {
    const preferred = links.find(({ hreflang }) => prefers(hreflang));
    if (preferred)
      void import('./language-offer.ts').then(
        ({ offerLanguage }) =>
          offerLanguage(preferred, () => writeSetting('language-offer', 'dismissed')),
        // The link in the header leads there all the same.
        () => undefined,
      );
  }
}

function keepPlace(link: HTMLAnchorElement): void {
  link.search = location.search;
  link.hash = location.hash;
}

/** Not by a link of the site, nor back, forward or again. */
function isFromOutside(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry?.type === 'navigate' && !document.referrer.startsWith(`${location.origin}/`);
}

/** Whether it is the first that the browser asks for of those that the site has. */
function prefers(tag: string): boolean {
  const baseOf = (each: string) => each.split('-')[0]?.toLowerCase();
  const here = baseOf(document.documentElement.lang);
  const wanted = navigator.languages
    .map(baseOf)
    .find((each) => each === here || each === baseOf(tag));
  return wanted === baseOf(tag) && wanted !== here;
}
