/** The installed site: all of it without a server, nothing old while there is one. */
import { globSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { expect, test as base, type Page } from 'playwright/test';
import { hashOf, notFoundPath, type OfflineCopy } from '../../src/delivery/offline-copy.ts';
import { linkFolder } from '../linked-folder.ts';
import { serve } from '../server.ts';
import { BASE_PATH, catalogue } from './site.ts';

/** Answers a request in the place of the host; false leaves it to the host. */
type Between = (request: IncomingMessage, response: ServerResponse) => boolean;

/** The file of a path in the list of a service worker. */
function fileOf(path: string): string {
  if (path.includes('.')) return path;
  return path === notFoundPath ? `${path}.html` : `${path}/index.html`;
}

/**
 * What a host has and a reader keeps where a test is of how the worker keeps and answers: no pages of
 * codes but those that are opened, no guides, one language, and no texts of search results. To the worker
 * hundreds of files more are the same again.
 */
const isNeeded = (file: string): boolean =>
  !/^(?:codes|guides|zh-cn|pagefind\/fragment)\//.test(file) ||
  /^codes\/(?:index|7002|7003|7014)\b/.test(file);

/** A host whose server can be stopped and given another build, and between which and the reader others can stand. */
class Host {
  readonly folder = mkdtempSync('dist.host-');
  readonly root: string;
  /** Paths below the root that were asked for, in order. */
  readonly asked: string[] = [];
  between: Between = () => false;
  #server: Server | null = null;
  #port = 0;

  constructor(dist: string, root: string, keeps: 'all' | 'few') {
    linkFolder(dist, this.folder, keeps === 'all' ? undefined : isNeeded);
    this.root = root;
    if (keeps === 'all') return;
    this.#writeList((list) => {
      const files = Object.entries(list.files).filter(([path]) => isNeeded(fileOf(path).slice(1)));
      return { ...list, files: Object.fromEntries(files), version: `${list.version}-few` };
    });
  }

  async start(): Promise<void> {
    const server = await serve(this.folder, this.#port, `${this.root}/`);
    const own = server.listeners('request') as RequestListener[];
    server.removeAllListeners('request');
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      this.asked.push((request.url ?? '').slice(this.root.length));
      if (!this.between(request, response)) for (const listener of own) listener(request, response);
    });
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
  }

  /** Takes every request and answers each with the same status, or never. */
  fail(status: number | null): void {
    this.between = (_, response) => {
      if (status !== null) response.writeHead(status).end();
      return true;
    };
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    server?.closeAllConnections();
    await new Promise((done) => (server ? server.close(done) : done(null)));
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  url(path: string): string {
    return `${this.origin}${this.root}/${path}`;
  }

  /** Another build: the files as they are now, in the list of another service worker. */
  async deploy(): Promise<void> {
    this.#deployed += 1;
    const files: Record<string, string> = {};
    for (const path of Object.keys(this.#list().files)) {
      const renamed = this.#renamed.get(path) ?? path;
      files[renamed] = await hashOf(
        new Uint8Array(readFileSync(join(this.folder, fileOf(renamed)))),
      );
    }
    this.#writeList((list) => ({ ...list, files, version: `next${this.#deployed}` }));
  }

  #list(): OfflineCopy {
    const [line = ''] = this.#read('service-worker.js').split('\n', 1);
    return JSON.parse(line.replace(/^const OFFLINE_COPY=|;$/g, '')) as OfflineCopy;
  }

  #writeList(change: (list: OfflineCopy) => OfflineCopy): void {
    const [, ...worker] = this.#read('service-worker.js').split('\n');
    const line = `const OFFLINE_COPY=${JSON.stringify(change(this.#list()))};`;
    this.write('service-worker.js', [line, ...worker].join('\n'));
  }

  #deployed = 0;
  readonly #renamed = new Map<string, string>();

  /** Gives a script another name, as a build does when its content is another. */
  rename(from: string, to: string): void {
    this.#renamed.set(`/_astro/${from}`, `/_astro/${to}`);
    renameSync(join(this.folder, '_astro', from), join(this.folder, '_astro', to));
    for (const file of globSync(['**/*.html', '_astro/*.js'], { cwd: this.folder })) {
      const text = this.#read(file);
      if (text.includes(from)) this.edit(file, () => text.replaceAll(from, to));
    }
  }

  #read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  /** Changes a file of the host, and nothing else. */
  edit(file: string, change: (text: string) => string): void {
    const before = this.#read(file);
    const after = change(before);
    if (after === before) throw new Error(`${file} is as before.`);
    this.write(file, after);
  }

  /** Puts another file in the place of one, which is also a file of the build. */
  write(file: string, text: string): void {
    rmSync(join(this.folder, file));
    writeFileSync(join(this.folder, file), text);
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const test = base.extend<{ host: Host; dist: string; root: string; keeps: 'all' | 'few' }>({
  dist: ['dist', { option: true }],
  root: ['', { option: true }],
  keeps: ['few', { option: true }],
  host: async ({ dist, root, keeps }, use) => {
    const host = new Host(dist, root, keeps);
    await host.start();
    await use(host);
    await host.remove();
  },
});

test.use({ serviceWorkers: 'allow' });
// A busy machine takes its time to keep some 160 files, and a hanging server is waited for.
test.describe.configure({ timeout: 90_000 });

/** How many versions are kept whole. */
const wholeVersions = (page: Page, root: string) =>
  page.evaluate(async (address) => {
    let whole = 0;
    for (const cacheName of await caches.keys())
      if (await caches.match(address, { cacheName })) whole += 1;
    return whole;
  }, `${root}/complete`);

const isComplete = async (page: Page, root: string) => (await wholeVersions(page, root)) > 0;

/** Waits until the next version is whole and answers, beside the one before. */
async function expectNextVersion(page: Page, host: Host): Promise<void> {
  await expect.poll(() => wholeVersions(page, host.root), { timeout: 30_000 }).toBe(2);
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const { active, installing, waiting } = await navigator.serviceWorker.ready;
        const { controller } = navigator.serviceWorker;
        return !installing && !waiting && controller === active && active?.state;
      }),
    )
    .toBe('activated');
}

