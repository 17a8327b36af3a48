/** Values that a name in front of them, or behind them, says to be secret or personal. */
import { MASK_CHARACTER, PERCENT_QUOTE, type DecodedView } from './decoded-view.ts';
import {
  HAN_NAMES,
  isPlate,
  kindOfName,
  MAY_BE_HAN,
  OWNER_NAME,
  wordsOf,
  STATE_HAN,
  type NamedKind,
} from './field-names.ts';
import type { FoundValue, LineStop, MaskKind, ValueShape } from './kinds.ts';
import { behindFront, nextLine } from './line-fronts.ts';
import { matchAt } from './match-at.ts';
import { isNoValue, NO_VALUE, PLACEHOLDER } from './no-values.ts';
import {
  CELL_DELIMITERS,
  DELIMITERS,
  endOfValue,
  HARD_DELIMITERS,
  LONGEST_BLOCK,
  withoutEnd,
  type ValueEnd,
} from './value-ends.ts';

/** How far back a value looks for what encloses it; a view has at least so much in front. */
const LOOK_BACK = 240;

/** Of a longer value no more is looked at: it is no word. */
const JUDGED = 4096;

/** How a name and its value are joined. */
type Join = {
  /** Where the value begins, white space passed. */
  readonly at: number;
  /** How often the sign between them is escaped. */
  readonly level: number;
  readonly how:
    | 'sign'
    | 'prose'
    | 'space'
    | 'option'
    | 'element'
    | 'line'
    | 'adjacent'
    | 'bracket'
    | 'tag'
    | 'part';
  /** Whether bars divide names and values. */
  readonly inCells?: boolean;
};

/** A name in the text. */
type Name = { readonly from: number; readonly to: number; readonly named: NamedKind };

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

const WORD = /(?<![\w$-])[\w$-]{2,}/g;
const HAN_NAME = new RegExp([...HAN_NAMES.keys()].join('|'), 'g');
const HAS_HAN = /\p{Script=Han}/u;

/** Words that make a name of the word before them: `device id`, `phone number`. */
const SECOND_WORDS: ReadonlySet<string> = new Set(
  'id ids no number num code name card key token secret data body address addr uuid hash word phrase ticket identifier serial value string header content result'.split(
    ' ',
  ),
);

function* namesIn(text: string, from: number, to: number): Generator<Name> {
  const han = HAS_HAN.test(text) ? hanNames(text, from, to) : [];
  let nextHan = 0;
  let before: { readonly from: number; readonly to: number } | null = null;
  WORD.lastIndex = from;
  for (;;) {
    const at: number = WORD.lastIndex;
    const match = WORD.exec(text);
    const start = match?.index ?? to;
    for (; nextHan < han.length && (han[nextHan]?.from ?? to) < start; nextHan += 1) {
      const name = han[nextHan];
      if (name) yield name;
    }
    WORD.lastIndex = at;
    if (!match || start >= to) return;
    const word = match[0];
    const end = start + word.length;
    const trimmed = withoutEnd(word, '-');
    const joined = before && joinedName(text, before, start, trimmed);
    if (joined) yield joined;
    const named = kindOfName(trimmed) ?? kindInContext(text, start, trimmed);
    if (named) yield { from: start, to: start + trimmed.length, named };
    before = { from: start, to: end };
    WORD.lastIndex = end;
  }
}

/** What words say that are no names of fields by themselves. */
function kindInContext(text: string, start: number, word: string): NamedKind | null {
  if (word === 'name') return personName(text, start);
  return word === 'some' ? optionalName(text, start) : null;
}

/** A field that Swift's `dump` shows as optional: its value is the `some` of the next line. */
const OPTIONAL_FIELD =
  /[-▿] "?([\w-]{2,60})"?: Optional[^\n\r]{0,160}[\n\r]{1,2}[^\n\r]{0,80}?[-▿] $/;

const optionalName = (text: string, at: number): NamedKind | null =>
  kindOfName(OPTIONAL_FIELD.exec(text.slice(Math.max(0, at - LOOK_BACK), at))?.[1] ?? '');

