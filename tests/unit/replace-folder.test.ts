/** The last step of a build: there is always one whole site. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { replaceFolder } from '../../src/pipeline/replace-folder.ts';

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
  return { dist, next, said, isClean };
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
