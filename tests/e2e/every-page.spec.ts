/** What only a browser can see, on one page of every shape. */
import { expect, test } from 'playwright/test';
import { expectAccessible } from './axe.ts';
import { watchPolicy } from './policy.ts';
import { shapes, shapesOfAny } from './shapes.ts';

/** So many pages share one visit: a new browser page costs as much as a check. */
const inVisits = (paths: readonly string[], size: number): string[][] =>
  Array.from({ length: Math.ceil(paths.length / size) }, (_, index) =>
    paths.slice(index * size, (index + 1) * size),
  );

for (const paths of inVisits(shapesOfAny, 4))
  test(`accessible in both themes, and within their policy: /${paths.join(' /')}`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const refusals = await watchPolicy(page);
    for (const path of paths)
      await test.step(`/${path}`, async () => {
        await page.goto(path);
        await expectAccessible(page);
      });
    expect(refusals).toEqual([]);
  });

test('within their policy in both languages', async ({ page }) => {
  test.setTimeout(120_000);
  const refusals = await watchPolicy(page);
  for (const path of shapes.filter((each) => !shapesOfAny.includes(each))) await page.goto(path);
  expect(refusals).toEqual([]);
});
