/**
 * The words of an edition by which search finds its pages, as plain JSON: made once at build, read by
 * the browser. Names and titles of codes are not repeated here; they are in the resolver's index.
 */
import type { Catalogue } from '../domain/codes/catalogue.ts';
import { isFamily } from '../domain/codes/families.ts';
import { plainText } from '../domain/codes/inline-text.ts';
import type { Meaning } from '../domain/codes/schema.ts';
import type { SearchIndexWords } from '../words/en/search.ts';
import { packWords, searchWords, stemOf } from './search-words.ts';
import {
  aboutPath,
  codePath,
  codesPath,
  decodePath,
  glossaryPath,
  guidePath,
  linkToCodePath,
  notOurCodesPath,
} from './urls.ts';

/** What a reader may type instead of a word of the page. */
export type SearchTexts = {
  /** Other names of a meaning, or of an HTTP status: `http/429`. */
  readonly names: readonly { readonly text: string; readonly id: string }[];
  /** Texts that a user or a log shows, with the codes that can be behind each, likeliest first. */
  readonly shown: readonly {
    readonly texts: readonly string[];
    readonly guide?: string;
    readonly ids: readonly string[];
  }[];
  /** Titles in the source's language by id, where the edition has others. */
  readonly originals?: ReadonlyMap<string, string>;
};

/** A page, or a meaning on a page, that words find. */
export type WordEntry = {
  /** The id of a meaning; without one it is a page of its own. */
  readonly id?: string;
  /** Only where there is no meaning. */
  readonly page?: { readonly path: string; readonly kind: PageKind; readonly title: string };
  /** One sentence, shown with the result. */
  readonly text: string;
  /** The title in the source's language, where the edition has another. */
  readonly original?: string;
  /** Other names and words, each a phrase. */
  readonly keywords: readonly string[];
  /** Only where the official table of results does not list it. */
  readonly standing?: 'related' | 'undocumented';
  /** Where it fails, in the words of a question: phone, gateway, back end. */
  readonly places?: string;
  /** The other words of the page, each once, as `stemOf` makes them and `packWords` writes them. */
  readonly more: string;
};

export type PageKind = 'guide' | 'table' | 'range' | 'status' | 'term' | 'page';

export type ShownText = {
  readonly texts: readonly string[];
  /** A page on such texts. */
  readonly path?: string;
  readonly ids: readonly string[];
};

export type WordIndex = {
  readonly entries: readonly WordEntry[];
  readonly shown: readonly ShownText[];
  /** Whether every word of the first tier is there: with thousands of codes only some are. */
  readonly complete: boolean;
  /** Traditional characters, each with the simplified one at the same place of `simplified`. */
  readonly traditional: string;
  readonly simplified: string;
};

/**
 * The index holds no more characters than this, which are about a third as many bytes on the wire: a
 * few thousand codes with their names and keywords. Beyond it full text, which loads in pieces, is quicker.
 */
const MOST_CHARACTERS = 240_000;

/**
 * A word that is in the causes and first steps of more than this part of the meanings tells none of them
 * from the others, and is not kept for them.
 */
const MOST_MEANINGS = 0.1;
/** Of fewer meanings a tenth is one or none, and every word is kept. */
const FEW_MEANINGS = 20;

/** What is left out first where the index would be too long. */
const LEVELS: readonly ((entry: WordEntry) => WordEntry | null)[] = [
  (entry) => entry,
  ({ more: _, ...entry }) => ({ ...entry, more: '' }),
  ({ id, page, standing, original, keywords, text }) => ({
    ...(id === undefined ? {} : { id }),
    ...(page === undefined ? {} : { page }),
    ...(standing === undefined ? {} : { standing }),
    ...(original === undefined ? {} : { original }),
    keywords,
    text: page ? text : '',
    more: '',
  }),
  (entry) => (entry.page ? { ...entry, more: '' } : null),
];

/**
 * Makes the index of one edition.
 * @param texts what readers type instead of words of the pages
 * @param words the edition's words of search
 * @param most how many characters the index may have as JSON
 * @throws Error when a text names a meaning or a guide that does not exist
 */
export function createWordIndex(
  catalogue: Catalogue,
  texts: SearchTexts,
  words: SearchIndexWords,
  most = MOST_CHARACTERS,
): Omit<WordIndex, 'traditional' | 'simplified'> {
  const all = wordIndexEntries(catalogue, texts, words).map((entry) => {
    const original = texts.originals?.get(entry.id ?? '');
    return original === undefined ? entry : { ...entry, original };
  });
  const shown = shownTexts(catalogue, texts);
  for (const [level, reduce] of LEVELS.entries()) {
    const entries = all.flatMap((entry) => reduce(entry) ?? []);
    if (JSON.stringify(entries).length <= most || level === LEVELS.length - 1)
      return { entries, shown, complete: level === 0 };
  }
  throw new Error('The levels of the word index end without an index.');
}

