/** What a reader waits for: the bytes of the first response, and what comes after it before a search. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync, constants, gunzipSync, gzipSync } from 'node:zlib';
import { readContent } from '../../src/pipeline/read-content.ts';
import { createCatalogue } from '../../src/domain/codes/catalogue.ts';
import { pageShrinker } from '../../src/pipeline/shrink-page.ts';
import { codePageView, isChooser } from '../../src/site/code-page.ts';
import { ENGLISH_EDITION } from '../../src/site/edition.ts';
import { EDITIONS } from '../../src/site/editions.ts';
import { DIST, htmlOf, pageOf, treeOf } from './build.ts';

/** Bytes, gzip -9: about one round trip, ten segments of TCP. */
const FIRST_RESPONSE = 14_600;
/** Node's own zlib makes of Chinese up to 2 % more than gzip(1), whose bytes are meant. */
const firstResponseOf = (address: string): number =>
  FIRST_RESPONSE * (address.startsWith(ENGLISH_EDITION.path('/codes/')) ? 1 : 1.02);
/** The whole page of a number with several meanings; what matters first is within the first round trip. */
const SEVERAL_MEANINGS = 18_000;
/** Bytes over the wire of everything that a page loads by itself, and in how many requests. */
const COLD_LOAD = { bytes: 20 * 1024, requests: 4 };

const catalogue = createCatalogue(readContent('.').content);
const addresses = [
  ...EDITIONS.flatMap(({ path }) =>
    catalogue.pages
      .filter(({ meanings, http }) => meanings.length > 0 || http?.own)
      .map(({ code }) => path(`/codes/${code}`)),
  ),
  '/codes/100',
  '/codes/kDTRpcNetworkError',
];

/** What the browser fetches with a page: styles, scripts and what these import; icon and manifest are not counted. */
const resourcesOf = (html: string): string[] => [
  ...new Set(
    treeOf(html)
      .querySelectorAll('script[src], link[rel=stylesheet], img[src]')
      .map((node) => node.getAttribute('src') ?? node.getAttribute('href') ?? '')
      .flatMap((path) => [path, ...importsOf(path)]),
  ),
];

/** The scripts that a script imports before it runs, and those that they import. */
function importsOf(path: string): string[] {
  if (!path.endsWith('.js')) return [];
  const imports = readFileSync(DIST + path, 'utf8').matchAll(/\bfrom"\.(\/[^"]+)"/g);
  return Array.from(imports, ([, file = '']) => posix.dirname(path) + file).flatMap((each) => [
    each,
    ...importsOf(each),
  ]);
}

/** Of Brotli: the highest makes a tenth less of a page, and takes twenty times as long. */
const [QUICK_GRADE, HIGHEST_GRADE] = [6, 11];
/** What the two grades make of pages like these differs from page to page by less than this part. */
const GRADES_DIFFER = 0.06;

/** What Brotli makes of a text at one of its grades. */
const compressed = (body: string | Buffer, grade: number): number =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: grade } }).length;

const weights = new Map<string, number>();
/** Bytes of a file over the wire; pages share most of them. */
function weightOf(path: string): number {
  const weight = weights.get(path) ?? compressed(readFileSync(DIST + path), HIGHEST_GRADE);
  weights.set(path, weight);
  return weight;
}

const choosers = new Map(
  EDITIONS.flatMap((edition) =>
    catalogue.pages
      .filter((page) => isChooser(page))
      .map(
        (page) =>
          [edition.path(`/codes/${page.code}`), codePageView(catalogue, edition, page)] as const,
      ),
  ),
);

for (const address of addresses.filter((each) => !choosers.has(each)))
  test(`${address} comes in one round trip`, () => {
    const bytes = gzipSync(htmlOf(address), { level: 9 }).length;
    assert.ok(bytes <= firstResponseOf(address), `${bytes} bytes`);
  });

for (const [address, { cards, entries }] of choosers)
  test(`${address} brings its cards and every first step in one round trip`, () => {
    const bytes = gzipSync(htmlOf(address), { level: 9 });
    assert.ok(bytes.length <= SEVERAL_MEANINGS, `${bytes.length} bytes`);
    const first = gunzipSync(bytes.subarray(0, firstResponseOf(address)), {
      finishFlush: constants.Z_SYNC_FLUSH,
    }).toString('utf8');
    const within = pageOf(address)
      .querySelectorAll('.meaning-cards, .first-step')
      .filter(({ range }) => range[1] <= first.length);
    // One list of cards, and the steps.
    assert.equal(within.length, 1 + entries.filter(({ firstStep }) => firstStep !== null).length);
    assert.ok(cards.length > 1);
  });

const coldLoads = addresses.map((address) => {
  const html = htmlOf(address);
  const resources = resourcesOf(html);
  const shared = resources.map(weightOf).reduce((sum, weight) => sum + weight, 0);
  return { address, html, resources, shared, quick: shared + compressed(html, QUICK_GRADE) };
});
const heaviest = Math.max(...coldLoads.map(({ quick }) => quick));

for (const { address, html, resources, shared, quick } of coldLoads)
  test(`${address} loads little besides`, () => {
    assert.ok(resources.length + 1 <= COLD_LOAD.requests, resources.join());
    if (quick <= COLD_LOAD.bytes || quick < heaviest * (1 - GRADES_DIFFER)) return;
    const bytes = shared + compressed(html, HIGHEST_GRADE);
    assert.ok(bytes <= COLD_LOAD.bytes, `${bytes} bytes`);
  });

test('nothing keeps a code page from being painted', () => {
  for (const address of addresses) {
    const head = pageOf(address);
    for (const link of head.querySelectorAll('link[rel=stylesheet]'))
      assert.equal(link.getAttribute('media'), 'print', address);
    for (const script of head.querySelectorAll('script[src]'))
      assert.equal(script.getAttribute('type'), 'module', address);
  }
});

test('pages that share styles keep each what it uses, whatever came before it', () => {
  const css =
    ':root{--a:1px;--b:2px}p{top:0}q{top:1px}b:not(:where(.x)){top:2px}b:not(:where(.x)){left:0}';
  const pages = [
    '<p></p>',
    '<q></q>',
    '<p></p><b></b>',
    '<b></b>',
    '<b class="x"></b>',
    '<b style="left:var(--a)"></b>',
    '<b style="left:var(--b)"></b>',
    '<b style="left:var(--a);top:var(--b)"></b>',
  ].map((markup) => `<style>${css}</style><body>${markup}</body>`);
  // They keep their names, which depend on what came before.
  const shrinker = () => pageShrinker([], ['i{top:var(--a);left:var(--b)}']);
  const alone = pages.map((page) => shrinker()(page));
  assert.equal(new Set(alone).size, pages.length);
  assert.deepEqual(pages.map(shrinker()), alone);
  assert.deepEqual(pages.toReversed().map(shrinker()).toReversed(), alone);
});
