/** The two builds under test, and what is expected of them. */
import { readContent } from '../../src/pipeline/read-content.ts';
import { createCatalogue } from '../../src/domain/codes/catalogue.ts';

export const ROOT_PORT = 4173;

/** Where the site will stand; what is published is then one of the two builds under test. */
const { SITE: site, BASE: base = '/' } = process.env;
export const SITE = site ?? 'https://mgs-codes.example';
/** The base path of the build below one; the other stands at the root of its host. */
export const BASE_PATH = base === '/' ? '/docs/mgs' : base.replace(/\/$/, '');

export const catalogue = createCatalogue(readContent('.').content);

/** Every page that the slow checks choose from, as paths relative to the base. */
export const slowPages: readonly string[] = [
  '',
  'codes',
  'about',
  'decode',
  'glossary',
  'link-to-a-code',
  ...catalogue.pages.map(({ code }) => `codes/${code}`),
  ...catalogue.families.map(({ family }) => `codes/${family}`),
  ...catalogue.classes.map(({ id }) => `codes/${id}`),
  ...['100', '200', '404', '500', '599'].map((status) => `codes/${status}`),
  ...catalogue.guides.map(({ id }) => `guides/${id}`),
];

/** Answered by the page for addresses without one. */
export const NO_PAGE = 'codes/7099';
