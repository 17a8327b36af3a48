/** `/llms.txt`: the table of contents for assistants. */
import type { APIRoute } from 'astro';
import { editionPaths, getCatalogue } from '../../catalogue.ts';
import type { Edition } from '../../site/edition.ts';
import { llmsText } from '../../site/markdown.ts';
import { siteOf } from '../../site/urls.ts';

export const getStaticPaths = () => editionPaths();

export const GET: APIRoute<{ edition: Edition }> = async ({ props: { edition }, site }) =>
  new Response(llmsText(await getCatalogue(edition), edition, siteOf(site)));
