/** One build at a time, and none is kept waiting by one that is dead. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';

const MODULE = fileURLToPath(new URL('../../src/pipeline/build-lock.ts', import.meta.url));

function lockIn(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'mgs-lock-'));
  t.after(() => {
    rmSync(folder, { recursive: true });
  });
  return join(folder, 'new/build.lock');
}

const script = (file: string, then: string): string[] => [
  '--input-type=module',
  '--eval',
  `import { isLocked, lockBuild, requireLock } from ${JSON.stringify(MODULE)};
   const file = ${JSON.stringify(file)};
   ${then}`,
];

/** Runs a process to its end; by itself it takes the lock. */
function run(file: string, then = 'lockBuild(file);'): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, script(file, then), {
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}

/** Starts a process that holds the lock until it is killed. */
async function hold(file: string) {
  const then = "lockBuild(file); console.log('held'); setInterval(() => undefined, 1000);";
  const child = spawn(process.execPath, script(file, then), {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

/** A process that has ended, so that nobody has its number now. */
const deadPid = (): number => spawnSync(process.execPath, ['--version']).pid;

/** A lock as a build leaves it that was killed. */
function leave(file: string, holder: object, minutesAgo = 0): void {
  run(file);
  writeFileSync(file, JSON.stringify(holder));
  const then = new Date(Date.now() - minutesAgo * 60_000);
  utimesSync(file, then, then);
}

test('a build that ends gives the lock back', (t) => {
  const file = lockIn(t);
  assert.deepEqual(run(file, 'lockBuild(file); requireLock(file);'), { status: 0, output: '' });
  assert.ok(!existsSync(file));
});

test('while a build runs another is refused, and told which one runs', async (t) => {
  const file = lockIn(t);
  const child = await hold(file);
  const { status, output } = run(file);
  assert.notEqual(status, 0);
  assert.match(
    output,
    new RegExp(`Another build of this project is running \\(process ${child.pid} on`),
  );
  assert.equal(run(file, 'console.log(isLocked(file))').output, 'true\n');
  assert.equal((JSON.parse(readFileSync(file, 'utf8')) as { pid: number }).pid, child.pid);
  child.kill('SIGKILL');
  await once(child, 'exit');
  assert.ok(existsSync(file), 'a killed build leaves its lock');
  assert.equal(run(file, 'console.log(isLocked(file))').output, 'false\n');
  assert.deepEqual(run(file), { status: 0, output: '' });
});

for (const [what, holder, minutesAgo, isHeld] of [
  ['of a process that is gone', { pid: deadPid(), host: hostname() }, 0, false],
  ['of another machine', { pid: 1, host: 'elsewhere' }, 0, true],
  ['of another machine that was long not heard of', { pid: 1, host: 'elsewhere' }, 6, false],
  ['of a process number that is used again', { pid: process.pid, host: hostname() }, 6, false],
] as const)
  test(`a lock ${what} is ${isHeld ? 'respected' : 'taken'}`, (t) => {
    const file = lockIn(t);
    leave(file, { ...holder, since: '2026-01-01T00:00:00.000Z' }, minutesAgo);
    const { status, output } = run(file);
    assert.equal(status === 0, !isHeld, output);
    if (isHeld) assert.match(output, /If there is none, delete /);
  });

test('a lock that is being written is respected', (t) => {
  const file = lockIn(t);
  run(file);
  writeFileSync(file, '');
  assert.match(run(file).output, /Another build of this project is running, and/);
});

test('of many that start at once over the lock of a dead build one gets it', async (t) => {
  const file = lockIn(t);
  leave(file, { pid: deadPid(), host: hostname(), since: '' });
  const start = Date.now() + 1500;
  const then = `
    while (Date.now() < ${start});
    lockBuild(file);
    setTimeout(() => requireLock(file), 1500);`;
  const codes = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const child = spawn(process.execPath, script(file, then), { stdio: 'ignore' });
      const [code] = (await once(child, 'exit')) as [number | null];
      return code;
    }),
  );
  assert.equal(codes.filter((code) => code === 0).length, 1, codes.join());
});

test('a build that has lost its lock is not published', (t) => {
  const file = lockIn(t);
  const { output } = run(
    file,
    "import { rmSync } from 'node:fs'; lockBuild(file); rmSync(file); requireLock(file);",
  );
  assert.match(output, /this one is not published/);
});
