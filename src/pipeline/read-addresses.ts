/** The list of every address ever published. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where it lies, from the project's folder. */
export const addressesFile = 'content/addresses.txt';

/** @returns the published addresses below the base path, spans such as `/codes/{100..599}` written out */
export function readAddresses(root: string): readonly string[] {
  return readFileSync(join(root, addressesFile), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((line) => {
      const span = /^(.*)\{(\d+)\.\.(\d+)\}$/.exec(line);
      if (!span) return [line];
      const [, before = '', from, to] = span;
      return Array.from(
        { length: Number(to) - Number(from) + 1 },
        (_, index) => `${before}${Number(from) + index}`,
      );
    });
}
