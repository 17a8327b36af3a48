/** The search dialog: exact answers first and without a request, then full text, all by keyboard. */
import { expect, test, type Page } from 'playwright/test';
import { isNumber } from '../../src/domain/codes/code-id.ts';
import { shapesOf } from '../../src/domain/text/log-shapes.ts';
import { symbolOf } from '../../src/domain/codes/resolver-index.ts';
import { meaningPath } from '../../src/site/urls.ts';
import { catalogue } from './site.ts';

async function openSearch(page: Page, from = 'about') {
  await page.goto(from);
  await page.keyboard.press('/');
  const input = page.getByRole('combobox', { name: 'Code, name' });
  await expect(input).toBeFocused();
  return input;
}

test('every code, bare or in any log spelling, is the first and exact option, with no request', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const input = await openSearch(page);
  const requests: string[] = [];
  await page.waitForLoadState('networkidle');
  // Full text waits for a pause in typing; with the clock held, only the exact answers come.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  page.on('request', (request) => requests.push(request.url()));
  const exact = page.locator('[role=option].exact');
  for (const { code, meanings } of catalogue.pages.filter((each) => isNumber(each.code))) {
    for (const query of [code, `code ${code}`, `error ${code}`, `E${code}`, ` 0${code} `]) {
      await input.fill(query);
      await expect(exact, query).toHaveCount(meanings.length);
    }
    for (const { id, family } of meanings)
      for (const { examples } of shapesOf(family))
        for (const query of examples(code)) {
          await input.fill(query);
          const paths = await exact.evaluateAll((options) =>
            options.map((option) => option.getAttribute('href') ?? ''),
          );
          expect(
            paths.some((path) => path.endsWith(meaningPath(id))),
            `${query} → ${id}`,
          ).toBe(true);
        }
  }
  for (const meaning of catalogue.meanings) {
    const symbol = symbolOf(meaning);
    for (const query of symbol === null ? [] : [symbol, symbol.toLowerCase(), symbol.slice(6)]) {
      await input.fill(query);
      await expect(exact.first(), query).toHaveAttribute(
        'href',
        new RegExp(`${meaningPath(meaning.id)}$`),
      );
    }
  }
  expect(requests).toEqual([]);
});

test('the dialog is worked by keyboard alone', async ({ page }) => {
  const input = await openSearch(page);
  await input.fill('3003');
  const options = page.getByRole('option');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await input.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(input).toHaveAttribute('aria-activedescendant', 'search-option-1');
  await input.press('ArrowUp');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('status').first()).toContainText('2 exact answers.');
  await input.press('Escape');
  await expect(input).toBeHidden();
  await page.keyboard.press('Control+k');
  await expect(input).toBeFocused();
  await input.press('ArrowDown');
  await input.press('Enter');
  await expect(page).toHaveURL(/codes\/3003#ios$/);
});

test('the key / can be switched off, and the choice is remembered', async ({ page }) => {
  const input = await openSearch(page);
  await page.getByLabel('Open search with the key').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(input).toBeHidden();
  await page.reload();
  await page.keyboard.press('/');
  await expect(input).toBeHidden();
  await page.keyboard.press('Control+k');
  await expect(input).toBeFocused();
});

test('a slash that is typed into a field stays there', async ({ page }) => {
  await page.goto('codes');
  await page.getByLabel('Text').click();
  await page.keyboard.type('/a');
  await expect(page.getByLabel('Text')).toHaveValue('/a');
});

test('full text can be narrowed to a family', async ({ page }) => {
  const input = await openSearch(page);
  await input.fill('certificate');
  await expect(page.getByRole('option')).not.toHaveCount(0);
  await page.getByRole('radio', { name: 'Guides' }).check();
  await expect(page.getByRole('option').first()).toContainText('Guide');
  await expect(page.getByRole('option', { name: /^Gateway/ })).toHaveCount(0);
});

for (const [query, label] of [
  ['验签', '7001'],
  ['超时', '2000'],
  ['Poor network connection.', '4 Connection timed out'],
  ['７０１４', '7014'],
  ['sizecontrol', '9 '],
  ['ABANDON', '24 '],
  ['SIGN_VERIFY_FAILED', '7002'],
] as const)
  test(`"${query}" is answered exactly`, async ({ page }) => {
    const input = await openSearch(page);
    await input.fill(query);
    await expect(page.locator('[role=option].exact').first()).toContainText(label);
  });

test('what is known beside the source is said and is no exact answer', async ({ page }) => {
  const input = await openSearch(page);
  for (const [query, said] of [
    ['608', 'Security Guard'],
    ['SG ERROR: 608', 'Security Guard'],
    ['11', 'CLIENT_LOGIN_FAIL_ERROR'],
  ] as const) {
    await input.fill(query);
    await expect(page.locator('.notes')).toContainText(said);
    await expect(page.locator('[role=option].exact')).toHaveCount(0);
  }
});
