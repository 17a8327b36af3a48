/** Words are loaded only where they are needed: the script of every page has none of the views, nor a dictionary. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { decode } from '../../src/words/en/decode.ts';
import { page } from '../../src/words/en/page.ts';
import { search } from '../../src/words/en/search.ts';
import { views } from '../../src/words/en/views.ts';
import { DIST, pageOf } from './build.ts';

/** Every text of a dictionary, sentences with parameters left out. */
const textsOf = (words: unknown): string[] =>
  typeof words === 'string'
    ? [words]
    : words !== null && typeof words === 'object'
      ? Object.values(words).flatMap(textsOf)
      : [];

/** Texts that are in no script by chance: of four words or more. */
const sentencesOf = (words: unknown): string[] =>
  [...new Set(textsOf(words))].filter((text) => text.trim().split(/\s+/).length > 3);

const chunks = globSync('_astro/**/*.js', { cwd: DIST }).map((file) => ({
  file: file.replaceAll('\\', '/'),
  code: readFileSync(join(DIST, file), 'utf8'),
}));

/** The chunk with everything that it imports before it runs. */
function withImports(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const { code } = chunks.find((chunk) => chunk.file === file) ?? assert.fail(`no chunk ${file}`);
  for (const [, target = ''] of code.matchAll(/(?:\bfrom|\bimport)\s*["']([^"']+)["']/g))
    withImports(join(dirname(file), target).replaceAll('\\', '/'), seen);
  return seen;
}

/**
 * Sentences that only the views have. What a script has from a room of its own may be worded the same, and the
 * index of words has the titles of pages.
 */
const own = new Set([decode, page, search, views.pages, views.guides].flatMap(sentencesOf));
const ofViews = sentencesOf(views).filter((text) => !own.has(text));

test('there are scripts and words to look at', () => {
  assert.ok(chunks.length > 5);
  assert.ok(ofViews.length > 30);
  assert.ok(sentencesOf(page).length > 3);
});

test('no script has a sentence of the views, which are in the markup', () => {
  for (const { file, code } of chunks)
    assert.deepEqual(
      { file, texts: ofViews.filter((text) => code.includes(text)) },
      { file, texts: [] },
    );
});

test('the script of every page imports no dictionary', () => {
  const [script, ...others] = pageOf('/codes/7014')
    .querySelectorAll('script[src]')
    .map((node) => node.getAttribute('src') ?? '');
  assert.deepEqual(others, []);
  const loaded = withImports((script ?? '').replace(/^\//, ''));
  const dictionaries = chunks.filter(({ code }) =>
    sentencesOf(page).some((text) => code.includes(text)),
  );
  assert.ok(dictionaries.length > 0, 'the words of code pages are in a script that comes later');
  for (const { file } of dictionaries) assert.ok(!loaded.has(file), file);
});
