/** What the head of a page tells search engines and chat windows: its title there, and its place in the site. */
import { isNumber } from '../domain/codes/code-id.ts';
import { familyOf, type Family } from '../domain/codes/families.ts';
import type { Edition } from './edition.ts';
import type { EntryView } from './entry-view.ts';
import { absolute, codePath, codesPath } from './urls.ts';

/** A page above another one, or the page itself, which needs no address. */
export type Crumb = { readonly name: string; readonly path?: string | undefined };

/**
 * The title of a number's page before the name of the site: `7014 missing sign parameter`,
 * `0: unknown error (Android) or …`.
 * @param title where the number has no entry to name
 */
export function headTitleOf(
  { words }: Edition,
  code: string,
  entries: readonly Pick<EntryView, 'kind' | 'family' | 'origin' | 'title'>[],
  title: string,
): string {
  const [only, ...others] = entries;
  if (only === undefined) return title;
  const named = entries.map(({ kind, family, origin, title: long }) => {
    const short = kind === 'http' || !isNumber(code) ? long : words.head.shortTitle(long);
    // What a server of ours sets is simply the number of MGS; all others say whose it is.
    return others.length > 0 || family === null || familyOf(family).reporter === 'sdk'
      ? words.inFamily(short, origin)
      : short;
  });
  if (others.length > 0) return words.head.several(code, named);
  return isNumber(code) ? `${code} ${named.join()}` : named.join();
}

/** Where the page of a number or range is: below all codes, and below its table where it has one only. */
export const trailOfCode = (
  edition: Edition,
  code: string,
  entries: readonly Pick<EntryView, 'family'>[],
): readonly Crumb[] => {
  const [only, ...others] = entries;
  return only?.family && others.length === 0
    ? [...trailOfFamily(edition, only.family), { name: code }]
    : [allCodes(edition), { name: code }];
};

/** Where the page of a table is. */
export const trailOfFamily = (edition: Edition, family: Family): readonly Crumb[] => [
  allCodes(edition),
  { name: edition.words.families[family].codes, path: edition.path(codePath(family)) },
];

const allCodes = ({ words, path }: Edition): Crumb => ({
  name: words.pages.codes,
  path: path(codesPath),
});

/**
 * The trail as a data block, ready to be the text of a script element.
 * @see https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
 */
export const breadcrumbList = (site: URL, trail: readonly Crumb[]): string =>
  JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      ...(path === undefined ? {} : { item: absolute(site, path) }),
    })),
  }).replaceAll('<', String.raw`\u003c`);
