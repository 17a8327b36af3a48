/**
 * Makes a copy of a log that can go to somebody else: who and where somebody was, and whatever logs
 * somebody in, is masked; codes, versions and times stay.
 */
import { digestsIn, keptSpans, type CodeNames, type Digest, type Span } from './kept-spans.ts';
import { carriedValues, NOTHING_CARRIED, type Carried } from './redact/carried.ts';
import { decodedView, tailOf, type DecodedView } from './redact/decoded-view.ts';
import {
  MASK_KINDS,
  type FoundValue,
  type MaskKind,
  type MaskLabels,
  type ValueShape,
} from './redact/kinds.ts';
import { knownForms } from './redact/known-forms.ts';
import { namedValues } from './redact/named-values.ts';
import { createRecurrences, type Recurrences } from './redact/recurrences.ts';
import { endOfValue } from './redact/value-ends.ts';
import { valuesBeforeNames } from './redact/values-first.ts';

export type { MaskKind, MaskLabels } from './redact/kinds.ts';

export type RedactionOptions = {
  readonly labels: MaskLabels;
  /** Kinds that stay in clear. */
  readonly keep?: ReadonlySet<MaskKind>;
  /** Names of codes stay wherever they are; without it only their numbers do. */
  readonly isCodeName?: CodeNames;
};

/** How much of one kind was masked. */
export type MaskCount = {
  readonly kind: MaskKind;
  /** Different values. */
  readonly values: number;
  /** Places where one of them was. */
  readonly places: number;
};

/** Redacts a text in slices of any length; a slice may end anywhere. */
export type Redactor = {
  /** Takes the next slice, and gives back what of the copy is complete. */
  readonly push: (slice: string) => string;
  /** Gives back the rest of the copy. */
  readonly finish: () => string;
  /** What was masked so far, in the order of `MASK_KINDS`. */
  readonly counts: () => MaskCount[];
};

/**
 * Redacts a text at once. A masked value reads `<phone 1>`, equal values of a kind have equal numbers,
 * a secret is masked wherever it stands again, names of fields and ends of lines stay. The copy has the
 * same codes in the same lines, and a copy of the copy is the copy. Names and addresses of people are
 * masked only where a field names them. Never throws; the time grows with the length of the text.
 */
export function redact(text: string, options: RedactionOptions): string {
  const redactor = createRedactor(options);
  return redactor.push(text) + redactor.finish();
}

/** Is worked on at once; small enough for a page to answer in between. */
const WINDOW = 16 * 1024;
/** Is read behind the window: a value that begins in the window is seen so far at least. */
const AHEAD = 9 * 1024;
/** Is read before the window: a value is told by what stands in front of it. */
const BEHIND = 600;
/** How far before its name a secret is masked for certain; within the window it is as well. */
const FORESIGHT = 4 * 1024;
/** Of a longer value only the beginning tells whether it is equal to another. */
const LONGEST_KEY = 4096;
/** Masks rarely lay anything open, and hardly ever a second time. */
const MOST_ROUNDS = 6;

type Mask = Span & { readonly kind: MaskKind; readonly key: string; readonly continues?: boolean };

