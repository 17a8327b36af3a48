/** Search that finds: the tables of queries against the built site, in the dialog and in the file for offline use. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Locator, type Page } from 'playwright/test';
import { FAMILIES, familyOf } from '../../src/domain/codes/families.ts';
import { linkInFile } from '../../src/site/one-file.ts';
import { absolute } from '../../src/site/urls.ts';
import { resolverIndex, search } from '../first-tier.ts';
import { askAll } from './ask-all.ts';
import { QUERIES, QUESTIONS, type Query } from './queries.ts';
import { catalogue, SITE } from './site.ts';

/** The share of queries whose first option is right; all others have it among the first three. */
const SHARE_FIRST = 0.95;

type Outcome = Query & { readonly paths: readonly string[] };

const isFirst = ({ first, or = [], paths: [top = ''] }: Outcome): boolean =>
  [...first, ...or].includes(top);

const isAmongThree = ({ first, paths }: Outcome): boolean =>
  first.every((path) => paths.slice(0, 3).includes(path));

const report = (outcomes: readonly Outcome[]): string =>
  outcomes
    .map(({ query, first, paths }) => {
      const shown = paths.slice(0, 5).join(' ') || 'nothing';
      return `\n  ${query}\n    expected ${first.join(' ')}\n    shown    ${shown}`;
    })
    .join('');

/** Opens the dialog; answers what types a query into it and waits until its list is complete. */
async function openSearch(page: Page): Promise<(query: string) => Promise<Locator>> {
  await page.goto('about');
  await page.keyboard.press('/');
  const input = page.getByRole('combobox', { name: 'Code, name' });
  return async (query) => {
    await input.fill(query);
    const listbox = page.locator(`[role=listbox][data-query=${JSON.stringify(query)}]`);
    await listbox.waitFor({ state: 'attached' });
    return listbox.getByRole('option');
  };
}

type Ask = (query: string) => Promise<readonly string[]>;

/** Asks for every query, and expects what the tables promise of the answers. */
async function expectRight(ask: Ask): Promise<void> {
  for (const [queries, areAllFound] of [
    [QUERIES, true],
    [QUESTIONS, false],
  ] as const) {
    const outcomes: Outcome[] = [];
    for (const query of queries) outcomes.push({ ...query, paths: await ask(query.query) });
    const late = outcomes.filter((outcome) => !isFirst(outcome));
    const lost = areAllFound ? outcomes.filter((outcome) => !isAmongThree(outcome)) : [];
    const share = 1 - late.length / outcomes.length;
    const figures = `${outcomes.length - late.length} of ${outcomes.length} first`;
    expect.soft(lost.length, `Not all among the first three:${report(lost)}`).toBe(0);
    expect.soft(share, `${figures}. Not first:${report(late)}`).toBeGreaterThanOrEqual(SHARE_FIRST);
  }
}

test('the queries of the tables lead to the right code', async ({ page }) => {
  test.setTimeout(180_000);
  const search = await openSearch(page);
  await expectRight(async (query) =>
    (await search(query)).evaluateAll((links) =>
      links.map((link) => new URL(link.getAttribute('href') ?? '', location.href).pathname),
    ),
  );
});

test('in the file for offline use they have the same answers', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto(pathToFileURL(resolve('dist/mgs-codes.html')).href);
  const input = page.getByRole('combobox', { name: 'Code, name' });
  const link = linkInFile(resolverIndex, (path) => absolute(new URL(SITE), path));
  // The search reads its index; without all the articles the page is laid out sooner.
  await page.locator('article').evaluateAll((articles) => {
    for (const article of articles) article.remove();
  });
  const queries = [...QUERIES, ...QUESTIONS].map(({ query }) => query);
  const answers = await askAll(input, queries);
  const different = queries.filter((query, index) => {
    const expected = search(query).results.map(({ path }) => link(path));
    const shown = answers[index]?.map(({ href }) => href);
    return JSON.stringify(shown) !== JSON.stringify(expected);
  });
  expect(answers.flat().length).toBeGreaterThan(queries.length);
  expect(different).toEqual([]);
});

test('the table asks for every code page, table and guide, and for nothing twice', () => {
  const asked = new Set<string>(QUERIES.flatMap(({ first }) => first));
  const pages = [
    ...catalogue.pages
      .filter(({ meanings }) => meanings.some(({ standing }) => standing === 'documented'))
      .map(({ code }) => `/codes/${code}`),
    ...FAMILIES.filter((family) => familyOf(family).standing === 'documented').map(
      (family) => `/codes/${family}`,
    ),
    ...catalogue.guides.map(({ id }) => `/guides/${id}`),
  ];
  expect(pages.filter((path) => !asked.has(path))).toEqual([]);
  const queries = [...QUERIES, ...QUESTIONS].map(({ query }) => query);
  expect(queries.filter((query, index) => queries.indexOf(query) !== index)).toEqual([]);
});

test('what no page has is not found in the full text either', async ({ page }) => {
  const search = await openSearch(page);
  for (const query of [
    '7099 signature failed',
    '70145 timeout',
    'xylophone',
    'Zzyzx.QuuxFrobnicated',
  ]) {
    expect(await (await search(query)).count(), query).toBe(0);
    await expect(page.getByText('Nothing found.')).toBeVisible();
    await expect(page.getByText('Try the number alone')).toBeVisible();
  }
});
