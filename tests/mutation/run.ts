/**
 * Plants one fault after the other into `src/domain` and runs the unit and data tests that read the
 * file: a fault that no test notices is a gap in the tests. Takes long, so it is run by hand:
 * `npm run mutate`, or `npm run mutate -- <count> <first part of a path>`. The faults are the same
 * each time. Ends with the survivors that `equivalent.ts` does not explain.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join, posix } from 'node:path';
import { ownGroup, stopGroup } from '../process-group.ts';
import { EQUIVALENT } from './equivalent.ts';
import { mutantsOf, sample, type Mutant } from './mutants.ts';

const SEED = 20_260_126;
const [, , count = '400', within = 'src/domain'] = process.argv;
/** The whole of the tests takes a quarter of it: what takes longer does not end. */
const LIMIT_MS = 240_000;

const TESTS = globSync('tests/{unit,data}/*.test.ts')
  .map((file) => file.replaceAll('\\', '/'))
  .sort();

/** The files that a file reads, and those that they read. */
function importsOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']*\.ts)'/g))
    importsOf(posix.join(dirname(file), path), seen);
  return seen;
}
const importsOfTests = TESTS.map((test) => ({ test, imports: importsOf(test) }));

/** The tests that read a file: the one that bears its name first, then those that read least. */
function testsOf(file: string): string[] {
  const name = basename(file, '.ts');
  return importsOfTests
    .filter(({ imports }) => imports.has(file))
    .sort(
      (a, b) =>
        Number(b.test.includes(name)) - Number(a.test.includes(name)) ||
        a.imports.size - b.imports.size,
    )
    .map(({ test }) => test);
}

/** Whether tests notice: one fails, or they do not come to an end. */
function fails(copy: string, tests: readonly string[]): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(
      process.execPath,
      ['--test', '--test-concurrency=1', '--test-reporter=tap', ...tests],
      { cwd: copy, stdio: ['ignore', 'pipe', 'ignore'], ...ownGroup },
    );
    const limit = setTimeout(() => stopGroup(child), LIMIT_MS);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (/^ *not ok /m.test(text)) stopGroup(child);
    });
    child.on('close', (status) => {
      clearTimeout(limit);
      done(status !== 0);
    });
  });
}

const files = globSync('src/domain/**/*.ts')
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.startsWith(within))
  .sort();
const mutants = sample(
  files.flatMap((file) => mutantsOf(file, readFileSync(file, 'utf8'))),
  Number(count),
  SEED,
);
const shown = ({ file, line, original, replacement }: Mutant): string =>
  `${file}:${line}  ${original}  →  ${replacement}`;
const isExplained = ({ file, original, replacement }: Mutant): boolean =>
  EQUIVALENT.some(
    (known) =>
      known.file === file && known.original === original && known.replacement === replacement,
  );

/** All that is in the repository, with its packages. */
function copyRepository(): string {
  const copy = mkdtempSync('dist.mutant-');
  const { stdout } = spawnSync('git', ['ls-files', '-z'], { encoding: 'utf8' });
  for (const file of stdout.split('\0').filter(existsSync))
    cpSync(file, join(copy, file), { recursive: true });
  symlinkSync(join('..', 'node_modules'), join(copy, 'node_modules'), 'junction');
  return copy;
}

const copies = Array.from({ length: availableParallelism() }, copyRepository);
const survivors: Mutant[] = [];
let at = 0;
try {
  const [first = ''] = copies;
  if (await fails(first, TESTS)) throw new Error('The tests fail without any fault.');
  await Promise.all(
    copies.map(async (copy) => {
      for (let mutant = mutants[at++]; mutant !== undefined; mutant = mutants[at++]) {
        if (at % 25 === 0) console.error(`${at} of ${mutants.length}`);
        const path = join(copy, mutant.file);
        const whole = readFileSync(path, 'utf8');
        writeFileSync(
          path,
          whole.slice(0, mutant.from) + mutant.replacement + whole.slice(mutant.to),
        );
        const noticed = await fails(copy, testsOf(mutant.file));
        writeFileSync(path, whole);
        if (noticed) continue;
        survivors.push(mutant);
        console.log(`survives${isExplained(mutant) ? ' (equivalent)' : ''}: ${shown(mutant)}`);
      }
    }),
  );
} finally {
  for (const copy of copies) rmSync(copy, { recursive: true, force: true });
}
const unexplained = survivors.filter((mutant) => !isExplained(mutant));
console.log(
  `${mutants.length} faults: ${mutants.length - survivors.length} noticed, ` +
    `${survivors.length - unexplained.length} equivalent, ${unexplained.length} survive.`,
);
process.exitCode = unexplained.length > 0 ? 1 : 0;
