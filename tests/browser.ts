/** Finds a Chromium to test with: Playwright's own, one of the system, or one that can be installed. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const SYSTEM_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The path of a Chromium on this machine, or null where there is none. `CHROMIUM_PATH` comes first.
 */
function findChromium(): string | null {
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => SYSTEM_NAMES.map((name) => join(folder, name)));
  const candidates = [
    process.env['CHROMIUM_PATH'],
    chromium.executablePath(),
    ...onPath,
    ...SYSTEM_PATHS,
  ];
  return candidates.find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null;
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
  const own = findChromium();
  if (own !== null) return own;
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    try {
      execFileSync('apt-get', ['update'], { stdio: 'ignore' });
      execFileSync('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], {
        stdio: 'inherit',
      });
    } catch {
      // The sentence below says what to do.
    }
  }
  const installed = findChromium();
  if (installed !== null) return installed;
  throw new Error(
    'The browser tests need Chromium or Chrome and none could be installed. Install one (for example "apt-get install chromium", or "npx playwright install --with-deps chromium"), or set CHROMIUM_PATH to it.',
  );
}
