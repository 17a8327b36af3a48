/** A development server with broken entries: it warns, shows what is wrong on their pages, and all others work. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { parse } from 'node-html-parser';
import { COPY_ENV, copyProject, ROOT } from '../project-copy.ts';
import { textOf } from './build.ts';

const BROKEN = 'content/codes/gateway/7001.yaml';
const ENTRY = 'content/codes/gateway/1001.yaml';

/** A port that nothing listens on now. */
const freePort = (): Promise<number> =>
  new Promise((done, failed) => {
    const server = createServer();
    server.on('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        done(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });

describe('a development server with broken entries', { timeout: 300_000 }, () => {
  const copy = copyProject('development');
  let server: ChildProcess | undefined;
  let output = '';
  let origin = '';

  const change = (file: string, edit: (text: string) => string) => {
    const path = join(copy, file);
    const text = readFileSync(path, 'utf8');
    const changed = edit(text);
    assert.notEqual(changed, text, `the case changes nothing in ${file}`);
    writeFileSync(path, changed);
  };

  const pageAt = async (path: string) => {
    const response = await fetch(origin + path);
    const html = await response.text();
    assert.equal(response.status, 200, `${path}: ${html.slice(0, 400)}`);
    return parse(html);
  };

  before(async () => {
    change(BROKEN, (text) => text.replace(/^title: .*\n/m, ''));
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    server = spawn(
      process.execPath,
      [
        join(ROOT, 'node_modules/astro/bin/astro.mjs'),
        ...['dev', '--host', '127.0.0.1', '--port', String(port)],
      ],
      {
        cwd: copy,
        env: { ...COPY_ENV, SITE: origin },
      },
    );
    for (const stream of [server.stdout, server.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
    for (let tries = 0; ; tries += 1) {
      const answer = await fetch(`${origin}/codes`).catch(() => null);
      if (answer?.ok) break;
      assert.ok(tries < 240 && server.exitCode === null, output);
      await setTimeout(500);
    }
  });
  after(() => {
    server?.kill();
    rmSync(copy, { recursive: true, force: true });
  });

  test('it warns with file, field and fix', () => {
    assert.match(output, /content\/codes\/gateway\/7001\.yaml \(title\): is missing\. Fix: add it/);
  });

  test('the page of the broken entry says what is wrong with it', async () => {
    const text = textOf((await pageAt('/codes/7001')).querySelector('main aside'));
    assert.match(text, /content\/codes\/gateway\/7001\.yaml title is missing\. Fix: add it/);
  });

  test('all other pages work, those that lead to it included', async () => {
    const related = await pageAt('/codes/7014');
    assert.ok(textOf(related.querySelector('main')).includes('missing sign parameter'));
    assert.equal(related.querySelector('main aside'), null);
    for (const path of [
      '/',
      '/codes',
      '/codes/gateway',
      '/codes/7xxx',
      '/codes/404',
      '/glossary',
      '/codes.json',
    ])
      await pageAt(path);
  });

  test('an entry that only breaks a rule is shown in full, with what is wrong above it', async () => {
    cpSync(join(ROOT, BROKEN), join(copy, BROKEN));
    change(ENTRY, (text) => text.replace('guides:\n', 'guides:\n  - nowhere\n'));
    let text = '';
    for (let tries = 0; tries < 60 && !text.includes('nowhere'); tries += 1) {
      await setTimeout(500);
      // Watchers of files lose an event now and then; whoever saves again is noticed.
      if (tries % 10 === 9) change(ENTRY, (before) => `${before}\n`);
      // The server may drop a connection while it reads the content again.
      text = await pageAt('/codes/1001').then(
        (page) => textOf(page.querySelector('main')),
        () => '',
      );
    }
    assert.match(
      text,
      /content\/codes\/gateway\/1001\.yaml guides there is no guide "nowhere"\. Fix: use one of/,
    );
    assert.ok(text.includes('Who fixes it'));
  });
});
