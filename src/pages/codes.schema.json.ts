/** `/codes.schema.json`: the JSON Schema of the public JSON. */
import type { APIRoute } from 'astro';
import { publicJsonSchema } from '../site/public-schema.ts';
import { absolute, schemaPath, siteOf } from '../site/urls.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(
    `${JSON.stringify(publicJsonSchema(absolute(siteOf(site), schemaPath)), null, 2)}\n`,
  );
