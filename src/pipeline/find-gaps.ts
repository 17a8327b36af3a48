/** What a built site lacks. Whatever went wrong in a build, an address that was once published is not lost by it. */
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { createCatalogue } from '../domain/codes/catalogue.ts';
import {
  catalogueJsonPath,
  jsonPath,
  killSwitchPath,
  manifestPath,
  markdownPath,
  oneFilePaths,
  openSearchPath,
  pagefindPath,
  pagefindWasmPath,
  schemaPath,
  serviceWorkerPath,
} from '../site/urls.ts';
import { LANGUAGES } from '../words/languages.ts';
import { contentOf } from './content.ts';

/** Files of the site that are no pages and do not come from a code. */
const SITE_FILES: readonly string[] = [
  '/404.html',
  '/_headers',
  '/_redirects',
  '/.assetsignore',
  '/.nginx.conf',
  '/llms.txt',
  '/llms-full.txt',
  '/robots.txt',
  '/sitemap-index.xml',
  catalogueJsonPath,
  killSwitchPath,
  manifestPath,
  ...oneFilePaths,
  openSearchPath,
  pagefindPath,
  ...LANGUAGES.map(pagefindWasmPath),
  schemaPath,
  serviceWorkerPath,
];

/**
 * Looks for the page of every published address in both its forms, for the files of the site and of
 * every code, and for whatever the pages link to or load.
 * @param folder the built site
 * @param options.root the project's folder, whose `content/` says what is expected
 * @param options.base the path below which the site stands
 * @param options.site the address of its host, for links that are written out
 * @returns a sentence with what to do for each gap; empty where the site is whole
 */
export function findGaps(
  folder: string,
  options: { readonly root: string; readonly base: string; readonly site?: string | undefined },
): string[] {
  const has = fileFinder(folder);
  const isPage = (address: string) => has(`${address === '/' ? '' : address}/index.html`);
  const { content } = contentOf(options.root);
  const addresses = content.addresses.flatMap((line) => line.addresses);
  const lost = addresses.filter((address) => !isPage(address));
  const codes = createCatalogue(content).pages.map(({ code }) => code);
  const files = [...SITE_FILES, ...codes.flatMap((code) => [jsonPath(code), markdownPath(code)])];
  const linked = linksOf(folder, options, new Set(addresses));
  return [
    ...lost.map(
      (address) =>
        `${address} is listed in content/addresses.txt and was not built. Fix: build its page again; a published address is never removed, and a draft is not built.`,
    ),
    ...addresses
      .filter((address) => address !== '/' && isPage(address) && !has(`${address}.html`))
      .map((address) => `${address}.html, the other form of ${address}, is not there.`),
    ...files.filter((file) => !has(file)).map((file) => `The file ${file} is not there.`),
    ...[...linked]
      .filter(([path]) => ![path, `${path}.html`, `${path}/index.html`].some(has))
      .map(
        ([path, page]) =>
          `${path} is named on ${page} and was not built. Fix: correct the link; if the page is a draft, publish it or link to it later.`,
      ),
  ];
}

/** Answers whether the site has a file at a path that holds anything. */
function fileFinder(folder: string): (path: string) => boolean {
  const known = new Map<string, boolean>();
  return (path) => {
    const found = known.get(path);
    if (found !== undefined) return found;
    const file = statSync(join(folder, path), { throwIfNoEntry: false });
    const isThere = file?.isFile() === true && file.size > 0;
    known.set(path, isThere);
    return isThere;
  };
}

/**
 * Every path of the site that its pages name, without fragment, query and closing slash, with the first
 * page that names it.
 * @param published addresses that are looked for anyway. They are left out, because each path keeps the
 *   text of its page in memory.
 */
function linksOf(
  folder: string,
  { base, site }: { readonly base: string; readonly site?: string | undefined },
  published: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const prefix = base.replace(/\/$/, '');
  const linked = new Map<string, string>();
  const files = globSync(['**/index.html', '404.html'], { cwd: folder });
  for (const page of files.sort()) {
    const parser = new Parser({
      onattribute(name, value) {
        // Share data name pictures and pages in `content`, always as a whole address.
        const names = name === 'href' || name === 'src' || name === 'content';
        const path = names ? pathOf(value, name !== 'content') : null;
        if (path !== null && !published.has(path) && !linked.has(path)) linked.set(path, page);
      },
    });
    parser.end(readFileSync(join(folder, page), 'utf8'));
  }
  return linked;

  function pathOf(value: string, mayBePath: boolean): string | null {
    const isWhole = site !== undefined && value.startsWith(`${site}/`);
    const own = isWhole ? value.slice(site.length) : mayBePath ? value : '';
    if (!own.startsWith(`${prefix}/`) || own.startsWith('//')) return null;
    const [path = ''] = own.slice(prefix.length).split(/[?#]/);
    return path === '/' ? path : path.replace(/\/$/, '');
  }
}
