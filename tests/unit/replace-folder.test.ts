/** The last step of a build: there is always one whole site. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  refuseIrreplaceable,
  replaceFolder,
  restoreFolder,
} from '../../src/pipeline/replace-folder.ts';
import { killBetweenRenames } from '../killed-build.ts';

const MODULE = fileURLToPath(new URL('../../src/pipeline/replace-folder.ts', import.meta.url));

/** A folder with `dist` and what else is named, each with a page that says its name. */
function folders(t: TestContext, ...names: readonly string[]) {
  const root = mkdtempSync(join(tmpdir(), 'mgs-replace-'));
  t.after(() => {
    rmSync(root, { recursive: true });
  });
  for (const name of names) {
    mkdirSync(join(root, name));
    writeFileSync(join(root, name, 'index.html'), name);
  }
  const [dist, next] = [join(root, 'dist'), join(root, 'dist.next')];
  const said = () => readFileSync(join(dist, 'index.html'), 'utf8');
  const isClean = () =>
    !existsSync(next) && !existsSync(join(root, 'dist.previous')) && existsSync(dist);
  return { root, dist, next, said, isClean };
}

test('the new folder takes the place of the old one, and nothing stays beside it', (t) => {
  const { dist, next, said, isClean } = folders(t, 'dist', 'dist.next');
  replaceFolder(dist, next);
  assert.equal(said(), 'dist.next');
  assert.ok(isClean());
});

test('the first folder needs none before it', (t) => {
  const { dist, next, said, isClean } = folders(t, 'dist.next');
  replaceFolder(dist, next);
  assert.equal(said(), 'dist.next');
  assert.ok(isClean());
});

test('what an interrupted replacement left is cleared away', (t) => {
  const { dist, next, said, isClean } = folders(t, 'dist', 'dist.next', 'dist.previous');
  replaceFolder(dist, next);
  assert.equal(said(), 'dist.next');
  assert.ok(isClean());
});

test('where the new folder cannot be moved, the old one stays', (t) => {
  const { dist, next, said, isClean } = folders(t, 'dist');
  assert.throws(() => {
    replaceFolder(dist, next);
  }, /ENOENT/);
  assert.equal(said(), 'dist');
  assert.ok(isClean());
});

test('killed between its two steps, the old folder is put back', (t) => {
  const { dist, next, said } = folders(t, 'dist', 'dist.next');
  const { signal } = spawnSync(process.execPath, [
    ...killBetweenRenames,
    '--input-type=module',
    '--eval',
    `import { replaceFolder } from ${JSON.stringify(MODULE)};
     replaceFolder(${JSON.stringify(dist)}, ${JSON.stringify(next)});`,
  ]);
  assert.equal(signal, 'SIGKILL');
  assert.ok(!existsSync(dist), 'it was killed between the steps');
  assert.ok(restoreFolder(dist));
  assert.equal(said(), 'dist');
  assert.ok(!restoreFolder(dist), 'once is enough');
});

test('killed between its two steps, the next replacement loses nothing if it fails as well', (t) => {
  const { dist, next, said } = folders(t, 'dist.previous');
  assert.throws(() => {
    replaceFolder(dist, next);
  }, /ENOENT/);
  assert.equal(said(), 'dist.previous');
});

test('a link is refused and stays, also one that leads nowhere', (t) => {
  const { root, dist } = folders(t, 'elsewhere', 'dist.previous');
  for (const to of ['elsewhere', 'nowhere']) {
    symlinkSync(join(root, to), dist);
    assert.throws(() => {
      refuseIrreplaceable(dist);
    }, /dist is a link to .*where, .* --outDir/);
    assert.ok(!restoreFolder(dist));
    assert.ok(lstatSync(dist).isSymbolicLink());
    rmSync(dist);
  }
});

test('a file is refused, a folder and nothing are not', (t) => {
  const { root, dist } = folders(t, 'dist');
  refuseIrreplaceable(dist);
  refuseIrreplaceable(join(root, 'new'));
  assert.throws(() => {
    refuseIrreplaceable(join(dist, 'index.html'));
  }, /is not a folder/);
});

test('a mount is refused', { skip: !existsSync('/proc/mounts') && 'needs Linux' }, () => {
  assert.throws(() => {
    refuseIrreplaceable('/proc');
  }, /\/proc is a mount/);
});
