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
  type DigestLayout,
} from './log-shapes.ts';
import { plainForm } from './plain-form.ts';
import { valueAfter, type ValueSpan } from './reply-fields.ts';

/**
 * Masks app, device, user and trace ids, IP addresses, whatever logs somebody in, signatures and
 * request data. A masked value reads `<masked app id>`; its name stays, and equal text gives an equal
 * copy with the same codes in the same lines. What is in no known form (a name in a sentence, request
 * data as a bare object) stays: the reader has to look through the copy. Never throws; the time grows
 * with the length of the text.
 */
export function redact(text: string): string {
  return text.replace(/[^\n\r]+/g, (line) => redactLine(line));
}

/** Part of a line, by its ends in UTF-16 units. */
type Span = { readonly from: number; readonly to: number };
type Mask = Span & { readonly what: string };

function redactLine(line: string): string {
  const plain = plainForm(line);
  const digests = digestsOf(plain);
  const byPosition = digests.flatMap(({ masks }) => masks);
  const byForm = [...namedMasks(plain), ...tokenMasks(plain)];
  const anywhere = [...addressMasks(plain), ...productMasks(plain)];
  if (byPosition.length + byForm.length + anywhere.length === 0) return line;
  const kept = keptSpans(line, plain);
  // A digest is read by its commas, and a named value may hold one.
  const masks = [
    ...without([...byPosition, ...anywhere], kept),
    ...without(byForm, [...kept, ...digests]),
  ].sort((a, b) => a.from - b.from || b.to - a.to);
  let redacted = '';
  let at = 0;
  for (const { from, to, what } of masks) {
    const start = Math.max(at, from);
    if (start >= to || isMasked(line.slice(start, to))) continue;
    redacted += `${line.slice(at, start)}<masked ${what}>`;
    at = to;
  }
  return redacted + line.slice(at);
}

const isMasked = (value: string): boolean => /^<masked [\w ]{1,20}>$/.test(value);

/** Words that stand for no value. */
const EMPTY = /^(?:-|null|nil|\(null\)|none|undefined|unknown|true|false)?$/i;

/** What makes the decoder read the line as it does; no mask may touch it. */
function keptSpans(line: string, plain: string): Span[] {
  const spans: Span[] = [];
  const contexts = new Set<RegExp>();
  for (const { shape, code, index, from, to } of matchShapes(ALL_SHAPES, plain)) {
    const isDigest = 'digest' in shape && shape.digest !== undefined;
    spans.push(isDigest ? { from: index, to: index + code.length } : { from, to });
    if (shape.context) contexts.add(shape.context);
  }
  for (const { unless } of ALL_SHAPES) if (unless) contexts.add(unless);
  for (const context of contexts) {
    const match = context.exec(plain);
    if (match) spans.push({ from: match.index, to: match.index + match[0].length });
  }
  // Names are looked for in the line as it stands.
  for (const pattern of [NAME_PATTERN, PLATFORM_MARKS.android, PLATFORM_MARKS.ios])
    for (const { index, 0: word } of line.matchAll(pattern))
      spans.push({ from: index, to: index + word.length });
  return spans;
}

const ALL_SHAPES = [...LOG_SHAPES, ...NEIGHBOUR_SHAPES];