/** Opens the site and waits until all of it is kept. */
async function install(page: Page, host: Host): Promise<void> {
  await page.goto(host.url(''));
  await expect.poll(() => isComplete(page, host.root), { timeout: 30_000 }).toBe(true);
}

/** Another build says something else on the page of 7014. */
function editPage(host: Host): void {
  for (const file of ['codes/7014/index.html', 'codes/7014.html'])
    host.edit(file, (text) => text.replaceAll('missing sign parameter', 'changed by a deploy'));
}

const line = (page: Page) => page.locator('.offline');

/** Opens the search dialog, whose script is loaded when it is wanted, and finds a code in it. */
async function search(page: Page): Promise<void> {
  await page.keyboard.press('/');
  const box = page.getByRole('combobox', { name: 'Code, name' });
  await box.fill('7002');
  await expect(page.getByRole('option').first()).toContainText('Exact');
  await page.keyboard.press('Escape');
}

/** Answers everything with a page of its own and status 200, as captive portals and maintenance pages do. */
const portal: Between = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Log in to this Wi-Fi</h1>');
  return true;
};

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Expects the browser's own page for a host that cannot be reached. */
async function expectUnreachable(page: Page, url: string): Promise<void> {
  await expect(page.goto(url), url).rejects.toThrow('ERR_');
  await page.waitForURL(/^chrome-error:/);
}

