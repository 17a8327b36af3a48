/** All that is known, in one immutable value that pages, index and outputs are made from. */
import { compareMeanings, isNumber } from './code-id.ts';
import { contains, FIRST_HTTP_ERROR, HTTP_STATUSES, parseSpans, widthOf } from './range.ts';
import type {
  Change,
  CodeClass,
  FamilyFacts,
  Http,
  Meaning,
  Neighbours,
  Source,
  SourceTables,
  Term,
} from './schema.ts';
import type { AddressLine } from './addresses.ts';
import type { Family } from './families.ts';
import type { Translations } from './translation.ts';
import type { Basis } from './vocabulary.ts';

/** A page of `src/content/docs/guides`, with the sources that it cites. */
export type Guide = {
  readonly id: string;
  readonly title: string;
  readonly cited: readonly string[];
  readonly description?: string;
  /** Words that search finds it by besides its title. */
  readonly keywords?: readonly string[];
  /** A draft is not built: no page may lead to it, and it needs no address. */
  readonly draft?: true;
  /** Of the file's text: a translation names the one that it was made from. */
  readonly hash: string;
};

/** A page directly under `src/content/docs`: no code has to lead to it, but its sources count. */
export type LoosePage = Pick<Guide, 'id' | 'cited' | 'hash'>;

/** Everything under `content/`, validated file by file, not yet compared with each other. */
export type Content = {
  readonly meanings: readonly Meaning[];
  readonly families: readonly FamilyFacts[];
  readonly classes: readonly CodeClass[];
  readonly sources: readonly Source[];
  readonly http: Http;
  readonly changes: readonly Change[];
  readonly neighbours: Neighbours;
  readonly terms: readonly Term[];
  readonly sourceTables: SourceTables;
  readonly guides: readonly Guide[];
  readonly loosePages: readonly LoosePage[];
  /** By the id of the language. */
  readonly translations: Readonly<Record<string, Translations>>;
  /** Every address that was ever published. */
  readonly addresses: readonly AddressLine[];
};

/** An HTTP status as the code of a call. */
export type HttpStatus = {
  readonly number: number;
  readonly code: string;
  /** Its registered name, or null where it has none. */
  readonly name: string | null;
  readonly facts: HttpFacts | null;
  /** Whether it has facts of its own, or only those of its class. */
  readonly own: boolean;
  /** The row of the Android table that it falls in; none for 500, which the source leaves out. */
  readonly row: RangeMeaning | null;
};
type HttpFacts = Http['classes'][number] | Http['statuses'][string];

/** What a page tells in full: a meaning of the number, or the HTTP status that it is. */
export type PageEntry =
  | { readonly kind: 'meaning'; readonly meaning: Meaning }
  | { readonly kind: 'http'; readonly status: HttpStatus };

/** A number of another system, or several that say the same. */
export type NeighbourNumber = Neighbours['numbers'][number];

/** What a log prints of a neighbour: its numbers, those with a minus, and its names, in this order. */
export const labelsOf = ({ numbers, negative, names }: NeighbourNumber): readonly string[] => [
  ...numbers,
  ...negative,
  ...names,
];

/** The page of a number, or of a named range. */
export type CodePage = {
  /** The last part of the address: the number, or the name of the range. */
  readonly code: string;
  /** What the page tells in full, the likeliest first. */
  readonly entries: readonly PageEntry[];
  /** The meanings among the entries. */
  readonly meanings: readonly Meaning[];
  /** Meanings that are only mentioned, because the number far more likely is an HTTP status. */
  readonly mentioned: readonly Meaning[];
  readonly http: HttpStatus | null;
  /** Other systems' numbers that readers take for a code of ours: a card each. */
  readonly cards: readonly NeighbourNumber[];
  /** Other systems' numbers that are mentioned. */
  readonly neighbours: readonly NeighbourNumber[];
};

/** A link between two meanings, seen from the one that it does not name. */
export type RelatedLink = { readonly meaning: Meaning; readonly reason: string };

export type RangeMeaning = Extract<Meaning, { kind: 'range' }>;

/** What only the rules look at. */
type ForRules = 'sourceTables' | 'loosePages' | 'translations' | 'addresses';

