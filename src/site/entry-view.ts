/**
 * What a page tells in full, as data: a meaning or an HTTP status with its sections. Component and
 * Markdown iterate over the sections and decide nothing.
 */
import {
  sourcesOf,
  sourcesOfHttp,
  type Catalogue,
  type HttpStatus,
  type NeighbourNumber,
} from '../domain/codes/catalogue.ts';
import { isNumber } from '../domain/codes/code-id.ts';
import { crossLinks } from '../domain/codes/cross-links.ts';
import { familyOf, type Family } from '../domain/codes/families.ts';
import { symbolOf } from '../domain/codes/resolver-index.ts';
import type { FamilyFacts, Meaning, Source } from '../domain/codes/schema.ts';
import { otherTitleOf, type OtherTitle } from '../domain/codes/translation.ts';
import type { Basis, Fails, Hop, Party, RetryAdvice } from '../domain/codes/vocabulary.ts';
import {
  digestExcerpt,
  matchShapes,
  shapesOfMeaning,
  type DigestLayout,
} from '../domain/text/log-shapes.ts';
import type { SectionId } from '../words/en/views.ts';
import { roomsOf } from '../words/rooms.ts';
import type { Edition } from './edition.ts';
import { retryLabel, retryOf } from './retry-label.ts';
import { codePath, guidePath, meaningPath, notOurCodesPath, sourcePath } from './urls.ts';

/** How sure a statement is, with the word for it. */
export type Mark = { readonly basis: Basis; readonly label: string };

export type StatementView = {
  readonly text: string;
  readonly mark: Mark | null;
  /** Number and anchor of the source on this page. */
  readonly cite: {
    readonly number: number;
    readonly anchor: string;
    readonly label: string;
  } | null;
};

export type CauseView = StatementView & {
  readonly tell: string | null;
  readonly seenWith: string | null;
  readonly fix: readonly StatementView[];
};

/** A term and what is said of it. */
export type PairView = {
  readonly term: string;
  /** Where the term leads, or null. */
  readonly path: string | null;
  readonly code: boolean;
  readonly statement: StatementView;
};

export type LogView = {
  readonly label: string;
  /** The line: what is before the number, the number, what is after it. */
  readonly parts: readonly [before: string, code: string, after: string];
  readonly cite: StatementView['cite'];
};

export type LinkView = { readonly path: string; readonly label: string; readonly text: string };

/** A part of a section, by what it is and not by how it looks. */
export type Block =
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'quote'; readonly caption: string; readonly text: string }
  | { readonly kind: 'causes'; readonly items: readonly CauseView[] }
  | {
      readonly kind: 'statements';
      readonly ordered: boolean;
      readonly items: readonly StatementView[];
    }
  | { readonly kind: 'pairs'; readonly items: readonly PairView[] }
  | { readonly kind: 'logs'; readonly note: string; readonly items: readonly LogView[] }
  | { readonly kind: 'links'; readonly items: readonly LinkView[] }
  | { readonly kind: 'sources'; readonly items: readonly SourceView[] };

export type SourceView = {
  readonly anchor: string;
  readonly source: Source;
  /** Where this site says what it is, in the same language. */
  readonly path: string;
  readonly text: string;
};

export type SectionView = {
  readonly id: SectionId;
  readonly anchor: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
};

export type FactView = {
  readonly id: 'actor' | 'retry' | 'protocols' | 'prompt' | 'symbol';
  readonly label: string;
  readonly value: string;
  /** The parties in order, or what is said besides the value. */
  readonly parts: readonly string[];
};

/** Where an entry is shown: on the page of its number, or among all others in the one file. */
export type Placement = {
  /** The id of its section. */
  readonly anchor: string;
  /** Put before the ids of its headings; empty where the page's own heading is its title. */
  readonly prefix: string;
  /** The level of its headings; its title, where it has one of its own, is one level above. */
  readonly level: 2 | 3 | 4;
};

/** Where a link to a client leads that has no meaning of its own of the number, with the line that says so. */
export type ClientLine = { readonly anchor: Family; readonly text: string };