/** The parts of the masks that lie outside the kept spans. */
function without(masks: readonly Mask[], kept: readonly Span[]): Mask[] {
  const fixed = disjoint(kept);
  const parts: Mask[] = [];
  let first = 0;
  for (const { from, to, what } of [...masks].sort((a, b) => a.from - b.from)) {
    while ((fixed[first]?.to ?? Infinity) <= from) first += 1;
    let start = from;
    for (let at = first; start < to; at += 1) {
      const next = fixed[at] ?? { from: to, to };
      if (next.from > start) parts.push({ from: start, to: Math.min(next.from, to), what });
      start = next.to;
    }
  }
  return parts;
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

const DIGEST_LAYOUTS: readonly DigestLayout[] = LOG_SHAPES.flatMap(({ digest }) =>
  digest ? [digest] : [],
);

/** Lines of the servers' summary logs, with the masks of the fields that name somebody. */
function digestsOf(line: string): (Span & { readonly masks: readonly Mask[] })[] {
  if (!line.includes(' - (')) return [];
  return Array.from(line.matchAll(/ - \(([^()]*)\)/g)).flatMap((match) => {
    const fields = (match[1] ?? '').split(',');
    const layout = DIGEST_LAYOUTS.find(
      ({ fields: count, success }) =>
        count === fields.length && /^\s?[YN]\s?$/i.test(fields[success - 1] ?? ''),
    );
    if (!layout) return [];
    const masks: Mask[] = [];
    let from = match.index + ' - ('.length;
    for (const [position, field] of fields.entries()) {
      const what = layout.personal.get(position + 1);
      const to = from + field.length;
      if (what !== undefined && !EMPTY.test(field.trim())) masks.push({ from, to, what });
      from = to + 1;
    }
    return [{ from: match.index, to: match.index + match[0].length, masks }];
  });
}

/** Names of values that point to somebody, and what their values are called in the copy. */
const NAMED =
  /(?:(?<app>app[_ -]?(?:id|key))|(?<device>ut?did|uuid|im[es]i|idf[av]|oaid|device[_ -]?id|android[_ -]?id|(?<![A-Z\d])did)|(?<user>user[_ -]?id|log[io]n[_ -]?id|account[_ -]?id|(?<![A-Z\d])uid)|(?<trace>trac[ek][_-]?id|unique[_-]?id)|(?<token>token|password|secret)|(?<session>session(?:[_-]?id)?|(?<![A-Z\d])sid)|(?<cookie>cookie)|(?<authorization>authorization)|(?<signature>(?<![A-Z\d])sign(?:ature)?)|(?<data>request[_-]?data))(?![\w-])/gi;

const NAMED_AS: Readonly<Record<string, string>> = {
  app: 'app id',
  device: 'device id',
  user: 'user id',
  trace: 'trace id',
  data: 'request data',
};

/** A cookie goes on after its first pair, and a scheme before its credentials. */
const MORE: Readonly<Record<string, RegExp>> = {
  cookie:
    /(?:(?<==)"[^"]{0,4096}")?(?:; ?(?:[\w.-]{1,80}=(?:"[^"]{0,4096}"|[^\s"'(),;<>[\\\]^{|}]{0,4096})|HttpOnly|Partitioned|Secure)(?![\w-]))*/iy,
  authorization: /(?: {1,4}[^\s"'(),;<>[\\\]^{|}]{1,4096})?/y,
};

/** The text of an element of XML that is called by a name, or has it as an attribute. */
function elementAfter(line: string, name: Span): ValueSpan | null {
  const tag = line[name.from - 1] === '<' ? />/y : /["']>/y;
  const text = /[^\s<]{1,4096}/y;
  tag.lastIndex = name.to;
  if (!tag.test(line)) return null;
  text.lastIndex = tag.lastIndex;
  return text.test(line) ? { from: tag.lastIndex, to: text.lastIndex, quoted: true } : null;
}

function namedMasks(line: string): Mask[] {
  const masks: Mask[] = [];
  let end = 0;
  for (const match of line.matchAll(NAMED)) {
    // A name within a value that is masked already: nothing is left to do.
    if (match.index < end) continue;
    const kind = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined)?.[0];
    const at = match.index + match[0].length;
    const value = valueAfter(line, at) ?? elementAfter(line, { from: match.index, to: at });
    if (kind === undefined || !value) continue;
    let { to } = value;
    const more = value.quoted ? undefined : MORE[kind];
    if (more) {
      more.lastIndex = to;
      to += more.exec(line)?.[0].length ?? 0;
    }
    const text = line.slice(value.from, to);
    if (EMPTY.test(text)) continue;
    masks.push({ from: value.from, to, what: NAMED_AS[kind] ?? kind });
    end = to;
  }
  return masks;
}

/** The beginning of a web server's access log: address, identity, user. */
const ACCESS_LOG = /^\S{1,200} \S{1,80} \S{1,80}(?= \[\d\d\/[A-Z][a-z]{2}\/\d{4}:)/;

/** Values that show by themselves what they are: credentials, web tokens, users in access logs, and the gateway's trace ids. */
function tokenMasks(line: string): Mask[] {
  const masks: Mask[] = [];
  const add = (pattern: RegExp, what: string): void => {
    for (const { index, 0: text } of line.matchAll(pattern))
      masks.push({ from: index, to: index + text.length, what });
  };
  add(/(?<=\b(?:Basic|Bearer) {1,4})[\w+./~-]{8,4096}={0,2}/gi, 'token');
  masks.push(...webTokens(line).map((span) => ({ ...span, what: 'token' })));
  // Hexadecimal address of the server, milliseconds since 1970, a counter.
  add(/\b[\da-f]{8}1\d{16,24}\b/gi, 'trace id');
  const access = ACCESS_LOG.exec(line)?.[0] ?? '';
  const from = access.lastIndexOf(' ') + 1;
  if (!EMPTY.test(access.slice(from))) masks.push({ from, to: access.length, what: 'user id' });
  return masks;
}

/** Parts of a web token are at least so long. */
const SHORTEST_PART = 10;

/**
 * Web tokens: a header that begins with `eyJ`, a payload and mostly a signature, with dots between.
 * One pattern for all of it would go through a long word again from each `eyJ` in it.
 */
function webTokens(line: string): Span[] {
  if (!line.includes('eyJ')) return [];
  const spans: Span[] = [];
  for (const { index, 0: word } of line.matchAll(/(?<![\w-])[\w-]+(?:\.[\w-]+)+/g)) {
    const parts = word.split('.');
    let from = index;
    for (const [position, part] of parts.entries()) {
      const header = part.search(/\beyJ[\w-]{10}/);
      const [payload = '', ...signature] = parts.slice(position + 1, position + 3);
      const isWithin = from < (spans.at(-1)?.to ?? 0);
      if (header !== -1 && !isWithin && payload.length >= SHORTEST_PART)
        spans.push({
          from: from + header,
          to: from + [part, payload, ...signature].join('.').length,
        });
      from += part.length + 1;
    }
  }
  return spans;
}

/** A product id is the app id and the phone's system. */
function productMasks(line: string): Mask[] {
  return Array.from(
    line.matchAll(/\b(?=[A-Z]{0,12}\d)[\dA-Z]{8,32}(?=_(?:ANDROID|IOS|H5)\b)/g),
    ({ index, 0: text }) => ({ from: index, to: index + text.length, what: 'app id' }),
  );
}

/** In front of numbers that look like an address and are the version of a library. */
const VERSION = /(?:version|baseline|mpaas|sdk|ver|\bv)["'\\]{0,8}[ :=_-]{0,4}["'\\]{0,8}v?$/i;

function addressMasks(line: string): Mask[] {
  const masks: Mask[] = [];
  for (const { index, 0: text } of line.matchAll(/(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?!\w|\.\d)/g)) {
    const isAddress = text.split('.').every((part) => Number(part) <= 255);
    if (isAddress && !VERSION.test(line.slice(Math.max(0, index - 40), index)))
      masks.push({ from: index, to: index + text.length, what: 'IP address' });
  }
  for (const { index, 0: text } of line.matchAll(
    /(?<![\w.:])(?:[\da-f]{0,4}:){2,7}[\da-f]{0,4}(?![\w:])/gi,
  )) {
    const what = colonsMean(text);
    if (what !== null) masks.push({ from: index, to: index + text.length, what });
  }
  return masks;
}

/** Groups with colons: an IPv6 address, the address of a network card, or no more than a time of day. */
function colonsMean(text: string): string | null {
  const groups = text.split(':');
  if (groups.length === 8 && groups.every((group) => group !== '')) return 'IP address';
  if (text.includes('::') && /\d/.test(text)) return 'IP address';
  return groups.length === 6 && groups.every((group) => group.length === 2) ? 'device id' : null;
}
