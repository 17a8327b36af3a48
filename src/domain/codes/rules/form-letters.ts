/** The rule that no page repeats the sentences of another. */
import { plainText } from '../inline-text.ts';
import type { Meaning } from '../schema.ts';
import { fileOf, type Rule } from './problem.ts';

const words = (statement: string): string[] =>
  plainText(statement)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const triples = (statement: string): Set<string> => {
  const all = words(statement);
  return new Set(all.slice(2).map((word, index) => `${all[index]} ${all[index + 1]} ${word}`));
};

/**
 * Two sentences count as one from this share on of the triples of the shorter that both hold: every word
 * moved or changed costs three triples.
 */
const SAME_SENTENCE = 0.6;

type Statement = {
  readonly id: string;
  readonly field: string;
  readonly position: number;
  readonly triples: ReadonlySet<string>;
};

const statementsOf = ({ causes, fix, check, meaning, firstStep }: Meaning) => [
  ...causes.map(({ text }, index) => ({ field: `causes.${index}`, text })),
  ...causes.flatMap((cause, index) =>
    cause.fix.map(({ text }, step) => ({ field: `causes.${index}.fix.${step}`, text })),
  ),
  ...fix.map(({ text }, index) => ({ field: `fix.${index}`, text })),
  ...check.map(({ text }, index) => ({ field: `check.${index}`, text })),
  { field: 'meaning', text: meaning },
  { field: 'firstStep', text: firstStep },
];

/**
 * Statements that say the same on two pages: each later one with the first that it repeats.
 *
 * Each with each would take hours at 10,000 codes, and so nearly would all that share a triple, for some
 * stand on every page. Of the triples of a statement only the rarest are looked up, as many as there must
 * be for a longer twin to hold at least one of them.
 */
function twinsAmong(statements: readonly Statement[]): Map<Statement, Statement> {
  const holders = new Map<string, Statement[]>();
  for (const statement of statements)
    for (const triple of statement.triples) {
      const known = holders.get(triple);
      if (known) known.push(statement);
      else holders.set(triple, [statement]);
    }
  const holdersOf = (triple: string) => holders.get(triple) ?? [];
  const firstOf = new Map<Statement, Statement>();
  for (const statement of statements) {
    const { size } = statement.triples;
    const shared = Math.ceil(SAME_SENTENCE * size);
    const rarest = [...statement.triples]
      .sort((a, b) => holdersOf(a).length - holdersOf(b).length)
      .slice(0, size - shared + 1);
    for (const other of new Set(rarest.flatMap(holdersOf))) {
      if (other.id === statement.id || other.triples.size < size) continue;
      if (statement.triples.intersection(other.triples).size < shared) continue;
      const [first, later] =
        statement.position < other.position ? [statement, other] : [other, statement];
      if (first.position < (firstOf.get(later)?.position ?? Infinity)) firstOf.set(later, first);
    }
  }
  return firstOf;
}

export const noFormLetters: Rule = {
  name: 'no statement is on two pages',
  why: 'A page that reads like a form letter answers nobody.',
  check: ({ meanings }) => {
    const statements = meanings
      .flatMap((meaning) =>
        statementsOf(meaning).map(({ field, text }) => ({
          id: meaning.id,
          field,
          triples: triples(text),
        })),
      )
      .map((statement, position) => ({ ...statement, position }));
    return [...twinsAmong(statements)].map(([statement, first]) => ({
      file: fileOf(statement.id),
      field: statement.field,
      message: `says almost the same as ${fileOf(first.id)} (${first.field}).`,
      fix: 'say what is particular to this code, or leave it out.',
    }));
  },
};
