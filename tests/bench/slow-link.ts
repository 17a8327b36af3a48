/** A reader on a bad link with a slow machine and nothing in the cache. */
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';
import { ensureChromium } from '../browser.ts';

const LINK = { roundTripMs: 150, downBits: 1_600_000, upBits: 750_000, cpuSlowdown: 4 };
export const LINK_TEXT = `${LINK.roundTripMs} ms round trip, ${LINK.downBits / 1e6} Mbit/s down, ${LINK.upBits / 1e3} kbit/s up, CPU slowed down ${LINK.cpuSlowdown} times`;

const VIEWPORT = { width: 1280, height: 800 };
/** What is still loaded so long after a page or an answer is there belongs to it. */
export const SETTLE_MS = 2000;

export function launchBrowser(): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: ensureChromium(),
    // Debian's Chromium does not start as root with its sandbox; the rest keeps it off the network.
    args: ['--disable-background-networking', ...(isRoot ? ['--no-sandbox'] : [])],
  });
}

/**
 * Runs something in a fresh context whose page is on the slow link.
 * @param slow false leaves link and machine as they are, where only bytes are counted
 */
export async function withReader<T>(
  browser: Browser,
  act: (page: Page) => Promise<T>,
  { slow = true }: { slow?: boolean } = {},
): Promise<T> {
  const context = await browser.newContext({ viewport: VIEWPORT, serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    if (slow) await slowDown(context, page);
    return await act(page);
  } finally {
    await context.close();
  }
}

async function slowDown(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LINK.roundTripMs,
    downloadThroughput: LINK.downBits / 8,
    uploadThroughput: LINK.upBits / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: LINK.cpuSlowdown });
}

/** Opens an address and waits until load and two seconds more. */
export async function openAndSettle(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(SETTLE_MS);
}
