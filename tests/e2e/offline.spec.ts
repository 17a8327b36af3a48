/** The installed site: all of it without a server, nothing old while there is one. */
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base, type Page } from 'playwright/test';
import { serve } from '../server.ts';
import { BASE_PATH } from './site.ts';

/** A host whose server can be stopped, replaced, and given another build. */
class Host {
  readonly folder = mkdtempSync(join(tmpdir(), 'mgs-host-'));
  readonly root: string;
  #server: Server | null = null;
  #port = 0;

  constructor(dist: string, root: string) {
    cpSync(dist, this.folder, { recursive: true });
    this.root = root;
  }

  async start(): Promise<void> {
    this.#listens(await serve(this.folder, this.#port, `${this.root}/`));
  }

  /** Takes every request and answers each with the same status, or never. */
  async fail(status: number | null): Promise<void> {
    await this.stop();
    const server = createServer((_, response) => {
      if (status !== null) response.writeHead(status).end();
    });
    await new Promise<void>((done) => server.listen(this.#port, '127.0.0.1', done));
    this.#listens(server);
  }

  #listens(server: Server): void {
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    server?.closeAllConnections();
    await new Promise((done) => (server ? server.close(done) : done(null)));
  }

  url(path: string): string {
    return `http://127.0.0.1:${this.#port}${this.root}/${path}`;
  }

  /** Another build: a page says something else, and so the service worker is another. */
  deploy(from: string, to: string): void {
    for (const file of ['codes/7014.html', 'codes/7014/index.html'])
      this.#edit(file, (text) => text.replaceAll(from, to));
    this.#edit('service-worker.js', (text) =>
      text.replace(/(version:[`"'])[\da-f]{6}/, `$1${'0'.repeat(6)}`),
    );
  }

  #edit(file: string, change: (text: string) => string): void {
    const path = join(this.folder, file);
    const before = readFileSync(path, 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`${file} is as before.`);
    writeFileSync(path, after);
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const test = base.extend<{ host: Host; dist: string; root: string }>({
  dist: ['dist', { option: true }],
  root: ['', { option: true }],
  host: async ({ dist, root }, use) => {
    const host = new Host(dist, root);
    await host.start();
    await use(host);
    await host.remove();
  },
});

test.use({ serviceWorkers: 'allow' });

const isComplete = (page: Page, root: string) =>
  page.evaluate(async (address) => {
    for (const name of await caches.keys())
      if (await (await caches.open(name)).match(address)) return true;
    return false;
  }, `${root}/complete`);

/** Opens the site and waits until all of it is kept. */
async function install(page: Page, host: Host): Promise<void> {
  await page.goto(host.url(''));
  await expect.poll(() => isComplete(page, host.root), { timeout: 30_000 }).toBe(true);
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Expects the browser's own page for a host that cannot be reached. */
async function expectUnreachable(page: Page, url: string): Promise<void> {
  await expect(page.goto(url), url).rejects.toThrow('ERR_');
  await page.waitForURL(/^chrome-error:/);
}

for (const [name, dist, root] of [
  ['at the root of a host', 'dist', ''],
  ['below a base path', 'dist.base', BASE_PATH],
] as const)
  test.describe(name, () => {
    test.use({ dist, root });

    test('everything a reader does works with the server dead', async ({ page, host, context }) => {
      await install(page, host);
      await host.stop();
      await context.setOffline(true);

      for (const form of ['codes/7014', 'codes/7014/', 'codes/7014.html', 'codes/7014#android']) {
        await page.goto(host.url(form));
        await expect(heading(page), form).toContainText('7014 Signature verification');
        await expect(page.locator('.offline')).toContainText('offline copy of');
      }
      await page.goto(host.url('codes/3003#ios'));
      await expect(
        page.getByRole('heading', { name: 'iOS 3003: Decryption failed' }),
      ).toBeInViewport();
      await page.goto(host.url('codes/kDTRpcNetworkError'));
      await page.waitForURL(/codes\/0#ios$/);
      await page.goto(host.url('codes/404'));
      await expect(heading(page)).toContainText('4xx');
      await page.goto(host.url('codes/500'));
      await expect(page.getByRole('main')).toContainText('leave 500 out');

      const unknown = await page.goto(host.url('codes/7099'));
      expect(unknown?.status()).toBe(404);
      await expect(page.getByText('7099 is not documented')).toBeVisible();

      await page.goto(host.url('codes?family=ios'));
      await expect(page.getByText('10 of 55 meanings')).toBeVisible();

      await page.keyboard.press('/');
      await page.getByRole('combobox', { name: 'Code, name' }).fill('clock');
      await expect(page.getByRole('option', { name: /7003/ })).toBeVisible();
      await page.getByRole('combobox', { name: 'Code, name' }).fill('7002');
      await expect(page.getByRole('option').first()).toContainText('Exact');
      await page.keyboard.press('Enter');
      await expect(heading(page)).toContainText('7002');

      await page.goto(host.url('decode'));
      await page.getByLabel('Number, name, error').fill('RPCException: [4001] : x\nend');
      await expect(page.getByRole('region', { name: 'Findings' })).toContainText('4001');
    });
  });

test('a page is fresh while there is a network, and the copy follows', async ({ page, host }) => {
  await install(page, host);
  await page.goto(host.url('codes/7014'));
  const before = await page.evaluate(() => caches.keys());
  host.deploy('missing sign parameter', 'changed by a deploy');
  await page.goto(host.url('codes/7014'));
  await expect(heading(page)).toContainText('changed by a deploy');
  await expect(page.locator('.offline')).not.toContainText('offline copy');

  // The next worker keeps its version whole and leaves the one before to tabs that are open.
  await expect
    .poll(async () => (await page.evaluate(() => caches.keys())).length, { timeout: 30_000 })
    .toBe(2);
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state))
    .toBe('activated');
  expect(await page.evaluate(() => caches.keys())).toEqual(expect.arrayContaining(before));
  await host.stop();
  await page.goto(host.url('codes/7014'));
  await expect(heading(page)).toContainText('changed by a deploy');
});

for (const [what, status] of [
  ['that hangs', null],
  ['that fails', 502],
] as const)
  test(`a server ${what} does not keep a reader from the copy`, async ({ page, host }) => {
    await install(page, host);
    await host.fail(status);
    await page.goto(host.url('codes/7014'));
    await expect(heading(page)).toContainText('7014');
    await expect(page.locator('.offline')).toContainText('offline copy of');
  });

test.describe('with a browser that saves data', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
    );
  });

  test('only what was read is kept, until the reader asks for all', async ({ page, host }) => {
    await page.goto(host.url(''));
    const keep = page.getByRole('button', { name: 'Keep for offline use' });
    await expect(keep).toBeVisible();
    await page.goto(host.url('codes/7014'));
    await expect(keep).toBeVisible();
    expect(await isComplete(page, host.root)).toBe(false);
    await host.stop();
    await page.goto(host.url('codes/7014'));
    await expect(heading(page)).toContainText('7014');
    await expectUnreachable(page, host.url('codes/7002'));

    await host.start();
    await page.goto(host.url('codes/7014'));
    await keep.click();
    await expect(page.getByText('Kept for offline use.')).toBeVisible({ timeout: 30_000 });
    await host.stop();
    await page.goto(host.url('codes/7002'));
    await expect(heading(page)).toContainText('7002');
  });
});

test('the kill switch deletes every copy and goes', async ({ page, host }) => {
  await install(page, host);
  cpSync(join(host.folder, 'service-worker-off.js'), join(host.folder, 'service-worker.js'));
  await page.goto(host.url('codes/7014'));
  await expect.poll(() => page.evaluate(() => caches.keys()), { timeout: 15_000 }).toEqual([]);
  await expect
    .poll(() =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
    )
    .toBe(0);
});

test('files for machines go past the copy', async ({ page, host }) => {
  await install(page, host);
  expect(globSync('codes/*.json', { cwd: host.folder }).length).toBeGreaterThan(40);
  await host.stop();
  for (const path of ['codes.json', 'codes/7014.json', 'codes/7014.md'])
    await expectUnreachable(page, host.url(path));
});
