/** What one reader does, measured: opens a page, searches, goes on to another page. */
import type { Page } from 'playwright';
import type { CompressedServer } from './compressed-server.ts';
import type { SearchControls } from './sites.ts';
import { openAndSettle, SETTLE_MS } from './slow-link.ts';

/** A practised typist's pace. */
const KEY_MS = 100;
/** What has not come by then does not come. */
const LONGEST_MS = 20_000;
/** So long a pointer rests on a link that is about to be clicked. */
const HOVER_MS = 300;

export type Paints = {
  readonly firstPaintMs: number;
  readonly largestPaintMs: number;
  readonly layoutShift: number;
};

export type Load = Paints & {
  readonly firstResponseBytes: number;
  readonly bytes: number;
  readonly requests: number;
};

/** Opens a page cold; counts everything that it loads until two seconds after its load event. */
export async function measureLoad(
  page: Page,
  server: CompressedServer,
  path: string,
): Promise<Load> {
  server.takeLog();
  await openAndSettle(page, server.origin + path);
  const paints = await page.evaluate(readPaints);
  const served = server.takeLog();
  return {
    ...paints,
    firstResponseBytes: served[0]?.bytes ?? NaN,
    bytes: served.reduce((sum, { bytes }) => sum + bytes, 0),
    requests: served.length,
  };
}

/** Runs in the page. */
function readPaints(): Paints {
  const entries = (type: string): PerformanceEntry[] => {
    const observer = new PerformanceObserver(() => undefined);
    observer.observe({ type, buffered: true });
    return observer.takeRecords();
  };
  const shifts = entries('layout-shift') as (PerformanceEntry & { value: number })[];
  return {
    firstPaintMs:
      entries('paint').find(({ name }) => name === 'first-contentful-paint')?.startTime ?? NaN,
    largestPaintMs: entries('largest-contentful-paint').at(-1)?.startTime ?? NaN,
    layoutShift: shifts.reduce((sum, { value }) => sum + value, 0),
  };
}

export type Search = {
  /** From the last key until the wanted link is shown; NaN where it never is. */
  readonly ms: number;
  /** What the site asked for in that time. */
  readonly requests: number;
  /** Everything that was loaded from opening the search until two seconds after the answer. */
  readonly bytes: number;
};

/** Types a query into the search of an open page, and waits for the link to the page of a code. */
export async function measureSearch(
  page: Page,
  server: CompressedServer,
  controls: SearchControls,
  query: string,
  wanted: string,
): Promise<Search> {
  server.takeLog();
  await page.locator(controls.open).first().click();
  const input = page.locator(controls.input).first();
  await input.waitFor();
  const offered = page.evaluate(waitForLink, {
    selector: controls.link(wanted),
    keys: query.length,
    longest: LONGEST_MS,
  });
  await input.pressSequentially(query, { delay: KEY_MS });
  const { from, until } = await offered;
  await page.waitForTimeout(SETTLE_MS);
  const served = server.takeLog();
  return {
    ms: until - from,
    requests: served.filter(({ at }) => at >= from && at <= until).length,
    bytes: served.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

/** Runs in the page: the times of the last key and of the frame that shows the link, since 1970. */
function waitForLink({
  selector,
  keys,
  longest,
}: {
  selector: string;
  keys: number;
  longest: number;
}): Promise<{ from: number; until: number }> {
  const now = () => performance.timeOrigin + performance.now();
  return new Promise((done) => {
    let pressed = 0;
    const look = (from: number) => {
      const shown = document.querySelector(selector)?.checkVisibility() ?? false;
      if (shown) done({ from, until: now() });
      else if (now() - from > longest) done({ from, until: NaN });
      else requestAnimationFrame(() => look(from));
    };
    addEventListener(
      'keydown',
      () => {
        pressed += 1;
        const from = now();
        if (pressed === keys) requestAnimationFrame(() => look(from));
      },
      { capture: true },
    );
  });
}

/**
 * Follows a link of an open page; answers the milliseconds from the click to the first paint of the
 * page it leads to.
 * @param hover whether the pointer rests on the link before
 */
export async function measureNavigation(
  page: Page,
  from: string,
  selector: string,
  { hover }: { hover: boolean },
): Promise<number> {
  await openAndSettle(page, from);
  const link = page.locator(selector).first();
  if (hover) {
    await link.hover();
    await page.waitForTimeout(HOVER_MS);
  }
  await link.evaluate((node) => {
    node.addEventListener('click', () => {
      sessionStorage.setItem('clicked', String(performance.timeOrigin + performance.now()));
    });
  });
  const arrived = page.waitForEvent('load', { timeout: LONGEST_MS });
  // A click by script: a pointer would have to hover first.
  await link.evaluate((node) => {
    if (node instanceof HTMLElement) node.click();
  });
  await arrived;
  return await page.evaluate(async () => {
    const painted = await new Promise<number>((done) => {
      new PerformanceObserver((list) => {
        for (const { name, startTime } of list.getEntries())
          if (name === 'first-contentful-paint') done(startTime);
      }).observe({ type: 'paint', buffered: true });
    });
    return performance.timeOrigin + painted - Number(sessionStorage.getItem('clicked'));
  });
}
