/**
 * Runs every check and test and ends with `N passed, N failed`. A check that is not a test runner
 * counts as one. Needs nothing but `npm ci`; takes the browsers from where it can. All of it is meant to
 * take at most ten minutes on two processors: what every page must have is checked in its HTML, and
 * browsers visit one page of every shape.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BASE_PATH, SITE } from './e2e/site.ts';
import { ownGroup, stopGroup } from './process-group.ts';

type Counts = { readonly passed: number; readonly failed: number };
type Step = {
  readonly name: string;
  readonly command: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Reads the counts of a test runner from its output; a check without it counts as one. */
  readonly count?: (output: string) => Counts | null;
  /** Later steps read what this one makes. */
  readonly needed?: boolean;
};

const results = mkdtempSync(join(tmpdir(), 'mgs-codes-'));
const playwrightReport = join(results, 'e2e.json');

/** @param isolation without it all files run in one process, which reads the content and the pages once */
const nodeTests = (layer: string, isolation: 'none' | 'process' = 'process'): Step => ({
  name: `${layer} tests`,
  command: `node --test --test-isolation=${isolation} --test-reporter=tap "tests/${layer}/*.test.ts"`,
  count: nodeCounts,
});

/**
 * One phase after the other. Within one the lists run side by side, because most steps use one
 * processor only: the checks of the source beside what writes `.astro` and the builds, then the
 * checks of the builds, then the browsers with all of the machine for themselves.
 */
const phases: Readonly<Record<string, readonly (readonly Step[])[]>> = {
  'source and builds': [
    [
      { name: 'format', command: 'prettier --check .' },
      { name: 'unused code', command: 'knip' },
      { name: 'published data', command: 'npm run check:published' },
      nodeTests('unit', 'none'),
      nodeTests('data', 'none'),
    ],
    [
      { name: 'types', command: 'npm run check:types' },
      { name: 'build', command: 'astro build', env: { BASE: '/' }, needed: true },
      {
        name: 'build below a base path',
        command: 'astro build --outDir dist.base',
        env: { BASE: BASE_PATH },
        needed: true,
      },
    ],
  ],
  'the builds': [
    [nodeTests('builds')],
    [
      // Here, where nothing writes the types that it reads.
      { name: 'lint', command: 'eslint .' },
      { name: 'valid HTML', command: 'node tests/html-validate.ts' },
      nodeTests('site', 'none'),
      nodeTests('hosts'),
    ],
  ],
  Chromium: [
    [
      {
        name: 'browser tests',
        // A busy machine can make a browser late: such a test is run once more, and that is said.
        command: 'playwright test --retries=1 --workers=2',
        env: { PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport },
        count: playwrightCounts,
      },
    ],
  ],
  'Firefox and WebKit': [[nodeTests('engines')]],
};

/** Four times what the longest step takes on a slow machine: one that takes it all hangs, and has failed. */
const LIMIT_MINUTES = 40;
const running = new Set<ChildProcess>();

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    running.forEach(stopGroup);
    process.exit(1);
  });

const env = { SITE, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
let passed = 0;
let failed = 0;

const secondsSince = (start: number): string => ((performance.now() - start) / 1000).toFixed(1);

/** Runs a step, counts it and says how it went. Answers whether later steps have what they read. */
async function run(step: Step): Promise<boolean> {
  const start = performance.now();
  const { ok, output } = await outputOf(step);
  const counts = step.count?.(output) ?? { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  passed += counts.passed;
  // A runner that fails without a failed test, by a crash say, has failed all the same.
  failed += ok ? counts.failed : Math.max(counts.failed, 1);
  console.log(
    `${ok ? 'ok  ' : 'FAIL'} ${step.name} (${counts.passed} passed, ${secondsSince(start)} s)`,
  );
  if (!ok) console.log(step.count === nodeCounts ? failuresOf(output) : output);
  for (const line of output.matchAll(/^ *(?:ok .* # SKIP|# walked once more: ).*$/gm))
    console.log(line[0].trim());
  return ok || step.needed !== true;
}

/** Runs steps one after the other, up to one that fails and is needed. Answers as `run`. */
async function runAll(list: readonly Step[]): Promise<boolean> {
  for (const step of list) if (!(await run(step))) return false;
  return true;
}

for (const [name, lists] of Object.entries(phases)) {
  const start = performance.now();
  const complete = !(await Promise.all(lists.map(runAll))).includes(false);
  console.log(`--- ${name}: ${secondsSince(start)} s`);
  if (!complete) break;
}
rmSync(results, { recursive: true, force: true });

console.log(`--- all: ${secondsSince(0)} s`);
// What is published is what was tested: `dist` is left as the build for `BASE`.
if (failed === 0 && (process.env['BASE'] ?? '/') !== '/') {
  rmSync('dist', { recursive: true });
  renameSync('dist.base', 'dist');
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function outputOf({ command, env: own }: Step): Promise<{ ok: boolean; output: string }> {
  return new Promise((done) => {
    const child = spawn(command, {
      shell: true,
      env: { ...process.env, ...env, ...own },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...ownGroup,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    const limit = setTimeout(() => {
      output += `\nStopped after ${LIMIT_MINUTES} minutes.\n`;
      stopGroup(child);
    }, LIMIT_MINUTES * 60_000);
    running.add(child);
    child.on('close', (status) => {
      clearTimeout(limit);
      running.delete(child);
      done({ ok: status === 0, output });
    });
  });
}

function nodeCounts(output: string): Counts | null {
  const number = (word: string) => {
    const match = new RegExp(`^# ${word} (\\d+)$`, 'm').exec(output);
    return match ? Number(match[1]) : null;
  };
  const [pass, fail, cancelled] = [number('pass'), number('fail'), number('cancelled')];
  if (pass === null || fail === null) return null;
  return { passed: pass, failed: fail + (cancelled ?? 0) };
}

function playwrightCounts(): Counts | null {
  try {
    const { stats } = JSON.parse(readFileSync(playwrightReport, 'utf8')) as {
      stats: { expected: number; unexpected: number; flaky: number };
    };
    if (stats.flaky > 0) console.log(`     ${stats.flaky} passed only when they were repeated`);
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
  } catch {
    return null;
  }
}

/** Of a TAP report only the failed tests with their reasons: the passed ones are thousands of lines. */
function failuresOf(tap: string): string {
  const lines = tap.split('\n');
  const kept: string[] = [];
  let within = false;
  for (const line of lines) {
    if (/^\s*not ok /.test(line)) within = true;
    else if (/^\s*(?:ok |# Subtest)/.test(line)) within = false;
    if (within) kept.push(line);
  }
  return kept.length > 0 ? kept.join('\n') : tap;
}
