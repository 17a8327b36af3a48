/** What holds for every page. */
import { expect, test, type Page } from 'playwright/test';
import { expectAccessible } from './axe.ts';
import { watchPolicy } from './policy.ts';
import { slowPages } from './site.ts';

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const path of slowPages)
  test(`/${path}: within its policy, accessible in both themes, never scrolled sideways`, async ({
    page,
  }) => {
    const refusals = await watchPolicy(page);
    await page.goto(path);
    await expectAccessible(page);

    await page.setViewportSize({ width: 320, height: 640 });
    expect(await overflow(page), 'at 320 px').toBeLessThanOrEqual(0);

    await page.setViewportSize({ width: 640, height: 800 });
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    expect(await overflow(page), 'with text at 200 %').toBeLessThanOrEqual(0);

    expect(refusals).toEqual([]);
  });
