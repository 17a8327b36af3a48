/** The structure of every page: what a screen reader goes by, and what links and labels rest on. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { HTMLElement } from 'node-html-parser';
import { oneFilePaths } from '../../src/site/urls.ts';
import { addresses, DIST, pageOf, treeOf } from './build.ts';

const pages = [
  ...addresses.map((path) => ({ path, root: pageOf(path) })),
  ...['/404.html', ...oneFilePaths].map((path) => ({
    path,
    root: treeOf(readFileSync(DIST + path, 'utf8')),
  })),
];

const textOf = (node: HTMLElement): string => node.textContent.replace(/\s+/g, ' ').trim();

/** Prints the problems of all pages at once. */
function expectNone(problemsOf: (root: HTMLElement) => readonly string[]): void {
  assert.ok(pages.length > 500);
  const problems = pages.flatMap(({ path, root }) =>
    problemsOf(root).map((problem) => `${path}: ${problem}`),
  );
  assert.deepEqual(problems, []);
}

test('every id is there once', () =>
  expectNone((root) => {
    const ids = root.querySelectorAll('[id]').map(({ id }) => id);
    return ids.filter((id, index) => ids.indexOf(id) < index).map((id) => `id ${id} twice`);
  }));

test('what labels, descriptions and controls name is on the page', () =>
  expectNone((root) => {
    const ids = new Set(root.querySelectorAll('[id]').map(({ id }) => id));
    return ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for', 'popovertarget'].flatMap(
      (name) =>
        root
          .querySelectorAll(`[${name}]`)
          .flatMap((node) => (node.getAttribute(name) ?? '').split(/\s+/))
          .filter((id) => !ids.has(id))
          .map((id) => `${name} ${id}`),
    );
  }));

test('one heading names the page, and no level is left out below it', () =>
  expectNone((root) => {
    const headings = root.querySelectorAll('main h1, main h2, main h3, main h4, main h5, main h6');
    const levels = headings.map(({ rawTagName }) => Number(rawTagName.slice(1)));
    return [
      ...(levels.filter((level) => level === 1).length === 1 ? [] : ['not one h1']),
      ...headings.filter((heading) => textOf(heading) === '').map(() => 'an empty heading'),
      ...levels.flatMap((level, index) =>
        level > (levels[index - 1] ?? 0) + 1 ? [`h${level} after h${levels[index - 1] ?? 0}`] : [],
      ),
    ];
  }));

test('every page has a language, a title and one main part', () =>
  expectNone((root) => [
    ...(/^(?:en|zh-Hans|zh-CN)$/.test(root.querySelector('html')?.getAttribute('lang') ?? '')
      ? []
      : ['no language']),
    ...(textOf(root.querySelector('title') ?? root) === '' ? ['no title'] : []),
    ...(root.querySelectorAll('main').length === 1 ? [] : ['not one main']),
  ]));

test('links and buttons have a name, fields a label, images a text', () =>
  expectNone((root) => {
    const labelled = new Set(
      root.querySelectorAll('label[for]').map((node) => node.getAttribute('for')),
    );
    const named = (node: HTMLElement) =>
      textOf(node) !== '' ||
      node.hasAttribute('aria-label') ||
      node.hasAttribute('aria-labelledby');
    return [
      ...root.querySelectorAll('a[href], button, summary').filter((node) => !named(node)),
      ...root
        .querySelectorAll('input, select, textarea')
        .filter((node) => !named(node) && !labelled.has(node.id) && node.closest('label') === null),
      ...root.querySelectorAll('img:not([alt])'),
    ].map((node) => node.outerHTML.slice(0, 120));
  }));

/** Pages that are in no list: the front door of an edition, and what leads on at once. */
const isUnlisted = (root: HTMLElement): boolean =>
  root.querySelector('#starlight__sidebar') === null ||
  root.querySelector('mgs-not-found, .number-grid') !== null;

test('the sidebar marks the page and each of its meanings, or what the page is about', () =>
  expectNone((root) => {
    const marks = root.querySelectorAll('#starlight__sidebar [aria-current]');
    const linksOf = (mark: string) =>
      marks
        .filter((node) => node.getAttribute('aria-current') === mark)
        .map((node) => node.getAttribute('href') ?? '');
    const ofPage = linksOf('page');
    const [page = ''] = ofPage;
    const further = linksOf('true').filter((link) => link.startsWith(`${page}#`));
    const meanings = root
      .querySelectorAll('.code-page > .entry:not(#http)')
      .map(({ id }) => `${page}#${id}`);
    const isEach =
      ofPage.length < 2 &&
      further.length === Math.max(0, meanings.length - 1) &&
      further.every((link) => meanings.includes(link));
    return [
      ...(marks.length === 0 && !isUnlisted(root) ? ['nothing is marked'] : []),
      ...(isEach ? [] : [`marks ${[...ofPage, ...further].join()}`]),
    ];
  }));

test('the previous and the next page are those of the sidebar', () =>
  expectNone((root) => {
    const listed = root.querySelectorAll('#starlight__sidebar .sidebar-content ul a');
    const own = listed.findIndex((node) => node.getAttribute('aria-current') === 'page');
    return (['prev', 'next'] as const).flatMap((rel) => {
      const link = root.querySelector(`.neighbours [rel=${rel}]`);
      const beside = listed[own + (rel === 'prev' ? -1 : 1)];
      return link === null ||
        (own >= 0 && link.getAttribute('href') === beside?.getAttribute('href'))
        ? []
        : [`${rel} is ${link.getAttribute('href') ?? ''}`];
    });
  }));
