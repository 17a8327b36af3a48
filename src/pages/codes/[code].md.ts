/** `/codes/<code>.md`: one page as Markdown; `curl` on it explains a code in a terminal. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { getCatalogue } from '../../catalogue.ts';
import type { CodePage } from '../../domain/codes/catalogue.ts';
import { codeMarkdown } from '../../site/markdown.ts';
import { siteOf } from '../../site/urls.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await getCatalogue()).pages.map((page) => ({ params: { code: page.code }, props: { page } }));

export const GET: APIRoute<{ page: CodePage }> = async ({ props, site }) =>
  new Response(codeMarkdown(await getCatalogue(), siteOf(site), props.page));
