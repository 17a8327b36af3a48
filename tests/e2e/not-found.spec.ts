/** The 404 page names what it can and never passes another code off as the one asked for. */
import { expect, test } from 'playwright/test';

const RESULT = 'What the address may mean';

for (const asked of ['E7014', '07014', '7014.htm', 'Code-7014', '７０１４'])
  test(`/codes/${asked} offers 7014`, async ({ page }) => {
    await page.goto(`codes/${encodeURIComponent(asked)}`);
    const link = page.getByRole('region', { name: RESULT }).getByRole('link');
    await expect(link).toHaveCount(1);
    await link.click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('7014');
  });

test('names in another case lead on', async ({ page }) => {
  await page.goto('codes/KDTRPCNETWORKERROR');
  await expect(page.getByRole('region', { name: RESULT }).getByRole('link')).toHaveText(
    /^0 Network failure/,
  );
});

for (const asked of ['9999', '70145', '30000', '608'])
  test(`/codes/${asked} is not documented`, async ({ page }) => {
    await page.goto(`codes/${asked}`);
    await expect(page.getByRole('region', { name: RESULT })).toContainText(
      `${asked} is not documented`,
    );
  });

test('a hostile address is shown as text and leads nowhere else', async ({ page }) => {
  let dialogs = 0;
  page.on('dialog', (dialog) => {
    dialogs += 1;
    void dialog.dismiss();
  });
  for (const asked of [
    '%3Cimg src=x onerror=alert(1)%3E',
    '%E0%A4%A',
    '..%2f..%2f%2fevil.example',
    '%2f%2fevil.example%2f7014',
  ]) {
    await page.goto(`codes/${asked}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('No page at this address');
  }
  expect(dialogs).toBe(0);
  expect(new URL(page.url()).hostname).toBe('127.0.0.1');
});
