/** Which files of the project a file reads. */
import { readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';

const direct = new Map<string, readonly string[]>();

function directImports(file: string): readonly string[] {
  const known = direct.get(file);
  if (known) return known;
  const imports = Array.from(
    readFileSync(file, 'utf8').matchAll(/from '(\.[^']*\.ts)'/g),
    ([, path = '']) => posix.join(dirname(file), path),
  );
  direct.set(file, imports);
  return imports;
}

/**
 * The files that a file reads and those that they read, itself included, each with the number of imports
 * between.
 * @param file its path below the root, with `/`, as in the result
 */
export function importsOf(file: string): Map<string, number> {
  const found = new Map([[file, 0]]);
  for (const [each, distance] of found)
    for (const imported of directImports(each))
      if (!found.has(imported)) found.set(imported, distance + 1);
  return found;
}
