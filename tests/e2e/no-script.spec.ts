/** Without JavaScript every page is complete. */
import { expect, test } from 'playwright/test';
import { catalogue } from './site.ts';

test.use({ javaScriptEnabled: false });

test('a code page says everything', async ({ page }) => {
  await page.goto('codes/7014');
  for (const name of ['Causes', 'Whatever the cause', 'Check that it is fixed', 'Related codes'])
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  await expect(page.locator('.first-step')).toBeVisible();
});

test('all codes are in one table and lead to their pages', async ({ page }) => {
  await page.goto('codes');
  // The rows of the codes, one for each family, and the head.
  await expect(page.getByRole('row')).toHaveCount(
    catalogue.meanings.length + catalogue.families.length + 1,
  );
  await page.getByRole('link', { name: '7014', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('7014');
});

test('a symbol leads to its meaning', async ({ page }) => {
  await page.goto('codes/KDTRpcSizeControlError');
  await page.waitForURL(/codes\/9#ios$/);
});

test('the header leads to all codes instead of a dead search button', async ({ page }) => {
  await page.goto('codes/7014');
  await expect(page.locator('header').getByRole('link', { name: 'All codes' })).toBeVisible();
  await expect(page.locator('header').getByRole('button', { name: 'Search' })).toBeHidden();
  // On a phone, too, there is room for it and for the whole name of the site.
  await page.setViewportSize({ width: 360, height: 640 });
  const [link, name] = await Promise.all([
    page.locator('header').getByRole('link', { name: 'All codes' }).boundingBox(),
    page
      .locator('.site-title > :last-child')
      .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
  ]);
  expect(link?.height).toBeLessThan(36);
  expect(name).toBeLessThanOrEqual(0);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`the theme is that of the system: ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const path of ['', 'codes/7014']) {
      await page.goto(path);
      const background = await page.evaluate(() => {
        const canvas = document.createElement('canvas').getContext('2d');
        if (!canvas) throw new Error('no canvas');
        canvas.fillStyle = getComputedStyle(document.body).backgroundColor;
        canvas.fillRect(0, 0, 1, 1);
        return canvas.getImageData(0, 0, 1, 1).data[0] ?? 0;
      });
      if (colorScheme === 'light') expect(background).toBeGreaterThan(200);
      else expect(background).toBeLessThan(60);
    }
  });

test('nothing is shown that needs a script', async ({ page }) => {
  for (const path of ['', 'codes', 'codes/7014', 'decode']) {
    await page.goto(path);
    for (const needy of await page.locator('.needs-script').all()) await expect(needy).toBeHidden();
  }
});
