/** `/codes.json`: the whole catalogue as data. */
import type { APIRoute } from 'astro';
import { editionPaths, getCatalogue } from '../../catalogue.ts';
import type { Edition } from '../../site/edition.ts';
import { publicCatalogue } from '../../site/public-json.ts';
import { siteOf } from '../../site/urls.ts';

export const getStaticPaths = () => editionPaths();

export const GET: APIRoute<{ edition: Edition }> = async ({ props: { edition }, site }) =>
  new Response(
    `${JSON.stringify(publicCatalogue(await getCatalogue(edition), edition, siteOf(site)), null, 2)}\n`,
  );
