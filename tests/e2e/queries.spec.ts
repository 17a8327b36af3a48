/** Full text that finds: the table of queries against the search dialog of the built site. */
import { expect, test, type Locator, type Page } from 'playwright/test';
import { QUERIES, QUESTIONS, type Query } from './queries.ts';
import { catalogue } from './site.ts';

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

test('the queries of the table lead to the right code', async ({ page }) => {
  test.setTimeout(180_000);
  const search = await openSearch(page);
  const outcomes: Outcome[] = [];
  for (const query of QUERIES) {
    const options = await search(query.query);
    const paths = await options.evaluateAll((links) =>
      links.map((link) => new URL(link.getAttribute('href') ?? '', location.href).pathname),
    );
    outcomes.push({ ...query, paths });
  }
  const late = outcomes.filter((outcome) => !isFirst(outcome));
  const lost = outcomes.filter((outcome) => !isAmongThree(outcome));
  const share = 1 - late.length / outcomes.length;
  const figures = `${outcomes.length - late.length} of ${outcomes.length} first`;
  expect.soft(lost.length, `Not all among the first three:${report(lost)}`).toBe(0);
  expect.soft(share, `${figures}. Not first:${report(late)}`).toBeGreaterThanOrEqual(SHARE_FIRST);
});

test('the table asks for every code page, table and guide, and for nothing twice', () => {
  const asked = new Set<string>(QUERIES.flatMap(({ first }) => first));
  const pages = [
    ...catalogue.pages.map(({ code }) => `/codes/${code}`),
    ...catalogue.families.map(({ family }) => `/codes/${family}`),
    ...catalogue.guides.map(({ id }) => `/guides/${id}`),
  ];
  expect(pages.filter((path) => !asked.has(path))).toEqual([]);
  const queries = [...QUERIES, ...QUESTIONS].map(({ query }) => query);
  expect(queries.filter((query, index) => queries.indexOf(query) !== index)).toEqual([]);
});

test('a number that is not documented has no neighbour by full text, whatever stands beside it', async ({
  page,
}) => {
  const search = await openSearch(page);
  for (const query of ['7099', '9999', '70145', '7099 signature failed', 'timeout 30001 ms']) {
    const options = await search(query);
    expect(await options.and(page.locator('.full-text')).count(), query).toBe(0);
  }
});

test('words that no page has find nothing', async ({ page }) => {
  const search = await openSearch(page);
  for (const query of ['xylophone', 'Zzyzx.QuuxFrobnicated'])
    expect(await (await search(query)).count(), query).toBe(0);
});
