/**
 * The one way from text to code, shared by search, index filter, 404 page and decoder. It answers
 * one meaning, several, a class, a neighbouring system, "not documented" or nothing, and never
 * picks one of several silently.
 */
import { isNumber, withoutLeadingZeros } from '../codes/code-id.ts';
import { LOG_SHAPES, matchShapes, NEIGHBOUR_SHAPES, type NeighbourSystem } from './log-shapes.ts';
import { contains } from '../codes/range.ts';
import type {
  IndexedBeside,
  IndexedMeaning,
  IndexedName,
  ResolverIndex,
} from '../codes/resolver-index.ts';
import { FAMILIES, type Family } from '../codes/families.ts';

/** By what the text led to a meaning. */
export type Via = 'number' | 'range' | 'log' | 'title' | IndexedName['kind'];

export type Answer =
  | { readonly kind: 'nothing' }
  | {
      /** Documented: exactly these meanings. `number` where the text held one. */
      readonly kind: 'meanings';
      readonly ids: readonly [string, ...string[]];
      readonly via: Via;
      readonly number?: string;
    }
  | { readonly kind: 'class'; readonly id: string }
  | Undocumented;

/** A number without a meaning of its own, with what is known around it. */
export type Undocumented = {
  readonly kind: 'undocumented';
  readonly number: string;
  /** Classes that hold the number, narrowest first. */
  readonly classes: readonly string[];
  /** The nearest documented numbers of the same block, lower first. */
  readonly near: readonly string[];
  /** Known from an SDK, or a number of a neighbouring system: never an exact answer. */
  readonly beside: readonly IndexedBeside[];
  /** Meanings of the number in tables that the text rules out. */
  readonly elsewhere: readonly string[];
};

/** Longer text is a log for the decoder; only its beginning is looked at here. */
const MOST_CHARACTERS = 400;

/** Words that may stand beside a number without changing what it is. */
const NUMBER_WORDS = new Set(
  'code codes errcode errorcode error err e rpc mgs mpaas result resultcode resultstatus status number no nr html htm'.split(
    ' ',
  ),
);

const FAMILY_WORDS: ReadonlyMap<string, readonly Family[]> = new Map<string, readonly Family[]>([
  ...FAMILIES.map((family) => [family, [family]] as const),
  ['iphone', ['ios']],
  ['server', ['gateway', 'service']],
  ['http', ['android']],
]);

const CLIENTS: ReadonlySet<Family> = new Set(['android', 'ios']);

/**
 * Full-width forms become plain, invisible and control characters go, white space is folded.
 * Bidi controls are invisible too: they must not change what the eye compares. Where long text is cut,
 * a number at the cut goes: half of it would be another number.
 */
function normalise(text: string): string {
  const beginning =
    text.length > MOST_CHARACTERS
      ? text.slice(0, MOST_CHARACTERS).replace(/(?<!\p{N})\p{N}+$/u, '')
      : text;
  return beginning
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}\p{Co}]+/gu, '')
    .trim();
}

/** Only letters and digits, lower case: `K_DTRpc sizeControl` and `kdtrpcsizecontrol` are one. */
const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const ids = (meanings: readonly IndexedMeaning[]): string[] => meanings.map(({ id }) => id);

const some = <T>(list: readonly T[]): list is readonly [T, ...T[]] => list.length > 0;

/** Answers what a text names. Pure; never throws; never names a meaning outside the index. */
export function resolve(index: ResolverIndex, text: string): Answer {
  const query = normalise(text);
  if (query === '') return { kind: 'nothing' };
  return (
    fromShape(index, query) ??
    fromNumber(index, query) ??
    fromRangeName(index, query) ??
    fromName(index, query) ?? { kind: 'nothing' }
  );
}

/** A number in a known spelling. Two numbers are a log for the decoder: to take one would be a guess. */
function fromShape(index: ResolverIndex, query: string): Answer | null {
  const theirs = matchShapes(NEIGHBOUR_SHAPES, query);
  const ours = matchShapes(LOG_SHAPES, query);
  const [number, ...others] = new Set(
    [...theirs, ...ours].map(({ code }) => withoutLeadingZeros(code)),
  );
  if (number === undefined || others.length > 0) return null;
  const [neighbour] = theirs;
  if (neighbour) return numberOfNeighbour(index, number, neighbour.shape.system);
  const [first] = ours;
  return first ? resolveNumber(index, number, first.shape.families, 'log') : null;
}

function numberOfNeighbour(index: ResolverIndex, number: string, system: NeighbourSystem): Answer {
  const beside = index.neighbours.filter(
    ({ origin, spans }) => origin === system && contains(spans, Number(number)),
  );
  // A quoted `resultStatus` is the payment SDK's only where the number is one of its own.
  if (system === 'payment-sdk' && !some(beside))
    return resolveNumber(index, number, ['gateway', 'service'], 'log');
  // Classes and documented neighbours are those of MGS numbers, and this is none.
  const elsewhere = ids(index.meanings.filter(({ code }) => code === number));
  return { kind: 'undocumented', number, classes: [], near: [], beside, elsewhere };
}

