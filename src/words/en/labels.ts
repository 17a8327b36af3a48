/** What the values of the data are called in English, wherever they are shown: in the views and in search. */
import type { Family } from '../../domain/codes/families.ts';
import type { Party, RetryAdvice } from '../../domain/codes/vocabulary.ts';

const families: Readonly<Record<Family, string>> = {
  gateway: 'Gateway',
  service: 'Service',
  android: 'Android',
  ios: 'iOS',
  'security-guard': 'Security Guard',
};

const parties: Readonly<Record<Party, string>> = {
  app: 'App developer',
  operator: 'Gateway operator',
  backend: 'Back-end team',
  network: 'User or network',
  nobody: 'Nobody',
};

const retry: Readonly<Record<RetryAdvice, string>> = {
  never: "Don't retry",
  'after-fix': "Don't retry until it is fixed",
  backoff: 'Safe, with back-off',
  'if-idempotent': 'Only if running it twice does no harm',
  'not-applicable': 'Nothing to retry',
};

/** The same of a step on the phone, where "safe, with back-off" would be read as the call's. */
const retryStep: Readonly<Record<RetryAdvice, string>> = {
  ...retry,
  backoff: 'Repeat this step with back-off, not the call',
};

/** "App developer, then gateway operator" */
const partiesInOrder = (first: Party, also: readonly Party[]): string =>
  [parties[first], ...also.map((party) => lowerFirst(parties[party]))].join(', then ');

export const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

/** Said of a number that no official table lists. */
const sdkOnly = 'SDK only';

export const labels = { families, parties, partiesInOrder, retry, retryStep, sdkOnly };

/** What joins labels, values and sentences. */
export const punctuation = {
  /** Between a label and its value. */
  colon: ': ',
  /** At the end of a label that has markup of its own; `gap` comes after it. */
  labelEnd: ':',
  /** Between the items of a list without "and". */
  comma: ', ',
  /** Between parts of a phrase that are no list: a title, its kind, its date. */
  clause: ', ',
  /** Between parts that have commas themselves. */
  semicolon: '; ',
  /** At the end of a sentence. */
  stop: '.',
  /** Between two sentences. */
  gap: ' ',
  /** Between the first and the last number of a range. */
  range: '–',
};

/** What an edition's names of the values must have. */
export type Labels = typeof labels;
/** What an edition's punctuation must have. */
export type Punctuation = typeof punctuation;
