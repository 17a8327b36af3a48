/**
 * The 404 page: reads the address that was asked for. Where it means exactly one page it leads there;
 * everything else it shows, in the language of the address.
 */
import { isCodeAddress, publishedCode } from '../domain/text/address.ts';
import { normalise, resolve } from '../domain/text/resolve.ts';
import { answerView } from '../site/answer-view.ts';
import { percentDecoded } from '../site/fragment.ts';
import { codePath, href, languageAt, pathAt } from '../site/urls.ts';
import { showAnswer } from './answer-list.ts';
import { find } from './dom.ts';
import { loadSearch } from './words.ts';

export async function mountNotFound(root: HTMLElement): Promise<void> {
  const language = languageAt(location.pathname);
  document.documentElement.lang = language.tag;
  const heading = find(document, 'h1', HTMLElement);
  for (const part of root.querySelectorAll<HTMLElement>('[data-language]')) {
    part.hidden = part.dataset['language'] !== language.id;
    if (!part.hidden) heading.textContent = part.dataset['title'] ?? '';
  }

  const { index, words } = await loadSearch();
  const path = pathAt(location.pathname);
  const asked = percentDecoded(path.split('/').at(-1) ?? '');
  const code = isCodeAddress(path) ? publishedCode(index, asked) : null;
  const page = code === null ? null : href(language.path + codePath(code));
  // Not to itself: a host may have lost the very page.
  if (page !== null && page !== location.pathname.replace(/\/$/, '')) {
    location.replace(page + location.search + location.hash);
    return;
  }
  const answer = resolve(index, asked);
  if (answer.kind !== 'nothing') heading.textContent = words.notFound(answer, normalise(asked));
  showAnswer(root, answerView(index, answer, words), words.punctuation);
}
