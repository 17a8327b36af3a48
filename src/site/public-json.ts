/** The catalogue as the public JSON: the data as it is, with absolute addresses. */
import {
  sourcesOf,
  sourcesOfHttp,
  type Catalogue,
  type CodePage,
} from '../domain/codes/catalogue.ts';
import { columnsOf } from '../domain/codes/columns.ts';
import type { Meaning } from '../domain/codes/schema.ts';
import { titleOf } from './code-page.ts';
import type { Edition } from './edition.ts';
import { retryOf } from './retry-label.ts';
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

const publicMeaning = (
  edition: Edition,
  site: URL,
  meaning: Meaning,
): PublicPage['meanings'][number] =>
  ({
    ...meaning,
    url: absolute(site, edition.path(meaningPath(meaning.id))),
    retryOf: retryOf(meaning.family, meaning.retry.executed),
    columns: columnsOf(meaning),
  }) as PublicPage['meanings'][number];

const publicHttp = ({ http }: CodePage): PublicPage['http'] => {
  if (http === null) return null;
  const { name, facts, row } = http;
  return {
    name,
    row: row?.id ?? null,
    meaning: facts?.meaning ?? null,
    firstStep: facts?.firstStep ?? null,
    actor: facts?.actor ?? null,
    retry: facts?.retry ?? null,
    fix: facts?.fix ?? [],
  };
};

/** `/codes/<code>.json` */
export const publicPage = (
  catalogue: Catalogue,
  edition: Edition,
  site: URL,
  page: CodePage,
): PublicPage => ({
  version: PUBLIC_VERSION,
  language: edition.language.tag,
  code: page.code,
  title: titleOf(edition, page),
  url: absolute(site, edition.path(codePath(page.code))),
  meanings: [...page.meanings, ...page.mentioned].map((meaning) =>
    publicMeaning(edition, site, meaning),
  ),
  http: publicHttp(page),
  neighbours: [...page.cards, ...page.neighbours].map(({ system, text }) => {
    const { name = system, caveat = null } = catalogue.neighbours.systems[system] ?? {};
    return { system: name, text, caveat };
  }),
  sources: [
    ...new Set([
      ...page.meanings.flatMap(sourcesOf),
      ...(page.http === null ? [] : sourcesOfHttp(page.http)),
    ]),
  ].map((id) => catalogue.source(id)),
});

/** `/codes.json` */
export const publicCatalogue = (
  catalogue: Catalogue,
  edition: Edition,
  site: URL,
): PublicCatalogue => ({
  version: PUBLIC_VERSION,
  language: edition.language.tag,
  title: edition.words.siteName,
  url: absolute(site, edition.path(codesPath)),
  schema: absolute(site, schemaPath),
  checked: catalogue.meanings
    .map(({ checked }) => checked)
    .reduce((latest, day) => (day > latest ? day : latest), ''),
  pages: catalogue.pages
    .filter(({ meanings, mentioned }) => meanings.length + mentioned.length > 0)
    .map((page) => ({
      code: page.code,
      title: titleOf(edition, page),
      url: absolute(site, edition.path(codePath(page.code))),
      json: absolute(site, edition.path(jsonPath(page.code))),
      markdown: absolute(site, edition.path(markdownPath(page.code))),
      meanings: [...page.meanings, ...page.mentioned].map(({ id }) => id),
    })),
  meanings: catalogue.meanings.map((meaning) => publicMeaning(edition, site, meaning)),
  classes: catalogue.classes.map((codeClass) => ({
    ...codeClass,
    url: absolute(site, edition.path(codePath(codeClass.id))),
  })),
  families: catalogue.families.map(({ family, heading, meaning }) => ({
    family,
    label: edition.words.families[family].name,
    heading,
    meaning,
    url: absolute(site, edition.path(codePath(family))),
  })),
  sources: [...catalogue.sources],
});
