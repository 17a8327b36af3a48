/** Every host answers every address the same, as far as it can be made to. Reads both builds. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { BASE_PATH } from '../e2e/site.ts';
import { publishedAddresses } from '../site/build.ts';
import { hosts, type Build, type FormAnswer, type Host } from './hosts.ts';
import type { Running } from './process.ts';
import { clientFor, type Answer, type Client } from './request.ts';

const builds: readonly Build[] = [
  { folder: 'dist', base: '/' },
  { folder: 'dist.base', base: BASE_PATH },
];

/** One address of every kind. */
const kinds = {
  home: '/',
  page: '/codes/7014',
  unknown: '/codes/7099',
  data: '/codes/7014.json',
  text: '/codes/7014.md',
};

const types: Readonly<Record<string, string>> = {
  '/': 'text/html; charset=utf-8',
  '/codes/7014/': 'text/html; charset=utf-8',
  '/codes/7099': 'text/html; charset=utf-8',
  '/codes.json': 'application/json; charset=utf-8',
  '/codes/7014.json': 'application/json; charset=utf-8',
  '/codes/7014.md': 'text/markdown; charset=utf-8',
  '/llms.txt': 'text/plain; charset=utf-8',
  '/opensearch.xml': 'application/xml; charset=utf-8',
  '/sitemap-index.xml': 'application/xml; charset=utf-8',
  '/favicon.svg': 'image/svg+xml; charset=utf-8',
  '/pagefind/pagefind.js': 'text/javascript; charset=utf-8',
  '/pagefind/pagefind-entry.json': 'application/json; charset=utf-8',
  '/pagefind/wasm.en.pagefind': 'application/octet-stream',
};

const securityHeaders: Readonly<Record<string, RegExp>> = {
  'content-security-policy':
    /^default-src 'none';script-src 'self' 'wasm-unsafe-eval'(?: 'sha256-[\w+/=]+')*;.*; frame-ancestors 'none'$/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^same-origin$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'permissions-policy':
    /^accelerometer=\(\),(?=.* camera=\(\),)(?=.* geolocation=\(\),)(?=.* microphone=\(\),)(?=.* usb=\(\),)/,
};

const published = publishedAddresses();
const pages = published.filter((address) => address !== '/');

for (const host of hosts)
  for (const build of builds)
    describe(`${host.name}, base ${build.base}`, { skip: host.skip }, () => answers(host, build));

