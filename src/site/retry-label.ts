/** What the retry advice is called, wherever it is shown: on a page, in a table, in search. */
import { familyOf, type Family } from '../domain/codes/families.ts';
import type { Executed, RetryAdvice } from '../domain/codes/vocabulary.ts';

/** Whether numbers of the family tell of a step on the phone; an HTTP status, which has none, tells of a call. */
const ofStep = (family: Family | null): boolean => family !== null && !familyOf(family).ofCalls;

type RetryWords = Readonly<Record<RetryAdvice, string>>;

/** The browser loads it: a name of an advice here would keep that advice's styles on every page. */
export const retryLabel = (
  { retry, retryStep }: { readonly retry: RetryWords; readonly retryStep: RetryWords },
  family: Family | null,
  advice: RetryAdvice,
): string => (ofStep(family) ? retryStep : retry)[advice];

/** What the retry advice is about: of a step, "not executed" says nothing about a call. */
export const retryOf = (family: Family | null, executed: Executed): 'call' | 'step' =>
  executed === 'no' && ofStep(family) ? 'step' : 'call';
