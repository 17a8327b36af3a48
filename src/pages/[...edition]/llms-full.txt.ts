/** `/llms-full.txt`: every code page as one text. */
import type { APIRoute } from 'astro';
import { editionPaths, getCatalogue } from '../../catalogue.ts';
import type { Edition } from '../../site/edition.ts';
import { llmsFullText } from '../../site/markdown.ts';
import { siteOf } from '../../site/urls.ts';

export const getStaticPaths = () => editionPaths();

export const GET: APIRoute<{ edition: Edition }> = async ({ props: { edition }, site }) => {
  const parts = llmsFullText(await getCatalogue(edition), edition, siteOf(site));
  const encoder = new TextEncoder();
  return new Response(
    new ReadableStream<Uint8Array>({
      pull(controller) {
        const { done, value } = parts.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
    }),
  );
};
