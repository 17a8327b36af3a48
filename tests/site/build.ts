/** The built site as the tests of this layer read it. */
import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import { readAddresses } from '../../src/pipeline/read-addresses.ts';
import { parse, type HTMLElement } from 'node-html-parser';

export const DIST = 'dist';

export { SITE } from '../e2e/site.ts';

/** Every built address, without the twins: `/`, `/codes/7014`, … */
export const addresses: readonly string[] = globSync('**/index.html', { cwd: DIST })
  .map((file) => `/${file.replaceAll('\\', '/').replace(/\/?index\.html$/, '')}`)
  .sort();

export const htmlOf = (address: string): string =>
  readFileSync(`${DIST}${address === '/' ? '' : address}/index.html`, 'utf8');

/** A page as a tree; scripts and styles are kept as they are. */
export const pageOf = (address: string): HTMLElement => parse(htmlOf(address));

export const publishedAddresses = (): readonly string[] => readAddresses('.');
