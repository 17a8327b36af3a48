/** The addresses are a contract: what was published answers, and names itself, everywhere the same. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { sitemapFilter } from '../../src/pipeline/sitemap.ts';
import { languageAt } from '../../src/site/urls.ts';
import { addresses, DIST, htmlOf, pageOf, publishedAddresses, SITE } from './build.ts';

const published = publishedAddresses();
const inSitemap = sitemapFilter('.');

test('every published address is built, in both forms', () => {
  const missing = published.filter(
    (address) =>
      !addresses.includes(address) || (address !== '/' && !existsSync(`${DIST}${address}.html`)),
  );
  assert.deepEqual(missing, []);
});

test('every built address is in the published list', () => {
  const unlisted = addresses.filter((address) => !published.includes(address));
  assert.deepEqual(unlisted, [], 'append these lines to content/addresses.txt');
});

test('the published list names no address twice', () => {
  assert.equal(new Set(published).size, published.length);
});

test('twins are the same page, byte for byte', () => {
  const different = addresses.filter(
    (address) =>
      address !== '/' && readFileSync(`${DIST}${address}.html`, 'utf8') !== htmlOf(address),
  );
  assert.deepEqual(different, []);
});

test('a page names itself by the address without a closing slash', () => {
  for (const address of addresses) {
    const page = pageOf(address);
    const canonical = page.querySelector('link[rel=canonical]')?.getAttribute('href');
    const url = page.querySelector('meta[property="og:url"]')?.getAttribute('content');
    const own = address === '/' ? `${SITE}/` : SITE + address;
    if (inSitemap(address)) {
      assert.equal(canonical, own, address);
      assert.equal(url, own, address);
    } else {
      // Bare HTTP numbers and symbols name the page that stands for them.
      const edition = languageAt(address).path;
      assert.ok(canonical?.startsWith(`${SITE}${edition}/codes/`), address);
      assert.notEqual(canonical, own, address);
      if (url !== undefined) assert.equal(url, canonical, address);
    }
    assert.equal(page.querySelectorAll('link[rel=canonical]').length, 1, address);
  }
});

test('the sitemap lists exactly the pages that stand for themselves', () => {
  const sitemap = readFileSync(`${DIST}/sitemap-0.xml`, 'utf8');
  const listed = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url);
  const expected = addresses
    .filter(inSitemap)
    .map((address) => (address === '/' ? `${SITE}/` : SITE + address));
  assert.deepEqual(listed.toSorted(), expected.toSorted());
});

test('Cloudflare does not take the page of 404 for its error page', () => {
  assert.equal(
    readFileSync(`${DIST}/.assetsignore`, 'utf8'),
    'codes/404.html\n.nginx.conf\n.nojekyll\n',
  );
  assert.equal(readFileSync(`${DIST}/_redirects`, 'utf8'), '/codes/404 /codes/404/ 200\n');
  assert.ok(existsSync(`${DIST}/codes/404/index.html`));
});
