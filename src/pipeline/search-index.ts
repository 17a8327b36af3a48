/** The full-text index of the built pages, the same bytes for the same pages. */
import { appendFile, glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { close, createIndex } from 'pagefind';
import { JOINER } from '../site/line-breaks.ts';
import { href, languageAt, pagefindPath } from '../site/urls.ts';

/** Pagefind's ready-made interfaces and its worker are not used here, and weigh more than the index. */
const UNUSED = /-ui\.|^pagefind-highlight\.js$|^pagefind-worker\.js$/;

/** What runs; the rest of an index is data. */
const PROGRAM = /^(?:pagefind\.js|wasm\.[\w-]+\.pagefind)$/;

/** The folder of the index below that of the site, `/pagefind`. */
const FOLDER = posix.dirname(pagefindPath);

/** What the search reads first. */
const ENTRY = 'pagefind-entry.json';

/** What only pages that can be found have. Pagefind would keep the others in memory and leave them out. */
const BODY = 'data-pagefind-body';

/**
 * Pages in one index. While Pagefind makes one it holds about half a megabyte for each page (seen with
 * 10,000 codes: 546 MB for 1,000 English pages). A site of more pages has further indexes, which the
 * browser joins.
 */
const MOST_PAGES = 500;

/** Pagefind's list of what is in an index. */
type Entry = { readonly languages: Readonly<Record<string, unknown>> };

/** The further indexes of each language, as paths below the base. */
type Further = Record<string, string[]>;

/**
 * Writes `pagefind/` into the folder, with folders of further indexes in it where there are many pages.
 * Each index is of one language and has a program of its own that ends before the next begins: Pagefind
 * holds all pages of a run in memory, several times.
 * @param folder holds the built pages, without their twins
 * @param mostPages in one index
 * @returns how many pages can be found
 */
export async function writeSearchIndex(folder: string, mostPages = MOST_PAGES): Promise<number> {
  // Not `addDirectory`: it reads in the order of the file system, and numbers pages by it.
  const pages = (await Array.fromAsync(glob('**/*.html', { cwd: folder })))
    .map((page) => page.replaceAll('\\', '/'))
    .sort();
  const found: string[] = [];
  for (const page of pages)
    if ((await readFile(join(folder, page))).includes(BODY)) found.push(page);
  const entries = new Map<string, Entry[]>();
  const further: Further = {};
  for (const [{ id }, ofLanguage] of Map.groupBy(found, languageOf))
    for (const [index, part] of inParts(ofLanguage, mostPages).entries()) {
      const within = index === 0 ? '' : `${index + 1}/`;
      if (within !== '') (further[id] ??= []).push(`${FOLDER}/${within}`);
      const entry = await writePart(folder, part, within);
      entries.set(within, [...(entries.get(within) ?? []), entry]);
    }
  for (const [within, ofPart] of entries)
    await writeFile(join(folder, FOLDER, within, ENTRY), JSON.stringify(merged(ofPart)));
  // To the program, so that the browser needs no request to know.
  if (Object.keys(further).length > 0)
    await appendFile(
      join(folder, pagefindPath),
      `\nexport const further=${JSON.stringify(further)};\n`,
    );
  return found.length;
}

const languageOf = (page: string) => languageAt(href(`/${page.replace(/\.html$/, '')}`));

/** As few parts as can be, of much the same length. */
function inParts(pages: readonly string[], most: number): string[][] {
  const length = Math.ceil(pages.length / Math.ceil(pages.length / most));
  return Array.from({ length: Math.ceil(pages.length / length) }, (_, index) =>
    pages.slice(index * length, (index + 1) * length),
  );
}

/** One list for the languages of a part. In order: Pagefind's own is that of a hash table, another one each time. */
function merged(entries: readonly Entry[]): Entry {
  const languages = entries
    .flatMap((entry) => Object.entries(entry.languages))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...entries[0], languages: Object.fromEntries(languages) };
}

/**
 * Writes the files of some pages of one language, whose names have its name in them. The program comes
 * with the first part only, and serves all.
 * @param within the folder of the part
 * @returns what Pagefind lists of it
 */
async function writePart(folder: string, pages: readonly string[], within: string): Promise<Entry> {
  try {
    const { index, errors } = await createIndex();
    if (!index) throw failure(errors);
    for (const page of pages) {
      const html = await readFile(join(folder, page), 'utf8');
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
      if (UNUSED.test(path) || (within !== '' && PROGRAM.test(path))) continue;
      if (path === ENTRY) entry = JSON.parse(new TextDecoder().decode(content)) as Entry;
      const file = join(folder, FOLDER, within, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    return entry;
  } finally {
    await close();
  }
}

const failure = (errors: readonly string[]): Error =>
  new Error(`The search index could not be made: ${errors.join('; ')}`);