const PERSON_NAME: NamedKind = { kind: 'name' };
const CLOSED = /[{[(][^{}[\]()]*[}\])]/g;
/** A field of a field, or the object of that name, also in a list, which a text has opened. */
const OWNER =
  /([\w-]{3,40})(?:\.|[\])]?["'`]?\s{0,4}(?:[:=]>?\s{0,4}@?[\w.]{0,40})?[{[(][\s,{[(]{0,20}[^{}[\]()]{0,240})$/;
/** The value of `name` may be a name of a field itself. */
const NAMED_FIELD = /["'`]?\s{0,4}[:=]\s{0,4}["'`]?([\w-]{2,40})/y;

/** `name` alone is somebody's where it is a field of a person. */
function personName(text: string, at: number): NamedKind | null {
  const field = matchAt(NAMED_FIELD, text, at + 'name'.length)?.[1] ?? '';
  let back = text.slice(Math.max(0, at - LOOK_BACK), at);
  for (let round = 0; round < 3; round += 1) back = back.replace(CLOSED, '');
  const isPerson = OWNER_NAME.test(wordsOf(OWNER.exec(back)?.[1] ?? ''));
  return isPerson && !kindOfName(field) ? PERSON_NAME : null;
}

/** The name that two words make. */
function joinedName(
  text: string,
  before: { readonly from: number; readonly to: number },
  start: number,
  word: string,
): Name | null {
  const isBeside = before.to === start - 1 && text[before.to] === ' ';
  if (!isBeside || !SECOND_WORDS.has(word.toLowerCase())) return null;
  const named = kindOfName(`${text.slice(before.from, before.to)}_${word}`);
  return named && { from: before.from, to: start + word.length, named };
}

/** What is left of a name whose beginning belongs to a value. */
function nameBehind(text: string, from: number, to: number): Name | null {
  const named = kindOfName(text.slice(from, to).trim());
  return named && { from, to, named };
}

/** The longest Chinese name is not longer. */
const LONGEST_HAN = 8;

function hanNames(text: string, from: number, to: number): Name[] {
  const names: Name[] = [];
  for (const { 0: name, index } of text.slice(from, to + LONGEST_HAN).matchAll(HAN_NAME)) {
    const named = HAN_NAMES.get(name);
    if (named && from + index < to)
      names.push({ from: from + index, to: from + index + name.length, named });
  }
  return names;
}

function valueOf(view: DecodedView, name: Name): FoundValue | null {
  for (const join of joinsAfter(view, name)) {
    const value = readValue(view, name, join);
    if (value) return value;
  }
  return null;
}

/** `name = value` in all its forms. White space behind the sign may hold a line end. */
const SIGN =
  /["'`*]{0,3}[\])]?["'`]?(?:\[["'\d]{0,8}\])?[?!]?(?: ?\([^()\n]{0,40}\))?(?:: ?[A-Z][A-Za-z]{2,20}[?!]? )?[ \t]{0,40}(?:(?<sign>[:=]{1,3}>{0,2}|[-=~]{1,2}>{1,3}|>{2,3}|[→⇒：＝])\*{0,2}|\||\t)\s{0,80}/y;
