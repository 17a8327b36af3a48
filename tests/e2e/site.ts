/** The two builds under test, and what is expected of them. */
import { readContent } from '../../src/pipeline/read-content.ts';
import { createCatalogue, isOfClassOnly } from '../../src/domain/codes/catalogue.ts';
import { ENGLISH, type Language } from '../../src/words/languages.ts';

export const ROOT_PORT = 4173;

export { SITE } from '../project-copy.ts';

/** What is published is one of the two builds under test. */
const { BASE: base = '/' } = process.env;
/** The base path of the build below one; the other stands at the root of its host. */
export const BASE_PATH = base === '/' ? '/docs/mgs' : base.replace(/\/$/, '');

export const catalogue = createCatalogue(readContent('.').content);

/** One of the HTTP statuses of which no more is said than of their class; only English has them. */
const BARE_STATUS = '599';

/**
 * Every page of a language, as a path relative to the base. Of the pages that say the same as others of
 * their class there is one.
 */
export const pagesIn = (language: Language): string[] =>
  [
    '',
    'codes',
    'about',
    'changes',
    'decode',
    'glossary',
    'link-to-a-code',
    'not-mgs-codes',
    ...catalogue.pages
      .filter((page) => !isOfClassOnly(page) || (language === ENGLISH && page.code === BARE_STATUS))
      .map(({ code }) => `codes/${code}`),
    ...catalogue.families.map(({ family }) => `codes/${family}`),
    ...catalogue.classes.map(({ id }) => `codes/${id}`),
    ...catalogue.guides.map(({ id }) => `guides/${id}`),
  ].map((path) => `${language.path}/${path}`.replace(/^\/|\/$/g, ''));
