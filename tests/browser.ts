/** Finds a Chromium to test with: Playwright's own, one of the system, or one that can be installed. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { find, howToInstall, install, type Program } from './programs.ts';

const CHROMIUM: Program = {
  name: 'Chromium',
  // The shell is Chromium without windows: the same pages, drawn in little more than half the time.
  commands: [
    'chromium-headless-shell',
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
  ],
  places: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
  variable: 'CHROMIUM_PATH',
  apt: ['chromium-headless-shell', 'chromium'],
  elsewhere: { 'every system': 'npx playwright install --with-deps chromium' },
};

/** `CHROMIUM_PATH` comes first, then Playwright's own. */
function findChromium(): string | null {
  if (process.env['CHROMIUM_PATH']) return find(CHROMIUM);
  const own = chromium.executablePath();
  return existsSync(own) ? own : find(CHROMIUM);
}

/**
 * Finds a Chromium, and installs one where there is none.
 * @throws Error that says what is missing and how to get it
 */
export function ensureChromium(): string {
  const found = findChromium();
  if (found !== null) return found;
  console.log('No Chromium found; trying to install one.');
  spawnSync('playwright', ['install', 'chromium'], { stdio: 'inherit', shell: true });
  const installed = findChromium() ?? install(CHROMIUM);
  if (installed !== null) return installed;
  throw new Error(
    `The browser tests need Chromium or Chrome and none could be installed. ${howToInstall(CHROMIUM)}`,
  );
}
