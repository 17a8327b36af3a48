/**
 * What the head of every page says: its address as error messages print it, without a closing slash;
 * a card without a picture; and nothing that no reader needs.
 */
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { canonical } from './site/urls.ts';

export const onRequest = defineRouteMiddleware(({ locals }) => {
  const { starlightRoute } = locals;
  starlightRoute.head = starlightRoute.head.filter(
    ({ tag, attrs }) => tag !== 'meta' || attrs?.['name'] !== 'generator',
  );
  for (const { tag, attrs } of starlightRoute.head) {
    if (!attrs) continue;
    if (attrs['name'] === 'twitter:card') attrs['content'] = 'summary';
    if (tag === 'link' && attrs['rel'] === 'canonical' && typeof attrs['href'] === 'string')
      attrs['href'] = canonical(attrs['href']);
    if (tag === 'meta' && attrs['property'] === 'og:url' && typeof attrs['content'] === 'string')
      attrs['content'] = canonical(attrs['content']);
  }
});