export type EntryView = Placement & {
  readonly kind: 'meaning' | 'http';
  /** The id of a meaning; null on an HTTP status. */
  readonly id: string | null;
  readonly family: Family | null;
  readonly code: string;
  /** What the number is told by: the family's name, or HTTP. */
  readonly origin: string;
  readonly title: string;
  /** Names origin, number and title: the title where several entries are on one page. */
  readonly heading: string;
  readonly otherTitle: OtherTitle | null;
  readonly lead: string;
  /** That the official document does not list the number, and how sure its meaning is. */
  readonly standing: string | null;
  readonly actor: Party | null;
  readonly retry: RetryAdvice | null;
  readonly facts: readonly FactView[];
  readonly place: {
    readonly fails: Fails;
    readonly reporter: Hop | 'unknown';
    readonly text: string;
  } | null;
  readonly firstStep: string | null;
  readonly seenIn: string;
  /** Clients whose links lead here. */
  readonly clients: readonly ClientLine[];
  readonly sections: readonly SectionView[];
  readonly guides: readonly LinkView[];
  /** The day of the last check, as text; null where it has none. */
  readonly checked: string | null;
  /** The file that the entry is written in. */
  readonly file: string;
};

/** A card on the page of a number that several things share. */
export type CardView = {
  readonly kind: 'meaning' | 'http' | 'neighbour';
  readonly path: string;
  /** Whose number it is, as a label. */
  readonly origin: string;
  /** Where it is seen, as what follows the label. */
  readonly where: string;
  readonly title: string;
  readonly otherTitle: OtherTitle | null;
  /** Of a number without a page here, whose title is a statement: how far it goes, and what else is to be said. */
  readonly stated: { readonly mark: Mark | null; readonly further: string } | null;
  readonly facts: readonly FactView[];
};

/** What every section is made with. */
type Frame = {
  readonly catalogue: Catalogue;
  readonly edition: Edition;
  readonly placement: Placement;
};

/** `Gateway 3003: Data decryption failed`, `Android: HTTP status 4xx`. */
export function headingOf({ words }: Edition, { family, code, title }: Meaning): string {
  const { name } = words.families[family];
  return words.labelled(isNumber(code) ? `${name} ${code}` : name, title);
}

/** A link to a meaning, named by family, number and title. */
export function linkTo(edition: Edition, meaning: Meaning, text = ''): LinkView {
  const { family, code, title, id } = meaning;
  const name = edition.words.families[family].name;
  return {
    path: edition.path(meaningPath(id)),
    label: isNumber(code) ? `${name} ${code} ${title}` : edition.words.labelled(name, title),
    text,
  };
}

/** Everything that is said of one meaning, with ids for the place where it is shown. */
export function meaningView(
  catalogue: Catalogue,
  edition: Edition,
  meaning: Meaning,
  placement: Placement,
): EntryView {
  const { words } = edition;
  const { family, code } = meaning;
  const reporter = meaning.reporter ?? familyOf(family).reporter;
  const frame = { catalogue, edition, placement };
  const sources = sourcesOf(meaning);
  return {
    ...placement,
    kind: 'meaning',
    id: meaning.id,
    family,
    code,
    origin: words.families[family].name,
    title: meaning.title,
    heading: headingOf(edition, meaning),
    otherTitle: otherTitleOf(meaning),
    lead: meaning.meaning,
    standing: standingOf(catalogue, edition, meaning),
    actor: meaning.actor.first,
    retry: meaning.retry.advice,
    facts: factsOf(edition, meaning),
    place: {
      fails: meaning.fails,
      reporter,
      text: words.failsAndReporter(meaning.fails, reporter),
    },
    firstStep: meaning.firstStep,
    seenIn: catalogue.families.find((facts) => facts.family === family)?.seenIn ?? '',
    clients: [],
    sections: sectionsOf(frame, meaning, sources),
    guides: meaning.guides.flatMap((id) => {
      const guide = catalogue.guides.find((other) => other.id === id);
      return guide ? [{ path: edition.path(guidePath(id)), label: guide.title, text: '' }] : [];
    }),
    checked: words.checked(words.date(meaning.checked)),
    file: `content/codes/${meaning.id}.yaml`,
  };
}

