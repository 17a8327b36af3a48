/**
 * Opens the search dialog. What the dialog can do comes in a second script, so that a page that is
 * only read does not pay for it; what is typed before it is there is not lost.
 */
import { href, pagefindPath, pagefindWasmPath, searchPagesPath } from '../site/urls.ts';
import { element, find } from './dom.ts';
import { readSetting } from './settings.ts';

export function mountSearchButton(root: HTMLElement): void {
  const open = find(root, 'button[data-open]', HTMLButtonElement);
  const dialog = find(root, 'dialog', HTMLDialogElement);
  const input = find(root, 'input[type=search]', HTMLInputElement);
  const status = find(root, '[role=status]', HTMLElement);

  let loading: Promise<void> | undefined;
  /** Enter was pressed before anything could be answered. */
  let entered = false;

  const load = () => {
    loading ??= import('./search-dialog.ts').then(
      ({ mountSearchDialog }) => {
        input.removeEventListener('keydown', onEarlyKey);
        mountSearchDialog(root, entered);
      },
      () => {
        // The next opening tries again.
        loading = undefined;
        status.textContent = 'Search could not be loaded. The page “All codes” lists every code.';
      },
    );
  };

  function onEarlyKey(event: KeyboardEvent): void {
    if (!event.isComposing) entered = event.key === 'Enter';
  }

  function showDialog(): void {
    if (dialog.open) return;
    dialog.showModal();
    input.focus();
    input.select();
    load();
    fetchAhead();
  }

  open.addEventListener('click', showDialog);
  // Who is about to search finds the script there.
  open.addEventListener('pointerenter', load);
  open.addEventListener('focus', load);
  open.disabled = false;
  input.addEventListener('keydown', onEarlyKey);
  find(root, 'button[data-close]', HTMLButtonElement).addEventListener('click', () =>
    dialog.close(),
  );
  dialog.addEventListener('click', (event) => {
    // The dialog itself is hit only beside its content: on the backdrop.
    if (event.target === dialog) dialog.close();
  });

  addEventListener('keydown', (event) => {
    const shortcut = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
    const plain = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (shortcut || (plain && readSetting('slash') !== 'off' && !isEditable(event.target))) {
      event.preventDefault();
      if (dialog.open && shortcut) dialog.close();
      else showDialog();
    }
  });
}

/** What full text loads one after the other, it finds there when it asks: each wait is a round trip. */
function fetchAhead(): void {
  if (document.querySelector(`link[href="${href(pagefindPath)}"]`)) return;
  const asFetch = { rel: 'preload', as: 'fetch', crossorigin: '' };
  document.head.append(
    element('link', { rel: 'modulepreload', href: href(pagefindPath) }),
    element('link', { ...asFetch, href: href(searchPagesPath) }),
    element('link', { ...asFetch, href: href(pagefindWasmPath) }),
  );
}

const isEditable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select'));
