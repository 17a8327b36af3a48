/**
 * The content in another language. Facts stay once: a translation is a list of pairs, the exact English
 * sentence and its translation, one file for each file of the content.
 */
import type { Content, Guide } from './catalogue.ts';
import { familyOf } from './families.ts';
import { fileOf } from './rules/problem.ts';
import type { Meaning } from './schema.ts';

/** An English sentence of a file and its translation. */
export type Pair = { readonly en: string; readonly translation: string };

/** A guide's or page's translation, with the hash of the English file that it translates. */
export type TranslatedProse = Pick<Guide, 'id' | 'title' | 'description' | 'keywords'> & {
  readonly translates: string;
};

/** Everything in one language: pairs by the English file, and prose. */
export type Translations = {
  readonly pairs: Readonly<Record<string, readonly Pair[]>>;
  readonly prose: readonly TranslatedProse[];
};

/** Fields whose text a reader reads; everything else is an id, a number, or a name that stays as it is. */
const READ: ReadonlySet<string> = new Set([
  'affects',
  'caveat',
  'findOut',
  'firstStep',
  'heading',
  'meaning',
  'name',
  'read',
  'reason',
  'see',
  'seenIn',
  'seenWith',
  'tell',
  'tellUser',
  'term',
  'text',
  'title',
  'undo',
  'unknowns',
  'why',
  'with',
]);

/** Fields with nothing to translate below them: search words of all languages, official names, lines of logs. */
const KEPT: ReadonlySet<string> = new Set([
  'keywords',
  'logs',
  'names',
  'official',
  'prompt',
  'symbol',
]);

/** Verbatim texts that are shown in English; a translation of them is shown beside and marked as ours. */
const QUOTED = ['official', 'prompt'] as const;

/** A text of the content, with the file and the field it is written in. */
export type Translatable = {
  readonly file: string;
  readonly field: string;
  readonly text: string;
  /** Whether the page works without a translation, because the text is a quotation. */
  readonly optional: boolean;
};

/** Whether the title of a meaning is a column of its table, and so official. */
const hasOfficialTitle = ({ family, standing }: Meaning): boolean =>
  standing === 'documented' && Object.values(familyOf(family).columns).includes('title');

/** The official title in Chinese, or null where none is known. */
const chineseLabelOf = ({ names }: Pick<Meaning, 'names'>): string | null =>
  names.find(({ kind }) => kind === 'chinese-label')?.text ?? null;

/** A title in the language that the page is not in. */
export type OtherTitle = { readonly text: string; readonly lang: 'en' | 'zh-Hans' };

/** The official title in Chinese beside an English one, and the other way round; null where there is none. */
export function otherTitleOf(
  meaning: Pick<Meaning, 'title' | 'names' | 'originalTitle'>,
): OtherTitle | null {
  const { title, originalTitle } = meaning;
  if (originalTitle !== undefined)
    return originalTitle === title ? null : { text: originalTitle, lang: 'en' };
  const label = chineseLabelOf(meaning);
  return label === null ? null : { text: label, lang: 'zh-Hans' };
}

/** The parts of the content by the file that each is written in. */
function filesOf(content: Content): [file: string, value: unknown][] {
  return [
    ...content.meanings.map((meaning): [string, unknown] => [fileOf(meaning.id), meaning]),
    ...content.families.map((facts): [string, unknown] => [
      `content/families/${facts.family}.yaml`,
      facts,
    ]),
    ['content/classes.yaml', content.classes],
    ['content/sources.yaml', content.sources],
    ['content/http.yaml', { statuses: content.http.statuses, classes: content.http.classes }],
    ['content/changes.yaml', content.changes],
    ['content/neighbours.yaml', content.neighbours],
    ['content/glossary.yaml', content.terms],
  ];
}

/** Every text of the content that a reader of another language needs, in the order of the files. */
export function translatables(content: Content): Translatable[] {
  return filesOf(content).flatMap(([file, value]) => {
    const found: Translatable[] = [];
    const meaning = file.startsWith('content/codes/') ? (value as Meaning) : null;
    mapTexts(value, (text, field) => {
      const official =
        meaning !== null &&
        field === 'title' &&
        hasOfficialTitle(meaning) &&
        chineseLabelOf(meaning) !== null;
      if (!official) found.push({ file, field, text, optional: false });
      return text;
    });
    for (const field of QUOTED)
      if (meaning?.[field] !== undefined)
        found.push({ file, field, text: meaning[field], optional: true });
    return found;
  });
}

/** A copy of the value in which every text that is read is what `translate` makes of it. */
function mapTexts<T>(value: T, translate: (text: string, field: string) => string, path = ''): T {
  if (Array.isArray(value))
    return value.map((item: unknown, index) =>
      typeof item === 'string'
        ? READ.has(path.split('.').at(-1) ?? '')
          ? translate(item, `${path}.${index}`)
          : item
        : mapTexts(item, translate, `${path}.${index}`),
    ) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: [string, unknown]) => {
      const field = path === '' ? key : `${path}.${key}`;
      if (KEPT.has(key)) return [key, item];
      if (typeof item === 'string') return [key, READ.has(key) ? translate(item, field) : item];
      return [key, mapTexts(item, translate, field)];
    }),
  ) as T;
}

/**
 * The content in another language. A text without a pair stays English; rules refuse that where the
 * language is published.
 */
export function translate(content: Content, { pairs, prose }: Translations): Content {
  const byFile = new Map(
    Object.entries(pairs).map(([file, list]) => [
      file,
      new Map(list.map(({ en, translation }) => [en, translation])),
    ]),
  );
  const of = <T>(file: string, value: T): T => {
    const known = byFile.get(file);
    return known ? mapTexts(value, (text) => known.get(text) ?? text) : value;
  };
  const proseOf = new Map(prose.map((translated) => [translated.id, translated]));
  return {
    ...content,
    meanings: content.meanings.map((meaning) => {
      const file = fileOf(meaning.id);
      const translated = of(file, meaning);
      const known = byFile.get(file);
      const official = hasOfficialTitle(meaning);
      return {
        ...translated,
        title: (official ? chineseLabelOf(meaning) : null) ?? translated.title,
        ...(official ? { originalTitle: meaning.title } : {}),
        quoted: Object.fromEntries(
          QUOTED.flatMap((field) => {
            const text = known?.get(meaning[field] ?? '');
            return text === undefined ? [] : [[field, text]];
          }),
        ),
      };
    }),
    families: content.families.map((facts) => of(`content/families/${facts.family}.yaml`, facts)),
    classes: of('content/classes.yaml', content.classes),
    sources: of('content/sources.yaml', content.sources),
    http: { ...of('content/http.yaml', content.http), names: content.http.names },
    changes: of('content/changes.yaml', content.changes),
    neighbours: of('content/neighbours.yaml', content.neighbours),
    terms: of('content/glossary.yaml', content.terms),
    guides: content.guides.map((guide) =>
      translatedGuide(guide, proseOf.get(`guides/${guide.id}`)),
    ),
  };
}

/** What lists and search have of a guide. Its readers search with English words too. */
const translatedGuide = (guide: Guide, translated?: TranslatedProse): Guide =>
  translated === undefined
    ? guide
    : {
        ...guide,
        title: translated.title,
        description: translated.description ?? guide.description ?? '',
        keywords: [...new Set([...(translated.keywords ?? []), ...(guide.keywords ?? [])])],
      };
