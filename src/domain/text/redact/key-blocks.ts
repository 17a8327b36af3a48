/** Keys in PEM blocks (RFC 7468), as they stand and with the words of a logger before every line. */
import { MASK_CHARACTER, type DecodedView } from './decoded-view.ts';
import type { FoundValue } from './kinds.ts';
import { matchAt } from './match-at.ts';
import { endOfValue } from './value-ends.ts';

const BEGIN = /-----BEGIN [A-Z\d ]{2,40}-----(?:\s{0,20}(?=\uFFFC))?/g;
/** The line of the beginning ends, and so does one of base64 or of nothing else but a mask. */
const LINE_ENDS = /[ \t]{0,20}[\n\r]/y;
const WHOLE_LINE =
  /(?:[ \t]{0,20}(?:[A-Z][A-Za-z-]{1,30}: [^\n\r]{0,200})?[\n\r]{1,2}){1,6}[ \t]{0,40}[A-Za-z\d+/=\uFFFC]+(?=[ \t]{0,20}(?:[\n\r"'`,;\\<&]|-----|$))/y;

/** Whether the lines behind the beginning of a block have something else in front of the key. */
const hasFronts = (text: string, at: number): boolean =>
  matchAt(LINE_ENDS, text, at) !== null && matchAt(WHOLE_LINE, text, at) === null;

/** Keys whose lines have nothing in front: each is one value. */
export function wholeKeys(view: DecodedView, from: number, to: number): FoundValue[] {
  const { text } = view;
  const found: FoundValue[] = [];
  BEGIN.lastIndex = from;
  for (let match = BEGIN.exec(text); match && match.index < to; match = BEGIN.exec(text)) {
    const first = match.index + match[0].length;
    if (hasFronts(text, match.index + match[0].trimEnd().length)) continue;
    const end = endOfValue(view, first, { how: 'block' });
    const body = text.slice(first, Math.min(end.to, first + 8000));
    if (body.replaceAll(MASK_CHARACTER, '').trim() === '') continue;
    const last = end.open ? end.to : first + text.slice(first, end.to).trimEnd().length;
    const start = first + (body.length - body.trimStart().length);
    found.push(
      end.open
        ? { from: start, to: last, kind: 'key', open: end.open }
        : { from: start, to: last, kind: 'key' },
    );
  }
  return found;
}

/** A block that has begun, by how many more characters it may have: without its end, and without base64. */
export type OpenBlock = { readonly left: number; readonly gap: number };

/** The longest keys are not a third of it, with the fronts of their lines. */
const LONGEST = 24_000;
/** Other messages may stand between the lines; many of them say that the end is not in the log. */
const WIDEST_GAP = 2000;

const FIRST_MARK = /-----BEGIN [A-Z\d ]{2,40}-----/g;
const NEXT_MARK = /-----(?:BEGIN|END) [A-Z\d ]{2,40}-----/g;
/** Base64, and the padded end of it. */
const RUN = /(?<![A-Z\d+/])(?:[A-Z\d+/]{16,}={0,2}|[A-Z\d+/]{2,15}={1,2}(?=[ \t]*(?:[\n\r"]|$)))/gi;

/** By so many characters a run is known that begins where reading ends. */
const RUN_BEGINS = 80;
const REST_OF_RUN = /[A-Z\d+/]*={0,2}/iy;

/** A word of 16 letters may be the tag of a logger: a key ends its line, or has everything in it. */
const isOfKey = (run: string, text: string, to: number): boolean =>
  run.length >= 32 ||
  !/[^\n\r"'`\\]/.test(text[to] ?? '') ||
  [/[a-z]/, /[A-Z]/, /\d/].every((sign) => sign.test(run));

/** Keys whose lines have fronts: the base64 of every line is a value, the fronts stay. */
export function frontedKeys(
  { text }: DecodedView,
  from: number,
  to: number,
  open: OpenBlock | null,
): { found: FoundValue[]; block: OpenBlock | null } {
  const found: FoundValue[] = [];
  let block = open;
  let at = from;
  while (at < to) {
    const pattern = block ? NEXT_MARK : FIRST_MARK;
    const mark = matchAt(pattern, text, at);
    if (block) block = readBlock(text, at, Math.min(mark?.index ?? to, to), block, found);
    if (!mark || mark.index >= to) break;
    at = pattern.lastIndex;
    const isBegin = mark[0].startsWith('-----BEGIN');
    block = isBegin && hasFronts(text, at) ? { left: LONGEST, gap: WIDEST_GAP } : null;
  }
  return { found, block };
}

/** Takes what belongs to a key between two positions. */
function readBlock(
  text: string,
  from: number,
  to: number,
  block: OpenBlock,
  found: FoundValue[],
): OpenBlock | null {
  const most = Math.min(to, from + block.left);
  let reach = from + block.gap;
  for (const { 0: run, index } of text.slice(from, most + RUN_BEGINS).matchAll(RUN)) {
    const start = from + index;
    if (start >= most || start > reach) break;
    // It matches in any case, if only nothing.
    matchAt(REST_OF_RUN, text, start + run.length);
    const end = REST_OF_RUN.lastIndex;
    if (!isOfKey(run, text, end)) continue;
    const value: FoundValue = { from: start, to: end, kind: 'key' };
    found.push(end === text.length ? { ...value, open: { how: 'block' } } : value);
    reach = end + WIDEST_GAP;
  }
  return reach > to && most === to ? { left: block.left - (to - from), gap: reach - to } : null;
}
