import { readdirSync } from 'node:fs';
import { defineConfig } from 'vitepress';

const codes = readdirSync('codes').map((file) => file.replace(/\.md$/, ''));

export default defineConfig({
  title: 'MGS result codes',
  cleanUrls: true,
  // The guides that the text links to are not part of the comparison.
  ignoreDeadLinks: true,
  themeConfig: {
    search: { provider: 'local' },
    sidebar: codes.map((code) => ({ text: code, link: `/codes/${code}` })),
  },
});
