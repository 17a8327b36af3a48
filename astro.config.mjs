import sitemap from '@astrojs/sitemap';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { shikiConfig } from './src/pipeline/code-samples.ts';
import { dataGate } from './src/pipeline/data-gate.ts';
import { EXIT_FLAGS, MEMORY_FLAGS } from './src/pipeline/v8-flags.ts';
import { noSidebarState } from './src/pipeline/no-sidebar-state.ts';
import { sitemapFilter } from './src/pipeline/sitemap.ts';
import { ENGLISH_EDITION } from './src/site/edition.ts';
import { EDITIONS } from './src/site/editions.ts';
import { guardLastBuild, publish } from './src/pipeline/publish.ts';
import { sidebarOfAll } from './src/site/sidebar.ts';
import { canonical } from './src/site/urls.ts';
import { LANGUAGES } from './src/words/languages.ts';

for (const flag of [...EXIT_FLAGS, ...MEMORY_FLAGS]) setFlagsFromString(flag);

/** Where the site will stand. Three facts from outside; the same values build the same bytes. */
const site = process.env.SITE ?? 'https://mgs-codes.example';
const base = process.env.BASE ?? '/';
const root = base.replace(/\/$/, '');

const listed = sitemapFilter(fileURLToPath(new URL('./', import.meta.url)));

export default defineConfig({
  site,
  base,
  trailingSlash: 'ignore',
  // The default joins words that stand on separate lines.
  compressHTML: true,
  prerenderConflictBehavior: 'error',
  build: { format: 'directory', inlineStylesheets: 'always' },
  // Browsers do it themselves by the speculation rules below, without a script.
  prefetch: false,
  // Quotes are straight, as in the entries.
  markdown: { shikiConfig, smartypants: false },
  devToolbar: { enabled: false },
  vite: {
    plugins: [noSidebarState()],
    // Our styles for paper instead of Starlight's: one file, and one request.
    resolve: {
      alias: [
        {
          find: /^\.\.\/style\/print\.css(?=\?)/,
          replacement: fileURLToPath(new URL('src/styles/print.css', import.meta.url)),
        },
      ],
    },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            // In one file: each small one is a request of every page.
            output: {
              codeSplitting: { groups: [{ name: 'addresses', test: /\/src\/site\/urls\.ts$/ }] },
            },
          },
        },
      },
    },
  },
  integrations: [
    guardLastBuild(),
    dataGate(),
    starlight({
      title: Object.fromEntries(
        EDITIONS.map(({ language, words }) => [language.tag, words.siteName]),
      ),
      description: ENGLISH_EDITION.words.siteDescription,
      defaultLocale: 'root',
      locales: Object.fromEntries(
        LANGUAGES.map(({ path, name, tag }) => [
          path.slice(1) || 'root',
          { label: name, lang: tag },
        ]),
      ),
      favicon: '/favicon.svg',
      head: [
        {
          tag: 'noscript',
          content: '<style>.needs-script{display:none!important}</style>',
        },
        {
          tag: 'link',
          attrs: { rel: 'apple-touch-icon', href: `${root}/apple-touch-icon.png` },
        },
        // The colours of the navigation bar.
        ...[
          ['light', '#f9fafb'],
          ['dark', '#181c20'],
        ].map(([theme, content]) => ({
          tag: 'meta',
          attrs: { name: 'theme-color', content, media: `(prefers-color-scheme:${theme})` },
        })),
      ],
      customCss: ['./src/styles/theme.css'],
      components: {
        SiteTitle: './src/components/SiteTitle.astro',
        PageTitle: './src/components/PageTitle.astro',
        Search: './src/components/Search.astro',
        Footer: './src/components/Footer.astro',
        Sidebar: './src/components/Sidebar.astro',
        MarkdownContent: './src/embeds/MarkdownContent.astro',
        MobileMenuToggle: './src/components/MobileMenuToggle.astro',
        LanguageSelect: './src/components/LanguageSelect.astro',
        ThemeProvider: './src/components/ThemeProvider.astro',
        ThemeSelect: './src/components/ThemeSelect.astro',
      },
      routeMiddleware: './src/route-data.ts',
      markdown: { headingLinks: false },
      expressiveCode: false,
      pagefind: false,
      disable404Route: true,
      // Pages are short and bring their own contents; the column and its scripts would only cost.
      tableOfContents: false,
      sidebar: sidebarOfAll(),
    }),
    sitemap({
      i18n: {
        defaultLocale: 'en',
        locales: Object.fromEntries(LANGUAGES.map(({ path, tag }) => [path.slice(1) || 'en', tag])),
      },
      filter: (page) => listed(new URL(page).pathname.slice(root.length)),
      serialize: (item) => ({
        ...item,
        url: canonical(item.url),
        links: item.links?.map((link) => ({ ...link, url: canonical(link.url) })),
      }),
    }),
    publish({ siteIsSet: process.env.SITE !== undefined }),
  ],
});
