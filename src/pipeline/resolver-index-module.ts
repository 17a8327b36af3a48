/** The resolver's index as a module of the browser's bundle, so that an exact answer needs no request. */
import type { ViteUserConfig } from 'astro';
import { createCatalogue } from '../domain/codes/catalogue.ts';
import { createResolverIndex } from '../domain/codes/resolver-index.ts';
import { contentOf } from './content.ts';

/** The index, and beside it the first steps, which only the decoder shows. */
const NAMES: readonly string[] = ['virtual:resolver-index', 'virtual:first-steps'];

/** @param root the project's folder */
export function resolverIndexModule(root: string): NonNullable<ViteUserConfig['plugins']>[number] {
  return {
    name: 'resolver-index',
    resolveId: (id: string) => (NAMES.includes(id) ? `\0${id}` : undefined),
    load(id: string) {
      const name = NAMES.find((known) => id === `\0${known}`);
      if (name === undefined) return undefined;
      const catalogue = createCatalogue(contentOf(root).content);
      const value =
        name === 'virtual:first-steps'
          ? Object.fromEntries(catalogue.meanings.map((meaning) => [meaning.id, meaning.firstStep]))
          : createResolverIndex(catalogue);
      // As a string: parsing JSON is quicker than parsing the same object as a program.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
    },
  };
}
