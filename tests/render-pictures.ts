/**
 * Draws the pictures that only chat windows and home screens show, for those that read no SVG:
 * `src/assets/<name>.svg` → `public/<name>.png`. Run by hand after a change, with a Chinese font on the
 * machine (Debian: fonts-noto-cjk), because the letters differ by machine.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { ensureChromium } from './browser.ts';

export const PICTURES = [
  { name: 'og-en', width: 1200, height: 630 },
  { name: 'og-zh-cn', width: 1200, height: 630 },
  { name: 'apple-touch-icon', width: 180, height: 180 },
] as const;

if (import.meta.main) {
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: ['--no-sandbox'],
  });
  for (const { name, width, height } of PICTURES) {
    const page = await browser.newPage({ viewport: { width, height } });
    const svg = readFileSync(`src/assets/${name}.svg`, 'utf8');
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
    writeFileSync(`public/${name}.png`, await page.screenshot());
    await page.close();
  }
  await browser.close();
}
