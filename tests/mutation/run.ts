/**
 * Plants one fault after the other into `src/domain` and runs the unit and data tests that read the
 * file: a fault that no test notices is a gap in the tests. Run by hand: `npm run mutate`, or
 * `npm run mutate -- <count> <first part of a path>`. The faults are the same each time. Ends with the
 * survivors that `equivalent.ts` does not explain, and with the explanations that are wrong.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { EQUIVALENT } from './equivalent.ts';
import { importsOf } from './imports.ts';
import { mutantsOf, sample, type Mutant } from './mutants.ts';
import type { Answer, Task } from './notice.ts';

const [, , count = '400', within = 'src/domain'] = process.argv;

/** Suites that take long. They run last, and only where no other test notices the fault. */
const SLOW: Readonly<Record<string, readonly string[]>> = {
  'tests/unit/hostile.test.ts': ['the time grows with the length', 'no spelling of a code'],
  'tests/unit/redact.test.ts': ['in slices', 'a text made to be slow'],
};

/** A test file, or the quick or the slow part of it. */
type Step = {
  readonly test: string;
  readonly part: Pick<Task, 'only' | 'without'>;
  /** The files that the test reads, each with the number of imports between. */
  readonly imports: ReadonlyMap<string, number>;
};

/** Modules stay in memory for good: after so many tasks another process goes on. */
const MOST_TASKS = 40;

type Run = (task: Task) => Promise<number | null>;

/** Starts a process that runs tests, and another where a fault ends it or nothing comes of it. */
function createRunner(): { readonly run: Run; readonly stop: () => void } {
  let child: ChildProcess | null = null;
  let left = 0;
  const stop = (): void => {
    child?.kill('SIGKILL');
    child = null;
  };
  const run: Run = (task) =>
    new Promise((done) => {
      // Times are only compared in a process that has run nothing else.
      if (left === 0 || task.only) {
        stop();
        left = MOST_TASKS;
      }
      left -= 1;
      child ??= fork(join(import.meta.dirname, 'notice.ts'), {
        // A fault can also fill the memory.
        execArgv: ['--max-old-space-size=2048'],
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      });
      const own = child;
      const end = (seconds: number | null): void => {
        clearTimeout(waiting);
        own.removeAllListeners();
        done(seconds);
      };
      const giveUp = (): void => {
        left = 0;
        end(null);
      };
      // Tests that wait for something that never comes take no time of a processor.
      const waiting = setTimeout(giveUp, 20_000 * task.limit);
      own.once('message', ({ seconds }: Answer) => {
        end(seconds);
      });
      own.once('exit', giveUp);
      own.send(task);
    });
  return { run, stop };
}

const runners = Array.from({ length: availableParallelism() }, createRunner);

/** Takes each member in turn, as many at once as there are processors. */
async function forEach<T>(all: readonly T[], work: (one: T, run: Run) => Promise<void>) {
  const rest = all.values();
  await Promise.all(
    runners.map(async ({ run }) => {
      for (const one of rest) await work(one, run);
    }),
  );
}

const files = globSync('src/domain/**/*.ts')
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.startsWith(within))
  .sort();
const mutants = sample(
  files.flatMap((file) => mutantsOf(file, readFileSync(file, 'utf8'))),
  Number(count),
);
const shown = ({ file, line, original, replacement }: Mutant): string =>
  `${file}:${line}  ${original}  →  ${replacement}`;
const isExplained = ({ file, code, original, replacement }: Mutant): boolean =>
  EQUIVALENT.some(
    (known) =>
      known.file === file &&
      known.code === code &&
      known.original === original &&
      known.replacement === replacement,
  );

/** The seconds that tests take without a fault. */
const secondsOf = new Map<Step, number>();

