/** A site that lacks anything is not published: what is missing is named. Reads a copy of the built site. */
import assert from 'node:assert/strict';
import { globSync, linkSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { findGaps } from '../../src/pipeline/find-gaps.ts';
import { linkFolder } from '../linked-folder.ts';
import { DIST, SITE } from './build.ts';

const folder = mkdtempSync('dist.gaps-');
after(() => {
  rmSync(folder, { recursive: true });
});
linkFolder(DIST, folder);

const gaps = () => findGaps(folder, { root: '.', base: '/', site: SITE });
const [script = ''] = globSync('_astro/*.js', { cwd: folder }).sort();

test('the built site has none', async () => {
  assert.deepEqual(await gaps(), []);
});

const LACKING = [
  [
    'codes/7014/index.html',
    /^\/codes\/7014 is listed in content\/addresses\.txt and was not built/,
  ],
  ['index.html', /^\/ is listed in/],
  ['codes/7002.html', /^\/codes\/7002\.html, the other form/],
  ['codes/7014.json', /^The file \/codes\/7014\.json/],
  ['codes/7014.md', /^The file \/codes\/7014\.md/],
  ['404.html', /^The file \/404\.html/],
  ['service-worker.js', /^The file \/service-worker\.js/],
  ['pagefind/pagefind.js', /^The file \/pagefind\/pagefind\.js/],
  ['.nginx.conf', /^The file \/\.nginx\.conf/],
  [script, /^\/_astro\/.*\.js is named on about\/index\.html and was not built/],
  ['favicon.svg', /^\/favicon\.svg is named on/],
] as const;

describe('without some of its files', () => {
  let found: readonly string[] = [];
  before(async () => {
    for (const [file] of LACKING) rmSync(join(folder, file));
    found = await gaps();
    for (const [file] of LACKING) linkSync(join(DIST, file), join(folder, file));
  });
  for (const [file, named] of LACKING)
    test(`${file} is named`, () => {
      assert.equal(found.filter((gap) => named.test(gap)).length, 1, found.join('\n'));
    });
  test('and nothing else', () => {
    assert.equal(found.length, LACKING.length, found.join('\n'));
  });
});

/** Looks for gaps while a file has another text. */
async function gapsWith(file: string, change: (text: string) => string): Promise<string[]> {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  // It is also a file of the build, and is not written into.
  rmSync(path);
  writeFileSync(path, change(text));
  const found = await gaps();
  rmSync(path);
  linkSync(join(DIST, file), path);
  return found;
}

test('an empty file is a missing one', async () => {
  assert.equal((await gapsWith('codes/7014/index.html', () => '')).length, 1);
});

test('a link, a picture or share data that lead nowhere are named, with the page', async () => {
  for (const markup of [
    '<a href="/guides/draft#x">',
    '<img src="/guides/draft">',
    `<meta content="${SITE}/guides/draft">`,
  ]) {
    const [gap, ...more] = await gapsWith('about/index.html', (text) => text + markup);
    assert.match(
      gap ?? '',
      /^\/guides\/draft is named on about\/index\.html and was not built\. Fix/,
    );
    assert.deepEqual(more, []);
  }
});
