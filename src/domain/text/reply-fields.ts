/**
 * What stands beside a code in a log: memo, tips, operation, trace and times. The spellings are a
 * table, as the shapes of codes are; the values come back decoded.
 */
import { readMoment } from './clock.ts';

/** A moment found in a log, not yet given a line. */
export type Moment = {
  readonly name: string;
  readonly text: string;
  readonly milliseconds: number;
  /** Offset in the text it was found in, in UTF-16 units. */
  readonly offset: number;
};

/** The trace of a request, with the name that its log gives it. */
export type Trace = { readonly name: string; readonly value: string };

export type ReplyFields = {
  readonly memo?: string;
  readonly tips?: string;
  readonly operation?: string;
  readonly trace?: Trace;
  readonly clientTime?: Moment;
  readonly serverTime?: Moment;
};

type FieldKind = keyof ReplyFields;

type FieldSpelling = {
  readonly kind: FieldKind;
  /** A lower-case word that the spelling holds: a cheap test before the pattern. */
  readonly hint: string;
  /** Global and linear. The value follows the match, or is its group `value`. */
  readonly pattern: RegExp;
};

const SPELLINGS: readonly FieldSpelling[] = [
  {
    kind: 'memo',
    hint: 'memo',
    pattern: /(?:(?<![\w-])|(?<=%[\dA-F]{2}))(?:result-)?memo(?![\w-])/gi,
  },
  {
    kind: 'tips',
    hint: 'tips',
    pattern: /(?:(?<![\w-])|(?<=%[\dA-F]{2}))(?:result-)?tips(?![\w-])/gi,
  },
  {
    kind: 'operation',
    hint: 'operation',
    pattern: /(?:(?<![\w-])|(?<=%[\dA-F]{2}))m?operation-?type(?![\w-])/gi,
  },
  {
    kind: 'operation',
    hint: 'apmobilenetwork',
    pattern: /\bAPMobileNetwork\s{1,8}(?<value>[\w$./-]{1,200})\s{1,8}re(?:q|sp)\b/gi,
  },
  { kind: 'operation', hint: '^api', pattern: /\^API ?= ?(?<value>[^\s^]{1,200})/gi },
  {
    kind: 'trace',
    hint: 'trace',
    pattern: /(?:(?<![\w-])|(?<=%[\dA-F]{2}))(?:x-)?(?:mgw[_-])?trace-?id(?![\w-])/gi,
  },
  // The SDK that writes `clientTime` writes the server's time beside it: both of one moment.
  { kind: 'clientTime', hint: 'client', pattern: /(?<![\w-])client-?time(?![\w-])/gi },
  { kind: 'clientTime', hint: 'ts', pattern: /(?<![\w-])ts(?![\w-])/gi },
  { kind: 'serverTime', hint: 'server', pattern: /(?<![\w-])server-?time(?![\w-])/gi },
];

