/** What only a browser can see, on one page of every shape and in both languages. */
import { expect, test } from 'playwright/test';
import { expectAccessible } from './axe.ts';
import { watchPolicy } from './policy.ts';
import { shapes } from './shapes.ts';

/** So many pages share one visit: a new browser page costs as much as a check. */
const inVisits = (paths: readonly string[], size: number): string[][] =>
  Array.from({ length: Math.ceil(paths.length / size) }, (_, index) =>
    paths.slice(index * size, (index + 1) * size),
  );

for (const paths of inVisits(shapes, 4))
  test(`within their policy, and accessible in both themes: /${paths.join(' /')}`, async ({
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
