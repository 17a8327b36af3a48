/**
 * The indexes of search as modules of the browser's bundle, so that an answer needs no request:
 * `virtual:resolver-index`, and for each language of the site `virtual:word-index/<language>`.
 */
import type { ViteUserConfig } from 'astro';
import { createCatalogue } from '../domain/codes/catalogue.ts';
import { createResolverIndex } from '../domain/codes/resolver-index.ts';
import { createWordIndex, type WordIndex } from '../site/word-index.ts';
import { searchIndex as en } from '../words/en/search.ts';
import { chineseVariants } from './chinese-variants.ts';
import { contentOf } from './content.ts';
import { readSearchTexts } from './read-search-texts.ts';

const NAME = /^virtual:(?:resolver-index|first-steps|word-index\/[\w-]+)$/;

/** The words of each edition's index. */
const EDITIONS = new Map([['en', en]]);

/** @param root the project's folder */
export function resolverIndexModule(root: string): NonNullable<ViteUserConfig['plugins']>[number] {
  return {
    name: 'search-indexes',
    resolveId: (id: string) => (NAME.test(id) ? `\0${id}` : undefined),
    load(id: string) {
      if (!id.startsWith('\0') || !NAME.test(id.slice(1))) return undefined;
      const [name, language] = id.slice(1).split('/');
      const value =
        language !== undefined
          ? readWordIndex(root, language)
          : name === 'virtual:first-steps'
            ? readFirstSteps(root)
            : readResolverIndex(root);
      // As a string: parsing JSON is quicker than parsing the same object as a program.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
    },
  };
}

const readCatalogue = (root: string) => createCatalogue(contentOf(root).content);

const readResolverIndex = (root: string) => createResolverIndex(readCatalogue(root));

/** What to do first, by the id of a meaning: only the decoder shows it. */
const readFirstSteps = (root: string): Readonly<Record<string, string>> =>
  Object.fromEntries(readCatalogue(root).meanings.map(({ id, firstStep }) => [id, firstStep]));

/**
 * The word index of one edition.
 * @param root the project's folder
 * @param language its tag, as in the name of its folder of words
 * @throws Error when there is no such edition
 */
export function readWordIndex(root: string, language: string): WordIndex {
  const words = EDITIONS.get(language);
  if (!words) throw new Error(`There are no words of search in "${language}".`);
  const catalogue = readCatalogue(root);
  const index = createWordIndex(catalogue, readSearchTexts(root), words);
  const texts = JSON.stringify([index, createResolverIndex(catalogue)]);
  return { ...index, ...chineseVariants(texts) };
}
