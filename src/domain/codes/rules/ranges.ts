/** Rules on spans of numbers. */
import { disjoint, nestOrDisjoint, parseSpan, parseSpans, type Span } from '../range.ts';
import { labelsOf, type Content } from '../catalogue.ts';
import { fileOf, type Problem, type Rule } from './problem.ts';

/** Spans that can be read; what cannot is reported by {@link rangesAreClear}. */
function readSpans(texts: readonly string[]): Span[] | string {
  try {
    return parseSpans(texts);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A list of spans in the content: of a range, a class, a neighbour's entry or a class of HTTP statuses. */
type SpanList = {
  readonly file: string;
  readonly field: string;
  readonly spans: readonly string[];
  /** What it is called in a message. */
  readonly name: string;
  /** Lists that must nest or be apart have the same group. */
  readonly group: string;
};

const spanLists = ({ meanings, classes, neighbours, http }: Content): SpanList[] => [
  ...meanings.flatMap(({ id, family, spans }) =>
    spans === undefined
      ? []
      : [
          {
            file: fileOf(id),
            field: 'spans',
            spans,
            name: `range ${id}`,
            group: `range ${family}`,
          },
        ],
  ),
  ...classes.map(({ id, family, spans }) => ({
    file: 'content/classes.yaml',
    field: `${id}.spans`,
    spans,
    name: `class ${id}`,
    group: `class ${family}`,
  })),
  ...neighbours.numbers.map((entry) => ({
    file: 'content/neighbours.yaml',
    field: labelsOf(entry).join(', '),
    spans: entry.numbers,
    name: `entry of ${entry.system} ${labelsOf(entry).join(', ')}`,
    group: '',
  })),
  ...http.classes.map(({ spans }, index) => ({
    file: 'content/http.yaml',
    field: `classes.${index}.spans`,
    spans,
    name: `class ${spans.join(', ')}`,
    group: 'http',
  })),
];

export const rangesAreClear: Rule = {
  name: 'ranges can be read, and those of a family nest or are apart',
  why: 'A number must fall into one range, or into one inside another.',
  check: (content) => {
    const problems: Problem[] = [];
    const lists = spanLists(content).flatMap((list) => {
      const read = readSpans(list.spans);
      if (typeof read !== 'string') return [{ ...list, read }];
      problems.push({
        file: list.file,
        field: list.field,
        message: `${read}.`,
        fix: 'write spans such as "400-499", lower end first.',
      });
      return [];
    });
    lists.forEach(({ file, field, read, name, group }, index) => {
      for (const other of lists.slice(0, index))
        if (group !== '' && other.group === group && !nestOrDisjoint(other.read, read))
          problems.push({
            file,
            field,
            message: `the ${name} overlaps with the ${other.name} without lying inside it.`,
            fix: 'make the spans disjoint, or put one range inside the other.',
          });
    });
    return problems;
  },
};

export const spansAreApart: Rule = {
  name: 'no number is in two spans of one list',
  why: 'A span that takes in another says the same twice, or is a slip.',
  check: (content) => [
    ...spanLists(content).flatMap(({ file, field, spans }) => overlaps(file, field, spans)),
    ...[...Map.groupBy(content.neighbours.numbers, ({ system }) => system)].flatMap(
      ([system, entries]) =>
        // Numbers within an entry are compared above, equal ones by the rule on what is listed twice.
        entries.flatMap(({ numbers }, index) =>
          entries.slice(0, index).flatMap((other) =>
            numbers.flatMap((number) =>
              other.numbers
                .filter((earlier) => earlier !== number && overlap(earlier, number))
                .map((earlier) => ({
                  file: 'content/neighbours.yaml',
                  field: numbers.join(', '),
                  message: `${number} overlaps with ${earlier}, another entry of ${system}.`,
                  fix: 'write each number of a system once.',
                })),
            ),
          ),
        ),
    ),
  ],
};

const overlaps = (file: string, field: string, spans: readonly string[]): Problem[] =>
  spans.flatMap((span, index) =>
    spans
      .slice(0, index)
      .filter((earlier) => overlap(earlier, span))
      .map((earlier) => ({
        file,
        field,
        message: earlier === span ? `has ${span} twice.` : `${span} overlaps with ${earlier}.`,
        fix: 'write each number once.',
      })),
  );

/** Whether both can be read and share a number; what cannot be read is reported by {@link rangesAreClear}. */
function overlap(a: string, b: string): boolean {
  try {
    return !disjoint(parseSpan(a), parseSpan(b));
  } catch {
    return false;
  }
}
