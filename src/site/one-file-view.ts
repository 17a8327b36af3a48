/** The file that holds every code at once, as data. */
import { saysMoreThanClass, type Catalogue, type CodePage } from '../domain/codes/catalogue.ts';
import type { CodeClass, FamilyFacts } from '../domain/codes/schema.ts';
import { besideOf, entriesView, titleOf, type BesideView } from './code-page.ts';
import type { Edition } from './edition.ts';
import { meaningAnchor } from './one-file.ts';
import { entryCard, type CardView, type ClientLine, type EntryView } from './entry-view.ts';

export type NumberView = {
  /** The number, or the name of a range: the id of its place in the file. */
  readonly code: string;
  /** Only where it has several meanings; else the meaning's own heading says it. */
  readonly title: string | null;
  readonly cards: readonly CardView[];
  readonly entries: readonly EntryView[];
  readonly clients: readonly ClientLine[];
  readonly beside: readonly BesideView[];
};

export type OneFileView = {
  /** The newest day on which an entry was checked against its sources. */
  readonly checked: string;
  /**
   * All meanings of a number are together, numbers ascending. Each is made when it is asked for: all of
   * ten thousand would fill the memory.
   * @param part the first is 1, and on most sites the only one: see `oneFileParts`
   */
  numbers(part?: number): IteratorObject<NumberView>;
  readonly families: readonly (FamilyFacts & { readonly classes: readonly CodeClass[] })[];
};

/** Numbers in a part: some ten megabytes of HTML. */
const PART_LENGTH = 1000;

/** The whole file. Pure: the same catalogue gives the same file. */
export function oneFileView(catalogue: Catalogue, edition: Edition): OneFileView {
  return {
    checked: catalogue.meanings.reduce(
      (newest, { checked }) => (checked > newest ? checked : newest),
      '',
    ),
    numbers: (part = 1) =>
      pagesOf(catalogue)
        .slice((part - 1) * PART_LENGTH, part * PART_LENGTH)
        .values()
        .map((page) => numberView(catalogue, edition, page)),
    families: catalogue.families.map((facts) => ({
      ...facts,
      classes: catalogue.classes.filter(({ family }) => family === facts.family),
    })),
  };
}

/** Which parts of the numbers there are beside the first, which is in the page of the file. */
export const oneFileParts = (catalogue: Catalogue): readonly number[] =>
  Array.from(
    { length: Math.ceil(pagesOf(catalogue).length / PART_LENGTH) - 1 },
    (_, index) => index + 2,
  );

const pagesOf = ({ pages }: Catalogue): readonly CodePage[] => pages.filter(saysMoreThanClass);

function numberView(catalogue: Catalogue, edition: Edition, page: CodePage): NumberView {
  const { code, entries } = page;
  const several = entries.length > 1;
  const { entries: views, clients } = entriesView(catalogue, edition, page, (entry) => {
    const anchor = meaningAnchor(entry.kind === 'http' ? 'http' : entry.meaning.family, code);
    return { anchor, prefix: `${anchor}-`, level: several ? 4 : 3 };
  });
  return {
    code,
    title: several ? titleOf(edition, page) : null,
    cards: several ? views.map((view) => entryCard(edition, view)) : [],
    entries: views,
    clients,
    beside: besideOf(catalogue, edition, page),
  };
}
