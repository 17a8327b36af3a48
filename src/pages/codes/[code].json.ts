/** `/codes/<code>.json`: one page as data. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { getCatalogue } from '../../catalogue.ts';
import type { CodePage } from '../../domain/codes/catalogue.ts';
import { publicPage } from '../../site/public-json.ts';
import { siteOf } from '../../site/urls.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await getCatalogue()).pages.map((page) => ({ params: { code: page.code }, props: { page } }));

export const GET: APIRoute<{ page: CodePage }> = async ({ props, site }) =>
  new Response(
    `${JSON.stringify(publicPage(await getCatalogue(), siteOf(site), props.page), null, 2)}\n`,
  );
