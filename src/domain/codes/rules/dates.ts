/** Rules on dates and on the list of changes. */
import { fileOf, type Problem, type Rule } from './problem.ts';

const CHANGES = 'content/changes.yaml';

export const changesAreInOrder: Rule = {
  name: 'changes are newest first and name codes that exist',
  why: 'Readers see the list as it is written.',
  check: ({ changes, meanings }) => {
    const known = new Set(meanings.map(({ id }) => id));
    return changes.flatMap(({ date, codes }, index) => [
      ...codes
        .filter((id) => !known.has(id))
        .map((id) => ({
          file: CHANGES,
          field: `${index}.codes`,
          message: `there is no code "${id}".`,
          fix: 'correct the id.',
        })),
      ...(index > 0 && date > (changes[index - 1]?.date ?? date)
        ? [
            {
              file: CHANGES,
              field: `${index}.date`,
              message: `is newer than the entry before it.`,
              fix: 'put the newest change first.',
            },
          ]
        : []),
    ]);
  },
};

/**
 * Makes the rule that no date is in the future. It is no rule of the build, which must not depend on the
 * day it runs.
 * @param today the latest day that is allowed, such as `2026-11-26`
 */
export const datesUpTo = (today: string): Rule => ({
  name: 'no date is in the future',
  why: 'Nothing can have been checked on a day that has not come.',
  check: ({ meanings, changes, sources }) => {
    const problems = (file: string, field: string, date: string | undefined): Problem[] =>
      date === undefined || date <= today.slice(0, date.length)
        ? []
        : [
            {
              file,
              field,
              message: `${date} is in the future.`,
              fix: 'write the day it was done.',
            },
          ];
    return [
      ...meanings.flatMap(({ id, checked }) => problems(fileOf(id), 'checked', checked)),
      ...changes.flatMap(({ date }, index) => problems(CHANGES, `${index}.date`, date)),
      ...sources.flatMap(({ id, date }) => problems('content/sources.yaml', `${id}.date`, date)),
    ];
  },
});
