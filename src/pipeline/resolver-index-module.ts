/**
 * The indexes of search as modules of the browser's bundle, so that an answer needs no request: for each
 * language of the site `virtual:resolver-index/…`, `virtual:first-steps/…` and `virtual:word-index/…`.
 */
import type { ViteUserConfig } from 'astro';
import { createCatalogue, type Catalogue } from '../domain/codes/catalogue.ts';
import { translate } from '../domain/codes/translation.ts';
import { createResolverIndex } from '../domain/codes/resolver-index.ts';
import { createWordIndex, type WordIndex } from '../site/word-index.ts';
import { ENGLISH, LANGUAGES } from '../words/languages.ts';
import { roomsOf } from '../words/rooms.ts';
import { chineseVariants } from './chinese-variants.ts';
import { contentOf } from './content.ts';
import { readSearchTexts } from './read-search-texts.ts';

const NAME = /^virtual:(?:resolver-index|first-steps|word-index)\/[\w-]+$/;

/** @param root the project's folder */
export function resolverIndexModule(root: string): NonNullable<ViteUserConfig['plugins']>[number] {
  return {
    name: 'search-indexes',
    resolveId: (id: string) => (NAME.test(id) ? `\0${id}` : undefined),
    load(id: string) {
      if (!id.startsWith('\0') || !NAME.test(id.slice(1))) return undefined;
      const [name = '', language = ''] = id.slice(1).split('/');
      const value = READERS[name]?.(root, language);
      // As a string: parsing JSON is quicker than parsing the same object as a program.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
    },
  };
}

/** The catalogue in a language; English where nothing is translated. */
export function readCatalogue(root: string, language: string): Catalogue {
  const { content } = contentOf(root);
  const translations = content.translations[language];
  return createCatalogue(translations ? translate(content, translations) : content);
}

const READERS: Readonly<Record<string, (root: string, language: string) => object>> = {
  'virtual:resolver-index': (root, language) => createResolverIndex(readCatalogue(root, language)),
  // What to do first, by the id of a meaning: only the decoder shows it.
  'virtual:first-steps': (root, language) =>
    Object.fromEntries(
      readCatalogue(root, language).meanings.map(({ id, firstStep }) => [id, firstStep]),
    ),
  'virtual:word-index': readWordIndex,
};

/**
 * The word index of one edition.
 * @param root the project's folder
 * @param language its id, as in the name of its folder of words
 * @throws Error when there is no such edition
 */
export function readWordIndex(root: string, language: string): WordIndex {
  const { id } = LANGUAGES.find((known) => known.id === language) ?? {};
  if (!id) throw new Error(`There are no words of search in "${language}".`);
  const catalogue = readCatalogue(root, language);
  const titles = catalogue.meanings.map((meaning) => [meaning.id, meaning.title] as const);
  const inEnglish = readCatalogue(root, ENGLISH.id);
  const originals = titles.flatMap(([meaning, title]) => {
    const original = inEnglish.meaning(meaning);
    return original.title === title || original.standing !== 'documented'
      ? []
      : [[meaning, original.title] as const];
  });
  const searchTexts = { ...readSearchTexts(root), originals: new Map(originals) };
  const index = createWordIndex(catalogue, searchTexts, roomsOf(id).searchIndex);
  const texts = JSON.stringify([index, createResolverIndex(catalogue)]);
  return { ...index, ...chineseVariants(texts) };
}
