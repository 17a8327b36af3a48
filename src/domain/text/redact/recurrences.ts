/** Secrets that were masked under a name, wherever else they stand. */
import { MASK_CHARACTER, type DecodedView } from './decoded-view.ts';
import { SECRETS, type FoundValue, type MaskKind } from './kinds.ts';

/** Shorter ones are also parts of other things. */
const SHORTEST = 6;
/** Longer ones are known by their forms, or stand alone. */
const LONGEST = 1000;
/** So many secrets are remembered, the latest ones: a log of a day must not fill the memory. */
const MOST = 20_000;
/** So many with the same longest word. */
const MOST_ALIKE = 4;

const RUNS = /[\p{L}\p{N}_]+/gu;
const IS_WORD = /[\p{L}\p{N}_]/u;

/** Versions, moments, numbers with units: digits with the signs that join them. */
const NUMBER = /^[\d\s.,:/+-]*$/;
/** Words joined as names of operations, types, headers, constants and variables are. */
const JOINED = /^[$@#&*%]?[A-Z]+(?:[._/:\s-][A-Z]+)*$/i;
/** Words joined by hyphens: a phrase that only a password is. */
const PHRASE = /^[A-Z]+(?:-[A-Z]+)+$/i;
const HEADER = /^[A-Z][a-z]*(?:-[A-Z][a-z]*)+$/;

/**
 * Whether a secret is told from words and numbers of a log: it has a digit beside letters, or a sign
 * that joins no names. A word, a version or the name of a header may be a password, and is left.
 */
function isDistinct(value: string, kind: MaskKind): boolean {
  if (value.length < SHORTEST || value.length > LONGEST) return false;
  if (value.includes(MASK_CHARACTER) || /[\n\r]/.test(value)) return false;
  if (NUMBER.test(value)) return value.length >= 20 && /^\d+$/.test(value);
  if (!JOINED.test(value)) return /\d/.test(value) || /[^\p{L}\s'.,:()[\]{}<>_-]/u.test(value);
  return kind === 'password' && PHRASE.test(value) && !HEADER.test(value);
}

type Secret = { readonly value: string; readonly kind: MaskKind; readonly offset: number };

/** The secrets in a masked value, each with the kind of its mask. */
function secretsIn(value: string, kind: MaskKind): { value: string; kind: MaskKind }[] {
  const whole = value.trim();
  if (kind === 'login')
    return [
      {
        value: whole.slice(whole.indexOf(':') + 1).replaceAll(/^["']|["']$/g, ''),
        kind: 'password',
      },
    ];
  if (kind === 'cookie' && whole.includes('='))
    return whole
      .split(/;\s*/)
      .map((pair) => ({ value: pair.slice(pair.indexOf('=') + 1), kind }))
      .filter(({ value: one }) => !/\s/.test(one));
  if (/^["']/.test(whole))
    return Array.from(whole.matchAll(/["']([^"'\n\r]{6,400})["']/g), ([, one = '']) => ({
      value: one,
      kind,
    }));
  return [{ value: whole, kind }];
}

export type Recurrences = {
  /** Remembers what was masked. */
  readonly learn: (value: string, kind: MaskKind) => void;
  /** Finds what is remembered, as whole words, in one pass. */
  readonly find: (view: DecodedView, from: number, to: number) => FoundValue[];
};

/**
 * Remembers secrets by their longest word, so that a text is looked up word by word.
 * @param keep kinds that stay in clear
 */
export function createRecurrences(keep: ReadonlySet<MaskKind>): Recurrences {
  const byWord = new Map<string, readonly Secret[]>();
  const add = (value: string, kind: MaskKind): void => {
    if (!isDistinct(value, kind)) return;
    let word = '';
    let offset = 0;
    for (const { 0: run, index } of value.matchAll(RUNS))
      if (run.length > word.length) [word, offset] = [run, index];
    const alike = byWord.get(word) ?? [];
    if (word === '' || alike.some((secret) => secret.value === value)) return;
    byWord.delete(word);
    byWord.set(word, [...alike, { value, kind, offset }].slice(-MOST_ALIKE));
    const [oldest] = byWord.keys();
    if (byWord.size > MOST && oldest !== undefined) byWord.delete(oldest);
  };
  return {
    learn(value, kind) {
      if (SECRETS.has(kind) && !keep.has(kind))
        for (const secret of secretsIn(value, kind)) add(secret.value, secret.kind);
    },
    find({ text }, from, to) {
      const found: FoundValue[] = [];
      if (byWord.size === 0) return found;
      RUNS.lastIndex = from;
      for (let run = RUNS.exec(text); run && run.index < to + LONGEST; run = RUNS.exec(text)) {
        for (const { value, kind, offset } of byWord.get(run[0]) ?? []) {
          const start = run.index - offset;
          const end = start + value.length;
          if (start < from || start >= to || !text.startsWith(value, start)) continue;
          if (isPart(text[start - 1], value[0]) || isPart(text[end], value.at(-1))) continue;
          found.push({ from: start, to: end, kind });
        }
      }
      return found;
    },
  };
}

/** Whether a word goes on over the end of a value. */
const isPart = (beside = '', last = ''): boolean => IS_WORD.test(beside) && IS_WORD.test(last);
