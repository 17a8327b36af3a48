/**
 * Tells the browser to fetch a page of this site when the reader is about to open it: when the pointer
 * rests on its link, or a finger is put down. A browser without speculation rules ignores them, and one
 * that saves data does not act on them.
 * @param root the base path without its closing slash
 * @see https://developer.mozilla.org/docs/Web/HTML/Reference/Elements/script/type/speculationrules
 */
export const speculationRules = (root: string): object => ({
  prefetch: [
    {
      where: {
        and: [
          { href_matches: `${root}/*` },
          { not: { selector_matches: '[download], [href^="#"]' } },
        ],
      },
      eagerness: 'moderate',
    },
  ],
});
