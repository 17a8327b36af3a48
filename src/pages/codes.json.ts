/** `/codes.json`: the whole catalogue as data. */
import type { APIRoute } from 'astro';
import { getCatalogue } from '../catalogue.ts';
import { publicCatalogue } from '../site/public-json.ts';
import { siteOf } from '../site/urls.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response(`${JSON.stringify(publicCatalogue(await getCatalogue(), siteOf(site)), null, 2)}\n`);
