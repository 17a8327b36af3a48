/** Many queries in one go: a round trip to the browser for each takes far longer than its answer. */
import type { Locator } from 'playwright/test';

/** An option as it is shown. */
export type Shown = { readonly href: string | null; readonly kinds: readonly string[] };

/**
 * Types one query after the other into a search field that answers at once.
 * @returns the options that are shown for each
 */
export const askAll = (input: Locator, queries: readonly string[]): Promise<Shown[][]> =>
  input.evaluate(
    (node: HTMLInputElement, all) =>
      all.map((query) => {
        node.value = query;
        node.dispatchEvent(new InputEvent('input', { bubbles: true }));
        return Array.from(document.querySelectorAll('[role=option]'), (option) => ({
          href: option.getAttribute('href'),
          kinds: [...option.classList],
        }));
      }),
    [...queries],
  );
