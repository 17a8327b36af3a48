/**
 * Makes a copy of a log that can go to somebody else: who and where the phone was is masked, codes
 * and times stay.
 */
import {
  LOG_SHAPES,
  matchShapes,
  NAME_PATTERN,
  NEIGHBOUR_SHAPES,
  PLATFORM_MARKS,
} from './log-shapes.ts';
import { valueAfter } from './reply-fields.ts';

/** Part of a line, by its ends in UTF-16 units. */
type Span = { readonly from: number; readonly to: number };
type Mask = Span & { readonly what: string };

/**
 * Masks app, device, user and trace ids, IP addresses, whatever logs somebody in, signatures and
 * request data; a masked value reads `<masked app id>`, its name stays. The copy holds the same codes
 * in the same lines, equal text gives an equal copy, and a copy of a copy is itself. What is in no
 * known form (a name in a sentence) stays: the reader has to look before sending it. Never throws;
 * the time grows with the length of the text.
 */
export function redact(text: string): string {
  return text.replace(/[^\n\r]+/g, redactLine);
}

function redactLine(line: string): string {
  const masks = [
    ...digestMasks(line),
    ...namedMasks(line),
    ...tokenMasks(line),
    ...addressMasks(line),
  ];
  if (masks.length === 0) return line;
  const kept = keptSpans(line);
  let redacted = '';
  let at = 0;
  for (const mask of masks.sort((a, b) => a.from - b.from || b.to - a.to)) {
    for (const { from, to } of without(mask, kept)) {
      if (from < at) continue;
      redacted += `${line.slice(at, from)}<masked ${mask.what}>`;
      at = to;
    }
  }
  return redacted + line.slice(at);
}

/** Whatever makes the decoder read a line as it does: no mask may touch it. */
function keptSpans(line: string): Span[] {
  const spans: Span[] = [];
  for (const match of matchShapes([...LOG_SHAPES, ...NEIGHBOUR_SHAPES], line)) {
    const { shape, code, index, from, to } = match;
    const isDigest = 'digest' in shape && shape.digest !== undefined;
    spans.push(isDigest ? { from: index, to: index + code.length } : { from, to });
    const context = shape.context?.exec(line);
    if (context) spans.push({ from: context.index, to: context.index + context[0].length });
  }
  for (const pattern of [NAME_PATTERN, PLATFORM_MARKS.android, PLATFORM_MARKS.ios])
    for (const { index, 0: word } of line.matchAll(pattern))
      spans.push({ from: index, to: index + word.length });
  return spans.sort((a, b) => a.from - b.from);
}
