/** Where a value ends, by the way in which it began; also where it goes on in the next piece of text. */
import { PERCENT_QUOTE, type DecodedView } from './decoded-view.ts';
import type { ValueShape } from './kinds.ts';

/** The end of a value; `open` where the view ends first. */
export type ValueEnd = { readonly to: number; readonly open?: ValueShape };

/** Ends most values that have no quotes. */
export const DELIMITERS = /[\s"'`&(),;<>[\]\\^{|}】”’」』》〕〉]/;
/** Ends a secret without quotes at once; other delimiters may be part of it. */
export const HARD_DELIMITERS = /[\s"'`】”’」』》〕〉]/;

/** The same in a line that bars divide. */
export const CELL_DELIMITERS = /[\s"'`】”’」』》〕〉|]/;

const PART = /[^\s"'`&(),;<>[\]\\^{|}]{1,64}/y;
const ROUTE = /#!?\/(?=[A-Z\s?]|$)/iy;
const NEXT_PAIR = /["']{0,2}[ \t]{0,4}[=:→]/y;

const startsAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** Finds the end of a value from a position within it. Never throws; goes over the text once. */
export function endOfValue(view: DecodedView, from: number, shape: ValueShape): ValueEnd {
  switch (shape.how) {
    case 'quoted':
      return endOfQuoted(view, from, shape);
    case 'bare':
      return endOfBare(view, from, shape);
    case 'line':
      return endOfLine(view, from, shape);
    case 'brackets':
      return endOfBrackets(view, from, shape);
    case 'block':
      return endOfBlock(view, from);
    case 'indented':
      return endOfIndented(view, from, shape);
    case 'until':
      return endBefore(view, from, shape);
  }
}

export const isLineEnd = (char: string | undefined): boolean => char === '\n' || char === '\r';

/** Whether a quote of so many backslashes closes one of `opened`: an escaped quote does not. */
const closes = (level: number, opened: number): boolean =>
  level < opened || level % (2 * (opened + 1)) === opened;

/** Behind a closing quote there is no more of the value. */
const isEdge = (char: string | undefined): boolean =>
  char === undefined || /[^\p{L}\d_$@#%*]/u.test(char);

/** Whether a quoted value ends at this quote. */
export function isClosing(
  { text, levels }: DecodedView,
  at: number,
  quote: string,
  opened: number,
) {
  return text[at] === quote && closes(levels[at] ?? 0, opened) && isEdge(text[at + 1]);
}

type Shaped<How extends ValueShape['how']> = Extract<ValueShape, { how: How }>;

/** A quote within a string, as SQL, CSV and YAML write it. */
const isDoubled = (text: string, at: number): boolean =>
  text[at + 1] === text[at] &&
  /[\p{L}\d]/u.test(text[at - 1] ?? '') &&
  /[\p{L}\d]/u.test(text[at + 2] ?? '');

function endOfQuoted(view: DecodedView, from: number, shape: Shaped<'quoted'>): ValueEnd {
  const { text, levels } = view;
  for (let at = from; at < text.length; at += 1) {
    const char = text[at];
    if (char === shape.quote && isDoubled(text, at)) at += 1;
    else if (char === shape.quote && isClosing(view, at, shape.quote, shape.level))
      return { to: at };
    else if (isLineEnd(char) && levels[at] === 0) return { to: at };
  }
  return { to: text.length, open: shape };
}

function endOfBare(view: DecodedView, from: number, shape: Shaped<'bare'>): ValueEnd {
  const { text, levels } = view;
  const isSecret = shape.delimiters === HARD_DELIMITERS || shape.delimiters === CELL_DELIMITERS;
  for (let at = from; at < text.length; at += 1) {
    const char = text[at] ?? '';
    // Behind the parameters of an address comes the place in the page.
    if (char === '#' && startsAt(ROUTE, text, at)) return { to: at };
    if (!DELIMITERS.test(char)) continue;
    const level = levels[at] ?? 0;
    const isQuote = char === '"' || char === "'";
    if (isQuote) {
      if (level <= PERCENT_QUOTE || level - PERCENT_QUOTE <= shape.level) return { to: at };
      continue;
    }
    if (isLineEnd(char) && level > shape.level) {
      // An escaped line end: part of a password, and the end of anything else.
      if (isSecret) continue;
      return { to: at };
    }
    if (level > shape.level) continue;
    if (shape.delimiters.test(char) || !goesOnBehind(text, at)) return { to: at };
  }
  return { to: text.length, open: shape };
}

/** Names of result codes. */
const RESULT_NAME = 'result[-_ ]?(?:status|code)|err(?:or)?[-_ ]?code';

/** A result code as the next entry of a list: a password may hold a colon, but hardly this. */
const RESULT_ENTRY = new RegExp(
  ` ?["']?(?:${RESULT_NAME}|code|status)["']?: ?["']?\\d{1,9}(?![\\w.-])`,
  'iy',
);

/** Whether a secret goes on behind a sign that could also end it: no other pair begins there. */
function goesOnBehind(text: string, at: number): boolean {
  if (startsAt(RESULT_ENTRY, text, at + 1)) return false;
  // No secret has Chinese in it: there the sentence goes on.
  if (text.startsWith('</', at) || /\p{Script=Han}/u.test(text[at + 1] ?? '')) return false;
  const part = startsAt(PART, text, at + 1);
  return (
    part !== null && startsAt(NEXT_PAIR, text, PART.lastIndex) === null && !/[=→]/.test(part[0])
  );
}

const NEXT_ENTRY = /[,;] {0,2}["']?[A-Z][\w-]{0,60}["']? ?[=:]/iy;

const NEXT_PARAMETER = /&[\w.-]{1,60}=/y;

/** What the gateway replies with, on the line of a header. */
const REPLY_FIELD = new RegExp(
  `[\\s,;|&]{1,4}["']?(?:${RESULT_NAME}|mgw[-_]?trace[-_]?id|operation[-_]?type|server[-_]?time)["']?\\s?[:=]`,
  'iy',
);
/** The same, of names that a cookie may also have. */
const REPLY_WORDS =
  /[\s,|&]{1,4}["']?(?:memo|tips)["']?\s?[:=]|; ?(?:memo|tips)\s?[:=]\s?(?:["'%\p{Script=Han}]|[a-z]{1,20} [a-z])/iuy;
const NEXT_HEADER = /[,;|][ \t]{0,2}[A-Z][\w-]{1,40}: /iy;
const SPACED_PAIR = /[ \t,]{1,4}[A-Z][\w.-]{0,40}=/iy;

/** Whether another field begins behind a sign or a blank. */
function isBeside(text: string, at: number, beside: 'headers' | 'pairs'): boolean {
  if (!/[\s,;|&]/.test(text[at] ?? '')) return false;
  if (startsAt(REPLY_FIELD, text, at) || startsAt(NEXT_HEADER, text, at)) return true;
  // A cookie ends with a semicolon before the next one.
  const isBehindSign = /[;,]/.test(text[at - 1] ?? '');
  if (!isBehindSign && startsAt(REPLY_WORDS, text, at)) return true;
  return beside === 'pairs' && !isBehindSign && startsAt(SPACED_PAIR, text, at) !== null;
}

function endOfLine(view: DecodedView, from: number, shape: Shaped<'line'>): ValueEnd {
  const { text } = view;
  const { quote, inList, inQuery, beside } = shape.stop;
  for (let at = from; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (isLineEnd(char)) return { to: at };
    if (quote && char === quote.char && isClosing(view, at, quote.char, quote.level))
      return { to: at };
    if (inQuery && char === '&' && startsAt(NEXT_PARAMETER, text, at)) return { to: at };
    if (beside && at > from && isBeside(text, at, beside)) return { to: at };
    if (!inList) continue;
    if (char === '}' || char === ']' || char === ')') return { to: at };
    if (char === ',' && startsAt(NEXT_ENTRY, text, at)) return { to: at };
  }
  return { to: text.length, open: shape };
}

/** A list or an object that is longer ends with its line: a bracket that nothing closes must not swallow the log. */
export const LONGEST_BLOCK = 8000;

function endOfBrackets(view: DecodedView, from: number, shape: Shaped<'brackets'>): ValueEnd {
  const { text } = view;
  let { depth, inLine } = shape;
  let firstLineEnd = -1;
  for (let at = from; at < text.length; at += 1) {
    if (!inLine && at - from >= LONGEST_BLOCK) {
      if (firstLineEnd !== -1) return { to: firstLineEnd };
      inLine = true;
    }
    const char = text[at];
    if (char === '[' || char === '{' || char === '(') depth += 1;
    else if (char === ']' || char === '}' || char === ')') {
      depth -= 1;
      if (depth === 0) return { to: at };
    } else if (isLineEnd(char)) {
      if (inLine) return { to: at };
      if (firstLineEnd === -1) firstLineEnd = at;
    }
  }
  if (firstLineEnd !== -1) return { to: firstLineEnd };
  return { to: text.length, open: { how: 'brackets', depth, inLine } };
}

/** What the body of a PEM block consists of, with the fronts that a logger puts before its lines. */
const BLOCK = /[\w+/=:,.|\s\uFFFC]+|-(?!----)/y;

function endOfBlock({ text }: DecodedView, from: number): ValueEnd {
  let to = from;
  while (startsAt(BLOCK, text, to)) to = BLOCK.lastIndex;
  return to === text.length ? { to, open: { how: 'block' } } : { to };
}

const INDENT = /[ \t]*/y;

/** The lines of a block scalar (YAML 1.2.2, 8.1): they are deeper than its name, or empty. */
function endOfIndented(view: DecodedView, from: number, shape: Shaped<'indented'>): ValueEnd {
  const { text, levels } = view;
  // The last piece of text may have ended between two lines.
  let isStart = isLineEnd(text[from - 1]);
  let to = from;
  for (let at = from; at < text.length; at += 1) {
    if (isStart) {
      const indent = startsAt(INDENT, text, at)?.[0].length ?? 0;
      const first = text[at + indent];
      if (first === undefined) break;
      if (!isLineEnd(first) && indent <= shape.depth) return { to };
      isStart = false;
      at += indent;
    }
    const level = levels[at] ?? 0;
    if (level < shape.level && (isLineEnd(text[at]) || /["']/.test(text[at] ?? ''))) return { to };
    if (isLineEnd(text[at])) isStart = true;
    else to = at + 1;
  }
  return { to: text.length, open: shape };
}

function endBefore({ text, levels }: DecodedView, from: number, shape: Shaped<'until'>): ValueEnd {
  let at = text.indexOf(shape.text, from);
  while (at !== -1 && (levels[at] ?? 0) > shape.level) at = text.indexOf(shape.text, at + 1);
  if (at !== -1) return { to: at };
  // The sign itself may be cut: its beginning is looked at again with what follows.
  return { to: Math.max(from, text.length - shape.text.length), open: shape };
}

/** A text without these characters at its end. */
export function withoutEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
}
