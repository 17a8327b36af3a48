/** How a value may follow its name. */
import type { DecodedView } from './decoded-view.ts';
import type { NamedKind } from './field-names.ts';
import type { MaskKind } from './kinds.ts';
import { behindFront, nextLine } from './line-fronts.ts';
import { matchAt } from './match-at.ts';
import { HAS_HAN, type Name } from './names.ts';

/** How a name and its value are joined. */
export type Join = {
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
  /** Whether the value is the next cell of a row. */
  readonly isCell?: boolean;
};

/** `name = value` in all its forms. White space behind the sign may hold a line end. */
const SIGN =
  /["'`*]{0,3}(?:\.(?:value|text|stringValue|(?=:)))?(?::(?:protected|"?[\w\\]{1,60}"?:private))?[\])】」』]?["'`]?(?:\[["'\d]{0,8}\])?[?!]?(?: ?\([^()\n]{0,40}\))?(?:: ?[A-Z][A-Za-z]{2,20}[?!]? )?[ \t]{0,40}\\?(?:(?<sign>[:=]{1,3}>{0,2}|[-=~]{1,2}>{1,3}|<-{1,2}(?= ?["'])|>{2,3}|[→⇒：＝])\*{0,2}|\||\t)\s{0,80}/y;
/** A field that code compares or sets. */
const COMPARED =
  /\.(?:equals(?:IgnoreCase)?|isEqual(?:ToString)?|compareTo|matches|set(?:Value|Text)?|sendKeys|fill)\(@?(?=["'])/y;
/** A line of two cells. */
const NEXT_CELL = /["']?[,;]["']?(?=[^\s,;"']{6,400}["']?(?:[\n\r]|$))/y;
/** The signs of SQL that are none elsewhere; a list may follow. */
const SQL_SIGN =
  /["'`\]]?\s{1,20}(?:(?:<>|!=)\s{0,20}|(?:NOT\s{1,20})?(?:I?LIKE|RLIKE|REGEXP)\s{1,20}(?=[N'"])|(?:NOT\s{1,20})?IN\s{0,20}(?=\(\s{0,20}[N'"]))/iy;
const PROSE =
  /["'`)]?(?:\([^()\n]{0,40}\))?[ \t]{1,4}(?:(?:for|of) [^\s=:]{1,60} )?(?:(?:has been |is |was |now )?(?:set|changed|reset|updated|renewed) (?:to|as) |(?:is|was|are|equals?|being|returns|returned) (?:now )?|(?:to|as|[—–]) (?=["'`]))[ \t:=]{0,4}/iy;
/** A call that is named like a field has returned a code. */
const RETURNED = /\breturn(?:s|ed) (?:now )?[\t :=]{0,4}-?\d{1,5}\b/i;
const HAN_PROSE = /[ \t]{0,2}已?被?(?:[是为為→]|改为|变为|设为|重置为|等于|-->?)[ \t:：]{0,4}/y;
const SPACE = /[ \t]{1,4}/y;
/** `token [8f7e6d5c]`, `token("8f7e6d5c")`. */
const BRACKET =
  /[ \t]{0,2}[[(<“【「『《](?=["']?[^\s"'()[\]<>“”【】「」『』《》]{4,200}["']?[\])>”】」』》])/y;
/** The name as the value of `name`, and the value as that of `value`. */
const NAME_OF_PAIR =
  /(?:name|key|header|field|param|attr|id|\.0|\b[kn])["'`]?\s{0,10}[:=]\s{0,10}["'`]?(?:[\w-]{1,30}\.){0,5}$/i;
const PAIR =
  /["'`]?\]?[ \t]{0,40}(?:(?<=[\s"'`])|[,;]\s{0,200}(?:"[\w-]{1,30}"\s?:\s?(?:"[^"\n\r]{0,100}"|[a-z]{4,5}|\d{1,10})\s{0,4},\s{0,80}){0,3}|\n\s{1,80})["'`]?(?:string_?)?(?:value|val|v)["'`]?\s{0,40}[:=]\s{0,40}/iy;
/** The second element of a pair, as `dump` of Swift shows it. */
const DUMPED_PAIR = /"?[\n\r]{1,2}[^\n\r]{0,160}?[-▿] (?:value|\.1) ?: /y;
/** Names and values of lists, also as PHP serializes them. */
const LIST_PAIR = /["'](?:\s{0,4},\s{0,80}|;s:\d{1,7}:)(?=["'])/y;
/** A pair in brackets without quotes. */
const TUPLE = /, ?(?=[^\s,()"']{4,200}\))/y;
const ATTRIBUTE_VALUE =
  /["'](?:\s{1,10}[\w:]{1,20}="[^"<>]{0,60}"){0,3}\s{1,10}(?:android:)?(?:value|val|content)\s?=\s?/iy;
const TAG_END = /["']?(?:\s[^<>]{0,200})?>\s{0,200}/y;
const KEY_ELEMENT =
  /<\/(?:key|name|string|entry-key)>\s{0,200}(?:<key>val(?:ue)?<\/key>\s{0,200})?<[\w:-]{1,30}(?:\s[^<>]{0,100})?>\s{0,80}/iy;
const ELEMENT = /<(?:[\w-]{1,30}:)?$/;
const KEY_TAG = /<(?:key|name|string)>\s{0,10}$/i;
const ALONE = /["']?,?[ \t]{0,10}\r?\n[ \t]{0,40}/y;
/** A name and a value in a row of HTML: a value that has a digit, for a row may also be of names. */
const CELL_TAG = /<(?:t[dh]|dt)[^<>]{0,60}>\s{0,10}$/i;
const CELL_ELEMENT =
  /\s{0,10}<\/(?:t[dh]|dt)>\s{0,80}<(?:td|dd)(?:\s[^<>]{0,100})?>\s{0,80}(?=[^<>\d]{0,200}\d)/iy;

/** A console shows what an expression is on the next line, often behind a mark. */
const ANSWER = /\)?;?[ \t]{0,10}(?:\r\n|[\n\r])/y;
const ANSWER_MARK =
  /[ \t]{0,10}(?:[<>=←→‹›«»⟵⋖]{1,2}[·.-]?[ \t]{1,4}|(?:LOG|Out\[\d{1,4}\]:)[ \t]{1,4})?/y;

/** A debugger or a console that is asked for a field, and what it prints before the value. */
const ASKED = /(?:\((?:lldb|gdb)\)|>>>|In ?\[\d{1,4}\]:|\birb[^\n\r>]{0,30}>) ?[^\n\r=]{0,50}$/;
const ASKED_END = /["'\])?!]{0,4};?[ \t]{0,10}(?:\r\n|[\n\r])/y;
const ASKED_ANSWER =
  /(?:\([^()\n\r]{1,60}\) )?(?:\$\w{1,8} = |=> |Out\[\d{1,4}\]: )?(?:▿ [^\n\r]{1,80}[\n\r]{1,2}[^\n\r]{0,80}?- some ?: )?/y;

/** Where in the code something is, as frames of a stack have it behind the name of a function. */
const CALL = /[ \t]?\(([^()\n\r]{1,300})\)/y;
export const PLACE = /(?:\.[a-z]\w{0,11}|SourceFile|:\d{1,7}):\d{1,7}$|\+0x[\da-f]{1,16}$/i;

/** The name of a part of a form (RFC 7578); its value stands behind an empty line. */
const PART_NAME = /form-data;[^\n\r]{0,40}name\s?=\s?["']?$/i;
const EMPTY_LINE = /[ \t]{0,80}[\n\r]/y;
const PART_HEADER = /[a-z][a-z-]{0,40}:[ \t]/iy;
/** Where the value of a part of a form begins. */
function partValue(text: string, name: number, nameEnd: number): number | null {
  let line = nextLine(text, nameEnd);
  for (let headers = 0; line !== null && headers < 8; headers += 1) {
    const at = behindFront(text, name, line);
    const isEmpty = matchAt(EMPTY_LINE, text, at) !== null;
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

/** A value in an element or an attribute of its own, or under a name like `value`. */
function joinInMarkup({ text, levels }: DecodedView, to: number, back: string): Join | null {
  const level = levels[to] ?? 0;
  if (ELEMENT.test(back) && matchAt(TAG_END, text, to))
    return { at: TAG_END.lastIndex, level, how: 'element' };
  if (KEY_TAG.test(back) && matchAt(KEY_ELEMENT, text, to))
    return { at: KEY_ELEMENT.lastIndex, level, how: 'element' };
  if (CELL_TAG.test(back) && matchAt(CELL_ELEMENT, text, to))
    return { at: CELL_ELEMENT.lastIndex, level, how: 'element', isCell: true };
  if (!NAME_OF_PAIR.test(back)) return null;
  for (const pattern of [ATTRIBUTE_VALUE, PAIR, DUMPED_PAIR])
    if (matchAt(pattern, text, to))
      return { at: pattern.lastIndex, level: levels[pattern.lastIndex - 1] ?? 0, how: 'sign' };
  return /["'>]/.test(text[to] ?? '') && matchAt(TAG_END, text, to)
    ? { at: TAG_END.lastIndex, level: levels[TAG_END.lastIndex - 1] ?? 0, how: 'element' }
    : null;
}

/** A value that a console prints on the line below. */
function joinOfAnswer(
  text: string,
  from: number,
  to: number,
  { kind }: NamedKind,
  back: string,
): Join | null {
  const answer = (start: number, end: RegExp, mark: RegExp): Join => {
    const line = behindFront(text, start, end.lastIndex);
    return { at: matchAt(mark, text, line) ? mark.lastIndex : line, level: 0, how: 'line' };
  };
  if (kind === 'cookie' && /document\.$/.test(back) && matchAt(ANSWER, text, to))
    return answer(from - 'document.'.length, ANSWER, ANSWER_MARK);
  return ASKED.test(back) && matchAt(ASKED_END, text, to)
    ? answer(from, ASKED_END, ASKED_ANSWER)
    : null;
}

/** How a sentence goes on from the name to the value. */
function proseAfter(text: string, to: number, isHan: boolean): RegExp | null {
  if (matchAt(PROSE, text, to))
    return RETURNED.test(text.slice(to, PROSE.lastIndex + 6)) ? null : PROSE;
  return isHan && matchAt(HAN_PROSE, text, to) ? HAN_PROSE : null;
}

/** The ways in which a value may follow a name here, the likeliest first. */
export function* joinsAfter(view: DecodedView, { from, to, named }: Name): Generator<Join> {
  const { text, levels } = view;
  const back = text.slice(Math.max(0, from - 100), from);
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
  const alone = joinInMarkup(view, to, back) ?? joinOfAnswer(view.text, from, to, named, back);
  if (alone) {
    yield alone;
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
    yield { at, level, how: 'sign', inCells, isCell: written === '' };
    return;
  }
  if (
    /(?:[([]\s{0,40}|s:\d{1,4}:)["'](?:[\w-]{1,30}\.){0,5}$/.test(back) &&
    matchAt(LIST_PAIR, text, to)
  )
    yield { at: LIST_PAIR.lastIndex, level: 0, how: 'sign' };
  if (/\($/.test(back) && matchAt(TUPLE, text, to))
    yield { at: TUPLE.lastIndex, level: 0, how: 'bracket' };
  if (matchAt(COMPARED, text, to)) {
    yield { at: COMPARED.lastIndex, level: 0, how: 'sign' };
    return;
  }
  if (/(?:^|[\n\r])["']?$/.test(back) && matchAt(NEXT_CELL, text, to))
    yield { at: NEXT_CELL.lastIndex, level: 0, how: 'space' };
  if (matchAt(SQL_SIGN, text, to)) {
    yield { at: SQL_SIGN.lastIndex, level: 0, how: 'sign' };
    return;
  }
  const prose = proseAfter(text, to, isHan);
  // Where the text before the value is escaped, the quote behind it is too.
  const level = levelAt(to);
  if (prose) yield { at: prose.lastIndex, level, how: 'prose' };
  if (isHan) yield { at: to, level: levelAt(to - 1), how: 'adjacent' };
  if (isHan && /[】」』]/.test(text[to] ?? '')) yield { at: to + 1, level, how: 'space' };
  if (matchAt(BRACKET, text, to)) yield { at: BRACKET.lastIndex, level, how: 'bracket' };
  if (matchAt(SPACE, text, to)) {
    const isOption =
      /(?:^|\s)$/.test(text.slice(Math.max(0, from - 1), from)) &&
      (text.startsWith('--', from) ||
        /\bsetx[ \t]{1,4}$/i.test(back) ||
        (text[from] === '-' && named.kind === 'password'));
    yield { at: SPACE.lastIndex, level, how: isOption ? 'option' : 'space' };
  } else if (text[to] === '/') yield { at: to + 1, level, how: 'space' };
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
