/** Every link leads somewhere, to the very place it names, and nothing is fetched from elsewhere. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { oneFilePaths } from '../../src/site/urls.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { addresses, DIST, htmlOf, SITE, treeOf } from './build.ts';

type Link = { readonly page: string; readonly target: string };

const links: Link[] = [];
const resources: Link[] = [];
const ids = new Map<string, ReadonlySet<string>>();
const sources: [string, string][] = [
  ...addresses.map((page): [string, string] => [page, htmlOf(page)]),
  ['/404', readFileSync(`${DIST}/404.html`, 'utf8')],
  ...oneFilePaths.map((path): [string, string] => [path, readFileSync(DIST + path, 'utf8')]),
];

for (const [page, html] of sources) {
  const root = treeOf(html);
  const found = root.querySelectorAll('[id]').map((node) => node.id);
  ids.set(page, new Set(found));
  for (const node of root.querySelectorAll('a[href]'))
    links.push({ page, target: node.getAttribute('href') ?? '' });
  for (const node of root.querySelectorAll('meta[http-equiv=refresh]'))
    links.push({ page, target: node.getAttribute('content')?.split('url=')[1] ?? '' });
  for (const node of root.querySelectorAll('[src], link[href]')) {
    // Whole addresses that name a page, and load nothing.
    if (['canonical', 'sitemap'].includes(node.getAttribute('rel') ?? '')) continue;
    if (node.hasAttribute('hreflang') && node.rawTagName === 'link') {
      links.push({ page, target: (node.getAttribute('href') ?? '').replace(SITE, '') || '/' });
      continue;
    }
    const target = node.getAttribute('src') ?? node.getAttribute('href') ?? '';
    if (!target.startsWith('data:')) resources.push({ page, target });
  }
}

const wrong = (all: readonly Link[], isRight: (link: Link) => boolean) =>
  all.filter((link) => !isRight(link)).map(({ page, target }) => `${page} → ${target}`);

test('there are links to check', () => {
  assert.ok(links.length > 5000);
  assert.ok(resources.length > 500);
});

test('links within the site lead to a page and to a place that exist', () => {
  const broken = wrong(links, ({ page, target }) => {
    if (/^https?:/.test(target)) return true;
    const [path = '', fragment] = target.split('#');
    const address = path === '' ? page : path.replace(/(?<=.)\/$/, '');
    const known = ids.get(address);
    // A feed or another file for machines is no page.
    if (known === undefined) return fragment === undefined && existsSync(DIST + path);
    return fragment === undefined || known.has(fragment);
  });
  assert.deepEqual(broken, []);
});

test('links of a page stay in its language, but for the switch', () => {
  for (const { path } of LANGUAGES) {
    if (path === '') continue;
    const inPath = (address: string) => address === path || address.startsWith(`${path}/`);
    const away = sources
      .filter(([page]) => inPath(page))
      .flatMap(([page, html]) =>
        treeOf(html)
          .querySelectorAll('a[href^="/"]:not([hreflang])')
          .map((node) => ({ page, target: node.getAttribute('href') ?? '' })),
      );
    assert.ok(away.length > 5000, `${away.length} links`);
    const stays = ({ target }: Link) => {
      const [address = ''] = target.split('#');
      return inPath(address) || !ids.has((path + address).replace(/\/$/, ''));
    };
    assert.deepEqual(wrong(away, stays), []);
  }
});

test('links are absolute within the site, so that a page reads the same in both its forms', () => {
  const relative = wrong(links, ({ target }) => /^(?:[/#]|https:\/\/)/.test(target));
  assert.deepEqual(relative, []);
});

test('nothing is fetched from another host', () => {
  const foreign = wrong(
    resources,
    ({ target }) => target.startsWith('/') && !target.startsWith('//') && existsSync(DIST + target),
  );
  assert.deepEqual(foreign, []);
});
