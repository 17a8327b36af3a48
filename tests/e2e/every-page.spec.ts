/** What holds for every page. */
import { expect, test, type Page } from 'playwright/test';
import { expectAccessible } from './axe.ts';
import { watchPolicy } from './policy.ts';
import { slowPages } from './site.ts';

/** So many pages share one visit: a new browser page costs as much as a check. */
const PAGES_PER_VISIT = 8;

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (let from = 0; from < slowPages.length; from += PAGES_PER_VISIT) {
  const paths = slowPages.slice(from, from + PAGES_PER_VISIT);
  test(`within their policy, accessible in both themes, never scrolled sideways: /${paths.join(' /')}`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const refusals = await watchPolicy(page);
    for (const path of paths)
      await test.step(`/${path}`, async () => {
        await page.setViewportSize({ width: 1280, height: 720 });
        await page.goto(path);
        await expectAccessible(page);

        await page.setViewportSize({ width: 320, height: 640 });
        expect.soft(await overflow(page), `/${path} at 320 px`).toBeLessThanOrEqual(0);

        await page.setViewportSize({ width: 640, height: 800 });
        await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
        expect.soft(await overflow(page), `/${path} with text at 200 %`).toBeLessThanOrEqual(0);
      });
    expect(refusals).toEqual([]);
  });
}
