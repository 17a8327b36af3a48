/** A reader in Firefox, driven by Puppeteer over WebDriver BiDi. */
import { launch, type ElementHandle, type KeyInput } from 'puppeteer-core';
import { find, type Program } from '../programs.ts';
import { isSameDocument, LONGEST_WAIT_MS, type Keys, type Reader } from './reader.ts';

export const FIREFOX: Program = {
  name: 'Firefox',
  variable: 'FIREFOX_PATH',
  commands: ['firefox-esr', 'firefox'],
  places: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
  // Debian has the first, Ubuntu the second.
  apt: ['firefox-esr', 'firefox'],
  elsewhere: { Fedora: 'dnf install firefox', macOS: 'brew install --cask firefox' },
};

const DESKTOP = { width: 1280, height: 720 };
const PHONE = { width: 360, height: 640 };

export type Browser = { readonly reader: Reader; close(): Promise<void> };

const MODIFIER = process.platform === 'darwin' ? 'Meta' : 'Control';

const KEYS: Readonly<Record<Keys, readonly [KeyInput, ...KeyInput[]]>> = {
  '/': ['/'],
  Enter: ['Enter'],
  Escape: ['Escape'],
  ArrowDown: ['ArrowDown'],
  'ControlOrMeta+V': [MODIFIER, 'v'],
};

/** Requests that end because their page is left; one that fails for a reader fails the journey. */
const OF_A_PAGE_LEFT =
  /NetworkError when attempting to fetch resource|ServiceWorker intercepted the request and encountered an unexpected error/;

/**
 * @param base the address of the site
 * @param preferences of Firefox, beside its own
 */
export async function startFirefox(
  base: string,
  preferences: Readonly<Record<string, unknown>> = {},
): Promise<Browser> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: find(FIREFOX) ?? '',
    // A page that comes from the back-forward cache has no load event, which Puppeteer waits for.
    extraPrefsFirefox: { 'browser.sessionhistory.max_total_viewers': 0, ...preferences },
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(LONGEST_WAIT_MS);
  await page.setViewport(DESKTOP);
  const complaints: string[] = [];
  const complain = (complaint: string) => {
    if (!OF_A_PAGE_LEFT.test(complaint)) complaints.push(complaint);
  };
  page.on('pageerror', (error) => complain(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complain(message.text());
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    const own = request.isNavigationRequest() || base.startsWith(url.origin);
    if (!own && url.protocol !== 'data:') complain(`${page.url()} asks for ${url.href}`);
  });
  await page.evaluateOnNewDocument(() =>
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`refused: ${violatedDirective} ${blockedURI}`),
    ),
  );

  async function shown(selector: string): Promise<ElementHandle> {
    for (const handle of await page.$$(selector)) if (await handle.isVisible()) return handle;
    throw new Error(`Nothing of ${selector} can be seen.`);
  }

  const reader: Reader = {
    async open(address, screen = 'desktop') {
      await page.setViewport(screen === 'phone' ? PHONE : DESKTOP);
      const url = new URL(address, base).href;
      if (isSameDocument(page.url(), url)) await page.goto('about:blank');
      await page.goto(url);
    },
    url: () => Promise.resolve(page.url()),
    back: async () => void (await page.goBack()),
    reload: async () => void (await page.reload()),
    click: async (selector) => (await shown(selector)).click(),
    type: (text) => page.keyboard.type(text),
    async press(keys) {
      const [key, ...others] = KEYS[keys].toReversed();
      for (const other of others) await page.keyboard.down(other);
      if (key !== undefined) await page.keyboard.press(key);
      for (const other of others) await page.keyboard.up(other);
    },
    choose: async (selector, value) => void (await (await shown(selector)).select(value)),
    async giveFile(selector, path) {
      const input = (await page.$(selector)) as ElementHandle<HTMLInputElement> | null;
      if (!input) throw new Error(`There is no ${selector}.`);
      await input.uploadFile(path);
    },
    run: (read, argument) =>
      page.evaluate(read as (argument: unknown) => never, argument as unknown),
    complaints: () => Promise.resolve(complaints.splice(0)),
  };
  return { reader, close: () => browser.close() };
}
