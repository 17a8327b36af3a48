/** `/changes.xml`: the changes of the data as an Atom feed. */
import type { APIRoute } from 'astro';
import { editionPaths, getCatalogue } from '../../catalogue.ts';
import { changesFeed } from '../../site/changes.ts';
import type { Edition } from '../../site/edition.ts';
import { siteOf } from '../../site/urls.ts';

export const getStaticPaths = () => editionPaths();

export const GET: APIRoute<{ edition: Edition }> = async ({ props: { edition }, site }) =>
  new Response(changesFeed(await getCatalogue(edition), edition, siteOf(site)));
