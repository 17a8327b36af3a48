/** The search dialog: numbers and words without a request, full text when it is asked for, all by keyboard. */
import { brotliCompressSync } from 'node:zlib';
import { expect, test, type Page } from 'playwright/test';
import { isNumber } from '../../src/domain/codes/code-id.ts';
import { shapesOf } from '../../src/domain/text/log-shapes.ts';
import { symbolOf } from '../../src/domain/codes/resolver-index.ts';
import { meaningPath } from '../../src/site/urls.ts';
import { askAll, type Shown } from './ask-all.ts';
import { catalogue } from './site.ts';

async function openSearch(page: Page, from = 'about') {
  await page.goto(from);
  await page.keyboard.press('/');
  const input = page.getByRole('combobox', { name: 'Code, name' });
  await expect(input).toBeFocused();
  return input;
}

/** Bytes that search may load from its opening until a word is answered, as Brotli at its best. */
const MOST_BYTES = 60 * 1024;

test('a word is answered with little more than its index', async ({ page }) => {
  const bodies: Promise<Buffer>[] = [];
  await page.goto('codes/7014');
  await page.waitForLoadState('networkidle');
  page.on('response', (response) => bodies.push(response.body()));
  await page.keyboard.press('/');
  await page.keyboard.type('clock');
  await expect(page.getByRole('option', { name: /7003/ })).toBeVisible();
  await page.waitForLoadState('networkidle');
  const sizes = (await Promise.all(bodies)).map((body) => brotliCompressSync(body).length);
  expect(sizes.length).toBeGreaterThan(2);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_BYTES);
});

/** Unit tests resolve every spelling of every number; here the dialog shows what is resolved. */
test('every code, bare or as a log prints it, is the first and exact option, with no request', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const input = await openSearch(page);
  const requests: string[] = [];
  await page.waitForLoadState('networkidle');
  page.on('request', (request) => requests.push(request.url()));
  const asked: {
    readonly query: string;
    readonly isRight: (shown: readonly Shown[]) => boolean;
  }[] = [];
  const leadsTo = ({ href }: Shown, id: string) => href?.endsWith(meaningPath(id)) ?? false;
  for (const { code, meanings, cards, neighbours } of catalogue.pages) {
    if (!isNumber(code) || !meanings.some(({ standing }) => standing === 'documented')) continue;
    const { documented = [], undocumented = [] } = Object.groupBy(
      catalogue.meaningsOf(code),
      ({ standing }) => (standing === 'undocumented' ? 'undocumented' : 'documented'),
    );
    const countOf = (shown: readonly Shown[], kind: string) =>
      shown.filter(({ kinds }) => kinds.includes(kind)).length;
    asked.push({
      query: ` 0${code} `,
      isRight: (shown) =>
        countOf(shown, 'exact') === documented.length &&
        countOf(shown, 'sdk-only') === undocumented.length,
    });
    // A line of another system may be its own number: then ours is only mentioned. A bare
    // `resultStatus` can be the payment SDK's, where that has the number too.
    const named = cards.length + neighbours.length > 0 ? null : ['exact', 'possible', 'sdk-only'];
    for (const { id, family } of meanings)
      for (const { examples } of shapesOf(family))
        for (const query of examples(code).slice(0, 1))
          asked.push({
            query,
            isRight: (shown) =>
              shown.some(
                (each) =>
                  leadsTo(each, id) && (named?.some((kind) => each.kinds.includes(kind)) ?? true),
              ),
          });
  }
  for (const meaning of catalogue.meanings) {
    const symbol = symbolOf(meaning);
    for (const query of symbol === null ? [] : [symbol, symbol.toLowerCase(), symbol.slice(6)])
      asked.push({
        query,
        isRight: (shown) => {
          const exact = shown.find(({ kinds }) => kinds.includes('exact'));
          return exact !== undefined && leadsTo(exact, meaning.id);
        },
      });
  }
  expect(asked.length).toBeGreaterThan(200);
  const answers = await askAll(
    input,
    asked.map(({ query }) => query),
  );
  const wrong = asked.filter(({ isRight }, index) => !isRight(answers[index] ?? []));
  expect(wrong.map(({ query }) => query)).toEqual([]);
  expect(requests).toEqual([]);
});

test('words are answered with no request, in English and Chinese, with typing errors', async ({
  page,
}) => {
  const input = await openSearch(page);
  const listbox = page.getByRole('listbox', { name: 'Results', includeHidden: true });
  await expect(listbox).toHaveAttribute('data-query', '');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  for (const [query, code] of [
    ['phone clock wrong', '7003'],
    ['preflght request', '8002'],
    ['驗簽失敗', '7002'],
    ['网关解析不了后端域名', '4003'],
  ] as const) {
    await input.fill(query);
    await expect(listbox).toHaveAttribute('data-query', query);
    await expect(page.getByRole('option').first()).toContainText(code);
  }
  expect(requests).toEqual([]);
});

