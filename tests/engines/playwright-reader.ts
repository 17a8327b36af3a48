/** A reader in Chromium, driven by Playwright. */
import type { Page } from 'playwright/test';
import { isSameDocument, type Reader } from './reader.ts';

const DESKTOP = { width: 1280, height: 720 };
const PHONE = { width: 360, height: 640 };

/** What went wrong on a page, kept with it: pages are shared by tests. */
const watched = new WeakMap<Page, string[]>();

function watch(page: Page): string[] {
  const known = watched.get(page);
  if (known) return known;
  const complaints: string[] = [];
  watched.set(page, complaints);
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    // Refusals of the policy are among the errors. A status of 4xx, and a dead server, are none of the page.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    const from = page.url();
    const own = request.isNavigationRequest() || origin === new URL(from).origin;
    if (protocol !== 'data:' && (!own || (protocol === 'file:' && !request.isNavigationRequest())))
      complaints.push(`${from} asks for ${request.url()}`);
  });
  return complaints;
}

/** @param base the address of the site */
export function playwrightReader(page: Page, base: string): Reader {
  const complaints = watch(page);
  const shown = (selector: string) => page.locator(selector).filter({ visible: true }).first();
  return {
    async open(address, screen = 'desktop') {
      await page.setViewportSize(screen === 'phone' ? PHONE : DESKTOP);
      const url = new URL(address, base).href;
      if (isSameDocument(page.url(), url)) await page.goto('about:blank');
      await page.goto(url);
    },
    url: () => Promise.resolve(page.url()),
    back: async () => void (await page.goBack()),
    reload: async () => void (await page.reload()),
    click: (selector) => shown(selector).click(),
    type: (text) => page.keyboard.type(text),
    press: (keys) => page.keyboard.press(keys),
    choose: async (selector, value) => void (await shown(selector).selectOption(value)),
    giveFile: (selector, path) => page.locator(selector).setInputFiles(path),
    run: (read, argument) =>
      page.evaluate(read as (argument: unknown) => never, argument as unknown),
    complaints: () => Promise.resolve(complaints.splice(0)),
  };
}