/** At the root of a host it is the journeys of `reader-paths.spec.ts` that walk the installed site. */
test.describe('below a base path', () => {
  test.use({ dist: 'dist.base', root: BASE_PATH, keeps: 'all' });

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
    await expect(heading(page)).toContainText('404 Not Found');
    await page.goto(host.url('codes/500'));
    await expect(page.getByRole('main')).toContainText('leave this number out');

    const unknown = await page.goto(host.url('codes/7099'));
    expect(unknown?.status()).toBe(404);
    await expect(heading(page)).toHaveText('7099 is not documented');

    await page.goto(host.url('codes?family=ios'));
    await expect(
      page.getByText(
        `${catalogue.meanings.filter(({ family }) => family === 'ios').length} of ${catalogue.meanings.length} meanings`,
      ),
    ).toBeVisible();

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

test.describe('of all files', () => {
  test.use({ keeps: 'all' });

  test('a page is fresh while there is a network, and the copy follows', async ({ page, host }) => {
    await install(page, host);
    await page.goto(host.url('codes/7014'));
    const before = await page.evaluate(() => caches.keys());
    editPage(host);
    await host.deploy();
    await page.goto(host.url('codes/7014'));
    await expect(heading(page)).toContainText('changed by a deploy');
    await expect(page.locator('.offline')).not.toContainText('offline copy');

    // The next worker keeps its version whole and leaves the one before to tabs that are open.
    await expectNextVersion(page, host);
    expect(await page.evaluate(() => caches.keys())).toEqual(expect.arrayContaining(before));
    await host.stop();
    await page.goto(host.url('codes/7014'));
    await expect(heading(page)).toContainText('changed by a deploy');
  });
});

for (const [what, status] of [
  ['that hangs', null],
  ['that fails', 502],
] as const)
  test(`a server ${what} does not keep a reader from the copy`, async ({ page, host }) => {
    await install(page, host);
    host.fail(status);
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
  host.write('service-worker.js', readFileSync(join(host.folder, 'service-worker-off.js'), 'utf8'));
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
  const paths = ['codes.json', 'codes/7014.json', 'codes/7014.md'];
  for (const path of paths) expect((await page.request.get(host.url(path))).status()).toBe(200);
  await host.stop();
  for (const path of paths) await expectUnreachable(page, host.url(path));
});

test('with full storage everything works online, and the line says why there is no copy', async ({
  page,
  host,
  context,
}) => {
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: host.origin, quotaSize: 1 });
  await page.goto(host.url(''));
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  for (const path of ['codes/7014', 'codes/7002']) {
    await page.goto(host.url(path));
    expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    await search(page);
    await expect(line(page)).toContainText('no room for an offline copy');
  }
});

test('answers that vary with everything are kept all the same', async ({ page, host }) => {
  host.between = (_, response) => {
    response.setHeader('vary', '*');
    return false;
  };
  await install(page, host);
  await page.goto(host.url('codes/7014'));
  await host.stop();
  await page.goto(host.url('codes/7014'));
  await expect(heading(page)).toContainText('7014');
});

test('a login on another host gets the reader, and the copy stays', async ({ page, host }) => {
  const login = createServer((_, response) => {
    response.setHeader('content-type', 'text/html').end('<h1>Log in</h1>');
  });
  await new Promise<void>((done) => login.listen(0, '127.0.0.1', done));
  const elsewhere = `http://127.0.0.1:${(login.address() as AddressInfo).port}/`;
  await install(page, host);
  host.between = (_, response) => {
    response.writeHead(302, { location: elsewhere }).end();
    return true;
  };
  await page.goto(host.url('codes/7014'));
  expect(page.url()).toBe(elsewhere);
  login.closeAllConnections();
  login.close();
  await host.stop();
  await page.goto(host.url('codes/7014'));
  await expect(heading(page)).toContainText('7014 Signature verification');
});

