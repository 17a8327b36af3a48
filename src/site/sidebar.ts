/** The sidebar: the same few links everywhere, and around a code the numbers next to it. */
import type { Catalogue, HttpStatus } from '../domain/codes/catalogue.ts';
import { isNumber } from '../domain/codes/code-id.ts';
import { FAMILIES, type Family } from '../domain/codes/families.ts';
import type { Meaning } from '../domain/codes/schema.ts';
import type { Edition } from './edition.ts';
import { EDITIONS } from './editions.ts';
import {
  aboutPath,
  changesPath,
  codePath,
  codesPath,
  decodePath,
  glossaryPath,
  guidePath,
  linkToCodePath,
  notOurCodesPath,
} from './urls.ts';

type Labelled = { label: string; translations?: Record<string, string> };
type Link = Labelled & { link: string; attrs?: { 'aria-current': 'true' } };
type Group = Labelled & { items: (Link | Group)[]; collapsed?: boolean };
export type SidebarItem = Link | Group;

/** A longer list is no help on a page, and each link costs about 170 bytes on every one of them. */
export const MOST_LINKS = 30;

/** What the sidebar of a page lists and marks besides what it lists everywhere. */
type Around = {
  /** The families whose numbers are listed, with the links to list. */
  readonly open?: readonly { readonly family: Family; readonly links: readonly SidebarItem[] }[];
  /** HTTP statuses to list. */
  readonly statuses?: readonly SidebarItem[];
  /** What the page is about without being it: tables, or the numbers of other systems. */
  readonly about?: readonly (Family | 'not-mgs-codes')[];
};

/**
 * The sidebar of a page. Its links are those of the English edition: Starlight leads each to the edition of the page.
 * @param around what the page is near
 */
export function sidebar(
  { words }: Edition,
  { open = [], statuses = [], about = [] }: Around = {},
): SidebarItem[] {
  const { pages, families, guides } = words;
  const marked = (link: Link, id: Family | 'not-mgs-codes'): Link =>
    about.includes(id) ? { ...link, attrs: { 'aria-current': 'true' } } : link;
  return [
    { label: pages.codes, link: codesPath },
    { label: pages.decode, link: decodePath },
    ...FAMILIES.map((family) => {
      const table = marked({ label: families[family].codes, link: codePath(family) }, family);
      const opened = open.find((each) => each.family === family);
      return opened ? { label: families[family].name, items: [table, ...opened.links] } : table;
    }),
    ...(statuses.length > 0 ? [{ label: words.http.status, items: [...statuses] }] : []),
    {
      label: pages.guides,
      items: Object.entries(guides).map(([id, label]) => ({ label, link: guidePath(id) })),
    },
    marked({ label: pages.notOurCodes, link: notOurCodesPath }, 'not-mgs-codes'),
    { label: pages.glossary, link: glossaryPath },
    { label: pages.linkToCode, link: linkToCodePath },
    { label: pages.changes, link: changesPath },
    { label: pages.about, link: aboutPath },
  ];
}

/** The sidebar of pages of prose, with its labels in every language. */
export const sidebarOfAll = (): SidebarItem[] =>
  EDITIONS.map((edition) => ({ tag: edition.language.tag, items: sidebar(edition) })).reduceRight(
    (others, { tag, items }) =>
      others.items.length === 0
        ? { tag, items }
        : { tag, items: translated(items, others.tag, others.items) },
    { tag: '', items: [] as SidebarItem[] },
  ).items;

/** The items with the labels of the same items in another language. */
function translated(
  items: readonly SidebarItem[],
  tag: string,
  others: readonly SidebarItem[],
): SidebarItem[] {
  return items.map((item, index) => {
    const other = others[index];
    if (!other) return item;
    const translations = { ...item.translations, [tag]: other.label };
    return 'items' in item && 'items' in other
      ? { ...item, translations, items: translated(item.items, tag, other.items) }
      : { ...item, translations };
  });
}

const meaningLink = ({ code, title }: Meaning): Link => ({
  label: isNumber(code) ? `${code} ${title}` : title,
  link: codePath(code),
});

