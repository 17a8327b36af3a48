/** A build on a port of its own; browsers report to it what its policy refuses. */
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { serve } from '../server.ts';

const REPORTS = '/policy-reports';

export type WatchedSite = {
  readonly url: string;
  /** What was refused since the last call. */
  refusals(): readonly string[];
  stop(): Promise<void>;
};

/**
 * Serves a build at the root of a host, with the policy of its pages once more as a header that only
 * reports: that holds from the first byte, before anything in the page can listen.
 */
export async function startWatchedSite(folder: string): Promise<WatchedSite> {
  const policy = parse(readFileSync(join(folder, 'index.html'), 'utf8'))
    .querySelector('meta[http-equiv="content-security-policy"]')
    ?.getAttribute('content');
  if (policy === undefined) throw new Error('The home page has no content policy.');
  const reports: string[] = [];
  const server = await serve(folder, 0);
  server.prependListener('request', (request, response) => {
    if (request.url === REPORTS) {
      let report = '';
      request.setEncoding('utf8').on('data', (text: string) => (report += text));
      request.on('end', () => reports.push(`refused: ${report}`));
    } else if (!request.url?.endsWith('.txt'))
      // Only pages have one.
      response.setHeader('content-security-policy-report-only', `${policy};report-uri ${REPORTS}`);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    refusals: () => reports.splice(0),
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
