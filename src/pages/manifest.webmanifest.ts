/** Lets browsers install the site. */
import type { APIRoute } from 'astro';
import { href } from '../site/urls.ts';

export const GET: APIRoute = () =>
  Response.json({
    name: 'MGS result codes',
    short_name: 'MGS codes',
    description:
      'What each result code of Mobile Gateway Service means, who acts, and how to fix it.',
    start_url: href('/'),
    scope: href('/'),
    display: 'minimal-ui',
    background_color: '#ffffff',
    theme_color: '#0e7c8b',
    icons: [
      { src: href('/favicon.svg'), sizes: 'any', type: 'image/svg+xml' },
      { src: href('/icon-maskable.svg'), sizes: 'any', type: 'image/svg+xml', purpose: 'maskable' },
    ],
  });
