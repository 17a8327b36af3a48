/** Texts that users and logs show, as a way in: they narrow, they do not decide. */
import type { ResolverIndex } from '../domain/codes/resolver-index.ts';
import type { Via } from '../domain/text/resolve.ts';
import { plainWords } from './plain-words.ts';
import type { ShownText } from './word-index.ts';

export type FoundTexts = {
  /** Pages on such texts. */
  readonly paths: ReadonlySet<string>;
  /** The codes that can be behind them, likeliest first. */
  readonly ids: readonly string[];
};

/** Fewer letters are a word that many texts have. */
const FEWEST = { chinese: 4, latin: 10 };

/** Whether a name of this kind is a text that users or logs show. */
export const isShownText = (kind: Via): boolean =>
  kind === 'prompt' || kind === 'seen-text' || kind === 'default-text';

/** Prepares the search for texts inside a query, and for queries that are part of a text. */
export function shownTextFinder(
  { meanings }: ResolverIndex,
  texts: readonly ShownText[],
): (query: string) => FoundTexts {
  const ofNames = meanings.flatMap(({ id, names }) =>
    names.filter(({ kind }) => isShownText(kind)).map(({ text }) => ({ texts: [text], ids: [id] })),
  );
  const all = [...texts, ...ofNames].map(({ texts: spellings, ...leads }: ShownText) => ({
    ...leads,
    beginnings: spellings.map(beginningOf),
  }));
  return (query) => {
    const asked = letters(query);
    const found = all.filter(({ beginnings }) =>
      beginnings.some(
        (beginning) =>
          isLongEnough(beginning) &&
          (asked.includes(beginning) || (isLongEnough(asked) && beginning.startsWith(asked))),
      ),
    );
    return {
      paths: new Set(found.flatMap(({ path }) => path ?? [])),
      ids: [...new Set(found.flatMap(({ ids }) => ids))],
    };
  };
}

/**
 * "Please try again later" ends half of all texts: what comes before it is the text. A single word, such
 * as "Sorry", is none yet.
 */
function beginningOf(text: string): string {
  let beginning = '';
  for (const part of text.split(/[.,，。！!?？]/u)) {
    beginning += letters(part);
    if (isLongEnough(beginning)) break;
  }
  return beginning;
}

const letters = (text: string): string => plainWords(text).join('');

const isLongEnough = (text: string): boolean =>
  text.length >= (/\p{Script=Han}/u.test(text) ? FEWEST.chinese : FEWEST.latin);
