/** The reader's paths in Firefox and WebKit; Chromium walks the same in `tests/e2e`. */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { missingPrograms, type Program } from '../programs.ts';
import { FIREFOX, startFirefox, type Browser } from './firefox.ts';
import { fileJourneys, offlineJourney, seeTheme, siteJourneys, type Journey } from './journeys.ts';
import { hooks, words } from './page-hooks.ts';
import { look, see, seeText, until, type Reader } from './reader.ts';
import { startWatchedSite, type WatchedSite } from './watched-site.ts';
import { MINI_BROWSER, startWebKit, WEBKIT_DRIVER, XVFB } from './webkit.ts';

/** A driver that no longer answers ends the tests of its engine. */
const LONGEST_MS = 300_000;
const LONGEST_JOURNEY_MS = 60_000;

const FILE = pathToFileURL(resolve('dist/mgs-codes.html')).href;

/** Why an engine cannot be tested here, in one line, or false. */
const missing = (engine: string, programs: readonly Program[]): string | false =>
  missingPrograms(programs, `the reader's paths in ${engine}`) ?? false;

const engines: readonly {
  readonly name: string;
  readonly skip: string | false;
  start(base: string): Promise<Browser>;
}[] = [
  { name: 'Firefox', skip: missing('Firefox', [FIREFOX]), start: (base) => startFirefox(base) },
  {
    name: 'WebKit',
    skip: missing('WebKit', [WEBKIT_DRIVER, MINI_BROWSER, XVFB]),
    start: startWebKit,
  },
];

/** Whether all of the site is kept in the browser. */
const isInstalled = (reader: Reader): Promise<boolean> =>
  reader.run(async () => {
    for (const name of await caches.keys())
      if (await (await caches.open(name)).match('/complete')) return true;
    return false;
  }, null);

describe('engines', { concurrency: true }, () => {
  for (const { name, skip, start } of engines)
    describe(name, { skip, concurrency: false, timeout: LONGEST_MS }, () => {
      let site: WatchedSite;
      let browser: Browser;
      before(async () => {
        site = await startWatchedSite('dist');
        browser = await start(site.url);
      });
      after(async () => {
        await browser.close();
        await site.stop();
      });

      const walk = (journey: Journey) =>
        test(journey.name, { timeout: LONGEST_JOURNEY_MS }, async (context) => {
          const { reader } = browser;
          try {
            await journey.walk(reader);
          } catch (error) {
            // As in Chromium: a busy machine can make a browser late. What it complained of counts still.
            context.diagnostic(`walked once more: ${String(error).split('\n')[0]}`);
            await journey.walk(reader);
          }
          assert.deepEqual([...(await reader.complaints()), ...site.refusals()], []);
        });

      describe('on a host', () => siteJourneys.forEach(walk));
      describe('installed, with its server gone', () => {
        before(async () => {
          await browser.reader.open('');
          await until('the site is kept', () => isInstalled(browser.reader), Boolean, 60_000);
          await site.stop();
        });
        [offlineJourney, ...siteJourneys].filter(({ needsHost }) => needsHost).forEach(walk);
      });
      describe('the one file, from disk', () => fileJourneys(FILE).forEach(walk));
    });

  // Where there is no Firefox, that was said above.
  if (engines[0]?.skip === false)
    describe(
      'Firefox with the preferences of a reader',
      { concurrency: false, timeout: LONGEST_MS },
      walkWithPreferences,
    );
});

function walkWithPreferences(): void {
  let site: WatchedSite;
  before(async () => (site = await startWatchedSite('dist')));
  after(() => site.stop());

  const withPreferences = (
    name: string,
    preferences: Readonly<Record<string, unknown>>,
    check: (reader: Reader) => Promise<void>,
  ) =>
    test(name, async () => {
      const { reader, close } = await startFirefox(site.url, preferences);
      try {
        await check(reader);
        assert.deepEqual([...(await reader.complaints()), ...site.refusals()], []);
      } finally {
        await close();
      }
    });

  withPreferences(
    'dark, and without motion',
    { 'layout.css.prefers-color-scheme.content-override': 0, 'ui.prefersReducedMotion': 1 },
    async (reader) => {
      for (const path of ['', 'codes/7014']) {
        await reader.open(path);
        await seeTheme(reader, 'dark');
        const [moving, scrolling] = await reader.run(
          () => [
            document.getAnimations().length,
            getComputedStyle(document.documentElement).scrollBehavior,
          ],
          null,
        );
        assert.deepEqual([moving, scrolling], [0, 'auto'], path);
      }
    },
  );

  withPreferences(
    'with forced colours the failing hop is still told apart',
    { 'browser.display.document_color_use': 2 },
    async (reader) => {
      await reader.open('codes/7014');
      assert.ok(await reader.run(() => matchMedia('(forced-colors: active)').matches, null));
      await see(reader, hooks.failingHop, 'is there', (all) => all.length > 0);
      const outline = await reader.run(
        (css) => getComputedStyle(document.querySelector(css) ?? document.body).outlineStyle,
        hooks.failingHop,
      );
      assert.equal(outline, 'solid');
      await seeText(reader, hooks.failingHop, words.failsHere);
    },
  );

  withPreferences(
    'without JavaScript a code page says everything',
    { 'javascript.enabled': false },
    async (reader) => {
      await reader.open('codes/7014');
      await seeText(reader, hooks.heading, '7014');
      await see(reader, hooks.firstStep, 'is there', (all) => all.length === 1);
      assert.ok(
        (await look(reader, hooks.pageSections)).filter(({ visible }) => visible).length >= 4,
      );
      await reader.open('codes/kDTRpcNetworkError');
      await until(
        'the symbol leads on',
        () => reader.url(),
        (url) => /codes\/0#ios$/.test(url),
      );
    },
  );
}
