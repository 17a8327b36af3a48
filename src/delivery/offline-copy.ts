/** What the installed site keeps, and under which of its addresses each page is found again. */
import { parseSpans } from '../domain/codes/range.ts';
import { isOfClassOnly, type Catalogue } from '../domain/codes/catalogue.ts';
import { codePath, isOneFile } from '../site/urls.ts';
import { LANGUAGES } from '../words/languages.ts';

export type OfflineCopy = {
  /** The base path without its closing slash. */
  readonly root: string;
  /** Differs whenever anything that is kept differs. */
  readonly version: string;
  /** The hash of every kept file by its path below the base: pages without a closing slash, and what they load. */
  readonly files: Readonly<Record<string, string>>;
  /** HTTP numbers, first and last, that are answered with the page of their row where they have none here. */
  readonly rows: readonly (readonly [first: number, last: number, path: string])[];
};

/** What a page asks the service worker. `keep`: make the copy of the page's whole edition, then answer. `state`: only answer. */
export type Question = 'keep' | 'state';

/** Why a file is not kept. */
export type Obstacle = {
  /**
   * `changed`: the host answers with other bytes than those of the build. `missing`: it has no such
   * file. `full`: the browser stores no more. `unreachable`: there was no answer, or one of somebody
   * else, such as a login.
   */
  readonly reason: 'changed' | 'missing' | 'full' | 'unreachable';
  /** The address of the file on its host. */
  readonly address: string;
};

/** What it is told. */
export type Answer = {
  /** The whole edition is kept, in the version that the worker belongs to. */
  readonly complete: boolean;
  /** What keeps the page (`state`) or the edition (`keep`) from being kept; null where nothing does. */
  readonly obstacle: Obstacle | null;
  /**
   * The page came from the copy: the date its server gave it, empty where it gave none. Null where it
   * came from the network.
   */
  readonly servedFromCopy: string | null;
};

/** The page for addresses that have none, in every language. */
export const notFoundPath = '/404';

/** Editions in other languages, by the path that all of their addresses begin with, such as `/zh-cn`. */
export const otherEditions: readonly string[] = LANGUAGES.flatMap(({ path }) =>
  path === '' ? [] : [path],
);

/** The edition that an address below the base belongs to; empty for the one at the root. */
export const editionOf = (path: string, others = otherEditions): string =>
  others.find((edition) => path === edition || path.startsWith(`${edition}/`)) ?? '';

/** How files are named that one language has for itself: the parts of the search index, its program, and scripts with words. */
const OF_LANGUAGE = [
  /^\/pagefind\/(?:\d+\/)?(?:(?:index|fragment|filter)\/|pagefind\.)([a-z-]+)_/,
  /^\/pagefind\/wasm\.([a-z-]+)\./,
  /^\/_astro\/(?:[a-z-]+\.)?([a-z-]+)\.[\w-]+\.js$/,
];

/** Pagefind's program for languages that it has none of their own for, as Chinese. */
const UNKNOWN_LANGUAGE = 'unknown';

/** Whether an edition needs a file that is no page. */
function isFileFor(edition: string, path: string): boolean {
  const named = OF_LANGUAGE.map((form) => form.exec(path)?.[1]).find((id) => id !== undefined);
  if (named === UNKNOWN_LANGUAGE) return edition !== '';
  const language = LANGUAGES.find(({ id }) => id === named);
  return language === undefined || language.path === edition;
}

/** What a reader of one edition keeps: its pages and files, and the files that all editions share. */
export const pathsOf = (
  { files }: OfflineCopy,
  edition: string,
  others = otherEditions,
): readonly string[] =>
  Object.keys(files).filter((path) => {
    if (path === notFoundPath) return true;
    const own = editionOf(path, others);
    return isPagePath(path)
      ? own === edition
      : (own === edition || own === '') && isFileFor(edition, path);
  });

/** Hexadecimal digits of a file's hash. Nobody is kept out by it: it tells a file from what was sent in its place. */
const HASH_DIGITS = 16;

/** The hash of a file's bytes, the same in the build and in the browser. */
export async function hashOf(bytes: Uint8Array<ArrayBuffer> | ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, HASH_DIGITS);
}

/** A number that can be an HTTP status. */
const HTTP_NUMBER = /^\/codes\/([1-5]\d\d)$/;

/** Which HTTP numbers are answered with which row. */
export const rowsOf = ({ ranges }: Pick<Catalogue, 'ranges'>): OfflineCopy['rows'] =>
  ranges.flatMap(({ code, spans }) =>
    parseSpans(spans).map(({ from, to }) => [from, to, codePath(code)] as const),
  );

/** The pages of HTTP numbers that a row answers as well, in every edition: those that say no more than their class. */
export const answeredByRow = (catalogue: Pick<Catalogue, 'pages'>): ReadonlySet<string> =>
  new Set(
    catalogue.pages
      .filter((page) => isOfClassOnly(page) && page.http?.row)
      .flatMap(({ code }) => ['', ...otherEditions].map((edition) => edition + codePath(code))),
  );

function rowOf(rows: OfflineCopy['rows'], path: string): string | undefined {
  const edition = editionOf(path);
  const number = Number(HTTP_NUMBER.exec(path.slice(edition.length))?.[1]);
  const row = rows.find(([first, last]) => number >= first && number <= last)?.[2];
  return row === undefined ? undefined : edition + row;
}

/** The page of a built file, `codes/7014/index.html` → `/codes/7014`; null where the file is no page of its own. */
export function pageOfFile(file: string): string | null {
  if (file === '404.html') return notFoundPath;
  if (file === 'index.html') return '/';
  return file.endsWith('/index.html') ? `/${file.slice(0, -'/index.html'.length)}` : null;
}

/**
 * Whether a built file is kept: pages, and what pages load.
 * @param leftOut the pages that are answered by another
 */
export function isKept(file: string, leftOut: ReadonlySet<string>): boolean {
  const page = pageOfFile(file);
  if (page !== null) return !leftOut.has(page);
  return /^(?:_astro\/|pagefind\/|(?:[a-z]{2,3}-[a-z]{2,4}\/)?[\w-]+\.(?:svg|css|webmanifest)$)/.test(
    file,
  );
}

/** The part of a path below the base, or null where it does not stand there. */
export function pathBelow(root: string, pathname: string): string | null {
  if (pathname === root) return '/';
  return pathname.startsWith(`${root}/`) ? pathname.slice(root.length) : null;
}

/**
 * The path under which an address is kept, in any of its forms: with or without a closing slash or
 * `.html`; null where nothing is kept for it.
 */
export function keptPath({ files, rows }: OfflineCopy, path: string): string | null {
  const page = path.replace(/(?:\/index)?\.html$/, '').replace(/\/$/, '') || '/';
  return [path, page, rowOf(rows, page)].find((each) => Object.hasOwn(files, each ?? '')) ?? null;
}

/** Whether an address may be a page's: not a file for machines, nor the one with everything in it. */
export const isPagePath = (path: string): boolean =>
  !isOneFile(path) && /(?:^|\/)[^./]*(?:\.html?)?\/?$/.test(path);

/** Whether a file has its content's hash in its name, so that it never changes. */
export const isUnchanging = (path: string): boolean =>
  /^\/(?:_astro\/|pagefind\/(?:\d+\/)?(?:index|fragment|filter)\/)/.test(path) ||
  path.endsWith('.pf_meta');
