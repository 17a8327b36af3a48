/** What is in a folder. */
import { globSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Every file of a folder, hidden ones as well, in order and by its path within it, such as `codes/7014.html`. */
export const filesIn = (folder: string): string[] =>
  globSync(['**/*', '**/.*'], { cwd: folder, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => relative(folder, join(file.parentPath, file.name)).replaceAll(sep, '/'))
    .sort();
