/** The closed lists of words that the data is written in. Small on purpose: the browser loads it. */

export const FAMILIES = ['gateway', 'service', 'android', 'ios'] as const;
export type Family = (typeof FAMILIES)[number];

/** Who can make the call work again; `nobody` is for codes that are no failure. */
export const PARTIES = ['app', 'operator', 'backend', 'network', 'nobody'] as const;
export type Party = (typeof PARTIES)[number];

export const RETRY_ADVICE = ['never', 'after-fix', 'backoff', 'not-applicable'] as const;
export type RetryAdvice = (typeof RETRY_ADVICE)[number];

/** Where on the way from the app to the business system the call fails. */
export const HOPS = [
  'device',
  'sdk',
  'network',
  'gateway',
  'upstream',
  'service',
  'none',
  'unknown',
] as const;
export type Hop = (typeof HOPS)[number];

/** How sure a statement is: from the product's own pages, from somebody's case, or concluded by us. */
export const BASES = ['official', 'reported', 'inferred'] as const;
export type Basis = (typeof BASES)[number];

export const PROTOCOLS = ['HTTP', 'MPC', 'DUBBO'] as const;
