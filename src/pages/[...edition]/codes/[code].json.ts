/** `/codes/<code>.json`: one page as data. */
import type { APIRoute } from 'astro';
import { codePaths, getCatalogue } from '../../../catalogue.ts';
import type { CodePage } from '../../../domain/codes/catalogue.ts';
import type { Edition } from '../../../site/edition.ts';
import { publicPage } from '../../../site/public-json.ts';
import { siteOf } from '../../../site/urls.ts';

export const getStaticPaths = codePaths;

export const GET: APIRoute<{ page: CodePage; edition: Edition }> = async ({
  props: { page, edition },
  site,
}) =>
  new Response(
    `${JSON.stringify(publicPage(await getCatalogue(edition), edition, siteOf(site), page), null, 2)}\n`,
  );
