/** Which files the installed site keeps, and how an address finds them again. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContent } from '../../src/pipeline/read-content.ts';
import { createCatalogue } from '../../src/domain/codes/catalogue.ts';
import {
  answeredByRow,
  editionOf,
  hashOf,
  isKept,
  isPagePath,
  isUnchanging,
  keptPath,
  pageOfFile,
  pathBelow,
  pathsOf,
  rowsOf,
  type OfflineCopy,
} from '../../src/delivery/offline-copy.ts';

const catalogue = createCatalogue(readContent('.').content);
const rows = rowsOf(catalogue);
const leftOut = answeredByRow(catalogue);
const copy: OfflineCopy = {
  root: '/docs/mgs',
  version: 'x',
  files: Object.fromEntries(
    [
      '/',
      '/404',
      '/codes',
      '/codes/0',
      '/codes/7014',
      '/codes/404',
      '/codes/500',
      '/codes/http-4xx',
      '/codes/http-other',
      '/codes/kDTRpcNetworkError',
      '/_astro/page.js',
    ].map((path) => [path, 'hash']),
  ),
  rows,
};

for (const [path, kept] of [
  ['/', '/'],
  ['/index.html', '/'],
  ['/codes', '/codes'],
  ['/codes/', '/codes'],
  ['/codes/7014', '/codes/7014'],
  ['/codes/7014/', '/codes/7014'],
  ['/codes/7014.html', '/codes/7014'],
  ['/codes/7014/index.html', '/codes/7014'],
  ['/codes/404', '/codes/404'],
  ['/codes/404/', '/codes/404'],
  ['/codes/410', '/codes/http-4xx'],
  ['/codes/410/', '/codes/http-4xx'],
  ['/codes/200', '/codes/http-other'],
  ['/codes/599.html', '/codes/http-other'],
  ['/codes/500', '/codes/500'],
  ['/codes/kDTRpcNetworkError', '/codes/kDTRpcNetworkError'],
  ['/_astro/page.js', '/_astro/page.js'],
  ['/codes/7099', null],
  ['/codes/600', null],
  ['/codes/99', null],
  ['/other', null],
] as const)
  test(`${path} is kept as ${kept ?? 'nothing'}`, () => {
    assert.equal(keptPath(copy, path), kept);
  });

test('paths are those below the base, and no others', () => {
  assert.equal(pathBelow('/docs/mgs', '/docs/mgs/codes/0'), '/codes/0');
  assert.equal(pathBelow('/docs/mgs', '/docs/mgs'), '/');
  assert.equal(pathBelow('/docs/mgs', '/docs/mgs2/codes'), null);
  assert.equal(pathBelow('/docs/mgs', '/codes/0'), null);
  assert.equal(pathBelow('', '/codes/0'), '/codes/0');
});

test('kept are pages and what they load; not twins, HTTP numbers that a row answers, files for machines, the one file', () => {
  for (const file of [
    'index.html',
    '404.html',
    'codes/7014/index.html',
    // A Security Guard number, statuses with advice of their own, and one that is in no row.
    'codes/101/index.html',
    'codes/404/index.html',
    'codes/429/index.html',
    'codes/500/index.html',
    '_astro/page.js',
    'pagefind/pagefind.js',
    'favicon.svg',
    'manifest.webmanifest',
  ])
    assert.ok(isKept(file, leftOut), file);
  for (const file of [
    'codes/7014.html',
    'codes/410/index.html',
    'codes/100/index.html',
    'codes/7014.json',
    'codes/7014.md',
    'codes.json',
    'llms.txt',
    'sitemap-0.xml',
    'mgs-codes.html',
    'og-en.png',
    'apple-touch-icon.png',
    '_headers',
    'service-worker.js',
  ])
    assert.ok(!isKept(file, leftOut), file);
});

test('a file is the page that its address shows', () => {
  assert.equal(pageOfFile('guides/timeouts/index.html'), '/guides/timeouts');
  assert.equal(pageOfFile('guides/timeouts.html'), null);
});

test('an address is a page, or a file for machines', () => {
  for (const path of [
    '/',
    '/codes',
    '/codes/7014',
    '/codes/7014/',
    '/codes/7014.html',
    '/codes/E7014.htm',
  ])
    assert.ok(isPagePath(path), path);
  for (const path of [
    '/codes.json',
    '/codes/7014.md',
    '/llms.txt',
    '/mgs-codes.html',
    '/.nginx.conf',
  ])
    assert.ok(!isPagePath(path), path);
});

test('only files with a hash in their name never change', () => {
  for (const path of [
    '/_astro/page.B3x.js',
    '/pagefind/index/en_1.pf_index',
    '/pagefind/pagefind.en_1.pf_meta',
    '/pagefind/2/fragment/en_1.pf_fragment',
    '/pagefind/2/pagefind.en_1.pf_meta',
  ])
    assert.ok(isUnchanging(path), path);
  for (const path of [
    '/pagefind/pagefind.js',
    '/pagefind/pagefind-entry.json',
    '/pagefind/2/pagefind-entry.json',
    '/favicon.svg',
    '/',
  ])
    assert.ok(!isUnchanging(path), path);
});

test('an edition is told by the path before its addresses', () => {
  const others = ['/zh-cn'];
  for (const [path, edition] of [
    ['/zh-cn', '/zh-cn'],
    ['/zh-cn/codes/7014', '/zh-cn'],
    ['/zh-cnx', ''],
    ['/codes/7014', ''],
    ['/', ''],
  ] as const)
    assert.equal(editionOf(path, others), edition, path);
});

test('a reader keeps one edition, and the files that all of them share', () => {
  const files = ['/', '/404', '/codes/0', '/zh-cn', '/zh-cn/codes/0'];
  const shared = ['/_astro/page.js', '/pagefind/pagefind.js', '/favicon.svg'];
  const both: OfflineCopy = {
    ...copy,
    files: Object.fromEntries([...files, ...shared].map((path) => [path, 'hash'])),
  };
  assert.deepEqual(pathsOf(both, '', ['/zh-cn']), ['/', '/404', '/codes/0', ...shared]);
  assert.deepEqual(pathsOf(both, '/zh-cn', ['/zh-cn']), [
    '/404',
    '/zh-cn',
    '/zh-cn/codes/0',
    ...shared,
  ]);
});

test('a reader keeps the search index and the words of one language', () => {
  const ofEnglish = [
    '/_astro/en.BrdzaZGk.js',
    '/_astro/search.en.BhuvBcQv.js',
    '/pagefind/fragment/en_02deba2.pf_fragment',
    '/pagefind/pagefind.en_e578b1c28f.pf_meta',
    '/pagefind/2/index/en_1.pf_index',
    '/pagefind/wasm.en.pagefind',
  ];
  const ofChinese = [
    '/_astro/search.zh-cn.BsOdAA8K.js',
    '/_astro/zh-cn.CpkOUeL-.js',
    '/pagefind/index/zh-cn_1.pf_index',
    '/pagefind/pagefind.zh-cn_201a9671241ab.pf_meta',
    '/pagefind/2/fragment/zh-cn_1.pf_fragment',
    '/pagefind/wasm.unknown.pagefind',
  ];
  const all: OfflineCopy = {
    ...copy,
    files: Object.fromEntries([...ofEnglish, ...ofChinese].map((path) => [path, 'hash'])),
  };
  assert.deepEqual(pathsOf(all, ''), ofEnglish);
  assert.deepEqual(pathsOf(all, '/zh-cn'), ofChinese);
});

test('a hash is the beginning of SHA-256', async () => {
  assert.equal(await hashOf(new TextEncoder().encode('abc')), 'ba7816bf8f01cfea');
});
