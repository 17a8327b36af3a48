/** A site that lacks anything is not published: what is missing is named. Reads a copy of the built site. */
import assert from 'node:assert/strict';
import { appendFileSync, cpSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { findGaps } from '../../src/pipeline/find-gaps.ts';
import { DIST, SITE } from './build.ts';

const folder = mkdtempSync(join(tmpdir(), 'mgs-gaps-'));
after(() => {
  rmSync(folder, { recursive: true });
});
cpSync(DIST, folder, { recursive: true });

const gaps = () => findGaps(folder, { root: '.', base: '/', site: SITE });
const [script = ''] = globSync('_astro/*.js', { cwd: folder }).sort();

/** Removes a file of the site while the gaps are looked for. */
async function gapsWithout(file: string): Promise<string[]> {
  rmSync(join(folder, file));
  const found = await gaps();
  cpSync(join(DIST, file), join(folder, file));
  return found;
}

test('the built site has none', async () => {
  assert.deepEqual(await gaps(), []);
});

for (const [file, named] of [
  [
    'codes/7014/index.html',
    /^\/codes\/7014 is listed in content\/addresses\.txt and was not built/,
  ],
  ['index.html', /^\/ is listed in/],
  ['codes/7014.html', /^\/codes\/7014\.html, the other form/],
  ['codes/7014.json', /^The file \/codes\/7014\.json/],
  ['codes/7014.md', /^The file \/codes\/7014\.md/],
  ['404.html', /^The file \/404\.html/],
  ['service-worker.js', /^The file \/service-worker\.js/],
  ['pagefind/pagefind.js', /^The file \/pagefind\/pagefind\.js/],
  ['.nginx.conf', /^The file \/\.nginx\.conf/],
  [script, /^\/_astro\/.*\.js is named on 404\.html and was not built/],
  ['favicon.svg', /^\/favicon\.svg is named on/],
] as const)
  test(`without ${file} it is not whole`, async () => {
    const found = await gapsWithout(file);
    assert.ok(
      found.some((gap) => named.test(gap)),
      found.join('\n'),
    );
  });

test('an empty file is a missing one', async () => {
  writeFileSync(join(folder, 'codes/7014/index.html'), '');
  assert.equal((await gaps()).length, 1);
  cpSync(join(DIST, 'codes/7014/index.html'), join(folder, 'codes/7014/index.html'));
});

test('a link, a picture or share data that lead nowhere are named, with the page', async () => {
  const page = join(folder, 'about/index.html');
  for (const markup of [
    '<a href="/guides/draft#x">',
    '<img src="/guides/draft">',
    `<meta content="${SITE}/guides/draft">`,
  ]) {
    appendFileSync(page, markup);
    const [gap, ...more] = await gaps();
    assert.match(
      gap ?? '',
      /^\/guides\/draft is named on about\/index\.html and was not built\. Fix/,
    );
    assert.deepEqual(more, []);
    cpSync(join(DIST, 'about/index.html'), page);
  }
});
