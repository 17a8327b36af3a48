/** From one language to the other: the place is kept, a choice is remembered, and nobody is sent in circles. */
import { expect, test, type Browser, type Page } from 'playwright/test';
import { ROOT_PORT } from './site.ts';

const ORIGIN = `http://127.0.0.1:${ROOT_PORT}`;
const offer = (page: Page) => page.locator('aside[popover]');
const path = (page: Page) =>
  page
    .url()
    .slice(ORIGIN.length)
    .replace(/\/(?=[?#]|$)/, '');

/** Chooses a language on a page with a place, and answers the address that it leads to. */
async function choose(page: Page, from: string, language: string): Promise<string> {
  await page.goto(from);
  await page.getByRole('link', { name: language, exact: true }).first().click();
  await expect(page.locator('html')).toHaveAttribute(
    'lang',
    language === 'English' ? 'en' : 'zh-CN',
  );
  return path(page);
}

for (const [from, language, to] of [
  ['/codes/3003#ios', '简体中文', '/zh-cn/codes/3003#ios'],
  [
    '/codes/7014#gateway&api=com.example.op&trace=0a1cf6b6159712',
    '简体中文',
    '/zh-cn/codes/7014#gateway&api=com.example.op&trace=0a1cf6b6159712',
  ],
  ['/codes?family=service', '简体中文', '/zh-cn/codes?family=service'],
  ['/zh-cn/codes/3003#ios', 'English', '/codes/3003#ios'],
] as const)
  test(`${from} leads to ${to}`, async ({ page }) => {
    expect(await choose(page, from, language)).toBe(to);
  });

for (const [language, chosenAt, other, expected] of [
  ['简体中文', '/codes/7014', '/codes/0?family=ios#ios', '/zh-cn/codes/0?family=ios#ios'],
  ['English', '/zh-cn/codes/7014', '/zh-cn/codes/0#ios', '/codes/0#ios'],
] as const)
  test(`once ${language} is chosen, a page from outside opens in it`, async ({ page }) => {
    const prefix = await choose(page, chosenAt, language);
    await page.goto('about:blank');
    await page.goto(other);
    await expect.poll(() => path(page)).toBe(expected);
    // Within the site a link leads where it says.
    await page.goto(prefix);
    await page.evaluate((to) => {
      const link = document.createElement('a');
      link.href = to;
      document.body.append(link);
      link.click();
    }, other);
    await page.waitForURL((url) => url.pathname.startsWith(other.split(/[?#]/)[0] ?? ''));
    await page.waitForLoadState('networkidle');
    expect(path(page)).toBe(other);
  });

test('an address without a page is answered where it is', async ({ page }) => {
  await choose(page, '/codes/7014', '简体中文');
  await page.goto('/nothing/here');
  await page.waitForLoadState('networkidle');
  expect(path(page)).toBe('/nothing/here');
});

test('without storage the links work, and nothing is remembered', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('It is forbidden.', 'SecurityError');
      },
    }),
  );
  expect(await choose(page, '/codes/3003#ios', '简体中文')).toBe('/zh-cn/codes/3003#ios');
  await page.goto('/codes/0');
  await page.waitForLoadState('networkidle');
  expect(path(page)).toBe('/codes/0');
  expect(errors).toEqual([]);
});

async function withLanguages(browser: Browser, locale: string): Promise<Page> {
  const context = await browser.newContext({ locale, baseURL: ORIGIN, serviceWorkers: 'block' });
  return context.newPage();
}

test('a browser that prefers Chinese is offered the Chinese page, and nothing moves', async ({
  browser,
}) => {
  const page = await withLanguages(browser, 'zh-CN');
  await page.addInitScript(() =>
    new PerformanceObserver((list) => {
      for (const { entryType } of list.getEntries())
        document.documentElement.dataset['shifts'] = entryType;
    }).observe({ type: 'layout-shift', buffered: true }),
  );
  await page.goto('/codes/3003#ios');
  await expect(offer(page)).toContainText('本页有简体中文版。');
  await expect(page.locator('html')).not.toHaveAttribute('data-shifts');
  await offer(page).getByRole('button', { name: '阅读中文版' }).click();
  await expect.poll(() => path(page)).toBe('/zh-cn/codes/3003#ios');
  await expect(offer(page)).toHaveCount(0);
  await page.context().close();
});

test('the offer is made again until it is refused, and then never', async ({ browser }) => {
  const page = await withLanguages(browser, 'zh-TW');
  await page.goto('/codes/7014');
  await expect(offer(page)).toBeVisible();
  await page.goto('/codes/0');
  await offer(page).getByRole('button', { name: '不再提示' }).click();
  await expect(offer(page)).toHaveCount(0);
  await page.goto('/codes/7014');
  await page.waitForLoadState('networkidle');
  await expect(offer(page)).toHaveCount(0);
  // A refusal is no choice: a Chinese page stays Chinese.
  await page.goto('/zh-cn/codes/7014');
  await page.waitForLoadState('networkidle');
  expect(path(page)).toBe('/zh-cn/codes/7014');
  await page.context().close();
});

for (const [locale, address] of [
  ['en-US', '/codes/7014'],
  ['de-DE', '/codes/7014'],
  ['en-US', '/zh-cn/codes/7014'],
] as const)
  test(`${locale} is offered nothing on ${address}`, async ({ browser }) => {
    const page = await withLanguages(browser, locale);
    await page.goto(address);
    await page.waitForLoadState('networkidle');
    await expect(offer(page)).toHaveCount(0);
    await page.context().close();
  });
