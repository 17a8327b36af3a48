/** What the values of the data are called on the page: one word for each thing, everywhere. */
import type { Name } from '../domain/codes/schema.ts';
import type { Family } from '../domain/codes/families.ts';
import type { Basis, Hop, Party, RetryAdvice } from '../domain/codes/vocabulary.ts';

export const FAMILY_LABELS: Readonly<Record<Family, string>> = {
  gateway: 'Gateway',
  service: 'Service',
  android: 'Android',
  ios: 'iOS',
};

export const PARTY_LABELS: Readonly<Record<Party, string>> = {
  app: 'App',
  operator: 'Gateway operator',
  backend: 'Back end',
  network: 'Network or device',
  nobody: 'Nobody',
};

export const RETRY_LABELS: Readonly<Record<RetryAdvice, string>> = {
  never: 'Never',
  'after-fix': 'After the fix',
  backoff: 'Yes, with back-off',
  'not-applicable': 'Not applicable',
};

export const BASIS_LABELS: Readonly<Record<Basis, string>> = {
  official: 'official',
  reported: 'reported',
  inferred: 'inferred',
};

export const NAME_LABELS: Readonly<Record<Name['kind'], string>> = {
  'chinese-label': 'Chinese label',
  'sdk-constant': 'SDK constant',
  'former-title': 'Former title',
  'seen-text': 'Text seen in a reply',
};

/** The request path, and where on it a call of this kind fails. */
export const HOP_SENTENCES: Readonly<Record<Hop, string>> = {
  device: 'Fails on the device, before anything is sent.',
  sdk: 'Fails in the SDK inside the app.',
  network: 'Fails between the SDK and the gateway.',
  gateway: 'Fails at the gateway.',
  upstream: 'Fails between the gateway and the service.',
  service: 'Fails in the service, behind the gateway.',
  none: 'Reaches the service and comes back.',
  unknown: 'Whether anything fails here is not stated.',
};

/** "App", "App, then gateway operator". */
export function partiesText(first: Party, also: readonly Party[]): string {
  return [PARTY_LABELS[first], ...also.map((party) => PARTY_LABELS[party].toLowerCase())].join(
    ', then ',
  );
}

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** `2026-01-22` → `22 January 2026`; a year or a month alone stays as coarse as it is. */
export function dateText(date: string): string {
  const [year = '', month, day] = date.split('-');
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year]
    .filter(Boolean)
    .join(' ');
}
