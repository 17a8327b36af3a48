/** The 404 page leads to the one page that an address means, names what it can, and never passes another code off as the one asked for. */
import { expect, test } from 'playwright/test';

const RESULT = 'What the address may mean';

test('what means one page leads to it, with the fragment', async ({ page: tab, baseURL }) => {
  for (const [asked, page] of [
    ['codes/E7014', 'codes/7014'],
    ['codes/07014', 'codes/7014'],
    ['codes/7014.', 'codes/7014'],
    ['codes/７０１４', 'codes/7014'],
    ['code/7014', 'codes/7014'],
    ['7014', 'codes/7014'],
    ['404', 'codes/404'],
    ['codes/HTTP-4XX', 'codes/http-4xx'],
    ['codes/KDTRPCNETWORKERROR', 'codes/0'],
    ['zh-cn/codes/E7014', 'zh-cn/codes/7014'],
    ['zh-cn/7014', 'zh-cn/codes/7014'],
  ] as const)
    await test.step(`/${asked} leads to /${page}`, async () => {
      await tab.goto('about');
      await tab.goto(
        `${asked.split('/').map(encodeURIComponent).join('/')}#android&api=com.example.op`,
      );
      await tab.waitForURL(new URL(`${page}#android&api=com.example.op`, `${baseURL}/`).href);
      await expect(tab.locator('.code-page')).toHaveCount(1);
      // The address that has no page is not in the way back.
      await tab.goBack();
      await expect(tab).toHaveURL(/\/about$/);
    });
});

for (const asked of ['codes/7014.htm', 'codes/Code-7014', 'x/7014'])
  test(`/${asked} offers 7014 and stays`, async ({ page }) => {
    await page.goto(asked);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('what it may mean');
    const link = page.getByRole('region', { name: RESULT }).getByRole('link');
    await expect(link).toHaveCount(1);
    await expect(page).toHaveURL(new RegExp(`/${asked}$`));
    await link.click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('7014');
  });

test('a page that the host has lost leads to no loop', async ({ page }) => {
  let loads = 0;
  page.on('framenavigated', () => {
    loads += 1;
  });
  await page.route('**/codes/7014', async (route) => {
    const lost = await route.fetch({ url: new URL('../nothing', route.request().url()).href });
    await route.fulfill({ response: lost });
  });
  await page.goto('codes/7014');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('what it may mean');
  expect(loads).toBe(1);
});

test('a number that nothing is known of is not documented', async ({ page }) => {
  for (const asked of ['9999', '70145', '30000', '7099']) {
    await page.goto(`codes/${asked}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${asked} is not documented`);
    // Said once; what follows are links.
    const said = (await page.getByRole('main').innerText()).split(asked).length - 1;
    expect(said, asked).toBe(1);
    await expect(page.getByRole('main').getByRole('link', { name: 'All codes' })).toBeVisible();
  }
});

test('what is next to a number without a page is named by its link alone', async ({ page }) => {
  await page.goto('codes/7099');
  const main = page.getByRole('main');
  await expect(main.getByRole('link', { name: /^7014 / })).toBeVisible();
  expect((await main.innerText()).split('7014')).toHaveLength(2);
});

test('below /zh-cn the page is Chinese', async ({ page }) => {
  await page.goto('zh-cn/codes/7099');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('官方未收录 7099');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  const main = page.getByRole('main');
  await expect(main.getByRole('link', { name: '全部结果码' })).toBeVisible();
  await expect(main.getByRole('link', { name: 'All codes' })).toBeHidden();
});

test('below /zh-cn the frame is Chinese too, and leads to Chinese pages', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('zh-cn/codes/7099');
  const sidebar = page.locator('#starlight__sidebar');
  const table = sidebar.getByRole('link', { name: '全部结果码' });
  await expect(table).toHaveAttribute('href', /\/zh-cn\/codes$/);
  await expect(sidebar).not.toContainText('All codes');
  const header = page.locator('header.header');
  await expect(header.locator('.site-title')).toHaveText('MGS 结果码');
  await expect(header.locator('.site-title')).toHaveAttribute('href', /\/zh-cn\/?$/);
  await expect(header.getByRole('button', { name: '搜索' })).toBeVisible();
  await expect(header.locator('.theme option').first()).toHaveText('主题：自动');
  await expect(header.locator('.language')).toHaveText('English');
  await expect(page.locator('.independent')).not.toContainText('project');
  // What was mounted before still works.
  await header.getByRole('button', { name: '搜索' }).click();
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
});

test('without the front door of the language the frame stays as it is', async ({ page }) => {
  await page.route(/\/zh-cn\/?$/, (route) => route.abort());
  await page.goto('zh-cn/codes/7099');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('官方未收录 7099');
  await expect(page.locator('.site-title')).toHaveText('MGS result codes');
});

test('a hostile address is shown as text and leads nowhere else', async ({ page }) => {
  let dialogs = 0;
  page.on('dialog', (dialog) => {
    dialogs += 1;
    void dialog.dismiss();
  });
  for (const asked of [
    '%3Cimg src=x onerror=alert(1)%3E',
    '%E0%A4%A',
    '..%2f..%2f%2fevil.example',
    '%2f%2fevil.example%2f7014',
  ]) {
    await page.goto(`codes/${asked}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^No page (?:at|named) /);
    expect(new URL(page.url()).hostname).toBe('127.0.0.1');
  }
  expect(dialogs).toBe(0);
});
