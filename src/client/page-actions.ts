/**
 * The living parts of a code page: copying, and a link's context. What few readers need comes in a second
 * script with its words; the words of this one are in the markup.
 */
import { parseFragment } from '../site/fragment.ts';
import type { PageWords } from '../words/en/page.ts';
import { copyText } from './clipboard.ts';
import { element, find } from './dom.ts';

/** The text of a node with its white space folded. */
export const textOf = (node: Element | null): string =>
  (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Loads the words of a ticket and of a link's context, when one is wanted. */
type LoadWords = () => Promise<PageWords>;

export function mountCodePage(root: HTMLElement, loadWords: LoadWords): void {
  mountCopyActions(root, loadWords);
  // In a task of its own: the page answers the reader before it.
  setTimeout(() => {
    mountHeadings(root);
    mountMeanings(root);
  });
}

/** Where a number has several meanings in the sidebar, the one that is read is marked and in view. */
function mountMeanings(root: HTMLElement): void {
  const marked = [
    ...document.querySelectorAll<HTMLAnchorElement>('.sidebar-content [aria-current]'),
  ];
  const first = marked.find((link) => link.getAttribute('aria-current') === 'page');
  const links = marked.filter(({ pathname }) => pathname === first?.pathname);
  if (links.length < 2) return;
  const observer = new IntersectionObserver(
    (entries) => {
      const read = entries.find(({ isIntersecting }) => isIntersecting)?.target;
      if (!read) return;
      const own = links.find(({ hash }) => hash === `#${read.id}`) ?? first;
      for (const link of links) link.setAttribute('aria-current', link === own ? 'page' : 'true');
      own?.scrollIntoView({ block: 'nearest' });
    },
    // What lies across the middle of the window.
    { rootMargin: '-50% 0%' },
  );
  for (const entry of root.querySelectorAll('.entry')) observer.observe(entry);
}

/** Copying, and the text for a ticket with the context of the link, for every entry within. */
export function mountCopyActions(root: HTMLElement, loadWords: LoadWords): void {
  for (const actions of root.querySelectorAll<HTMLElement>('.page-actions'))
    mountActions(actions, loadWords);
  mountFolds(root);
  const follow = () => followFragment(root, loadWords);
  follow();
  addEventListener('load', follow);
  addEventListener('hashchange', follow);
}

/** The browser scrolls to `#ios`, but not to `#ios&api=…`. */
function followFragment(root: HTMLElement, loadWords: LoadWords): void {
  const { place, context } = parseFragment(location.hash);
  const shown = root.querySelectorAll('.reader-context');
  if (Object.keys(context).length === 0) {
    for (const old of shown) old.remove();
    return;
  }
  const target = document.getElementById(place);
  Promise.all([import('./reader-context.ts'), loadWords()])
    .then(([{ showContext }, words]) => showContext(words, root, target, context))
    // The section helps without the context too; that is still in the address.
    .catch(() => undefined)
    .finally(() => target && scrollTo(target));
}

/** In the one file what is above is laid out only now and moves the target, so it is followed for some frames. */
function scrollTo(target: HTMLElement, frames = 8): void {
  target.scrollIntoView();
  if (frames > 0) requestAnimationFrame(() => scrollTo(target, frames - 1));
}

function mountActions(actions: HTMLElement, loadWords: LoadWords): void {
  const status = find(actions, '[role=status]', HTMLElement);
  for (const button of actions.querySelectorAll('button'))
    button.addEventListener('click', () => {
      const { copy: text } = button.dataset;
      void copy(text ?? ticketOf(actions, loadWords), actions, status, button);
    });
}

async function ticketOf(actions: HTMLElement, loadWords: LoadWords): Promise<string> {
  const [{ ticketOf: make }, words] = await Promise.all([
    import('./reader-context.ts'),
    loadWords(),
  ]);
  return make(words, actions);
}

/** A link into a folded part opens it; not every browser does. On paper all is open. */
function mountFolds(root: HTMLElement): void {
  const open = (target: Element | null) => target?.closest('details')?.setAttribute('open', '');
  const openTarget = () => open(document.getElementById(parseFragment(location.hash).place));
  openTarget();
  addEventListener('hashchange', openTarget);
  addEventListener('beforeprint', () => {
    for (const sources of root.querySelectorAll('details .sources')) open(sources);
  });
}

/** A button at each heading that copies the address of its section. */
export function mountHeadings(root: HTMLElement): void {
  const status = element('p', { role: 'status', class: 'sr-only' });
  for (const heading of root.querySelectorAll<HTMLElement>(':is(h2, h3)[id]:not(summary *)'))
    mountHeading(root, heading, status);
  root.append(status);
}

/**
 * The button is in the heading, not after it: there it would have the styles of all that follows
 * worked out again. The heading is still called by its text alone.
 */
function mountHeading(root: HTMLElement, heading: HTMLElement, status: HTMLElement): void {
  const name = textOf(heading);
  const button = element('button', {
    type: 'button',
    class: 'copy-link',
    'aria-label': `${root.dataset['copyLink'] ?? ''}${name}`,
  });
  button.addEventListener('click', () => {
    const address = new URL(location.href);
    address.hash = heading.id;
    void copy(address.href, root, status, button);
  });
  heading.setAttribute('aria-label', name);
  heading.append(button);
}

/** Milliseconds for which a button shows the outcome in place of its name. */
const SHOWN = 2000;

/**
 * @param what a text, or one that is still made
 * @param said holds the words for the outcome
 * @param status reads the outcome out
 * @param button shows it
 */
async function copy(
  what: string | Promise<string>,
  said: HTMLElement,
  status: HTMLElement,
  button: HTMLElement,
): Promise<void> {
  const { copied = '', notCopied = '' } = said.dataset;
  const done = await Promise.resolve(what).then(copyText, () => false);
  const outcome = done ? copied : notCopied;
  status.textContent = outcome;
  button.dataset['said'] = outcome;
  setTimeout(() => delete button.dataset['said'], SHOWN);
}
