/**
 * Addresses in the file that holds every code at once. What the site spells `/codes/7014#gateway` is
 * `#gateway-7014` there, and the last part of an address is a place by itself: `#7014`, `#7xxx`.
 */
import { contains } from '../domain/codes/range.ts';
import type { ResolverIndex } from '../domain/codes/resolver-index.ts';
import { FAMILIES, type Family } from '../domain/codes/families.ts';
import { codePath, codesPath, decodePath } from './urls.ts';

/** What the file holds that a link can lead to. */
export type Held = Pick<ResolverIndex, 'meanings' | 'classes' | 'statuses'>;

/** Places of the file that are not those of a code, a range or a family. */
export const DECODE_ANCHOR = 'decode';
export const TABLE_ANCHOR = 'codes';
export const HTTP_ANCHOR = 'http';

/** Where further parts of the numbers belong: a mark in the page from which the file is made. */
export const FURTHER_NUMBERS = '<!--further numbers-->';

/** The id of one meaning's section, and of the line that says a family has none: `gateway-7014`. */
export const meaningAnchor = (family: Family | 'http', code: string): string => `${family}-${code}`;

/** A bare HTTP number, which has no entry of its own. */
const HTTP_NUMBER = /^[1-5]\d\d$/;

/** The id of the place in the file where a path of the site is answered, or null where it is not. */
export function anchorInFile(held: Held, path: string): string | null {
  if (path === decodePath) return DECODE_ANCHOR;
  if (path === codesPath) return TABLE_ANCHOR;
  const [page = '', fragment] = path.split('#');
  if (!page.startsWith(codePath(''))) return null;
  const name = page.slice(codePath('').length);
  const isStatus = held.statuses.includes(name);
  if (isStatus && fragment === HTTP_ANCHOR) return meaningAnchor(HTTP_ANCHOR, name);
  const family = FAMILIES.find((known) => known === fragment);
  if (isStatus || held.meanings.some(({ code }) => code === name))
    return family === undefined ? name : meaningAnchor(family, name);
  if (held.classes.some(({ id }) => id === name) || FAMILIES.some((known) => known === name))
    return name;
  return HTTP_NUMBER.test(name) ? httpAnchor(held, Number(name)) : null;
}

/** The row that an HTTP number falls in, or where it is said that no row takes it. */
function httpAnchor({ meanings }: Held, number: number): string {
  const row = meanings.find(({ spans }) => spans !== undefined && contains(spans, number));
  return row === undefined ? HTTP_ANCHOR : meaningAnchor(row.family, row.code);
}

/**
 * Makes the links of the file.
 * @param online the whole address of a path of the site, for what the file does not hold
 */
export function linkInFile(held: Held, online: (path: string) => string): (path: string) => string {
  return (path) => {
    const anchor = anchorInFile(held, path);
    return anchor === null ? online(path) : `#${anchor}`;
  };
}
