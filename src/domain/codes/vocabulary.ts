/** The closed lists of ids that the data is written in. Small on purpose: the browser loads it. */

/** Who can make the call work again; `nobody` is for codes that are no failure. */
export const PARTIES = ['app', 'operator', 'backend', 'network', 'nobody'] as const;
export type Party = (typeof PARTIES)[number];

/**
 * Whether to send the call again. `backoff` is safe whatever the call does, because nothing was
 * executed; `if-idempotent` is safe only for a call that does no harm if it runs twice.
 */
export const RETRY_ADVICE = [
  'never',
  'after-fix',
  'backoff',
  'if-idempotent',
  'not-applicable',
] as const;
export type RetryAdvice = (typeof RETRY_ADVICE)[number];

/** Whether the back end may have carried out the call when this code arrives. */
export const EXECUTED = ['no', 'possible', 'yes'] as const;
export type Executed = (typeof EXECUTED)[number];

/** A place on the request path from the app to the back end. */
export const HOPS = ['device', 'sdk', 'network', 'gateway', 'upstream', 'service'] as const;
export type Hop = (typeof HOPS)[number];

/** Where on the request path a call fails; `none` where it does not fail, `unknown` where no source says. */
export const FAILS = [...HOPS, 'none', 'unknown'] as const;
export type Fails = (typeof FAILS)[number];

/**
 * How sure a statement is: the vendor says so, somebody met it, it follows from a cited text, or it is
 * common engineering knowledge without a source.
 */
export const BASES = ['official', 'reported', 'inferred', 'general'] as const;
export type Basis = (typeof BASES)[number];

/**
 * What the official result-code document says of a number: listed there, listed in an official table of
 * another component, or known only from an SDK.
 */
export const STANDINGS = ['documented', 'related', 'undocumented'] as const;
export type Standing = (typeof STANDINGS)[number];

/** How sure it is what a number means that the official document leaves out; `low` is known by name only. */
export const CONFIDENCES = ['high', 'medium', 'low'] as const;

export const PROTOCOLS = ['HTTP', 'MPC', 'DUBBO'] as const;

export const PLATFORMS = ['android', 'ios'] as const;
export type Platform = (typeof PLATFORMS)[number];

export const NAME_KINDS = [
  'chinese-label',
  'sdk-constant',
  'former-title',
  'seen-text',
  'default-text',
] as const;
export type NameKind = (typeof NAME_KINDS)[number];
