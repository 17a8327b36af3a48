/** What a reader takes away from a code page: an address, a command, a ticket, a sheet of paper. */
import { expect, test } from 'playwright/test';
import { SITE } from './site.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** Opens the menu of what can be copied. */
const openMenu = (page: import('playwright/test').Page, within = 'main') =>
  page.locator(`${within} .page-actions summary`).first().click();

const clipboard = (page: import('playwright/test').Page) =>
  page.evaluate(() => navigator.clipboard.readText());

test('address and command are copied, and it is said', async ({ page }) => {
  await page.goto('codes/7014');
  await openMenu(page);
  const button = page.getByRole('button', { name: 'Copy address' });
  await button.click();
  await expect(page.locator('.page-actions [role=status]')).toHaveText('Copied.');
  // The button itself says it.
  const shown = () => button.evaluate((node) => getComputedStyle(node, '::before').content);
  await expect.poll(shown).toContain('Copied.');
  expect(await clipboard(page)).toBe(`${SITE}/codes/7014#gateway`);
  await page.getByRole('button', { name: 'Copy curl command' }).click();
  expect(await clipboard(page)).toBe(`curl ${SITE}/codes/7014.md`);
});

test('without the clipboard of secure hosts, copying works the old way', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'clipboard', { value: undefined }),
  );
  await page.goto('codes/7014');
  await openMenu(page);
  const button = page.getByRole('button', { name: 'Copy curl command' });
  await button.click();
  await expect(page.locator('.page-actions [role=status]')).toHaveText('Copied.');
  await expect(button).toBeFocused();
  // Pasted where a reader would: into the search field.
  await page.keyboard.press('/');
  await page.keyboard.press('Control+V');
  await expect(page.getByRole('combobox', { name: 'Code, name' })).toHaveValue(
    `curl ${SITE}/codes/7014.md`,
  );
});

test('a link to a heading is copied, and it is said and shown', async ({ page }) => {
  await page.goto('codes/7014');
  const button = page.getByRole('button', {
    name: 'Copy link: Check that it is fixed',
    exact: true,
  });
  await button.click();
  expect(new URL(await clipboard(page)).hash).toBe('#check');
  await expect(page.getByRole('status').filter({ hasText: 'Copied.' })).toHaveCount(1);
  const shown = () => button.evaluate((node) => getComputedStyle(node, '::before').content);
  await expect.poll(shown).toBe('"Copied."');
  // The button is no part of what the heading is called.
  await expect(
    page.getByRole('heading', { name: 'Check that it is fixed', exact: true }),
  ).toBeVisible();
});

test('what a copy button says covers nothing of its heading on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto('codes/7014');
  const button = page.getByRole('button', { name: 'Copy link: Check that it is fixed' });
  await button.click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied.' })).toHaveCount(1);
  const covered = await button.evaluate((node) => {
    const range = document.createRange();
    range.selectNodeContents(node.parentElement ?? node);
    range.setEndBefore(node);
    const said = node.getBoundingClientRect();
    return [...range.getClientRects()].some(
      (line) =>
        line.left < said.right &&
        said.left < line.right &&
        line.top < said.bottom &&
        said.top < line.bottom,
    );
  });
  expect(covered).toBe(false);
});

test('the ticket is made from the page and the fragment and nothing else', async ({ page }) => {
  const requests: string[] = [];
  await page.goto('codes/3003#ios&api=com.example.op&trace=0a1b&user=secret');
  await expect(page.locator('#ios .reader-context dd')).toHaveText(['com.example.op', '0a1b']);
  await page.waitForLoadState('networkidle');
  page.on('request', (request) => requests.push(request.url()));
  await openMenu(page, '#ios');
  await page.locator('#ios').getByRole('button', { name: 'Copy text for a ticket' }).click();
  await expect.poll(() => clipboard(page)).toContain('iOS 3003: Decryption failed');
  const text = await clipboard(page);
  expect(text).toContain(`${SITE}/codes/3003#ios`);
  expect(text).toContain('Operation: com.example.op');
  expect(text).toContain('Trace id: 0a1b');
  expect(text).toMatch(/\[ \] \S/);
  expect(text).not.toContain('secret');
  expect(requests).toEqual([]);
});

test('a hostile fragment is shown as text', async ({ page }) => {
  await page.goto('codes/7014#android&api=%3Cimg%20src=x%20onerror=alert(1)%3E');
  await expect(page.locator('.reader-context dd')).toHaveText('<img src=x onerror=alert(1)>');
  await expect(page.locator('.reader-context img')).toHaveCount(0);
});

for (const [path, most] of [
  ['codes/7014', 2],
  ['codes/0', 2],
  ['codes/3003', 2],
  ['codes', 4],
] as const)
  test(`/${path} prints on at most ${most} pages`, async ({ page }) => {
    await page.goto(path);
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    const count = Math.max(
      ...[...pdf.matchAll(/\/Count (\d+)/g)].map(([, number]) => Number(number)),
    );
    expect(count).toBeLessThanOrEqual(most);
  });

test('a printed code page shows its address and no buttons', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto('codes/7014');
  const address = await page
    .locator('.code-page')
    .evaluate((node) => getComputedStyle(node, '::before').content);
  expect(address).toContain(`${SITE}/codes/7014`);
  await expect(page.getByRole('button', { name: 'Copy address' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Search' })).toBeHidden();
});
