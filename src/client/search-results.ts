/** A search field with its list: what is typed is answered at once; full text comes when it is asked for. */
import type { FullTextResult } from './full-text.ts';
import type { ResultKind, ResultView, Search, SearchView } from '../site/search-view.ts';
import type { SearchWords } from '../words/en/search.ts';
import { decodePath } from '../site/urls.ts';
import { element, find } from './dom.ts';

/** Full text by itself waits until typing pauses for so many milliseconds. */
const PAUSE = 300;
/** Fewer letters begin half of all words, and are about to become more. */
const FEWEST_LETTERS = 3;

/** Results that are meanings of what was typed. */
const MEANINGS: ReadonlySet<ResultKind> = new Set(['exact', 'sdk-only', 'probable']);

/** No option is chosen. */
const NONE = -1;

export type FullText = {
  /** Begins to load what a search will need; safe to call often. */
  prepare(): void;
  search(query: string): Promise<readonly FullTextResult[]>;
};

export type SearchSettings = {
  readonly words: SearchWords;
  /** Makes the address of a path of the site. */
  readonly link: (path: string) => string;
  /** Where there is one: the second tier. */
  readonly fullText?: FullText;
  /** A result is about to be opened. */
  readonly onOpen?: (url: string) => void;
};

/** What answers a query before full text does. */
export type FirstTier = {
  readonly search: Search;
  /**
   * `numbers`: the words are still to come. `some words`: with thousands of codes the index has no
   * more, and full text answers words as well. `all words`: full text is a last resort.
   */
  readonly holds: 'numbers' | 'some words' | 'all words';
};

export type SearchField = {
  /** Answers what is in the field by this from now on. */
  use(tier: FirstTier): void;
  /** What Enter does. */
  enter(): void;
};

/**
 * Makes the field work. What it holds already is answered when the first search is given.
 * @param root holds the field and the status
 */
