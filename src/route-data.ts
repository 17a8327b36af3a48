/**
 * What the head of every page says: its title with the name of the site, its address as error messages
 * print it, without a closing slash; the picture and the trail for those who show its link; and nothing
 * that no reader needs.
 */
import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import { editionIn, otherEditions } from './site/editions.ts';
import type { Edition } from './site/edition.ts';
import { breadcrumbList, type Crumb } from './site/head.ts';
import {
  absolute,
  canonical,
  changesFeedPath,
  href,
  manifestPath,
  openSearchPath,
  pathAt,
  siteOf,
} from './site/urls.ts';
import chinese from './styles/chinese.css?raw';
import { ENGLISH } from './words/languages.ts';

type Tag = StarlightRouteData['head'][number];

/** Pixels of the pictures that `tests/render-pictures.ts` makes. */
const PICTURE = { width: '1200', height: '630' };

/** The same page in each language, by tag; readers of other languages get the English one. */
const alternates = (editions: readonly Edition[], here: string): [tag: string, path: string][] =>
  editions.flatMap(({ language, path }): [string, string][] => [
    [language.tag, path(here)],
    ...(language === ENGLISH ? [['x-default', path(here)] as [string, string]] : []),
  ]);

export const onRequest = defineRouteMiddleware(({ locals, url, site: configured }) => {
  const { starlightRoute } = locals;
  const { entry, id, lang } = starlightRoute;
  const edition = editionIn(lang);
  const { words, language, path } = edition;
  const others = otherEditions(edition, id);
  const here = pathAt(url.pathname);
  const site = siteOf(configured);
  const title = entry.data.headTitle ?? entry.data.title;
  const trail: readonly Crumb[] = id.includes('guides/')
    ? [{ name: words.siteName, path: path('/') }, { name: entry.data.title }]
    : entry.data.trail;
  const said: Readonly<Record<string, string>> = {
    'og:title': title,
    'og:type': id === language.path.slice(1) ? 'website' : 'article',
    'og:locale': words.head.locale,
  };
  const meta = (property: string, content: string): Tag => ({
    tag: 'meta',
    attrs: { property, content },
  });

  starlightRoute.head = [
    ...starlightRoute.head
      .filter(({ attrs }) => attrs?.['name'] !== 'generator' && attrs?.['hreflang'] === undefined)
      .map(({ tag, attrs = {}, content }): Tag => {
        if (tag === 'title') return { tag, attrs, content: `${title} · ${words.head.siteName}` };
        const property = String(attrs['property']);
        const replaced = said[property];
        if (replaced !== undefined) return meta(property, replaced);
        return {
          tag,
          attrs: {
            ...attrs,
            ...(attrs['rel'] === 'canonical' ? { href: canonical(String(attrs['href'])) } : {}),
            ...(property === 'og:url' ? { content: canonical(String(attrs['content'])) } : {}),
          },
          ...(content === undefined ? {} : { content }),
        };
      }),
    {
      tag: 'link',
      attrs: {
        rel: 'search',
        type: 'application/opensearchdescription+xml',
        title: words.siteName,
        href: href(path(openSearchPath)),
      },
    },
    ...(others.length === 0
      ? []
      : alternates([edition, ...others], here).map(([hreflang, to]): Tag => ({
          tag: 'link',
          attrs: { rel: 'alternate', hreflang, href: absolute(site, to) },
        }))),
    // In the head and not among the styles of every page: English pages have none of it.
    ...(language.tag.startsWith('zh') ? [{ tag: 'style' as const, content: chinese }] : []),
    { tag: 'link', attrs: { rel: 'manifest', href: href(path(manifestPath)) } },
    meta('og:image', absolute(site, `/og-${language.id}.png`)),
    meta('og:image:width', PICTURE.width),
    meta('og:image:height', PICTURE.height),
    {
      tag: 'link',
      attrs: {
        rel: 'alternate',
        type: 'application/atom+xml',
        title: words.pages.changes,
        href: href(path(changesFeedPath)),
      },
    },
    ...(trail.length === 0
      ? []
      : [
          {
            tag: 'script' as const,
            attrs: { type: 'application/ld+json' },
            content: breadcrumbList(site, trail),
          },
        ]),
  ];
});