/** Everything that is said of an HTTP status. */
export function httpView(
  catalogue: Catalogue,
  edition: Edition,
  status: HttpStatus,
  placement: Placement,
): EntryView {
  const { words } = edition;
  const { facts, code, name, row } = status;
  const frame = { catalogue, edition, placement };
  const sources = sourcesOfHttp(status);
  return {
    ...placement,
    kind: 'http',
    id: null,
    family: null,
    code,
    origin: words.http.name,
    title: name ?? words.http.status,
    heading: words.http.heading(code, name),
    otherTitle: null,
    lead: [...(name === null ? [words.http.unassigned(code)] : []), facts?.meaning ?? ''].join(
      words.punctuation.gap,
    ),
    standing: null,
    actor: facts?.actor?.first ?? null,
    retry: facts?.retry?.advice ?? null,
    facts: [
      ...(facts?.actor ? [actorFact(edition, facts.actor)] : []),
      ...(facts?.retry ? [retryFact(edition, facts.retry, null)] : []),
    ],
    place: null,
    firstStep: facts?.firstStep ?? null,
    seenIn: words.http.seenIn,
    clients: [],
    sections: [
      section(frame, 'fix', statements(frame, sources, facts?.fix ?? [], true), words.fixStep),
      section(frame, 'reasons', reasons(frame, facts ?? {}), words.why),
      section(frame, 'related', [
        {
          kind: 'links',
          items: [
            ...(row === null || facts?.related.some(({ id }) => id === row.id)
              ? []
              : [linkTo(edition, row)]),
            ...(facts?.related ?? []).map(({ id, reason }) =>
              linkTo(edition, catalogue.meaning(id), reason),
            ),
          ],
        },
      ]),
      section(frame, 'confusions', confusions(frame, facts?.confusions ?? [], sources)),
      section(
        frame,
        'remarks',
        row === null
          ? statements(frame, sources, [{ text: words.http.noRow, source: 'result-codes' }])
          : [],
      ),
      section(frame, NAME_SECTION, [sourceList(frame, sources)], words.sourceList),
    ].flatMap((made) => made ?? []),
    guides: [],
    checked: null,
    file: 'content/http.yaml',
  };
}

/** The card of an entry on the page that it is told on. */
export function entryCard({ words }: Edition, view: EntryView): CardView {
  return {
    kind: view.kind,
    path: `#${view.anchor}`,
    origin: view.origin + words.punctuation.labelEnd,
    where: words.punctuation.gap + view.seenIn,
    title: view.title,
    otherTitle: view.otherTitle,
    stated: null,
    facts: view.facts.filter(({ id }) => id === 'actor' || id === 'retry'),
  };
}

/** The card of a table, told apart by where its numbers are seen. */
export function tableCard(
  { words, path }: Edition,
  { family, seenIn }: Pick<FamilyFacts, 'family' | 'seenIn'>,
): CardView {
  const { name, codes } = words.families[family];
  return {
    kind: 'meaning',
    path: path(codePath(family)),
    origin: name + words.punctuation.labelEnd,
    where: words.punctuation.gap + seenIn,
    title: codes,
    otherTitle: null,
    stated: null,
    facts: [],
  };
}

/** The card of the page about numbers of other systems, beside those of the tables. */
export function otherSystemsCard({ words, path }: Edition): CardView {
  const { otherPlace, otherPlaceSeen } = words.notFound;
  return {
    kind: 'neighbour',
    path: path(notOurCodesPath),
    origin: otherPlace + words.punctuation.labelEnd,
    where: words.punctuation.gap + otherPlaceSeen,
    title: words.pages.notOurCodes,
    otherTitle: null,
    stated: null,
    facts: [],
  };
}

/** Whether the call or the payment was carried out, as a sentence of its own; none where it is not known. */
export function executedSentence(
  { words }: Edition,
  system: string,
  executed: NeighbourNumber['executed'],
): string[] {
  if (executed === undefined) return [];
  return [words.notOurs.executed[system === 'payment-sdk' ? 'payment' : 'call'][executed]];
}

/** The same where it follows a statement of somebody else: whose reading it is. */
export const executedReading = (
  edition: Edition,
  ...what: [system: string, executed: NeighbourNumber['executed']]
): string[] => executedSentence(edition, ...what).map(edition.words.notOurs.inOurReading);

/** The card of another system's number; it leads away from the codes. */
export function neighbourCard(
  catalogue: Catalogue,
  edition: Edition,
  { system, text, executed, source }: NeighbourNumber,
  path: string,
): CardView {
  const { words } = edition;
  const facts = catalogue.neighbours.systems[system];
  return {
    kind: 'neighbour',
    path: edition.path(path),
    origin: words.neighbour.origin + words.punctuation.labelEnd,
    where: words.punctuation.gap + (facts?.name ?? system),
    title: text,
    otherTitle: null,
    stated: {
      mark: markOf(edition, catalogue.source(source)),
      further: executedReading(edition, system, executed).join(words.punctuation.gap),
    },
    facts: [],
  };
}

