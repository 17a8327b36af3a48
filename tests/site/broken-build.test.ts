/**
 * A build that fails leaves the last good site byte for byte as it was, says what to fix, and does
 * not stand in the way of the next one. Builds a copy of the project, so that nothing else is touched.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { copyProject } from '../project-copy.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Stands for the last good site; a build replaces all of it or nothing. */
const LAST_GOOD: Readonly<Record<string, string>> = {
  'index.html': 'The last good home page.',
  'codes/7014/index.html': 'The last good page of 7014.',
  'codes/7014.html': 'The last good page of 7014.',
  '_astro/old.js': 'export {};',
};

const DATA = 'content/codes/gateway/7014.yaml';
const PAGE = 'src/pages/[...edition]/codes/[code].astro';

const copy = copyProject('broken');
const dist = join(copy, 'dist');
const next = join(copy, 'dist.next');

/** Each file of a folder with the hash of its bytes. */
const filesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    globSync('**/*', { cwd: folder })
      .filter((file) => statSync(join(folder, file)).isFile())
      .sort()
      .map((file) => [
        file.replaceAll('\\', '/'),
        createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex'),
      ]),
  );

function build(): { readonly status: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/astro/bin/astro.mjs'), 'build'],
    {
      cwd: copy,
      encoding: 'utf8',
      env: {
        ...process.env,
        SITE: 'https://mgs-codes.example',
        BASE: '/',
        ASTRO_TELEMETRY_DISABLED: '1',
        NO_COLOR: '1',
      },
    },
  );
  return { status, output: stdout + stderr };
}

/** Changes a file of the copy while something is run. */
function withChange<T>(file: string, change: (text: string) => string, run: () => T): T {
  const path = join(copy, file);
  const whole = readFileSync(path, 'utf8');
  const changed = change(whole);
  assert.notEqual(changed, whole, `the case changes nothing in ${file}`);
  writeFileSync(path, changed);
  try {
    return run();
  } finally {
    writeFileSync(path, whole);
  }
}

describe('a build beside the last good site', () => {
  before(() => {
    for (const [file, text] of Object.entries(LAST_GOOD)) {
      mkdirSync(dirname(join(dist, file)), { recursive: true });
      writeFileSync(join(dist, file), text);
    }
  });
  after(() => {
    rmSync(copy, { recursive: true, force: true });
  });

  test('with broken data: it says what to fix before anything is built', () => {
    const good = filesOf(dist);
    const { status, output } = withChange(
      DATA,
      (text) => text.replace(/^fails: .*/m, 'fails: phone').replace(/^title: .*\n/m, ''),
      build,
    );
    assert.notEqual(status, 0);
    assert.match(output, /The data has 2 problems:/);
    for (const problem of [
      /content\/codes\/gateway\/7014\.yaml \(fails\): .+ Fix: use one of device, sdk, network/,
      /content\/codes\/gateway\/7014\.yaml \(title\): is missing\. Fix: add it: /,
    ])
      assert.match(output, problem);
    assert.deepEqual(filesOf(dist), good);
    assert.ok(!existsSync(next), 'nothing was built');
  });

  test('with a page that throws: the last good site stays', { timeout: 600_000 }, () => {
    const good = filesOf(dist);
    const { status, output } = withChange(
      PAGE,
      (text) =>
        text.replace(
          'const { page, edition } = Astro.props;',
          "$&\nif (page.code === '7014') throw new Error('The page of 7014 is broken.');",
        ),
      build,
    );
    assert.notEqual(status, 0);
    assert.match(output, /The page of 7014 is broken\./);
    assert.ok(existsSync(next), 'the build had begun');
    assert.deepEqual(filesOf(dist), good);
  });

  test(
    'when all is fixed: the new site takes the place, whatever the failed builds left',
    {
      timeout: 600_000,
    },
    () => {
      for (const left of ['stale.html', 'codes/7015/index.html']) {
        mkdirSync(dirname(join(next, left)), { recursive: true });
        writeFileSync(join(next, left), 'Left by a build that failed.');
      }
      const { status, output } = build();
      assert.equal(status, 0, output);
      const files = Object.keys(filesOf(dist));
      for (const file of ['index.html', 'codes/7014/index.html', 'codes/7014.html', '404.html'])
        assert.ok(files.includes(file), file);
      for (const file of ['stale.html', 'codes/7015/index.html', '_astro/old.js'])
        assert.ok(!files.includes(file), file);
      assert.doesNotMatch(readFileSync(join(dist, 'index.html'), 'utf8'), /The last good/);
      assert.ok(!existsSync(next) && !existsSync(`${dist}.previous`));
    },
  );
});
