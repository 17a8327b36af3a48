/** The full-text index of the built pages, the same bytes for the same pages. */
import { glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { JOINER } from '../site/line-breaks.ts';
import { href, languageAt } from '../site/urls.ts';

/** Pagefind's ready-made interfaces and its worker are not used here, and weigh more than the index. */
const UNUSED = /-ui\.|^pagefind-highlight\.js$|^pagefind-worker\.js$/;

/** What the search reads first. */
const ENTRY = 'pagefind-entry.json';

/** What only pages that can be found have. Pagefind would keep the others in memory and leave them out. */
const BODY = 'data-pagefind-body';

/** Pagefind's list of what is in an index. */
type Entry = { readonly languages: Readonly<Record<string, unknown>> };

/**
 * Writes `pagefind/` into the folder. Languages come one after the other, each with a program of its own
 * that ends before the next begins: Pagefind holds all pages of a run in memory, several times.
 * @param folder holds the built pages, without their twins
 * @returns how many pages are in the index
 */
export async function writeSearchIndex(folder: string): Promise<number> {
  // Not `addDirectory`: it reads in the order of the file system, and numbers pages by it.
  const pages = (await Array.fromAsync(glob('**/*.html', { cwd: folder })))
    .map((page) => page.replaceAll('\\', '/'))
    .sort();
  const entries: Entry[] = [];
  let count = 0;
  for (const ofLanguage of Map.groupBy(pages, languageOf).values()) {
    const { entry, found } = await writeLanguage(folder, ofLanguage);
    entries.push(entry);
    count += found;
  }
  // In order: Pagefind's own is that of a hash table, another one each time.
  const languages = entries
    .flatMap((entry) => Object.entries(entry.languages))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  await writeFile(
    join(folder, 'pagefind', ENTRY),
    JSON.stringify({ ...entries[0], languages: Object.fromEntries(languages) }),
  );
  return count;
}

const languageOf = (page: string) => languageAt(href(`/${page.replace(/\.html$/, '')}`));

/** Adds the files of one language, whose names have its name in them. */
async function writeLanguage(
  folder: string,
  pages: readonly string[],
): Promise<{ readonly entry: Entry; readonly found: number }> {
  try {
    const { index, errors } = await createIndex();
    if (!index) throw failure(errors);
    let found = 0;
    for (const page of pages) {
      const html = await readFile(join(folder, page), 'utf8');
      if (!html.includes(BODY)) continue;
      found += 1;
      // A word with it inside would not be found.
      const content = html.replaceAll(JOINER, '');
      const added = await index.addHTMLFile({ sourcePath: page, content });
      if (added.errors.length > 0) throw failure(added.errors);
    }
    // Not `writeFiles`, which also writes what is not used here.
    const { files, errors: unwritten } = await index.getFiles();
    if (unwritten.length > 0) throw failure(unwritten);
    let entry: Entry = { languages: {} };
    for (const { path, content } of files) {
      if (UNUSED.test(path)) continue;
      if (path === ENTRY) entry = JSON.parse(new TextDecoder().decode(content)) as Entry;
      const file = join(folder, 'pagefind', path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    return { entry, found };
  } finally {
    await close();
  }
}

const failure = (errors: readonly string[]): Error =>
  new Error(`The search index could not be made: ${errors.join('; ')}`);
