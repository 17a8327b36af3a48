/**
 * The script of the file that holds every code at once. It is bundled on its own for each language,
 * because a file opened from disk can load no other.
 */
import { resolve } from '../domain/text/resolve.ts';
import { parseFragment, percentDecoded } from '../site/fragment.ts';
import { DECODE_ANCHOR, linkInFile } from '../site/one-file.ts';
import { absolute } from '../site/urls.ts';
import type { WordIndex } from '../site/word-index.ts';
import type { PageWords } from '../words/en/page.ts';
import { mountCodeFilters } from './code-filters.ts';
import { mountDecodeBox } from './decode-box.ts';
import { find } from './dom.ts';
import { mountCopyActions } from './page-actions.ts';
import { pageLanguage } from './page-language.ts';
import { mountSearchField } from './search-results.ts';
import { focusPlace } from './search-target.ts';
import { wordTier } from './search-words-tier.ts';
import type { DecodeLanguage, SearchLanguage } from './words.ts';

/** Everything that the file says and knows in its language. */
export type OneFileLanguage = {
  readonly decode: DecodeLanguage;
  readonly search: SearchLanguage;
  readonly wordIndex: WordIndex;
  readonly page: PageWords;
};

export function mountOneFile({ decode, search, wordIndex, page }: OneFileLanguage): void {
  const main = find(document, 'main', HTMLElement);
  const site = new URL(main.dataset['site'] ?? '');
  const box = find(main, 'mgs-decode', HTMLElement);
  const link = linkInFile(search.index, (path) => absolute(site, `${pageLanguage().path}${path}`));
  mountSearchField(find(main, 'mgs-search', HTMLElement), {
    words: search.words,
    link,
    onOpen: (url) => setTimeout(() => focusPlace(new URL(url).hash)),
  }).use(wordTier(search, wordIndex));
  mountDecodeBox(box, decode, link);
  mountCodeFilters(find(main, 'mgs-filters', HTMLElement), search);
  mountCopyActions(main, () => Promise.resolve(page));

  const placeNamed = () => percentDecoded(parseFragment(location.hash).place);

  /** `#7099`, `#kDTRpcNetworkError` and the like are no places: the box says what they may mean. */
  const answerFragment = () => {
    const place = placeNamed();
    if (place === '' || document.getElementById(place)) return;
    if (resolve(search.index, place).kind === 'nothing') return;
    const input = find(box, 'textarea', HTMLTextAreaElement);
    input.value = place;
    input.dispatchEvent(new Event('input'));
    document.getElementById(DECODE_ANCHOR)?.scrollIntoView();
  };
  answerFragment();
  addEventListener('hashchange', answerFragment);

  const goToPlace = () => document.getElementById(placeNamed())?.scrollIntoView();
  // What the script has shown stands above the place that the browser has gone to before; and codes
  // above it may get their true heights, which differ from the guess, only once they are drawn.
  goToPlace();
  addEventListener('load', () => requestAnimationFrame(() => requestAnimationFrame(goToPlace)));
}
