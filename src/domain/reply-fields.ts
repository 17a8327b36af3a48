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
  { kind: 'memo', hint: 'memo', pattern: /(?<![\w-])(?:result-)?memo(?![\w-])/gi },
  { kind: 'tips', hint: 'tips', pattern: /(?<![\w-])(?:result-)?tips(?![\w-])/gi },
  { kind: 'operation', hint: 'operation', pattern: /(?<![\w-])m?operation-?type(?![\w-])/gi },
  {
    kind: 'operation',
    hint: 'apmobilenetwork',
    pattern: /\bAPMobileNetwork\s{1,8}(?<value>[\w$./-]{1,200})\s{1,8}re(?:q|sp)\b/gi,
  },
  { kind: 'operation', hint: '^api', pattern: /\^API ?= ?(?<value>[^\s^]{1,200})/gi },
  { kind: 'trace', hint: 'trace', pattern: /(?<![\w-])(?:x-)?(?:mgw[_-])?trace-?id(?![\w-])/gi },
  // The SDK that writes `clientTime` writes the server's time beside it: both of one moment.
  { kind: 'clientTime', hint: 'client', pattern: /(?<![\w-])client-?time(?![\w-])/gi },
  { kind: 'clientTime', hint: 'ts', pattern: /(?<![\w-])ts(?![\w-])/gi },
  { kind: 'serverTime', hint: 'server', pattern: /(?<![\w-])server-?time(?![\w-])/gi },
];

