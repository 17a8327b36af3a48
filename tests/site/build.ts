/** The built site as the tests of this layer read it. */
import { globSync, readFileSync } from 'node:fs';
import { parse, type HTMLElement } from 'node-html-parser';
import { readAddresses } from '../../src/domain/codes/addresses.ts';

export const DIST = 'dist';

export { SITE } from '../e2e/site.ts';

/** Every built address, without the twins: `/`, `/codes/7014`, … */
export const addresses: readonly string[] = globSync('**/index.html', { cwd: DIST })
  .map((file) => `/${file.replaceAll('\\', '/').replace(/\/?index\.html$/, '')}`)
  .sort();

export const htmlOf = (address: string): string =>
  readFileSync(`${DIST}${address === '/' ? '' : address}/index.html`, 'utf8');

const trees = new Map<string, HTMLElement>();

/**
 * A text of HTML as a tree; scripts and styles are kept as they are. Each is parsed once for all tests,
 * which takes longer than most of them, and none changes it.
 */
export function treeOf(html: string): HTMLElement {
  const tree = trees.get(html) ?? parse(html);
  trees.set(html, tree);
  return tree;
}

export const pageOf = (address: string): HTMLElement => treeOf(htmlOf(address));

/** Addresses of the published list, spans written out. */
export const publishedAddresses = (): string[] =>
  readAddresses(readFileSync('content/addresses.txt', 'utf8')).flatMap((line) => line.addresses);

/** The text of a part of a page, on one line. */
export const textOf = (node: { textContent: string } | null | undefined): string =>
  (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
