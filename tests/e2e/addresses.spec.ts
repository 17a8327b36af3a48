/** Deep links as error messages print them: status 200, no redirect, the right place on the page. */
import { expect, test } from 'playwright/test';
import { catalogue } from './site.ts';

const pages = [
  'codes',
  ...catalogue.pages.map(({ code }) => `codes/${code}`),
  ...catalogue.families.map(({ family }) => `codes/${family}`),
  ...catalogue.classes.map(({ id }) => `codes/${id}`),
  'codes/100',
  'codes/404',
  'codes/500',
  'codes/599',
  'codes/kDTRpcNetworkError',
  'codes/KDTRpcAbandonError',
];

test('every address answers 200 without a redirect, with and without a closing slash', async ({
  request,
}) => {
  for (const page of pages)
    for (const path of [page, `${page}/`]) {
      const response = await request.get(path, { maxRedirects: 0 });
      expect(response.status(), path).toBe(200);
    }
});

test('/codes/404 is a page, and an unknown number is not', async ({ request }) => {
  const known = await request.get('codes/404');
  expect(await known.text()).toContain('Not Found');
  expect((await request.get('codes/7005')).status()).toBe(404);
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

for (const [path, heading] of [
  ['codes/0#android', 'Android 0: Unknown error'],
  ['codes/3003#ios', 'iOS 3003: Decryption failed'],
  ['codes/3003#gateway', 'Gateway 3003: Data decryption failed'],
] as const)
  test(`${path} leads to its meaning, below the header`, async ({ page }) => {
    await page.goto(path);
    const target = page.getByRole('heading', { name: heading });
    await expect(target).toBeInViewport();
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

test('context after the family still leads to the family', async ({ page }) => {
  await page.goto('codes/3003#ios&api=com.example.op&trace=abc');
  await expect(page.getByRole('heading', { name: 'iOS 3003: Decryption failed' })).toBeInViewport();
});

test('a symbol leads to its meaning', async ({ page }) => {
  await page.goto('codes/kDTRpcNetworkError');
  await page.waitForURL(/codes\/0#ios$/);
  await expect(page.getByRole('heading', { name: /^iOS 0:/ })).toBeInViewport();
});
