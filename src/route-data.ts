/** Every page names itself by the address that error messages print: without a closing slash. */
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { canonical } from './site/urls.ts';

export const onRequest = defineRouteMiddleware(({ locals }) => {
  for (const { tag, attrs } of locals.starlightRoute.head) {
    if (!attrs) continue;
    if (tag === 'link' && attrs['rel'] === 'canonical' && typeof attrs['href'] === 'string')
      attrs['href'] = canonical(attrs['href']);
    if (tag === 'meta' && attrs['property'] === 'og:url' && typeof attrs['content'] === 'string')
      attrs['content'] = canonical(attrs['content']);
  }
});
