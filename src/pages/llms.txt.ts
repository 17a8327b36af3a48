/** `/llms.txt`: the table of contents for assistants. */
import type { APIRoute } from 'astro';
import { getCatalogue } from '../catalogue.ts';
import { llmsText } from '../site/markdown.ts';
import { siteOf } from '../site/urls.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response(llmsText(await getCatalogue(), siteOf(site)));
