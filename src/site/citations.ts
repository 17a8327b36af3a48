/** The sources behind the statements of a page of prose: numbered where they are cited, and listed at its end. */

/** A mark that leads to the list of all sources. */
const CITED =
  /(<a class="cite"[^>]*? href=")[^"#]+#source-([a-z\d-]+)(" aria-label=")[^"]*("[^>]*>)[^<]*(?=<\/a>)/g;
/** A source in the list of all of them, on the page that has it. */
const LISTED = /<li id="source-([a-z\d-]+)"/g;

export type Cited = {
  /** The page with a number in each mark, which leads to the source on the same page. */
  readonly html: string;
  /** Ids of the sources that the page has to list, in the order of their numbers; none where it lists all. */
  readonly ids: readonly string[];
};

/**
 * Numbers the sources of a page in the order in which it cites them, or in which it lists all.
 * @param labelOf what a mark is called by its number
 */
export function numberCitations(html: string, labelOf: (number: number) => string): Cited {
  const listed = Array.from(html.matchAll(LISTED), ([, id = '']) => id);
  const cited = Array.from(html.matchAll(CITED), ([, , id = '']) => id);
  const ids = [...new Set(listed.length > 0 ? listed : cited)];
  return {
    html: html.replace(CITED, (_, start: string, id: string, label: string, end: string) => {
      const number = ids.indexOf(id) + 1;
      return `${start}#source-${id}${label}${labelOf(number)}${end}${number}`;
    }),
    ids: listed.length > 0 ? [] : ids,
  };
}
