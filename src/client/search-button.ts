/**
 * Opens the search dialog. What the dialog can do comes in scripts of its own, so that a page that is
 * only read does not pay for it; what is typed before they are there is not lost.
 */
import { find } from './dom.ts';
import { focusSearched } from './search-target.ts';
import { readSetting } from './settings.ts';
import { loadSearch, loadWordIndex } from './words.ts';

export function mountSearchButton(root: HTMLElement): void {
  const open = find(root, 'button[data-open]', HTMLButtonElement);
  const dialog = find(root, 'dialog', HTMLDialogElement);
  const input = find(root, 'input[role=combobox]', HTMLInputElement);
  const status = find(root, '[role=status]', HTMLElement);

  let loading: Promise<void> | undefined;
  /** Enter was pressed before anything could be answered. */
  let isEntered = false;

  const load = () => {
    if (loading) return;
    const language = loadSearch();
    const numbers = Promise.all([import('./search-dialog.ts'), language]);
    // Asked for after them: the words are twice as many bytes, and would keep a number waiting.
    const words = Promise.all([import('./search-words-tier.ts'), language, loadWordIndex()]).then(
      ([{ wordTier }, ofPage, index]) => wordTier(ofPage, index),
    );
    // A failure is seen to by the dialog.
    words.catch(() => undefined);
    loading = numbers.then(
      ([{ mountSearchDialog }, ofPage]) => {
        input.removeEventListener('keydown', onEarlyKey);
        mountSearchDialog(root, ofPage, isEntered, words);
      },
      () => {
        // The next opening tries again.
        loading = undefined;
        status.textContent = root.dataset['failure'] ?? '';
      },
    );
  };

  function onEarlyKey(event: KeyboardEvent): void {
    if (!event.isComposing) isEntered = event.key === 'Enter';
  }

  function showDialog(): void {
    if (dialog.open) return;
    dialog.showModal();
    input.focus();
    input.select();
    load();
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
  focusSearched();
}

const isEditable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select'));
