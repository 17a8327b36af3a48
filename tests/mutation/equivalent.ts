/** Faults that change nothing that a caller can see, each with the reason. */
import type { Mutant } from './mutants.ts';

export const EQUIVALENT: readonly (Pick<Mutant, 'file' | 'original' | 'replacement'> & {
  readonly why: string;
})[] = [
  {
    file: 'src/domain/codes/rules/form-letters.ts',
    original: '<',
    replacement: '<=',
    why: 'No two statements have the same position.',
  },
  {
    file: 'src/domain/text/redact/value-checks.ts',
    original: String.raw`/^(?=[^\d\s]*\d)[a-z][\w.-]{5,}$/`,
    replacement: String.raw`/^(?=[^\d\s]+\d)[a-z][\w.-]{5,}$/`,
    why: 'The first character is a letter, so at least one comes before the digit.',
  },
];
