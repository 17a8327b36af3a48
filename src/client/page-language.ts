/** The language of this page, and addresses in it. */
import { href } from '../site/urls.ts';
import { languageOf } from '../words/languages.ts';

/** The language that the page says it is in. */
export const pageLanguage = () => languageOf(document.documentElement.lang);

/** The address of a path of the site in the language of the page. */
export const pageHref = (path: string): string => href(`${pageLanguage().path}${path}`);
