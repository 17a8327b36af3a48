/** What the redacted copy of a log says, in English. */
import { punctuation } from './labels.ts';

const plural = new Intl.PluralRules('en');
const number = new Intl.NumberFormat('en');

const counted = (count: number, one: string, other: string): string =>
  `${number.format(count)} ${plural.select(count) === 'one' ? one : other}`;

export const redact = {
  punctuation,
  /** The word in a mask such as `<phone 1>`: letters, spaces and hyphens only. */
  masks: {
    password: 'password',
    'one-time-code': 'one-time code',
    key: 'key',
    token: 'token',
    authorization: 'credentials',
    login: 'login',
    cookie: 'cookie',
    session: 'session',
    signature: 'signature',
    'request-data': 'request data',
    phone: 'phone',
    email: 'email',
    'identity-number': 'identity number',
    'bank-card': 'bank card',
    name: 'name',
    'postal-address': 'postal address',
    'birth-date': 'date of birth',
    location: 'location',
    'user-id': 'user ID',
    'device-id': 'device ID',
    'ip-address': 'IP address',
    'app-id': 'app ID',
    'trace-id': 'trace ID',
  },
  /** The kinds, as a list of what was masked names them. */
  kinds: {
    password: 'Passwords and PINs',
    'one-time-code': 'One-time codes',
    key: 'Keys and secrets',
    token: 'Tokens',
    authorization: 'Authorization credentials',
    login: 'User names with passwords',
    cookie: 'Cookies',
    session: 'Session IDs',
    signature: 'Signatures',
    'request-data': 'Request bodies',
    phone: 'Phone numbers',
    email: 'Email addresses',
    'identity-number': 'Identity numbers',
    'bank-card': 'Bank cards',
    name: 'Names',
    'postal-address': 'Postal addresses',
    'birth-date': 'Dates of birth',
    location: 'Locations',
    'user-id': 'User IDs',
    'device-id': 'Device IDs',
    'ip-address': 'IP addresses',
    'app-id': 'App IDs',
    'trace-id': 'Trace IDs',
  },
  start: 'Redact for sharing',
  heading: 'Redacted copy',
  /** Behind a kind: `3 values, 12 times`. */
  count: (values: number, places: number): string =>
    `${counted(values, 'value', 'different values')}, ${counted(places, 'place', 'places')}`,
  masked: (places: number): string =>
    `${counted(places, 'value is', 'values are')} masked. Check the copy before you send it.`,
  nothing: 'Nothing to mask was found. Check the text before you send it.',
  countsLabel: 'Masked, by kind',
  equal: 'The same value always gets the same placeholder.',
  keepTrace: "Keep trace IDs: the vendor's support needs them to find the request",
  notLookedFor:
    'Not detected: names and postal addresses without a label such as `realName=`, what people write in sentences, pictures and other encoded data, and numbers without a check digit or a field name. Result codes, versions, times, host names and operation names are kept.',
  preview: 'Preview of the redacted copy',
  previewCut: (characters: number): string =>
    `The preview shows the first ${number.format(characters)} characters. The copy is complete.`,
  copy: 'Copy redacted text',
  save: 'Save redacted text as a file',
  fileName: 'redacted.log',
  close: 'Close',
  stop: 'Stop redacting',
  progress: 'Part of the text that is redacted',
  working: 'Redacting …',
  stopped: 'Stopped. There is no redacted copy.',
  copied: 'Copied.',
  notCopied: 'The browser did not allow copying. Save the text as a file instead.',
  saved: 'Saved.',
  failed: 'This text could not be redacted.',
};

export type RedactWords = typeof redact;
