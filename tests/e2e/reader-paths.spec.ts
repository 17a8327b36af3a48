/** What readers come for, on every kind of host and installed without one. */
import { expect } from 'playwright/test';
import { test } from './served.ts';
import { catalogue } from './site.ts';

const heading = { level: 1 } as const;

for (const form of ['codes/7014', 'codes/7014/', 'codes/7014.html'])
  test(`${form} is the page of 7014`, async ({ page }) => {
    const response = await page.goto(form);
    expect(response?.status()).toBe(200);
    await expect(page.getByRole('heading', heading)).toContainText('7014');
  });

test('a number with several meanings names each on the first screen', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  for (const { code, meanings } of catalogue.pages.filter(({ meanings }) => meanings.length > 1)) {
    await page.goto(`codes/${code}`);
    for (const { family, title } of meanings) {
      const card = page.locator('.meaning-card', {
        has: page.locator(`a[href="#${family}"]`, { hasText: title }),
      });
      const box = await card.boundingBox();
      expect(box, `${code} ${family}`).not.toBeNull();
      expect((box?.y ?? 0) + (box?.height ?? 0), `${code} ${family}`).toBeLessThanOrEqual(640);
    }
  }
});

for (const [path, name] of [
  ['codes/0#android', 'Android 0: Unknown error'],
  ['codes/3003#ios', 'iOS 3003: Decryption failed'],
  ['codes/3003#gateway', 'Gateway 3003: Data decryption failed'],
  ['codes/3003#ios&api=com.example.op&trace=abc', 'iOS 3003: Decryption failed'],
] as const)
  test(`${path} leads to its meaning, below the header`, async ({ page }) => {
    await page.goto(path);
    const target = page.getByRole('heading', { name });
    await expect(target).toBeInViewport();
    const [, place = ''] = path.split(/[#&]/);
    await expect(page.locator('section', { has: target })).toHaveId(place);
    const header = await page.locator('header.header').boundingBox();
    const box = await target.boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual((header?.y ?? 0) + (header?.height ?? 0));
  });

test('an anchor of a family without a meaning says whose answer it is', async ({ page }) => {
  await page.goto('codes/7014#android');
  const line = page.locator('#android');
  await expect(line).toBeInViewport();
  await expect(line).toContainText("On Android, 7014 is the gateway's answer.");
  await expect(page.locator('#ios')).toContainText('inferred');
  await expect(page.locator('#service')).toContainText('not in the Service table');
});

test('a symbol leads to its meaning', async ({ page }) => {
  await page.goto('codes/kDTRpcNetworkError');
  await page.waitForURL(/codes\/0\/?#ios$/);
  await expect(page.getByRole('heading', { name: /^iOS 0:/ })).toBeInViewport();
});

test('an address without a page says what it may mean', async ({ page }) => {
  const response = await page.goto('codes/7005');
  expect(response?.status()).toBe(404);
  const region = page.getByRole('region', { name: 'What the address may mean' });
  await expect(region).toContainText('7005 is not documented');
  await expect(region).toContainText('7xxx is');
  await expect(region).toContainText('Documented next to it: 7003 and 7007.');
  await expect(region).toContainText('PRC_PRODCUTID_EMPTY');
  await page.goto('codes/E7014');
  await region.getByRole('link').click();
  await expect(page.getByRole('heading', heading)).toContainText('7014');
});

test('search answers exactly, honestly, and by full text', async ({ page }) => {
  const foreign: string[] = [];
  await page.goto('about');
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(page.url()).origin) foreign.push(request.url());
  });
  await page.keyboard.press('/');
  const input = page.getByRole('combobox', { name: 'Code, name' });
  await expect(input).toBeFocused();
  const exact = page.locator('[role=option].exact');

  await input.fill('3003');
  await expect(exact).toHaveCount(2);
  await expect(exact.first()).toContainText('Gateway');
  await expect(exact.last()).toContainText('iOS');

  for (const number of ['7099', '9999', '30000', '70145']) {
    await input.fill(number);
    await expect(page.getByText(`${number} is not documented`).first()).toBeVisible();
    await expect(exact).toHaveCount(0);
  }

  await input.fill('UnknownHostException');
  const option = page.getByRole('option', { name: /4003/ });
  await expect(option).toBeVisible();
  await expect(option).toContainText('Gateway');

  await input.fill('7014');
  const first = page.getByRole('option').first();
  await expect(first).toContainText('Exact');
  await expect(first).toContainText('7014 Signature verification - missing sign parameter');
  await input.press('Enter');
  await expect(page.getByRole('heading', heading)).toContainText('7014');
  expect(foreign).toEqual([]);
});

test('a reply is decoded with its line, its memo and its trace', async ({ page }) => {
  await page.goto('decode');
  await page.getByLabel('Number, name, error, response or whole log')
    .fill(`2020-08-11 10:11:12.123456+0800 App[123:7003] [mPaaSLog] APMobileNetwork alipay.client.getUnionResource resp:{
    "mgw-traceid" = 0a1b2c3d4e5f;
    memo = "%E9%AA%8C%E7%AD%BERPC%E6%8E%A5%E5%8F%A3%20%E5%8A%A0%E7%AD%BE%E6%95%B0%E6%8D%AE%E4%B8%BA%E7%A9%BA";
    "result-status" = 7014;
}`);
  const finding = page.getByRole('region', { name: 'Findings' }).getByRole('listitem');
  await expect(finding).toHaveCount(1);
  await expect(finding).toContainText('line 4');
  await expect(finding).toContainText('验签RPC接口 加签数据为空');
  await expect(finding).toContainText('alipay.client.getUnionResource');
  await expect(finding).toContainText('0a1b2c3d4e5f');
  await finding.getByRole('link').click();
  await expect(page).toHaveURL(/codes\/7014\/?#gateway$/);
  await expect(page.getByRole('heading', heading)).toContainText('7014');
});
