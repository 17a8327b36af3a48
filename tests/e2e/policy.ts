/** What the content policy of a page refuses. */
import type { Page } from 'playwright/test';

/** What the policy refuses, on every page that is opened from now on; it grows as that happens. */
export async function watchPolicy(page: Page): Promise<string[]> {
  const refusals: string[] = [];
  await page.exposeFunction('reportRefusal', (refusal: string) => refusals.push(refusal));
  await page.addInitScript(() =>
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      const { reportRefusal } = globalThis as unknown as {
        reportRefusal: (refusal: string) => void;
      };
      reportRefusal(`${location.pathname}: ${violatedDirective} ${blockedURI}`);
    }),
  );
  return refusals;
}
