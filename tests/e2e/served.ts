/** The site as readers meet it: on each kind of host, and installed with its server dead. */
import type { AddressInfo } from 'node:net';
import { test as playwrightTest, type BrowserContext } from 'playwright/test';
import { ensureNginx, NO_NGINX, startNginx } from '../hosts/nginx.ts';
import type { HostName } from '../host-rules.ts';
import { serve } from '../server.ts';
import { BASE_PATH } from './site.ts';

const HOW = {
  'try files': { dist: 'dist', base: '/' },
  'base path': { dist: 'dist.base', base: `${BASE_PATH}/` },
  plain: { dist: 'dist', base: '/' },
  nginx: { dist: 'dist', base: '/' },
  installed: { dist: 'dist', base: '/' },
} as const;

/** One project each: see `playwright.config.ts`. */
export type Served = keyof typeof HOW;

export const servedWays = Object.keys(HOW) as readonly Served[];

type Site = { readonly url: string; stop(): Promise<void> };

async function start(served: Served): Promise<Site> {
  const { dist, base } = HOW[served];
  if (served === 'nginx') {
    const { port, stop } = await startNginx(ensureNginx() ?? '', dist, base);
    return { url: `http://127.0.0.1:${port}${base}`, stop };
  }
  const host: HostName = served === 'plain' ? 'plain' : 'try files';
  const server = await serve(dist, 0, base, host);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

/** Visits the site until all of it is kept, then stops its server. */
async function install(context: BrowserContext, { url, stop }: Site): Promise<void> {
  const page = await context.newPage();
  await page.goto(url);
  await playwrightTest.expect
    .poll(
      () =>
        page.evaluate(async () => {
          for (const name of await caches.keys())
            if (await (await caches.open(name)).match('/complete')) return true;
          return false;
        }),
      { timeout: 60_000 },
    )
    .toBe(true);
  await page.close();
  await stop();
}

type Visits = { readonly context: BrowserContext; readonly url: string };

/** `address` is the base of the site. */
export const test = playwrightTest.extend<{ address: string }, { served: Served; visits: Visits }>({
  served: ['try files', { option: true, scope: 'worker' }],
  visits: [
    async ({ browser, served }, use) => {
      if (served === 'nginx') playwrightTest.skip(ensureNginx() === null, NO_NGINX);
      const site = await start(served);
      const installed = served === 'installed';
      const context = await browser.newContext({
        permissions: ['clipboard-read', 'clipboard-write'],
        serviceWorkers: installed ? 'allow' : 'block',
      });
      if (installed) await install(context, site);
      await use({ context, url: site.url });
      await context.close();
      if (!installed) await site.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  address: ({ visits }, use) => use(visits.url),
  // One for all tests: a new one takes longer than most of them. From a blank page every address is loaded.
  page: async ({ visits: { context } }, use) => {
    const [page = await context.newPage()] = context.pages();
    await page.goto('about:blank');
    await use(page);
  },
});
