/** The decoder in the browser: findings with their lines, neighbours named, nothing sent. */
import { expect, test, type Page } from 'playwright/test';

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
  await expect(findings(page).getByRole('link')).toHaveCount(0);
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

test('the redacted copy hides who it was and keeps the code', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('decode');
  await input(page).fill('appId=ABC1234567 clientIp=10.1.2.3 Result-Status:7014');
  await page.getByRole('button', { name: 'Copy a redacted text' }).click();
  await expect(status(page)).toContainText('Copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('7014');
  expect(copied).not.toContain('ABC1234567');
  expect(copied).not.toContain('10.1.2.3');
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
  await input(page).fill(IOS_REPLY);
  await expect(findings(page)).toContainText('line 4');
  await input(page).fill('7099');
  await expect(findings(page)).toContainText('7099 is not documented');
});
