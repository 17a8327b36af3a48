/** At 360×640 the four answers stand without scrolling on every page of one meaning. */
import { expect, test } from 'playwright/test';
import { catalogue } from './site.ts';

test.use({ viewport: { width: 360, height: 640 } });

for (const { code, meanings } of catalogue.pages.filter(({ meanings }) => meanings.length === 1))
  test(`${code}: meaning, who acts, retry, path and first step end above the fold`, async ({
    page,
  }) => {
    await page.goto(`codes/${code}`);
    const last = page.locator('.first-step');
    await expect(page.locator('.lead')).toBeInViewport({ ratio: 1 });
    for (const label of ['Who acts', 'Retry'])
      await expect(page.locator('.fact-strip dt', { hasText: label })).toBeInViewport();
    const box = await last.boundingBox();
    expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(640);
    // One row: every hop at the same height.
    const tops = await page
      .locator('.request-path li')
      .evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().y));
    expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(8);
    expect(meanings).toHaveLength(1);
  });