/** Starts redacting. What is known is carried from slice to slice, so slicing changes no result. */
export function createRedactor(options: RedactionOptions): Redactor {
  const { labels, isCodeName = () => false } = options;
  const keep = options.keep ?? new Set<MaskKind>();
  const masks = masksWith(labels);
  const numbers = createNumbers(labels);
  const recurrences = createRecurrences(keep);
  /** What has not been worked on yet. */
  let rest = '';
  /** What came before it, decoded and as it stands. */
  let before: DecodedView | undefined;
  let beforeMasked: DecodedView | undefined;
  let behind = '';
  /** A value that the last window did not end. */
  let open: { readonly kind: MaskKind; readonly shape: ValueShape } | null = null;
  /** What it said of values behind it, read as it stands and with its masks. */
  let carried = NOTHING_CARRIED;
  let carriedMasked = NOTHING_CARRIED;

  /** Works on one window of `text`, from `at` on. */
  const step = (text: string, at: number, isLast: boolean): { copy: string; next: number } => {
    const source = text.slice(at, at + WINDOW + AHEAD);
    const isEnd = isLast && at + source.length === text.length;
    const wanted = isEnd ? source.length : wantedCut(source);
    const atoms = Array.from(source.matchAll(masks), ({ index, 0: mask }) => ({
      from: index,
      to: index + mask.length,
    }));
    for (const { from, to } of atoms) if (from < wanted) numbers.reserve(source.slice(from, to));
    const around = behind + source;
    const digests = digestsIn(around).map((digest) => movedBack(digest, behind.length));
    let kept: readonly Span[] | null = null;
    let masked: Mask[] = digests
      .flatMap(({ fields }) => fields)
      .filter(({ kind, from }) => !keep.has(kind) && from >= 0 && from < wanted)
      .map((field) => ({ ...field, key: source.slice(field.from, field.to) }));
    if (masked.length > 0) {
      kept = keptSpans(around, isCodeName).map((span) => moved(span, behind.length));
      masked = without(masked, inOrder([...kept, ...atoms]));
    }
    let next = wanted;
    const first = decodedView(source, atoms, before);
    let view = first;
    let known = carried;
    let knownMasked = carriedMasked;
    // What a mask lays open is looked at again, so that a copy of the copy is the copy.
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      if (round > 0) view = decodedView(source, inOrder([...atoms, ...masked]), beforeMasked);
      const found = valuesIn(
        view,
        wanted,
        round === 0 ? open : null,
        isEnd,
        source.length,
        round === 0 ? carried : carriedMasked,
        recurrences,
      );
      if (round === 0) {
        next = Math.max(next, found.cut);
        open = null;
        known = found.carried;
      }
      knownMasked = found.carried;
      const values = found.values.filter(({ kind }) => !keep.has(kind));
      if (values.length === 0) break;
      kept ??= keptSpans(around, isCodeName).map((span) => moved(span, behind.length));
      const fixed = inOrder([...kept, ...atoms, ...masked]);
      const added = withoutDigests(without(values, fixed), digests, source);
      for (const { to, open: shape, kind } of values) {
        next = Math.max(next, to);
        if (shape && !isEnd) open = { kind, shape };
      }
      const visible = added.filter(({ from, to }) => source.slice(from, to).trim() !== '');
      if (visible.length === 0) break;
      masked = inOrder([...masked, ...visible]);
    }
    if (isEnd) next = source.length;
    before = tailOf(first, firstAt(first.starts, 0, next), BEHIND);
    beforeMasked = tailOf(view, firstAt(view.starts, 0, next), BEHIND);
    carried = known;
    carriedMasked = knownMasked;
    behind = around.slice(0, behind.length + next).slice(-BEHIND);
    return { copy: copyWith(source, next, masked), next: at + next };
  };

  const copyWith = (source: string, end: number, masked: readonly Mask[]): string => {
    // Joined once: a string that grows by small pieces is a tree of them until somebody reads it.
    const parts: string[] = [];
    let at = 0;
    for (const mask of masked) {
      const value = source.slice(mask.from, mask.to);
      parts.push(source.slice(at, mask.from));
      if (!mask.continues) parts.push(numbers.maskOf(mask));
      // A mask takes the place of many lines and leaves their ends, so that no line changes its number.
      if (/[\n\r]/.test(value)) parts.push(value.replaceAll(/[^\n\r]+/g, ''));
      at = mask.to;
    }
    parts.push(source.slice(at, end));
    return parts.join('');
  };

  const work = (isLast: boolean): string => {
    const parts: string[] = [];
    let at = 0;
    while (isLast ? at < rest.length : rest.length - at >= WINDOW + AHEAD) {
      const { copy, next } = step(rest, at, isLast);
      parts.push(copy);
      at = next;
    }
    rest = rest.slice(at);
    return parts.join('');
  };

  return {
    push(slice) {
      rest += slice;
      return work(false);
    },
    finish: () => work(true),
    counts: numbers.counts,
  };
}