export function mountSearchField(root: HTMLElement, settings: SearchSettings): SearchField {
  const { words, link, fullText, onOpen } = settings;
  const input = find(root, 'input[role=combobox]', HTMLInputElement);
  const status = find(root, '[role=status]', HTMLElement);
  const notes = element('div', { class: 'notes' });
  const listbox = find(root, '[role=listbox]', HTMLElement);
  const hints = element('div', { class: 'hints' });
  const more = element('button', { type: 'button', class: 'all-text', hidden: '' }, words.allText);
  status.after(notes);
  listbox.after(hints, more);

  let tier: FirstTier | undefined;
  /** Enter was pressed before there was an answer. */
  let isEntered = false;
  let view: SearchView | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts queries, so that a late answer to an earlier one is dropped. */
  let turn = 0;
  let active = NONE;

  const options = () => [...listbox.querySelectorAll<HTMLElement>('[role=option]')];

  function activate(index: number): void {
    const all = options();
    active = all.length === 0 || index === NONE ? NONE : (index + all.length) % all.length;
    all.forEach((option, position) =>
      option.setAttribute('aria-selected', String(position === active)),
    );
    const current = all[active];
    if (current) {
      input.setAttribute('aria-activedescendant', current.id);
      current.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  }

  function show(nodes: readonly Node[]): void {
    listbox.replaceChildren(...nodes);
    const all = options();
    all.forEach((option, index) => (option.id = `search-option-${index}`));
    listbox.hidden = all.length === 0;
    input.setAttribute('aria-expanded', String(all.length > 0));
  }

  function answer(): void {
    if (!tier) return;
    turn += 1;
    clearTimeout(timer);
    const query = input.value.trim();
    view = tier.search(query);
    const { results, onEnter, summary } = view;
    delete listbox.dataset['query'];
    notes.replaceChildren(...view.notes.map((note) => element('p', {}, note)));
    show(results.map(optionNode));
    // What Enter opens is chosen already, but for a page that only has the words.
    activate(onEnter && onEnter.kind !== 'words' ? 0 : NONE);
    status.textContent = summary;
    hints.replaceChildren(...(query === '' ? emptyHints() : []));
    more.hidden = query === '' || !fullText;
    const isFound = results.length > 0 || view.notes.length > 0;
    const isAnswered = query === '' || (isFound && (tier.holds === 'all words' || !fullText));
    if (isAnswered && tier.holds !== 'numbers') done();
    else if (tier.holds === 'numbers') return;
    else if (fullText && isWorthIt(query)) timer = setTimeout(() => void searchAllText(), PAUSE);
    else nothing();
  }

  function nothing(): void {
    status.textContent = words.nothing;
    hints.replaceChildren(
      element('ul', {}, ...words.nothingHint.map((hint) => element('li', {}, hint))),
      decodeLine(),
    );
    done();
  }

  /** Says that the list is complete, and for which query. */
  function done(): void {
    listbox.dataset['query'] = input.value;
  }

  async function searchAllText(): Promise<void> {
    if (!fullText || !view) return;
    const mine = turn;
    const { results, notes: known, summary } = view;
    more.hidden = true;
    fullText.prepare();
    status.textContent = sentences(summary, words.allTextLoading);
    let found: readonly FullTextResult[];
    try {
      found = await fullText.search(input.value);
    } catch {
      if (mine !== turn) return;
      status.textContent = sentences(summary, words.allTextFailed);
      more.hidden = false;
      return;
    }
    if (mine !== turn) return;
    const pages = new Set(results.map(({ path }) => pageOf(link(path))));
    const others = found.filter(({ url }) => !pages.has(pageOf(url)));
    const chosen = active;
    show([...results.map(optionNode), ...others.map(fullTextNode)]);
    activate(chosen);
    if (results.length + others.length + known.length === 0) nothing();
    else {
      const count = others.length > 0 ? words.allTextCount(others.length) : words.allTextNothing;
      status.textContent = sentences(summary, count);
      done();
    }
  }

  function enter(): void {
    const all = options();
    if (!view || (tier?.holds === 'numbers' && all.length === 0)) {
      isEntered = true;
      return;
    }
    const chosen = all[active] ?? (view.onEnter ? all[0] : undefined);
    if (chosen) chosen.click();
    else if (all.length === 0) {
      clearTimeout(timer);
      void searchAllText();
    } else if (view.results.length === 0) all[0]?.click();
    else status.textContent = choiceText(view.results);
  }

  const sentences = (...texts: readonly string[]): string =>
    texts.filter((text) => text !== '').join(words.punctuation.gap);

  /** What Enter says instead of a choice of its own. */
  function choiceText(results: readonly ResultView[]): string {
    const meanings = results.filter(({ kind }) => MEANINGS.has(kind)).length;
    return meanings > 1 ? words.choose(meanings) : words.choosePage;
  }

  function optionNode(result: ResultView): HTMLElement {
    const { path, kind, origin, label, text, detail } = result;
    return linkOption(link(path), kind, origin, label, [
      ...(text === '' ? [] : [element('span', { class: 'sentence' }, text)]),
      ...(detail === '' ? [] : [element('span', { class: 'facts' }, detail)]),
    ]);
  }

  const fullTextNode = ({ url, title, origin, excerpt }: FullTextResult): HTMLElement =>
    linkOption(url, 'full-text', origin, title, [
      element(
        'span',
        { class: 'sentence' },
        ...excerpt.map(({ text, marked }) => (marked ? element('mark', {}, text) : text)),
      ),
    ]);

  const decodeLine = (): HTMLElement =>
    element(
      'p',
      {},
      `${words.decodeHint}${words.punctuation.gap}`,
      element('a', { href: link(decodePath) }, words.decodeLink),
    );

  function emptyHints(): HTMLElement[] {
    const examples = words.examples.map((example) => {
      const button = element('button', { type: 'button', class: 'example' }, example);
      button.addEventListener('click', () => {
        input.value = example;
        input.focus();
        answer();
      });
      return button;
    });
    return [
      element('p', {}, words.emptyHint),
      element('div', { class: 'examples' }, ...examples),
      decodeLine(),
    ];
  }

  listbox.addEventListener('click', (event) => {
    const option = event.target instanceof Element ? event.target.closest('a') : null;
    if (option) onOpen?.(option.href);
  });
  more.addEventListener('click', () => {
    input.focus();
    void searchAllText();
  });
  input.addEventListener('input', () => {
    isEntered = false;
    answer();
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') activate(active + 1);
    else if (event.key === 'ArrowUp') activate(active === NONE ? options().length - 1 : active - 1);
    else if (event.key === 'Enter') enter();
    else return;
    event.preventDefault();
  });

  return {
    use(next) {
      tier = next;
      answer();
      if (!isEntered || next.holds === 'numbers') return;
      isEntered = false;
      enter();
    },
    enter,
  };
}

const isWorthIt = (query: string): boolean =>
  /\p{Script=Han}/u.test(query) || query.length >= FEWEST_LETTERS;

/** The page of an address, without its fragment. */
const pageOf = (url: string): string => url.split('#')[0] ?? url;

/** An option is the link itself: a link inside an option would be two targets in one. */
const linkOption = (
  url: string,
  kind: string,
  origin: string,
  label: string,
  detail: readonly Node[],
): HTMLElement =>
  element(
    'a',
    { role: 'option', 'aria-selected': 'false', tabindex: '-1', class: kind, href: url },
    element('span', { class: 'origin' }, origin),
    element('span', { class: 'label' }, label),
    ...detail,
  );
