/** The full-text index of the built pages, the same bytes for the same pages. */
import { glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createIndex } from 'pagefind';
import { JOINER } from '../site/line-breaks.ts';

/** Pagefind's ready-made interfaces and its worker are not used here, and weigh more than the index. */
const UNUSED = /-ui\.|^pagefind-highlight\.js$|^pagefind-worker\.js$/;

/** What the search reads first. */
const ENTRY = 'pagefind-entry.json';

/** The entry with its languages in order: Pagefind writes them in the order of a hash table, another one each time. */
function inOrder(entry: Uint8Array): string {
  const { languages, ...rest } = JSON.parse(new TextDecoder().decode(entry)) as {
    languages: Record<string, unknown>;
  };
  const sorted = Object.entries(languages).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify({ ...rest, languages: Object.fromEntries(sorted) });
}

/**
 * Writes `pagefind/` into the folder.
 * @param folder holds the built pages, without their twins
 * @returns how many pages were read
 */
export async function writeSearchIndex(folder: string): Promise<number> {
  const { index, errors } = await createIndex();
  if (!index) throw failure(errors);
  // Not `addDirectory`: it reads in the order of the file system, and numbers pages by it.
  const pages = (await Array.fromAsync(glob('**/*.html', { cwd: folder })))
    .map((page) => page.replaceAll('\\', '/'))
    .sort();
  for (const page of pages) {
    // A word with it inside would not be found.
    const content = (await readFile(join(folder, page), 'utf8')).replaceAll(JOINER, '');
    const added = await index.addHTMLFile({ sourcePath: page, content });
    if (added.errors.length > 0) throw failure(added.errors);
  }
  const { files, errors: unwritten } = await index.getFiles();
  if (unwritten.length > 0) throw failure(unwritten);
  for (const { path, content } of files) {
    if (UNUSED.test(path)) continue;
    const file = join(folder, 'pagefind', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, path === ENTRY ? inOrder(content) : content);
  }
  return pages.length;
}

const failure = (errors: readonly string[]): Error =>
  new Error(`The search index could not be made: ${errors.join('; ')}`);