/** Between a name and its value: quotes, however often escaped, a sign, and in HAR files a second name. */
const SEPARATOR =
  /(?:(?:["'\\]|%(?:22|27|5C)){0,8}[\t ]{0,40}(?:[:=]>?|%3A|%3D)[\t ]{0,40}|["'\\]{1,8}[\t ]{0,40},\s{0,40}["'\\]{1,8}value["'\\]{1,8}\s{0,40}:\s{0,40})\[{0,2}/iy;
const OPENING_QUOTE = /\\{0,15}["']|%22/y;
const BARE_VALUE = /[^\s"&'(),;<>[\\\]^{|}]+/y;

/** Offsets of a value, without its quotes. */
export type ValueSpan = { readonly from: number; readonly to: number; readonly quoted: boolean };

/**
 * Finds the value that belongs to a name.
 * @param at offset right behind the name
 * @returns null where no sign follows the name; an unquoted value ends at white space or punctuation
 */
export function valueAfter(text: string, at: number): ValueSpan | null {
  SEPARATOR.lastIndex = at;
  const separator = SEPARATOR.exec(text);
  if (!separator) return null;
  const start = at + separator[0].length;
  OPENING_QUOTE.lastIndex = start;
  const quote = OPENING_QUOTE.exec(text)?.[0];
  if (quote !== undefined) {
    const from = start + quote.length;
    return { from, to: closingQuote(text, from, quote), quoted: true };
  }
  BARE_VALUE.lastIndex = start;
  const bare = BARE_VALUE.exec(text)?.[0] ?? '';
  return { from: start, to: start + bare.length, quoted: false };
}

/** Where a quoted value ends: its own quote, escaped as often as the first; else the line's end. */
function closingQuote(text: string, from: number, quote: string): number {
  const newline = text.indexOf('\n', from);
  const end = newline === -1 ? text.length : newline;
  for (
    let at = text.indexOf(quote, from);
    at !== -1 && at < end;
    at = text.indexOf(quote, at + 1)
  ) {
    if (quote.startsWith('\\') || quote === '%22' || !isEscaped(text, at, from)) return at;
  }
  return end;
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
export function percentDecode(text: string): string {
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

function readText(text: string, at: number, lineStart: number): string | null {
  const value = valueAfter(text, at);
  if (!value) return null;
  let { to } = value;
  if (!value.quoted) {
    // A header that has its line to itself goes to the line's end; in a list it ends at the next sign.
    const alone = /^[\s*<>|\w-]{0,40}$/.test(text.slice(Math.max(lineStart, at - 40), at));
    const stop = alone ? /[\n\r]/g : /[\n\r&;\]^}]|,(?! ?[^\s\w])/g;
    stop.lastIndex = value.from;
    to = Math.min(stop.exec(text)?.index ?? text.length, value.from + LONGEST_TEXT * 9);
  }
  const raw = text.slice(value.from, Math.min(to, value.from + LONGEST_TEXT * 9)).trim();
  // In a percent-encoded value a space is `%20`: what follows a real one is no longer the value.
  const whole = value.quoted || !/^\S*%[\dA-F]{2}/i.test(raw) ? raw : (raw.split(/\s/, 1)[0] ?? '');
  const decoded = unescape(percentDecode(whole)).trim();
  return decoded === '' ? null : cut(decoded, LONGEST_TEXT);
}

const WORD = /[\w$./-]{1,200}/y;
const TIME_WORD = /[\w+/]{7,13}(?![\w+./=-])/y;

function readWord(text: string, at: number, word: RegExp): string | null {
  const value = valueAfter(text, at);
  if (!value) return null;
  word.lastIndex = value.from;
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
    for (const match of text.matchAll(pattern)) {
      const value = readField(kind, text, match);
      if (value) fields.push({ kind, key: match[0].toLowerCase(), offset: match.index, value });
    }
  }
  return fields.sort((a, b) => a.offset - b.offset);
}

function readField(kind: FieldKind, text: string, match: RegExpExecArray): ReplyFields | null {
  const [name] = match;
  const offset = match.index;
  const at = offset + name.length;
  const given = match.groups?.['value'];
  switch (kind) {
    case 'memo':
    case 'tips': {
      const value = readText(text, at, text.lastIndexOf('\n', offset) + 1);
      return value === null ? null : { [kind]: value };
    }
    case 'operation': {
      const operation = given ?? readWord(text, at, WORD);
      return operation === null ? null : { operation };
    }
    case 'trace': {
      const value = readWord(text, at, WORD);
      return value === null ? null : { trace: { name, value } };
    }
    case 'clientTime':
    case 'serverTime': {
      const word = readWord(text, at, TIME_WORD);
      const milliseconds = word === null ? null : readMoment(word);
      if (word === null || milliseconds === null) return null;
      return { [kind]: { name, text: word, milliseconds, offset } };
    }
  }
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
  readonly keys: Set<string>;
  readonly fields: { -readonly [K in FieldKind]?: ReplyFields[K] };
};

/** So many objects around the code's own are looked at. */
const MOST_PARENTS = 8;

/**
 * The fields that belong to each mark of a message: those of its own record first, then those of the
 * records around it. Where all marks have one subject, the rest of the message counts too. Linear;
 * never throws.
 * @param text one message, lines parted by `\n`
 * @param marks in order of offset
 * @returns one entry a mark, in the same order
 */
export function fieldsBeside(text: string, marks: readonly Mark[]): ReplyFields[] {
  const fields = fieldsIn(text, ALL);
  if (fields.length === 0) return marks.map(() => ({}));
  const records = recordsOf(text, fields, marks);
  const oneSubject = new Set(marks.map(({ subject }) => subject)).size === 1;
  const everywhere: ReplyFields = oneSubject
    ? Object.assign({}, ...fields.map(({ value }) => value).reverse())
    : {};
  return records.map((record) => {
    let found: ReplyFields = record?.fields ?? {};
    let parent = record?.parent ?? null;
    for (let level = 0; parent && level < MOST_PARENTS; level += 1) {
      found = { ...parent.fields, ...found };
      parent = parent.parent;
    }
    return { ...everywhere, ...found };
  });
}

/** Walks through braces, fields and marks in order of position; one record a mark comes back. */
function recordsOf(
  text: string,
  fields: readonly Field[],
  marks: readonly Mark[],
): (FieldRecord | undefined)[] {
  const startRecord = (parent: FieldRecord | null): FieldRecord => ({
    parent,
    keys: new Set(),
    fields: {},
  });
  let current = startRecord(null);
  const enter = (key: string): void => {
    if (current.keys.has(key)) current = startRecord(current.parent);
    current.keys.add(key);
  };
  const steps = [
    ...Array.from(text.matchAll(/[{}]/g), (brace) => ({
      offset: brace.index,
      take: () => {
        current = brace[0] === '{' ? startRecord(current) : (current.parent ?? startRecord(null));
      },
    })),
    ...fields.map(({ offset, kind, key, value }) => ({
      offset,
      take: () => {
        enter(key);
        if (current.fields[kind] === undefined) Object.assign(current.fields, value);
      },
    })),
    ...marks.map(({ offset, key }, index) => ({
      offset,
      take: () => {
        enter(key);
        records[index] = current;
      },
    })),
  ];
  const records: (FieldRecord | undefined)[] = marks.map(() => undefined);
  for (const { take } of steps.sort((a, b) => a.offset - b.offset)) take();
  return records;
}
