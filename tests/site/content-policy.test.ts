/** Every page carries the policy, and every script that stands in one is named by its hash. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'node-html-parser';
import { DIST } from './build.ts';

const pages = globSync('**/*.html', { cwd: DIST }).map((path) => ({
  path,
  head: parse(readFileSync(`${DIST}/${path}`, 'utf8')),
}));
const policyOf = ({ head }: (typeof pages)[number]): string =>
  head.querySelector('meta[http-equiv="content-security-policy"]')?.getAttribute('content') ?? '';

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
    for (const script of page.head.querySelectorAll('script:not([src])')) {
      const hash = createHash('sha256').update(script.innerHTML).digest('base64');
      assert.ok(scripts.includes(`'sha256-${hash}'`), `${page.path}: ${script.innerHTML}`);
    }
    for (const node of page.head.querySelectorAll('*'))
      for (const name of Object.keys(node.attributes))
        assert.doesNotMatch(name, /^on/i, `${page.path}: ${node.tagName} ${name}`);
  }
});

test('the headers of the hosts say the same, and name the script of the one file besides', () => {
  const policy = policyOf(pages.find(({ path }) => path === 'index.html') ?? assert.fail());
  const oneFile = policyOf(pages.find(({ path }) => path === 'mgs-codes.html') ?? assert.fail());
  const [before = '', after = ''] = policy.split(';style-src');
  const scripts = `${before} ${/'sha256-[^']*'/.exec(oneFile)?.[0] ?? ''}`;
  for (const file of ['_headers', '.nginx.conf'])
    assert.ok(
      readFileSync(`${DIST}/${file}`, 'utf8').includes(`${scripts};style-src${after}`),
      file,
    );
});
