/** What only a browser can see on every page, and what axe sees on one page of every shape. */
import { expect, test, type Page } from 'playwright/test';
import { expectAccessible } from './axe.ts';
import { watchPolicy } from './policy.ts';
import { onePagePerShape } from './shapes.ts';
import { NO_PAGE, slowPages } from './site.ts';

/** So many pages share one visit: a new browser page costs as much as a check. */
const inVisits = (paths: readonly string[], size: number): string[][] =>
  Array.from({ length: Math.ceil(paths.length / size) }, (_, index) =>
    paths.slice(index * size, (index + 1) * size),
  );

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const paths of inVisits([...slowPages, NO_PAGE], 24))
  test(`within their policy, never scrolled sideways: /${paths.join(' /')}`, async ({ page }) => {
    test.setTimeout(120_000);
    const refusals = await watchPolicy(page);
    for (const path of paths)
      await test.step(`/${path}`, async () => {
        await page.setViewportSize({ width: 320, height: 640 });
        await page.goto(path);
        expect.soft(await overflow(page), `/${path} at 320 px`).toBeLessThanOrEqual(0);

        await page.setViewportSize({ width: 640, height: 800 });
        await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
        expect.soft(await overflow(page), `/${path} with text at 200 %`).toBeLessThanOrEqual(0);
      });
    expect(refusals).toEqual([]);
  });

for (const paths of inVisits([...onePagePerShape(slowPages, 'dist'), NO_PAGE], 4))
  test(`accessible in both themes: /${paths.join(' /')}`, async ({ page }) => {
    test.setTimeout(120_000);
    for (const path of paths)
      await test.step(`/${path}`, async () => {
        await page.goto(path);
        await expectAccessible(page);
      });
  });
