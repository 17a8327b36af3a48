/** What the installed site keeps: all that a reader needs, within its budget, and each of its files there. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readContent } from '../../src/pipeline/read-content.ts';
import { createCatalogue, isOfClassOnly } from '../../src/domain/codes/catalogue.ts';
import {
  hashOf,
  otherEditions,
  pathsOf,
  type OfflineCopy,
} from '../../src/delivery/offline-copy.ts';
import { DIST } from './build.ts';

/**
 * Bytes over the wire, compressed as any host does: of a number's page on average, and of all the
 * rest. Chinese takes more: Pagefind writes a separator of three bytes between its words.
 */
const MOST = { page: 12.25 * 1024, rest: { '': 1104 * 1024, '/zh-cn': 1260 * 1024 } };

const catalogue = createCatalogue(readContent('.').content);
const [listLine = ''] = readFileSync(`${DIST}/service-worker.js`, 'utf8').split('\n');
const copy = JSON.parse(listLine.replace(/^const OFFLINE_COPY=|;$/g, '')) as OfflineCopy;
const { files } = copy;
const paths = Object.keys(files);

function fileOf(path: string): string {
  const asFile = DIST + path;
  if (path.includes('.')) return asFile;
  return path === '/404' ? `${asFile}.html` : `${asFile.replace(/\/$/, '')}/index.html`;
}

test('every file that is kept is there', () => {
  assert.ok(paths.length > 100, String(paths.length));
  for (const path of paths) assert.ok(existsSync(fileOf(path)), path);
});

test('every kept file has the bytes that its hash tells', async () => {
  for (const [path, hash] of Object.entries(files))
    assert.equal(await hashOf(new Uint8Array(readFileSync(fileOf(path)))), hash, path);
});

test('every code, table, class and guide is kept, with search and the page for the rest', () => {
  const shared = ['/404', '/pagefind/pagefind.js'];
  const inEveryEdition = [
    '/',
    '/codes',
    '/decode',
    '/codes/500',
    '/manifest.webmanifest',
    ...catalogue.pages.filter((page) => !isOfClassOnly(page)).map(({ code }) => `/codes/${code}`),
    ...catalogue.families.map(({ family }) => `/codes/${family}`),
    ...catalogue.classes.map(({ id }) => `/codes/${id}`),
    ...catalogue.guides.map(({ id }) => `/guides/${id}`),
  ];
  for (const edition of ['', ...otherEditions]) {
    const kept = pathsOf(copy, edition);
    const own = inEveryEdition.map((path) => (edition + path).replace(/(?<=.)\/$/, ''));
    for (const path of [...shared, ...own]) assert.ok(kept.includes(path), path);
  }
});

for (const [edition, mostOfRest] of Object.entries(MOST.rest))
  test(`the edition at ${edition || '/'} installs with little`, () => {
    const bytesOf = (some: readonly string[]) =>
      some
        .map((path) => gzipSync(readFileSync(fileOf(path)), { level: 6 }).length)
        .reduce((sum, length) => sum + length, 0);
    const kept = pathsOf(copy, edition);
    const isNumberPage = (path: string) => /^\/codes\/\d+$/.test(path.slice(edition.length));
    const pages = kept.filter(isNumberPage);
    const rest = bytesOf(kept.filter((path) => !isNumberPage(path)));
    assert.ok(pages.length > 100, String(pages.length));
    assert.ok(bytesOf(pages) <= pages.length * MOST.page, `${bytesOf(pages)} bytes`);
    assert.ok(rest <= mostOfRest, `${rest} bytes`);
  });
