/** The only importer of `astro:content`: the collections as one catalogue for each edition. */
import { getCollection, getEntry } from 'astro:content';
import { createCatalogue, type Catalogue } from './domain/codes/catalogue.ts';
import { FAMILIES } from './domain/codes/families.ts';
import type { Problem } from './domain/codes/rules/problem.ts';
import { translate } from './domain/codes/translation.ts';
import { ENGLISH_EDITION, type Edition } from './site/edition.ts';
import { EDITIONS, editionIn } from './site/editions.ts';

/** The edition of a language tag, such as Starlight gives each page; English for all others. */
export const editionOf = editionIn;

/**
 * The paths of a page that every edition has.
 * @param pathsOf the paths within one edition; without it there is one
 */
export async function editionPaths<
  Params extends Record<string, string> = Record<never, string>,
  Props extends object = Record<never, never>,
>(
  pathsOf?: (
    catalogue: Catalogue,
    edition: Edition,
  ) => readonly { readonly params: Params; readonly props?: Props }[],
) {
  const paths = await Promise.all(
    EDITIONS.map(async (edition) => {
      const folder = edition.language.path.slice(1) || undefined;
      const within = pathsOf?.(await getCatalogue(edition), edition) ?? [
        { params: {} as Params, props: {} as Props },
      ];
      return within.map(({ params, props }) => ({
        params: { ...params, edition: folder },
        props: { ...props, edition } as Props & { edition: Edition },
      }));
    }),
  );
  return paths.flat();
}

/** The paths of what every number and named range has: its page, its data, its Markdown. */
export const codePaths = () =>
  editionPaths((catalogue) =>
    catalogue.pages.map((page) => ({ params: { code: page.code }, props: { page } })),
  );

const loaded = new Map<Edition, Promise<Catalogue>>();

/** The catalogue of an edition. The data gate has refused broken content before a build comes here. */
export function getCatalogue(edition: Edition = ENGLISH_EDITION): Promise<Catalogue> {
  // A development server reloads content under a living module.
  if (import.meta.env.DEV) return loadCatalogue(edition);
  const found = loaded.get(edition) ?? loadCatalogue(edition);
  loaded.set(edition, found);
  return found;
}

async function loadCatalogue({ language }: Edition): Promise<Catalogue> {
  const [parts, ...families] = await Promise.all([
    getEntry('parts', 'all'),
    ...FAMILIES.map((family) => getCollection(family)),
  ]);
  if (!parts) throw new Error('The content was not loaded; see the messages above.');
  const content = { ...parts.data, meanings: families.flat().map(({ data }) => data) };
  const translations = content.translations[language.id];
  return createCatalogue(translations ? translate(content, translations) : content);
}

/** What is wrong with the content. Empty in a build, which refuses; a development server shows it. */
const getProblems = async (): Promise<readonly Problem[]> =>
  (await getCollection('problems')).map(({ data }) => data);

/** A page whose entry has problems: the last part of its address, with the problems. */
export type BrokenPage = { readonly code: string; readonly problems: readonly Problem[] };

/** The pages of entries with problems, by the last part of their address; none in a build. */
export async function brokenPages(): Promise<readonly BrokenPage[]> {
  if (!import.meta.env.DEV) return [];
  const ofCode = Map.groupBy(
    await getProblems(),
    ({ file }) => /^content\/codes\/[^/]+\/(.+)\.yaml$/.exec(file)?.[1] ?? '',
  );
  ofCode.delete('');
  return [...ofCode].map(([code, problems]) => ({ code, problems }));
}
