/**
 * What must hold across the files under `content/`. Each rule is a small object; a test prints every
 * problem at once, and the build refuses while there is one.
 */
import type { Content } from '../catalogue.ts';
import { addressesAreUnique, everyPageHasItsAddress, namesAreAddresses } from './addresses.ts';
import { changesAreInOrder } from './dates.ts';
import { noFormLetters } from './form-letters.ts';
import { everyStatusIsExplained } from './http.ts';
import {
  confusionTargets,
  guidesExistAndAreUsed,
  neighboursLeadToMeanings,
  relatedTargets,
  systemsExist,
  termsLeadSomewhere,
} from './links.ts';
import type { Problem, Rule } from './problem.ts';
import { rangesAreClear, spansAreApart } from './ranges.ts';
import {
  codesAreCanonical,
  everyEntryHasItsRow,
  everyRowHasAnEntry,
  familiesAreComplete,
  nothingIsListedTwice,
} from './rows.ts';
import { sourcesExistAndAreUsed } from './sources.ts';
import { statementsAreSafe } from './statements.ts';
import { translationsAreComplete } from './translations.ts';

export const RULES: readonly Rule[] = [
  familiesAreComplete,
  everyRowHasAnEntry,
  everyEntryHasItsRow,
  codesAreCanonical,
  nothingIsListedTwice,
  relatedTargets,
  confusionTargets,
  rangesAreClear,
  spansAreApart,
  everyStatusIsExplained,
  namesAreAddresses,
  addressesAreUnique,
  everyPageHasItsAddress,
  changesAreInOrder,
  sourcesExistAndAreUsed,
  guidesExistAndAreUsed,
  termsLeadSomewhere,
  systemsExist,
  neighboursLeadToMeanings,
  ...statementsAreSafe,
  noFormLetters,
  ...translationsAreComplete,
];

/** Every problem of every rule, in the order of the rules. */
export const findProblems = (content: Content): Problem[] =>
  RULES.flatMap(({ check }) => check(content));
