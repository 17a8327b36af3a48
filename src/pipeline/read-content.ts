/**
 * Reads everything under `content/` straight from disk, so that the data can be checked before a
 * build begins and without one. What cannot be read is answered with file, field and fix.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { z } from 'astro/zod';
import { load, YAMLException } from 'js-yaml';
import { readAddresses } from '../domain/codes/addresses.ts';
import type { Content, Guide } from '../domain/codes/catalogue.ts';
import { meaningIdOf } from '../domain/codes/code-id.ts';
import type { Problem } from '../domain/codes/rules/problem.ts';
import {
  changesSchema,
  classSchema,
  entrySchema,
  familySchema,
  httpSchema,
  neighboursSchema,
  pairsSchema,
  shapeOfEntry,
  sourceSchema,
  sourceTablesSchema,
  termSchema,
  type Meaning,
} from '../domain/codes/schema.ts';
import { FAMILIES, type Family } from '../domain/codes/families.ts';
import type { Pair, Translations } from '../domain/codes/translation.ts';

export type ReadContent = { readonly content: Content; readonly problems: readonly Problem[] };

/**
 * Reads `content/` and the prose pages below the given project folder. Files that cannot be read are left
 * out of `content` and named in `problems`.
 */
export function readContent(root: string): ReadContent {
  const reader = new Reader(root);
  for (const [folder, ending] of [
    ['content/families', '.yaml'],
    ['content/codes', ''],
  ] as const)
    for (const name of reader.list(folder))
      if (!FAMILIES.some((family) => name === `${family}${ending}`))
        reader.report(
          `${folder}/${name}`,
          '',
          'belongs to no family.',
          `name it after one of ${FAMILIES.join(', ')}; nothing else may lie in this folder.`,
        );
  const content = {
    meanings: FAMILIES.flatMap((family) => readMeanings(reader, family)),
    families: FAMILIES.flatMap((family) => {
      const facts = reader.yaml(`content/families/${family}.yaml`, familySchema);
      return facts ? [{ ...facts, family }] : [];
    }),
    classes: reader.map('content/classes.yaml', classSchema),
    sources: reader.map('content/sources.yaml', sourceSchema),
    http: reader.yaml('content/http.yaml', httpSchema) ?? { names: {}, statuses: {}, classes: [] },
    changes: reader.yaml('content/changes.yaml', changesSchema) ?? [],
    neighbours: reader.yaml('content/neighbours.yaml', neighboursSchema) ?? {
      systems: {},
      numbers: [],
    },
    terms: reader.yaml('content/glossary.yaml', termSchema.array()) ?? [],
    sourceTables: reader.yaml('content/source-tables.yaml', sourceTablesSchema) ?? {},
    guides: readProse(reader, `${DOCS}/guides`),
    loosePages: readProse(reader, DOCS),
    addresses: readAddresses(reader.text('content/addresses.txt') ?? ''),
  };
  const translations = Object.fromEntries(
    reader
      .list('content')
      .filter((name) => LANGUAGE.test(name) && name !== 'codes')
      .map((language) => [language, readTranslations(reader, language)]),
  );
  return { content: { ...content, translations }, problems: reader.problems };
}

/** The pairs and the prose of a language. */
function readTranslations(reader: Reader, language: string): Translations {
  const folder = `content/${language}`;
  const pairs: Record<string, readonly Pair[]> = {};
  for (const path of reader.tree(folder)) {
    const file = `${folder}/${path}`;
    if (path.endsWith('.yaml')) pairs[`content/${path}`] = reader.yaml(file, pairsSchema) ?? [];
    else
      reader.report(
        file,
        '',
        'is no list of pairs.',
        'nothing but .yaml files may lie in this folder.',
      );
  }
  return {
    pairs,
    prose: [DOCS, `${DOCS}/guides`].flatMap((docs) =>
      reader.prose(docs.replace(DOCS, `${DOCS}/${language}`)).map(({ id, data }) => ({
        id: docs === DOCS ? id : `guides/${id}`,
        title: String(data['title'] ?? id),
        ...searchFacts(data),
        translates: String(data['translates'] ?? ''),
      })),
    ),
  };
}

function readMeanings(reader: Reader, family: Family): Meaning[] {
  const folder = `content/codes/${family}`;
  return reader.list(folder).flatMap((name): Meaning[] => {
    const file = `${folder}/${name}`;
    const code = /^([a-z0-9-]+)\.yaml$/.exec(name)?.[1];
    if (code === undefined) {
      reader.report(
        file,
        '',
        name.endsWith('.md')
          ? 'is Markdown; an entry has no prose beside its facts.'
          : 'is not named like a code.',
        'name it <number>.yaml, or <range-name>.yaml in lower case, with nothing but the facts; nothing else may lie in this folder.',
      );
      return [];
    }
    const facts = reader.yaml(file, (value) => entrySchema(family, shapeOfEntry(family, value)));
    // The derived schema has the fields of the family; the type of a meaning has those of all families.
    return facts ? [{ ...facts, id: meaningIdOf(family, code), code, family } as Meaning] : [];
  });
}

