/** On a slow link a reader is quicker than the scripts: nothing that was done before they came is lost. */
import { expect, test, type Page } from 'playwright/test';
import { catalogue } from './site.ts';

/** Keeps a script back until it is let go. */
async function hold(page: Page, name: string): Promise<() => void> {
  let letGo: () => void = () => undefined;
  const wait = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(new RegExp(`/_astro/${name}\\.`), async (route) => {
    await wait;
    await route.continue();
  });
  return letGo;
}

test('a number typed into search, with Enter', async ({ page }) => {
  const letGo = await hold(page, 'search-dialog');
  await page.goto('about');
  await page.keyboard.press('/');
  await page.keyboard.type('7014');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Code, name' })).toHaveValue('7014');
  letGo();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('7014');
});

test('a search that cannot be loaded says so', async ({ page }) => {
  await page.route(/\/_astro\/search-dialog\./, (route) => route.abort());
  await page.goto('about');
  await page.keyboard.press('/');
  await expect(page.getByText('Search could not be loaded.')).toBeVisible();
});

test('a log pasted into the decoder', async ({ page }) => {
  const letGo = await hold(page, 'decode-box');
  await page.goto('decode');
  await page.getByLabel('Number, name, error').fill('RPCException: [4001] : x\nend');
  letGo();
  await expect(page.getByRole('region', { name: 'Findings' })).toContainText('4001');
});

test('a file opened in the decoder', async ({ page }) => {
  const letGo = await hold(page, 'decode-box');
  await page.goto('decode');
  await page.getByLabel('Open a log file').setInputFiles({
    name: 'app.log',
    mimeType: 'text/plain',
    buffer: Buffer.from('RPCException: [4001] : x\nend'),
  });
  letGo();
  await expect(page.getByRole('region', { name: 'Findings' })).toContainText('4001');
});

test('a filter of the table', async ({ page }) => {
  const letGo = await hold(page, 'code-filters');
  await page.goto('codes');
  await page.getByLabel('Family').selectOption('ios');
  letGo();
  await expect(
    page.getByText(
      `${catalogue.meanings.filter(({ family }) => family === 'ios').length} of ${catalogue.meanings.length} meanings`,
    ),
  ).toBeVisible();
  await expect(page).toHaveURL(/\?family=ios$/);
  await expect(page.getByLabel('Family')).toHaveValue('ios');
});
