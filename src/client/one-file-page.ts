/**
 * The script of the file that holds every code at once. It is bundled on its own, because a file
 * opened from disk can load no other.
 */
import resolverIndex from 'virtual:resolver-index';
import { wordTier } from './search-words-tier.ts';
import { mountSearchField } from './search-results.ts';
import { focusPlace } from './search-target.ts';
import { search as words } from '../words/en/search.ts';
import { resolve } from '../domain/text/resolve.ts';
import { parseFragment, percentDecoded } from '../site/fragment.ts';
import { DECODE_ANCHOR, linkInFile } from '../site/one-file.ts';
import { absolute } from '../site/urls.ts';
import { mountCodeFilters } from './code-filters.ts';
import { mountCopyActions } from './page-actions.ts';
import { mountDecodeBox } from './decode-box.ts';
import { find } from './dom.ts';

const main = find(document, 'main', HTMLElement);
const site = new URL(main.dataset['site'] ?? '');
const box = find(main, 'mgs-decode', HTMLElement);

const link = linkInFile(resolverIndex, (path) => absolute(site, path));
mountSearchField(find(main, 'mgs-search', HTMLElement), {
  words,
  link,
  onOpen: (url) => setTimeout(() => focusPlace(new URL(url).hash)),
}).use(wordTier());
mountDecodeBox(box, link);
mountCodeFilters(find(main, 'mgs-filters', HTMLElement));
mountCopyActions(main);
answerFragment();
addEventListener('hashchange', answerFragment);

/** `#7099`, `#kDTRpcNetworkError` and the like are no places: the box says what they may mean. */
function answerFragment(): void {
  const place = percentDecoded(parseFragment(location.hash).place);
  if (place === '' || document.getElementById(place)) return;
  if (resolve(resolverIndex, place).kind === 'nothing') return;
  const input = find(box, 'textarea', HTMLTextAreaElement);
  input.value = place;
  input.dispatchEvent(new Event('input'));
  document.getElementById(DECODE_ANCHOR)?.scrollIntoView();
}
