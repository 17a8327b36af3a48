/** Every page carries the policy, and every script that stands in one is named by its hash. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { LANGUAGES } from '../../src/words/languages.ts';
import { isOneFile } from '../../src/site/urls.ts';
import { DIST, treeOf } from './build.ts';

/** A page and its twin are one text. */
const paths = new Map(
  globSync('**/*.html', { cwd: DIST }).map((path) => [
    readFileSync(`${DIST}/${path}`, 'utf8'),
    path,
  ]),
);
const pages = [...paths].map(([html, path]) => ({ path, head: treeOf(html) }));
const policyOf = ({ head }: (typeof pages)[number]): string =>
  head.querySelector('meta[http-equiv="content-security-policy"]')?.getAttribute('content') ?? '';

/** Without data blocks, which no browser runs. */
const inlineScripts = ({ head }: (typeof pages)[number]) =>
  head.querySelectorAll('script:not([src]):not([type="application/ld+json"])');

test('every page has a policy, before anything that it binds', () => {
  for (const page of pages) {
    assert.match(policyOf(page), /^default-src 'none';/, page.path);
    const [first, second] = page.head.querySelectorAll('head > *');
    assert.equal(first?.getAttribute('charset'), 'utf-8', page.path);
    assert.equal(second?.getAttribute('http-equiv'), 'content-security-policy', page.path);
  }
});

test('no policy lets a script run that it does not name', () => {
  for (const page of pages) {
    const scripts = /script-src ([^;]*)/.exec(policyOf(page))?.[1] ?? '';
    assert.doesNotMatch(
      scripts,
      /unsafe-inline|(?<!wasm-)unsafe-eval|https?:|\*|data:|blob:/,
      page.path,
    );
    for (const script of inlineScripts(page)) {
      const hash = createHash('sha256').update(script.innerHTML).digest('base64');
      assert.ok(scripts.includes(`'sha256-${hash}'`), `${page.path}: ${script.innerHTML}`);
    }
    for (const node of page.head.querySelectorAll('*'))
      for (const name of Object.keys(node.attributes))
        assert.doesNotMatch(name, /^on/i, `${page.path}: ${node.tagName} ${name}`);
  }
});

test('no page adds a hash: all share the few scripts that a policy names', () => {
  const ofSite = pages.filter(({ path }) => !isOneFile(`/${path}`));
  const blocks = ofSite.flatMap(({ head }) =>
    head.querySelectorAll('script[type="application/ld+json"]').map(({ innerHTML }) => innerHTML),
  );
  assert.ok(new Set(blocks).size > 100);
  const policies = new Set(ofSite.map(policyOf));
  assert.equal(policies.size, 1);
  const hashes = [...policies].join().match(/'sha256-[^']*'/g) ?? [];
  const scripts = new Set(
    ofSite.flatMap((page) => inlineScripts(page).map(({ innerHTML }) => innerHTML)),
  );
  assert.equal(hashes.length, scripts.size);
  assert.ok(hashes.length < 6, `${hashes.length} hashes`);
});

test('the headers of the hosts say the same, and name the scripts of the one files besides', () => {
  const policy = policyOf(pages.find(({ path }) => path === 'index.html') ?? assert.fail());
  const ofFiles = LANGUAGES.map(({ path }) => {
    const file = `${path}/mgs-codes.html`.slice(1);
    return policyOf(pages.find((page) => page.path === file) ?? assert.fail(file));
  });
  const [before = '', after = ''] = policy.split(';style-src');
  const scripts = [before, ...ofFiles.map((own) => /'sha256-[^']*'/.exec(own)?.[0] ?? '')].join(
    ' ',
  );
  for (const file of ['_headers', '.nginx.conf'])
    assert.ok(
      readFileSync(`${DIST}/${file}`, 'utf8').includes(`${scripts};style-src${after}`),
      file,
    );
});
