/** The content of the project, read once for all faults that do not change how it is read. */
import { resolve } from 'node:path';
import { readContent as read, type ReadContent } from '../../src/pipeline/read-content.ts';

export * from '../../src/pipeline/read-content.ts';

const ROOT = resolve(import.meta.dirname, '../..');
let known: ReadContent | null = null;

export function readContent(root: string): ReadContent {
  if (resolve(root) !== ROOT) return read(root);
  known ??= read(root);
  return structuredClone(known);
}
