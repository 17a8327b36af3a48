/** Ranges of result codes, each a list of spans with both ends included. */

export type Span = { readonly from: number; readonly to: number };

/** The numbers that a reply can carry as its HTTP status. */
export const HTTP_STATUSES = { first: 100, last: 599 };

/**
 * Reads a span such as `400-499`, or a single number such as `608`.
 * @throws RangeError when the text is neither, or ends before it begins.
 */
export function parseSpan(text: string): Span {
  const match = /^(\d+)(?:-(\d+))?$/.exec(text);
  if (!match) throw new RangeError(`"${text}" is not a span; write it as "400-499"`);
  const from = Number(match[1]);
  const to = Number(match[2] ?? match[1]);
  if (to < from) throw new RangeError(`"${text}" ends before it begins; write the lower end first`);
  return { from, to };
}

/** Reads a list of spans; see {@link parseSpan}. */
export const parseSpans = (texts: readonly string[]): Span[] => texts.map(parseSpan);

export const contains = (spans: readonly Span[], number: number): boolean =>
  spans.some(({ from, to }) => from <= number && number <= to);

const within = (inner: Span, outer: Span): boolean =>
  outer.from <= inner.from && inner.to <= outer.to;

export const disjoint = (a: Span, b: Span): boolean => a.to < b.from || b.to < a.from;

/** Whether two ranges are either apart or one inside the other, so that a number's place is clear. */
export function nestOrDisjoint(a: readonly Span[], b: readonly Span[]): boolean {
  const inside = (inner: readonly Span[], outer: readonly Span[]) =>
    inner.every((span) => outer.some((other) => within(span, other)));
  return (
    a.every((span) => b.every((other) => disjoint(span, other))) || inside(a, b) || inside(b, a)
  );
}

/** How many numbers lie between the ends of the spans, for telling a narrow range from a wide one. */
export const widthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { from, to }) => sum + to - from, 0);

/** From here on a number is an HTTP status before it is anything else. */
export const FIRST_HTTP_ERROR = 400;
