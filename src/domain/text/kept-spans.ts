/** What no mask may touch: it makes the decoder read a redacted copy as it reads the log. */
import {
  LOG_SHAPES,
  NAME_PATTERN,
  NEIGHBOUR_SHAPES,
  PLATFORM_MARKS,
  type DigestLayout,
} from './log-shapes.ts';
import { plainForm } from './plain-form.ts';
import type { MaskKind } from './redact/kinds.ts';
import type { ResolverIndex } from '../codes/resolver-index.ts';

/** Part of a text, by its ends in UTF-16 units. */
export type Span = { readonly from: number; readonly to: number };

/** Whether a word is the name of a code. */
export type CodeNames = (word: string) => boolean;

/** The names of codes that the decoder knows: a password in capitals is none of them. */
export function codeNamesOf(index: ResolverIndex): CodeNames {
  const keyOf = (name: string): string => (name.includes('_') ? name : name.toLowerCase());
  const names = new Set<string>();
  for (const { constant } of index.neighbours)
    if (constant !== undefined) names.add(keyOf(constant));
  for (const { names: own } of index.meanings)
    for (const { kind, text } of own)
      if (kind === 'symbol' || kind === 'sdk-constant') names.add(keyOf(text));
  return (word) => names.has(keyOf(word));
}

const SHAPES = [...LOG_SHAPES, ...NEIGHBOUR_SHAPES].map((shape) => ({
  shape,
  isDigest: 'digest' in shape && shape.digest !== undefined,
  contexts: [shape.context, shape.unless].flatMap((pattern) =>
    pattern ? [new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`)] : [],
  ),
}));

/** Codes with their forms, and the words by which their lines are read. Never throws. */
export function keptSpans(text: string, isCodeName: CodeNames): Span[] {
  const plain = plainForm(text);
  const lowerCase = plain.toLowerCase();
  const spans: Span[] = [];
  for (const { shape, isDigest, contexts } of SHAPES) {
    if (!lowerCase.includes(shape.hint)) continue;
    // A part of another word is no context: masked with that word, it would not be there in the copy.
    if (shape.context && !shape.context.test(plain)) continue;
    let lineEnd = -1;
    for (const match of plain.matchAll(shape.pattern)) {
      const code = match.groups?.['code'];
      if (code === undefined) continue;
      const to = match.index + match[0].length;
      const codeAt = match.index + match[0].lastIndexOf(code);
      spans.push(isDigest ? { from: codeAt, to: codeAt + code.length } : { from: match.index, to });
      if (contexts.length === 0 || match.index < lineEnd) continue;
      const lineStart = lineStartAt(plain, match.index);
      lineEnd = lineEndAt(plain, match.index);
      const line = plain.slice(lineStart, lineEnd);
      for (const context of contexts)
        for (const { index, 0: word } of line.matchAll(context))
          spans.push({ from: lineStart + index, to: lineStart + index + word.length });
    }
  }
  for (const { index, 0: word } of text.matchAll(NAME_PATTERN))
    if (isCodeName(word)) spans.push({ from: index, to: index + word.length });
  for (const pattern of [PLATFORM_MARKS.android, PLATFORM_MARKS.ios])
    for (const { index, 0: word } of text.matchAll(pattern))
      spans.push({ from: index, to: index + word.length });
  return disjoint(spans);
}

const lineStartAt = (text: string, at: number): number =>
  Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;

function lineEndAt(text: string, at: number): number {
  const ends = [text.indexOf('\n', at), text.indexOf('\r', at)].filter((end) => end !== -1);
  return Math.min(text.length, ...ends);
}

/** The same spans in order, those that overlap as one. */
function disjoint(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && span.from <= last.to)
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else joined.push(span);
  }
  return joined;
}

/** A line of a server's summary log, with the fields that name somebody. */
export type Digest = Span & { readonly fields: readonly (Span & { readonly kind: MaskKind })[] };

const DIGEST_LAYOUTS: readonly DigestLayout[] = LOG_SHAPES.flatMap(({ digest }) =>
  digest ? [digest] : [],
);

/** What the layouts call their fields. */
const FIELD_KINDS: Readonly<Record<string, MaskKind>> = {
  'app id': 'app-id',
  'user id': 'user-id',
  'device id': 'device-id',
  'trace id': 'trace-id',
  'IP address': 'ip-address',
};

/** Lines of the servers' summary logs: what a field is says its position. Never throws. */
export function digestsIn(text: string): Digest[] {
  if (!text.includes(' - (')) return [];
  return Array.from(text.matchAll(/ - \(([^()\n\r]{0,4000})\)/g)).flatMap((match) => {
    const fields = (match[1] ?? '').split(',');
    const layout = DIGEST_LAYOUTS.find(
      ({ fields: count, success }) =>
        count === fields.length && /^\s?[YN]\s?$/i.test(fields[success - 1] ?? ''),
    );
    if (!layout) return [];
    const named: (Span & { kind: MaskKind })[] = [];
    let from = match.index + ' - ('.length;
    for (const [position, field] of fields.entries()) {
      const kind = FIELD_KINDS[layout.personal.get(position + 1) ?? ''];
      const to = from + field.length;
      if (kind !== undefined && !/^\s*(?:(?:-|null)\s*)?$/i.test(field))
        named.push({ from, to, kind });
      from = to + 1;
    }
    return [{ from: match.index, to: match.index + match[0].length, fields: named }];
  });
}