for (const [when, whole] of [
  ['with a whole copy', true],
  ['while the copy is made', false],
] as const)
  test(`a login on the same host gets the reader and is never kept, ${when}`, async ({
    page,
    host,
  }) => {
    const login: Between = ({ url }, response) => {
      if (url === '/service-worker.js' || url?.startsWith('/_astro/')) return false;
      if (url === '/login') response.setHeader('content-type', 'text/html').end('<h1>Log in</h1>');
      else response.writeHead(302, { location: '/login' }).end();
      return true;
    };
    const held: (() => void)[] = [];
    if (whole) await install(page, host);
    else {
      // Only the making of the copy asks for them: it has begun, and is not done.
      host.between = (request, response) => {
        if (!request.url?.startsWith('/codes/')) return false;
        held.push(() => login(request, response));
        return true;
      };
      await page.goto(host.url(''));
      await expect.poll(() => held.length).toBeGreaterThan(0);
    }
    host.between = login;
    for (const answer of held) answer();
    await page.goto(host.url('codes/7014'));
    await expect(heading(page)).toHaveText('Log in');
    expect(page.url()).toBe(host.url('login'));
    host.between = () => false;
    await install(page, host);
    await host.stop();
    await page.goto(host.url('codes/7014'));
    await expect(heading(page)).toContainText('7014 Signature verification');
  });

test('what a captive portal answers during a visit is shown and never kept', async ({
  page,
  host,
}) => {
  await install(page, host);
  host.between = portal;
  await page.goto(host.url('codes/7014'));
  await expect(heading(page)).toHaveText('Log in to this Wi-Fi');
  await host.stop();
  await page.goto(host.url('codes/7014'));
  await expect(heading(page)).toContainText('7014 Signature verification');
});

test('a script that a captive portal answered is right at the next visit', async ({
  page,
  host,
}) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
  );
  await page.goto(host.url(''));
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.goto(host.url('codes/7014'));
  await expect(line(page)).toContainText('Keep for offline use');
  const asked = host.asked.length;
  host.between = portal;
  await page.keyboard.press('/');
  await expect.poll(() => host.asked.slice(asked).join()).toContain('/_astro/');
  host.between = () => false;
  await page.goto(host.url('codes/7002'));
  await search(page);
});

test('a captive portal that comes while the copy is made leaves nothing in it', async ({
  page,
  host,
}) => {
  let caught = 0;
  host.between = (request, response) => {
    // Only the making of the copy asks for pages of codes; the home page is read before.
    const isOfCopy = /^\/(?:codes|guides)\//.test(request.url ?? '');
    if (!isOfCopy && caught === 0) return false;
    caught += 1;
    return portal(request, response);
  };
  await page.goto(host.url(''));
  await expect.poll(() => caught, { timeout: 30_000 }).toBeGreaterThan(0);
  await expect(line(page)).not.toContainText('Kept for offline use');
  host.between = () => false;
  await install(page, host);
  await host.stop();
  for (const path of ['codes/7014', 'codes/7002', '']) {
    await page.goto(host.url(path));
    await expect(heading(page)).not.toHaveText('Log in to this Wi-Fi');
    await expect(line(page)).toContainText('offline copy of');
  }
  await search(page);
});

for (const [what, status] of [
  ['hangs', null],
  ['fails', 502],
] as const)
  test(`an unknown page on a server that ${what} is answered as soon as a known one`, async ({
    page,
    host,
  }) => {
    await install(page, host);
    host.fail(status);
    const start = performance.now();
    const answer = await page.goto(host.url('codes/7099'));
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(answer?.status()).toBe(404);
    await expect(heading(page)).toHaveText('7099 is not documented');
  });

test('a page that is newer than the worker is shown, not kept, and asks for the next worker', async ({
  page,
  host,
}) => {
  await install(page, host);
  editPage(host);
  const asked = host.asked.length;
  await page.goto(host.url('codes/7014'));
  await expect(heading(page)).toContainText('changed by a deploy');
  await expect.poll(() => host.asked.slice(asked).includes('/service-worker.js')).toBe(true);
  await expect(line(page)).toContainText('This host changes the pages');
  await host.stop();
  await page.goto(host.url('codes/7014'));
  await expect(heading(page)).toContainText('missing sign parameter');
});

