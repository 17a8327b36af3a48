/** `/opensearch.xml`: lets a browser search the codes from its address bar. */
import type { APIRoute } from 'astro';
import { editionPaths } from '../../catalogue.ts';
import type { Edition } from '../../site/edition.ts';
import { absolute, codesPath, siteOf } from '../../site/urls.ts';

export const getStaticPaths = () => editionPaths();

export const GET: APIRoute<{ edition: Edition }> = ({ props: { edition }, site }) => {
  const { words, path } = edition;
  const search = `${absolute(siteOf(site), path(codesPath))}?text={searchTerms}`;
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${words.shortName}</ShortName>
  <Description>${words.openSearch}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" template="${search}"/>
</OpenSearchDescription>
`);
};
