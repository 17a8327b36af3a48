/** Values that a name in front of them says to be secret or personal. */
import { MASK_CHARACTER, PERCENT_QUOTE, type DecodedView } from './decoded-view.ts';
import { joinsAfter, type Join } from './joins.ts';
import type { FoundValue, LineStop, MaskKind, ValueShape } from './kinds.ts';
import { behindFront, nextLine } from './line-fronts.ts';
import { matchAt } from './match-at.ts';
import { HAS_HAN, LOOK_BACK, nameBehind, namesIn, type Name } from './names.ts';
import { kindOfName, MAY_BE_HAN } from './field-names.ts';
import { quotedStart, SCHEME } from './schemes.ts';
import { isValue } from './value-checks.ts';
import {
  CELL_DELIMITERS,
  DELIMITERS,
  endOfValue,
  HARD_DELIMITERS,
  LONGEST_BLOCK,
  withoutEnd,
  type ValueEnd,
} from './value-ends.ts';

/** Of a longer value no more is looked at: it is no word. */
const JUDGED = 4096;

/**
 * Finds values by their names, from left to right.
 * @param from where names are looked for, up to `to`; a value may go on behind it
 */
export function namedValues(view: DecodedView, from: number, to: number): FoundValue[] {
  const found: FoundValue[] = [];
  let end = from;
  for (const name of namesIn(view.text, from, to)) {
    // A name within a value that is masked already: nothing is left to do.
    if (name.to <= end) continue;
    const free = name.from < end ? nameBehind(view.text, end, name.to) : name;
    const value = free && valueOf(view, free);
    if (!value) continue;
    found.push(value);
    end = value.to;
  }
  return found;
}

function valueOf(view: DecodedView, name: Name): FoundValue | null {
  for (const join of joinsAfter(view, name)) {
    const value = readValue(view, name, join);
    if (value) return value;
  }
  return null;
}

