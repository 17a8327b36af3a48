/** The page of a number, as data: everything the components print, and nothing they must decide. */
import type { Catalogue, CodePage, PageEntry } from '../domain/codes/catalogue.ts';
import { isNumber } from '../domain/codes/code-id.ts';
import { FAMILIES, familyOf, type Family } from '../domain/codes/families.ts';
import { plainText } from '../domain/codes/inline-text.ts';
import { symbolOf } from '../domain/codes/resolver-index.ts';
import type { Meaning } from '../domain/codes/schema.ts';
import type { Platform } from '../domain/codes/vocabulary.ts';
import { isSeenOn } from '../domain/text/log-shapes.ts';
import { codeLabel } from './code-class.ts';
import type { Edition } from './edition.ts';
import {
  entryCard,
  executedReading,
  httpView,
  markOf,
  meaningView,
  neighbourCard,
  type CardView,
  type ClientLine,
  type EntryView,
  type Placement,
  type StatementView,
} from './entry-view.ts';
import { headTitleOf, trailOfCode, type Crumb } from './head.ts';
import { aliasesText } from './search-words.ts';
import {
  familyLinks,
  furtherMeaningLink,
  sidebar,
  statusLinks,
  type SidebarItem,
} from './sidebar.ts';
import { codePath, notOurCodesPath } from './urls.ts';

/** A line on what the number is besides; the anchor is where a link to a mentioned meaning leads. */
export type BesideView = {
  readonly anchor: Family | null;
  readonly statement: StatementView;
  /** What we say beyond the statement; may be empty. */
  readonly further: string;
  /** Where more is said of the system that it is of, or null where it is one of ours. */
  readonly more: string | null;
};

export type CodePageView = {
  readonly code: string;
  /** What full-text search finds the page by besides its text. */
  readonly aliases: string;
  /** With the number first, for the title of the tab and of lists. */
  readonly title: string;
  /** The title for search engines and chat windows. */
  readonly headTitle: string;
  readonly trail: readonly Crumb[];
  /** The title where the page is in a list without its cards: every meaning is named. */
  readonly searchTitle: string;
  readonly description: string;
  /** Only where there is more than one thing to choose from. */
  readonly cards: readonly CardView[];
  readonly entries: readonly EntryView[];
  /** Clients whose links lead to the top of the page, because no entry is theirs. */
  readonly clients: readonly ClientLine[];
  /** Of an HTTP status: the row of the Android table that it is in. */
  readonly row: { readonly label: string; readonly path: string } | null;
  readonly beside: readonly BesideView[];
  readonly sidebar: readonly SidebarItem[];
  /** The page that search engines keep instead, or null where it is this one. */
  readonly canonical: string | null;
};

/** The whole page. Pure: the same catalogue gives the same page. */
export function codePageView(catalogue: Catalogue, edition: Edition, page: CodePage): CodePageView {
  const { code, meanings } = page;
  const several = isChooser(page);
  const { entries: views, clients } = entriesView(catalogue, edition, page, (entry) =>
    placementOf(entry, several),
  );
  return {
    code,
    aliases: aliasesText(meanings.flatMap(aliasesOf)),
    title: titleOf(edition, page),
    headTitle: headTitleOf(edition, code, views, titleOf(edition, page)),
    trail: trailOfCode(edition, code, views),
    searchTitle: several
      ? `${code} ${views.map(({ title, origin }) => edition.words.inFamily(title, origin)).join(' / ')}`
      : titleOf(edition, page),
    description: descriptionOf(edition, page, views),
    cards: several
      ? [
          ...views.map((view) => entryCard(edition, view)),
          ...page.cards.map((card) =>
            neighbourCard(catalogue, edition, card, `${notOurCodesPath}#${card.system}`),
          ),
        ]
      : [],
    entries: views,
    clients,
    row: rowOf(edition, page),
    beside: besideOf(catalogue, edition, page),
    sidebar: sidebarOf(catalogue, edition, page),
    canonical:
      meanings.length > 0 || page.http === null || page.http.own
        ? null
        : edition.path(codePath(page.http.row?.code ?? 'android')),
  };
}

/** The page is listed among the numbers next to it; a number of other systems alone is about their page. */
function sidebarOf(
  catalogue: Catalogue,
  edition: Edition,
  { code, meanings, http }: CodePage,
): SidebarItem[] {
  const [first, ...others] = meanings;
  if (first)
    return sidebar(edition, {
      open: [
        { family: first.family, links: familyLinks(catalogue, first.family, code) },
        ...others.map((meaning) => ({
          family: meaning.family,
          links: [furtherMeaningLink(meaning)],
        })),
      ],
    });
  return sidebar(
    edition,
    http === null
      ? { about: ['not-mgs-codes'] }
      : { statuses: statusLinks(catalogue, edition, http) },
  );
}

/** The row of the Android table that an HTTP status is in. */
function rowOf(edition: Edition, { http }: CodePage): CodePageView['row'] {
  if (!http?.row) return null;
  const { family, code } = http.row;
  return {
    label: `${edition.words.families[family].name} ${codeLabel(edition, code)}`,
    path: edition.path(codePath(code)),
  };
}

/** Whether the number is several things, so that the reader has to choose. */
export const isChooser = ({ entries, cards }: CodePage): boolean =>
  entries.length + cards.length > 1;

const placementOf = (entry: PageEntry, several: boolean) => {
  const anchor = entry.kind === 'http' ? 'http' : entry.meaning.family;
  return {
    anchor,
    prefix: several ? `${anchor}-` : '',
    level: several ? (3 as const) : (2 as const),
  };
};

/**
 * The entries of a page, and what clients without an entry of their own have to know: with the entry
 * that the number comes from, or by itself where it comes from none.
 */
