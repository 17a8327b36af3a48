/** Targets for fingers, the keyboard below the header, other colours, and no motion. */
import { expect, test } from 'playwright/test';

test('targets are 24 px high and wide, or stand in a sentence', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  for (const path of ['', 'codes', 'codes/7014', 'codes/3003', 'codes/gateway', 'about']) {
    await page.goto(path);
    const small = await page
      .locator('main :is(a, button, input, select, summary)')
      .evaluateAll((nodes) =>
        nodes
          .filter((node) => {
            const parent = node.closest('p, li, dd, td, dt');
            const inSentence =
              parent !== null &&
              (parent.textContent ?? '').trim().length > (node.textContent ?? '').trim().length;
            const { width, height } = node.getBoundingClientRect();
            return !inSentence && width > 0 && (width < 23.5 || height < 23.5);
          })
          .map((node) => node.outerHTML),
      );
    expect(small, path).toEqual([]);
  }
});

test('what is reached by keyboard is never under the header', async ({ page }) => {
  await page.goto('codes/7014');
  const bottom = await page
    .locator('header.header')
    .evaluate((header) => header.getBoundingClientRect().bottom);
  const links = page.locator('main a');
  const count = await links.count();
  expect(count).toBeGreaterThan(20);
  await links.last().focus();
  for (let index = count - 1; index > 0; index -= 1) {
    await page.keyboard.press('Shift+Tab');
    const top = await page.evaluate(() => {
      const focused = document.activeElement;
      return focused?.closest('main') ? focused.getBoundingClientRect().top : Infinity;
    });
    expect(top).toBeGreaterThanOrEqual(bottom - 1);
  }
});

test('every section that the contents name is shown below the header', async ({ page }) => {
  await page.goto('codes/7014');
  const bottom = await page
    .locator('header.header')
    .evaluate((header) => header.getBoundingClientRect().bottom);
  for (const link of await page
    .getByRole('navigation', { name: 'Contents' })
    .getByRole('link')
    .all()) {
    await link.click();
    const target = page.locator(':target');
    await expect(target).toBeInViewport();
    expect((await target.boundingBox())?.y).toBeGreaterThanOrEqual(bottom);
  }
});

test('with forced colours the failing hop is still told apart', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('codes/7014');
  const fails = page.locator('.request-path .fails');
  await expect(fails).toContainText('fails here');
  expect(await fails.evaluate((node) => getComputedStyle(node).outlineStyle)).toBe('solid');
});

test('nothing moves for a reader who wants no motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const path of ['', 'codes/7014']) {
    await page.goto(path);
    const moving = await page.evaluate(() =>
      document.getAnimations().map((animation) => animation.playState),
    );
    expect(moving).toEqual([]);
    const behaviour = await page.evaluate(
      () => getComputedStyle(document.documentElement).scrollBehavior,
    );
    expect(behaviour).toBe('auto');
  }
});
