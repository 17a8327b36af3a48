/** The 404 page: reads the address that was asked for and says what it may mean. Leads nowhere by itself. */
import resolverIndex from 'virtual:resolver-index';
import { resolve } from '../domain/text/resolve.ts';
import { answerView } from '../site/answer-view.ts';
import { search } from '../words/en/search.ts';
import { percentDecoded } from '../site/fragment.ts';
import { showAnswer } from './answer-list.ts';

export function mountNotFound(root: HTMLElement): void {
  const codes = root.dataset['codes'] ?? '';
  const { pathname } = location;
  if (codes === '' || !pathname.toLowerCase().startsWith(codes.toLowerCase())) return;
  const asked = percentDecoded(pathname.slice(codes.length).replace(/\/$/, ''));
  showAnswer(root, answerView(resolverIndex, resolve(resolverIndex, asked), search));
}