/** On the page of a number with several meanings: the link to one that is not the first. */
export function furtherMeaningLink(meaning: Meaning): SidebarItem {
  const { label, link } = meaningLink(meaning);
  return { label, link: `${link}#${meaning.family}`, attrs: { 'aria-current': 'true' } };
}

/**
 * Links to the rows of the open family's table. A long table is divided by the leading digit of its
 * numbers, and only the part around the open number is listed.
 * @param code the open number or range; a number that the table leaves out is listed on its own page
 */
export function familyLinks(catalogue: Catalogue, family: Family, code: string): SidebarItem[] {
  const parts = partsOfTable(catalogue, family, code);
  if (!isLong(parts)) return [...parts.values()].flat().map(meaningLink);
  const open = partOf(code);
  return [...parts].map(([part, meanings]) => {
    const [only, ...others] = meanings;
    // A heading above one line would say no more than the line.
    if (only && others.length === 0) return meaningLink(only);
    return part === open
      ? { label: part, items: around(meanings, code).map(meaningLink) }
      : { label: part, link: `${codePath(family)}#${part}` };
  });
}

/** Links to the row of the Android table that the open HTTP status is in, to the statuses of which more is said than of their class, and to the open one. */
export const statusLinks = (
  catalogue: Catalogue,
  { words }: Edition,
  open: HttpStatus,
): SidebarItem[] => [
  ...(open.row === null ? [] : [meaningLink(open.row)]),
  ...catalogue.pages
    .flatMap(({ http }) => (http !== null && (http.own || http.code === open.code) ? http : []))
    .map(({ code, name }) => ({
      label: `${code} ${name ?? words.http.status}`,
      link: codePath(code),
    })),
];

type Parts = ReadonlyMap<string, readonly Meaning[]>;
const knownParts = new WeakMap<Catalogue, Map<string, Parts>>();

/**
 * The rows of a family's table by their part. A number that the table leaves out is among them while it
 * is open; of a part that a long table leaves out as a whole, all its numbers are.
 */
function partsOfTable(catalogue: Catalogue, family: Family, code: string): Parts {
  const isRow = ({ standing }: Meaning) => standing !== 'undocumented';
  const rows = partsOf(catalogue, family, family, isRow);
  const part = partOf(code);
  if (rows.get(part)?.some((meaning) => meaning.code === code)) return rows;
  const isWholePart = isLong(rows) && !rows.has(part);
  const isAround = (other: string) => (isWholePart ? partOf(other) === part : other === code);
  return partsOf(
    catalogue,
    family,
    `${family}/${isWholePart ? part : code}`,
    (meaning) => isRow(meaning) || isAround(meaning.code),
  );
}

/** Grouped once for each key: grouping a long table again for each of its pages would cost more with every row there is. */
function partsOf(
  catalogue: Catalogue,
  family: Family,
  key: string,
  isListed: (meaning: Meaning) => boolean,
): Parts {
  const known = knownParts.get(catalogue) ?? new Map<string, Parts>();
  knownParts.set(catalogue, known);
  const parts =
    known.get(key) ??
    Map.groupBy(catalogue.ofFamily(family).filter(isListed), ({ code }) => partOf(code));
  known.set(key, parts);
  return parts;
}

const isLong = (parts: Parts): boolean =>
  [...parts.values()].reduce((sum, { length }) => sum + length, 0) > MOST_LINKS;

/** `1xx` for 101 and `7xxx` for 7014: the part of a long table that a number is in. */
export const partOf = (code: string): string =>
  isNumber(code) ? `${code.slice(0, 1)}${'x'.repeat(code.length - 1)}` : code;

/** At most so many that a list is still a help, around the number. */
function around(meanings: readonly Meaning[], code: string): readonly Meaning[] {
  const here = meanings.findIndex((meaning) => meaning.code === code);
  const start = Math.max(0, Math.min(here - MOST_LINKS / 2, meanings.length - MOST_LINKS));
  return meanings.slice(start, start + MOST_LINKS);
}
