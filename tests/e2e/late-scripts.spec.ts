/** On a slow link a reader is quicker than the scripts: nothing that was done before they came is lost. */
import { expect, test, type Page } from 'playwright/test';
import type { Answer, Question } from '../../src/delivery/offline-copy.ts';
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

/** A worker that kept the site as soon as it was asked to; a real one would answer for the scripts, too. */
function withKeptCopy(): void {
  const answer = (complete: boolean): Answer => ({
    complete,
    servedFromCopy: null,
    obstacle: null,
  });
  const active = {
    postMessage: (question: Question, [port]: readonly MessagePort[]) =>
      port?.postMessage(answer(question === 'keep')),
  };
  Object.defineProperty(navigator, 'serviceWorker', {
    value: { register: () => Promise.resolve(), ready: Promise.resolve({ active }) },
  });
}

const LOST = [
  '',
  'codes?family=ios',
  'codes/7014#causes&api=com.acme.pay',
  'decode',
  'link-to-a-code',
  'zh-cn/codes/7777',
];

test.describe('what asked for a script that does not come sees to it', () => {
  for (const path of LOST)
    test(path || 'home', async ({ page }) => {
      const errors: string[] = [];
      page.on('pageerror', ({ message }) => errors.push(message));
      await page.addInitScript(withKeptCopy);
      // All but the script of the page, and what it imports before it runs.
      const lost: string[] = [];
      await page.route(/\/_astro\/(?!Footer|addresses)[^/]+\.js$/, (route) => {
        lost.push(route.request().url());
        return route.abort();
      });
      await page.goto(path);
      await page.locator('footer').scrollIntoViewIfNeeded();
      for (const menu of await page.locator('.page-actions summary').all()) await menu.click();
      for (const button of await page.locator('.page-actions button').all()) {
        await button.click();
        await expect(button).toHaveAttribute('data-said', /./);
      }
      // The last one is asked for when the site is kept.
      await expect(() => expect(lost.join()).toContain('/offline.')).toPass();
      await page.evaluate(() => new Promise(requestAnimationFrame));
      expect(errors).toEqual([]);
    });
});
