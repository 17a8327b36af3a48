/** What stays together in a line, what has room, and the type of Chinese pages. */
import { expect, test, type Page } from 'playwright/test';
import { catalogue } from './site.ts';

const GUIDES = catalogue.guides.map(({ id }) => `guides/${id}`);
const PAGES = ['about', 'link-to-a-code'];
const inBoth = (paths: readonly string[]) => paths.flatMap((path) => [path, `zh-cn/${path}`]);

/** Words of the headings and first cells of tables that stand on two lines, and short names of code in any cell. */
const brokenWords = (page: Page, isChineseWhole: boolean) =>
  page.locator('main table:not(.code-table, .other-numbers)').evaluateAll(
    (tables, isWhole) =>
      tables.flatMap((table) =>
        [...table.querySelectorAll('th, td')].flatMap((cell) => {
          const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
          const broken: string[] = [];
          const words = cell.tagName === 'TH' || isWhole ? /\b\w+|\p{Script=Han}{1,6}/gu : /\b\w+/g;
          const isFirst = cell.matches('th, :first-child');
          for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
            const isCode = Boolean(text.parentElement?.closest('code'));
            if (!isCode && !isFirst) continue;
            const whole = isCode ? /\b[A-Z\d]{1,16}\b/gi : words;
            for (const word of (text.textContent ?? '').matchAll(whole)) {
              const range = document.createRange();
              range.setStart(text, word.index);
              range.setEnd(text, word.index + word[0].length);
              const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
              if (new Set(tops).size > 1) broken.push(word[0]);
            }
          }
          return broken;
        }),
      ),
    isChineseWhole,
  );

/** Opens each page once and shows it at several widths: opening takes far longer than a new layout. */
async function atWidths(
  page: Page,
  widths: readonly number[],
  paths: readonly string[],
  look: (path: string, width: number) => Promise<void>,
): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      await look(path, width);
    }
  }
}

/** Code in the text: short one on more than one line, and long one whose ends are open where it breaks. */
const brokenCode = (page: Page) =>
  page.locator('main :is(p, li, dd) > code:not([data-line])').evaluateAll((nodes) =>
    nodes.flatMap((node) => {
      const tops = [...node.getClientRects()].map(({ top }) => Math.round(top));
      const isBroken = node.textContent.length <= 30 && new Set(tops).size > 1;
      const isOpen = getComputedStyle(node).boxDecorationBreak === 'slice';
      return isBroken || isOpen ? [node.textContent] : [];
    }),
  );

test('short code in a finding of the decoder stays in one line', async ({ page }) => {
  for (const width of [360, 820, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('decode');
    await page.getByRole('textbox').first().fill('SecException: ErrorCode = 608');
    const codes = page.locator('.findings li p > code');
    await expect(codes.first()).toBeVisible();
    const broken = await codes.evaluateAll((nodes) =>
      nodes
        .filter(({ textContent }) => textContent.length <= 30)
        .filter((node) => {
          const tops = [...node.getClientRects()].map(({ top }) => Math.round(top));
          return new Set(tops).size > 1;
        })
        .map(({ textContent }) => textContent),
    );
    expect.soft(broken, `${width} px`).toEqual([]);
  }
});

/** Where lines of code end without need: behind a hyphen of a name; and lines of one mark alone. */
const badBreaks = (page: Page) =>
  page.locator('main code').evaluateAll((codes) =>
    codes
      .filter((code) => code.closest('.sample, td') === null)
      .flatMap((code) => {
        const texts = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
        const lines: { bottom: number; text: string }[] = [];
        for (let text = texts.nextNode(); text !== null; text = texts.nextNode())
          for (const [index, character] of [...(text.textContent ?? '')].entries()) {
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + 1);
            const box = range.getBoundingClientRect();
            const last = lines.at(-1);
            if (box.width === 0) continue;
            if (last === undefined || box.top > last.bottom - 2)
              lines.push({ bottom: box.bottom, text: character });
            else last.text += character;
          }
        const [, ...next] = lines;
        return next.flatMap(({ text }, index) =>
          /\p{L}-$/u.test(lines[index]?.text ?? '') || /^\s*(?:[.=)\]]\s*$|: )/.test(text)
            ? [`${lines[index]?.text ?? ''}⏎${text}`]
            : [],
        );
      }),
  );

