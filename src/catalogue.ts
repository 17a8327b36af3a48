/** The only importer of `astro:content`: the collections as one catalogue. */
import { getCollection, getEntry, render } from 'astro:content';
import { createCatalogue, type Catalogue } from './domain/codes/catalogue.ts';
import { meaningIdOf } from './domain/codes/code-id.ts';
import type { Meaning } from './domain/codes/schema.ts';
import { FAMILIES, type Family } from './domain/codes/families.ts';

let loaded: Promise<Catalogue> | undefined;

/** The catalogue of this build. The data gate has refused broken content before this is called. */
export function getCatalogue(): Promise<Catalogue> {
  // A development server reloads content under a living module.
  if (import.meta.env.DEV) return loadCatalogue();
  loaded ??= loadCatalogue();
  return loaded;
}

async function loadCatalogue(): Promise<Catalogue> {
  const [
    gateway,
    service,
    android,
    ios,
    families,
    classes,
    sources,
    terms,
    undocumented,
    neighbours,
    docs,
  ] = await Promise.all([
    getCollection('gateway'),
    getCollection('service'),
    getCollection('android'),
    getCollection('ios'),
    getCollection('families'),
    getCollection('classes'),
    getCollection('sources'),
    getCollection('terms'),
    getCollection('undocumented'),
    getCollection('neighbours'),
    getCollection('docs', ({ id }) => id.startsWith('guides/')),
  ]);
  const common = (family: Family, { id, body }: { id: string; body?: string | undefined }) => ({
    id: meaningIdOf(family, id),
    code: id,
    body: body?.trim() ?? '',
  });
  const meanings: Meaning[] = [
    ...gateway.map((entry) => ({
      ...entry.data,
      ...common('gateway', entry),
      family: 'gateway' as const,
    })),
    ...service.map((entry) => ({
      ...entry.data,
      ...common('service', entry),
      family: 'service' as const,
    })),
    ...android.map((entry) => ({
      ...entry.data,
      ...common('android', entry),
      family: 'android' as const,
    })),
    ...ios.map((entry) => ({ ...entry.data, ...common('ios', entry), family: 'ios' as const })),
  ];
  return createCatalogue({
    meanings,
    families: FAMILIES.flatMap((family) =>
      families.filter(({ id }) => id === family).map(({ data }) => ({ ...data, family })),
    ),
    classes: classes.map(({ id, data }) => ({ ...data, id })),
    sources: sources.map(({ id, data }) => ({ ...data, id })),
    terms: terms.map(({ data }) => data),
    undocumented: undocumented.map(({ data }) => data),
    neighbours: neighbours[0]?.data ?? { systems: {}, numbers: [] },
    guides: docs.map(({ id, data }) => ({
      id: id.replace('guides/', ''),
      title: data.title,
      cited: [],
    })),
  });
}

/** The prose of a meaning's file as a component, or null where the file has none. */
export async function bodyOf(meaning: Meaning) {
  if (meaning.body === '') return null;
  const entry = await getEntry(meaning.family, meaning.code);
  return entry ? (await render(entry)).Content : null;
}
