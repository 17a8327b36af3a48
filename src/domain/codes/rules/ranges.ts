/** Rules on spans of numbers. */
import { nestOrDisjoint, parseSpans, type Span } from '../range.ts';
import { fileOf, type Problem, type Rule } from './problem.ts';

/** Spans that can be read; what cannot is reported by {@link rangesAreClear}. */
function readSpans(texts: readonly string[]): Span[] | string {
  try {
    return parseSpans(texts);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export const rangesAreClear: Rule = {
  name: 'ranges can be read, and those of a family nest or are apart',
  why: 'A number must fall into one range, or into one inside another.',
  check: ({ meanings, classes, neighbours }) => {
    const problems: Problem[] = [];
    const unreadable = (file: string, field: string, message: string) =>
      problems.push({
        file,
        field,
        message: `${message}.`,
        fix: 'write spans such as "400-499", lower end first.',
      });
    const ranges = meanings.flatMap((meaning) => {
      if (meaning.kind !== 'range') return [];
      const spans = readSpans(meaning.spans);
      if (typeof spans !== 'string') return [{ ...meaning, read: spans }];
      unreadable(fileOf(meaning.id), 'spans', spans);
      return [];
    });
    for (const { id, spans } of classes) {
      const read = readSpans(spans);
      if (typeof read === 'string') unreadable('content/classes.yaml', `${id}.spans`, read);
    }
    for (const { numbers } of neighbours.numbers) {
      const read = readSpans(numbers);
      if (typeof read === 'string') unreadable('content/neighbours.yaml', numbers.join(', '), read);
    }
    ranges.forEach((range, index) => {
      for (const other of ranges.slice(0, index))
        if (other.family === range.family && !nestOrDisjoint(other.read, range.read))
          problems.push({
            file: fileOf(range.id),
            field: 'spans',
            message: `overlaps with the range ${other.id} without lying inside it.`,
            fix: 'make the spans disjoint, or put one range inside the other.',
          });
    });
    return problems;
  },
};
