/** The catalogue as the public JSON: the data as it stands, with absolute addresses. */
import { sourcesOf, type Catalogue, type CodePage } from '../domain/codes/catalogue.ts';
import { verbatimColumns } from '../domain/codes/rules/index.ts';
import type { Meaning } from '../domain/codes/schema.ts';
import { titleOf } from './code-page.ts';
import { PUBLIC_VERSION, type PublicCatalogue, type PublicPage } from './public-schema.ts';
import {
  absolute,
  codePath,
  codesPath,
  jsonPath,
  markdownPath,
  meaningPath,
  schemaPath,
} from './urls.ts';

const publicMeaning = (site: URL, meaning: Meaning): PublicPage['meanings'][number] => ({
  ...meaning,
  url: absolute(site, meaningPath(meaning.id)),
  columns: verbatimColumns(meaning),
});

/** `/codes/<code>.json` */
export const publicPage = (catalogue: Catalogue, site: URL, page: CodePage): PublicPage => ({
  version: PUBLIC_VERSION,
  code: page.code,
  title: titleOf(page),
  url: absolute(site, codePath(page.code)),
  meanings: page.meanings.map((meaning) => publicMeaning(site, meaning)),
  sources: [...new Set(page.meanings.flatMap(sourcesOf))].map((id) => catalogue.source(id)),
});

/** `/codes.json` */
export const publicCatalogue = (catalogue: Catalogue, site: URL): PublicCatalogue => ({
  version: PUBLIC_VERSION,
  title: 'Result codes of Mobile Gateway Service',
  url: absolute(site, codesPath),
  schema: absolute(site, schemaPath),
  checked: catalogue.meanings
    .map(({ checked }) => checked)
    .reduce((latest, day) => (day > latest ? day : latest), ''),
  pages: catalogue.pages.map((page) => ({
    code: page.code,
    title: titleOf(page),
    url: absolute(site, codePath(page.code)),
    json: absolute(site, jsonPath(page.code)),
    markdown: absolute(site, markdownPath(page.code)),
    meanings: page.meanings.map(({ id }) => id),
  })),
  meanings: catalogue.meanings.map((meaning) => publicMeaning(site, meaning)),
  classes: catalogue.classes.map((codeClass) => ({
    ...codeClass,
    url: absolute(site, codePath(codeClass.id)),
  })),
  families: catalogue.families.map(({ family, label, heading, meaning }) => ({
    family,
    label,
    heading,
    meaning,
    url: absolute(site, codePath(family)),
  })),
  sources: [...catalogue.sources],
});
