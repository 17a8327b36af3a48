import { defineConfig, devices } from 'playwright/test';
import { ensureChromium } from './tests/browser.ts';
import { servedWays, type Served } from './tests/e2e/served.ts';
import { ROOT_PORT } from './tests/e2e/site.ts';

const isRoot = process.getuid?.() === 0;

export default defineConfig<object, { served: Served }>({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  // Tests that open many pages take half of it where a processor is shared with others.
  timeout: 60_000,
  forbidOnly: Boolean(process.env['CI']),
  workers: process.env['CI'] ? 2 : '50%',
  retries: process.env['CI'] ? 1 : 0,
  // Each waits for what does not come: many failures take hours, and tell no more than a few.
  maxFailures: process.env['CI'] ? 20 : 0,
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['line'], ['json']] : 'line',
  use: {
    ...devices['Desktop Chrome'],
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: ensureChromium(),
      // Debian's Chromium does not start as root with its sandbox; the rest keeps it off the network.
      args: ['--disable-background-networking', ...(isRoot ? ['--no-sandbox'] : [])],
    },
  },
  projects: [
    {
      name: 'root',
      testIgnore: 'reader-paths.spec.ts',
      use: { baseURL: `http://127.0.0.1:${ROOT_PORT}` },
    },
    ...servedWays.map((served) => ({
      name: served,
      testMatch: 'reader-paths.spec.ts',
      // One browser for each way: starting and installing take longer than the tests.
      fullyParallel: false,
      use: { served },
    })),
  ],
  webServer: {
    command: `node tests/server.ts dist ${ROOT_PORT}`,
    url: `http://127.0.0.1:${ROOT_PORT}/`,
    reuseExistingServer: false,
  },
});
