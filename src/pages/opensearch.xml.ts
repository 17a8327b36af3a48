/** `/opensearch.xml`: lets a browser search the codes from its address bar. */
import type { APIRoute } from 'astro';
import { absolute, codesPath, siteOf } from '../site/urls.ts';

export const GET: APIRoute = ({ site }) => {
  const search = `${absolute(siteOf(site), codesPath)}?text={searchTerms}`;
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>MGS codes</ShortName>
  <Description>Result codes of Mobile Gateway Service: number, name, prompt or words</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" template="${search}"/>
</OpenSearchDescription>
`);
};
