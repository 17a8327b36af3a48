/** Names of fields in a text. */
import { HAN_NAMES, kindOfName, OWNER_NAME, wordsOf, type NamedKind } from './field-names.ts';
import { matchAt } from './match-at.ts';
import { withoutEnd } from './value-ends.ts';

/** How far back a value looks for what encloses it; a view has at least so much in front. */
export const LOOK_BACK = 240;

/** A name in the text. */
export type Name = { readonly from: number; readonly to: number; readonly named: NamedKind };

const WORD = /(?<![\w$-])[\w$-]{2,}/g;
const HAN_NAME = new RegExp([...HAN_NAMES.keys()].join('|'), 'g');
export const HAS_HAN = /\p{Script=Han}/u;

/** Words that make a name of the word before them: `device id`, `phone number`. */
const SECOND_WORDS: ReadonlySet<string> = new Set(
  'id ids no number num code name card key token secret data body address addr uuid hash word phrase ticket identifier serial value string header content result md5 sha1 sha256 sha512 sm3'.split(
    ' ',
  ),
);

/** The names that begin in a range, in order. */
export function* namesIn(text: string, from: number, to: number): Generator<Name> {
  const han = HAS_HAN.test(text) ? hanNames(text, from, to) : [];
  let nextHan = 0;
  let before: { readonly from: number; readonly to: number } | null = null;
  WORD.lastIndex = from;
  for (;;) {
    const at: number = WORD.lastIndex;
    const match = WORD.exec(text);
    const start = Math.min(match?.index ?? to, to);
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
  if (word === 'name') return ofPerson(text, start, word) ? PERSON_NAME : null;
  if (word === 'id') return ofPerson(text, start, word) ? PERSON_ID : null;
  return INNER_WORD.test(word) ? dumpedName(text, start) : null;
}

/** What stands in the place of a name within the dump of a field of Swift. */
const INNER_WORD = /^(?:some|_?(?:raw)?value|_?string(?:Value)?)$/i;
const DUMPED_FIELD = /[-▿] "?([\w$-]{2,60})"? ?: /;
/** So many objects may be in each other. */
const DEEPEST = 5;

/** The field that `dump` shows on the lines above: its value is deeper. */
function dumpedName(text: string, at: number): NamedKind | null {
  const [front, ...above] = text
    .slice(Math.max(0, at - 2 * LOOK_BACK), at)
    .split(/[\n\r]+/)
    .toReversed();
  if (!/[-▿] $/.test(front ?? '')) return null;
  for (const line of above.slice(0, DEEPEST)) {
    const field = DUMPED_FIELD.exec(line)?.[1];
    if (field === undefined) return null;
    if (!INNER_WORD.test(field) && field !== 'storage') return kindOfName(field);
  }
  return null;
}

const PERSON_NAME: NamedKind = { kind: 'name' };
const PERSON_ID: NamedKind = { kind: 'user-id', only: (value) => value.length >= 4 };
const CLOSED = /[{[(][^{}[\]()]*[}\])]/g;
/** A field of a field, or the object of that name, also in a list, which a text has opened. */
const OWNER =
  /([\w-]{3,40})(?:\.|[\])]?["'`]?\s{0,4}(?:[:=]>?\s{0,4}@?[\w.]{0,40})?[{[(][\s,{[(]{0,20}[^{}[\]()]{0,240})$/;
/** An object of Ruby. */
const INSPECTED = /#<(?:\w{1,40}::){0,4}(\w{3,40})[: ][^<>]{0,200}$/;
/** `User: name=…`, and a block of YAML. */
const LABELLED = /([\w-]{3,40})["']?: {0,2}(?:[\n\r]{1,2}[ \t]{1,20})?$/;
/** The value of `name` may be a name of a field itself. */
const NAMED_FIELD = /["'`]?\s{0,4}[:=]\s{0,4}["'`]?([\w-]{2,40})/y;

/** `name` and `id` alone are somebody's where they are fields of a person. */
function ofPerson(text: string, at: number, word: string): boolean {
  const field = matchAt(NAMED_FIELD, text, at + word.length)?.[1] ?? '';
  let back = text.slice(Math.max(0, at - LOOK_BACK), at);
  for (let round = 0; round < 3; round += 1) back = back.replace(CLOSED, '');
  const owner =
    OWNER.exec(back)?.[1] ?? INSPECTED.exec(back)?.[1] ?? LABELLED.exec(back)?.[1] ?? '';
  const isPerson = OWNER_NAME.test(wordsOf(owner));
  return isPerson && !kindOfName(field);
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
export function nameBehind(text: string, from: number, to: number): Name | null {
  const named = kindOfName(text.slice(from, to).trim());
  return named && { from, to, named };
}

/** The longest Chinese name is not longer. */
const LONGEST_HAN = 8;

function hanNames(text: string, from: number, to: number): Name[] {
  const names: Name[] = [];
  for (const { 0: name, index } of text.slice(from, to + LONGEST_HAN).matchAll(HAN_NAME)) {
    const named = HAN_NAMES.get(name);
    if (named) names.push({ from: from + index, to: from + index + name.length, named });
  }
  return names;
}