test('words of tables and short code are whole, code breaks behind no hyphen, and no line is one mark', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const paths = ['codes/7014', 'codes/0', 'codes/608', 'codes/6', ...GUIDES, ...PAGES];
  await atWidths(page, [320, 360, 820, 1280], inBoth(paths), async (path, width) => {
    const at = `/${path} at ${width} px`;
    const isChineseWhole = width > 800 && path.startsWith('zh');
    expect.soft(await brokenWords(page, isChineseWhole), `words, ${at}`).toEqual([]);
    // So narrow, short code may break, and long code wherever it must.
    if (width === 320) return;
    expect.soft(await brokenCode(page), `code, ${at}`).toEqual([]);
    expect.soft(await badBreaks(page), `breaks, ${at}`).toEqual([]);
  });
});

test('a Chinese word in front of a mark is in one line', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  for (const path of ['zh-cn/codes/7014', 'zh-cn/codes/1415', 'zh-cn/codes/6004']) {
    await page.goto(path);
    const words = await page.locator('main :is(p, li, dd)').evaluateAll((blocks) =>
      blocks.flatMap((block) =>
        [...block.childNodes].flatMap((node) =>
          node instanceof Text
            ? [...node.data.matchAll(/\p{Script=Han}(?:\u2060\p{Script=Han}){1,3}/gu)].map(
                (word) => {
                  const range = document.createRange();
                  range.setStart(node, word.index);
                  range.setEnd(node, word.index + word[0].length);
                  const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
                  return { word: word[0], lines: new Set(tops).size };
                },
              )
            : [],
        ),
      ),
    );
    expect(words.length, path).toBeGreaterThan(0);
    expect
      .soft(
        words.filter(({ lines }) => lines > 1),
        path,
      )
      .toEqual([]);
  }
});

test('marks of source and certainty are in the line of the word before them', async ({ page }) => {
  const paths = inBoth(['codes/7014', 'codes/0', 'codes/608', 'guides/signature-errors']);
  await atWidths(page, [360, 820, 1280], paths, async (path, width) => {
    const alone = await page
      .locator('main :is(p, li, dd) > :is(.cite, .basis)')
      .evaluateAll((marks) =>
        marks.flatMap((mark) => {
          const before = mark.previousSibling;
          const text = before instanceof Text ? before : before?.lastChild;
          const last = text instanceof Text ? text.data.search(/[^\s\u2060]\s*\u2060?$/u) : -1;
          if (!(text instanceof Text) || last < 0) return [];
          const boxOf = (take: (range: Range) => void) => {
            const range = document.createRange();
            take(range);
            return range.getBoundingClientRect();
          };
          const word = boxOf((range) => {
            range.setStart(text, last);
            range.setEnd(text, last + 1);
          });
          const own = boxOf((range) => range.selectNodeContents(mark));
          return own.top > word.bottom - 2 ? [mark.parentElement?.textContent] : [];
        }),
      );
    expect.soft(alone, `${path} at ${width} px`).toEqual([]);
  });
});

test('Chinese pages have Chinese fonts and higher lines, and English pages none of it', async ({
  page,
}) => {
  const type = () =>
    page.locator('main p').evaluateAll((paragraphs) =>
      [...new Set([document.body, ...paragraphs.slice(-1)])].map((node) => {
        const { fontFamily, lineHeight, fontSize } = getComputedStyle(node);
        return {
          isChinese: fontFamily.includes('PingFang SC'),
          lines: Math.round((parseFloat(lineHeight) / parseFloat(fontSize)) * 100) / 100,
        };
      }),
    );
  for (const [path, isChinese, lines] of [
    ['zh-cn/guides/timeouts', true, 1.75],
    ['zh-cn/codes/7014', true, 1.75],
    ['guides/timeouts', false, 1.6],
  ] as const) {
    await page.goto(path);
    expect(await type(), path).toEqual([
      { isChinese, lines },
      { isChinese, lines },
    ]);
  }
  expect(await page.content()).not.toContain('PingFang');
});

test('the diagrams have text of the size of the text around them', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const path of inBoth(['guides/timeouts', 'guides/signature-errors'])) {
    await page.goto(path);
    const drawing = page.locator('svg.drawing');
    const scale = await drawing.evaluate((svg: SVGSVGElement) => svg.getScreenCTM()?.a ?? 0);
    expect(scale * 14, path).toBeLessThanOrEqual(16);
  }
});
