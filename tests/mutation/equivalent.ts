/** Faults that change nothing that a caller can see, each with the reason. */
import type { Mutant } from './mutants.ts';

export const EQUIVALENT: readonly (Pick<Mutant, 'file' | 'original' | 'replacement'> & {
  readonly why: string;
})[] = [];