/** The content in order and indexed, without what only the rules look at. */
export type Catalogue = Omit<Content, ForRules> & {
  /** Ordered: numbers ascending, then named ranges. HTTP statuses without a meaning of ours are among them. */
  readonly pages: readonly CodePage[];
  /** The page of a number or range name, or null. */
  page(code: string): CodePage | null;
  /** @throws Error when there is no such meaning. */
  meaning(id: string): Meaning;
  /** @throws Error when there is no such source. */
  source(id: string): Source;
  /** Every meaning of a number or range name; empty where it has none. */
  meaningsOf(code: string): readonly Meaning[];
  /** Every meaning of a family, in order. */
  ofFamily(family: Family): readonly Meaning[];
  /** The links that other meanings state to this one, in order of these. */
  linksTo(id: string): readonly RelatedLink[];
  /** Rows that stand for a range of numbers, in order. */
  readonly ranges: readonly RangeMeaning[];
};

/**
 * Orders the content and indexes it, once: a page that searched all meanings for its links would cost
 * more with every page there is. Rules of `rules/` are expected to hold; nothing is checked here.
 */
export function createCatalogue(content: Omit<Content, ForRules>): Catalogue {
  const meanings = [...content.meanings].sort(compareMeanings);
  const byId = new Map(meanings.map((meaning) => [meaning.id, meaning]));
  const sources = new Map(content.sources.map((source) => [source.id, source]));
  const byCode = Map.groupBy(meanings, ({ code }) => code);
  const ranges = meanings.filter((meaning) => meaning.kind === 'range');
  const statusOf = createStatusOf(content.http, ranges);
  const neighboursOf = holdersOf(content.neighbours.numbers, ({ numbers }) => numbers);
  const pages = pageCodes(content).map((code) =>
    pageOf(
      code,
      byCode.get(code) ?? [],
      statusOf(code),
      isNumber(code) ? neighboursOf(Number(code)) : [],
    ),
  );
  const pageByCode = new Map(pages.map((page) => [page.code, page]));
  const byFamily = Map.groupBy(meanings, ({ family }) => family);
  const byTarget = Map.groupBy(
    meanings.flatMap((meaning) =>
      meaning.related.map(({ id, reason }) => ({ id, reason, meaning })),
    ),
    ({ id }) => id,
  );
  return {
    ...content,
    meanings,
    pages,
    page: (code) => pageByCode.get(code) ?? null,
    meaning: (id) => found(byId.get(id), `meaning "${id}"`),
    source: (id) => found(sources.get(id), `source "${id}"`),
    meaningsOf: (code) => byCode.get(code) ?? [],
    ofFamily: (family) => byFamily.get(family) ?? [],
    linksTo: (id) => byTarget.get(id) ?? [],
    ranges,
  };
}

/** The last parts of the addresses of all pages of numbers and ranges, numbers ascending, then names. */
export function pageCodes({
  meanings,
  neighbours,
}: Pick<Content, 'meanings' | 'neighbours'>): string[] {
  const statuses = Array.from(
    { length: HTTP_STATUSES.last - HTTP_STATUSES.first + 1 },
    (_, index) => String(HTTP_STATUSES.first + index),
  );
  const named = neighbours.numbers.flatMap((entry) =>
    entry.card ? entry.numbers.filter((number) => isNumber(number)) : [],
  );
  return [...new Set([...meanings.map(({ code }) => code), ...statuses, ...named])].sort(
    compareCodes,
  );
}

/** Numbers ascending, then names. */
function compareCodes(a: string, b: string): number {
  if (isNumber(a) && isNumber(b)) return Number(a) - Number(b);
  return Number(isNumber(b)) - Number(isNumber(a)) || (a < b ? -1 : 1);
}

function pageOf(
  code: string,
  meanings: readonly Meaning[],
  http: HttpStatus | null,
  neighbours: readonly NeighbourNumber[],
): CodePage {
  const httpIsLikelier =
    http !== null &&
    (http.number >= FIRST_HTTP_ERROR || (http.name !== null && meanings.every(isUndocumented)));
  // A number that only an SDK knows must not hide the status that a reader far more likely has.
  const mentioned = httpIsLikelier ? meanings.filter(isUndocumented) : [];
  const told = meanings.filter((meaning) => !mentioned.includes(meaning));
  const httpEntry: PageEntry[] =
    http === null || (told.length > 0 && told.every(isUndocumented))
      ? []
      : [{ kind: 'http', status: http }];
  const entries = told.map((meaning): PageEntry => ({ kind: 'meaning', meaning }));
  return {
    code,
    entries: httpIsLikelier ? [...httpEntry, ...entries] : [...entries, ...httpEntry],
    meanings: told,
    mentioned,
    http,
    cards: neighbours.filter(({ card }) => card),
    neighbours: neighbours.filter(({ card }) => !card),
  };
}

