import { defineConfig, devices } from 'playwright/test';
import { ensureChromium } from './tests/browser.ts';
import { ROOT_PORT, BASE_PORT, BASE_PATH } from './tests/e2e/site.ts';

const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  workers: process.env['CI'] ? 2 : '50%',
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
    { name: 'root', use: { baseURL: `http://127.0.0.1:${ROOT_PORT}` } },
    {
      name: 'base',
      testMatch: ['addresses.spec.ts', 'not-found.spec.ts', 'search.spec.ts'],
      use: { baseURL: `http://127.0.0.1:${BASE_PORT}${BASE_PATH}/` },
    },
  ],
  webServer: [
    {
      command: `node tests/server.ts dist ${ROOT_PORT}`,
      url: `http://127.0.0.1:${ROOT_PORT}/`,
      reuseExistingServer: false,
    },
    {
      command: `node tests/server.ts dist.base ${BASE_PORT} ${BASE_PATH}`,
      url: `http://127.0.0.1:${BASE_PORT}${BASE_PATH}/`,
      reuseExistingServer: false,
    },
  ],
});
