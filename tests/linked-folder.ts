/** A second folder with the files of a first one, made in a moment: the files are the same on the disk. */
import { linkSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesIn } from './folder-files.ts';

/**
 * Links every file of a folder into another one, hidden files as well. Whoever changes one there must
 * write it anew: what is written into it stands in both.
 * @param to on the same file system
 * @param isWanted whether a file is linked, by its path within the folder, such as `codes/7014.html`
 */
export function linkFolder(
  from: string,
  to: string,
  isWanted: (file: string) => boolean = () => true,
): void {
  const made = new Set<string>();
  for (const file of filesIn(from).filter(isWanted)) {
    const link = join(to, file);
    const folder = dirname(link);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    linkSync(join(from, file), link);
  }
}
