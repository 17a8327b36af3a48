/** The file that holds every code at once, as data. */
import type { Catalogue, CodePage } from '../domain/codes/catalogue.ts';
import type { CodeClass, FamilyFacts } from '../domain/codes/schema.ts';
import {
  absentFamilies,
  meaningView,
  titleOf,
  type AbsentFamily,
  type MeaningView,
} from './code-page.ts';
import { meaningAnchor } from './one-file.ts';

export type NumberView = {
  /** The number, or the name of a range: the id of its place in the file. */
  readonly code: string;
  /** Only where it has several meanings; else the meaning's own heading says it. */
  readonly title: string | null;
  readonly meanings: readonly MeaningView[];
  readonly absent: readonly AbsentFamily[];
};

export type OneFileView = {
  /** The newest day on which an entry was checked against its sources. */
  readonly checked: string;
  /** All meanings of a number stand together, numbers ascending. */
  readonly numbers: readonly NumberView[];
  readonly families: readonly (FamilyFacts & { readonly classes: readonly CodeClass[] })[];
};

/** The whole file. Pure: the same catalogue gives the same file. */
export function oneFileView(catalogue: Catalogue): OneFileView {
  return {
    checked: catalogue.meanings.reduce(
      (newest, { checked }) => (checked > newest ? checked : newest),
      '',
    ),
    numbers: catalogue.pages.map((page) => numberView(catalogue, page)),
    families: catalogue.families.map((facts) => ({
      ...facts,
      classes: catalogue.classes.filter(({ family }) => family === facts.family),
    })),
  };
}

function numberView(catalogue: Catalogue, page: CodePage): NumberView {
  const { code, meanings } = page;
  const several = meanings.length > 1;
  return {
    code,
    title: several ? titleOf(page) : null,
    meanings: meanings.map((meaning) => {
      const anchor = meaningAnchor(meaning.family, code);
      return meaningView(catalogue, meaning, {
        anchor,
        prefix: `${anchor}-`,
        level: several ? 4 : 3,
      });
    }),
    absent: absentFamilies(catalogue, code, meanings),
  };
}
