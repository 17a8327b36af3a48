/** Lets browsers install the site. */
import type { APIRoute } from 'astro';
import { editionPaths } from '../../catalogue.ts';
import type { Edition } from '../../site/edition.ts';
import { href } from '../../site/urls.ts';

export const getStaticPaths = () => editionPaths();

export const GET: APIRoute<{ edition: Edition }> = ({ props: { edition } }) => {
  const { words, path, language } = edition;
  return Response.json({
    name: words.siteName,
    short_name: words.shortName,
    description: words.siteDescription,
    lang: language.tag,
    start_url: href(path('/')),
    scope: href('/'),
    display: 'minimal-ui',
    background_color: '#ffffff',
    theme_color: '#0e7c8b',
    icons: [
      { src: href('/favicon.svg'), sizes: 'any', type: 'image/svg+xml' },
      { src: href('/icon-maskable.svg'), sizes: 'any', type: 'image/svg+xml', purpose: 'maskable' },
    ],
  });
};
