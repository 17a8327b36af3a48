/** What full-text search can find, read from the index itself. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { readContent } from '../../src/pipeline/read-content.ts';
import { createCatalogue } from '../../src/domain/codes/catalogue.ts';
import { DIST } from './build.ts';

type Fragment = { url: string; meta: Record<string, string> };

const catalogue = createCatalogue(readContent('.').content);
const fragments = globSync(`${DIST}/pagefind/fragment/*`).map((file) => {
  const text = gunzipSync(readFileSync(file)).toString('utf8');
  return JSON.parse(text.slice(text.indexOf('{'))) as Fragment;
});
const fragmentOf = (path: string) => fragments.find(({ url }) => url.replace(/\/$/, '') === path);

test('every code page is found with its family, its title and its names', () => {
  for (const { code, meanings } of catalogue.pages) {
    if (!meanings.some(({ standing }) => standing === 'documented')) continue;
    const fragment = fragmentOf(`/codes/${code}`);
    assert.ok(fragment, code);
    for (const { title, names } of meanings) {
      assert.ok(fragment.meta['title']?.includes(title), code);
      for (const { text } of names) assert.ok(fragment.meta['aliases']?.includes(text), text);
    }
    assert.equal(fragment.meta['family']?.split(', ').length, meanings.length, code);
  }
});

test('addresses that are no entries are not found: bare HTTP numbers, symbols, the 404 page', () => {
  const strays = fragments
    .map(({ url }) => url)
    .filter((url) => {
      const page = catalogue.page(/^\/codes\/(\d+)\/?$/.exec(url)?.[1] ?? '');
      const isBareStatus =
        page?.http?.own === false && catalogue.meaningsOf(page.code).length === 0;
      return isBareStatus || /^\/codes\/kDTRpc/i.test(url) || /^\/404/.test(url);
    });
  assert.deepEqual(strays, []);
});

test('nothing is written whose order a hash table decides', () => {
  const { languages } = JSON.parse(
    readFileSync(`${DIST}/pagefind/pagefind-entry.json`, 'utf8'),
  ) as { languages: Record<string, unknown> };
  assert.deepEqual(Object.keys(languages), ['en', 'zh-cn']);
  // Pagefind puts the values of a filter in an order that differs from build to build.
  assert.deepEqual(globSync(`${DIST}/pagefind/filter/*`), []);
});

test('what is not used is not shipped: ready-made interfaces, worker, programs of other languages', () => {
  assert.deepEqual(globSync(`${DIST}/pagefind/{*-ui*,*-highlight*,*-worker*}`), []);
  // Pagefind has no program of its own for Chinese: that edition runs the one for unknown languages.
  assert.deepEqual(globSync('wasm.*', { cwd: `${DIST}/pagefind` }).sort(), [
    'wasm.en.pagefind',
    'wasm.unknown.pagefind',
  ]);
});