function answers({ start, expects }: Host, { folder, base }: Build): void {
  const prefix = base.replace(/\/$/, '');
  const read = (file: string): Buffer => readFileSync(`${folder}/${file}`);
  const [hashed = ''] = globSync('_astro/*.js', { cwd: folder })
    .map((file) => `/${file}`)
    .sort((a, b) => read(b).length - read(a).length);
  const pageFile = (address: string) =>
    read(address === '/' ? 'index.html' : `${address}/index.html`);
  const notFound = read('404.html');
  let running: Running;
  let client: Client;
  /** Asks below the base. */
  const ask: Client['ask'] = (path, options) => client.ask(prefix + path, options);

  before(async () => {
    running = await start({ folder, base });
    client = clientFor(running.port);
  });
  after(async () => {
    client.close();
    await running.stop();
  });

  /** What is wrong with the answer to a form of a page's address; nothing where it is right. */
  const problem = (answer: Answer, expected: FormAnswer, address: string): string[] => {
    const { status, headers, body } = answer;
    if (expected === 'page')
      return status === 200 && headers.location === undefined && body.equals(pageFile(address))
        ? []
        : [`${address}: ${status} ${headers.location ?? 'with another body'}`];
    const to = expected.to.replace('%', prefix + (address === '/' ? '' : address));
    return status === expected.status && headers.location === to
      ? []
      : [`${address}: ${status} ${headers.location ?? ''}, expected ${expected.status} ${to}`];
  };

  test('every published address, with and without a closing slash', async () => {
    assert.ok(pages.length > 500);
    const problems = await Promise.all(
      (['%', '%/'] as const).flatMap((form) =>
        pages.map(async (address) =>
          problem(await ask(form.replace('%', address)), expects.forms[form], address),
        ),
      ),
    );
    assert.deepEqual(problems.flat(), []);
  });

  test('the home page', async () => {
    assert.deepEqual(problem(await ask('/'), 'page', '/'), []);
    if (prefix !== '') assert.deepEqual(problem(await ask(''), expects.bareBase, '/'), []);
  });

  test('addresses that end in .html or /index.html', async () => {
    for (const form of ['%.html', '%/index.html'] as const)
      for (const address of ['/codes/7014', '/codes/0', '/about'])
        assert.deepEqual(
          problem(await ask(form.replace('%', address)), expects.forms[form], address),
          [],
          form,
        );
  });

  test('the page of the HTTP number 404 is a page', async () => {
    const { status, body } = await ask('/codes/404/');
    assert.equal(status, 200);
    assert.ok(body.equals(pageFile('/codes/404')));
  });

  test('an unknown address answers 404 with the page of the site', async () => {
    for (const path of [
      '/codes/7099',
      '/codes/7099/',
      '/codes/7014/x',
      '/codes/7099.json',
      '/nothing',
    ]) {
      const { status, body } = await ask(path);
      assert.equal(status, 404, path);
      assert.ok(body.equals(notFound), path);
    }
    assert.match(notFound.toString(), /No page at this address/);
  });

  test('a folder without a page is never listed', async () => {
    for (const path of ['/_astro', '/_astro/', '/pagefind', '/pagefind/', '/pagefind/index/'])
      assert.equal((await ask(path)).status, 404, path);
  });

  test('every kind of file has its type', async () => {
    for (const [path, type] of Object.entries({
      ...types,
      [hashed]: types['/pagefind/pagefind.js'],
    })) {
      const { headers } = await ask(path);
      if (expects.ownTypes) assert.equal(headers['content-type'], type, path);
      else if (type?.startsWith('text/'))
        assert.equal(headers['content-type']?.split(';')[0], type.split(';')[0], path);
    }
  });

  test('every kind of answer has the security headers, each once', async () => {
    for (const path of [...Object.values(kinds), hashed]) {
      const { headers } = await ask(path);
      for (const [name, value] of Object.entries(securityHeaders))
        if (expects.securityHeaders)
          assert.match(String(headers[name]), value, `${name} of ${path}`);
        else assert.equal(headers[name], undefined, `${name} of ${path}`);
    }
  });

  test('only files whose name changes with their content are kept without asking', async () => {
    if (expects.caching === null) return;
    for (const path of [
      ...Object.values(kinds),
      '/service-worker.js',
      '/pagefind/pagefind-entry.json',
    ])
      assert.equal((await ask(path)).headers['cache-control'], expects.caching.other, path);
    assert.equal((await ask(hashed)).headers['cache-control'], expects.caching.hashed);
  });

  test('data may be read from other origins', async () => {
    const allowed = async (path: string) =>
      (await ask(path)).headers['access-control-allow-origin'];
    const { otherOrigins } = expects;
    for (const path of ['/codes.json', '/codes.schema.json', kinds.data, kinds.text, '/llms.txt'])
      if (otherOrigins !== null) assert.equal(await allowed(path), '*', path);
    assert.equal(await allowed('/'), undefined);
    assert.equal(
      await allowed(kinds.page),
      otherOrigins === 'data and code pages' ? '*' : undefined,
    );
  });

  test('files for hosts are not served', async () => {
    if (!expects.hidesHostFiles) return;
    for (const file of ['_headers', '_redirects', '.nginx.conf', '.assetsignore', '.nojekyll']) {
      assert.ok(read(file), file);
      const { status, body } = await ask(`/${file}`);
      assert.equal(status, 404, file);
      assert.ok(body.equals(notFound), file);
    }
  });

  test('no path leads out of the site', async () => {
    for (const path of [
      '/../package.json',
      '/../../package.json',
      '/..%2fpackage.json',
      '/%2e%2e/package.json',
      '/codes/../../package.json',
      '/codes/..%2f..%2fpackage.json',
      '/codes/..%5c..%5cpackage.json',
      '//../package.json',
      '/../../../../../../etc/passwd',
      '/%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2fetc%2fpasswd',
      '/codes/7014%00.html',
      '/%E0%A4%A',
    ]) {
      const { status, body } = await ask(path);
      // Not `doesNotMatch`, which would print the whole page.
      assert.ok(!/"devDependencies"|root:x:0:/.test(body.toString('latin1')), path);
      if (expects.refusesBrokenPaths) assert.ok(status >= 400 && status < 500, `${status} ${path}`);
      else assert.notEqual(status, 200, path);
    }
  });

  test('no answer sends the reader to another host', async () => {
    for (const path of [
      '//other.example',
      '//other.example/..',
      '//codes',
      '/%5cother.example/',
      '//codes/7014',
    ])
      for (const asked of [path, prefix + path]) {
        const { location } = (await client.ask(asked)).headers;
        assert.ok(
          location === undefined || /^\/(?![/\\])/.test(location),
          `${asked} → ${location}`,
        );
      }
  });

  test('a query changes nothing', async () => {
    for (const query of ['?x=<script>', '?../../etc/passwd', '?ts=1732540800', '?%00'])
      assert.deepEqual(
        problem(await ask(`/codes/7014/${query}`), 'page', '/codes/7014'),
        [],
        query,
      );
  });

  test('HEAD answers as GET does, without the body', async () => {
    for (const path of ['/', '/codes/7014/', '/codes/7099', '/codes.json']) {
      const get = await ask(path);
      const head = await ask(path, { method: 'HEAD' });
      assert.equal(head.status, get.status, path);
      assert.equal(head.headers['content-type'], get.headers['content-type'], path);
      assert.equal(head.body.length, 0, path);
    }
  });

  test('text is sent compressed to whoever takes it', async () => {
    if (!expects.compresses) return;
    for (const [path, file] of [
      ['/codes/7014', 'codes/7014.html'],
      ['/codes.json', 'codes.json'],
      ['/codes/7014.md', 'codes/7014.md'],
      [hashed, hashed],
    ] as const) {
      const { headers, body } = await ask(path, { headers: { 'accept-encoding': 'gzip' } });
      assert.equal(headers['content-encoding'], 'gzip', path);
      assert.match(String(headers.vary), /Accept-Encoding/i, path);
      assert.ok(gunzipSync(body).equals(read(file)), path);
      assert.equal((await ask(path)).headers['content-encoding'], undefined, path);
    }
  });
}