function standingOf(
  catalogue: Catalogue,
  { words }: Edition,
  { family, code, standing, confidence }: Meaning,
): string | null {
  if (standing === 'documented') return null;
  if (standing === 'related') return words.standing.related;
  // No copy of the Security Guard table goes further than the last number that is told from it.
  const last = catalogue.ofFamily(family).findLast((other) => other.standing === 'related')?.code;
  if (last !== undefined && Number(code) > Number(last))
    return confidence === 'low'
      ? words.standing.byNameBeyondReadable(last)
      : words.standing.beyondReadable(last);
  if (confidence === 'low') return words.standing.byName;
  return last === undefined ? words.standing.undocumented : words.standing.listedConstant;
}

function actorFact({ words }: Edition, actor: Meaning['actor']): FactView {
  return {
    id: 'actor',
    label: words.facts.actor,
    value: words.partiesInOrder(actor.first, actor.also),
    parts: [actor.first, ...actor.also].map((party) => words.parties[party]),
  };
}

function retryFact(
  { words }: Edition,
  { advice, executed }: Meaning['retry'],
  family: Family | null,
): FactView {
  const ran = retryOf(family, executed) === 'step' ? words.stepOnly : words.executed[executed];
  return {
    id: 'retry',
    label: words.facts.retry,
    value: retryLabel(words, family, advice),
    parts: advice === 'not-applicable' ? [] : [ran],
  };
}

function factsOf(edition: Edition, meaning: Meaning): FactView[] {
  const { facts } = familyOf(meaning.family);
  const own = facts.flatMap((id): FactView[] => {
    const value = id === 'symbol' ? symbolOf(meaning) : meaning[id];
    if (value === null || value === undefined) return [];
    const text = typeof value === 'string' ? value : value.join(edition.words.punctuation.comma);
    return [{ id, label: edition.words.facts[id], value: text, parts: [] }];
  });
  return [
    actorFact(edition, meaning.actor),
    retryFact(edition, meaning.retry, meaning.family),
    ...own,
  ];
}

/** Null where the section has nothing to say. */
function section(
  frame: Frame,
  id: SectionId,
  blocks: readonly Block[],
  heading = frame.edition.words.sections[id],
): SectionView | null {
  const filled = blocks.filter((block) => !('items' in block) || block.items.length > 0);
  if (filled.length === 0) return null;
  return {
    id,
    anchor: frame.placement.prefix + id,
    heading,
    blocks: filled,
  };
}

const NAME_SECTION: SectionId = 'sources';

function sectionsOf(frame: Frame, meaning: Meaning, sourceIds: readonly string[]): SectionView[] {
  const { catalogue, edition } = frame;
  const { words } = edition;
  const links = crossLinks(catalogue, meaning);
  const { provoke } = meaning;
  const plain = (text: string) => statement(frame, sourceIds, { text });
  const named = (term: string, text: string | undefined, code = false): PairView[] =>
    text === undefined ? [] : [{ term, path: null, code, statement: plain(text) }];
  return [
    section(frame, 'causes', [
      {
        kind: 'pairs',
        items: (meaning.variants ?? []).map((variant) => ({
          term: variant.where
            .map((where) => platformName(words, where))
            .join(words.punctuation.comma),
          path: null,
          code: false,
          statement: statement(frame, sourceIds, variant),
        })),
      },
      {
        kind: 'causes',
        items: meaning.causes.map((cause) => ({
          ...statement(frame, sourceIds, cause),
          tell: cause.tell ?? null,
          seenWith: cause.seenWith ?? null,
          fix: cause.fix.map((step) => statement(frame, sourceIds, step)),
        })),
      },
    ]),
    section(
      frame,
      'fix',
      statements(frame, sourceIds, meaning.fix, true),
      meaning.causes.length > 0 ? words.sections.fix : words.fixStep,
    ),
    section(
      frame,
      'reasons',
      reasons(frame, meaning),
      meaning.tellUser === undefined ? words.why : words.sections.reasons,
    ),
    section(frame, 'check', statements(frame, sourceIds, meaning.check)),
    section(frame, 'look', statements(frame, sourceIds, meaning.look)),
    section(frame, 'log', logsOf(frame, meaning, sourceIds)),
    section(
      frame,
      'provoke',
      provoke === undefined
        ? []
        : [
            ...statements(frame, sourceIds, provoke.steps, true),
            {
              kind: 'pairs',
              items: (['affects', 'see', 'undo'] as const).flatMap((part) => {
                const text = provoke[part];
                return text === undefined
                  ? []
                  : [
                      {
                        term: words.provoke[part],
                        path: null,
                        code: false,
                        statement: plain(text),
                      },
                    ];
              }),
            },
          ],
    ),
    section(frame, 'related', [
      {
        kind: 'links',
        items: [
          ...links.related.map(({ meaning: other, reason }) => linkTo(edition, other, reason)),
          ...links.ranges
            .filter(({ id }) => !links.related.some((other) => other.meaning.id === id))
            .map((range) => linkTo(edition, range, words.anotherHttpRow)),
        ],
      },
    ]),
    section(frame, 'confusions', confusions(frame, meaning.confusions, sourceIds)),
    section(frame, 'remarks', statements(frame, sourceIds, meaning.remarks)),
    section(
      frame,
      'unknowns',
      statements(
        frame,
        sourceIds,
        meaning.unknowns.map((text) => ({ text })),
      ),
    ),
    section(frame, NAME_SECTION, [
      ...(meaning.official === undefined
        ? []
        : [{ kind: 'quote' as const, caption: words.official, text: meaning.official }]),
      {
        kind: 'pairs',
        items: [
          ...named(words.originalTitle, meaning.originalTitle),
          ...meaning.names.flatMap((name) =>
            named(nameLabel(frame, meaning, name), name.text, name.kind === 'sdk-constant'),
          ),
          ...named(words.translations.title, titleOfOurs(meaning)),
          ...named(words.translations.official, meaning.quoted?.official),
          ...named(words.translations.prompt, meaning.quoted?.prompt),
        ],
      },
      sourceList(frame, sourceIds),
    ]),
  ].flatMap((made) => made ?? []);
}

