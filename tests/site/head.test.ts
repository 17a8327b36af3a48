/** What search engines and chat windows read of a page: titles, pictures, the trail and the feed. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { LANGUAGES } from '../../src/words/languages.ts';
import { PICTURES } from '../render-pictures.ts';
import { addresses, DIST, htmlOf, pageOf, SITE, textOf } from './build.ts';

const BASE = new URL(SITE).pathname.replace(/\/$/, '');
/** Symbols lead elsewhere at once, and are no pages to share. */
const pages = addresses
  .map((address) => ({ address, root: pageOf(address) }))
  .filter(({ root }) => !root.querySelector('meta[http-equiv="refresh"]'));
type Page = (typeof pages)[number]['root'];

const meta = (root: Page, name: string): string =>
  root.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content') ??
  '';

const trailOf = (root: Page) => {
  const block = root.querySelector('script[type="application/ld+json"]');
  if (!block) return null;
  const { '@type': type, itemListElement: items } = JSON.parse(block.textContent) as {
    '@type': string;
    itemListElement: { position: number; name: string; item?: string }[];
  };
  assert.equal(type, 'BreadcrumbList');
  assert.deepEqual(
    items.map(({ position }) => position),
    items.map((_, index) => index + 1),
  );
  return items.map(({ name, item }) => [name, item]);
};

for (const [address, title] of [
  ['/', 'What each code means and how to fix it · mPaaS MGS result codes'],
  ['/codes/7014', '7014 missing sign parameter · mPaaS MGS result codes'],
  ['/codes/16', '16 DNS lookup failed on the phone (Android) · mPaaS MGS result codes'],
  [
    '/codes/0',
    '0: unknown error (Android) or network failure of any kind (iOS) · mPaaS MGS result codes',
  ],
  ['/codes/502', '502 Bad Gateway (HTTP) · mPaaS MGS result codes'],
  ['/codes/gateway', 'Gateway codes · mPaaS MGS result codes'],
  ['/codes/http-4xx', 'HTTP status 4xx (Android) · mPaaS MGS result codes'],
  ['/guides/timeouts', 'Timeouts · mPaaS MGS result codes'],
] as const)
  test(`${address} is listed as "${title}"`, () => {
    const root = pageOf(address);
    assert.equal(textOf(root.querySelector('title')), title);
    assert.equal(meta(root, 'og:title'), title.split(' · ')[0]);
  });

test('no two pages that search engines list have the same title or description', () => {
  const listed = pages.filter(({ address, root }) =>
    root
      .querySelector('link[rel=canonical]')
      ?.getAttribute('href')
      ?.endsWith(address === '/' ? `${BASE}/` : address),
  );
  assert.ok(listed.length > 100);
  for (const valueOf of [
    (root: Page) => textOf(root.querySelector('title')),
    (root: Page) => meta(root, 'description'),
  ]) {
    const values = listed.map(({ root }) => valueOf(root));
    assert.deepEqual(
      values.filter((value, index) => value === '' || values.indexOf(value) < index),
      [],
    );
  }
});

test('the description of a number with several meanings tells each of them', () => {
  const description = meta(pageOf('/codes/3003'), 'description');
  assert.match(description, /Gateway 3003: .{20,}\. iOS 3003: .{20,}\.$/);
});

test('every page has the picture of its language, an icon, colours and the feed', () => {
  for (const { address, root } of pages) {
    const lang = root.querySelector('html')?.getAttribute('lang');
    const language = LANGUAGES.find(({ tag }) => tag === lang) ?? assert.fail(address);
    assert.equal(meta(root, 'og:image'), `${SITE}/og-${language.id}.png`, address);
    assert.equal(meta(root, 'twitter:card'), 'summary_large_image', address);
    assert.match(meta(root, 'og:locale'), /^[a-z]{2}_[A-Z]{2}$/, address);
    assert.equal(
      meta(root, 'og:type'),
      address === '/' || address === language.path ? 'website' : 'article',
      address,
    );
    assert.equal(root.querySelectorAll('meta[name=theme-color][media]').length, 2, address);
    for (const rel of ['rel=apple-touch-icon', 'rel=alternate][type="application/atom+xml"']) {
      const path = root.querySelector(`link[${rel}]`)?.getAttribute('href') ?? '';
      assert.ok(existsSync(DIST + path.slice(BASE.length)), `${address}: ${rel} ${path}`);
    }
  }
});

for (const { name, width, height } of PICTURES)
  test(`${name}.png is a picture of ${width} × ${height}`, () => {
    const bytes = readFileSync(`${DIST}/${name}.png`);
    assert.equal(bytes.toString('latin1', 1, 4), 'PNG');
    assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [width, height]);
    assert.ok(!readFileSync(`${DIST}/service-worker.js`, 'utf8').includes(`${name}.png`));
  });

test('the trail leads from all codes over the table to the number, and from the start to a guide', () => {
  assert.deepEqual(trailOf(pageOf('/codes/7014')), [
    ['All codes', `${SITE}/codes`],
    ['Gateway codes', `${SITE}/codes/gateway`],
    ['7014', undefined],
  ]);
  assert.deepEqual(trailOf(pageOf('/codes/0')), [
    ['All codes', `${SITE}/codes`],
    ['0', undefined],
  ]);
  assert.deepEqual(trailOf(pageOf('/guides/timeouts')), [
    ['MGS result codes', `${SITE}/`],
    ['Timeouts', undefined],
  ]);
  assert.equal(trailOf(pageOf('/codes/gateway'))?.length, 2);
});

test('every step of every trail is a page', () => {
  const trails = pages.flatMap(({ root }) => trailOf(root) ?? []);
  assert.ok(trails.length > 400);
  for (const [, item] of trails)
    if (item) assert.ok(htmlOf(new URL(item).pathname.slice(BASE.length)), item);
});