/** The signs of SQL that are none elsewhere; a list may follow. */
const SQL_SIGN =
  /["'`\]]?\s{1,20}(?:(?:<>|!=)\s{0,20}|(?:NOT\s{1,20})?(?:I?LIKE|RLIKE|REGEXP)\s{1,20}(?=[N'"])|(?:NOT\s{1,20})?IN\s{0,20}(?=\(\s{0,20}[N'"]))/iy;
const PROSE =
  /["'`)]?(?:\([^()\n]{0,40}\))?[ \t]{1,4}(?:(?:for|of) [^\s=:]{1,60} )?(?:(?:has been |is |was |now )?(?:set|changed|reset|updated|renewed) (?:to|as) |(?:is|was|are|equals?|being|returns|returned) (?:now )?|(?:to|as) (?=["'`]))[ \t:=]{0,4}/iy;
const HAN_PROSE = /[ \t]{0,2}(?:[是为為→]|改为|变为|设为|重置为|等于|-->?)[ \t:：]{0,4}/y;
const SPACE = /[ \t]{1,4}/y;
/** `token [8f7e6d5c]`, `token("8f7e6d5c")`. */
const BRACKET =
  /[ \t]{0,2}[[(<“【「『《](?=["']?[^\s"'()[\]<>“”【】「」『』《》]{4,200}["']?[\])>”】」』》])/y;
/** The name as the value of `name`, and the value as that of `value`. */
const NAME_OF_PAIR = /(?:name|key|header|field|param|attr|id)["'`]?\s{0,10}[:=]\s{0,10}["'`]?$/i;
const PAIR =
  /["'`]?[ \t]{0,40}(?:[,;]\s{0,200}|\n\s{1,80})["'`]?(?:string_?)?(?:value|val)["'`]?\s{0,40}[:=]\s{0,40}/iy;
const LIST_PAIR = /["']\s{0,4},\s{0,80}(?=["'])/y;
const ATTRIBUTE_VALUE =
  /["'](?:\s{1,10}[\w:]{1,20}="[^"<>]{0,60}"){0,3}\s{1,10}(?:android:)?(?:value|val)\s?=\s?/iy;
const TAG_END = /["']?(?:\s[^<>]{0,200})?>\s{0,200}/y;
const KEY_ELEMENT =
  /<\/(?:key|name|string|entry-key)>\s{0,200}<[\w:-]{1,30}(?:\s[^<>]{0,100})?>\s{0,80}/iy;
const ELEMENT = /<(?:[\w-]{1,30}:)?$/;
const KEY_TAG = /<(?:key|name|string)>\s{0,10}$/i;
const INNER = /(?:<!\[CDATA\[|<(?:string|value|data)>)\s{0,40}/iy;
const ALONE = /["']?,?[ \t]{0,10}\r?\n[ \t]{0,40}/y;

/** A console shows what an expression is on the next line, often behind a mark. */
const ANSWER = /\)?;?[ \t]{0,10}(?:\r\n|[\n\r])/y;
const ANSWER_MARK =
  /[ \t]{0,10}(?:[<>=←→‹›«»⟵⋖]{1,2}[·.-]?[ \t]{1,4}|(?:LOG|Out\[\d{1,4}\]:)[ \t]{1,4})?/y;

/** Where in the code something is, as frames of a stack have it behind the name of a function. */
const CALL = /[ \t]?\(([^()\n\r]{1,300})\)/y;
const PLACE = /(?:\.[a-z]\w{0,11}|SourceFile|:\d{1,7}):\d{1,7}$|\+0x[\da-f]{1,16}$/i;

/** The name of a part of a form (RFC 7578); its value stands behind an empty line. */
const PART_NAME = /form-data;[^\n\r]{0,40}name\s?=\s?["']?$/i;
const PART_HEADER = /[a-z][a-z-]{0,40}:[ \t]/iy;
/** Where the value of a part of a form begins. */
function partValue(text: string, name: number, nameEnd: number): number | null {
  let line = nextLine(text, nameEnd);
  for (let headers = 0; line !== null && headers < 8; headers += 1) {
    const at = behindFront(text, name, line);
    const isEmpty = /^[ \t]{0,80}[\n\r]/.test(text.slice(at, at + 81));
    if (!isEmpty && !matchAt(PART_HEADER, text, at)) return null;
    line = nextLine(text, at);
    if (!isEmpty || line === null) continue;
    const value = behindFront(text, name, line);
    return text.startsWith('--', value) ? null : value;
  }
  return null;
}

/** What Android's logger has in front of the tag of a line, and what it has behind it. */
const TAG_FRONT = /(?:(?:^|[\s\d])[VDIWEFA]\/|(?:^|[\n\r]|\d[ \t]{1,6})[VDIWEF][ \t])\[?[\w.$-]*$/;
const TAG_SIGN = /\]?[ \t]{0,30}(?:\( {0,5}\d{1,6}\))?: /y;

/** A value that shows by itself to be none of the words of a message. */
const TOLD_VALUE = /["'`]|[^\n\r]{0,100}\d/y;

/** A name in a cell of a line that bars divide. */
const CELL_BEFORE = /\|[ \t"']{0,4}$/;

/** The ways in which a value may follow a name here, the likeliest first. */
function* joinsAfter(view: DecodedView, { from, to, named }: Name): Generator<Join> {
  const { text, levels } = view;
  const back = text.slice(Math.max(0, from - 60), from);
  const levelAt = (at: number): number => levels[at] ?? 0;
  const isHan = HAS_HAN.test(text[from] ?? '');
  if (PLACE.test(matchAt(CALL, text, to)?.[1] ?? '')) return;
  if (PART_NAME.test(back)) {
    const at = partValue(text, from, to);
    if (at !== null) yield { at, level: levelAt(at - 1), how: 'part' };
    return;
  }
  // Who wrote the line is no field.
  const isWord = !/\s/.test(text.slice(from, to));
  if (isWord && TAG_FRONT.test(back) && matchAt(TAG_SIGN, text, to)) {
    yield { at: TAG_SIGN.lastIndex, level: 0, how: 'tag' };
    return;
  }
  if (ELEMENT.test(back) && matchAt(TAG_END, text, to)) {
    yield { at: TAG_END.lastIndex, level: levelAt(to), how: 'element' };
    return;
  }
  if (KEY_TAG.test(back) && matchAt(KEY_ELEMENT, text, to)) {
    yield { at: KEY_ELEMENT.lastIndex, level: levelAt(to), how: 'element' };
    return;
  }
  if (NAME_OF_PAIR.test(back)) {
    for (const pattern of [ATTRIBUTE_VALUE, PAIR])
      if (matchAt(pattern, text, to)) {
        yield { at: pattern.lastIndex, level: levelAt(pattern.lastIndex - 1), how: 'sign' };
        return;
      }
    if (/["'>]/.test(text[to] ?? '') && matchAt(TAG_END, text, to)) {
      yield { at: TAG_END.lastIndex, level: levelAt(TAG_END.lastIndex - 1), how: 'element' };
      return;
    }
  }
  if (named.kind === 'cookie' && /document\.$/.test(back) && matchAt(ANSWER, text, to)) {
    const line = behindFront(text, from - 'document.'.length, ANSWER.lastIndex);
    yield {
      at: matchAt(ANSWER_MARK, text, line) ? ANSWER_MARK.lastIndex : line,
      level: 0,
      how: 'line',
    };
    return;
  }
  const sign = matchAt(SIGN, text, to);
  if (sign) {
    const at = SIGN.lastIndex;
    const written = sign.groups?.['sign'] ?? '';
    const isPath = written === ':' && text.startsWith('//', at);
    // `-storepass:env NAME`: where a program finds it.
    if (text[from] === '-' && written === ':' && /^(?:env|file)\b/.test(text.slice(at, at + 5)))
      return;
    const isScope = written === '::' && !/^\w{0,30}\d/.test(text.slice(at, at + 31));
    if (isPath || isScope) return;
    const signAt = written === '' ? to : text.indexOf(written[0] ?? '', to);
    const level = levelAt(signAt);
    const between = text.slice(to, at);
    const lineAt = to + 1 + Math.max(between.lastIndexOf('\n'), between.lastIndexOf('\r'));
    if (lineAt > to) {
      const behind = behindFront(text, from, lineAt);
      if (behind === lineAt) yield { at, level, how: 'line' };
      // Where every line has a front, the next line may as well be another message.
      else if (named.kind === 'password' || matchAt(TOLD_VALUE, text, behind))
        yield { at: behind, level, how: 'line' };
      return;
    }
    const inCells = written === '' ? between.includes('|') : CELL_BEFORE.test(back);
    yield { at, level, how: 'sign', inCells };
    return;
  }
  if (/[([]\s{0,40}["']$/.test(back) && matchAt(LIST_PAIR, text, to))
    yield { at: LIST_PAIR.lastIndex, level: 0, how: 'sign' };
  if (matchAt(SQL_SIGN, text, to)) {
    yield { at: SQL_SIGN.lastIndex, level: 0, how: 'sign' };
    return;
  }
  const prose = matchAt(PROSE, text, to)
    ? PROSE
    : isHan && matchAt(HAN_PROSE, text, to)
      ? HAN_PROSE
      : null;
  if (prose) yield { at: prose.lastIndex, level: 0, how: 'prose' };
  if (isHan) yield { at: to, level: 0, how: 'adjacent' };
  if (matchAt(BRACKET, text, to)) yield { at: BRACKET.lastIndex, level: 0, how: 'bracket' };
  if (matchAt(SPACE, text, to)) {
    const isOption =
      /(?:^|\s)$/.test(text.slice(Math.max(0, from - 1), from)) &&
      (text.startsWith('--', from) || (text[from] === '-' && named.kind === 'password'));
    yield { at: SPACE.lastIndex, level: 0, how: isOption ? 'option' : 'space' };
  } else if (text[to] === '/') yield { at: to + 1, level: 0, how: 'space' };
  if (
    ALONE_KINDS.has(named.kind) &&
    /^[\t "'*<>:-]*$/.test(
      back.slice(Math.max(back.lastIndexOf('\n'), back.lastIndexOf('\r')) + 1),
    ) &&
    matchAt(ALONE, text, to)
  )
    yield { at: ALONE.lastIndex, level: 0, how: 'line' };
}

/** Browsers copy a header's name and its value as two lines. */
const ALONE_KINDS: ReadonlySet<MaskKind> = new Set([
  'authorization',
  'cookie',
  'token',
  'session',
  'password',
  'one-time-code',
  'key',
  'signature',
  'device-id',
  'user-id',
  'request-data',
]);

const WRAPPER =
  /(?:(?:Optional|Some|String|NSString|Just|Present|Ok|Any|AnyHashable|Maybe|new String)\(|\([\w-]{1,12}\)[ \t]|!{1,2}[\w-]{1,20}[ \t]|&[\w-]{1,40}[ \t]|@(?=["'(])|[bur](?=["']))[ \t]{0,4}/y;
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

/** A scheme stays: support has to know which it is. */
const SCHEME =
  /(?:(?:Bearer|Basic|Digest|Negotiate|NTLM|Token|API-?Key|HMAC(?:-SHA\d{1,3})?|AWS4-HMAC-SHA256|OAuth|MAC|Hawk|Signature|OSS|OSS4-HMAC-SHA256|acs|ACS3-HMAC-SHA256|TC3-HMAC-SHA256|JWT|SharedKey|AWS)[ \t:]{1,4})+/iy;

function readValue(view: DecodedView, name: Name, join: Join): FoundValue | null {
  const { text, levels } = view;
  const { kind } = name.named;
  let at = join.at;
  if (join.how === 'element') return readElement(view, name, join);
  if (join.how === 'part') return readPart(view, name, join);
  // An entry of a list in YAML.
  if (join.how === 'line' && text.startsWith('- ', at)) at += '- '.length;
  if (join.how === 'line' && !isValueLine(text, at, kind)) return null;
  for (let round = 0; round < 3 && matchAt(WRAPPER, text, at); round += 1) at = WRAPPER.lastIndex;
  if (join.how === 'sign' && matchAt(BLOCK_SCALAR, text, at))
    return readIndented(view, name, join, BLOCK_SCALAR.lastIndex);
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
  const depth = LINE_FRONT.test(back) ? back.length : (/^[ \t]*/.exec(back)?.[0].length ?? 0);
  const from = matchAt(GAP, text, at) ? GAP.lastIndex : at;
  const line = Math.max(text.lastIndexOf('\n', from - 1), text.lastIndexOf('\r', from - 1)) + 1;
  if (from - line <= depth || text.startsWith('-----BEGIN', from) || text[from] === MASK_CHARACTER)
    return null;
  return finish(view, name, join, from, { how: 'indented', depth, level: levels[at] ?? 0 });
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

/** Where the credentials begin in a quoted value. */
function quotedStart(text: string, at: number, kind: MaskKind): number {
  return kind === 'authorization' && matchAt(SCHEME, text, at) ? SCHEME.lastIndex : at;
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
  if (!isClosed && !isEndless) return null;
  return finish(view, name, join, at, {
    how: 'until',
    text: isCharacterData ? ']]>' : '<',
    level: join.level,
  });
}

/** Whether the line that begins here is a value, and not the next header or the next line of the log. */
function isValueLine(text: string, at: number, kind: MaskKind): boolean {
  const line = /^[^\n\r]{0,400}/.exec(text.slice(at, at + 400))?.[0] ?? '';
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

function readBare(view: DecodedView, name: Name, join: Join, start: number): FoundValue | null {
  const { text } = view;
  const { kind } = name.named;
  let at = /[【“‘「『《〔〈]/.test(text[start] ?? '') ? start + 1 : start;
  if (kind === 'authorization' && matchAt(SCHEME, text, at)) {
    at = SCHEME.lastIndex;
    if (text[at] === MASK_CHARACTER) return null;
  }
  const pattern = FIXED[kind];
  if (pattern) {
    const match = matchAt(pattern, text, at);
    if (match) return finishFixed(view, name, join, at, match[0].trimEnd());
  }
  if (
    (kind === 'authorization' || kind === 'cookie') &&
    join.inCells !== true &&
    (join.how === 'sign' || join.how === 'line' || join.how === 'tag')
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

const ALGORITHM =
  /^(?:rsa2?|md5|sha-?\d{1,3}|hmac(?:[-_]?sha\d{1,3}|[-_]?md5)?|sm[234]|aes|des|atlas|jwt|bearer|oauth2?|basic)$/i;
/** The letters and digits of a value that a program made. */
const RANDOM = /^(?=[^\d\s]*\d)(?=[^A-Z\s]*[A-Z])[\w.~+/=:%-]{12,}$/i;

/** The type of a value that a language prints before it. */
const GENERIC =
  /^(?:Optional|Array|List|Set|Map|Dictionary|Result|Future|Promise|Observable|Single|Maybe|Flow|LiveData|Published|Binding|State|Property)<[[A-Z]/;
/** A pair: a name, a sign and what is no padding of base64. */
const PAIR_OF_NAMES = /^(?:v\d{1,2}:)?[A-Z][\w.-]{0,60}=[^=\s]/i;
const OPERATION = /^(?:v\d{1,2}:)?Operation-?Type=/i;

/** The string that is signed, which begins with a pair: the values in it have names of their own. */
const isSigned = (text: string, next: string): boolean =>
  OPERATION.test(text) || (PAIR_OF_NAMES.test(text) && (next === '&' || text.includes('&')));

/** What a check says of a field: words and small numbers, with blanks between them. */
const MESSAGE =
  /^["']?(?:[A-Z]+(?:['’][a-z]+)?|\d{1,3})(?:[.,:;!]? (?:[A-Z]+(?:['’][a-z]+)?|\d{1,3}))+[.!]?["']?$/i;
/** What a check says begins so. */
const BEGINS_A_MESSAGE =
  /^["']?(?:(?:the |your |this )?(?:(?:new |confirm )?(?:pass(?:word|code)|pin|secret|key)|(?:[A-Z]{1,30} ){0,2}(?:field|value)) )?(?:is|are|has|have|must|should|can|cannot|can't|may|too|does|do|doesn't|not|at least|at most|needs?|contains|requires) /i;
const HAS_LETTERS = /\p{L}/u;

/** Whether a value, or every string of a list, is a message about the field. */
function isMessage(kind: MaskKind, text: string, shape: ValueShape): boolean {
  if (!MESSAGE_KINDS.has(kind) || (shape.how !== 'quoted' && shape.how !== 'brackets'))
    return false;
  const texts =
    shape.how === 'quoted'
      ? [text]
      : text.split(/(?<=["']),/).map((one) => one.trim().replaceAll(/^["']|["']$/g, ''));
  return texts.every((one) => {
    if (one.length > 200 || !HAS_LETTERS.test(one)) return false;
    if (shape.how === 'brackets' && HAS_HAN.test(one)) return !/\w{6}/.test(one);
    // Other words may be the value.
    return MESSAGE.test(one) && BEGINS_A_MESSAGE.test(one) && !startsWithScheme(one);
  });
}

const startsWithScheme = (text: string): boolean => matchAt(SCHEME, text, 0) !== null;

const MESSAGE_KINDS: ReadonlySet<MaskKind> = new Set([
  'password',
  'one-time-code',
  'key',
  'token',
  'session',
  'signature',
]);

const isName = (word: string): boolean => !/\d/.test(word) && kindOfName(word) !== null;

/** The text around a name that may say what the name is of. */
const around = ({ text }: DecodedView, at: number): string =>
  text.slice(Math.max(0, at - LOOK_BACK), at + LOOK_BACK / 2);

function isValue(
  view: DecodedView,
  { named, from: nameFrom, to: nameEnd }: Name,
  join: Join,
  from: number,
  value: string,
  shape: ValueShape,
  isLong: boolean,
): boolean {
  const { kind } = named;
  const isHanName = HAS_HAN.test(view.text[nameFrom] ?? '');
  const text = value.trim();
  if (text === '' || text.replaceAll(MASK_CHARACTER, '').trim() === '') return false;
  if (isLong && (join.how === 'sign' || join.how === 'line' || join.how === 'element')) return true;
  const word = withoutEnd(text, '.,;:!?，。；！');
  if (isNoValue(word) || PLACEHOLDER.test(text) || GENERIC.test(text)) return false;
  const next = view.text[from + value.length] ?? '';
  if (kind === 'signature' && isSigned(text, next)) return false;
  if (isMessage(kind, text, shape)) return false;
  if (named.near && !named.near.test(around(view, nameFrom))) return false;
  if (kind === 'signature' || kind === 'authorization' || kind === 'token')
    if (ALGORITHM.test(word)) return false;
  if (!MAY_BE_HAN.has(kind) && !isPlate(word) && /^\p{Script=Han}/u.test(text)) return false;
  if (MAY_BE_HAN.has(kind) && STATE_HAN.test(text)) return false;
  if (named.only && !named.only(shape.how === 'brackets' ? text : word)) return false;
  // A word, or the version of a library that is named like the id.
  if (
    kind === 'device-id' &&
    ((!/\d/.test(word) && word.length < 8) || (/^[\d.]+$/.test(word) && word.includes('.')))
  )
    return false;
  // How many there are is said of tokens, and no token is a few digits.
  const isMany = /s["'`]?$/i.test(view.text.slice(nameFrom, nameEnd));
  if (SMALL_NUMBERS.has(kind) && (isMany ? /^\d{1,9}$/ : /^\d{1,3}$/).test(word)) return false;
  if (shape.how === 'bare' && next === '(' && /^[A-Z_$][\w$.]*$/i.test(value)) return false;
  if (join.how === 'part') return true;
  // Behind an option that takes no value the next one stands.
  if (join.how === 'option' && /^--?[A-Z][\w-]*$/i.test(word)) return false;
  // The next name in the header of a table.
  if (/^["']? *[|\t]/.test(view.text.slice(nameEnd, nameEnd + 40)) && isName(word)) return false;
  // The message of a tag that is named like a field: its value only where it is nothing else.
  if (join.how === 'tag' && kind !== 'cookie')
    return (
      /^[ \t]*(?:[\n\r]|$)/.test(view.text.slice(from + value.length, from + value.length + 40)) &&
      isSpacedValue(kind, word, shape)
    );
  if (shape.how === 'line') {
    // A sentence about the header has no digits, credentials have.
    const isSentence = /^[A-Za-z']+ [a-z']{2}/.test(text) && !/[\d=]/.test(text);
    if (kind === 'cookie')
      return (
        /[^\s=]=|^(?=[^\d\s]*\d)\S{4,}|\S{16}/.test(text) || (/^\S{8}/.test(text) && !isSentence)
      );
    return !isSentence && !NO_VALUE.test(/^[^\s,;]+/.exec(text)?.[0] ?? '');
  }
  if (join.how === 'prose') return isProseValue(view, kind, from, word, shape);
  if (join.how === 'adjacent')
    return kind === 'one-time-code' || kind === 'phone'
      ? /^\d/.test(word)
      : /\d/.test(word) && /^[\w@.*+-]{6,}$/.test(word) && nameEnd === from;
  if (join.how === 'space' && PLACE.test(word)) return false;
  if (join.how === 'bracket') return /\d/.test(word) && !/^\d{1,5}$/.test(word);
  if (join.how === 'space')
    return isSpacedValue(kind, word, shape) || (isHanName && isSpacedHanValue(kind, word));
  return true;
}

const SMALL_NUMBERS: ReadonlySet<MaskKind> = new Set([
  'token',
  'cookie',
  'authorization',
  'signature',
  'session',
  'device-id',
  'key',
]);

/** `password is hunter2` says a value, `password is used here` does not. */
function isProseValue(
  { text }: DecodedView,
  kind: MaskKind,
  from: number,
  word: string,
  shape: ValueShape,
): boolean {
  if (shape.how === 'quoted' || /\d/.test(word)) return true;
  const behind = text.slice(from + word.length, from + word.length + 3);
  const isLast = /^(?:[.,;!]?\s*$|[.,;!]?[\n\r]|[,;]\s)/.test(behind);
  if (kind === 'password') return isLast || /[^A-Z.,]/i.test(word);
  return (
    isLast &&
    (word.length >= 16 || kind === 'name' || kind === 'user-id' || kind === 'postal-address')
  );
}

const SPACED_DIGITS: ReadonlySet<MaskKind> = new Set([
  'phone',
  'bank-card',
  'identity-number',
  'one-time-code',
]);
const SPACED_RANDOM: ReadonlySet<MaskKind> = new Set([
  'token',
  'key',
  'session',
  'signature',
  'authorization',
  'password',
  'device-id',
  'user-id',
  'request-data',
]);

/** A name and a value with no more than a space between them. */
function isSpacedValue(kind: MaskKind, word: string, shape: ValueShape): boolean {
  if (SPACED_DIGITS.has(kind))
    return /^[+\d]/.test(word) && word.length >= (kind === 'one-time-code' ? 4 : 6);
  if (kind === 'location') return true;
  // Another pair is no value of this name.
  if (!SPACED_RANDOM.has(kind) || PAIR_OF_NAMES.test(word)) return false;
  if (kind === 'user-id' && shape.how === 'quoted') return !/\s/.test(word);
  if (kind === 'password')
    return (
      (shape.how === 'quoted' && !/\s/.test(word)) ||
      /^\d{4,8}$/.test(word) ||
      (word.length >= 6 && /\d/.test(word) && /[A-Z]/i.test(word))
    );
  if (kind === 'device-id' || kind === 'user-id')
    return /^[\w-]{6,}$/.test(word) && (word.match(/\d/g)?.length ?? 0) >= 4;
  return RANDOM.test(word);
}

/** What a space may divide from a Chinese name of a field: a sentence goes on with other words. */
function isSpacedHanValue(kind: MaskKind, word: string): boolean {
  switch (kind) {
    case 'identity-number':
      return isPlate(word) || /^[A-Z]{1,2}\d{6,9}$/i.test(word);
    case 'birth-date':
      return /^(?:19|20)\d\d[-/.年\d]/.test(word);
    case 'postal-address':
      // A town and a street, or a street and a number.
      return /^(?!.*(?:不|为空))(?:.*[省市区县镇乡村路街巷号栋楼]){2}/.test(word);
    default:
      return false;
  }
}

const VALUE_OF_PAIR = /(?<![\w$-])(?:value|val)["'`]?\s{0,10}[:=]\s{0,10}["'`]/gi;
const NAME_BEHIND =
  /["'`]\s{0,10},\s{0,200}["'`]?(?:name|key|header|field)["'`]?\s{0,10}[:=]\s{0,10}["'`](?<name>[\w-]{2,60})["'`]/iy;

/** `"value": "…", "name": "Cookie"`, `set("…", forKey: "token")`: values whose name stands behind them. */
export function valuesBeforeNames(view: DecodedView, from: number, to: number): FoundValue[] {
  const { text, levels } = view;
  const found: FoundValue[] = [];
  VALUE_OF_PAIR.lastIndex = from;
  for (let match = VALUE_OF_PAIR.exec(text); match; match = VALUE_OF_PAIR.exec(text)) {
    const start = VALUE_OF_PAIR.lastIndex;
    if (match.index >= to) break;
    const quote = text[start - 1] ?? '';
    const end = endOfValue(view, start, { how: 'quoted', quote, level: levels[start - 1] ?? 0 });
    const name = matchAt(NAME_BEHIND, text, end.to)?.groups?.['name'];
    const named = name === undefined ? null : kindOfName(name);
    const value = text.slice(start, end.to);
    if (!named || end.open || NO_VALUE.test(value) || value === MASK_CHARACTER) continue;
    if (named.only && !named.only(value)) continue;
    found.push({ from: start, to: end.to, kind: named.kind });
  }
  return [...found, ...storedValues(view, from, to)];
}

/** `forKey: "token"`, `forHTTPHeaderField: X-Token`, behind the value. */
const STORED_AS = /(?<![\w$])for[A-Z]\w{2,20}\s{0,3}:\s{0,3}@?["'`]?([\w.-]{2,80})/g;
/** Longer values are not looked for. */
const LONGEST_STORED = 2000;

function storedValues(view: DecodedView, from: number, to: number): FoundValue[] {
  const { text } = view;
  const found: FoundValue[] = [];
  STORED_AS.lastIndex = from;
  for (let match = STORED_AS.exec(text); match; match = STORED_AS.exec(text)) {
    if (match.index >= to + LONGEST_STORED) break;
    const named = kindOfName(match[1] ?? '');
    const value = named && valueBefore(view, match.index, named);
    if (value && value.from >= from && value.from < to) found.push(value);
  }
  return found;
}

/** The value that ends before a position: one in quotes, or a word that a program made. */
function valueBefore(
  { text }: DecodedView,
  before: number,
  { kind, only }: NamedKind,
): FoundValue | null {
  const least = Math.max(0, before - LONGEST_STORED);
  const back = withoutEnd(text.slice(least, before), ' \t\n\r,');
  const quote = /["'`]$/.exec(back.slice(-1))?.[0];
  const start =
    quote === undefined
      ? back.length - (back.split(DELIMITERS).at(-1)?.length ?? 0)
      : back.lastIndexOf(quote, back.length - 2) + 1;
  const end = quote === undefined ? back.length : back.length - 1;
  // The scheme of credentials stays.
  const from = quotedStart(text, least + start, kind);
  const value = text.slice(from, least + end);
  const isShown = value.replaceAll(MASK_CHARACTER, '').trim() === '' || NO_VALUE.test(value);
  if (
    isShown ||
    (quote !== undefined && start === 0) ||
    /[\n\r]/.test(value) ||
    (only && !only(value))
  )
    return null;
  const shape: ValueShape = { how: 'bare', level: 0, delimiters: DELIMITERS };
  return quote !== undefined || isSpacedValue(kind, value, shape)
    ? { from, to: least + end, kind }
    : null;
}