/** What a name is called. Only a page of the product tells what users see, and what a title is. */
function nameLabel(
  { catalogue, edition: { words } }: Frame,
  { title, originalTitle }: Meaning,
  { kind, text, source }: Meaning['names'][number],
): string {
  if (catalogue.source(source).kind === 'official') return words.names[kind];
  if (kind === 'chinese-label' || (originalTitle !== undefined && text === title))
    return words.titleOfOldCode;
  return kind === 'default-text' ? words.oldDefaultText : words.names[kind];
}

/** The translation of an official title that no source has in this language. */
function titleOfOurs({ title, originalTitle, names }: Meaning): string | undefined {
  const isTranslated = originalTitle !== undefined && originalTitle !== title;
  return isTranslated && !names.some(({ text }) => text === title) ? title : undefined;
}

/** Why it is theirs to fix, why a retry is or is not safe, and what follows from that. */
function reasons(
  frame: Frame,
  {
    actor,
    retry,
    tellUser,
  }: {
    actor?: Meaning['actor'] | undefined;
    retry?: Meaning['retry'] | undefined;
    tellUser?: string | undefined;
  },
): Block[] {
  const { words } = frame.edition;
  const said: readonly (readonly [string, string | undefined])[] = [
    [words.facts.actor, actor?.why],
    [words.facts.retry, retry?.why],
    [words.findOut, retry?.findOut],
    [words.tellUser, tellUser],
  ];
  return [
    {
      kind: 'pairs',
      items: said.flatMap(([term, text]) =>
        text === undefined
          ? []
          : [{ term, path: null, code: false, statement: statement(frame, [], { text }) }],
      ),
    },
  ];
}

const platformName = (words: Edition['words'], where: string): string =>
  where === 'android' || where === 'ios' ? words.families[where].name : where;

const sourceList = (frame: Frame, ids: readonly string[]): Block => ({
  kind: 'sources',
  items: ids.map((id, index) => sourceView(frame, id, index)),
});

function sourceView(
  { catalogue, edition, placement }: Frame,
  id: string,
  index: number,
): SourceView {
  const source = catalogue.source(id);
  return {
    anchor: sourceAnchor(placement, index),
    source,
    path: edition.path(sourcePath(id)),
    text: sourceDetails(edition, source),
  };
}

const sourceAnchor = ({ prefix }: Placement, index: number): string =>
  `${prefix}source-${index + 1}`;

/** Kind, date and document number of a source, as one phrase. */
export function sourceDetails({ words }: Edition, { kind, date, document }: Source): string {
  return [
    words.sourceKinds[kind],
    date === undefined ? words.undated : words.date(date),
    ...(document === undefined ? [] : [words.helpCentreDocument(document)]),
  ].join(words.punctuation.clause);
}

