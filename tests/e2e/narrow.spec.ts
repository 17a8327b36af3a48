/** Readers with a small screen, large text or colours of their own, and the rhythm of the page: one page of every shape. */
import { expect, test, type Page } from 'playwright/test';
import { shapes, shapesOfAny } from './shapes.ts';

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('no page is scrolled sideways at 320 px, nor at 360 px with text at 200 %', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const devTools = await page.context().newCDPSession(page);
  for (const path of shapes) {
    await page.goto(path);
    for (const [width, standard] of [
      [320, 16],
      [360, 32],
    ] as const) {
      await page.setViewportSize({ width, height: 640 });
      await devTools.send('Page.setFontSizes', { fontSizes: { standard, fixed: standard } });
      const size = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
      expect(size).toBe(`${standard}px`);
      expect
        .soft(await overflow(page), `/${path} at ${width} px with text of ${standard} px`)
        .toBeLessThanOrEqual(0);
    }
  }
});

/** Pixels of the scale of space in `theme.css`: nothing, and its six steps. */
const SCALE = [0, 4, 8, 12, 16, 24, 32];

test('gaps above headings, lists and blocks are steps of one scale', async ({ page }) => {
  test.setTimeout(180_000);
  for (const path of shapesOfAny) {
    await page.goto(path);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const gaps = await page
        .locator('.sl-markdown-content :is(h2, h3, p, ul, ol, dl, table, pre, blockquote, figure)')
        .evaluateAll((nodes) =>
          nodes.flatMap((node) => {
            const before = node.previousElementSibling;
            const parent = node.parentElement;
            if (before === null || parent === null) return [];
            // What is beside or upon it, or in a row of a grid, is placed by other rules.
            const displays = [node, before, parent].map((each) => getComputedStyle(each));
            const [own, other, around] = displays;
            const inFlow = (style: CSSStyleDeclaration | undefined) =>
              style !== undefined &&
              style.position !== 'absolute' &&
              style.display !== 'none' &&
              !style.display.startsWith('inline');
            if (!inFlow(own) || !inFlow(other) || around?.display !== 'block') return [];
            const [from, to] = [before.getBoundingClientRect(), node.getBoundingClientRect()];
            if (to.height === 0 || from.height === 0) return [];
            return [{ gap: to.top - from.bottom, what: node.outerHTML.slice(0, 80) }];
          }),
        );
      const off = gaps.filter(({ gap }) => !SCALE.some((step) => Math.abs(step - gap) < 0.75));
      expect.soft(off, `/${path} at ${width} px`).toEqual([]);
    }
  }
});

test('marks of source and certainty do not move the lines of a text apart', async ({ page }) => {
  await page.goto('codes/7014');
  const heights = await page.locator('.causes-list p').evaluateAll((nodes) =>
    nodes
      .filter((node) => node.querySelector('.basis') && node.querySelector('.cite'))
      .map((node) => {
        const withMarks = node.getBoundingClientRect().height;
        for (const mark of node.querySelectorAll<HTMLElement>('.basis, .cite'))
          mark.style.lineHeight = '0';
        return withMarks - node.getBoundingClientRect().height;
      }),
  );
  expect(heights.length).toBeGreaterThan(2);
  expect(heights.filter((difference) => Math.abs(difference) > 0.5)).toEqual([]);
});

test('with forced colours the current page is outlined in the sidebar', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('codes/7014');
  const current = page.locator('#starlight__sidebar [aria-current=page]');
  await expect(current).toHaveText(/7014/);
  expect(await current.evaluate((node) => getComputedStyle(node).outlineStyle)).toBe('solid');
});

test('what has the focus has a ring of 2 px in both themes', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto('codes/7014');
    for (const selector of [
      '.site-title',
      '#starlight__sidebar a',
      'main .contents a',
      'main summary',
    ]) {
      const node = page.locator(selector).first();
      await page.keyboard.press('Tab');
      await node.focus();
      const { outlineStyle, outlineWidth } = await node.evaluate((each) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(each);
        return { outlineStyle, outlineWidth };
      });
      expect.soft({ selector, outlineStyle, outlineWidth }).toEqual({
        selector,
        outlineStyle: 'solid',
        outlineWidth: '2px',
      });
    }
  }
});

test('on a wide screen facts, contents and copying stay in view beside the text', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('codes/7014');
  const causes = await page.locator('#causes').boundingBox();
  for (const selector of ['.fact-strip', '.contents', '.page-actions']) {
    const box = await page.locator(selector).boundingBox();
    expect(box?.x, selector).toBeGreaterThan((causes?.x ?? 0) + (causes?.width ?? 0));
  }
  await page.locator('#related').scrollIntoViewIfNeeded();
  await page.evaluate(() =>
    scrollTo(0, document.querySelector('#related')?.getBoundingClientRect().top ?? 0),
  );
  for (const selector of ['.fact-strip', '.contents', '.page-actions summary'])
    await expect(page.locator(selector)).toBeInViewport();
});
