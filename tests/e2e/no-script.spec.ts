/** Without JavaScript every page is complete. */
import { expect, test } from 'playwright/test';
import { catalogue } from './site.ts';

test.use({ javaScriptEnabled: false });

test('a code page says everything', async ({ page }) => {
  await page.goto('codes/7014');
  for (const name of ['Likely causes', 'Fix', 'Check that it is fixed', 'Related codes'])
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  await expect(page.locator('.first-step')).toBeVisible();
});

test('all codes are in one table and lead to their pages', async ({ page }) => {
  await page.goto('codes');
  await expect(page.getByRole('row')).toHaveCount(catalogue.meanings.length + 1);
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
});