/** A digest is read by its commas: a value that holds one has no place in it. */
const withoutDigests = (
  masks: readonly Mask[],
  digests: readonly Span[],
  source: string,
): Mask[] =>
  digests.length === 0
    ? [...masks]
    : masks.flatMap((mask) =>
        source.slice(mask.from, mask.to).includes(',') ? without([mask], digests) : [mask],
      );

/** Where a window should end: behind its last line, or where a line is longer, within it. */
function wantedCut(source: string): number {
  const line = source.lastIndexOf('\n', WINDOW - 1);
  return line >= WINDOW / 2 ? line + 1 : WINDOW;
}

/** A masked value and, if the window does not end it, how to find its end. */
type LocatedValue = Mask & { readonly open?: ValueShape };

/**
 * Every value that begins before `wanted`, by its place in the source.
 * @param carried what the text before says of values in this one
 * @param recurrences what it had as secrets
 * @returns also where the window ends: between two characters, an escaped one being one
 */
function valuesIn(
  view: DecodedView,
  wanted: number,
  open: { readonly kind: MaskKind; readonly shape: ValueShape } | null,
  isEnd: boolean,
  length: number,
  carried: Carried,
  recurrences: Recurrences,
): { values: LocatedValue[]; cut: number; carried: Carried } {
  const { text, starts, ends } = view;
  const start = firstAt(starts, 0, 0);
  const cut = isEnd ? text.length : firstAt(starts, start, wanted);
  const found: FoundValue[] = [];
  let from = start;
  if (open) {
    const end = endOfValue(view, start, open.shape);
    found.push({ from, to: end.to, kind: open.kind, ...(end.open ? { open: end.open } : {}) });
    from = end.to;
  }
  const said = carriedValues(view, from, cut, carried);
  if (from < cut)
    found.push(
      ...knownForms(view, from, cut),
      ...namedValues(view, from, cut),
      ...valuesBeforeNames(view, from, cut),
      ...said.found,
    );
  const offsetOf = (index: number): number => starts[index] ?? length;
  for (const value of chosen(found))
    if ((isEnd || !value.open) && !(open && value.from === start))
      recurrences.learn(text.slice(value.from, value.to), value.kind);
  // A secret may stand in front of the name that gives it away.
  for (const value of cut < text.length ? namedValues(view, cut, cut + FORESIGHT) : [])
    if (!value.open) recurrences.learn(text.slice(value.from, value.to), value.kind);
  found.push(...recurrences.find(view, from, cut));
  const values = chosen(found).map((value): LocatedValue => {
    const to = isEnd && value.open ? text.length : value.to;
    const at = offsetOf(value.from);
    return {
      from: at,
      to: Math.max(at, ends[to - 1] ?? length),
      kind: value.kind,
      key: text.slice(value.from, Math.min(to, value.from + LONGEST_KEY)),
      ...(open && value.from === start ? { continues: true } : {}),
      ...(value.open ? { open: value.open } : {}),
    };
  });
  return { values, cut: offsetOf(cut), carried: said.carried };
}

