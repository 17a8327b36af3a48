/**
 * What a machine can hold of plain English: words that are not used here, words written twice, long
 * sentences, spelling. A linter of its own would bring some two hundred packages; a spelling package and
 * this list bring three.
 */
import { readFileSync } from 'node:fs';
import dictionary from 'dictionary-en';
import nspell from 'nspell';

/** A text that a reader or a contributor reads, with the place it is written in. */
export type Prose = { readonly place: string; readonly text: string };

/** Words that are not used, each with what is written instead. */
const INSTEAD: readonly (readonly [RegExp, string])[] = [
  [/\bmend(?:s|ed|ing)?\b/i, 'fix'],
  [/\bstands? (?:in|at|on|under|for|behind|beside)\b/i, 'is in, is listed in'],
  [/\bparted by\b/i, 'separated by'],
  [/\bbe it\b/i, 'whether it is'],
  [/\bthe very\b/i, 'the'],
  [/\banew\b/i, 'again'],
  [/\bwhoever\b/i, 'the person or role'],
  [/\bhonestly\b/i, 'really'],
  [/\b(?:a|extra|added) blanks?\b/i, 'space'],
  [/\b(?:hold|held|holds) (?:it |them )?against\b/i, 'compare with'],
  [/\bturn(?:s|ed)? down\b/i, 'refuse'],
  [/\b(?:somebody|anybody|everybody)\b/i, 'the role, or everyone'],
  [/\bbusiness systems?\b/i, 'back end'],
  [/\bmay safely run twice\b|\bsafely run twice\b/i, 'does no harm if it runs twice'],
  [/\bno source that was found\b/i, 'state what is not known'],
  [/\bbackend\b/i, 'back end (noun), back-end (adjective)'],
  [/\b(?:reading|writing) calls?\b/i, 'read-only call, call that writes'],
  [/ - /, 'a colon, a comma or two sentences'],
  [/[“”‘’]/, 'straight quotation marks'],
  [/\w [,.;:](?:\s|$)/, 'no space before punctuation'],
];

/** Words in a row that are one word too many: `the the`. Digits and `had had` are left alone. */
const REPEATED = /(?<![\w-])(?!had\b|that\b|x\b)([a-z]+) \1\b/i;

/** A longer sentence is read twice. */
const MOST_WORDS = 42;

const WORDS = readFileSync(new URL('./words.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

const speller = nspell({ aff: Buffer.from(dictionary.aff), dic: Buffer.from(dictionary.dic) });
for (const word of WORDS) speller.add(word);

/** Code, addresses, identifiers and Chinese are not spelt by a dictionary. */
const plain = (text: string): string =>
  text
    .replace(/`[^`]*`/g, 'x')
    .replace(/"[^"]*"/g, 'x')
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/\p{Script=Han}+/gu, ' ');

const isName = (word: string): boolean =>
  /[A-Z].*[A-Z]|[a-z][A-Z]|\d|_|\.\w|^[A-Z]{2,}s?$/.test(word);

/** Everything that is wrong with a text, as sentences. */
export function problemsOf({ place, text }: Prose): string[] {
  const read = plain(text);
  const problems = INSTEAD.flatMap(([pattern, instead]) => {
    const found = pattern.exec(read);
    return found ? [`"${found[0].trim()}" is not used here: write ${instead}`] : [];
  });
  const repeated = REPEATED.exec(read);
  if (repeated) problems.push(`"${repeated[0]}" is one word too many`);
  for (const sentence of read.split(/(?<=[.!?:;])\s+/)) {
    const { length } = sentence.split(/\s+/).filter((word) => /\w/.test(word));
    if (length > MOST_WORDS) problems.push(`a sentence of ${length} words; make it two`);
  }
  for (const [word] of read.matchAll(/(?<![\w-])[a-z][a-z'-]*[a-z]/gi)) {
    const bare = word.replace(/'s$/, '');
    if (
      isName(bare) ||
      isKnown(bare) ||
      bare.split('-').every((part) => part === '' || isName(part) || isKnown(part))
    )
      continue;
    problems.push(`"${word}" is misspelt, or missing in tests/prose/words.txt`);
  }
  return problems.map((problem) => `${place}: ${problem}.`);
}

const isKnown = (word: string): boolean =>
  speller.correct(word) || speller.correct(word.toLowerCase());