function fromNumber(index: ResolverIndex, query: string): Answer | null {
  const words = query
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ');
  let number: string | undefined;
  const families: Family[] = [];
  for (const word of words) {
    const digits = /^e?(\d{1,9})$/.exec(word)?.[1];
    const named = FAMILY_WORDS.get(word);
    if (digits !== undefined) {
      const value = withoutLeadingZeros(digits);
      if (number !== undefined && number !== value) return null;
      number = value;
    } else if (named) families.push(...named);
    else if (!NUMBER_WORDS.has(word)) return null;
  }
  if (number === undefined) return null;
  const answer = resolveNumber(index, number, some(families) ? families : FAMILIES, 'number');
  if (answer.kind === 'meanings' || !families.some((family) => CLIENTS.has(family))) return answer;
  // A client also shows the numbers that it was answered with.
  const passedOn = resolveNumber(index, number, ['gateway', 'service'], 'number');
  return passedOn.kind === 'meanings' ? passedOn : answer;
}

/**
 * What a number means in the given tables.
 * @param number digits without leading zeros
 * @param families tables that the place of the number allows
 */
export function resolveNumber(
  index: ResolverIndex,
  number: string,
  families: readonly Family[],
  via: Via,
): Answer {
  const allowed = ({ family }: IndexedMeaning) => families.includes(family);
  const named = index.meanings.filter(({ code }) => code === number);
  const meant = named.filter(allowed);
  if (some(meant)) return exact(meant, via, number);
  const ranges = index.meanings.filter(
    ({ spans }) => spans !== undefined && contains(spans, Number(number)),
  );
  const meantRanges = ranges.filter(allowed);
  if (some(meantRanges)) return exact(meantRanges, 'range', number);
  return undocumented(index, number, ids([...named, ...ranges]));
}

function exact(meanings: readonly IndexedMeaning[], via: Via, number?: string): Answer {
  const [first, ...rest] = ids(meanings);
  if (first === undefined) return { kind: 'nothing' };
  return {
    kind: 'meanings',
    ids: [first, ...rest],
    via,
    ...(number === undefined ? {} : { number }),
  };
}

function undocumented(
  index: ResolverIndex,
  number: string,
  elsewhere: readonly string[],
): Undocumented {
  const value = Number(number);
  const documented = [
    ...new Set(index.meanings.filter(({ code }) => isNumber(code)).map(({ code }) => Number(code))),
  ]
    .filter((other) => other !== value && block(other) === block(value))
    .sort((a, b) => a - b);
  const lower = documented.filter((other) => other < value).at(-1);
  const higher = documented.find((other) => other > value);
  return {
    kind: 'undocumented',
    number,
    classes: index.classes
      .filter(({ spans }) => contains(spans, value))
      .sort((a, b) => width(a.spans) - width(b.spans))
      .map(({ id }) => id),
    near: [lower, higher].filter((other) => other !== undefined).map(String),
    beside: [...index.undocumented, ...index.neighbours].filter(({ spans }) =>
      contains(spans, value),
    ),
    elsewhere,
  };
}

/** Numbers stand together in thousands; below 100 they are the clients', up to 999 there are only HTTP statuses. */
const block = (number: number): number =>
  number >= 100 && number < 1000 ? -1 : Math.floor(number / 1000);

const width = (spans: readonly { from: number; to: number }[]): number =>
  spans.reduce((sum, { from, to }) => sum + to - from, 0);

/** A class or a range by the last part of its address: `7xxx`, `http-4xx`. */
function fromRangeName(index: ResolverIndex, query: string): Answer | null {
  const wanted = query.toLowerCase();
  const found = index.classes.find(({ id }) => id === wanted);
  if (found) return { kind: 'class', id: found.id };
  const ranges = index.meanings.filter(({ code, spans }) => spans !== undefined && code === wanted);
  return some(ranges) ? exact(ranges, 'range') : null;
}

/** A part of a Latin name must be this long to count: shorter ones stand in half the names. */
const SHORTEST_PART = 4;
/** A part of a Chinese label: two characters are a word. */
const SHORTEST_CHINESE_PART = 2;

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

function fromName(index: ResolverIndex, query: string): Answer | null {
  const wanted = letters(query);
  if (wanted === '') return null;
  const whole = named(index, (name) => letters(name) === wanted);
  if (whole) return whole;
  const shortest = hasHan(query) ? SHORTEST_CHINESE_PART : SHORTEST_PART;
  if (Array.from(wanted).length < shortest) return null;
  const oneWord = !query.includes(' ');
  return named(index, (name, kind) => {
    if (hasHan(query)) return hasHan(name) && letters(name).includes(wanted);
    if (kind === 'symbol') return oneWord && letters(name).includes(wanted);
    // A common word such as "timeout" stands in constants; only part of a constant is meant as one.
    if (kind === 'sdk-constant')
      return oneWord && query.includes('_') && letters(name).includes(wanted);
    return !oneWord && kind === 'prompt' && letters(name).includes(wanted);
  });
}

function named(index: ResolverIndex, matches: (name: string, kind: Via) => boolean): Answer | null {
  let via: Via | undefined;
  const meant = index.meanings.filter(({ title, names }) => {
    const hit =
      names.find(({ text, kind }) => matches(text, kind))?.kind ??
      (matches(title, 'title') ? ('title' as const) : undefined);
    via ??= hit;
    return hit !== undefined;
  });
  return via === undefined ? null : exact(meant, via);
}
