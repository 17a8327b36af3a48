/** A range that the source speaks of as a whole: which of its numbers are known. */
import type { Catalogue } from '../domain/codes/catalogue.ts';
import { isNumber } from '../domain/codes/code-id.ts';
import { contains, parseSpans } from '../domain/codes/range.ts';
import type { CodeClass, Meaning } from '../domain/codes/schema.ts';
import type { Edition } from './edition.ts';

export type ClassNumbers = {
  readonly documented: readonly Meaning[];
  /** Known only from SDK code. */
  readonly undocumented: readonly Meaning[];
};

/** What a code is called in a list of numbers: ranges have no number. */
export const codeLabel = ({ words }: Edition, code: string): string =>
  words.table.ranges[code] ?? code;

/** What a range is called on the page: its id with the sign that ranges have in the language. */
export const classLabel = ({ words }: Edition, id: string): string =>
  id.replace('-', words.punctuation.range);

/** The numbers of a range in its own family. */
export function numbersOfClass(
  { meanings }: Pick<Catalogue, 'meanings'>,
  { family, spans }: Pick<CodeClass, 'family' | 'spans'>,
): ClassNumbers {
  const range = parseSpans(spans);
  const within = meanings.filter(
    (meaning) =>
      meaning.family === family && isNumber(meaning.code) && contains(range, Number(meaning.code)),
  );
  return {
    documented: within.filter(({ standing }) => standing !== 'undocumented'),
    undocumented: within.filter(({ standing }) => standing === 'undocumented'),
  };
}
