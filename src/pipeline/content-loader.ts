/** Feeds Astro's collections from the content that is read and checked once. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { contentOf, forgetContent, type CheckedContent } from './content.ts';

/** The entries of a collection by id. */
export type Entries = Iterable<readonly [id: string, data: object]>;

/** An editor writes a file in steps; and all collections then share what is read once. */
const SETTLED_MS = 50;

/**
 * A loader of one collection.
 * @param name of the collection, for messages
 * @param entriesOf what of the content belongs to it
 */
export const contentLoader = (
  name: string,
  entriesOf: (checked: CheckedContent) => Entries,
): Loader => ({
  name: `content: ${name}`,
  load: ({ config, store, watcher }) => {
    const root = fileURLToPath(config.root);
    const fill = () => {
      store.clear();
      for (const [id, data] of entriesOf(contentOf(root)))
        store.set({ id, data: data as Record<string, unknown> });
    };
    fill();
    const folder = join(root, 'content');
    watcher?.add(folder);
    let waiting: NodeJS.Timeout | undefined;
    for (const event of ['add', 'change', 'unlink'] as const)
      watcher?.on(event, (path) => {
        if (!path.startsWith(folder)) return;
        forgetContent(root);
        clearTimeout(waiting);
        waiting = setTimeout(fill, SETTLED_MS);
      });
    return Promise.resolve();
  },
});
