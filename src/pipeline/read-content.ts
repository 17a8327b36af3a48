/**
 * Reads everything under `content/` straight from disk, so that the data can be checked before a
 * build begins and without one. What cannot be read is answered with file, field and fix.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import { load, YAMLException } from 'js-yaml';
import type { Content, Guide } from '../domain/codes/catalogue.ts';
import { meaningIdOf } from '../domain/codes/code-id.ts';
import type { Problem } from '../domain/codes/rules.ts';
import {
  classSchema,
  familySchema,
  meaningSchemas,
  neighboursSchema,
  sourceSchema,
  sourceTablesSchema,
  termSchema,
  undocumentedSchema,
  type Meaning,
} from '../domain/codes/schema.ts';
import { FAMILIES, type Family } from '../domain/codes/vocabulary.ts';

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
  const content: Content = {
    meanings: FAMILIES.flatMap((family) => readMeanings(reader, family)),
    families: FAMILIES.flatMap((family) => {
      const facts = reader.yaml(`content/families/${family}.yaml`, familySchema);
      return facts ? [{ ...facts, family }] : [];
    }),
    classes: reader.map('content/classes.yaml', classSchema),
    sources: reader.map('content/sources.yaml', sourceSchema),
    undocumented: reader.yaml('content/undocumented.yaml', undocumentedSchema.array()) ?? [],
    neighbours: reader.yaml('content/neighbours.yaml', neighboursSchema) ?? {
      systems: {},
      numbers: [],
    },
    terms: reader.yaml('content/glossary.yaml', termSchema.array()) ?? [],
    sourceTables: reader.yaml('content/source-tables.yaml', sourceTablesSchema) ?? {
      gateway: [],
      service: [],
      android: [],
      ios: [],
    },
    guides: readProse(reader, `${DOCS}/guides`),
    loosePages: readProse(reader, DOCS),
  };
  return { content, problems: reader.problems };
}

function readMeanings(reader: Reader, family: Family): Meaning[] {
  const folder = `content/codes/${family}`;
  return reader.list(folder).flatMap((name): Meaning[] => {
    const file = `${folder}/${name}`;
    const code = /^([a-z0-9-]+)\.md$/.exec(name)?.[1];
    if (code === undefined) {
      reader.report(
        file,
        '',
        'is not named like a code.',
        'name it <number>.md, or <range-name>.md in lower case; nothing else may lie in this folder.',
      );
      return [];
    }
    const parts = reader.frontMatter(file);
    if (!parts) return [];
    const common = { id: meaningIdOf(family, code), code, body: parts.body.trim() };
    // One call a family: the schemas differ, and so do the types that come out.
    switch (family) {
      case 'gateway': {
        const facts = reader.check(file, parts.data, meaningSchemas.gateway);
        return facts ? [{ ...facts, ...common, family }] : [];
      }
      case 'service': {
        const facts = reader.check(file, parts.data, meaningSchemas.service);
        return facts ? [{ ...facts, ...common, family }] : [];
      }
      case 'android': {
        const facts = reader.check(file, parts.data, meaningSchemas.android);
        return facts ? [{ ...facts, ...common, family }] : [];
      }
      case 'ios': {
        const facts = reader.check(file, parts.data, meaningSchemas.ios);
        return facts ? [{ ...facts, ...common, family }] : [];
      }
    }
  });
}

const DOCS = 'src/content/docs';

/** The pages in a folder of prose, not those in folders below it. */
function readProse(reader: Reader, folder: string): Guide[] {
  return reader.list(folder).flatMap((name) => {
    const id = /^(.+)\.mdx?$/.exec(name)?.[1];
    if (id === undefined) return [];
    const parts = reader.frontMatter(`${folder}/${name}`);
    if (!parts) return [];
    const { data, body } = parts;
    const title = data !== null && typeof data === 'object' && 'title' in data ? data.title : null;
    return [
      {
        id,
        title: String(title ?? name),
        ...searchFacts(data),
        cited: [...body.matchAll(/<Cite source="([^"]*)"/g)].flatMap(([, source]) => source ?? []),
      },
    ];
  });
}

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
const UNSEEN = /[^\P{Cc}\n\t]|[\p{Cf}\p{Co}\p{Zl}\p{Zp}]/u;

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
        'delete it, or write the line anew.',
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

  /** A YAML file that holds one value of the given shape. */
  yaml<S extends z.ZodType>(file: string, schema: S): z.output<S> | null {
    const text = this.text(file);
    if (text === null) return null;
    const data = this.#parse(file, text);
    return data === undefined ? null : this.check(file, data, schema);
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
      return data;
    } catch (error) {
      const reason = error instanceof YAMLException ? error.reason : String(error);
      const line = error instanceof YAMLException ? error.mark?.line : undefined;
      this.report(
        file,
        line === undefined ? '' : `line ${line + firstLine}`,
        `is not valid YAML: ${reason}.`,
        'put texts with ": ", "#" or a leading quote, bracket or backtick in single quotes, and check the indentation.',
      );
      return undefined;
    }
  }
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
    case 'invalid_union':
      return 'set "kind" to code or range, with the fields of that kind.';
    default:
      return 'change the value as the message says.';
  }
}
