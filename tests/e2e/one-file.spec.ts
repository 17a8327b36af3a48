/** The file for offline use, opened from disk: everything works and nothing is requested. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test as site, type Page } from 'playwright/test';
import { expectAccessible } from './axe.ts';
import { catalogue, SITE } from './site.ts';

const FILE = pathToFileURL(resolve('dist/mgs-codes.html')).href;

const LOG = `2020-08-11 10:11:12.123456+0800 App[123:7003] [mPaaSLog] APMobileNetwork alipay.client.getUnionResource resp:{
    "mgw-traceid" = 0a1b2c3d4e5f;
    memo = "%E9%AA%8C%E7%AD%BERPC%E6%8E%A5%E5%8F%A3%20%E5%8A%A0%E7%AD%BE%E6%95%B0%E6%8D%AE%E4%B8%BA%E7%A9%BA";
    "result-status" = 7014;
}
SecException: ErrorCode = 608`;

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

/** Where an element begins on the screen, in pixels below its upper edge. */
const topOf = (page: Page, id: string) =>
  page.locator(`[id="${id}"]`).evaluate((node) => node.getBoundingClientRect().top);

test('a number, a name and a log are answered, and the answer leads to the meaning', async ({
  page,
}) => {
  await page.goto(FILE);
  await input(page).fill('7014');
  await expect(findings(page).getByRole('link')).toHaveText(/^7014 /);
  await input(page).fill('kDTRpcNetworkError');
  await expect(findings(page).getByRole('link')).toHaveAttribute('href', '#ios-0');
  await input(page).fill('3003');
  await expect(findings(page).getByRole('link')).toHaveCount(2);
  await input(page).fill(LOG);
  await expect(findings(page)).toContainText('line 4');
  await expect(findings(page)).toContainText('验签RPC接口 加签数据为空');
  await expect(findings(page)).toContainText('Security Guard 608, not a code of MGS');
  await findings(page).getByRole('link').click();
  await expect(page).toHaveURL(`${FILE}#gateway-7014`);
  await expect(page.getByRole('heading', { name: /^Gateway 7014: / })).toBeInViewport();
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
    '#android-http-4xx',
  );
  await input(page).fill('500');
  await findings(page).getByRole('link', { name: '500 as an HTTP status' }).click();
  await expect(page.getByRole('heading', { name: 'Bare HTTP numbers' })).toBeInViewport();
});

test('filters narrow the table, and come back with the address', async ({ page }) => {
  await page.goto(FILE);
  const visible = page.locator('tr[data-id]:visible');
  await expect(visible).toHaveCount(catalogue.meanings.length);
  await page.getByLabel('Family').selectOption('Service');
  const expected = catalogue.meanings.filter(({ family }) => family === 'service').length;
  await expect(visible).toHaveCount(expected);
  await page.reload();
  await expect(visible).toHaveCount(expected);
  await page.getByRole('button', { name: 'Reset' }).click();
  await page.getByLabel('Text', { exact: true }).fill('SizeControl');
  await expect(visible).toHaveCount(1);
  await visible.getByRole('link').click();
  await expect(page.getByRole('heading', { name: /^iOS 9: / })).toBeInViewport();
});

test('deep links lead to a number, a meaning, and to what a family says', async ({ page }) => {
  for (const place of ['7014', 'gateway-7014', 'android-7014', '3003', 'ios-3003', '7xxx', 'ios']) {
    await page.goto('about:blank');
    await page.goto(`${FILE}#${place}`);
    await expect(page.locator(`[id="${place}"]`)).toBeInViewport();
    const top = await topOf(page, place);
    expect(top, place).toBeGreaterThan(0);
    expect(top, place).toBeLessThan(300);
  }
});

test('a place that the file lacks is put to the box', async ({ page }) => {
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
  await expect(linked.getByText('Operation com.example.op')).toBeVisible();
  await linked.getByRole('button', { name: 'Copy text for a ticket' }).click();
  await expect(linked.getByRole('status')).toHaveText('Copied.');
  const ticket = await page.evaluate(() => navigator.clipboard.readText());
  expect(ticket).toContain('Gateway 7014');
  expect(ticket).toContain(`${SITE}/codes/7014#gateway`);
  expect(ticket).toContain('Operation: com.example.op');
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
  await expect(
    page.locator('[id="gateway-7014"]').getByRole('button', { name: 'Copy text for a ticket' }),
  ).toBeFocused();
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
  // Axe measures colours where they are painted: the whole file is laid out for it.
  await page.evaluate(() => {
    for (const node of document.querySelectorAll('article'))
      node.style.setProperty('content-visibility', 'visible');
  });
  await input(page).fill(LOG);
  await expect(findings(page)).toContainText('7014');
  await expectAccessible(page);
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
      for (const node of document.querySelectorAll('article'))
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
    for (const name of ['Likely causes', 'Fix', 'Check that it is fixed', 'Related codes'])
      await expect(section.getByRole('heading', { name, exact: true })).toBeVisible();
    await expect(section.getByRole('button', { name: 'Copy text for a ticket' })).toBeHidden();
  });
});