/** The first index from `low` on whose position is at least `wanted`; positions rise. */
function firstAt(positions: Int32Array, low: number, wanted: number): number {
  let from = low;
  let to = positions.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((positions[middle] ?? wanted) < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}

const moved = ({ from, to }: Span, by: number): Span => ({ from: from - by, to: to - by });

const movedBack = (digest: Digest, by: number): Digest => ({
  ...moved(digest, by),
  fields: digest.fields.map(({ kind, ...span }) => ({ ...moved(span, by), kind })),
});

const inOrder = <S extends Span>(spans: readonly S[]): S[] =>
  [...spans].sort((a, b) => a.from - b.from);

/** Values in order, without those that begin within another. */
function chosen(found: readonly FoundValue[]): FoundValue[] {
  const values: FoundValue[] = [];
  let end = 0;
  for (const value of [...found].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (value.to <= end || value.from >= value.to) continue;
    // `user:password@host`: what looks like a name there is none, and the host stays.
    if (value.from < end && values.at(-1)?.kind === 'login') continue;
    values.push(value.from < end ? { ...value, from: end } : value);
    end = value.to;
  }
  return values;
}

/** The parts of the masks that lie outside the kept spans; both in order, neither with overlaps of its own. */
function without(masks: readonly Mask[], kept: readonly Span[]): Mask[] {
  const parts: Mask[] = [];
  let first = 0;
  for (const mask of masks) {
    while ((kept[first]?.to ?? Infinity) <= mask.from) first += 1;
    let { from } = mask;
    for (let at = first; from < mask.to; at += 1) {
      const span = kept[at] ?? { from: mask.to, to: mask.to };
      const to = Math.min(Math.max(span.from, from), mask.to);
      const isWhole = from === mask.from && to === mask.to;
      if (to > from) parts.push(isWhole ? mask : { ...mask, from, to, ...partOf(mask, from) });
      from = Math.max(from, span.to);
    }
  }
  return parts;
}

/** A part of a value is equal to the same part of an equal value. */
const partOf = ({ key, from: start, continues }: Mask, from: number) => ({
  key: `${key}\n${from - start}`,
  continues: continues === true && from === start,
});

const masksWith = (labels: MaskLabels): RegExp =>
  new RegExp(`<(?:${Object.values(labels).join('|')}) \\d{1,7}>`, 'g');

/** Gives equal values equal numbers, each kind for itself. */
function createNumbers(labels: MaskLabels) {
  const byKind = new Map<MaskKind, { known: Map<string, number>; last: number; places: number }>();
  const of = (kind: MaskKind) => {
    const numbers = byKind.get(kind) ?? { known: new Map<string, number>(), last: 0, places: 0 };
    byKind.set(kind, numbers);
    return numbers;
  };
  return {
    /** A mask that the text already has: its number is taken. */
    reserve(mask: string): void {
      const [, label, number] = /^<(.+) (\d+)>$/.exec(mask) ?? [];
      const kind = MASK_KINDS.find((one) => labels[one] === label);
      if (kind !== undefined) of(kind).last = Math.max(of(kind).last, Number(number));
    },
    maskOf({ kind, key }: Mask): string {
      const numbers = of(kind);
      const same = sameKey(kind, key);
      let number = numbers.known.get(same);
      if (number === undefined) {
        numbers.last += 1;
        number = numbers.last;
        numbers.known.set(same, number);
      }
      numbers.places += 1;
      return `<${labels[kind]} ${number}>`;
    },
    counts: (): MaskCount[] =>
      MASK_KINDS.flatMap((kind) => {
        const numbers = byKind.get(kind);
        return numbers && numbers.places > 0
          ? [{ kind, values: numbers.known.size, places: numbers.places }]
          : [];
      }),
  };
}

/** What two spellings of one value have in common. */
function sameKey(kind: MaskKind, value: string): string {
  switch (kind) {
    case 'phone': {
      const digits = value.replaceAll(/[^\d*x]/gi, '');
      return digits.replace(/^(?:00)?86(?=1\d{10}$)/, '');
    }
    case 'bank-card':
    case 'identity-number':
      return value.replaceAll(/[\s-]/g, '').toUpperCase();
    case 'email':
    case 'ip-address':
    case 'device-id':
      return value.trim().toLowerCase();
    case 'login':
      return value.replaceAll(/["']/g, '').trim();
    default:
      return value.trim();
  }
}