/** Without any fault the tests have to pass, also by themselves and without what is slow. */
async function measure(step: Step, run: Run): Promise<number> {
  const known = secondsOf.get(step);
  if (known !== undefined) return known;
  const seconds = await run({ test: step.test, ...step.part, limit: 600 });
  if (seconds === null) throw new Error(`${step.test} fails without any fault.`);
  secondsOf.set(step, seconds);
  return seconds;
}

const tests = globSync('tests/{unit,data}/*.test.ts')
  .map((file) => file.replaceAll('\\', '/'))
  .sort()
  .map((test) => ({ test, imports: importsOf(test) }))
  .filter(({ imports }) => mutants.some(({ file }) => imports.has(file)));
const quick: readonly Step[] = tests.map(({ test, imports }) => {
  const without = SLOW[test];
  return { test, imports, part: without ? { without } : {} };
});
const slow: readonly Step[] = tests.flatMap(({ test, imports }) => {
  const only = SLOW[test];
  return only ? [{ test, imports, part: { only } }] : [];
});
await forEach(quick, async (step, run) => {
  await measure(step, run);
});
console.error(`The tests pass without a fault, ${(performance.now() / 1000).toFixed(0)} s`);

/** How many faults of a folder each test has noticed: what noticed others is asked first. */
const noticedBy = new Map<string, number>();
const keyOf = (test: string, file: string): string => `${dirname(file)} ${test}`;

/**
 * The tests that read the file of a fault, the likeliest to notice it first. The slow ones are left out
 * where it is explained why none can.
 */
function stepsFor(mutant: Mutant): Step[] {
  const { file } = mutant;
  const name = basename(file, '.ts');
  const rank = (step: Step): readonly number[] => [
    step.test.includes(name) ? 0 : 1,
    -(noticedBy.get(keyOf(step.test, file)) ?? 0),
    step.imports.get(file) ?? 0,
    secondsOf.get(step) ?? 0,
  ];
  const ranked = (steps: readonly Step[]): Step[] =>
    steps
      .filter(({ imports }) => imports.has(file))
      .map((step) => ({ step, rank: rank(step) }))
      .sort((a, b) => a.rank.reduce((order, each, at) => order || each - (b.rank[at] ?? 0), 0))
      .map(({ step }) => step);
  return isExplained(mutant) ? ranked(quick) : [...ranked(quick), ...ranked(slow)];
}

/** The test that notices a fault: it fails or does not come to an end. */
async function noticing(mutant: Mutant, run: Run): Promise<string | null> {
  for (const step of stepsFor(mutant)) {
    const limit = 3 + 4 * (await measure(step, run));
    if ((await run({ mutant, test: step.test, ...step.part, limit })) === null) return step.test;
  }
  return null;
}

const survivors: Mutant[] = [];
const wrong: Mutant[] = [];
let at = 0;
await forEach(mutants, async (mutant, run) => {
  const test = await noticing(mutant, run);
  at += 1;
  if (at % 25 === 0)
    console.error(`${at} of ${mutants.length}, ${(performance.now() / 1000).toFixed(0)} s`);
  if (test !== null) {
    const key = keyOf(test, mutant.file);
    noticedBy.set(key, (noticedBy.get(key) ?? 0) + 1);
    if (!isExplained(mutant)) return;
    wrong.push(mutant);
    console.log(`noticed by ${test}, though explained: ${shown(mutant)}`);
    return;
  }
  survivors.push(mutant);
  console.log(`survives${isExplained(mutant) ? ' (equivalent)' : ''}: ${shown(mutant)}`);
});
for (const { stop } of runners) stop();
const unexplained = survivors.filter((mutant) => !isExplained(mutant));
console.log(
  `${mutants.length} faults: ${mutants.length - survivors.length} noticed, ` +
    `${survivors.length - unexplained.length} equivalent, ${unexplained.length} survive, ` +
    `in ${(performance.now() / 1000).toFixed(0)} s.`,
);
process.exitCode = unexplained.length + wrong.length > 0 ? 1 : 0;
