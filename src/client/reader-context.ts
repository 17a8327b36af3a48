/** What a link says of the reader's own call, shown where it helps and copied into a ticket. Always as text. */
import { CONTEXT_NAMES, logQuery, parseFragment, type Fragment } from '../site/fragment.ts';
import { ticketText, type TicketFacts } from '../site/ticket.ts';
import type { PageWords } from '../words/en/page.ts';
import { copyText } from './clipboard.ts';
import { element, find } from './dom.ts';
import { textOf } from './page-actions.ts';

/**
 * Shows the context at the top of the entry that the link leads to, or of the page.
 * @param target the place that the link names, or null where there is none
 */
export function showContext(
  words: PageWords,
  root: HTMLElement,
  target: HTMLElement | null,
  context: Fragment['context'],
): void {
  for (const old of root.querySelectorAll('.reader-context')) old.remove();
  const entry =
    target?.closest('.entry') ?? target?.querySelector('.entry') ?? root.querySelector('.entry');
  const place = entry?.querySelector('.first-screen') ?? null;
  place?.after(contextNode(words, context));
}

function contextNode(words: PageWords, context: Fragment['context']): HTMLElement {
  const query = logQuery(context.trace ?? '');
  return element(
    'section',
    { class: 'reader-context', 'aria-label': words.yourCall },
    element('strong', {}, words.yourCall),
    element(
      'dl',
      {},
      ...CONTEXT_NAMES.flatMap((name) => {
        const value = context[name];
        return value === undefined
          ? []
          : [element('dt', {}, words.context[name]), element('dd', {}, element('code', {}, value))];
      }),
    ),
    ...(context.trace === undefined ? [] : [element('p', {}, words.traceSearch)]),
    ...(query === null ? [] : [queryNode(words, query)]),
  );
}

function queryNode(words: PageWords, query: string): HTMLElement {
  const status = element('span', { role: 'status' });
  const button = element('button', { type: 'button' }, words.copyQuery);
  button.addEventListener(
    'click',
    () =>
      void copyText(query).then((copied) => {
        status.textContent = copied ? words.copied : words.notCopied;
      }),
  );
  return element(
    'p',
    {},
    `${words.logQuery} `,
    element('code', { class: 'query' }, query),
    ' ',
    button,
    ' ',
    status,
  );
}

/** The text for a ticket of the entry that the actions are in. */
export const ticketOf = (words: PageWords, actions: HTMLElement): string =>
  ticketText(words, factsOf(actions), fragmentFor(actions));

/** The fragment, without its context where that belongs to another entry. */
function fragmentFor(actions: HTMLElement): Fragment {
  const fragment = parseFragment(location.hash);
  const shown = document.querySelector('.reader-context');
  const own = shown === null || actions.closest('.entry')?.contains(shown) === true;
  return own ? fragment : { ...fragment, context: {} };
}

/** What the page says of the entry that the actions are in. */
function factsOf(actions: HTMLElement): TicketFacts {
  const section = find(document, `#${actions.closest('section')?.id ?? ''}`, HTMLElement);
  const heading = document.getElementById(section.getAttribute('aria-labelledby') ?? '');
  return {
    heading: headingText(heading),
    place: section.id,
    address: actions.dataset['address'] ?? '',
    meaning: textOf(section.querySelector('.lead')),
    facts: [...section.querySelectorAll('.fact-strip > div')].map((fact) => [
      textOf(fact.querySelector('dt')),
      valueOf(fact.querySelector('dd')),
    ]),
    steps: [textOf(section.querySelector('.first-step p'))].filter((step) => step !== ''),
  };
}

/** A list keeps its order in one line: `1. App developer 2. Gateway operator`. */
function valueOf(value: Element | null): string {
  const items = [...(value?.querySelectorAll('li') ?? [])];
  return items.length < 2
    ? textOf(value)
    : items.map((item, index) => `${index + 1}. ${textOf(item)}`).join(' ');
}

/** Without the button that copies the heading's address. */
const headingText = (heading: HTMLElement | null): string =>
  heading?.getAttribute('aria-label') ?? textOf(heading);