const DOCS = 'src/content/docs';

/** A folder of translations is named after its language: `zh-cn`. */
const LANGUAGE = /^[a-z]{2,3}-[a-z]{2,4}$/;

/** The pages in a folder of prose, not those in folders below it. */
const readProse = (reader: Reader, folder: string): Guide[] =>
  reader.prose(folder).map(({ id, data, body, text }) => ({
    id,
    title: String(data['title'] ?? id),
    ...(data['draft'] === true ? { draft: true } : {}),
    ...searchFacts(data),
    cited: [...body.matchAll(/<Cite source="([^"]*)"/g)].flatMap(([, source]) => source ?? []),
    // Whether it is published already says nothing about what it says.
    hash: createHash('sha256')
      .update(text.replace(/^draft: .*\n/m, ''))
      .digest('hex')
      .slice(0, 12),
  }));

/** What search is told of a page of prose; Starlight checks the form of both when it builds the page. */
function searchFacts(data: unknown): Pick<Guide, 'description' | 'keywords'> {
  if (data === null || typeof data !== 'object') return {};
  const { description, keywords } = data as { description?: unknown; keywords?: unknown };
  return {
    ...(typeof description === 'string' ? { description } : {}),
    ...(Array.isArray(keywords) ? { keywords: keywords.map(String) } : {}),
  };
}

/** No file needs more; a longer one was not written by hand. */
const MOST_BYTES = 1024 * 1024;