/** A source in one line: its title, then what is said of it. */
export const sourceLine = (edition: Edition, source: Source): string =>
  [edition.words.sourceOf(source.title), sourceDetails(edition, source)].join(
    edition.words.punctuation.clause,
  );

/** How far a statement goes that names a source without saying it itself. */
const BASIS_OF_KIND: Readonly<Record<Source['kind'], Basis>> = {
  official: 'official',
  sdk: 'official',
  secondary: 'reported',
};

/** The mark of a statement: its own basis, else that of the source that it names. */
export function markOf(
  { words }: Edition,
  source: Source | null,
  basis: Basis | null = null,
): Mark | null {
  const known = basis ?? (source && BASIS_OF_KIND[source.kind]);
  return known && { basis: known, label: words.basis[known] };
}

function statement(
  { catalogue, edition, placement }: Frame,
  sourceIds: readonly string[],
  {
    text,
    basis,
    source: id,
  }: { text: string; basis?: Basis | undefined; source?: string | undefined },
): StatementView {
  const source = id === undefined ? null : catalogue.source(id);
  const index = id === undefined ? -1 : sourceIds.indexOf(id);
  return {
    text,
    mark: markOf(edition, source, basis),
    cite:
      source === null || index < 0
        ? null
        : {
            number: index + 1,
            anchor: sourceAnchor(placement, index),
            label: edition.words.source(index + 1),
          },
  };
}

type Said = { text: string; basis?: Basis | undefined; source?: string | undefined };

const statements = (
  frame: Frame,
  sourceIds: readonly string[],
  list: readonly Said[],
  ordered = false,
): Block[] => [
  { kind: 'statements', ordered, items: list.map((said) => statement(frame, sourceIds, said)) },
];

const confusions = (
  frame: Frame,
  list: Meaning['confusions'],
  sourceIds: readonly string[],
): Block[] => [
  {
    kind: 'pairs',
    items: list.map((confusion) => ({
      term: confusion.with,
      path: confusion.id === undefined ? null : frame.edition.path(meaningPath(confusion.id)),
      code: false,
      statement: statement(frame, sourceIds, confusion),
    })),
  },
];

/** Lines that were seen with the number, then the other forms that it can have. */
function logsOf(frame: Frame, meaning: Meaning, sourceIds: readonly string[]): Block[] {
  const { words, language } = frame.edition;
  const names = roomsOf(language.id).decode.shapes;
  if (!isNumber(meaning.code)) return [];
  const shapes = shapesOfMeaning(meaning);
  const seen = meaning.logs.map(({ text, source }) => {
    const match = matchShapes(shapes, text).find(({ code }) => code === meaning.code);
    const digest = match && 'digest' in match.shape ? match.shape.digest : undefined;
    return {
      shape: match?.shape.id,
      label: match ? names[match.shape.id] : '',
      parts: digest
        ? digestParts(text, digest, meaning)
        : aroundNumber(text, meaning.code, match?.index),
      cite: statement(frame, sourceIds, { text, source }).cite,
    };
  });
  const constructed = shapes
    // A page shows what was read somewhere, not what is only likely to be met.
    .filter(({ id, basis }) => basis !== 'inferred' && seen.every(({ shape }) => shape !== id))
    .map((shape): LogView => {
      const [example] = shape.examples(meaning.code);
      const digest = 'digest' in shape ? shape.digest : undefined;
      return {
        label: names[shape.id],
        parts: digest
          ? digestParts(example, digest, meaning)
          : aroundNumber(example, meaning.code, example.indexOf(meaning.code)),
        cite: null,
      };
    });
  return [
    {
      kind: 'logs',
      note: words.seenLogs,
      items: seen.map(({ shape: _, ...view }) => view),
    },
    {
      kind: 'logs',
      note: seen.length > 0 ? words.otherForms : words.constructed,
      items: constructed,
    },
  ];
}

/** A line of a summary log cut down to what matters, around its code. */
function digestParts(line: string, digest: DigestLayout, meaning: Meaning): LogView['parts'] {
  const excerpt = digestExcerpt(line, digest, meaning);
  return aroundNumber(excerpt, meaning.code, excerpt.indexOf(`,${meaning.code},`) + 1);
}

const aroundNumber = (line: string, code: string, from = line.length): LogView['parts'] => [
  line.slice(0, from),
  line.slice(from, from + code.length),
  line.slice(from + code.length),
];