export function entriesView(
  catalogue: Catalogue,
  edition: Edition,
  page: CodePage,
  placementOfEntry: (entry: PageEntry) => Placement,
): Pick<CodePageView, 'entries' | 'clients'> {
  const clients = clientLines(edition, page);
  return {
    entries: page.entries.map((entry) => ({
      ...entryView(catalogue, edition, entry, placementOfEntry(entry)),
      clients: clients.filter(({ entry: host }) => host === entry),
    })),
    clients: clients.filter(({ entry }) => entry === null),
  };
}

function entryView(
  catalogue: Catalogue,
  edition: Edition,
  entry: PageEntry,
  placement: Placement,
): EntryView {
  return entry.kind === 'http'
    ? httpView(catalogue, edition, entry.status, placement)
    : meaningView(catalogue, edition, entry.meaning, placement);
}

/** Names, symbol and search words of a meaning. */
const aliasesOf = (meaning: Meaning): string[] => [
  meaning.code,
  ...(symbolOf(meaning) === null ? [] : [String(symbolOf(meaning))]),
  ...meaning.names.map(({ text }) => text),
  ...meaning.keywords,
];

/** `7014 Signature verification - missing sign parameter`, `3003 has 2 meanings`, or a range's title. */
export function titleOf({ words }: Edition, page: CodePage): string {
  const { code, entries, cards } = page;
  if (isChooser(page)) return words.severalMeanings(code, entries.length + cards.length);
  const [entry] = entries;
  if (!entry) return code;
  if (entry.kind === 'http') return `${code} ${entry.status.name ?? words.http.status}`;
  return isNumber(code) ? `${code} ${entry.meaning.title}` : entry.meaning.title;
}

function descriptionOf(
  { words }: Edition,
  { code }: CodePage,
  views: readonly EntryView[],
): string {
  const [only, ...others] = views;
  return only === undefined || others.length > 0
    ? words.descriptionOfSeveral(
        code,
        views.map(({ lead, origin }) => words.meaningOf(origin, code, plainText(lead))),
      )
    : words.description(only.origin, isNumber(code) ? code : null, plainText(only.lead));
}

/**
 * Where a client's number most likely comes from when its own table does not have it. An Android call can
 * end with an HTTP status as its code; on iOS only Security Guard's log prints such a number.
 */
const PASSED_ON_BY: Readonly<Record<Platform, readonly (Family | 'http')[]>> = {
  android: ['gateway', 'service', 'http', 'security-guard'],
  ios: ['gateway', 'service', 'security-guard', 'http'],
};

/** One line for each client without an entry of its own, with the entry that its links lead to. */
function clientLines(
  { words }: Edition,
  { code, entries, mentioned }: CodePage,
): readonly (ClientLine & { readonly entry: PageEntry | null })[] {
  const originOf = (entry: PageEntry) => (entry.kind === 'http' ? 'http' : entry.meaning.family);
  const name = isNumber(code) ? code : words.thisRange;
  const entryOf = (origin: Family | 'http') => entries.find((entry) => originOf(entry) === origin);
  const usesOfLibrary = [
    ...entries.flatMap((entry) => (entry.kind === 'http' ? [] : [entry.meaning])),
    ...mentioned,
  ].filter(({ family }) => family === 'security-guard');
  return FAMILIES.flatMap((family) => {
    const { client } = familyOf(family);
    return client === null || entryOf(family) ? [] : { family, client };
  }).map(({ family, client }) => {
    const label = words.families[family].name;
    const [host = null] = PASSED_ON_BY[client].flatMap((origin) => entryOf(origin) ?? []);
    const textOf = (entry: PageEntry): string => {
      if (entryOf('http') && usesOfLibrary.some((meaning) => isSeenOn(client, meaning)))
        return words.http.orSecurityGuard[client](label, code);
      return entry.kind === 'http'
        ? words.http.clientSees[client](label, code)
        : whoSets(words, entry.meaning, client, label);
    };
    return {
      anchor: family,
      entry: host,
      text: host === null ? words.notInTable(name, label) : textOf(host),
    };
  });
}

/** Who sets a number that is none of the client's own, as far as that is known. */
function whoSets(
  words: Edition['words'],
  meaning: Meaning,
  client: Platform,
  label: string,
): string {
  const { family, code, standing } = meaning;
  const { answer, codes } = words.families[family];
  if (standing !== 'undocumented') return words.clientSees(label, code, codes);
  if (family !== 'security-guard') return words.wouldSee(code, answer);
  return isSeenOn(client, meaning)
    ? words.clientSees(label, code, codes)
    : words.mayNotSee(label, code, answer);
}

/** What the number is besides the entries: a meaning that is only mentioned, another system's number. */
export function besideOf(
  catalogue: Catalogue,
  edition: Edition,
  { code, mentioned, neighbours }: CodePage,
): BesideView[] {
  const { words } = edition;
  const sentences = (...texts: readonly string[]) => texts.join(words.punctuation.gap);
  return [
    ...mentioned.map(({ family, meaning, firstStep }) => ({
      anchor: family,
      statement: {
        text: words.onlyInLibrary(words.families[family].name, code, sentences(meaning, firstStep)),
        mark: null,
        cite: null,
      },
      further: '',
      more: null,
    })),
    ...neighbours.map(({ system, text, executed, source }) => {
      const { name = system, caveat } = catalogue.neighbours.systems[system] ?? {};
      return {
        anchor: null,
        statement: {
          text: sentences(words.usesNumberToo(name), text),
          mark: markOf(edition, catalogue.source(source)),
          cite: null,
        },
        further: sentences(
          ...executedReading(edition, system, executed),
          ...(caveat === undefined ? [] : [caveat]),
        ),
        more: edition.path(`${notOurCodesPath}#${system}`),
      };
    }),
  ];
}
