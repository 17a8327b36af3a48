/** The page of a number, as data: everything the components print, and nothing they must decide. */
import { sourcesOf, type Catalogue, type CodePage } from '../domain/codes/catalogue.ts';
import { isNumber } from '../domain/codes/code-id.ts';
import { crossLinks } from '../domain/codes/cross-links.ts';
import { plainText } from '../domain/codes/inline-text.ts';
import { shapesOf } from '../domain/text/log-shapes.ts';
import { decode } from '../words/en/decode.ts';
import { symbolOf } from '../domain/codes/resolver-index.ts';
import type { Meaning, Source } from '../domain/codes/schema.ts';
import { FAMILIES, type Basis, type Family, type Hop } from '../domain/codes/vocabulary.ts';
import { FAMILY_LABELS, partiesText, RETRY_LABELS } from './labels.ts';
import { aliasesText } from './search-words.ts';
import { numbersAround, sidebar, type SidebarItem } from './sidebar.ts';
import { codePath, guidePath, meaningPath } from './urls.ts';

export type StatementView = {
  readonly text: string;
  readonly basis?: Basis;
  /** Number and anchor of the source on this page. */
  readonly cite?: { readonly number: number; readonly anchor: string; readonly title: string };
};

const { shapes } = decode;

export type LinkView = { readonly path: string; readonly label: string; readonly text: string };

export type FactView = {
  readonly label: string;
  readonly value: string;
  readonly code?: boolean;
  readonly why?: string;
};

/** Where a meaning stands: on the page of its number, or among all others in the one file. */
export type Placement = {
  /** The id of its section. */
  readonly anchor: string;
  /** Put before the ids of its headings; empty where the page's own heading is its title. */
  readonly prefix: string;
  /** The level of its headings; its title, where it has one of its own, is one level above. */
  readonly level: 2 | 3 | 4;
};

export type MeaningView = Placement & {
  readonly meaning: Meaning;
  readonly familyLabel: string;
  /** Names family, number and title: the title where several meanings stand together. */
  readonly heading: string;
  readonly chineseLabel: string | null;
  readonly facts: readonly FactView[];
  readonly hop: Hop;
  readonly causes: readonly StatementView[];
  readonly fix: readonly StatementView[];
  readonly look: readonly StatementView[];
  readonly check: readonly StatementView[];
  readonly remarks: readonly StatementView[];
  readonly logs: readonly { readonly label: string; readonly example: string }[];
  readonly related: readonly LinkView[];
  readonly confusions: readonly (StatementView & {
    readonly with: string;
    readonly path: string | null;
  })[];
  readonly guides: readonly LinkView[];
  readonly sources: readonly { readonly anchor: string; readonly source: Source }[];
  /** Sections of this meaning, in the order of the page. */
  readonly contents: readonly { readonly anchor: string; readonly label: string }[];
  readonly file: string;
};

/** What a link `/codes/<code>#<family>` says where that family has no meaning of the number. */
export type AbsentFamily = { readonly family: Family; readonly text: string };

export type CodePageView = {
  readonly code: string;
  /** What full-text search finds the page by besides its text. */
  readonly aliases: string;
  /** With the number first, for the title of the tab and of lists. */
  readonly title: string;
  /** The title where the page stands in a list without its cards: every meaning is named. */
  readonly searchTitle: string;
  readonly description: string;
  readonly meanings: readonly MeaningView[];
  readonly absent: readonly AbsentFamily[];
  readonly sidebar: readonly SidebarItem[];
  readonly previous: LinkView | null;
  readonly next: LinkView | null;
};