/** Between a name and its value: quotes, however often escaped, a sign, and in HAR files a second name. */
const SEPARATOR =
  /(?:(?:["'\\]|%(?:22|27|5C)){0,8}[\t ]{0,40}(?:[:=]>?|%3A|%3D)[\t ]{0,40}|["'\\]{1,8}[\t ]{0,40},\s{0,40}["'\\]{1,8}value["'\\]{1,8}\s{0,40}:\s{0,40})\[{0,2}/iy;
const OPENING_QUOTE = /\\{0,15}["']|%22/y;

function valueStart(text: string, at: number): { from: number; quote: string | null } | null {
  SEPARATOR.lastIndex = at;
  const separator = SEPARATOR.exec(text);
  if (!separator) return null;
  const from = at + separator[0].length;
  OPENING_QUOTE.lastIndex = from;
  const quote = OPENING_QUOTE.exec(text)?.[0] ?? null;
  return { from: from + (quote?.length ?? 0), quote };
}

/** Where a quoted value ends: at its own quote, escaped as often as the first; else at the line's end. */
function closingQuote(text: string, from: number, quote: string): number {
  const isPlain = quote === '"' || quote === "'";
  let at = text.indexOf(quote, from);
  while (at !== -1 && isPlain && isEscaped(text, at, from)) at = text.indexOf(quote, at + 1);
  const value = text.slice(from, at === -1 ? text.length : at);
  const newline = value.indexOf('\n');
  return from + (newline === -1 ? value.length : newline);
}

function isEscaped(text: string, at: number, from: number): boolean {
  let slashes = 0;
  while (at - slashes > from && text[at - slashes - 1] === '\\') slashes += 1;
  return slashes % 2 === 1;
}

/** A memo is a sentence; what is longer is cut. */
const LONGEST_TEXT = 500;

/**
 * Percent escapes become the UTF-8 text they stand for; escapes that are no UTF-8 stay as they are.
 * Never throws, never makes the text longer.
 */
function percentDecode(text: string): string {
  return text.replace(/(?:%[\dA-F]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return decodeWhatIsWhole(run);
    }
  });
}

/** A run of escapes with broken ones in between: character by character. */
function decodeWhatIsWhole(run: string): string {
  let decoded = '';
  for (let at = 0; at < run.length;) {
    const lead = Number.parseInt(run.slice(at + 1, at + 3), 16);
    const bytes = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    const character = run.slice(at, at + bytes * 3);
    try {
      decoded += decodeURIComponent(character);
      at += character.length;
    } catch {
      decoded += run.slice(at, at + 3);
      at += 3;
    }
  }
  return decoded;
}

/** Escapes of JSON and of iOS dictionaries (`\U9a8c`), however often escaped themselves. */
const unescape = (text: string): string =>
  text.replace(
    /\\{1,8}(?:u([\dA-F]{4})|([nrt])|(["'/]))/gi,
    (_, unit: string | undefined, space: string | undefined, sign: string | undefined) =>
      unit !== undefined
        ? String.fromCharCode(Number.parseInt(unit, 16))
        : space !== undefined
          ? ' '
          : (sign ?? ''),
  );

/** Cuts after so many UTF-16 units, but never a character in two. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** A percent-encoded character of the longest text takes nine, most Chinese ones in between. */
const LONGEST_RAW = LONGEST_TEXT * 9;
/** More than any list mark or indent that stands in front of a header. */
const LONGEST_INDENT = 48;

type Value = { readonly fields: ReplyFields; readonly end: number };

function readText(kind: 'memo' | 'tips', text: string, match: RegExpExecArray): Value | null {
  const at = match.index + match[0].length;
  const start = valueStart(text, at);
  if (!start) return null;
  const { from, quote } = start;
  const to = quote === null ? text.length : closingQuote(text, from, quote);
  let raw = text.slice(from, Math.min(to, from + LONGEST_RAW));
  if (quote === null) {
    // A header that has its line to itself goes to the line's end; in a list it ends at the next sign.
    const stop = hasItsLine(text, match.index) ? /[\n\r]/ : /[\n\r&,;\]^}]/;
    raw = raw.slice(0, stop.exec(raw)?.index ?? raw.length);
    // In a percent-encoded value a space is `%20`: what follows a real one is no longer the value.
    if (/^\S{0,40}%[\dA-F]{2}/i.test(raw)) raw = raw.split(/\s/, 1)[0] ?? '';
  }
  const decoded = cut(unescape(percentDecode(raw)).trim(), LONGEST_TEXT);
  return decoded === '' ? null : { fields: { [kind]: decoded }, end: from + raw.length };
}

function hasItsLine(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - LONGEST_INDENT), offset);
  const newline = before.lastIndexOf('\n');
  return (
    (newline !== -1 || offset <= LONGEST_INDENT) && /^[\s*<>|]*$/.test(before.slice(newline + 1))
  );
}

const WORD = /[\w$./-]{1,200}/y;
const TIME_WORD = /[\w+/]{7,13}(?![\w+./=-])/y;

function readWord(text: string, at: number, word: RegExp): string | null {
  const start = valueStart(text, at);
  if (!start) return null;
  word.lastIndex = start.from;
  return word.exec(text)?.[0] ?? null;
}

type Field = {
  readonly kind: FieldKind;
  readonly key: string;
  readonly offset: number;
  readonly value: ReplyFields;
};

/** Every field of a text, in order of position. */
function fieldsIn(text: string, kinds: readonly FieldKind[]): Field[] {
  const lowerCase = text.toLowerCase();
  const fields: Field[] = [];
  for (const { kind, hint, pattern } of SPELLINGS) {
    if (!kinds.includes(kind) || !lowerCase.includes(hint)) continue;
    let end = 0;
    for (const match of text.matchAll(pattern)) {
      // A name within a value is part of that value.
      const value = match.index < end ? null : readField(kind, text, match);
      if (!value) continue;
      const key = match.groups?.['value'] === undefined ? match[0].toLowerCase() : hint;
      fields.push({ kind, key, offset: match.index, value: value.fields });
      end = value.end;
    }
  }
  return fields.sort((a, b) => a.offset - b.offset);
}

function readField(kind: FieldKind, text: string, match: RegExpExecArray): Value | null {
  if (kind === 'memo' || kind === 'tips') return readText(kind, text, match);
  const [name] = match;
  const end = match.index + name.length;
  if (kind === 'operation') {
    const operation = match.groups?.['value'] ?? readWord(text, end, WORD);
    return operation === null ? null : { fields: { operation }, end };
  }
  const value = readWord(text, end, kind === 'trace' ? WORD : TIME_WORD);
  if (value === null) return null;
  if (kind === 'trace') return { fields: { trace: { name, value } }, end };
  const milliseconds = readMoment(value);
  if (milliseconds === null) return null;
  return { fields: { [kind]: { name, text: value, milliseconds, offset: match.index } }, end };
}

const TIMES: readonly FieldKind[] = ['clientTime', 'serverTime'];
const ALL: readonly FieldKind[] = ['memo', 'tips', 'operation', 'trace', ...TIMES];

/** The clients' and the server's times of one line, in order of position; never throws. */
export function timesIn(line: string): { client: Moment[]; server: Moment[] } {
  const values = fieldsIn(line, TIMES).map(({ value }) => value);
  return {
    client: values.map(({ clientTime }) => clientTime).filter((time) => time !== undefined),
    server: values.map(({ serverTime }) => serverTime).filter((time) => time !== undefined),
  };
}

/** A place in a message whose fields are wanted. */
export type Mark = {
  readonly offset: number;
  /** Marks of one key that follow each other belong to different records. */
  readonly key: string;
  /** Marks with the same subject speak of the same thing. */
  readonly subject: string;
};

/** What stands together: an object in braces, or a run of names without repetition. */
type FieldRecord = {
  readonly parent: FieldRecord | null;
  /** Both only once there is one: braces are cheap to write, and most hold nothing. */
  keys?: Set<string>;
  fields?: ReplyFields;
};

/** So many objects around the code's own are looked at. */
const MOST_PARENTS = 8;

/**
 * The fields that belong to each mark of a message: those of its own record first, then those of the
 * records around it. Where all marks have one subject and are of one reply, the rest of the message
 * counts too. Linear; never throws.
 * @param text one message, lines separated by `\n`
 * @param marks in order of offset
 * @returns one entry a mark, in the same order
 */
export function fieldsBeside(text: string, marks: readonly Mark[]): ReplyFields[] {
  const fields = fieldsIn(text, ALL);
  if (fields.length === 0) return marks.map(() => ({}));
  const records = recordsOf(text, fields, marks);
  const isOneSubject = marks.every(({ subject }) => subject === marks[0]?.subject);
  let everywhere: ReplyFields = {};
  // Of several replies with one code, none has the memo of another.
  const isOneReply = !hasTwice(marks) || !hasTwice(fields);
  if (isOneSubject && isOneReply)
    for (const { value } of fields) everywhere = { ...value, ...everywhere };
  return records.map((record) => {
    let found: ReplyFields = {};
    let around: FieldRecord | null | undefined = record;
    for (let level = 0; around && level <= MOST_PARENTS; level += 1) {
      found = { ...around.fields, ...found };
      around = around.parent;
    }
    return { ...everywhere, ...found };
  });
}

const hasTwice = (all: readonly { readonly key: string }[]): boolean =>
  new Set(all.map(({ key }) => key)).size < all.length;

/** Names that tell whose reply an object is; global. A copy that lacks one may be read otherwise. */
export const REPLY_KEYS =
  /(?:(?<![\w-])|(?<=%[\dA-F]{2}))(?<key>(?:result-)?(?:memo|tips)|result|errorMessage|errorTip|errorNo|m?operation-?type)(?=(?:["'\\]|%(?:22|27|5C)){0,8}\)?\s{0,8}(?:[:=]|%3A|%3D))/gi;

/**
 * Which of the names that tell replies apart are in the record of each mark, whatever their values.
 * Linear; never throws.
 * @returns one set a mark, in the same order: lower case, `result-memo` as `memo`, no hyphens
 */
export function keysBeside(text: string, marks: readonly Mark[]): ReadonlySet<string>[] {
  const fields = Array.from(text.matchAll(REPLY_KEYS), ({ index, groups }): Field => {
    const key = (groups?.['key'] ?? '').toLowerCase().replace(/^result-|^m(?=operation)/, '');
    return { kind: 'memo', key: key.replace('-', ''), offset: index, value: {} };
  });
  return recordsOf(text, fields, marks).map((record) => record?.keys ?? NO_KEYS);
}

const NO_KEYS: ReadonlySet<string> = new Set();

/** Walks through braces, fields and marks in order of position; one record a mark comes back. */
function recordsOf(
  text: string,
  fields: readonly Field[],
  marks: readonly Mark[],
): (FieldRecord | undefined)[] {
  const records: (FieldRecord | undefined)[] = marks.map(() => undefined);
  let current: FieldRecord = { parent: null };
  const enter = (key: string): void => {
    if (current.keys?.has(key)) current = { parent: current.parent };
    current.keys ??= new Set();
    current.keys.add(key);
  };
  const steps = [
    ...Array.from(text.matchAll(/[{}]/g), ({ index, 0: brace }) => ({ offset: index, brace })),
    ...fields.map((field) => ({ offset: field.offset, field })),
    ...marks.map((mark, position) => ({ offset: mark.offset, mark, position })),
  ].sort((a, b) => a.offset - b.offset);
  for (const step of steps) {
    if ('brace' in step) {
      if (step.brace === '{') current = { parent: current };
      else current = current.parent ?? { parent: null };
    } else if ('field' in step) {
      enter(step.field.key);
      current.fields = { ...step.field.value, ...current.fields };
    } else {
      enter(step.mark.key);
      records[step.position] = current;
    }
  }
  return records;
}
