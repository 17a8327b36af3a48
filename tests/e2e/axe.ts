/** What axe says about a page. */
import { AxeBuilder } from '@axe-core/playwright';
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

/** The violations of an open page as it stands, each a rule with its first elements. */
async function violationsOf(page: Page, { type, values }: Rules): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // Together a third of the time: no second page to gather what frames say (the site has none), and
    // no account of the rules that are met.
    .setLegacyMode()
    .options({
      runOnly: { type, values: [...values] },
      resultTypes: ['violations'],
    })
    .analyze();
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