/** The whole page. Pure: the same catalogue gives the same page. */
export function codePageView(catalogue: Catalogue, page: CodePage): CodePageView {
  const { code, meanings } = page;
  const [first] = meanings;
  const several = meanings.length > 1;
  const ofFamily = catalogue.ofFamily(first.family);
  const position = ofFamily.indexOf(first);
  return {
    code,
    aliases: aliasesText(meanings.flatMap(aliasesOf)),
    title: titleOf(page),
    searchTitle:
      meanings.length === 1
        ? titleOf(page)
        : `${code} ${meanings.map(({ title, family }) => `${title} (${FAMILY_LABELS[family]})`).join(' / ')}`,
    description: descriptionOf(page),
    meanings: meanings.map((meaning) =>
      meaningView(catalogue, meaning, {
        anchor: meaning.family,
        prefix: several ? `${meaning.family}-` : '',
        level: several ? 3 : 2,
      }),
    ),
    absent: absentFamilies(catalogue, code, meanings),
    sidebar: sidebar({
      family: first.family,
      links: numbersAround(catalogue, first.family, code),
    }),
    previous: neighbour(ofFamily[position - 1]),
    next: neighbour(ofFamily[position + 1]),
  };
}

/** Names, symbol and search words of a meaning. */
const aliasesOf = (meaning: Meaning): string[] => [
  meaning.code,
  ...(symbolOf(meaning) === null ? [] : [String(symbolOf(meaning))]),
  ...meaning.names.map(({ text }) => text),
  ...meaning.keywords,
];

const NUMBER_WORDS = ['no', 'one', 'two', 'three', 'four'];

/** `7014 Signature verification - missing sign parameter`, `3003 has two meanings`, or a range's title. */
export function titleOf({ code, meanings }: CodePage): string {
  if (meanings.length > 1) return `${code} has ${NUMBER_WORDS[meanings.length]} meanings`;
  return isNumber(code) ? `${code} ${meanings[0].title}` : meanings[0].title;
}

function descriptionOf({ code, meanings }: CodePage): string {
  if (meanings.length === 1) {
    const [{ meaning, family }] = meanings;
    return `MGS ${FAMILY_LABELS[family]}${isNumber(code) ? ` code ${code}` : ''}: ${plainText(meaning)}`;
  }
  return `MGS code ${code} has ${NUMBER_WORDS[meanings.length]} meanings: ${meanings
    .map(({ family, title }) => `${title} (${FAMILY_LABELS[family]})`)
    .join('; ')}. Who has to act, and how to fix each.`;
}

const neighbour = (meaning: Meaning | undefined): LinkView | null =>
  meaning ? linkTo(meaning, '', codePath(meaning.code)) : null;

function linkTo(meaning: Meaning, text: string, path = meaningPath(meaning.id)): LinkView {
  return {
    path,
    label: isNumber(meaning.code)
      ? `${FAMILY_LABELS[meaning.family]} ${meaning.code} ${meaning.title}`
      : `${FAMILY_LABELS[meaning.family]}: ${meaning.title}`,
    text,
  };
}

/** `Gateway 3003: Data decryption failed`, `Android: HTTP status 4xx`. */
const headingOf = ({ family, code, title }: Meaning): string =>
  `${FAMILY_LABELS[family]}${isNumber(code) ? ` ${code}` : ''}: ${title}`;

