/** What full-text search knows of a page without reading it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holdsNumbersOf, searchPageOf } from '../../src/site/search-page.ts';

const page = searchPageOf({
  url: '/codes/7014/',
  content: 'After 30 minutes, 7014 or 7001; line 70145.',
  meta: { title: '7014 Missing sign', family: 'Gateway', aliases: '7014 · PRC_SIGN_EMPTY' },
});

test('it is known by its address without a closing slash, its title, family and names', () => {
  const { url, title, family, aliases } = page;
  assert.deepEqual(
    { url, title, family, aliases },
    {
      url: '/codes/7014',
      title: '7014 Missing sign',
      family: 'Gateway',
      aliases: '7014 · PRC_SIGN_EMPTY',
    },
  );
  assert.equal(searchPageOf({ url: '/', content: '', meta: {} }).url, '/');
});

for (const [query, holds] of [
  ['7014', true],
  ['7014 after 30', true],
  ['７０１４', true],
  ['no number', true],
  ['701', false],
  ['7014 7002', false],
] as const)
  test(`"${query}" ${holds ? 'may' : 'may not'} be answered with it`, () => {
    assert.equal(holdsNumbersOf(query, page), holds);
  });
