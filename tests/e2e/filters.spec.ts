/** The filters of the table of all codes. */
import { expect, test } from 'playwright/test';
import { catalogue } from './site.ts';

test('filters narrow the table, stand in the address and survive reload and Back', async ({
  page,
}) => {
  await page.goto('codes');
  const visible = page.locator('tr[data-id]:visible');
  await page.getByLabel('Family').selectOption('Service');
  await page.getByLabel('Protocol').selectOption('HTTP');
  const expected = catalogue.meanings.filter(
    (meaning) => meaning.family === 'service' && meaning.protocols?.includes('HTTP'),
  ).length;
  await expect(visible).toHaveCount(expected);
  await expect(
    page.getByText(`${expected} of ${catalogue.meanings.length} meanings`),
  ).toBeVisible();
  await expect(page).toHaveURL(/\?family=service&protocol=HTTP$/);
  await page.reload();
  await expect(visible).toHaveCount(expected);
  await visible.first().getByRole('link').click();
  await page.goBack();
  await expect(visible).toHaveCount(expected);
  await expect(page.getByLabel('Protocol')).toHaveValue('HTTP');
});

test('text finds numbers, names and words, and one action resets all', async ({ page }) => {
  await page.goto('codes');
  const visible = page.locator('tr[data-id]:visible');
  for (const [text, id] of [
    ['7014', 'gateway/7014'],
    ['RPCException: [4002]', 'gateway/4002'],
    ['SizeControl', 'ios/9'],
  ] as const) {
    await page.getByLabel('Text').fill(text);
    await expect(visible).toHaveCount(1);
    await expect(visible).toHaveAttribute('data-id', id);
  }
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(visible).toHaveCount(catalogue.meanings.length);
  await expect(page).toHaveURL(/codes$/);
});

test('who acts and retry filter by the data', async ({ page }) => {
  await page.goto('codes?actor=backend&retry=after-fix');
  const expected = catalogue.meanings
    .filter(
      ({ actor, retry }) =>
        [actor.first, ...actor.also].includes('backend') && retry.advice === 'after-fix',
    )
    .map(({ id }) => id);
  const rows = page.locator('tr[data-id]:visible');
  await expect(rows).toHaveCount(expected.length);
  expect(await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-id')))).toEqual(
    expected,
  );
});

test('a value that does not exist filters nothing', async ({ page }) => {
  await page.goto('codes?family=%3Cscript%3E&retry=sometimes');
  const all = catalogue.meanings.length;
  // The script says so; before it has come, nothing is filtered anyway.
  await expect(page.getByText(`${all} of ${all} meanings`)).toBeVisible();
  await expect(page.locator('tr[data-id]:visible')).toHaveCount(all);
});

test('where nothing fits, it is said what to do, and empty families go', async ({ page }) => {
  await page.goto('codes?text=no+such+text+anywhere');
  await expect(page.locator('mgs-filters [role=status]')).toHaveText(
    /^0 of \d+ meanings\. Nothing fits all filters\. Reset them/,
  );
  await expect(page.locator('.code-table .part:visible')).toHaveCount(0);
  await page.goto('codes?family=service');
  await expect(page.locator('.code-table .part:visible')).toHaveText(['Service codes']);
});

test('on a phone a row says who acts and whether to retry, in few lines', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  for (const path of ['codes', 'codes/gateway', 'zh-cn/codes']) {
    await page.goto(path);
    const row = page.locator('tr[data-id="gateway/7014"]');
    const facts = row.locator('td.who');
    await expect(facts).toHaveCount(2);
    for (const fact of await facts.all()) await expect(fact).toBeVisible();
    expect((await row.boundingBox())?.height, path).toBeLessThan(130);
  }
});

test('the name of a table that stays above its rows has room below it', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto('codes');
  const part = page.locator('.code-table .part').first();
  const [row, link] = [await part.boundingBox(), await part.locator('a').boundingBox()];
  const below = (row?.y ?? 0) + (row?.height ?? 0) - (link?.y ?? 0) - (link?.height ?? 0);
  // The link's own room to be hit counts.
  expect(below).toBeGreaterThanOrEqual(2);
});

test('the text of Reset is on the line of the other fields', async ({ page }) => {
  await page.goto('codes');
  const offset = await page.locator('mgs-filters [type=reset]').evaluate((button) => {
    const range = document.createRange();
    range.selectNodeContents(button);
    const [text, box] = [range.getBoundingClientRect(), button.getBoundingClientRect()];
    return text.top + text.height / 2 - (box.top + box.height / 2);
  });
  expect(Math.abs(offset)).toBeLessThanOrEqual(1);
});
