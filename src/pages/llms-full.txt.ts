/** `/llms-full.txt`: every code page as one text. */
import type { APIRoute } from 'astro';
import { getCatalogue } from '../catalogue.ts';
import { llmsFullText } from '../site/markdown.ts';
import { siteOf } from '../site/urls.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response(llmsFullText(await getCatalogue(), siteOf(site)));