/** Every entry with all its words: the meanings in order, then ranges, HTTP statuses, tables, guides, terms and other pages. */
function wordIndexEntries(
  catalogue: Catalogue,
  { names }: Pick<SearchTexts, 'names'>,
  words: SearchIndexWords,
): WordEntry[] {
  const namesById = Map.groupBy(names, ({ id }) => id);
  const namesOf = (id: string) => (namesById.get(id) ?? []).map(({ text }) => text);
  const statuses = catalogue.pages.flatMap(({ code, http }) =>
    http?.own && http.facts ? { code, name: http.name ?? '', meaning: http.facts.meaning } : [],
  );
  for (const id of namesById.keys())
    if (!statuses.some(({ code }) => id === statusId(code))) catalogue.meaning(id);
  return [
    ...rareWords(catalogue.meanings).map(({ meaning, further }) => ({
      id: meaning.id,
      ...meaningWords(meaning, further, namesOf(meaning.id), words),
    })),
    ...catalogue.classes.map(({ id, title, meaning }) =>
      pageEntry('range', codePath(id), words.range(id, title), meaning),
    ),
    ...statuses.map(({ code, name, meaning }) =>
      pageEntry(
        'status',
        codePath(code),
        `HTTP ${code} ${name}`.trim(),
        meaning,
        namesOf(statusId(code)),
      ),
    ),
    ...catalogue.families.map(({ family, heading, meaning, keywords }) =>
      pageEntry('table', codePath(family), heading, meaning, keywords),
    ),
    ...catalogue.guides.map(({ id, title, description = '', keywords = [] }) =>
      pageEntry('guide', guidePath(id), title, description, keywords),
    ),
    ...catalogue.terms.map(({ id, term, text }) =>
      pageEntry('term', `${glossaryPath}#${id}`, term, text),
    ),
    ...otherSystems(catalogue),
    ...(
      [
        [decodePath, words.pages.decode],
        [codesPath, words.pages.codes],
        [glossaryPath, words.pages.glossary],
        [linkToCodePath, words.pages.linkToCode],
        [aboutPath, words.pages.about],
      ] as const
    ).map(([path, { title, text, keywords }]) => pageEntry('page', path, title, text, keywords)),
  ];
}

/** Systems whose numbers are none of ours, with all that is said of their numbers. */
const otherSystems = ({ neighbours: { systems, numbers } }: Catalogue): WordEntry[] =>
  Object.entries(systems)
    .filter(([id]) => !isFamily(id))
    .map(([id, { name, tell, keywords }]) => ({
      ...pageEntry('page', `${notOurCodesPath}#${id}`, name, tell, keywords),
      more: packWords(
        stemsIn(numbers.filter(({ system }) => system === id).map(({ text }) => text)),
      ),
    }));

const statusId = (code: string): string => `http/${code}`;

const pageEntry = (
  kind: PageKind,
  path: string,
  title: string,
  text: string,
  keywords: readonly string[] = [],
): WordEntry => ({ page: { path, kind, title }, text: plainText(text), keywords, more: '' });

const stemsIn = (texts: readonly string[]): Set<string> =>
  new Set(texts.flatMap((each) => searchWords(plainText(each))).map(stemOf));

/** The words of what a page says beyond the sentence that is shown. */
function furtherWords(meaning: Meaning): Set<string> {
  const { firstStep, causes, official = '', variants = [] } = meaning;
  return stemsIn([
    firstStep,
    ...causes.flatMap((cause) => [cause.text, cause.tell ?? '']),
    ...(meaning.kind === 'range' ? [meaning.condition] : []),
    official,
    ...variants.map((each) => each.text),
  ]);
}

/** Each meaning with those of its further words that tell it from others. */
function rareWords(
  meanings: readonly Meaning[],
): { readonly meaning: Meaning; readonly further: ReadonlySet<string> }[] {
  const all = meanings.map((meaning) => ({ meaning, further: furtherWords(meaning) }));
  if (meanings.length < FEW_MEANINGS) return all;
  const counts = new Map<string, number>();
  for (const { further } of all)
    for (const word of further) counts.set(word, (counts.get(word) ?? 0) + 1);
  const most = MOST_MEANINGS * meanings.length;
  return all.map(({ meaning, further }) => ({
    meaning,
    further: new Set([...further].filter((word) => (counts.get(word) ?? 0) <= most)),
  }));
}

/**
 * The words of a meaning: with `furtherWords` the one place that reads its fields for search.
 * @param further words of what else the page says
 */
function meaningWords(
  meaning: Meaning,
  further: ReadonlySet<string>,
  names: readonly string[],
  words: SearchIndexWords,
): Omit<WordEntry, 'id' | 'page'> {
  const { keywords, fails, family, standing } = meaning;
  const text = plainText(meaning.meaning);
  const known = stemsIn([text, ...keywords, ...names, meaning.title]);
  return {
    text,
    ...(standing === 'documented' ? {} : { standing }),
    keywords: [...new Set([...names, ...keywords])],
    places: `${words.places[fails]} ${words.clients[family]}`.trim(),
    more: packWords(further.difference(known)),
  };
}

function shownTexts(catalogue: Catalogue, { shown }: SearchTexts): ShownText[] {
  return shown.map(({ texts, guide, ids }) => {
    for (const id of ids) catalogue.meaning(id);
    if (guide !== undefined && !catalogue.guides.some(({ id }) => id === guide))
      throw new Error(`There is no guide "${guide}", which a text of search names.`);
    return { texts, ids, ...(guide === undefined ? {} : { path: guidePath(guide) }) };
  });
}
