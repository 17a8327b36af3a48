/** The built site as the tests of this layer read it. */
import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import { parse, type HTMLElement } from 'node-html-parser';

export const DIST = 'dist';

/** Every built address, without the twins: `/`, `/codes/7014`, … */
export const addresses: readonly string[] = globSync('**/index.html', { cwd: DIST })
  .map((file) => `/${file.replaceAll('\\', '/').replace(/\/?index\.html$/, '')}`)
  .sort();

export const htmlOf = (address: string): string =>
  readFileSync(`${DIST}${address === '/' ? '' : address}/index.html`, 'utf8');

/** A page as a tree; scripts and styles are kept as they are. */
export const pageOf = (address: string): HTMLElement => parse(htmlOf(address));

/** Addresses of the published list, spans written out. */
export function publishedAddresses(): string[] {
  return readFileSync('content/addresses.txt', 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((line) => {
      const span = /^(.*)\{(\d+)\.\.(\d+)\}$/.exec(line);
      if (!span) return [line];
      const [, before = '', from, to] = span;
      return Array.from(
        { length: Number(to) - Number(from) + 1 },
        (_, index) => `${before}${Number(from) + index}`,
      );
    });
}
