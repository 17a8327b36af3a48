/** Filters over the table of all codes. Their state is the query of the address, so it can be sent and survives reload and Back. */
import { resolve } from '../domain/text/resolve.ts';
import { find } from './dom.ts';
import type { SearchLanguage } from './words.ts';

/** Hosts refuse long addresses. A longer text is a log: it filters, but its page cannot be sent. */
const LONGEST_IN_ADDRESS = 2000;

export function mountCodeFilters(root: HTMLElement, { index }: SearchLanguage): void {
  const form = find(root, 'form', HTMLFormElement);
  const status = find(root, '[role=status]', HTMLElement);
  const rows = [...root.querySelectorAll<HTMLElement>('tr[data-id]')];
  const groups = [...root.querySelectorAll('tbody')];
  const texts = new Map(rows.map((row) => [row, (row.textContent ?? '').toLowerCase()]));

  /** The chosen filters without the empty ones, in the order of the form. */
  function chosen(): URLSearchParams {
    const entries = [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [],
    );
    return new URLSearchParams(entries);
  }

  function show(): void {
    const filters = chosen();
    const words = filters.get('text') ?? '';
    const answer = resolve(index, words);
    const named = new Set(answer.kind === 'meanings' ? answer.ids : []);
    let count = 0;
    for (const row of rows) {
      const fits =
        ['family', 'actor', 'retry', 'protocol'].every((name) => {
          const wanted = filters.get(name);
          return wanted === null || (row.dataset[name] ?? '').split(' ').includes(wanted);
        }) &&
        (words === '' ||
          named.has(row.dataset['id'] ?? '') ||
          (texts.get(row) ?? '').includes(words.toLowerCase()));
      row.hidden = !fits;
      if (fits) count += 1;
    }
    for (const group of groups) group.hidden = !group.querySelector('tr[data-id]:not([hidden])');
    const { shown = '', nothing = '' } = root.dataset;
    const counted = shown.replace('{shown}', String(count)).replace('{all}', String(rows.length));
    status.textContent = count === 0 ? counted + nothing : counted;
  }

  function readAddress(): void {
    const filters = new URLSearchParams(location.search);
    for (const control of form.elements)
      if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) {
        control.value = filters.get(control.name) ?? '';
        // A value that the list does not have chooses nothing: then the filter is off.
        if (control instanceof HTMLSelectElement && control.selectedIndex < 0) control.value = '';
      }
    show();
  }

  function writeAddress(): void {
    const filters = chosen();
    if (filters.toString().length > LONGEST_IN_ADDRESS) filters.delete('text');
    const query = filters.toString();
    show();
    try {
      history.replaceState(null, '', query === '' ? location.pathname : `?${query}`);
    } catch {
      // Some browsers forbid it in a file from disk: then the filters last for the page.
    }
  }

  form.addEventListener('input', writeAddress);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => {
    // The form is emptied after its listeners have run.
    setTimeout(writeAddress);
  });
  addEventListener('popstate', readAddress);
  addEventListener('pageshow', readAddress);
  // What the reader chose before this script was there is newer than the address.
  if (chosen().size > 0) writeAddress();
  else readAddress();
}
