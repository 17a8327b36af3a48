/** Whether what follows a name is a value, and not a word of a message. */
import { MASK_CHARACTER, type DecodedView } from './decoded-view.ts';
import { isPlate, kindOfName, MAY_BE_HAN, STATE_HAN } from './field-names.ts';
import { PLACE, type Join } from './joins.ts';
import { SECRETS, type MaskKind, type ValueShape } from './kinds.ts';
import { matchAt } from './match-at.ts';
import { HAS_HAN, LOOK_BACK, type Name } from './names.ts';
import { isNoValue, PLACEHOLDER } from './no-values.ts';
import { SCHEME } from './schemes.ts';
import { withoutEnd } from './value-ends.ts';

const ALGORITHM =
  /^(?:rsa2?|md5|sha-?\d{1,3}|hmac(?:[-_]?sha\d{1,3}|[-_]?md5)?|sm[234]|aes|des|atlas|jwt|bearer|oauth2?|basic)$/i;
/** The letters and digits of a value that a program made. */
const RANDOM = /^(?=[^\d\s]*\d)(?=[^A-Z\s]*[A-Z])[\w.~+/=:%-]{12,}$/i;

/** The same in quotes, where a shorter one is none of the words of a message. */
const QUOTED_RANDOM = /^(?=\D{0,40}\d)(?=[^A-Z]{0,40}[A-Z])[\w.~+/=-]{8,}$/i;

