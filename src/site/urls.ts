/** The only place that spells addresses. They are a public contract: none is ever changed. */
import { ENGLISH, LANGUAGES, type Language } from '../words/languages.ts';

import { codePath, codesPath, guidePath } from '../domain/codes/paths.ts';

export { codePath, codesPath, guidePath };

/** The configured base path without its closing slash: `''` at the root of a host. */
const BASE: string = (import.meta.env?.BASE_URL ?? '/').replace(/\/$/, '');

/** An address within the site, with the base path before it. */
export const href = (path: string): string => `${BASE}${path}`;

export const decodePath = '/decode';
export const aboutPath = '/about';
export const glossaryPath = '/glossary';
export const linkToCodePath = '/link-to-a-code';
export const notOurCodesPath = '/not-mgs-codes';
export const changesPath = '/changes';
export const changesFeedPath = '/changes.xml';

/** The same page as data and as Markdown. */
export const jsonPath = (code: string): string => `${codePath(code)}.json`;
export const markdownPath = (code: string): string => `${codePath(code)}.md`;

export const catalogueJsonPath = '/codes.json';
export const schemaPath = '/codes.schema.json';
export const llmsFullPath = '/llms-full.txt';
export const openSearchPath = '/opensearch.xml';

/** Every code in one file that opens from disk; made from the page beside it, which is no page of the site. */
export const oneFilePath = '/mgs-codes.html';

/** The one file of every language. */
export const oneFilePaths: readonly string[] = LANGUAGES.map(({ path }) => path + oneFilePath);

/** Full-text search: its program. */
export const pagefindPath = '/pagefind/pagefind.js';

/** What it compiles to: Pagefind has one for English, and one for languages without stems. */
export const pagefindWasmPath = (language: Language): string =>
  `/pagefind/wasm.${language.id === ENGLISH.id ? 'en' : 'unknown'}.pagefind`;

export const serviceWorkerPath = '/service-worker.js';
export const killSwitchPath = '/service-worker-off.js';
export const manifestPath = '/manifest.webmanifest';

/** A path of this site as a whole address, base path included. */
export const absolute = (site: URL, path: string): string => new URL(href(path), site).href;

export const sourcePath = (id: string): string => `${aboutPath}#source-${id}`;

/** One meaning on the page of its number: `gateway/7014` → `/codes/7014#gateway`. */
export function meaningPath(id: string): string {
  const [family = '', code = ''] = id.split('/');
  return `${codePath(code)}#${family}`;
}

/** Whether a path below the base is a one file, which is no page of the site. */
export const isOneFile = (path: string): boolean =>
  oneFilePaths.includes(`${path.replace(/(?:\.html|\/)$/, '')}.html`);

/** The address by which a page is known: absolute and without a closing slash. */
export function canonical(url: string): string {
  const { origin, pathname, href: whole } = new URL(url);
  return pathname === '/'
    ? whole
    : whole.replace(origin + pathname, origin + pathname.replace(/\/$/, ''));
}

/**
 * The site's own address, which the configuration always has.
 * @throws Error when it has not
 */
export function siteOf(site: URL | undefined): URL {
  if (!site) throw new Error('The site has no address; set SITE.');
  return site;
}

/** The path of a page by its address, without base path, folder of a language and closing slash. */
export function pathAt(pathname: string): string {
  const path = pathname.slice(BASE.length).replace(/\/$/, '');
  const folder = languageAt(pathname).path;
  return path.slice(folder.length) || '/';
}

/** The language of a page by its address, base path included. */
export function languageAt(pathname: string): Language {
  const path = pathname.slice(BASE.length);
  return (
    LANGUAGES.find(
      ({ path: folder }) => folder !== '' && (path === folder || path.startsWith(`${folder}/`)),
    ) ?? ENGLISH
  );
}