const WRAPPER =
  /(?:(?:Optional|Some|String|NSString|Just|Present|Ok|Any|AnyHashable|Maybe|new String)\(\s{0,60}|str(?:ing)?(?:\(\d{1,7}\))? (?=["'])|0x[\da-f]{4,16}[ \t]+(?=@?["'])|(?:MD5|SHA\d{0,3}|md5|sha\d{0,3}|PASSWORD|ENCRYPT|AES_ENCRYPT|TO_BASE64|HEX|UNHEX|CONCAT)\((?=["'])|\{[\w.$]{1,60}@\d{1,8}\}[ \t]+(?=["'])|\([*&]?[\w.]{1,30}\)(?: ?\(len=\d{1,7}\))? ?\(?(?=["'])|<(?:<|Some )(?=["'])|\([\w-]{1,12}\)[ \t]|!{1,2}[\w-]{1,20}[ \t]|&[\w-]{1,40}[ \t]|@(?=["'(])|[bur](?=["']))[ \t]{0,4}/y;
const OPENING_BRACKET = /[[{(]/;

/** Kinds of which an object is masked as a whole; the fields of others have names of their own. */
const WHOLE_OBJECTS: ReadonlySet<MaskKind> = new Set([
  'password',
  'one-time-code',
  'key',
  'token',
  'authorization',
  'cookie',
  'request-data',
]);

function readValue(view: DecodedView, name: Name, join: Join): FoundValue | null {
  const { text, levels } = view;
  const { kind } = name.named;
  let at = join.at;
  if (join.how === 'element') return readElement(view, name, join);
  if (join.how === 'part') return readPart(view, name, join);
  // An entry of a list in YAML.
  if (join.how === 'line' && text.startsWith('- ', at)) {
    at += '- '.length;
    const items = WHOLE_OBJECTS.has(kind) ? readItems(view, name, join, at) : null;
    if (items) return items;
  }
  for (let round = 0; round < 3 && matchAt(WRAPPER, text, at); round += 1) at = WRAPPER.lastIndex;
  if (join.how === 'line' && !isValueLine(text, at, kind)) return null;
  if (join.how === 'sign' && matchAt(BLOCK_SCALAR, text, at))
    return readIndented(view, name, join, BLOCK_SCALAR.lastIndex);
  if (join.how === 'sign' && WHOLE_OBJECTS.has(kind) && matchAt(COUNTED, text, at))
    return readIndented(view, name, join, COUNTED.lastIndex);
  const triple = matchAt(TRIPLE_QUOTE, text, at)?.[1];
  if (triple !== undefined)
    return readTripleQuoted(view, name, join, TRIPLE_QUOTE.lastIndex, triple);
  let char = text[at] ?? '';
  // A key in a PEM block is known by its own form.
  if (char === MASK_CHARACTER || char === '' || text.startsWith('-----BEGIN', at)) return null;
  if (char === '<') {
    // A type name, an address of an object, or the bytes of a device token.
    if (!/^<[\da-f]{6,8}(?: [\da-f]{6,8}){2,20}>/i.test(text.slice(at, at + 200))) return null;
    at += 1;
    return finish(view, name, join, at, { how: 'until', text: '>', level: levels[at - 1] ?? 0 });
  }
  if (OPENING_BRACKET.test(char) && kind !== 'phone' && kind !== 'location') {
    if (join.how !== 'sign' && join.how !== 'line') return null;
    const isList = char === '[' || (char === '(' && /^\(\s/.test(text.slice(at, at + 2)));
    if (
      isList ||
      WHOLE_OBJECTS.has(kind) ||
      /^[{(][^\s"',:={}()[\]]{1,200}[})]/.test(text.slice(at, at + 202))
    ) {
      const inner = at + 1;
      return finish(view, name, join, inner, { how: 'brackets', depth: 1, inLine: false });
    }
    return null;
  }
  // Location and phone may stand in brackets.
  while (/[[({]/.test(char)) {
    at += 1;
    char = text[at] ?? '';
  }
  if (char === '"' || char === "'" || char === '`') {
    const level = levels[at] ?? 0;
    const inner = quotedStart(text, at + 1, kind);
    if (text[inner] === MASK_CHARACTER) return null;
    return finish(view, name, join, inner, { how: 'quoted', quote: char, level });
  }
  return readBare(view, name, join, at);
}

/** The value stands on the lines below (YAML 1.2.2, 8.1). */
const BLOCK_SCALAR = /[|>](?:[+-]?[1-9]?|[1-9][+-])[ \t]{0,20}(?:#[^\n\r]{0,200})?(?=[\n\r])/y;
/** A list that Swift dumps. */
const COUNTED = /\d{1,5} elements?(?=[\n\r])/y;
/** What may stand before a name that begins its line. */
const LINE_FRONT = /^[ \t]*(?:- )*["']?$/;
/** Line ends and blanks before a value. */
const GAP = /\s{0,200}/y;

/** The value of a name, on the lines below that are deeper than it. */
function readIndented(view: DecodedView, name: Name, join: Join, at: number): FoundValue | null {
  const { text, levels } = view;
  const back =
    text
      .slice(Math.max(0, name.from - LOOK_BACK), name.from)
      .split(/[\n\r]/)
      .at(-1) ?? '';
  const depth = LINE_FRONT.test(back) ? back.length : back.search(/[^ \t]|$/);
  const from = matchAt(GAP, text, at) ? GAP.lastIndex : at;
  const line = Math.max(text.lastIndexOf('\n', from - 1), text.lastIndexOf('\r', from - 1)) + 1;
  if (behindFront(text, name.from, line) > line + depth) return readFronted(view, name, join, line);
  if (from - line <= depth || text.startsWith('-----BEGIN', from) || text[from] === MASK_CHARACTER)
    return null;
  return finish(view, name, join, from, { how: 'indented', depth, level: levels[at] ?? 0 });
}

const MOST_LINES = 40;
/** How far a position is from the words before it. */
function blanksBefore(text: string, at: number): number {
  let from = at;
  while (/[ \t]/.test(text[from - 1] ?? '')) from -= 1;
  return at - from;
}
/** Where a line ends, if not far away. */
const REST_OF_LINE = /[^\n\r]{0,2000}/y;

/** The same where a logger has put its words in front of every line: what is deeper than the name. */
function readFronted(view: DecodedView, name: Name, join: Join, first: number): FoundValue | null {
  const { text } = view;
  const depth = blanksBefore(text, name.from);
  const from = behindFront(text, name.from, first);
  let to = from;
  let line: number | null = first;
  for (let lines = 0; line !== null && lines < MOST_LINES; lines += 1) {
    const at = behindFront(text, name.from, line);
    if (at === line || blanksBefore(text, at) <= depth) break;
    to = at + (matchAt(REST_OF_LINE, text, at)?.[0].length ?? 0);
    line = nextLine(text, at);
  }
  const shape: ValueShape = { how: 'indented', depth, level: 0 };
  const isHere = to > from && text[from] !== MASK_CHARACTER;
  return isHere && isValue(view, name, join, from, text.slice(from, to), shape, false)
    ? { from, to, kind: name.named.kind }
    : null;
}

const INDENT = /[ \t]{0,80}/y;
const NEXT_ITEM = /- (?=[^\n\r])(?![\w-]{1,40}:(?:\s|$))/y;

/** The entries of a list in YAML, from the first one on, where there are more. */
function readItems(view: DecodedView, name: Name, join: Join, from: number): FoundValue | null {
  const { text } = view;
  if (!isValueLine(text, from, name.named.kind) || text[from] === MASK_CHARACTER) return null;
  let to = from;
  let line = nextLine(text, from);
  for (let lines = 1; line !== null && lines < MOST_LINES; lines += 1) {
    const front = behindFront(text, name.from, line);
    const at = front + (matchAt(INDENT, text, front)?.[0].length ?? 0);
    if (!matchAt(NEXT_ITEM, text, at)) break;
    to = at + (matchAt(REST_OF_LINE, text, at)?.[0].length ?? 0);
    line = nextLine(text, at);
  }
  const shape: ValueShape = { how: 'indented', depth: 0, level: 0 };
  return to > from && isValue(view, name, join, from, text.slice(from, to), shape, false)
    ? { from, to, kind: name.named.kind }
    : null;
}

/** Quotes of which three are one, in TOML, Python, Kotlin; the first line end is none of the value. */
const TRIPLE_QUOTE = /("{3}|'{3})(?:\r\n|[\n\r])?/y;
const LONGEST_TRIPLE = 4000;

function readTripleQuoted(
  view: DecodedView,
  name: Name,
  join: Join,
  from: number,
  quotes: string,
): FoundValue | null {
  const end = view.text.indexOf(quotes, from);
  const level = view.levels[from - 1] ?? 0;
  // Where nothing closes them, no more than the line is a value.
  if (end === -1 || end - from > LONGEST_TRIPLE)
    return finish(view, name, join, from, { how: 'bare', level, delimiters: HARD_DELIMITERS });
  return finish(view, name, join, from, { how: 'until', text: quotes, level: PERCENT_QUOTE });
}

/** The value of a part of a form: the rest of its line. */
function readPart(view: DecodedView, name: Name, join: Join): FoundValue | null {
  const { text } = view;
  const { kind } = name.named;
  const at = quotedStart(text, join.at, kind);
  if (text[at] === MASK_CHARACTER) return null;
  // Where the ends of lines are escaped, all of it stands in a string.
  const quote = join.level > 0 ? { char: '"', level: join.level - 1 } : null;
  const stop: LineStop = { quote, inList: false, inQuery: false };
  return finish(view, name, join, at, { how: 'line', stop });
}

const INNER = /(?:<!\[CDATA\[|<(?:string|value|data)>)\s{0,40}/iy;

function readElement(view: DecodedView, name: Name, join: Join): FoundValue | null {
  const { text } = view;
  let { at } = join;
  for (let round = 0; round < 3 && matchAt(INNER, text, at); round += 1) at = INNER.lastIndex;
  if (text[at] === '<' || text[at] === MASK_CHARACTER) return null;
  if (name.named.kind === 'authorization' && matchAt(SCHEME, text, at)) at = SCHEME.lastIndex;
  const isCharacterData = text.slice(Math.max(0, at - 60), at).includes('<![CDATA[');
  const end = text.indexOf(isCharacterData ? ']]>' : '<', at);
  // Without a closing tag it is a generic type, or a comparison.
  const isClosed =
    end !== -1 && end - at <= LONGEST_BLOCK && (isCharacterData || text[end + 1] === '/');
  const isEndless = end === -1 && /^\S{4000}/.test(text.slice(at, at + 4000));
  if (!isClosed && !isEndless) {
    if (!isCharacterData) return null;
    // The log was cut: no more than the line is a value.
    const { level } = join;
    return finish(view, name, join, at, { how: 'bare', level, delimiters: HARD_DELIMITERS });
  }
  return finish(view, name, join, at, {
    how: 'until',
    text: isCharacterData ? ']]>' : '<',
    level: join.level,
  });
}

const BEGINNING_OF_LINE = /[^\n\r]{0,400}/y;

/** Whether the line that begins here is a value, and not the next header or the next line of the log. */
function isValueLine(text: string, at: number, kind: MaskKind): boolean {
  const line = matchAt(BEGINNING_OF_LINE, text, at)?.[0] ?? '';
  const word = line.trim().replace(/[,;]$/, '');
  if (word === '') return false;
  if (/^["'`[{(<@]/.test(word)) return true;
  if (kind === 'authorization' && matchAt(SCHEME, text, at)) return true;
  if (kind === 'cookie') return /^[\w.-]{1,80}=[^\s;]/.test(word);
  if (/^["']?[A-Z][\w-]{0,40}["']?\s?[:=](?!=*$)/i.test(word)) return false;
  return (
    !/\s/.test(word) ||
    (MAY_BE_HAN.has(kind) && HAS_HAN.test(word)) ||
    kind === 'phone' ||
    kind === 'bank-card'
  );
}

const PHONE = /[+(\d][\d+()\- .*x#]{4,28}/iy;
const DIGIT_GROUPS = /[\dX*][\dX* -]{4,34}/iy;
const DECIMALS = /[-+<]{0,2}\d{1,3}\.\d{2,20}(?:\s{0,4}[,;/ ]\s{0,4}[-+]?\d{1,3}\.\d{2,20})?/y;
const CODE_GROUPS = /\d{3}[ -]\d{3}(?!\d)/y;

/** `Cookie=a=1; b=2 other=3`, as logs of pairs have it. */
const isPairOfCookies = (text: string, { from, to }: Name): boolean =>
  text[to] === '=' && text[from - 1] !== '.' && /^cookies?$/i.test(text.slice(from, to));

/** `--auth=…`, `REDIS_AUTH=…`: neither a header nor one of a list. */
const isVariable = (text: string, { from, to }: Name): boolean =>
  text[to] === '=' && /(?:^--|_)auth$/i.test(text.slice(from, to));

/** `Cookie sid=8f7e6d`: words about a cookie have no digits. */
const SPACED_COOKIE = /[\w.-]{1,40}=(?=[^\s;=]{0,200}\d)[^\s;=]{5,}/y;
const REST_OF_CELL = /[^|\n\r]{0,4000}/y;

/** Another pair, in the place of a value. */
const NESTED = /([A-Z][\w-]{1,40})=(?!=|[\w-]{1,41}=)/iy;

/** Whether a value is a field that has a name of its own, and is masked by that. */
function isNested(view: DecodedView, at: number): boolean {
  const { text } = view;
  const name = matchAt(NESTED, text, at)?.[1] ?? '';
  const named = kindOfName(name);
  if (!named) return false;
  const value = NESTED.lastIndex;
  const isMasked = /^["'[(]{0,2}(?:[\w-]{1,20} )?\uFFFC/.test(text.slice(value, value + 24));
  return isMasked || valueOf(view, { from: at, to: at + name.length, named }) !== null;
}

function readBare(view: DecodedView, name: Name, join: Join, start: number): FoundValue | null {
  const { text } = view;
  const { kind } = name.named;
  let at = /[【“‘「『《〔〈]/.test(text[start] ?? '') ? start + 1 : start;
  if (kind === 'authorization' && matchAt(SCHEME, text, at)) {
    at = SCHEME.lastIndex;
    if (text[at] === MASK_CHARACTER) return null;
  }
  const isWhole = kind === 'authorization' || kind === 'cookie';
  if (!isWhole && isNested(view, at)) return null;
  if (isWhole && join.inCells === true)
    return finishFixed(view, name, join, at, matchAt(REST_OF_CELL, text, at)?.[0] ?? '');
  const pattern = FIXED[kind];
  if (pattern) {
    const match = matchAt(pattern, text, at);
    if (match) return finishFixed(view, name, join, at, match[0].trimEnd());
  }
  if (
    isWhole &&
    !isVariable(text, name) &&
    (join.how === 'sign' ||
      join.how === 'line' ||
      join.how === 'tag' ||
      (join.how === 'space' && matchAt(SPACED_COOKIE, text, at)))
  ) {
    const stop = lineStop(view, name.from);
    const hasParameters = /^[^\n\r]{0,200}?[a-z]="/i.test(text.slice(at, at + 220));
    const inList = stop.inList && !(kind === 'authorization' && hasParameters);
    return finish(view, name, join, at, {
      how: 'line',
      stop: {
        ...stop,
        inList,
        inQuery: kind === 'authorization' && view.text[name.to] === '=',
        beside: isPairOfCookies(text, name) ? 'pairs' : 'headers',
      },
    });
  }
  if (kind === 'name' || kind === 'postal-address')
    return finishFixed(view, name, join, at, clauseAt(text, at, kind));
  const isSecret = kind === 'password' || kind === 'key' || kind === 'token';
  const secretEnds = join.inCells === true ? CELL_DELIMITERS : HARD_DELIMITERS;
  const shape: ValueShape = {
    how: 'bare',
    level: join.level,
    delimiters: isSecret && join.how !== 'prose' ? secretEnds : DELIMITERS,
  };
  return finish(view, name, join, at, shape);
}

/** Values that may have spaces, with the form by which their end is known. */
const FIXED: Partial<Readonly<Record<MaskKind, RegExp>>> = {
  phone: PHONE,
  'bank-card': DIGIT_GROUPS,
  'identity-number': DIGIT_GROUPS,
  location: DECIMALS,
  'one-time-code': CODE_GROUPS,
};

const CLAUSE_END =
  /[\n\r\t;|{}"'<>[\]&]|[,，、;；。/]?\s{0,4}["']?[\p{L}_][\p{L}\d_-]{0,30}["']?\s?[:=：＝]|\s{2,}/gu;

/** What follows an address in a sentence: a code, a moment, what went wrong. */
const NO_ADDRESS =
  /[\s,](?:\p{Script=Han}{0,10}(?:错误|报错|失败|异常|超时|版本|返回|原因|时间|订单)|(?:[1-7]0[01]\d|6666|errors?|codes?|failed|version)(?![\p{L}\d-])|\d{1,4}[:-]\d\d)/iu;

/** A name or an address without quotes: up to the next pair, or a sign that ends it. */
function clauseAt(text: string, at: number, kind: MaskKind): string {
  const rest = text.slice(at, at + 200);
  let end = rest.length;
  for (const match of rest.matchAll(CLAUSE_END)) {
    if (match.index === 0) return '';
    end = match.index;
    break;
  }
  const clause = rest.slice(0, end);
  if (kind === 'postal-address')
    return withoutEnd(clause.slice(0, NO_ADDRESS.exec(clause)?.index ?? end), ' \t,.，。)');
  const isHan = HAS_HAN.test(clause[0] ?? '');
  const words = isHan
    ? /^[\p{Script=Han}·*]{1,20}/u.exec(clause)?.[0]
    : /^[\p{L}.'*-]{1,40}(?: \p{Lu}[\p{L}.'*-]{0,40}){0,4}/u.exec(clause)?.[0];
  return words ?? /^[^\s,;)]{1,80}/.exec(clause)?.[0] ?? '';
}

/** What encloses name and value on their line. */
function lineStop({ text, levels }: DecodedView, nameFrom: number): LineStop {
  const from = Math.max(0, nameFrom - LOOK_BACK);
  let depth = 0;
  let quotes = 0;
  let quote: LineStop['quote'] = null;
  for (let at = nameFrom - 1; at >= from; at -= 1) {
    const char = text[at] ?? '';
    if (char === '\n' || char === '\r') break;
    if (char === '}' || char === ']' || char === ')') depth -= 1;
    else if (char === '{' || char === '[' || char === '(') depth += 1;
    else if (
      char === '"' ||
      (char === "'" && (at === nameFrom - 1 || / /.test(text[at - 1] ?? ' ')))
    ) {
      quotes += char === '"' ? 1 : 0;
      if (quote === null) quote = { char, level: levels[at] ?? 0 };
    }
  }
  const isDirect = quote !== null && text[nameFrom - 1] === quote.char;
  const isOpen = isDirect || (quote?.char === '"' && quotes % 2 === 1);
  return { quote: isOpen ? quote : null, inList: depth > 0, inQuery: false };
}

function finish(
  view: DecodedView,
  name: Name,
  join: Join,
  from: number,
  shape: ValueShape,
): FoundValue | null {
  const end: ValueEnd = endOfValue(view, from, shape);
  const value = view.text.slice(from, Math.min(end.to, from + JUDGED));
  if (!isValue(view, name, join, from, value, shape, value.length >= JUDGED)) return null;
  const { kind } = name.named;
  const to =
    shape.how === 'line' && !end.open
      ? from + view.text.slice(from, end.to).trimEnd().length
      : end.to;
  return end.open ? { from, to, kind, open: end.open } : { from, to, kind };
}

function finishFixed(
  view: DecodedView,
  name: Name,
  join: Join,
  from: number,
  value: string,
): FoundValue | null {
  const trimmed = withoutEnd(value, ' \t\n\r(.-');
  const shape: ValueShape = { how: 'bare', level: join.level, delimiters: DELIMITERS };
  if (!isValue(view, name, join, from, trimmed, shape, false)) return null;
  return { from, to: from + trimmed.length, kind: name.named.kind };
}
