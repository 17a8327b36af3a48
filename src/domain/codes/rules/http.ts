/** What `content/http.yaml` says of statuses and classes, and the rule that it says something of each. */
import type { LocatedStatement } from '../catalogue.ts';
import { contains, HTTP_STATUSES, parseSpan, type Span } from '../range.ts';
import type { Http } from '../schema.ts';
import type { Rule } from './problem.ts';

/** What is said of a status or a class, with the field that it is written in. */
export type HttpEntry = {
  readonly field: string;
  readonly facts: Http['statuses'][string] | Http['classes'][number];
};

export const httpEntries = ({ statuses, classes }: Http): HttpEntry[] => [
  ...Object.entries(statuses).map(([status, facts]) => ({ field: `statuses.${status}`, facts })),
  ...classes.map((facts, index) => ({ field: `classes.${index}`, facts })),
];

/** Every statement of it that may name a source. */
export const statementsOfHttp = ({ field, facts }: HttpEntry): LocatedStatement[] =>
  (['fix', 'confusions'] as const).flatMap((list) =>
    facts[list].map(({ text, basis, source }, index) => ({
      field: `${field}.${list}.${index}`,
      text,
      basis,
      source,
    })),
  );

export const everyStatusIsExplained: Rule = {
  name: 'every HTTP status is explained',
  why: 'Every number from 100 to 599 has a page, and an empty page answers nobody.',
  check: ({ http }) => {
    const spans = http.classes.flatMap((each) => each.spans).flatMap(readable);
    const { first, last } = HTTP_STATUSES;
    const open = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
      (number) => !Object.hasOwn(http.statuses, String(number)) && !contains(spans, number),
    );
    return open.length === 0
      ? []
      : [
          {
            file: 'content/http.yaml',
            field: 'classes',
            message: `says nothing of ${open.length === 1 ? String(open[0]) : `${open.length} statuses, the first of them ${open[0]}`}.`,
            fix: 'add a class whose spans take them in.',
          },
        ];
  },
};

/** The span, or nothing where it cannot be read, which the rule on ranges reports. */
function readable(text: string): Span[] {
  try {
    return [parseSpan(text)];
  } catch {
    return [];
  }
}
