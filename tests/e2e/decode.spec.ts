/** The decoder in the browser: findings with their lines, neighbours named, nothing sent. */
import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from 'playwright/test';
import { expectAccessible } from './axe.ts';

const IOS_REPLY = `2020-08-11 10:11:12.123456+0800 App[123:7003] [mPaaSLog] APMobileNetwork alipay.client.getUnionResource resp:{
    "mgw-traceid" = 0a1b2c3d4e5f;
    memo = "%E9%AA%8C%E7%AD%BERPC%E6%8E%A5%E5%8F%A3%20%E5%8A%A0%E7%AD%BE%E6%95%B0%E6%8D%AE%E4%B8%BA%E7%A9%BA";
    "result-status" = 7014;
}`;

const input = (page: Page) => page.getByLabel('Number, name, error, response or whole log');
const status = (page: Page) => page.locator('mgs-decode').getByRole('status');
const findings = (page: Page) => page.getByRole('region', { name: 'Findings' });

test('the text is still there after going back', async ({ page }) => {
  await page.goto('decode');
  await input(page).fill('RPCException: [4001] : x');
  await findings(page).getByRole('link').click();
  await page.waitForURL(/codes\/4001/);
  await page.goBack();
  await expect(input(page)).toHaveValue('RPCException: [4001] : x');
  await expect(findings(page).getByRole('link')).toContainText('4001');
});

test('numbers of other systems are named as theirs', async ({ page }) => {
  await page.goto('decode');
  await input(page).fill(
    'SecException: ErrorCode = 608\n{"resultStatus":"6001","memo":"","result":""}\nend',
  );
  await expect(findings(page)).toContainText('Security Guard 608, not a code of MGS');
  await expect(findings(page)).toContainText('Alipay payment SDK 6001, not a code of MGS');
  // What the site knows of another system's number has a page; what it does not know has none.
  await expect(findings(page).getByRole('link')).toHaveCount(1);
  await expect(findings(page).getByRole('link')).toHaveAttribute('href', /\/codes\/608(?:#|$)/);
});

test('a log without a code says so and leads on', async ({ page }) => {
  await page.goto('decode');
  await input(page).fill('at com.example.Foo(Foo.java:1002)\nlistening on port 7003 since 2000');
  await expect(status(page)).toContainText('No result code stands here');
  await expect(findings(page)).toBeHidden();
});

test('nothing is requested after a paste', async ({ page }) => {
  await page.goto('decode');
  await page.waitForLoadState('networkidle');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await input(page).fill(IOS_REPLY);
  await expect(findings(page)).toContainText('7014');
  await page.waitForTimeout(500);
  expect(requests).toEqual([]);
});

/** Pastes a text that is made in the browser: too long to be sent there. */
async function paste(page: Page, line: string, times: number): Promise<void> {
  // An event that is made by hand does not put the text into the field: somebody must listen.
  await page.waitForLoadState('networkidle');
  await input(page).evaluate(
    (node, [repeated, count]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', `RPCException: [7001] : x\n${repeated.repeat(count)}`);
      node.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }));
    },
    [line, times] as const,
  );
}

test('a long log is read in slices, with progress, and can be stopped', async ({ page }) => {
  await page.goto('decode');
  // Holds back the pauses between slices, so that the reading can be seen and stopped.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  // Every look at the clock finds that it is time for a pause.
  await page.evaluate(() => {
    let now = 0;
    performance.now = () => (now += 1000);
  });
  await paste(
    page,
    '01-23 12:34:56.789  1234  5678 I Noise: nothing to see in this line\n',
    120_000,
  );
  await expect(page.getByText('million characters, is held here')).toBeVisible();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.clock.runFor(100);
  await expect(status(page)).toContainText('Stopped before the end');
  await expect(findings(page)).toContainText('7001');
  await expect(page.getByRole('progressbar')).toBeHidden();
});

test('a long log is read to its end', async ({ page }) => {
  await page.goto('decode');
  await paste(
    page,
    '01-23 12:34:56.789  1234  5678 I Noise: nothing to see in this line\n',
    120_000,
  );
  await expect(status(page)).toContainText('Found 1 code in 120,00', {
    timeout: 30_000,
  });
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(input(page)).toBeVisible();
  await expect(findings(page)).toBeHidden();
});

test('more than 20 MB is refused in a sentence', async ({ page }) => {
  await page.goto('decode');
  await paste(page, 'x'.repeat(1024), 21 * 1024);
  await expect(status(page)).toContainText('at most 20 million are read here');
});

const redacted = (page: Page) => page.getByRole('region', { name: 'Redacted copy', exact: true });
const redact = (page: Page) => page.getByRole('button', { name: 'Redact for sharing' });

