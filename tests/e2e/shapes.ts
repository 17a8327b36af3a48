/** Which pages a slow check visits, and which parts of the one file: together they hold every kind of element that any page has. */
import { readFileSync } from 'node:fs';
import { parse, type HTMLElement } from 'node-html-parser';
import { LANGUAGES } from '../../src/words/languages.ts';
import { pagesIn } from './site.ts';

/** Names of classes that are given anew for each page say nothing. */
const isOwnName = (name: string): boolean => !name.startsWith('_');

/** What an element is for a browser: its tag, classes, role, and the attributes that say what it does. */
function kindOf(node: HTMLElement): string {
  const classes = [...node.classList.values()].filter(isOwnName).sort();
  const attributes = ['role', 'type', 'lang', 'open', 'hidden', 'disabled'].flatMap((name) => {
    const value = node.getAttribute(name);
    return value === undefined ? [] : [`[${name}=${value}]`];
  });
  return `${node.rawTagName}.${classes.join('.')}${attributes.join('')}`;
}

const isPart = (node: { nodeType: number }): node is HTMLElement => node.nodeType === 1;

/** The kinds within an element, each with that of its parent: a link in a table is not a link in a heading. */
function kindsOf(root: HTMLElement): Set<string> {
  const kinds = new Set<string>();
  const visit = (node: HTMLElement, parent: string): void => {
    const kind = kindOf(node);
    kinds.add(`${parent} > ${kind}`);
    // A drawing is one element of a page.
    if (kind.startsWith('svg')) return;
    for (const child of node.childNodes) if (isPart(child)) visit(child, kind);
  };
  visit(root, '');
  return kinds;
}

/**
 * Chooses what shows most that nothing chosen shows, until nothing is left.
 * @param parts each with its HTML
 */
function onePerShape<Part>(parts: Iterable<readonly [Part, HTMLElement | null]>): Part[] {
  const left = new Map<Part, ReadonlySet<string>>();
  for (const [part, node] of parts) left.set(part, node ? kindsOf(node) : new Set());
  const chosen: Part[] = [];
  for (;;) {
    const [best, shown] = [...left].reduce<[Part | null, ReadonlySet<string>]>(
      (most, each) => (each[1].size > most[1].size ? each : most),
      [null, new Set()],
    );
    if (best === null) return chosen;
    chosen.push(best);
    left.delete(best);
    for (const [part, kinds] of left) left.set(part, kinds.difference(shown));
  }
}

/** The pages of a language, each with its content, and the one that answers addresses without a page. */
const pages = LANGUAGES.map((language) => ({
  parts: pagesIn(language).map(
    (path) =>
      [path, parse(readFileSync(`dist/${path}/index.html`, 'utf8')).querySelector('body')] as const,
  ),
  notFound: `${language.path}/codes/7099`.slice(1),
}));

/** One page of every shape in every language: for what depends on the lengths of words. */
export const shapes: readonly string[] = pages.flatMap(({ parts, notFound }) => [
  ...onePerShape(parts),
  notFound,
]);

/** One page of every shape, in whatever language: for what markup and styles decide. */
export const shapesOfAny: readonly string[] = [
  ...onePerShape(pages.flatMap(({ parts }) => parts)),
  ...pages.map(({ notFound }) => notFound),
];

/** The ids of the numbers that together hold every kind of element that a number has in the one file. */
export const shapesInFile = (file: string): readonly string[] =>
  onePerShape(
    parse(readFileSync(file, 'utf8'))
      .querySelectorAll('.number')
      .map((node) => [node.id, node] as const),
  );
