/** What axe says about a page. */
import { readFileSync } from 'node:fs';
import type { run, RunOptions } from 'axe-core';
import { expect, type Page } from 'playwright/test';

type Rules = {
  readonly type: 'tag' | 'rule';
  readonly values: readonly string[];
};

/** WCAG 2.2 AA, and what axe itself holds to be good. */
const ALL_RULES: Rules = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

/** All that a theme can break. */
const RULES_OF_COLOUR: Rules = {
  type: 'rule',
  values: ['color-contrast', 'link-in-text-block'],
};

/** Smaller, and far faster to compile, than what the module holds as its source. */
const AXE = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** The violations of an open page as it stands, each a rule with its first elements. */
async function violationsOf(page: Page, { type, values }: Rules): Promise<string[]> {
  // Once for each page, and not for each question: compiling takes as long as the rules of one theme.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const violations = await page.evaluate(
    async (options) => {
      const { axe } = window as unknown as { axe: { run: typeof run } };
      return (await axe.run(document, options)).violations;
    },
    // No account of the rules that are met.
    { runOnly: { type, values: [...values] }, resultTypes: ['violations'] } satisfies RunOptions,
  );
  return violations.map(({ id, nodes }) => {
    const elements = nodes.slice(0, 5).map(({ html }) => html);
    return `${id}, ${nodes.length} times: ${elements.join(' | ')}`;
  });
}

/** The theme that is painted, by the ground that the text stands on. */
const themeOf = (page: Page) =>
  page.evaluate(() => {
    const [red = 0] =
      /\d+/.exec(getComputedStyle(document.body).backgroundColor)?.map(Number) ?? [];
    return red > 127 ? 'light' : 'dark';
  });

/** Shows a theme and expects no violation of some rules in it. */
async function expectNone(page: Page, theme: 'light' | 'dark', rules: Rules): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await expect.poll(() => themeOf(page)).toBe(theme);
  expect.soft(await violationsOf(page, rules), `${page.url()} in the ${theme} theme`).toEqual([]);
}

/** Expects no violation in the light theme, and none of colours after the system turns to the dark one. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNone(page, 'light', ALL_RULES);
  await expectNone(page, 'dark', RULES_OF_COLOUR);
}
