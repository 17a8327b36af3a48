/** The sidebar: the same few links everywhere, and around a code the numbers next to it. */
import type { Catalogue } from '../domain/codes/catalogue.ts';
import { isNumber } from '../domain/codes/code-id.ts';
import { FAMILIES, type Family } from '../domain/codes/families.ts';
import { FAMILY_LABELS } from './labels.ts';
import {
  aboutPath,
  codePath,
  codesPath,
  decodePath,
  glossaryPath,
  guidePath,
  linkToCodePath,
} from './urls.ts';

type Link = { label: string; link: string };
type Group = { label: string; items: (Link | Group)[]; collapsed?: boolean };
export type SidebarItem = Link | Group;

/** A longer list is no help on a page, and each link costs about 170 bytes on every one of them. */
const MOST_LINKS = 30;

const GUIDES: readonly (readonly [string, string])[] = [
  ['a-call-fails', 'A call fails: where to begin'],
  ['read-the-response', 'Read the response'],
  ['find-the-logs', 'Find the logs'],
  ['signature-errors', 'Signature errors 7xxx'],
  ['timeouts', 'Timeouts'],
  ['same-number', 'Same number, other meaning'],
  ['symptoms', 'Symptoms'],
];

/**
 * The sidebar of a page.
 * @param open the family whose numbers are listed, with the links to list
 */
export function sidebar(open?: { family: Family; links: readonly Link[] }): SidebarItem[] {
  return [
    { label: 'All codes', link: codesPath },
    { label: 'Decode a log', link: decodePath },
    ...FAMILIES.map((family) =>
      open?.family === family
        ? {
            label: FAMILY_LABELS[family],
            items: [
              { label: `${FAMILY_LABELS[family]} table`, link: codePath(family) },
              ...open.links,
            ],
          }
        : { label: `${FAMILY_LABELS[family]} codes`, link: codePath(family) },
    ),
    {
      label: 'Guides',
      items: GUIDES.map(([id, label]) => ({ label, link: guidePath(id) })),
    },
    { label: 'Glossary', link: glossaryPath },
    { label: 'Link to a code', link: linkToCodePath },
    { label: 'About and sources', link: aboutPath },
  ];
}

/** Links to the open family's numbers of the same thousand, at most 30, those around the number. */
export function numbersAround(catalogue: Catalogue, family: Family, code: string): Link[] {
  const ofThousand = catalogue.ofThousand(family, code);
  const here = ofThousand.findIndex((meaning) => meaning.code === code);
  const start = Math.max(0, Math.min(here - MOST_LINKS / 2, ofThousand.length - MOST_LINKS));
  return ofThousand.slice(start, start + MOST_LINKS).map((meaning) => ({
    label: isNumber(meaning.code) ? `${meaning.code} ${meaning.title}` : meaning.title,
    link: codePath(meaning.code),
  }));
}
