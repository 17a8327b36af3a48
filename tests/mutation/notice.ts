/**
 * Runs test files with one fault in place and ends with the status 1 at the first test that fails. The
 * fault is put into the file while it is loaded, so that nothing on the disk changes. Prints the seconds
 * of a processor that it took.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { run } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Mutant } from './mutants.ts';

/** What `run.ts` asks for. */
export type Task = {
  /** None: the tests have to pass. */
  readonly mutant?: Mutant;
  readonly tests: readonly string[];
  /** Names of suites: only these, or all but these. */
  readonly only?: readonly string[];
  readonly without?: readonly string[];
  /** Seconds of a processor after which the tests do not end. */
  readonly limit: number;
};

const { mutant, tests, only = [], without = [], limit } = JSON.parse(process.argv[2] ?? '') as Task;

if (mutant !== undefined) {
  const { file, from, to, replacement } = mutant;
  const changed = pathToFileURL(resolve(file)).href;
  const text = readFileSync(file, 'utf8');
  const source = text.slice(0, from) + replacement + text.slice(to);
  registerHooks({
    load: (url, context, next) =>
      url === changed
        ? { format: 'module-typescript', source, shortCircuit: true }
        : next(url, context),
  });
}

// In a thread of its own: a loop without an end leaves no time for a timer beside it.
new Worker(
  `setInterval(() => {
    if (process.cpuUsage().user > ${limit * 1e6}) process.kill(process.pid, 'SIGKILL');
  }, 250);`,
  { eval: true },
).unref();

const named = (names: readonly string[]): RegExp[] => names.map((name) => new RegExp(`^${name}`));
run({
  files: tests.map((test) => resolve(test)),
  isolation: 'none',
  ...(only.length > 0 && { testNamePatterns: named(only) }),
  ...(without.length > 0 && { testSkipPatterns: named(without) }),
})
  .on('test:fail', () => process.exit(1))
  .on('end', () => process.stdout.write(String(process.cpuUsage().user / 1e6)))
  .resume();
