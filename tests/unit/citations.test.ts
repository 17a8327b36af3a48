/** Sources of a page of prose: numbers in the order of the text, or those of the list that the page has. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numberCitations } from '../../src/site/citations.ts';

const mark = (id: string) =>
  `<a class="cite" data-pagefind-ignore href="/about#source-${id}" aria-label="Source: ${id}" title="Source: ${id}">source</a>`;
const numbered = (id: string, number: number) =>
  `<a class="cite" data-pagefind-ignore href="#source-${id}" aria-label="Source ${number}" title="Source: ${id}">${number}</a>`;
const label = (number: number) => `Source ${number}`;

test('a source keeps its number wherever it is cited', () => {
  assert.deepEqual(numberCitations(`<p>${mark('b')} ${mark('a-2')} ${mark('b')}</p>`, label), {
    html: `<p>${numbered('b', 1)} ${numbered('a-2', 2)} ${numbered('b', 1)}</p>`,
    ids: ['b', 'a-2'],
  });
});

test('where the page lists all sources, the marks have the numbers of that list', () => {
  const list = '<ol><li id="source-a">A</li><li id="source-b">B</li></ol>';
  assert.deepEqual(numberCitations(mark('b') + list, label), {
    html: numbered('b', 2) + list,
    ids: [],
  });
});

test('marks within a page stay as they are', () => {
  const html = '<a class="cite" href="#source-1" aria-label="Source 1">1</a>';
  assert.deepEqual(numberCitations(html, label), { html, ids: [] });
});
