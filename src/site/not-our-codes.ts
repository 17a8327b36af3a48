/** The page of numbers that are not MGS codes, as data: a section for each system. */
import type { Catalogue, NeighbourNumber } from '../domain/codes/catalogue.ts';
import { isNumber } from '../domain/codes/code-id.ts';
import { isFamily } from '../domain/codes/families.ts';
import { contains, parseSpans } from '../domain/codes/range.ts';
import type { Neighbours } from '../domain/codes/schema.ts';
import type { Edition } from './edition.ts';
import { executedSentence, linkTo, type LinkView } from './entry-view.ts';
import { codePath } from './urls.ts';

/** Codes of MGS, and how a number of another system goes with them. */
export type InMgs = { readonly label: string; readonly links: readonly LinkView[] };

/** What is said of a number, or of several that mean the same. */
export type ForeignRow = {
  /** What a log prints; spans with an en dash. */
  readonly printed: string;
  /** Whether all that is printed are bare numbers, which lead a search to their own pages. */
  readonly bare: boolean;
  /** With the constant first, where it has one. */
  readonly text: string;
  readonly executed: string | null;
  /** The code that it becomes, and codes that only have the same number; none where the system says it for all. */
  readonly inMgs: readonly InMgs[];
};

export type ForeignSystem = {
  /** The id of the system, and the anchor of its section. */
  readonly id: string;
  readonly name: string;
  readonly statements: Neighbours['systems'][string]['statements'];
  /** The one code that all numbers of the system become, or the table of codes that are its own; else null. */
  readonly inMgs: InMgs | null;
  readonly rows: readonly ForeignRow[];
};

export type NotOurCodesView = {
  readonly systems: readonly ForeignSystem[];
  /** What search finds the page by besides its text. */
  readonly keywords: readonly string[];
};

/** Everything the page shows, in the order of the data. Pure: the same catalogue gives the same page. */
export function notOurCodesView(catalogue: Catalogue, edition: Edition): NotOurCodesView {
  const { systems, numbers } = catalogue.neighbours;
  const bySystem = Map.groupBy(numbers, ({ system }) => system);
  return {
    systems: Object.entries(systems).map(([id, { name, tell, source, statements }]) => {
      const entries = bySystem.get(id) ?? [];
      const shared = sharedMeaning(entries);
      return {
        id,
        name,
        statements: [{ text: tell, source }, ...statements],
        inMgs:
          shared === null
            ? tableOf(edition, id)
            : {
                label: edition.words.notOurs.allBecome,
                links: [linkTo(edition, catalogue.meaning(shared))],
              },
        rows: entries.map((entry) => rowOf(catalogue, edition, entry, shared)),
      };
    }),
    // What becomes a code of ours is searched for that code's page, which has these words too.
    keywords: [
      ...Object.values(systems).flatMap(({ name, keywords }) => [name, ...keywords]),
      ...numbers
        .filter(({ leadsTo }) => leadsTo.length === 0)
        .flatMap(({ negative, names, constant }) => [...negative, ...names, constant ?? []].flat()),
    ].map((keyword) => keyword.replaceAll('`', '')),
  };
}

/** The id of the meaning that all of several numbers lead to, and some of them to nothing else; else null. */
function sharedMeaning(entries: readonly NeighbourNumber[]): string | null {
  const [shared] = entries.find(({ leadsTo }) => leadsTo.length === 1)?.leadsTo ?? [];
  return shared !== undefined &&
    entries.length > 1 &&
    entries.every(({ leadsTo }) => leadsTo.includes(shared))
    ? shared
    : null;
}

/** The table of a system that is a family as well. */
function tableOf({ words, path }: Edition, id: string): InMgs | null {
  if (!isFamily(id)) return null;
  return {
    label: words.notOurs.ownTable,
    links: [{ path: path(codePath(id)), label: words.families[id].codes, text: '' }],
  };
}

function rowOf(
  catalogue: Catalogue,
  edition: Edition,
  entry: NeighbourNumber,
  shared: string | null,
): ForeignRow {
  const { words } = edition;
  const { numbers, negative, names, constant, text, executed, leadsTo } = entry;
  const becomes = leadsTo
    .filter((id) => id !== shared || leadsTo.length > 1)
    .map((id) => catalogue.meaning(id));
  const spans = parseSpans(numbers);
  const sameNumber = catalogue.meanings.filter(
    ({ id, code }) => isNumber(code) && contains(spans, Number(code)) && !leadsTo.includes(id),
  );
  return {
    printed: [
      ...numbers.map((span) => span.replace('-', words.punctuation.range)),
      ...negative,
      ...names,
    ].join(words.punctuation.comma),
    bare: negative.length + names.length === 0,
    text: constant === undefined ? text : words.labelled(`\`${constant}\``, text),
    executed: executedSentence(edition, entry.system, executed)[0] ?? null,
    inMgs: [
      { label: words.notOurs.becomes(becomes.length), meanings: becomes },
      { label: words.notOurs.sameNumber, meanings: sameNumber },
    ].flatMap(({ label, meanings }) =>
      meanings.length === 0
        ? []
        : [{ label, links: meanings.map((meaning) => linkTo(edition, meaning)) }],
    ),
  };
}
