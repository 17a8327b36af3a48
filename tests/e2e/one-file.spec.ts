/** The file for offline use, opened from disk: everything works and nothing is requested. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect as expectSoon, test as site, type Page } from 'playwright/test';
import { fileJourneys } from '../engines/journeys.ts';
import { IOS_REPLY } from '../engines/page-hooks.ts';
import { playwrightReader } from '../engines/playwright-reader.ts';
import { expectAccessible } from './axe.ts';
import { shapesInFile } from './shapes.ts';
import { catalogue, SITE } from './site.ts';

const FILE = pathToFileURL(resolve('dist/mgs-codes.html')).href;

const LOG = `${IOS_REPLY.text}\nSecException: ErrorCode = 608`;

/** A busy machine needs more than five seconds for so long a page. */
const expect = expectSoon.configure({ timeout: 20_000 });

/** Every test also holds that only the file was read, that no policy was broken and no script failed. */
const test = site.extend<{ quiet: undefined }>({
  quiet: [
    async ({ page }, use) => {
      const requests = new Set<string>();
      const complaints: string[] = [];
      page.on('request', (request) => requests.add(request.url().replace(/[?#].*/, '')));
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', ({ message }) => complaints.push(message));
      await use(undefined);
      expect([...requests].filter((url) => !url.startsWith('data:'))).toEqual([FILE]);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

const input = (page: Page) => page.getByLabel('Number, name, error, response or whole log');
const findings = (page: Page) => page.getByRole('region', { name: 'Findings' });

for (const { name, walk } of fileJourneys(FILE))
  test(name, async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const reader = playwrightReader(page, FILE);
    await walk(reader);
    expect(await reader.complaints()).toEqual([]);
  });

test('an unknown number is not documented, and bare HTTP numbers lead to their row', async ({
  page,
}) => {
  await page.goto(FILE);
  await input(page).fill('7099');
  await expect(findings(page)).toContainText('7099 is not documented');
  await findings(page).getByRole('link', { name: '7xxx' }).click();
  await expect(page.getByRole('heading', { name: /7xxx: / })).toBeInViewport();
  await input(page).fill('404');
  await expect(findings(page).getByRole('link', { name: /^404: / })).toHaveAttribute(
    'href',
    '#404',
  );
  await input(page).fill('500');
  await findings(page).getByRole('link', { name: '500 as an HTTP status' }).click();
  await expect(page.getByRole('heading', { name: /^HTTP 500/ })).toBeInViewport();
});

test('a place that the file lacks is put to the box while it is open, and a hostile one is not', async ({
  page,
}) => {
  await page.goto(`${FILE}#7099`);
  await expect(findings(page)).toContainText('7099 is not documented');
  await page.goto(`${FILE}#KDTRPCNETWORKERROR`);
  await expect(findings(page).getByRole('link', { name: /^0 / })).toHaveAttribute('href', '#ios-0');
  await page.goto(`${FILE}#%3Cimg%20src=x%20onerror=alert(1)%3E`);
  await expect(input(page)).toHaveValue('KDTRPCNETWORKERROR');
});

test('the context of a link goes into the ticket of its number and no other', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${FILE}#7014&api=com.example.op&trace=0a1b`);
  const linked = page.locator('[id="gateway-7014"]');
  await expect(linked.locator('h2')).toBeInViewport();
  await expect(linked.locator('.reader-context dd')).toHaveText(['com.example.op', '0a1b']);
  await linked.locator('.page-actions summary').click();
  await linked.getByRole('button', { name: 'Copy text for a ticket' }).click();
  await expect(linked.getByRole('status')).toHaveText('Copied.');
  const ticket = await page.evaluate(() => navigator.clipboard.readText());
  expect(ticket).toContain('Gateway 7014');
  expect(ticket).toContain(`${SITE}/codes/7014#gateway`);
  expect(ticket).toContain('Operation: com.example.op');
  await page.locator('[id="gateway-7001"] .page-actions summary').click();
  await page
    .locator('[id="gateway-7001"]')
    .getByRole('button', { name: 'Copy text for a ticket' })
    .click();
  await expect(page.locator('[id="gateway-7001"]').getByRole('status')).toHaveText('Copied.');
  const other = await page.evaluate(() => navigator.clipboard.readText());
  expect(other).toContain('Gateway 7001');
  expect(other).not.toContain('com.example.op');
});

test('the keyboard reaches box, table and code, and the focus is never under the bar', async ({
  page,
}) => {
  await page.goto(FILE);
  const bar = page.getByRole('navigation', { name: 'In this file' });
  const bottom = await bar.evaluate((node) => node.getBoundingClientRect().bottom);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${FILE}#codes`);
  const row = page.locator('tr[data-id="gateway/7014"]').getByRole('link');
  await row.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.locator('[id="gateway-7014"] .page-actions summary')).toBeFocused();
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press('Shift+Tab');
    const top = await page.evaluate(
      () => document.activeElement?.getBoundingClientRect().top ?? -1,
    );
    expect(top).toBeGreaterThanOrEqual(bottom - 1);
  }
});

test('links out of the file say so', async ({ page }) => {
  await page.goto(FILE);
  const out = page.locator('a[href^="http"]');
  expect(await out.count()).toBeGreaterThan(100);
  await expect(page.getByRole('link', { name: /mgs-codes\.example\/\s+\(online\)/ })).toBeVisible();
  const marks = await out.evaluateAll((nodes) => [
    ...new Set(nodes.map((node) => getComputedStyle(node, '::after').content.includes('↗'))),
  ]);
  expect(marks).toEqual([true]);
});

test('axe finds nothing in either theme', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto(FILE);
  await input(page).fill(LOG);
  await expect(findings(page)).toContainText('7014');
  const shown = shapesInFile(fileURLToPath(FILE));
  expect(shown.length).toBeGreaterThan(5);
  await page.evaluate((ids) => {
    for (const node of document.querySelectorAll('.number'))
      if (!ids.includes(node.id)) node.remove();
    // Axe measures colours where they are painted: all of it is laid out.
    for (const node of document.querySelectorAll<HTMLElement>('article, .number'))
      node.style.setProperty('content-visibility', 'visible');
  }, shown);
  await expectAccessible(page);
});

test('the cards of a number stand in one row, or as close as their grid has them', async ({
  page,
}) => {
  for (const [width, rows] of [
    [1280, 1],
    [360, 2],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${FILE}#3003`);
    const boxes = await page.locator('[id="3003"] .meaning-card').evaluateAll((cards) =>
      cards.map((card) => {
        const { top, bottom } = card.getBoundingClientRect();
        return { top, bottom };
      }),
    );
    expect(new Set(boxes.map(({ top }) => top)).size, `${width} px`).toBe(rows);
    if (rows === 2) expect((boxes[1]?.top ?? 0) - (boxes[0]?.bottom ?? 0)).toBe(12);
  }
});

test('nothing scrolls sideways, at 320 px and with text at 200 %', async ({ page }) => {
  for (const [width, size] of [
    [320, '100%'],
    [640, '200%'],
  ] as const) {
    await page.setViewportSize({ width, height: 640 });
    await page.goto(FILE);
    const overflow = await page.evaluate((fontSize) => {
      const html = document.documentElement;
      html.style.fontSize = fontSize;
      for (const node of document.querySelectorAll<HTMLElement>('article, .number'))
        node.style.setProperty('content-visibility', 'visible');
      return html.scrollWidth - html.clientWidth;
    }, size);
    expect(overflow, `${width} px`).toBeLessThanOrEqual(0);
  }
});

site('the download link of the site gives this file', async ({ page }) => {
  await page.goto('codes/7014');
  const started = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download for offline use' }).click();
  const download = await started;
  expect(download.suggestedFilename()).toBe('mgs-codes.html');
  expect(readFileSync(await download.path())).toEqual(readFileSync(fileURLToPath(FILE)));
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every text is there, in both themes, and the box says what it needs', async ({ page }) => {
    await page.goto(FILE);
    await expect(page.locator('mgs-decode noscript p')).toContainText('Decoding needs JavaScript');
    await expect(page.getByRole('form', { name: 'Filters' })).toBeHidden();
    await expect(page.locator('tr[data-id]')).toHaveCount(catalogue.meanings.length);
    await page.getByRole('link', { name: '7014', exact: true }).click();
    const section = page.getByRole('region', { name: /^Gateway 7014: / });
    await expect(section.getByRole('heading', { level: 2 })).toBeInViewport();
    for (const name of ['Causes', 'Whatever the cause', 'Check that it is fixed', 'Related codes'])
      await expect(section.getByRole('heading', { name, exact: true })).toBeVisible();
    await expect(section.getByRole('button', { name: 'Copy text for a ticket' })).toBeHidden();
  });
});
