/** The search dialog for axe, the theme that a page begins in, and the structure of a code page for a screen reader. */
import { expect, test } from 'playwright/test';
import { expectAccessible } from './axe.ts';

test('the search dialog with results has no violation', async ({ page }) => {
  await page.goto('codes/7014');
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: 'Code, name' }).fill('3003');
  await expect(page.getByRole('option')).not.toHaveCount(0);
  await expectAccessible(page);
});

for (const theme of ['light', 'dark'] as const)
  test(`a page begins in the ${theme} theme of the system, before its script comes`, async ({
    page,
  }) => {
    await page.route('**/*.js', (route) => route.abort());
    await page.emulateMedia({ colorScheme: theme });
    await page.goto('codes/7014');
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  });

test('the structure of a code page', async ({ page }) => {
  await page.goto('codes/3003');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - heading "3003 has 2 meanings" [level=1]
    - paragraph: Where did you see it?
    - list:
      - listitem:
        - paragraph:
          - link "Data decryption failed"
      - listitem:
        - paragraph:
          - link "Decryption failed"
    - 'region "Gateway 3003: Data decryption failed"':
      - 'heading "Gateway 3003: Data decryption failed" [level=2]'
      - list "Request path"
      - 'navigation "Contents: Gateway 3003"'
      - heading "Causes" [level=3]
      - heading "Why, and what to tell users" [level=3]
      - heading "Check that it is fixed" [level=3]
      - heading "Where to look" [level=3]
      - heading "In a log" [level=3]
      - heading "Related codes" [level=3]
      - group:
        - heading "Names and sources" [level=3]
    - 'region "iOS 3003: Decryption failed"':
      - 'heading "iOS 3003: Decryption failed" [level=2]'
  `);
});