/** Everything that is said of one meaning, with ids for the place where it will stand. */
export function meaningView(
  catalogue: Catalogue,
  meaning: Meaning,
  placement: Placement,
): MeaningView {
  const { prefix } = placement;
  const sourceIds = sourcesOf(meaning);
  const sources = sourceIds.map((id, index) => ({
    anchor: `${prefix}source-${index + 1}`,
    source: catalogue.source(id),
  }));
  const cited = (statement: {
    text: string;
    basis?: Basis;
    source?: string | undefined;
  }): StatementView => {
    const index = statement.source === undefined ? -1 : sourceIds.indexOf(statement.source);
    const source = sources[index];
    return {
      text: statement.text,
      ...(statement.basis === undefined ? {} : { basis: statement.basis }),
      ...(source === undefined
        ? {}
        : { cite: { number: index + 1, anchor: source.anchor, title: source.source.title } }),
    };
  };
  const links = crossLinks(catalogue, meaning);
  const view = {
    ...placement,
    meaning,
    familyLabel: FAMILY_LABELS[meaning.family],
    heading: headingOf(meaning),
    chineseLabel: meaning.names.find(({ kind }) => kind === 'chinese-label')?.text ?? null,
    facts: factsOf(meaning),
    hop: meaning.hop,
    causes: meaning.causes.map(cited),
    fix: meaning.fix.map(cited),
    look: meaning.look.map(cited),
    check: meaning.check.map(cited),
    remarks: meaning.remarks.map(cited),
    logs: isNumber(meaning.code)
      ? shapesOf(meaning.family)
          // A page shows what was read somewhere, not what is only likely to be met.
          .filter(({ basis }) => basis !== 'inferred')
          .map(({ id, examples }) => ({ label: shapes[id], example: examples(meaning.code)[0] }))
      : [],
    related: [
      ...links.related.map(({ meaning: other, reason }) => linkTo(other, reason)),
      ...links.ranges
        .filter(({ id }) => !links.related.some((other) => other.meaning.id === id))
        .map((range) => linkTo(range, 'Another row of HTTP statuses in the same table.')),
    ],
    confusions: meaning.confusions.map((confusion) => ({
      ...cited(confusion),
      with: confusion.with,
      path: confusion.id === undefined ? null : meaningPath(confusion.id),
    })),
    guides: meaning.guides.flatMap((id) => {
      const guide = catalogue.guides.find((other) => other.id === id);
      return guide ? [{ path: guidePath(id), label: guide.title, text: '' }] : [];
    }),
    sources,
    file: `content/codes/${meaning.id}.md`,
  };
  return { ...view, contents: contentsOf(view) };
}

function factsOf(meaning: Meaning): FactView[] {
  const symbol = symbolOf(meaning);
  return [
    {
      label: 'Who acts',
      value: partiesText(meaning.actor.first, meaning.actor.also),
      why: meaning.actor.why,
    },
    { label: 'Retry', value: RETRY_LABELS[meaning.retry.advice], why: meaning.retry.why },
    ...(meaning.family === 'service'
      ? [{ label: 'Protocols', value: meaning.protocols.join(', ') }]
      : []),
    ...(meaning.family === 'android' ? [{ label: 'Prompt', value: meaning.prompt }] : []),
    ...(symbol === null ? [] : [{ label: 'Symbol', value: symbol, code: true }]),
  ];
}

function contentsOf(view: Omit<MeaningView, 'contents'>): MeaningView['contents'] {
  const { meaning, prefix } = view;
  const sections: [string, string, boolean][] = [
    ['causes', 'Likely causes', true],
    ['fix', 'Fix', true],
    ['look', 'Where to look', view.look.length > 0],
    ['check', 'Check that it is fixed', true],
    ['log', 'In a log', view.logs.length > 0],
    ['related', 'Related codes', view.related.length > 0],
    ['confusions', 'Easily confused with', view.confusions.length > 0],
    ['unknowns', 'Not known', meaning.unknowns.length > 0],
    ['sources', 'Names and sources', true],
  ];
  return sections
    .filter(([, , present]) => present)
    .map(([anchor, label]) => ({ anchor: prefix + anchor, label }));
}

/**
 * Families without a meaning of this number, each with the line its anchor leads to. A client's
 * number that its own table does not have is most likely the gateway's, else the service's.
 */
export function absentFamilies(
  catalogue: Catalogue,
  code: string,
  meanings: readonly Meaning[],
): AbsentFamily[] {
  const present = new Set(meanings.map(({ family }) => family));
  const behind = (['gateway', 'service'] as const).find((family) => present.has(family));
  const name = isNumber(code) ? code : 'This range';
  return FAMILIES.filter((family) => !present.has(family)).map((family) => {
    const known = catalogue.undocumented.find(
      (other) => other.family === family && other.number === code,
    );
    const beside = known
      ? ` The SDK has the constant ${known.constant} for it, which the source does not list.`
      : '';
    const label = FAMILY_LABELS[family];
    if ((family === 'android' || family === 'ios') && behind !== undefined) {
      const inferred =
        family === 'ios' ? ' That iOS passes it on as the code of the exception is inferred.' : '';
      return {
        family,
        text: `On ${label}, ${code} is the ${behind === 'gateway' ? "gateway's" : "service's"} answer.${inferred}${beside}`,
      };
    }
    return { family, text: `${name} is not in the ${label} table.${beside}` };
  });
}
