/** Which pages a slow check visits: together they hold every kind of element that any page has. */
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

/** The kinds of a page, each with that of its parent: a link in a table is not a link in a heading. */
function kindsOf(html: string): Set<string> {
  const kinds = new Set<string>();
  const visit = (node: HTMLElement, parent: string): void => {
    const kind = kindOf(node);
    kinds.add(`${parent} > ${kind}`);
    // A drawing is one element of a page.
    if (kind.startsWith('svg')) return;
    for (const child of node.childNodes) if (isPart(child)) visit(child, kind);
  };
  const body = parse(html).querySelector('body');
  if (body) visit(body, '');
  return kinds;
}

/**
 * Chooses the page that shows most of what no chosen page has, until nothing is left.
 * @param paths relative to the base, such as `codes/7014`
 * @param dist the folder of the build
 */
function onePagePerShape(paths: readonly string[], dist: string): string[] {
  const left = new Map(
    paths.map((path) => [path, kindsOf(readFileSync(`${dist}/${path}/index.html`, 'utf8'))]),
  );
  const chosen: string[] = [];
  for (;;) {
    let best: string | null = null;
    for (const [path, kinds] of left)
      if (kinds.size > (best === null ? 0 : (left.get(best)?.size ?? 0))) best = path;
    if (best === null) return chosen;
    chosen.push(best);
    const shown = left.get(best) ?? new Set();
    left.delete(best);
    for (const [path, kinds] of left) left.set(path, kinds.difference(shown));
  }
}

/** One page of every shape in every language, and the one that answers addresses without a page. */
export const shapes: readonly string[] = LANGUAGES.flatMap((language) => [
  ...onePagePerShape(pagesIn(language), 'dist'),
  `${language.path}/codes/7099`.slice(1),
]);