test('the redacted copy hides who it was and keeps the code', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('decode');
  await input(page).fill(
    'appId=ABC1234567 clientIp=10.1.2.3 tel=13812345678 13812345678 Result-Status:7014',
  );
  await redact(page).click();
  await expect(redacted(page)).toContainText('4 values are masked');
  await expect(redacted(page).getByRole('list', { name: 'Masked, by kind' })).toContainText(
    'Phone numbers: 1 value, 2 places',
  );
  await expect(redacted(page)).toContainText('Not detected: names and postal addresses');
  await page.getByRole('button', { name: 'Copy redacted text' }).click();
  await expect(redacted(page)).toContainText('Copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(
    'appId=<app ID 1> clientIp=<IP address 1> tel=<phone 1> <phone 1> Result-Status:7014',
  );
  await expect(page.getByRole('region', { name: 'Preview of the redacted copy' })).toHaveText(
    copied,
  );
});

test('the preview of the redacted copy works with the keyboard alone', async ({ page }) => {
  await page.goto('decode');
  await input(page).fill('token=aa11bb22 traceId=0a1d7667159712140890222728553\nend');
  await expect(redact(page)).toBeEnabled();
  await redact(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Redacted copy' })).toBeFocused();
  const preview = page.getByRole('region', { name: 'Preview of the redacted copy' });
  await expect(preview).toContainText('token=<token 1> traceId=0a1d');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('checkbox', { name: 'Keep trace IDs' })).toBeFocused();
  await page.keyboard.press('Space');
  await expect(preview).toContainText('token=<token 1> traceId=<trace ID 1>');
  await page.getByRole('button', { name: 'Close' }).focus();
  await page.keyboard.press('Enter');
  await expect(redacted(page)).toBeHidden();
  await expect(redact(page)).toBeFocused();
});

test('what was pasted stays text in the preview of the redacted copy', async ({ page }) => {
  await page.goto('decode');
  const markup = '<img src=x onerror=alert(1)> token=<b>aa11</b> <script>1</script>';
  await input(page).fill(`${markup}\nend`);
  await redact(page).click();
  const preview = page.getByRole('region', { name: 'Preview of the redacted copy' });
  await expect(preview).toContainText('<img src=x onerror=alert(1)>');
  await expect(preview.locator('pre > *')).toHaveCount(0);
});

test('the preview of the redacted copy is accessible', async ({ page }) => {
  await page.goto('decode');
  await input(page).fill('token=aa11bb22\nend');
  await redact(page).click();
  await expect(page.getByRole('button', { name: 'Copy redacted text' })).toBeVisible();
  await expectAccessible(page);
});

test('another text closes the preview of the redacted copy', async ({ page }) => {
  await page.goto('decode');
  await input(page).fill('token=aa11bb22\nend');
  await redact(page).click();
  await expect(redacted(page)).toBeVisible();
  await input(page).fill('token=cc33dd44\nend');
  await expect(redacted(page)).toBeHidden();
});

test('the redacted copy can be saved as a file', async ({ page }) => {
  await page.goto('decode');
  await input(page).fill('token=aa11bb22\nend');
  await redact(page).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save redacted text as a file' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('redacted.log');
  expect(await readFile(await file.path(), 'utf8')).toBe('token=<token 1>\nend');
});

test('redacting a long log can be stopped', async ({ page }) => {
  await page.goto('decode');
  await paste(page, 'sign=x\n', 2_900_000);
  await page.getByRole('button', { name: 'Stop' }).click();
  await redact(page).click();
  await expect(
    page.getByRole('progressbar', { name: 'Part of the text that is redacted' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Stop redacting' }).click();
  await expect(redacted(page)).toContainText('There is no redacted copy');
  await expect(page.getByRole('button', { name: 'Copy redacted text' })).toBeHidden();
});

test('a file is read like a pasted text', async ({ page }) => {
  await page.goto('decode');
  await page
    .getByLabel('Open a log file')
    .setInputFiles({ name: 'app.log', mimeType: 'text/plain', buffer: Buffer.from(IOS_REPLY) });
  await expect(findings(page)).toContainText('7014');
});

test('the box of the home page takes a number, a name and a log', async ({ page }) => {
  await page.goto('');
  await input(page).fill('7014');
  await expect(findings(page).getByRole('link')).toHaveText(/^7014 /);
  await input(page).fill('sizecontrol');
  await expect(findings(page).getByRole('link')).toHaveText(/^9 /);
  await input(page).fill('errorCode=7003');
  await expect(findings(page).getByRole('link')).toHaveText(/^7003 /);
  for (const reply of ['HTTP/1.1 502 Bad Gateway', 'HTTP/1.1 502 Bad Gateway\nServer: nginx\n']) {
    await input(page).fill(reply);
    await expect(findings(page).getByRole('link').first()).toHaveAttribute('href', /codes\/502/);
    await input(page).fill('');
  }
  await input(page).fill(IOS_REPLY);
  await expect(findings(page)).toContainText('line 4');
  await input(page).fill('7099');
  await expect(findings(page)).toContainText('7099 is not documented');
});
