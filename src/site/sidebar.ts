/** The sidebar: the same few links everywhere, and around a code the numbers next to it. */
import type { Catalogue } from '../domain/codes/catalogue.ts';
import { isNumber } from '../domain/codes/code-id.ts';
import { FAMILIES, type Family } from '../domain/codes/families.ts';
import type { Edition } from './edition.ts';
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

type Link = { label: string; link: string };
type Group = { label: string; items: (Link | Group)[]; collapsed?: boolean };
export type SidebarItem = Link | Group;

/** A longer list is no help on a page, and each link costs about 170 bytes on every one of them. */
const MOST_LINKS = 30;

/**
 * The sidebar of a page.
 * @param open the family whose numbers are listed, with the links to list
 */
export function sidebar(
  { words, path }: Edition,
  open?: { family: Family; links: readonly Link[] },
): SidebarItem[] {
  const { pages, families, guides } = words;
  return [
    { label: pages.codes, link: path(codesPath) },
    { label: pages.decode, link: path(decodePath) },
    ...FAMILIES.map((family) => {
      const table = { label: families[family].codes, link: path(codePath(family)) };
      return open?.family === family
        ? { label: families[family].name, items: [table, ...open.links] }
        : table;
    }),
    {
      label: pages.guides,
      items: Object.entries(guides).map(([id, label]) => ({ label, link: path(guidePath(id)) })),
    },
    { label: pages.notOurCodes, link: path(notOurCodesPath) },
    { label: pages.glossary, link: path(glossaryPath) },
    { label: pages.linkToCode, link: path(linkToCodePath) },
    { label: pages.changes, link: path(changesPath) },
    { label: pages.about, link: path(aboutPath) },
  ];
}

/** Links to the open family's numbers of the same thousand, at most 30, those around the number. */
export function numbersAround(
  catalogue: Catalogue,
  { path }: Edition,
  family: Family,
  code: string,
): Link[] {
  const ofThousand = catalogue.ofThousand(family, code);
  const here = ofThousand.findIndex((meaning) => meaning.code === code);
  const start = Math.max(0, Math.min(here - MOST_LINKS / 2, ofThousand.length - MOST_LINKS));
  return ofThousand.slice(start, start + MOST_LINKS).map((meaning) => ({
    label: isNumber(meaning.code) ? `${meaning.code} ${meaning.title}` : meaning.title,
    link: path(codePath(meaning.code)),
  }));
}
