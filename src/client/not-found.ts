/**
 * The 404 page: reads the address that was asked for. Where it means exactly one page it leads there;
 * everything else it shows, in the language of the address.
 *
 * Hosts have one such page, and its frame is English. Below another language the frame's words are taken
 * from that language's front door: a page in two languages would need every word of the frame twice,
 * also the next that is added, and most readers have the front door in their copy of the site.
 */
import { isCodeAddress, publishedCode } from '../domain/text/address.ts';
import { normalise, resolve } from '../domain/text/resolve.ts';
import { answerView, besideNote } from '../site/answer-view.ts';
import { percentDecoded } from '../site/fragment.ts';
import { codePath, href, languageAt, pathAt } from '../site/urls.ts';
import { ENGLISH } from '../words/languages.ts';
import { showAnswer } from './answer-list.ts';
import { find } from './dom.ts';
import { loadSearch } from './words.ts';

/** What has words in the frame; each is found as often and in the same order on every page. */
const WORDS = [
  '.sl-skip-link, a[href="#_top"]',
  '.site-title span',
  '.sidebar-content > ul',
  'mgs-search :is([data-open] span, label, [data-close])',
  '.theme :is(span, option)',
  '.language',
  '.independent > :not(.offline)',
].join();
/** What only leads somewhere else or has another name there. */
const NAMED = '.site-title, .sidebar, .menu-button, mgs-search dialog, #search-options';

/** Without the front door the frame stays as it is, and works. */
async function translateFrame(home: string): Promise<void> {
  const response = await fetch(home);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const translated = page.querySelectorAll(`${WORDS},${NAMED}`);
  const nodes = document.querySelectorAll(`${WORDS},${NAMED}`);
  if (!response.ok || nodes.length !== translated.length) return;
  for (const [index, node] of nodes.entries()) {
    const other = translated[index];
    // Names of styles are those of a page.
    for (const name of ['href', 'lang', 'hreflang', 'aria-label']) {
      const value = other?.getAttribute(name);
      if (value) node.setAttribute(name, value);
    }
    if (node.matches(WORDS)) node.replaceChildren(...(other?.childNodes ?? []));
  }
}

export async function mountNotFound(root: HTMLElement): Promise<void> {
  const language = languageAt(location.pathname);
  document.documentElement.lang = language.tag;
  find(document, 'main', HTMLElement).lang = language.tag;
  const heading = find(document, 'h1', HTMLElement);
  for (const part of root.querySelectorAll<HTMLElement>('[data-language]')) {
    part.hidden = part.dataset['language'] !== language.id;
    if (!part.hidden) heading.textContent = part.dataset['title'] ?? '';
  }
  if (language !== ENGLISH) translateFrame(href(language.path)).catch(() => undefined);

  const path = pathAt(location.pathname);
  const asked = percentDecoded(path.split('/').at(-1) ?? '');
  for (const button of root.querySelectorAll('.open-search'))
    button.addEventListener('click', () => {
      const input = find(document, 'mgs-search input', HTMLInputElement);
      input.value ||= asked.slice(0, input.maxLength);
      find(document, 'mgs-search [data-open]', HTMLButtonElement).click();
    });

  const search = await loadSearch().catch(() => null);
  // The page says by itself that there is none, and where to look.
  if (search === null) return;
  const { index, words } = search;
  const code = isCodeAddress(path) ? publishedCode(index, asked) : null;
  const page = code === null ? null : href(language.path + codePath(code));
  // Not to itself: a host may have lost the very page.
  if (page !== null && page !== location.pathname.replace(/\/$/, '')) {
    location.replace(page + location.search + location.hash);
    return;
  }
  const answer = resolve(index, asked);
  if (answer.kind !== 'nothing') heading.textContent = words.notFound(answer, normalise(asked));
  const view = answerView(index, answer, words);
  // The heading says that a number has no page, and the links say where it would stand.
  const notes =
    answer.kind === 'undocumented'
      ? [
          ...answer.beside.map((each) => besideNote(each, words)),
          ...(answer.elsewhere.length > 0 ? [words.ruledOut] : []),
        ]
      : view.notes;
  showAnswer(root, { ...view, notes }, words.punctuation);
}
