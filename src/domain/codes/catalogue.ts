/** All that is known, in one immutable value that pages, index and outputs are made from. */
import { compareMeanings, isNumber, thousandOf } from './code-id.ts';
import type {
  CodeClass,
  FamilyFacts,
  Meaning,
  Neighbours,
  Source,
  SourceTables,
  Term,
  Undocumented,
} from './schema.ts';
import type { Family } from './vocabulary.ts';

/** A page of `src/content/docs/guides`, with the sources that it cites. */
export type Guide = {
  readonly id: string;
  readonly title: string;
  readonly cited: readonly string[];
  readonly description?: string;
  /** Words that search finds it by besides its title. */
  readonly keywords?: readonly string[];
};

/** A page directly under `src/content/docs`: no code has to lead to it, but its sources count. */
export type LoosePage = Pick<Guide, 'id' | 'cited'>;

/** Everything under `content/`, validated file by file, not yet held against each other. */
export type Content = {
  readonly meanings: readonly Meaning[];
  readonly families: readonly FamilyFacts[];
  readonly classes: readonly CodeClass[];
  readonly sources: readonly Source[];
  readonly undocumented: readonly Undocumented[];
  readonly neighbours: Neighbours;
  readonly terms: readonly Term[];
  readonly sourceTables: SourceTables;
  readonly guides: readonly Guide[];
  readonly loosePages: readonly LoosePage[];
};

/** The page of a number, or of a named range: every meaning that it has, in family order. */
export type CodePage = {
  /** The last part of the address: the number, or the name of the range. */
  readonly code: string;
  readonly meanings: readonly [Meaning, ...Meaning[]];
};

/** A link between two meanings, seen from the one that it does not name. */
export type RelatedLink = { readonly meaning: Meaning; readonly reason: string };

export type RangeMeaning = Extract<Meaning, { kind: 'range' }>;

/** What only the rules look at. */
type ForRules = 'sourceTables' | 'loosePages';

/** The content in order and indexed, without what only the rules look at. */
export type Catalogue = Omit<Content, ForRules> & {
  /** Ordered: numbers ascending, then named ranges. */
  readonly pages: readonly CodePage[];
  /** @throws Error when there is no such meaning. */
  meaning(id: string): Meaning;
  /** @throws Error when there is no such source. */
  source(id: string): Source;
  /** Every meaning of a number or range name; empty where it has none. */
  meaningsOf(code: string): readonly Meaning[];
  /** Every meaning of a family, in order. */
  ofFamily(family: Family): readonly Meaning[];
  /** Those of a family that stand in the same thousand as a code, in order; named ranges stand with the low numbers. */
  ofThousand(family: Family, code: string): readonly Meaning[];
  /** The links that other meanings state to this one, in order of these. */
  linksTo(id: string): readonly RelatedLink[];
  /** Rows that stand for a range of numbers, in order. */
  readonly ranges: readonly RangeMeaning[];
};

/**
 * Orders the content and indexes it, once: a page that searched all meanings for its links would cost
 * more with every page there is. Rules of `rules.ts` are expected to hold; nothing is checked here.
 */
export function createCatalogue(content: Omit<Content, ForRules>): Catalogue {
  const meanings = [...content.meanings].sort(compareMeanings);
  const byId = new Map(meanings.map((meaning) => [meaning.id, meaning]));
  const sources = new Map(content.sources.map((source) => [source.id, source]));
  const byCode = new Map<string, [Meaning, ...Meaning[]]>();
  for (const meaning of meanings) {
    const known = byCode.get(meaning.code);
    if (known) known.push(meaning);
    else byCode.set(meaning.code, [meaning]);
  }
  const pages = [...byCode]
    .map(([code, ofCode]) => ({ code, meanings: ofCode }))
    .sort((a, b) =>
      isNumber(a.code) && isNumber(b.code)
        ? Number(a.code) - Number(b.code)
        : Number(isNumber(b.code)) - Number(isNumber(a.code)) || (a.code < b.code ? -1 : 1),
    );
  const byFamily = Map.groupBy(meanings, ({ family }) => family);
  const byThousand = Map.groupBy(meanings, ({ family, code }) => thousandKey(family, code));
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
    meaning: (id) => found(byId.get(id), `meaning "${id}"`),
    source: (id) => found(sources.get(id), `source "${id}"`),
    meaningsOf: (code) => byCode.get(code) ?? [],
    ofFamily: (family) => byFamily.get(family) ?? [],
    ofThousand: (family, code) => byThousand.get(thousandKey(family, code)) ?? [],
    linksTo: (id) => byTarget.get(id) ?? [],
    ranges: meanings.filter((meaning) => meaning.kind === 'range'),
  };
}

const thousandKey = (family: Family, code: string): string => `${family} ${thousandOf(code)}`;

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`There is no ${what} in the catalogue.`);
  return value;
}

/** Every source that a meaning rests on, in order of first mention. */
export function sourcesOf(meaning: Meaning): string[] {
  const named = [
    'result-codes',
    ...meaning.causes.map(({ source }) => source),
    ...[
      ...meaning.look,
      ...meaning.fix,
      ...meaning.check,
      ...meaning.confusions,
      ...meaning.remarks,
    ]
      .map(({ source }) => source)
      .filter((source) => source !== undefined),
    ...meaning.names.map(({ source }) => source),
    ...meaning.sources,
  ];
  return [...new Set(named)];
}