/** The type of a value that a language prints before it. */
const GENERIC =
  /^(?:Swift\.)?(?:Optional|Array|List|Set|Map|Dictionary|Result|Future|Promise|Observable|Single|Maybe|Flow|LiveData|Published|Binding|State|Property)<[[A-Z]/;
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

/** Letters, digits and Chinese together are a secret, Chinese alone is a message. */
const MIXED_SECRET = /^(?=\D{0,40}\d)(?=[^A-Z]{0,40}[A-Z])[^\s，。！？；]{4,40}$/i;

const isName = (word: string): boolean => !/\d/.test(word) && kindOfName(word) !== null;

/** The text around a name that may say what the name is of. */
const around = ({ text }: DecodedView, at: number): string =>
  text.slice(Math.max(0, at - LOOK_BACK), at + LOOK_BACK / 2);

export function isValue(
  view: DecodedView,
  name: Name,
  join: Join,
  from: number,
  value: string,
  shape: ValueShape,
  isLong: boolean,
): boolean {
  const { named, from: nameFrom, to: nameEnd } = name;
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
  if (kind === 'signature' || kind === 'authorization' || kind === 'token' || join.how === 'space')
    if (ALGORITHM.test(word)) return false;
  if (!MAY_BE_HAN.has(kind) && !isPlate(word) && /^\p{Script=Han}/u.test(text))
    return kind === 'password' && shape.how === 'quoted' && MIXED_SECRET.test(text);
  if (MAY_BE_HAN.has(kind) && STATE_HAN.test(text)) return false;
  if (named.only && !named.only(shape.how === 'brackets' ? text : word)) return false;
  const nameText = view.text.slice(nameFrom, nameEnd);
  if (isOperation(view.text, nameFrom, kind, word, join) || isCodeOfLogin(nameText, word, join))
    return false;
  if (
    kind === 'name' &&
    /^full/i.test(nameText) &&
    NO_PERSON.test(view.text.slice(Math.max(0, nameFrom - 60), nameFrom))
  )
    return false;
  if (isCodeOfCall(view.text, name, word, join, next) || COLUMN_TYPE.test(word)) return false;
  if (kind === 'token' && COUNT.test(word)) return false;
  // A word, or the version of a library that is named like the id.
  if (
    kind === 'device-id' &&
    ((!/\d/.test(word) && word.length < 8) || (/^[\d.]+$/.test(word) && word.includes('.')))
  )
    return false;
  // How many there are is said of tokens, and no token is a few digits.
  const isMany = /s["'`]?$/i.test(nameText);
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
    if (isNoValue(/^[^\s,;|=]+(?=[\s,;|]|$)/.exec(text)?.[0] ?? '')) return false;
    if (kind === 'cookie')
      return (
        /[^\s=]=|^(?=[^\d\s]*\d)\S{4,}|\S{16}/.test(text) || (/^\S{8}/.test(text) && !isSentence)
      );
    return !isSentence;
  }
  if (join.how === 'prose') return isProseValue(view, kind, from, word, shape);
  if (join.how === 'adjacent')
    return kind === 'one-time-code' || kind === 'phone'
      ? /^\d/.test(word)
      : /\d/.test(word) && /^[\w@.*+#$%!~-]{6,}$/.test(word) && nameEnd === from;
  if (join.how === 'space' && PLACE.test(word)) return false;
  if (join.how === 'bracket') return /\d/.test(word) && !/^\d{1,5}$/.test(word);
  if (join.how === 'space')
    return isSpacedValue(kind, word, shape) || (isHanName && isSpacedHanValue(kind, word));
  return true;
}

/** The steps of a dotted name before its last one. */
const STEPS = /(?<![\w.$-])(?:[A-Z][\w$-]{0,40}\.){1,8}$/i;
/** Packages begin with the name of a domain from its end, operations often do. */
const REVERSED = /^(?:com|cn|org|net|io|edu|gov|hk|tw|sg|jp|me|tech|alipay|mpaas|antcloud)\./i;
/** A code, or how long something took. */
const CODE_OR_TIME = /^-?\d{1,5}$|^\d{1,9}(?:\.\d{1,9})?(?:ms|[sb%]|us|kb)$/i;
const TOLD_SECRET = /^(?=.{0,80}[A-Z])(?=.{0,80}\d)(?![\da-f]{8}1\d{16,24}$).{6,}$/i;

/** Whether a name is the type of an operation or a package, which has no value of its own. */
function isOperation(
  text: string,
  name: number,
  kind: MaskKind,
  word: string,
  join: Join,
): boolean {
  const steps = STEPS.exec(text.slice(Math.max(0, name - 120), name))?.[0];
  if (steps === undefined) return false;
  const isReversed = REVERSED.test(steps);
  if (!isReversed && steps.split('.').length < 3) return false;
  const isPair = join.how === 'sign' && join.isCell !== true;
  if (CODE_OR_TIME.test(word)) return isReversed || !isPair;
  if (isPair) return isReversed && kind === 'user-id' && !/\d/.test(word);
  return !SECRETS.has(kind) || !TOLD_SECRET.test(word);
}

/** What a statement says of a column. */
const COLUMN_TYPE =
  /^(?:n?(?:var)?char2?|text|(?:big|small|tiny)?int|decimal|numeric|(?:var)?binary|raw)\(\d/i;
/** How many tokens there are, of which kind. */
const COUNT = /^[a-z_]{2,30}=\d{1,9}$/i;
const CODE = /^(?:[1-7]0[01]\d|6666)$/;

/** Whether a number stands where the code of a call does: behind a function, a path, in a row. */
function isCodeOfCall(text: string, name: Name, word: string, join: Join, next: string): boolean {
  if (/^\(\)/.test(text.slice(name.to, name.to + 2))) return CODE_OR_TIME.test(word);
  if (!CODE.test(word) || name.named.kind === 'one-time-code') return false;
  if (join.how === 'space') return text[name.from - 1] === '/';
  return join.isCell === true && /[\t|]/.test(next) && !/pin/i.test(text.slice(name.from, name.to));
}

/** The number in the cell beside is a code: it is the operation that is named like a field. */
const isCodeOfLogin = (name: string, word: string, join: Join): boolean =>
  join.isCell === true && /^log-?[io]n$/i.test(name) && /^\d{3,5}$/.test(word);

/** What has a full name, and is nobody. */
const NO_PERSON =
  /(?:^|[^a-z])(?:os|system|sdk|software|platform|release|class|device|app|api)["']?\s?(?:\.|[:=]?\s{0,4}\{\s{0,20}["']?)$/i;

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
export function isSpacedValue(kind: MaskKind, word: string, shape: ValueShape): boolean {
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
  return RANDOM.test(word) || (shape.how === 'quoted' && QUOTED_RANDOM.test(word));
}

/** What a space may divide from a Chinese name of a field: a sentence goes on with other words. */
function isSpacedHanValue(kind: MaskKind, word: string): boolean {
  switch (kind) {
    case 'identity-number':
      return isPlate(word) || /^[A-Z]{1,2}\d{6,9}$/i.test(word);
    case 'user-id':
      return /^(?=[^\d\s]*\d)[a-z][\w.-]{5,}$/.test(word);
    case 'birth-date':
      return /^(?:19|20)\d\d[-/.年\d]/.test(word);
    case 'postal-address':
      // A town and a street, or a street and a number.
      return /^(?!.*(?:不|为空))(?:.*[省市区县镇乡村路街巷号栋楼]){2}/.test(word);
    default:
      return false;
  }
}
