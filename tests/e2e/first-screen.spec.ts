/** At 360×640 the four answers, or the choice between meanings, are there without scrolling. */
import { expect, test } from 'playwright/test';
import { isChooser } from '../../src/site/code-page.ts';
import { EDITIONS } from '../../src/site/editions.ts';
import { catalogue } from './site.ts';

test.use({ viewport: { width: 360, height: 640 } });

const pages = catalogue.pages.filter((page) => page.meanings.length === 1 && !isChooser(page));

for (const { language, words } of EDITIONS)
  test(`meaning, who fixes it, retry, path and first step end above the fold: ${language.name}`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    const { actor, retry } = words.facts;
    expect(pages.length).toBeGreaterThan(30);
    for (const { code } of pages) {
      await page.goto(`${language.path}/codes/${code}`.slice(1));
      // One question for each page: it would cost more to ask for each part than to open the page.
      const { bottoms, tops, facts } = await page.evaluate(() => {
        const boxes = (selector: string) =>
          [...document.querySelectorAll(selector)].map((node) => node.getBoundingClientRect());
        return {
          bottoms: boxes('.lead, .fact-strip, .request-path, .first-step').map(
            ({ bottom }) => bottom,
          ),
          tops: boxes('.request-path li').map(({ y }) => y),
          facts: [...document.querySelectorAll('.fact-strip')].map((node) => node.textContent),
        };
      });
      expect.soft(bottoms, code).toHaveLength(4);
      expect
        .soft(Math.max(...bottoms), `${code}: where the first screen ends`)
        .toBeLessThanOrEqual(640);
      expect
        .soft(facts, code)
        .toEqual([expect.stringMatching(new RegExp(`${actor}.*${retry}`, 's'))]);
      // One row: every hop at the same height.
      expect.soft(Math.max(...tops) - Math.min(...tops), `${code}: one row`).toBeLessThan(8);
    }
  });

test('a number with several meanings names each above the fold', async ({ page }) => {
  const choosers = catalogue.pages.filter(({ meanings }) => meanings.length > 1);
  expect(choosers.length).toBeGreaterThan(5);
  for (const { code, meanings } of choosers) {
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
