/** The living parts of a code page: context in the fragment, copying, and the text for a ticket. */
import { CONTEXT_LABELS, parseFragment, type Fragment } from '../site/fragment.ts';
import { ticketText, type TicketFacts } from '../site/ticket.ts';
import { copyText } from './clipboard.ts';
import { element, find } from './dom.ts';

const text = (node: Element | null): string =>
  (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

export function mountCodePage(root: HTMLElement): void {
  mountTicketActions(root);
  // In a task of its own: the page answers the reader before it.
  setTimeout(() => mountHeadings(root));
}

/** Copying, and the text for a ticket with the context of the link, for every meaning within. */
export function mountTicketActions(root: HTMLElement): void {
  for (const actions of root.querySelectorAll<HTMLElement>('.page-actions')) mountActions(actions);
  followFragment();
  addEventListener('load', followFragment);
  addEventListener('hashchange', followFragment);
}

/** The browser scrolls to `#ios`, but not to `#ios&api=…`. */
function followFragment(): void {
  const { place, context } = parseFragment(location.hash);
  const target = document.getElementById(place);
  if (target !== null && location.hash.includes('&')) scrollTo(target);
  const said = Object.entries(context).map(
    ([name, value]) => `${CONTEXT_LABELS[name as keyof typeof CONTEXT_LABELS]} ${value}`,
  );
  // Where every number stands on one page, the context is that of the linked one only.
  const around = target?.closest('article') ?? document;
  for (const note of document.querySelectorAll<HTMLElement>('.page-actions .context')) {
    note.hidden = said.length === 0 || !around.contains(note);
    note.textContent = `From the link, for the ticket: ${said.join(', ')}`;
  }
}

/** In the one file what stands above is laid out only now and moves the target, so it is followed for some frames. */
function scrollTo(target: HTMLElement, frames = 8): void {
  target.scrollIntoView();
  if (frames > 0) requestAnimationFrame(() => scrollTo(target, frames - 1));
}

function mountActions(actions: HTMLElement): void {
  const status = find(actions, '[role=status]', HTMLElement);
  for (const button of actions.querySelectorAll<HTMLButtonElement>('[data-copy]'))
    button.addEventListener('click', () => copy(button.dataset['copy'] ?? '', status));
  find(actions, '[data-ticket]', HTMLButtonElement).addEventListener('click', () =>
    copy(ticketText(factsOf(actions), fragmentFor(actions)), status),
  );
}

/** The fragment, without its context where that belongs to another number. */
function fragmentFor(actions: HTMLElement): Fragment {
  const fragment = parseFragment(location.hash);
  return find(actions, '.context', HTMLElement).hidden ? { ...fragment, context: {} } : fragment;
}

/** What the page says of the meaning that the actions stand in. */
function factsOf(actions: HTMLElement): TicketFacts {
  const section = find(document, `#${actions.closest('section')?.id ?? ''}`, HTMLElement);
  const heading = document.getElementById(section.getAttribute('aria-labelledby') ?? '');
  return {
    heading: `${text(heading)} (${section.id})`,
    address: actions.dataset['address'] ?? '',
    meaning: text(section.querySelector('.lead')),
    facts: [...section.querySelectorAll('.fact-strip > div')].map((fact) => [
      text(fact.querySelector('dt')),
      text(fact.querySelector('dd')),
    ]),
    steps: [...section.querySelectorAll('.fix > li')].map((item) => {
      const step = item.cloneNode(true);
      if (step instanceof Element) for (const mark of step.querySelectorAll('.cite')) mark.remove();
      return (step.textContent ?? '').replace(/\s+/g, ' ').trim();
    }),
  };
}

function mountHeadings(root: HTMLElement): void {
  const status = element('p', { role: 'status', class: 'sr-only' });
  for (const heading of root.querySelectorAll<HTMLElement>(':is(h2, h3)[id]'))
    mountHeading(heading, status);
  root.append(status);
}

/**
 * The button stands in the heading, not after it: there it would have the styles of all that follows
 * worked out again. The heading is still called by its text alone.
 */
function mountHeading(heading: HTMLElement, status: HTMLElement): void {
  const name = text(heading);
  const button = element('button', {
    type: 'button',
    class: 'copy-link',
    'aria-label': `Copy link to ${name}`,
  });
  button.addEventListener('click', () => {
    const address = new URL(location.href);
    address.hash = heading.id;
    copy(address.href, status, button);
  });
  heading.setAttribute('aria-label', name);
  heading.append(button);
}

/** @param button shows it as well, where the status is only read out */
function copy(what: string, status: HTMLElement, button?: HTMLElement): void {
  void copyText(what).then((copied) => {
    const said = copied ? 'Copied.' : 'The browser did not allow copying.';
    status.textContent = said;
    if (button) button.dataset['said'] = said;
  });
}
