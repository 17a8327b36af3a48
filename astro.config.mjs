import sitemap from '@astrojs/sitemap';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { dataGate } from './src/build/data-gate.ts';
import { publish } from './src/build/publish.ts';
import { sidebar } from './src/site/sidebar.ts';
import { canonical, inSitemap, openSearchPath } from './src/site/urls.ts';

/** Where the site will stand. Three facts from outside; the same values build the same bytes. */
const site = process.env.SITE ?? 'https://mgs-codes.example';
const base = process.env.BASE ?? '/';

export default defineConfig({
  site,
  base,
  trailingSlash: 'ignore',
  // The default joins words that stand on separate lines.
  compressHTML: true,
  prerenderConflictBehavior: 'error',
  build: { format: 'directory', inlineStylesheets: 'always' },
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  integrations: [
    dataGate(),
    starlight({
      title: 'MGS result codes',
      description:
        'What each result code of Mobile Gateway Service (MGS, mPaaS) means, who has to act, and how to fix it.',
      logo: { src: './src/assets/logo.svg', alt: '' },
      favicon: '/favicon.svg',
      head: [
        {
          tag: 'noscript',
          content: '<style>.needs-script{display:none!important}</style>',
        },
        {
          tag: 'link',
          attrs: {
            rel: 'search',
            type: 'application/opensearchdescription+xml',
            title: 'MGS result codes',
            href: `${base.replace(/\/$/, '')}${openSearchPath}`,
          },
        },
      ],
      customCss: ['./src/styles/theme.css'],
      components: {
        PageTitle: './src/components/PageTitle.astro',
        Search: './src/components/Search.astro',
        Footer: './src/components/Footer.astro',
      },
      routeMiddleware: './src/route-data.ts',
      markdown: { headingLinks: false },
      expressiveCode: false,
      pagefind: false,
      disable404Route: true,
      // Pages are short and bring their own contents; the column and its scripts would only cost.
      tableOfContents: false,
      sidebar: sidebar(),
    }),
    sitemap({
      filter: (page) => inSitemap(new URL(page).pathname.slice(base.replace(/\/$/, '').length)),
      serialize: (item) => ({ ...item, url: canonical(item.url) }),
    }),
    publish({ siteIsSet: process.env.SITE !== undefined }),
  ],
});
