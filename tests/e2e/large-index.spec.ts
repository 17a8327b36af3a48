/** Full-text search of a site with so many pages that its index is made in parts. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { writeSearchIndex } from '../../src/pipeline/search-index.ts';
import { linkFolder } from '../linked-folder.ts';
import { serve } from '../server.ts';

/** Of what a page says, and in how many pages; English comes in more parts than Chinese. */
const EDITIONS = [
  { path: '', lang: 'en', text: 'Zebra handover', query: 'zebra', pages: 5 },
  { path: 'zh-cn/', lang: 'zh-CN', text: '斑马 交接', query: '斑马', pages: 3 },
] as const;

let folder = '';

test.beforeAll(() => {
  folder = mkdtempSync('dist.parts-');
});

test.afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('every part of the index is searched, each in its language', async ({ page }) => {
  linkFolder('dist', folder, (file) => !file.startsWith('pagefind/'));
  for (const { path, lang, text, pages } of EDITIONS)
    for (let number = 1; number <= pages; number += 1) {
      const own = join(folder, `${path}zebras/${number}`);
      mkdirSync(own, { recursive: true });
      writeFileSync(
        join(own, 'index.html'),
        `<!doctype html><html lang="${lang}"><body data-pagefind-body><h1>${text} ${number}</h1></body></html>`,
      );
    }
  expect(await writeSearchIndex(folder, 2)).toBe(8);

  const server = await serve(folder, 0);
  try {
    const { port } = server.address() as AddressInfo;
    const warnings: string[] = [];
    page.on('console', (message) => {
      if (/pagefind/i.test(message.text())) warnings.push(message.text());
    });
    for (const { path, query, pages } of EDITIONS) {
      await page.goto(`http://127.0.0.1:${port}/${path}about`);
      await page.keyboard.press('/');
      await page.getByRole('dialog').getByRole('combobox').fill(query);
      const options = page.locator('[role=option].full-text');
      await expect(options).toHaveCount(pages);
      const addresses = await options.evaluateAll((nodes) =>
        nodes.map((node) => node.getAttribute('href')),
      );
      expect(addresses.sort()).toEqual(
        Array.from({ length: pages }, (_, index) => `/${path}zebras/${index + 1}`),
      );
    }
    expect(warnings).toEqual([]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
