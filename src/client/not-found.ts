/** The 404 page: reads the address that was asked for and says what it may mean. Leads nowhere by itself. */
import { resolve } from '../domain/text/resolve.ts';
import { answerView } from '../site/answer-view.ts';
import { percentDecoded } from '../site/fragment.ts';
import { showAnswer } from './answer-list.ts';
import type { SearchLanguage } from './words.ts';

export function mountNotFound(root: HTMLElement, { index, words }: SearchLanguage): void {
  const codes = root.dataset['codes'] ?? '';
  const { pathname } = location;
  if (codes === '' || !pathname.toLowerCase().startsWith(codes.toLowerCase())) return;
  const asked = percentDecoded(pathname.slice(codes.length).replace(/\/$/, ''));
  showAnswer(root, answerView(index, resolve(index, asked), words));
}
