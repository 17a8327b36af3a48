/** `/codes/<code>.md`: one page as Markdown; `curl` on it explains a code in a terminal. */
import type { APIRoute } from 'astro';
import { codePaths, getCatalogue } from '../../../catalogue.ts';
import type { CodePage } from '../../../domain/codes/catalogue.ts';
import type { Edition } from '../../../site/edition.ts';
import { codeMarkdown } from '../../../site/markdown.ts';
import { siteOf } from '../../../site/urls.ts';

export const getStaticPaths = codePaths;

export const GET: APIRoute<{ page: CodePage; edition: Edition }> = async ({
  props: { page, edition },
  site,
}) => new Response(codeMarkdown(await getCatalogue(edition), edition, siteOf(site), page));
