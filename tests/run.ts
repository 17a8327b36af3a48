/**
 * Runs every check and test, cheapest first, and ends with `N passed, N failed`. A check that is not
 * a test runner counts as one. Needs nothing but `npm ci`; takes the browser from where it can.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BASE_PATH } from './e2e/site.ts';

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

const nodeTests = (layer: string): Step => ({
  name: `${layer} tests`,
  command: `node --test --test-reporter=tap "tests/${layer}/*.test.ts"`,
  count: nodeCounts,
});

const steps: readonly Step[] = [
  { name: 'format', command: 'prettier --check .' },
  nodeTests('unit'),
  nodeTests('data'),
  { name: 'types', command: 'npm run check:types' },
  { name: 'lint', command: 'eslint .' },
  { name: 'unused code', command: 'knip' },
  { name: 'build', command: 'astro build', env: { BASE: '/' }, needed: true },
  {
    name: 'build below a base path',
    command: 'astro build --outDir dist.base',
    env: { BASE: BASE_PATH },
    needed: true,
  },
  nodeTests('site'),
  nodeTests('hosts'),
  { name: 'valid HTML', command: 'node tests/html-validate.ts' },
  { name: 'reproducible build', command: 'node tests/reproducible.ts' },
  {
    name: 'browser tests',
    command: 'playwright test',
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport },
    count: playwrightCounts,
  },
];

const env = { SITE: 'https://mgs-codes.example', ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
let passed = 0;
let failed = 0;

for (const step of steps) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(step.command, {
    shell: true,
    env: { ...process.env, ...env, ...step.env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const output = `${stdout}${stderr}`;
  const ok = status === 0;
  const counts = step.count?.(output) ?? { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  passed += counts.passed;
  // A runner that fails without a failed test, by a crash say, has failed all the same.
  failed += ok ? counts.failed : Math.max(counts.failed, 1);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${step.name} (${counts.passed} passed, ${seconds} s)`);
  if (!ok) console.log(step.count === nodeCounts ? failuresOf(output) : output);
  for (const line of output.matchAll(/^ *ok .* # SKIP.*$/gm)) console.log(line[0].trim());
  if (!ok && step.needed) break;
}
rmSync(results, { recursive: true, force: true });

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

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
    // A busy machine can make a browser late. Such a test is run once more, and that is said.
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
