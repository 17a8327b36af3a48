/** What a redacted copy masks, by kind. */

/** Values that open something; who somebody is recurs under names, and is known by its form. */
const SECRET_KINDS = [
  'password',
  'one-time-code',
  'key',
  'token',
  'authorization',
  'login',
  'cookie',
  'session',
  'signature',
] as const;

/** In the order in which a reader is told about them. */
export const MASK_KINDS = [
  ...SECRET_KINDS,
  'request-data',
  'phone',
  'email',
  'identity-number',
  'bank-card',
  'name',
  'postal-address',
  'birth-date',
  'location',
  'user-id',
  'device-id',
  'ip-address',
  'app-id',
  'trace-id',
] as const;

export type MaskKind = (typeof MASK_KINDS)[number];

/** The kinds of values that open something. */
export const SECRETS: ReadonlySet<MaskKind> = new Set(SECRET_KINDS);

/** The word that a mask shows for its kind: letters, spaces and hyphens only, as in `<phone 1>`. */
export type MaskLabels = Readonly<Record<MaskKind, string>>;

/** A value that must not be in the copy, by its ends in a view; the end is exclusive. */
export type FoundValue = {
  readonly from: number;
  readonly to: number;
  readonly kind: MaskKind;
  /** Set where the view ends before the value does: how to find its end in what follows. */
  readonly open?: ValueShape;
};

/** How a value ends. */
export type ValueShape =
  | { readonly how: 'quoted'; readonly quote: string; readonly level: number }
  | { readonly how: 'bare'; readonly level: number; readonly delimiters: RegExp }
  | { readonly how: 'line'; readonly stop: LineStop }
  | { readonly how: 'brackets'; readonly depth: number; readonly inLine: boolean }
  | { readonly how: 'block' }
  | {
      readonly how: 'indented';
      /** As deep as the name: the lines of the value are deeper. */
      readonly depth: number;
      /** How often the ends of its lines are escaped. */
      readonly level: number;
    }
  | { readonly how: 'until'; readonly text: string; readonly level: number };

/** What ends a value that goes to the end of its line before that. */
export type LineStop = {
  /** The quote around name and value, as in `-H "Cookie: a=b"`. */
  readonly quote: { readonly char: string; readonly level: number } | null;
  /** Whether a closing bracket, or a comma before another pair, ends it. */
  readonly inList: boolean;
  /** Whether an ampersand before another pair ends it. */
  readonly inQuery: boolean;
  /** What else may stand on its line: other headers, and pairs without a sign that divides them. */
  readonly beside?: 'headers' | 'pairs';
};
