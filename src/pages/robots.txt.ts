/** `/robots.txt`: everything may be read; here is the list. */
import type { APIRoute } from 'astro';
import { absolute, siteOf } from '../site/urls.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(
    `User-agent: *\nAllow: /\n\nSitemap: ${absolute(siteOf(site), '/sitemap-index.xml')}\n`,
  );
