/** What axe says about a page. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from 'playwright/test';

/** WCAG 2.2 AA, and what axe itself holds to be good. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The violations of an open page as it stands, each a rule with its first elements. */
async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // Together a third of the time: no second page to gather what frames say (the site has none), and
    // no account of the rules that are met.
    .setLegacyMode()
    .options({ runOnly: { type: 'tag', values: TAGS }, resultTypes: ['violations'] })
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

/** Expects no violation in the light theme, and none after the system turns to the dark one. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await expect.poll(() => themeOf(page)).toBe(theme);
    expect.soft(await violationsOf(page), `${page.url()} in the ${theme} theme`).toEqual([]);
  }
}
