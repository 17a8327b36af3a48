/**
 * A build that fails leaves the last good site byte for byte as it was, says what to fix, and does
 * not stand in the way of the next one, whose bytes are those of every build of this commit. Builds a
 * copy of the project, so that nothing else is touched.
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { EXIT_FLAGS } from '../../src/pipeline/v8-flags.ts';
import { filesIn } from '../folder-files.ts';
import { COPY_ENV, copyProject, leaveOutStatuses, ROOT, undoChanges } from '../project-copy.ts';

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
leaveOutStatuses(copy);
const dist = join(copy, 'dist');
const next = join(copy, 'dist.next');

/** Each file of a folder, hidden ones too, with the hash of its bytes. */
const filesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    filesIn(folder).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  );

/** Runs one of Astro's commands on the copy. */
function astro(command: string): ChildProcess {
  return spawn(
    process.execPath,
    [
      // From the beginning what `astro.config.mjs` sets later: a build that fails at once can hang too.
      ...EXIT_FLAGS,
      join(ROOT, 'node_modules/astro/bin/astro.mjs'),
      ...command.split(' '),
    ],
    {
      cwd: copy,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: COPY_ENV,
    },
  );
}

type Ended = { readonly status: number | null; readonly output: string };

async function ended(child: ChildProcess): Promise<Ended> {
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, output };
}

const build = () => ended(astro('build'));

/** Waits for what another process does. */
async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds(); waited += 50) {
    assert.ok(waited < 120_000, 'it did not come to that');
    await setTimeout(50);
  }
}

/** Builds the copy with some of its files changed. */
async function buildWith(
  changes: Readonly<Record<string, (text: string) => string>>,
): Promise<Ended> {
  const whole = new Map(
    Object.keys(changes).map((file) => [file, readFileSync(join(copy, file), 'utf8')]),
  );
  for (const [file, text] of whole) {
    const changed = changes[file]?.(text);
    assert.notEqual(changed, text, `the case changes nothing in ${file}`);
    writeFileSync(join(copy, file), changed ?? '');
  }
  try {
    return await build();
  } finally {
    for (const [file, text] of whole) writeFileSync(join(copy, file), text);
  }
}

const brokenData = {
  [DATA]: (text: string) =>
    text.replace(/^fails: .*/m, 'fails: phone').replace(/^title: .*\n/m, ''),
};

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

  test('with broken data: it says what to fix before anything is built', async () => {
    const good = filesOf(dist);
    const { status, output } = await buildWith(brokenData);
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

  test('with a page that throws: the last good site stays', { timeout: 600_000 }, async () => {
    const good = filesOf(dist);
    const { status, output } = await buildWith({
      [PAGE]: (text) =>
        text.replace(
          'const { page, edition } = Astro.props;',
          "$&\nif (page.code === '7014') throw new Error('The page of 7014 is broken.');",
        ),
    });
    assert.notEqual(status, 0);
    assert.match(output, /The page of 7014 is broken\./);
    assert.ok(existsSync(next), 'the build had begun');
    assert.deepEqual(filesOf(dist), good);
  });

  test(
    'with drafts that are published or linked to: they are named',
    { timeout: 600_000 },
    async () => {
      const good = filesOf(dist);
      const draft = (text: string) => text.replace(/^title: /m, 'draft: true\n$&');
      const { status, output } = await buildWith({
        'src/content/docs/guides/timeouts.mdx': draft,
        'src/content/docs/guides/symptoms.mdx': draft,
        // As a guide that was never published.
        'content/addresses.txt': (text) => text.replace('/guides/symptoms\n', ''),
      });
      assert.notEqual(status, 0);
      assert.match(output, /The built site is not whole/);
      assert.match(
        output,
        /\/guides\/timeouts is listed in content\/addresses\.txt and was not built/,
      );
      assert.match(output, /\/guides\/symptoms is named on .+ and was not built.+ draft/);
      assert.deepEqual(filesOf(dist), good);
    },
  );

  test('with a link in the place of the last good site: it says so at once', async () => {
    const aside = join(copy, 'aside');
    renameSync(dist, aside);
    symlinkSync(aside, dist);
    const { status, output } = await build();
    assert.notEqual(status, 0);
    assert.match(output, /dist is a link to .*aside/);
    assert.ok(lstatSync(dist).isSymbolicLink());
    rmSync(dist);
    renameSync(aside, dist);
  });

  /** What a kill between the two renames leaves; that it does, `replace-folder.test.ts` shows. */
  function leaveAsKilled(): void {
    renameSync(dist, `${dist}.previous`);
    const { pid } = spawnSync(process.execPath, ['--version']);
    const holder = { pid, host: hostname(), since: new Date().toISOString() };
    writeFileSync(join(copy, '.astro/build.lock'), JSON.stringify(holder));
  }

  test('after one that was killed while it took the place: preview and the next build put the last good site back', async () => {
    const good = filesOf(dist);
    leaveAsKilled();
    const preview = astro('preview --port 0 --ignore-lock');
    await until(() => existsSync(dist));
    preview.kill('SIGKILL');
    assert.deepEqual(filesOf(dist), good);

    leaveAsKilled();
    const { status, output } = await buildWith(brokenData);
    assert.notEqual(status, 0);
    assert.match(output, /The data has 2 problems:/);
    assert.deepEqual(filesOf(dist), good);
  });

  test(
    'when all is fixed: one of two builds takes the place, with what another folder and other caches gave',
    { timeout: 600_000 },
    async () => {
      undoChanges(copy);
      for (const left of ['stale.html', 'codes/7099/index.html']) {
        mkdirSync(dirname(join(next, left)), { recursive: true });
        writeFileSync(join(next, left), 'Left by a build that failed.');
      }
      const both = await Promise.all([build(), build()]);
      const [good, refused] = both.sort((a, b) => (a.status ?? 1) - (b.status ?? 1));
      assert.equal(good.status, 0, good.output);
      assert.notEqual(refused.status, 0, refused.output);
      assert.match(refused.output, /Another build of this project is running \(process \d+/);
      // Nothing is left of the site before, of the failed builds, nor of the folder it was built in.
      assert.deepEqual(filesOf(dist), filesOf(join(ROOT, 'dist')));
      assert.ok(!existsSync(next) && !existsSync(`${dist}.previous`));
      assert.ok(!existsSync(join(copy, '.astro/build.lock')));
    },
  );
});
