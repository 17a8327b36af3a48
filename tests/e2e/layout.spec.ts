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

test('the stations of the request path have room on a phone', async ({ page }) => {
  for (const [width, padding, way] of [
    [320, 4, 8],
    [360, 8, 12],
  ] as const) {
    await page.setViewportSize({ width, height: 640 });
    await page.goto('codes/7014');
    const stations = page.locator('.request-path li');
    const boxes = await stations.evaluateAll((nodes) =>
      nodes.map((node) => {
        const { left, right, top } = node.getBoundingClientRect();
        return { left, right, top, padding: parseFloat(getComputedStyle(node).paddingLeft) };
      }),
    );
    expect(Math.min(...boxes.map((box) => box.padding))).toBeGreaterThanOrEqual(padding);
    for (const [index, box] of boxes.slice(1).entries())
      expect(box.left - (boxes[index]?.right ?? 0)).toBeGreaterThanOrEqual(way - 0.5);
    expect(Math.max(...boxes.map(({ right }) => right))).toBeLessThanOrEqual(width - 16);
    expect(new Set(boxes.map(({ top }) => Math.round(top / 8))).size).toBe(1);
  }
});

test('the current page is seen in the sidebar without scrolling it', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const path of ['codes/7014', 'codes/0', 'codes/608', 'zh-cn/codes/7014']) {
    await page.goto(path);
    await expect(page.locator('#starlight__sidebar [aria-current=page]').first()).toBeInViewport();
  }
});

test('of a number with several meanings each is marked in the sidebar', async ({ page }) => {
  await page.goto('codes/0');
  await expect(page.locator('#starlight__sidebar [aria-current]')).toHaveText([
    '0 Unknown error',
    '0 Network failure of any kind',
  ]);
});

test('the cards of a number are as wide as what follows, whose headings stand apart', async ({
  page,
}) => {
  for (const width of [1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('codes/0');
    const boxes = await Promise.all(
      ['.meaning-card >> nth=1', '.entry >> nth=0', '.entry > h2 >> nth=0', '.lead >> nth=0'].map(
        (selector) => page.locator(selector).boundingBox(),
      ),
    );
    const edges = boxes.map((box) => ({
      right: (box?.x ?? 0) + (box?.width ?? 0),
      top: box?.y ?? 0,
      bottom: (box?.y ?? 0) + (box?.height ?? 0),
    }));
    expect(edges[0]?.right).toBeCloseTo(edges[1]?.right ?? 0, 0);
    expect((edges[3]?.top ?? 0) - (edges[2]?.bottom ?? 0)).toBeGreaterThanOrEqual(8);
  }
});

test('the contents name every open section', async ({ page }) => {
  for (const path of ['codes/608', 'codes/7014']) {
    await page.goto(path);
    const headings = await page.locator('.rest > div > h2').allTextContents();
    await expect(page.locator('.contents a')).toHaveText(headings);
  }
});

test('what the footer names stands apart', async ({ page }) => {
  await page.goto('codes/7014');
  const items = page.locator('.independent > :not(:empty)');
  expect(await items.count()).toBeGreaterThan(2);
  for (const item of await items.all()) {
    const text = (await item.textContent()) ?? '';
    expect(text).toBe(text.trim());
  }
  expect(
    await page.locator('.independent').evaluate((node) => getComputedStyle(node).columnGap),
  ).toBe('16px');
});

test('the links of the contents are as far apart whether they wrap or not', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('codes/7014');
  const links = await page.locator('.contents a').evaluateAll((nodes) =>
    nodes.map((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      const { top, bottom } = range.getBoundingClientRect();
      return { top, bottom, lines: range.getClientRects().length };
    }),
  );
  expect(links.some(({ lines }) => lines > 1)).toBe(true);
  const gaps = links
    .slice(1)
    .map(({ top }, index) => Math.round(top - (links[index]?.bottom ?? 0)));
  expect(new Set(gaps).size, gaps.join()).toBe(1);
});

test('rows go under the heading of their group with an edge', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto('codes');
  await page.evaluate(() => {
    scrollTo(0, 1800);
  });
  const heading = page.locator('.code-table .part').first();
  await expect(heading).toBeInViewport();
  const edge = await heading.evaluate((node) => getComputedStyle(node).borderBottomWidth);
  expect(edge).toBe('1px');
});

test('a button that does nothing yet looks so, not by its colour alone', async ({ page }) => {
  await page.goto('decode');
  const isFramed = (name: string) =>
    page
      .getByRole('main')
      .getByRole('button', { name })
      .evaluate((node) => !getComputedStyle(node).borderTopColor.endsWith(', 0)'));
  expect(await isFramed('Clear')).toBe(false);
  await page.getByRole('main').getByRole('textbox').fill('7014');
  await expect(page.getByRole('button', { name: 'Clear' })).toBeEnabled();
  expect(await isFramed('Clear')).toBe(true);
});

test('a page that is missing offers the search with what was asked, and the tables', async ({
  page,
}) => {
  for (const [path, box, tables] of [
    ['codes/99999', 'Code, name, message or log line', 'Security Guard codes'],
    ['zh-cn/codes/99999', '结果码、名称、文案或一行日志', '无线保镖结果码'],
  ] as const) {
    await page.goto(path);
    const main = page.getByRole('main');
    await expect(main.getByRole('link', { name: tables })).toBeVisible();
    await main.getByRole('button', { name: box }).click();
    await expect(page.getByRole('dialog').getByRole('combobox')).toHaveValue('99999');
  }
});
