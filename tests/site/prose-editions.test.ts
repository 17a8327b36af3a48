/** A link to a section of a guide works in every language: its headings have the ids of the English page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContent } from '../../src/pipeline/read-content.ts';
import { ENGLISH, LANGUAGES } from '../../src/words/languages.ts';
import { pageOf } from './build.ts';

const { guides, loosePages } = readContent('.').content;
const pages = [...guides.map(({ id }) => `/guides/${id}`), ...loosePages.map(({ id }) => `/${id}`)];

/** In the order of the page, with their levels: `H2 next`. */
const headingsOf = (address: string): string[] =>
  pageOf(address)
    .querySelectorAll('main h2, main h3, main h4')
    .map(({ tagName, id }) => `${tagName} ${id}`);

for (const { path } of LANGUAGES.filter((language) => language !== ENGLISH))
  for (const page of pages)
    test(`${path}${page} has the headings of ${page}`, () => {
      const english = headingsOf(page);
      assert.ok(english.length > 0);
      assert.deepEqual(headingsOf(path + page), english);
    });
