/** What the search dialog answers: the exact answer at once and without a request, then full text. */
import resolverIndex from 'virtual:resolver-index';
import { resolve } from '../domain/text/resolve.ts';
import { answerView, type OptionView } from '../site/answer-view.ts';
import { href } from '../site/urls.ts';
import { FAMILIES } from '../domain/codes/families.ts';
import { views } from '../words/en/views.ts';
import styles from '../styles/search-dialog.css?inline';
import { element, find } from './dom.ts';
import { loadFullText, searchFullText, type FullTextResult } from './full-text.ts';
import { readSetting, writeSetting } from './settings.ts';

/** Full text waits until typing pauses for so many milliseconds. */
const PAUSE = 120;

/** No option is active: Enter then takes the first. */
const NONE = -1;

/**
 * Begins with what is in the field already.
 * @param entered Enter was pressed before this script was there: the first answer is opened
 */
export function mountSearchDialog(root: HTMLElement, entered: boolean): void {
  const dialog = find(root, 'dialog', HTMLDialogElement);
  const input = find(root, 'input[type=search]', HTMLInputElement);
  const status = find(root, '[role=status]', HTMLElement);
  const notes = element('div', { class: 'notes' });
  const listbox = element('div', {
    role: 'listbox',
    id: 'search-options',
    'aria-label': 'Results',
  });
  const filters = familyFilters();
  document.head.append(element('style', {}, styles));
  status.before(filters);
  status.after(notes, listbox, slashSetting());
  input.setAttribute('aria-controls', listbox.id);
  const families = [...filters.querySelectorAll('input')];

  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts queries, so that a late answer to an earlier one is dropped. */
  let turn = 0;
  let active = NONE;

  const options = () => [...listbox.querySelectorAll<HTMLElement>('[role=option]')];
  const family = () => families.find(({ checked }) => checked)?.value ?? '';

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

  function show(exact: readonly Node[], beside: readonly Node[], rest: readonly Node[]): void {
    listbox.replaceChildren(...exact, ...beside, ...rest);
    options().forEach((option, index) => (option.id = `search-option-${index}`));
    input.setAttribute('aria-expanded', String(options().length > 0));
    activate(exact.length > 0 ? 0 : NONE);
  }

  function search(): void {
    const query = input.value;
    const view = answerView(resolverIndex, resolve(resolverIndex, query));
    const exact = view.exact.map((option) => optionNode(option, 'exact'));
    const beside = view.beside.map((option) => optionNode(option, 'beside'));
    turn += 1;
    const mine = turn;
    clearTimeout(timer);
    delete listbox.dataset['query'];
    notes.replaceChildren(...view.notes.map((note) => element('p', {}, note)));
    show(exact, beside, []);
    announce(exact.length, 0, view.notes.length > 0, query);
    if (query.trim() === '') return;
    timer = setTimeout(() => {
      searchFullText(query, family()).then(
        (results) => {
          if (mine !== turn) return;
          const paths = new Set(view.exact.map(({ path }) => pageOf(href(path))));
          const others = results.filter(({ url }) => !paths.has(pageOf(url)));
          const selected = active;
          show(exact, beside, others.map(resultNode));
          if (selected > 0) activate(selected);
          announce(exact.length, others.length, view.notes.length > 0, query);
          // Says that the list is complete, and for which query.
          listbox.dataset['query'] = query;
        },
        () => {
          if (mine === turn)
            status.textContent =
              `${status.textContent} Full-text search could not be loaded.`.trim();
        },
      );
    }, PAUSE);
  }

  function announce(exact: number, others: number, noted: boolean, query: string): void {
    if (query.trim() === '') {
      status.textContent = '';
      return;
    }
    const counts = [
      ...(exact > 0 ? [`${exact} exact ${exact === 1 ? 'answer' : 'answers'}.`] : []),
      ...(noted ? ['Not documented.'] : []),
      ...(others > 0 ? [`${others} ${others === 1 ? 'page' : 'pages'} with these words.`] : []),
    ];
    status.textContent = counts.length > 0 ? counts.join(' ') : 'Nothing found.';
  }

  listbox.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a')) dialog.close();
  });
  input.addEventListener('input', search);
  for (const radio of families) radio.addEventListener('change', search);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') activate(active + 1);
    else if (event.key === 'ArrowUp') activate(active === NONE ? options().length - 1 : active - 1);
    // A search field would take the first Escape to empty itself.
    else if (event.key === 'Escape') dialog.close();
    else if (event.key === 'Enter') (options()[active] ?? options()[0])?.click();
    else return;
    event.preventDefault();
  });

  // A failure is said when somebody searches.
  const warm = () => void loadFullText().catch(() => undefined);
  if (dialog.open) warm();
  else input.addEventListener('focus', warm, { once: true });
  search();
  if (entered) options()[0]?.click();
}

/** From which family full text is wanted. */
function familyFilters(): HTMLElement {
  const labels = FAMILIES.map((family) => views.families[family].name);
  const choices = [['', 'All'], ...labels.map((label) => [label, label]), ['Guide', 'Guides']];
  return element(
    'fieldset',
    {},
    element('legend', { class: 'sr-only' }, 'Full text from'),
    ...choices.map(([value = '', label = '']) =>
      element(
        'label',
        {},
        element('input', {
          type: 'radio',
          name: 'family',
          value,
          ...(value === '' ? { checked: '' } : {}),
        }),
        label,
      ),
    ),
  );
}

/** The key `/` can be switched off: somebody who speaks to the browser says it by accident. */
function slashSetting(): HTMLElement {
  const box = element('input', { type: 'checkbox' });
  box.checked = readSetting('slash') !== 'off';
  box.addEventListener('change', () => writeSetting('slash', box.checked ? 'on' : 'off'));
  return element(
    'label',
    { class: 'slash' },
    box,
    'Open search with the key ',
    element('kbd', {}, '/'),
  );
}

/** The page of an address, without its fragment. */
const pageOf = (url: string): string => url.split('#')[0] ?? url;

function optionNode(option: OptionView, kind: 'exact' | 'beside'): HTMLElement {
  const origin = kind === 'exact' ? `Exact · ${option.origin}` : option.origin;
  return linkOption(href(option.path), kind, origin, option.label, [option.detail]);
}

function resultNode({ url, title, family, excerpt }: FullTextResult): HTMLElement {
  const option = linkOption(url, 'full-text', family, title, []);
  excerpt.then(
    (parts) =>
      find(option, '.detail', HTMLElement).replaceChildren(
        ...parts.map(({ text, marked }) => (marked ? element('mark', {}, text) : text)),
      ),
    // The result is as good without it.
    () => undefined,
  );
  return option;
}

/** An option is the link itself: a link inside an option would be two targets in one. */
const linkOption = (
  url: string,
  kind: string,
  origin: string,
  label: string,
  detail: readonly (Node | string)[],
): HTMLElement =>
  element(
    'a',
    { role: 'option', 'aria-selected': 'false', tabindex: '-1', class: kind, href: url },
    element('span', { class: 'origin' }, origin),
    element('span', { class: 'label' }, label),
    element('span', { class: 'detail' }, ...detail),
  );