test('where the host changes the pages, the line says that it keeps no copy', async ({
  page,
  host,
}) => {
  host.between = ({ url = '' }, response) => {
    if (!/^\/(?:codes\/\w+)?$/.test(url)) return false;
    const file = url === '/' ? 'index.html' : `${url}.html`;
    const html = readFileSync(join(host.folder, file), 'utf8');
    response.setHeader('content-type', 'text/html').end(`${html}<!-- counted -->`);
    return true;
  };
  // By the first visit, before the worker answers, and by every one after it.
  for (const path of ['', 'codes/7014', 'codes/7002']) {
    await page.goto(host.url(path));
    await expect(line(page)).toContainText('This host changes the pages', { timeout: 30_000 });
  }
  expect(await isComplete(page, host.root)).toBe(false);
  await host.stop();
  await expectUnreachable(page, host.url('codes/7014'));
});

test('a file that the host lacks is named, and the last whole version goes on answering', async ({
  page,
  host,
}) => {
  await install(page, host);
  await page.goto(host.url('codes/7014'));
  await expect(line(page)).toContainText('Kept for offline use');
  // Of the next version one file was not uploaded, and one that the search reads does not fit the last.
  editPage(host);
  host.edit('pagefind/pagefind-entry.json', () => '{}');
  await host.deploy();
  rmSync(join(host.folder, 'manifest.webmanifest'));
  await expect(async () => {
    await page.goto(host.url('codes/7014'));
    await expect(line(page)).toContainText('This host lacks /manifest.webmanifest', {
      timeout: 3000,
    });
  }).toPass({ timeout: 30_000 });
  await expect(heading(page)).toContainText('changed by a deploy');
  await host.stop();
  await page.goto(host.url('codes/7014'));
  await expect(heading(page)).toContainText('missing sign parameter');
  const unknown = await page.goto(host.url('codes/7099'));
  expect(unknown?.status()).toBe(404);
  await search(page);
});

test('a wrong copy is dropped, and is right after the next visit', async ({ page, host }) => {
  await install(page, host);
  const [script = ''] = await page.evaluate(async (path) => {
    const scripts: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const { url } of await cache.keys()) {
        const isScript = url.endsWith('.js');
        if (!isScript && !url.endsWith(path)) continue;
        const type = isScript ? 'text/javascript' : 'text/html';
        await cache.put(url, new Response('<h1>Wrong</h1>', { headers: { 'content-type': type } }));
        if (isScript) scripts.push(url);
      }
    }
    return scripts;
  }, '/codes/7002');
  expect(script).toContain('.js');
  await page.goto(host.url('codes/7014'));
  await search(page);
  // The copy is whole again, scripts included; and so is a page that was not opened.
  await expect
    .poll(async () => {
      await page.goto(host.url('codes/7014'));
      return line(page).textContent();
    })
    .toContain('Kept for offline use');
  await host.stop();
  await page.goto(host.url('codes/7014'));
  await search(page);
  await page.goto(host.url('codes/7002'));
  await expect(heading(page)).toContainText('7002');
});

test('a tab of the version before works on, and both end in the next version', async ({
  page,
  host,
  context,
}) => {
  await install(page, host);
  await page.goto(host.url('codes/7014'));
  await expect(line(page)).toContainText('Kept for offline use');
  // The next version has its scripts under other names, and the last one's are gone.
  const scripts = globSync('_astro/{search-dialog,answer-view,resolve}.*.js', { cwd: host.folder });
  for (const name of scripts.map((file) => basename(file)))
    host.rename(name, name.replace(/\.js$/, 'x.js'));
  await host.deploy();
  expect(scripts.length).toBeGreaterThan(1);

  const next = await context.newPage();
  await next.goto(host.url('codes/7002'));
  await expectNextVersion(next, host);
  await search(page);
  await host.stop();
  for (const tab of [page, next]) {
    await tab.goto(host.url('codes/7003'));
    await expect(heading(tab)).toContainText('7003');
    await search(tab);
  }
});
