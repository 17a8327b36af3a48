/** Texts as they are written in files, each with its place. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Prose } from './prose.ts';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The files of a pattern below the root, in order. */
export const files = (pattern: string): string[] => globSync(pattern, { cwd: ROOT }).sort();

const linesOf = (file: string): Prose[] =>
  readFileSync(ROOT + file, 'utf8')
    .split('\n')
    .map((text, index) => ({ place: `${file}:${index + 1}`, text }));

/** The lines of a Markdown file without front matter and blocks of code. */
export function proseLines(file: string): Prose[] {
  const lines = linesOf(file);
  // Front matter is the first block between such lines, code every block between fences.
  let fence: string | null = lines[0]?.text === '---' ? '---' : null;
  return lines.filter(({ text }, index) => {
    if (fence !== null) {
      if (index > 0 && text.startsWith(fence)) fence = null;
      return false;
    }
    if (text.startsWith('```')) fence = '```';
    return fence === null;
  });
}

/**
 * The string literals of a TypeScript file, without comments.
 * @param inserted takes the place of what a template inserts
 */
export const stringLiterals = (file: string, inserted: string): Prose[] =>
  linesOf(file).flatMap(({ place, text: line }) =>
    /^\s*(?:\/\/|\/?\*)/.test(line)
      ? []
      : [...line.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)].map(
          ([, single, double, template]) => ({
            place,
            text: (single ?? double ?? template ?? '')
              .replace(/\\(.)/g, '$1')
              .replace(/\$\{[^}]*\}/g, inserted),
          }),
        ),
  );
