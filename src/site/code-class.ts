/** A range that the source speaks of as a whole: which of its numbers are known. */
import type { Catalogue } from '../domain/codes/catalogue.ts';
import { isNumber } from '../domain/codes/code-id.ts';
import { contains, parseSpans } from '../domain/codes/range.ts';
import type { CodeClass, Meaning, Undocumented } from '../domain/codes/schema.ts';

export type ClassNumbers = {
  readonly documented: readonly Meaning[];
  /** Known by name only. */
  readonly undocumented: readonly Undocumented[];
};

/** The numbers of a range in its own family. */
export function numbersOfClass(
  { meanings, undocumented }: Pick<Catalogue, 'meanings' | 'undocumented'>,
  { family, spans }: Pick<CodeClass, 'family' | 'spans'>,
): ClassNumbers {
  const range = parseSpans(spans);
  const isWithin = (code: string) => isNumber(code) && contains(range, Number(code));
  return {
    documented: meanings.filter((meaning) => meaning.family === family && isWithin(meaning.code)),
    undocumented: undocumented.filter((other) => other.family === family && isWithin(other.number)),
  };
}
