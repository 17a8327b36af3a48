/** The search index of the built pages, the same bytes for the same pages. */
import { glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createIndex } from 'pagefind';
import { searchPageOf, type SearchFragment, type SearchPages } from '../site/search-page.ts';
import { searchPagesPath } from '../site/urls.ts';
import { withStableFilters, type IndexFile } from './stable-filters.ts';

/** Pagefind's ready-made interfaces, its worker, and its program for other languages are not used here, and weigh more than the index. */
const UNUSED = /-ui\.|^pagefind-highlight\.js$|^pagefind-worker\.js$|^wasm\.unknown\./;

/**
 * Writes `pagefind/` into the folder.
 * @param folder holds the built pages, without their twins
 * @returns how many pages were read
 */
export async function writeSearchIndex(folder: string): Promise<number> {
  const { index, errors } = await createIndex({ forceLanguage: 'en' });
  if (!index) throw failure(errors);
  // Not `addDirectory`: it reads in the order of the file system, and numbers pages by it.
  const pages = (await Array.fromAsync(glob('**/*.html', { cwd: folder })))
    .map((page) => page.replaceAll('\\', '/'))
    .sort();
  for (const page of pages) {
    const content = await readFile(join(folder, page), 'utf8');
    const added = await index.addHTMLFile({ sourcePath: page, content });
    if (added.errors.length > 0) throw failure(added.errors);
  }
  const { files, errors: unwritten } = await index.getFiles();
  if (unwritten.length > 0) throw failure(unwritten);
  const stable = withStableFilters(files);
  for (const { path, content } of stable) {
    if (UNUSED.test(path)) continue;
    const file = join(folder, 'pagefind', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  await writeFile(join(folder, searchPagesPath), JSON.stringify(searchPages(stable)));
  return pages.length;
}

/** Of each page what ranks it, from the file that Pagefind made of it. */
function searchPages(files: readonly IndexFile[]): SearchPages {
  const pages: Record<string, ReturnType<typeof searchPageOf>> = {};
  for (const { path, content } of files) {
    const id = /^fragment\/(\w+)\.pf_fragment$/.exec(path)?.[1];
    if (id === undefined) continue;
    const text = gunzipSync(content).toString('utf8');
    pages[id] = searchPageOf(JSON.parse(text.slice(text.indexOf('{'))) as SearchFragment);
  }
  return pages;
}

const failure = (errors: readonly string[]): Error =>
  new Error(`The search index could not be made: ${errors.join('; ')}`);
