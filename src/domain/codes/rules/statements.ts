/** Rules on what an entry may claim: retry advice, marks and their sources. */
import { statementsWithSource, type Content } from '../catalogue.ts';
import type { Meaning } from '../schema.ts';
import { httpEntries, statementsOfHttp } from './http.ts';
import { fileOf, type Problem, type Rule } from './problem.ts';

type Advice = {
  readonly file: string;
  readonly field: string;
  readonly retry: Meaning['retry'];
};

/** Every retry advice that is given, of meanings and of HTTP statuses. */
const advices = ({ meanings, http }: Content): Advice[] => [
  ...meanings.map(({ id, retry }) => ({ file: fileOf(id), field: 'retry', retry })),
  ...httpEntries(http).flatMap(({ field, facts }) =>
    facts.retry === undefined
      ? []
      : [{ file: 'content/http.yaml', field: `${field}.retry`, retry: facts.retry }],
  ),
];

const retryIsSafe: Rule = {
  name: 'retry advice never risks a second execution',
  why: 'A payment that may have gone through must not be repeated on our advice.',
  check: (content) =>
    advices(content).flatMap(({ file, field: place, retry }): Problem[] => {
      const problem = (field: string, message: string, fix: string) => [
        { file, field: `${place}.${field}`, message, fix },
      ];
      if (retry.advice === 'backoff' && retry.executed !== 'no')
        return problem(
          'advice',
          `is backoff, but the call may have been executed (${retry.executed}).`,
          'write if-idempotent, after-fix or never, or "executed: no" where nothing can have run.',
        );
      if (retry.executed === 'no') return [];
      if (!['if-idempotent', 'after-fix', 'never', 'not-applicable'].includes(retry.advice))
        return problem(
          'advice',
          `does not fit "executed: ${retry.executed}".`,
          'change one of the two.',
        );
      if (retry.findOut === undefined && retry.advice !== 'not-applicable')
        return problem(
          'findOut',
          'is missing although the call may have been executed.',
          'say how to find out whether it ran before it is repeated.',
        );
      return [];
    }),
};

const ifIdempotentMeansPossible: Rule = {
  name: 'if-idempotent is for calls that may have run',
  why: 'Where nothing was executed the advice is backoff; a harder one would cost readers a safe retry.',
  check: (content) =>
    advices(content)
      .filter(({ retry }) => retry.advice === 'if-idempotent' && retry.executed === 'no')
      .map(({ file, field }) => ({
        file,
        field: `${field}.advice`,
        message: 'is if-idempotent although nothing was executed.',
        fix: 'write backoff, or say that the call may have run.',
      })),
};

const causesHaveFixes: Rule = {
  name: 'no cause without a fix, no row without a sentence for the user',
  why: 'A cause that nobody can act on is no help.',
  check: ({ meanings }) =>
    meanings.flatMap(({ id, causes, standing, tellUser }) => [
      ...causes.flatMap(({ fix }, index) =>
        fix.length > 0
          ? []
          : [
              {
                file: fileOf(id),
                field: `causes.${index}.fix`,
                message: 'the cause has no fix.',
                fix: 'say what to do about it, or drop the cause.',
              },
            ],
      ),
      ...(standing === 'documented' && tellUser === undefined
        ? [
            {
              file: fileOf(id),
              field: 'tellUser',
              message: 'is missing.',
              fix: 'write one short sentence that an app may show its user.',
            },
          ]
        : []),
    ]),
};

const marksHaveTheirSource: Rule = {
  name: 'marks fit their sources',
  why: 'Official must be what the vendor says; only general knowledge needs no source.',
  check: ({ meanings, http, sources }) => {
    const kinds = new Map(sources.map(({ id, kind }) => [id, kind]));
    const files = [
      ...meanings.map((meaning) => ({
        file: fileOf(meaning.id),
        statements: statementsWithSource(meaning),
      })),
      {
        file: 'content/http.yaml',
        statements: httpEntries(http).flatMap((entry) => statementsOfHttp(entry)),
      },
    ];
    return files.flatMap(({ file, statements }) =>
      statements.flatMap(({ field, basis, source }): Problem[] => {
        if (basis === undefined) return [];
        if (basis === 'general')
          return source === undefined
            ? []
            : [
                {
                  file,
                  field,
                  message: 'is general knowledge, but names a source.',
                  fix: 'remove the source, or write inferred, reported or official.',
                },
              ];
        if (source === undefined)
          return [
            {
              file,
              field,
              message: `is ${basis}, but names no source.`,
              fix: 'name the source, or write general.',
            },
          ];
        return basis === 'official' && kinds.get(source) === 'secondary'
          ? [
              {
                file,
                field,
                message: `is official, but ${source} is not a source of the vendor.`,
                fix: 'write reported or inferred, or name the official source.',
              },
            ]
          : [];
      }),
    );
  },
};

export const statementsAreSafe: readonly Rule[] = [
  retryIsSafe,
  ifIdempotentMeansPossible,
  causesHaveFixes,
  marksHaveTheirSource,
];