test('a chooser stays one on Enter, and a choice by arrow key is opened', async ({ page }) => {
  const input = await openSearch(page);
  await input.fill('3003');
  const options = page.getByRole('option');
  const status = page.getByRole('status').first();
  await expect(status).toContainText('2 exact answers.');
  await expect(page.locator('[role=option][aria-selected=true]')).toHaveCount(0);
  await input.press('Enter');
  await expect(status).toHaveText('2 meanings: choose one with the arrow keys.');
  await expect(page).toHaveURL(/about$/);
  await input.press('ArrowDown');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await expect(input).toHaveAttribute('aria-activedescendant', 'search-option-0');
  await input.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await input.press('ArrowUp');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await input.press('Escape');
  await expect(input).toBeHidden();
  await page.keyboard.press('Control+k');
  await expect(input).toBeFocused();
  await input.press('ArrowDown');
  await input.press('Enter');
  await expect(page).toHaveURL(/codes\/3003#ios$/);
});

test('Enter chooses no neighbour of a number that is not documented', async ({ page }) => {
  const input = await openSearch(page);
  await input.fill('7099');
  await expect(page.getByRole('option').first()).toBeVisible();
  await input.press('Enter');
  await expect(page.getByRole('status').first()).toHaveText('Choose a page with the arrow keys.');
  await expect(page).toHaveURL(/about$/);
});

test('after a search the focus is on what was opened, on another page and on the same', async ({
  page,
}) => {
  const input = await openSearch(page);
  await input.fill('7014');
  await input.press('Enter');
  await expect(page).toHaveURL(/codes\/7014#gateway$/);
  await expect(page.locator('#gateway')).toBeFocused();
  await page.goto('codes/3003');
  await page.keyboard.press('/');
  await input.fill('ios 3003');
  await input.press('Enter');
  await expect(page).toHaveURL(/codes\/3003#ios$/);
  await expect(page.locator('#ios')).toBeFocused();
});

test('a result says what happened and who fixes it, and nothing of the page around it', async ({
  page,
}) => {
  const input = await openSearch(page);
  await input.fill('7003');
  const option = page.getByRole('option').first();
  await expect(option).toContainText('was no longer valid when the gateway checked it');
  await expect(option).toContainText('Who fixes it:');
  await expect(option).toContainText('Retry:');
});

test('an empty dialog has examples and the decoder', async ({ page }) => {
  const input = await openSearch(page);
  await expect(page.getByRole('link', { name: 'Paste it into the decoder' })).toBeVisible();
  await page.getByRole('button', { name: '验签失败' }).click();
  await expect(input).toHaveValue('验签失败');
  await expect(input).toBeFocused();
  await expect(page.getByRole('option').first()).toContainText('7002');
  await expect(page.getByRole('button', { name: '验签失败' })).toHaveCount(0);
});

test('full text comes when it is asked for, and when nothing else is found', async ({ page }) => {
  const input = await openSearch(page);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  const asked = () => requests.some((path) => path.includes('/pagefind/'));
  await input.fill('certificate');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.waitForTimeout(500);
  expect(asked()).toBe(false);
  await page.getByRole('button', { name: 'Search all text' }).click();
  await expect(page.getByRole('status').first()).toContainText('in the full text');
  expect(asked()).toBe(true);
  await expect(page.locator('[role=option].full-text').first()).toBeVisible();
  // Only in a step of a code page.
  await input.fill('nslookup spells');
  await expect(page.getByRole('listbox')).toHaveAttribute('data-query', 'nslookup spells');
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

for (const [query, label] of [
  ['验签', '7002'],
  ['超时', '2000'],
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

test('what the user saw leads to the codes that can show it, as no exact answer', async ({
  page,
}) => {
  const input = await openSearch(page);
  await input.fill('Poor network connection.');
  await expect(page.locator('[role=option].shown').first()).toContainText('4 Connection timed out');
  await expect(page.locator('[role=option].exact')).toHaveCount(0);
  await input.fill('离线包一直提示系统繁忙');
  await expect(page.getByRole('option').first()).toHaveAttribute('href', /guides\/symptoms$/);
  await expect(page.getByRole('option').nth(1)).toContainText('7014');
});

test('what is known beside the source is said and is no exact answer', async ({ page }) => {
  const input = await openSearch(page);
  for (const [query, said] of [
    ['9000', 'payment'],
    ['{"resultStatus":"6001","memo":"","result":""}', 'payment'],
  ] as const) {
    await input.fill(query);
    await expect(page.locator('.notes')).toContainText(said);
    await expect(page.locator('[role=option].exact')).toHaveCount(0);
  }
});