/** Control characters, and those that are not seen and change what is: they make equal texts differ. */
const UNSEEN = /[^\P{Cc}\n\t]|[\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** `U+202E` */
const codePointName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

class Reader {
  readonly #root: string;
  readonly problems: Problem[] = [];

  constructor(root: string) {
    this.#root = root;
  }

  report(file: string, field: string, message: string, fix: string): void {
    this.problems.push({ file, field, message, fix });
  }

  /** Names of the files in a folder, sorted; none where the folder is missing. */
  list(folder: string): string[] {
    const path = join(this.#root, folder);
    return existsSync(path) ? readdirSync(path).sort() : [];
  }

  /** Paths of the files in a folder and below it, sorted; none where the folder is missing. */
  tree(folder: string): string[] {
    const path = join(this.#root, folder);
    return existsSync(path)
      ? readdirSync(path, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => relative(path, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
          .sort()
      : [];
  }

  /** The pages in a folder of prose, with their front matter. */
  prose(
    folder: string,
  ): { id: string; data: Record<string, unknown>; body: string; text: string }[] {
    return this.list(folder).flatMap((name) => {
      const id = /^(.+)\.mdx?$/.exec(name)?.[1];
      if (id === undefined) return [];
      const file = `${folder}/${name}`;
      const parts = this.frontMatter(file);
      const text = parts === null ? null : this.text(file);
      if (parts === null || text === null) return [];
      const { data, body } = parts;
      return [
        {
          id,
          data: (data !== null && typeof data === 'object' ? data : {}) as Record<string, unknown>,
          body,
          text,
        },
      ];
    });
  }

  /** The text of a file, or null with a problem where it is missing, empty, too long or no plain UTF-8. */
  text(file: string): string | null {
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(join(this.#root, file));
    } catch {
      this.report(file, '', 'is missing or cannot be read.', 'restore it.');
      return null;
    }
    if (bytes.length === 0) {
      this.report(file, '', 'is empty.', 'restore its content, or delete the file.');
      return null;
    }
    if (bytes.length > MOST_BYTES) {
      this.report(
        file,
        '',
        `has ${bytes.length} bytes; no file here may have more than ${MOST_BYTES}.`,
        'restore its content; something was written into it by mistake.',
      );
      return null;
    }
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n');
    } catch {
      this.report(file, '', 'is not UTF-8.', 'save it with the encoding UTF-8.');
      return null;
    }
    const unseen = UNSEEN.exec(text);
    if (unseen) {
      const line = text.slice(0, unseen.index).split('\n').length;
      this.report(
        file,
        `line ${line}`,
        `holds the character ${codePointName(unseen[0])}, which is not seen.`,
        'delete it, or write the line again.',
      );
      return null;
    }
    return text;
  }

  /** The front matter, parsed, and the text after it. */
  frontMatter(file: string): { data: unknown; body: string } | null {
    const text = this.text(file);
    if (text === null) return null;
    const end = text.indexOf('\n---', 3);
    if (!text.startsWith('---\n') || end < 0) {
      this.report(
        file,
        '',
        'its front matter does not begin and end with a line "---".',
        'put "---" above and below the facts; the file may be cut off.',
      );
      return null;
    }
    const data = this.#parse(file, text.slice(4, end + 1), 2);
    return data === undefined ? null : { data, body: text.slice(end + 4) };
  }

  /** A YAML file that holds one value of the given shape, or of the shape that it asks for itself. */
  yaml<S extends z.ZodType>(file: string, schema: S | ((value: unknown) => S)): z.output<S> | null {
    const text = this.text(file);
    if (text === null) return null;
    const data = this.#parse(file, text);
    if (data === undefined) return null;
    return this.check(file, data, typeof schema === 'function' ? schema(data) : schema);
  }

  /** A YAML file that maps ids to values of the given shape. */
  map<S extends z.ZodObject>(file: string, schema: S): (z.output<S> & { id: string })[] {
    const text = this.text(file);
    const data = text === null ? undefined : this.#parse(file, text);
    if (data === undefined) return [];
    if (data === null || typeof data !== 'object' || Array.isArray(data)) {
      this.report(
        file,
        '',
        'does not map ids to entries.',
        'begin each entry with its id and a colon.',
      );
      return [];
    }
    return Object.entries(data).flatMap(([id, value]) => {
      const checked = this.check(file, value, schema, id);
      return checked ? [{ ...checked, id }] : [];
    });
  }

  /** The value if it has the shape; otherwise null and one problem for each field that does not fit. */
  check<S extends z.ZodType>(
    file: string,
    value: unknown,
    schema: S,
    within?: string,
  ): z.output<S> | null {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      const field = [...(within === undefined ? [] : [within]), ...issue.path].join('.');
      if (valueAt(value, issue.path) === undefined)
        this.report(file, field, 'is missing.', `add it: ${fixOf(issue)}`);
      else this.report(file, field, `${issue.message}.`, fixOf(issue));
    }
    return null;
  }

  /**
   * The value of a YAML text, or undefined with a problem.
   * @param firstLine number in the file of the text's first line
   */
  #parse(file: string, text: string, firstLine = 1): unknown {
    try {
      const data = load(text) ?? undefined;
      if (data === undefined)
        this.report(
          file,
          '',
          'holds no facts, at most white space and comments.',
          'restore its content, or delete the file.',
        );
      const unseen = unseenIn(data);
      if (unseen === null) return data;
      this.report(
        file,
        unseen.field,
        `holds the character ${codePointName(unseen.character)}, which is not seen.`,
        'remove the escape that stands for it.',
      );
    } catch (error) {
      const reason = error instanceof YAMLException ? error.reason : String(error);
      const line = error instanceof YAMLException ? error.mark?.line : undefined;
      this.report(
        file,
        line === undefined ? '' : `line ${line + firstLine}`,
        `is not valid YAML: ${reason}.`,
        reason.startsWith('duplicated mapping key')
          ? 'keep one of the two entries of that name.'
          : 'put texts with ": ", "#" or a leading quote, bracket or backtick in single quotes, and check the indentation.',
      );
    }
    return undefined;
  }
}

/** The first character of a value that is not seen, for YAML can write it as an escape; null where all are. */
function unseenIn(value: unknown): { field: string; character: string } | null {
  // A value can hold another one many times over, or itself.
  const visited = new Set<object>();
  const search = (part: unknown, path: readonly string[]): ReturnType<typeof unseenIn> => {
    if (typeof part === 'string') {
      const [character] = UNSEEN.exec(part) ?? [];
      return character === undefined ? null : { field: path.join('.'), character };
    }
    if (part === null || typeof part !== 'object' || visited.has(part)) return null;
    visited.add(part);
    for (const [key, inner] of Object.entries(part)) {
      const found = search(key, path) ?? search(inner, [...path, key]);
      if (found !== null) return found;
    }
    return null;
  };
  return search(value, []);
}

/** What stands at the path, or undefined where it leads to nothing. */
function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (parent, key) =>
      parent !== null && typeof parent === 'object' ? Reflect.get(parent, key) : undefined,
    value,
  );
}

function fixOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `remove ${issue.keys.join(', ')}, or correct the spelling.`;
    case 'invalid_value':
      return `use one of ${issue.values.join(', ')}.`;
    case 'invalid_type':
      return `give it a value of type ${issue.expected}.`;
    default:
      return 'change the value as the message says.';
  }
}
