/** What a reader waits for: the bytes of the first response, and what comes after it before a search. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { parse } from 'node-html-parser';
import { readContent } from '../../src/pipeline/read-content.ts';
import { createCatalogue } from '../../src/domain/codes/catalogue.ts';
import { DIST, htmlOf } from './build.ts';

/** Bytes, gzip -9: about one round trip, ten segments of TCP. */
const FIRST_RESPONSE = 14_600;
/** Bytes over the wire of everything that a page loads by itself, and in how many requests. */
const COLD_LOAD = { bytes: 24 * 1024, requests: 4 };

const catalogue = createCatalogue(readContent('.').content);
const addresses = [
  ...catalogue.pages.map(({ code }) => `/codes/${code}`),
  '/codes/100',
  '/codes/404',
  '/codes/kDTRpcNetworkError',
];

/** What the browser fetches with a page: styles and scripts; icon and manifest are not counted. */
const resourcesOf = (html: string): string[] =>
  parse(html)
    .querySelectorAll('script[src], link[rel=stylesheet], img[src]')
    .map((node) => node.getAttribute('src') ?? node.getAttribute('href') ?? '');

for (const address of addresses)
  test(`${address} comes in one round trip`, () => {
    const bytes = gzipSync(htmlOf(address), { level: 9 }).length;
    assert.ok(bytes <= FIRST_RESPONSE, `${bytes} bytes`);
  });

for (const address of addresses)
  test(`${address} loads little besides`, () => {
    const html = htmlOf(address);
    const resources = resourcesOf(html);
    assert.ok(resources.length + 1 <= COLD_LOAD.requests, resources.join());
    const bytes = [html, ...resources.map((path) => readFileSync(DIST + path))]
      .map((body) => brotliCompressSync(body).length)
      .reduce((sum, length) => sum + length);
    assert.ok(bytes <= COLD_LOAD.bytes, `${bytes} bytes`);
  });

test('nothing keeps a code page from being painted', () => {
  for (const address of addresses) {
    const head = parse(htmlOf(address));
    for (const link of head.querySelectorAll('link[rel=stylesheet]'))
      assert.equal(link.getAttribute('media'), 'print', address);
    for (const script of head.querySelectorAll('script[src]'))
      assert.equal(script.getAttribute('type'), 'module', address);
  }
});
