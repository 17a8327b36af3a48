/**
 * Runs tests with one fault after the other in place, each up to the first test that fails. A fault is
 * put into its file while that is loaded, so that nothing on the disk changes: for each fault the files
 * that read it, up to the tests, are loaded once more under an address of their own, all others once.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { importsOf } from './imports.ts';
import type { Mutant } from './mutants.ts';
import { passes } from './suite.ts';

/** What `run.ts` asks for. */
export type Task = {
  /** None: the tests have to pass. */
  readonly mutant?: Mutant;
  /** The path of a test file below the root. */
  readonly test: string;
  /** Names of suites: only these, or all but these. */
  readonly only?: readonly string[];
  readonly without?: readonly string[];
  /** Seconds of a processor after which the tests do not end. */
  readonly limit: number;
};

/** The seconds of a processor that the tests took, or null where one failed. */
export type Answer = { readonly seconds: number | null };

const urlOf = (file: string): string => pathToFileURL(resolve(file)).href;
const SUITE = import.meta.resolve('./suite.ts');
const CONTENT = import.meta.resolve('./content.ts');
const READ_CONTENT = urlOf('src/pipeline/read-content.ts');

let tasks = 0;
let affected: ReadonlySet<string> = new Set();
let changed = { url: '', source: '' };

registerHooks({
  resolve(specifier, context, next) {
    const mark = /\?fault=\d+$/.exec(context.parentURL ?? '')?.[0];
    if (mark === undefined) return next(specifier, context);
    if (specifier === 'node:test') return { url: SUITE, shortCircuit: true };
    const resolved = next(specifier, context);
    if (affected.has(resolved.url)) return { ...resolved, url: resolved.url + mark };
    return resolved.url === READ_CONTENT ? { ...resolved, url: CONTENT } : resolved;
  },
  load: (url, context, next) =>
    url === changed.url
      ? { format: 'module-typescript', source: changed.source, shortCircuit: true }
      : next(url, context),
});

// In a thread of its own: a loop without an end leaves no time for a timer beside it.
const limit = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT));
limit[0] = Infinity;
new Worker(
  `const { workerData: limit } = require('node:worker_threads');
  setInterval(() => {
    if (process.cpuUsage().user > limit[0]) process.kill(process.pid, 'SIGKILL');
  }, 250);`,
  { eval: true, workerData: limit },
).unref();

async function answerTo(task: Task): Promise<Answer> {
  const { mutant, test, only, without = [] } = task;
  const start = process.cpuUsage();
  limit[0] = start.user + task.limit * 1e6;
  tasks += 1;
  const mark = `?fault=${tasks}`;
  affected = new Set();
  if (mutant !== undefined) {
    const { file, from, to, replacement } = mutant;
    const text = readFileSync(file, 'utf8');
    changed = {
      url: urlOf(file) + mark,
      source: text.slice(0, from) + replacement + text.slice(to),
    };
    affected = new Set(
      [...importsOf(test).keys()].filter((each) => importsOf(each).has(file)).map(urlOf),
    );
  }
  try {
    await import(urlOf(test) + mark);
  } catch {
    return { seconds: null };
  }
  const begins = (name: string) => (suite: string) => suite.startsWith(name);
  const isGood = await passes(
    (suite) =>
      (only?.some((name) => begins(name)(suite)) ?? true) &&
      !without.some((name) => begins(name)(suite)),
  );
  return { seconds: isGood ? process.cpuUsage(start).user / 1e6 : null };
}

process.on('message', (task: Task) => {
  void answerTo(task).then((answer) => {
    limit[0] = Infinity;
    process.send?.(answer);
  });
});