/** Whether a page says no more of an HTTP status than its class does. */
export const isOfClassOnly = ({ meanings, http }: Pick<CodePage, 'meanings' | 'http'>): boolean =>
  meanings.length === 0 && http?.own === false;

/** Whether a page says anything that is not said of a whole class of HTTP statuses. */
export const saysMoreThanClass = ({
  meanings,
  mentioned,
  http,
}: Pick<CodePage, 'meanings' | 'mentioned' | 'http'>): boolean =>
  meanings.length + mentioned.length > 0 || http?.own === true;

/** The page of a code of which nothing is known. */
export const emptyPage = (code: string): CodePage => ({
  code,
  entries: [],
  meanings: [],
  mentioned: [],
  http: null,
  cards: [],
  neighbours: [],
});

const isUndocumented = ({ standing }: Meaning): boolean => standing === 'undocumented';

/** Finds the items whose spans hold a number. The spans are read once, not once for each number. */
function holdersOf<T>(
  items: readonly T[],
  textsOf: (item: T) => readonly string[],
): (number: number) => T[] {
  const read = items.map((item) => ({ item, spans: parseSpans(textsOf(item)) }));
  return (number) => read.filter(({ spans }) => contains(spans, number)).map(({ item }) => item);
}

/** Finds the HTTP status that a code is, or null. */
function createStatusOf(http: Http, ranges: readonly RangeMeaning[]) {
  const classesOf = holdersOf(http.classes, ({ spans }) => spans);
  const rowsOf = holdersOf(ranges, ({ spans }) => spans);
  return (code: string): HttpStatus | null => {
    if (!isNumber(code)) return null;
    const number = Number(code);
    if (number < HTTP_STATUSES.first || number > HTTP_STATUSES.last) return null;
    const own = http.statuses[code];
    const [ofClass] = classesOf(number).sort(
      (a, b) => widthOf(parseSpans(a.spans)) - widthOf(parseSpans(b.spans)),
    );
    return {
      number,
      code,
      name: http.names[code] ?? null,
      facts: own ?? ofClass ?? null,
      own: own !== undefined,
      row: rowsOf(number)[0] ?? null,
    };
  };
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`There is no ${what} in the catalogue.`);
  return value;
}

/** A statement of a meaning that may carry a mark and a source, with the field it is written in. */
export type LocatedStatement = {
  readonly field: string;
  readonly text: string;
  readonly basis?: Basis | undefined;
  readonly source?: string | undefined;
};

/** Every statement of a meaning that may name a source, in the order of the page. */
export function statementsWithSource(meaning: Meaning): LocatedStatement[] {
  const located = (field: string, list: readonly Omit<LocatedStatement, 'field'>[]) =>
    list.map(({ text, basis, source }, index) => ({
      field: `${field}.${index}`,
      text,
      basis,
      source,
    }));
  return [
    ...located('variants', meaning.variants ?? []),
    ...meaning.causes.flatMap(({ text, basis, source, fix }, index) => [
      { field: `causes.${index}`, text, basis, source },
      ...located(`causes.${index}.fix`, fix),
    ]),
    ...located('fix', meaning.fix),
    ...located('check', meaning.check),
    ...located('look', meaning.look),
    ...located('provoke.steps', meaning.provoke?.steps ?? []),
    ...located('confusions', meaning.confusions),
    ...located('remarks', meaning.remarks),
  ];
}

/** Every source that a meaning rests on, in order of first mention. */
export function sourcesOf(meaning: Meaning): string[] {
  const named = [
    ...(meaning.standing === 'documented' ? ['result-codes'] : []),
    ...statementsWithSource(meaning).flatMap(({ source }) => source ?? []),
    ...[...meaning.names, ...meaning.logs].map(({ source }) => source),
    ...meaning.sources,
  ];
  return [...new Set(named)];
}

/** Every source that is named in what is said of an HTTP status, in the order of the page. */
export const sourcesOfHttp = ({ facts }: HttpStatus): string[] => [
  ...new Set(
    [...(facts?.fix ?? []), ...(facts?.confusions ?? [])].flatMap(({ source }) => source ?? []),
  ),
];
