/** The resolver's index as a module of the browser's bundle, so that an exact answer needs no request. */
import type { ViteUserConfig } from 'astro';
import { createCatalogue } from '../domain/codes/catalogue.ts';
import { createResolverIndex } from '../domain/codes/resolver-index.ts';
import { contentOf } from './content.ts';

const NAME = 'virtual:resolver-index';
const RESOLVED = `\0${NAME}`;

/** @param root the project's folder */
export function resolverIndexModule(root: string): NonNullable<ViteUserConfig['plugins']>[number] {
  return {
    name: 'resolver-index',
    resolveId: (id: string) => (id === NAME ? RESOLVED : undefined),
    load(id: string) {
      if (id !== RESOLVED) return undefined;
      const index = createResolverIndex(createCatalogue(contentOf(root).content));
      // As a string: parsing JSON is quicker than parsing the same object as a program.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(index))});`;
    },
  };
}
