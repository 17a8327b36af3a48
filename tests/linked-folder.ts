/** A second folder with the files of a first one, made in a moment: the files are the same on the disk. */
import { globSync, linkSync, mkdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

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
  const files = globSync(['**/*', '**/.*'], { cwd: from, withFileTypes: true });
  const made = new Set<string>();
  for (const file of files) {
    if (!file.isFile()) continue;
    const path = join(file.parentPath, file.name);
    const within = relative(from, path);
    if (!isWanted(within.replaceAll(sep, '/'))) continue;
    const link = join(to, within);
    const folder = dirname(link);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    linkSync(path, link);
  }
}
