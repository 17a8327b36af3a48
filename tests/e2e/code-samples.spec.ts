/** Code in guides and lines of logs: read, scrolled, and copied. */
import { expect, test } from 'playwright/test';
import { expectAccessible } from './axe.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('a code sample is copied as it was written, and that is said', async ({ page }) => {
  await page.goto('link-to-a-code');
  const sample = page.getByRole('group', { name: 'Kotlin' });
  await sample.scrollIntoViewIfNeeded();
  const button = page.getByRole('button', { name: 'Copy: Kotlin' });
  await button.click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied.' })).toHaveCount(1);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await sample.textContent());
  expect(copied).toContain('\n\nfun codePage(e: RpcException): String {\n    val api =');
});

test('on a phone a code sample keeps its lines and scrolls by keyboard; the page does not', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto('link-to-a-code');
  const sample = page.getByRole('group', { name: 'Kotlin' });
  await sample.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => sample.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wider).toBe(0);
});

test('a line of a log is copied without anything around it', async ({ page }) => {
  await page.goto('codes/6004');
  const line = page.locator('code[data-line]').first();
  await line.scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: 'Copy: Android exception' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'RPCException:[6004]：PRC-JSON解析异常',
  );
  await expect(line.locator('mark')).toHaveText('6004');
});

test('the script for copying comes only when there is something to copy on the screen', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('codes/7014', { waitUntil: 'networkidle' });
  expect(asked.filter((path) => path.includes('code-samples'))).toEqual([]);
  await page.locator('code[data-line]').first().scrollIntoViewIfNeeded();
  await expect(page.getByRole('button', { name: /^Copy: Reply headers/ })).not.toHaveCount(0);
});

test('samples with their buttons can be read by everybody', async ({ page }) => {
  await page.goto('link-to-a-code');
  const samples = await page.locator('pre[role=group]').all();
  expect(samples.length).toBeGreaterThan(5);
  for (const sample of samples) await sample.scrollIntoViewIfNeeded();
  const buttons = page.locator('.sample').getByRole('button', { name: /^Copy: / });
  await expect(buttons).toHaveCount(samples.length);
  await expectAccessible(page);
});

test('the button that copies is at the corner of its sample', async ({ page }) => {
  for (const width of [360, 1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    for (const path of ['link-to-a-code', 'guides/signature-errors']) {
      await page.goto(path);
      const sample = page.locator('.sample').first();
      await sample.scrollIntoViewIfNeeded();
      await expect(sample.locator('button')).toBeVisible();
      const [button, code] = await Promise.all(
        ['button', 'pre'].map((part) => sample.locator(part).boundingBox()),
      );
      expect((button?.x ?? 0) + (button?.width ?? 0), `/${path} at ${width} px`).toBeCloseTo(
        (code?.x ?? 0) + (code?.width ?? 0),
        0,
      );
    }
  }
});
