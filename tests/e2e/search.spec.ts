/** The search dialog: exact answers first and without a request, then full text, all by keyboard. */
import { expect, test, type Page } from 'playwright/test';

async function openSearch(page: Page, from = 'about') {
  await page.goto(from);
  await page.keyboard.press('/');
  const input = page.getByRole('combobox', { name: 'Code, name' });
  await expect(input).toBeFocused();
  return input;
}

test('7014 finds its page first, marked as exact, and Enter opens it', async ({ page }) => {
  const input = await openSearch(page);
  await input.fill('7014');
  const first = page.getByRole('option').first();
  await expect(first).toContainText('Exact');
  await expect(first).toContainText('7014 Signature verification - missing sign parameter');
  await input.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('7014');
});

test('full text comes from the files of the site and from nowhere else', async ({
  page,
  baseURL,
}) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL('/', baseURL).href)) foreign.push(request.url());
  });
  const input = await openSearch(page);
  await input.fill('UnknownHostException');
  const option = page.getByRole('option', { name: /4003/ });
  await expect(option).toBeVisible();
  await expect(option).toContainText('Gateway');
  expect(foreign).toEqual([]);
});

test('a number with two meanings gives both, each with its family', async ({ page }) => {
  const input = await openSearch(page);
  await input.fill('3003');
  await expect(page.locator('[role=option].exact')).toHaveCount(2);
  await expect(page.locator('[role=option].exact').first()).toContainText('Gateway');
  await expect(page.locator('[role=option].exact').last()).toContainText('iOS');
});

test('an unknown number is answered honestly', async ({ page }) => {
  const input = await openSearch(page);
  for (const number of ['7099', '9999', '30000', '70145']) {
    await input.fill(number);
    await expect(page.getByText(`${number} is not documented`).first()).toBeVisible();
    await expect(page.locator('[role=option].exact')).toHaveCount(0);
  }
});
