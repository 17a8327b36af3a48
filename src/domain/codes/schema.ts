/**
 * The shape of everything under `content/`: one Zod schema per kind of file, and the types that
 * the rest of the site is written against. A message says what is wrong and how to fix it.
 */
import { z } from 'astro/zod';
import {
  BASES,
  FAMILIES,
  HOPS,
  PARTIES,
  PROTOCOLS,
  RETRY_ADVICE,
  type Family,
} from './vocabulary.ts';

/** One paragraph of plain text; backticks mark code and must be paired. */
const text = (most: number) =>
  z
    .string({ error: 'must be text; put it in quotes if YAML reads it as a number or a list' })
    .trim()
    .min(1, 'is empty; write the sentence or remove the field')
    .max(most, `is longer than ${most} characters; shorten it or split it in two`)
    .refine((value) => !/\n/.test(value), 'has a line break; one statement is one line')
    .refine(
      (value) => value.split('`').length % 2 === 1,
      'has an unpaired backtick; backticks mark code and come in pairs',
    )
    .refine(
      (value) => !/\*\*|\]\(|&(?:#\d+|[a-z]+);/i.test(value),
      'holds Markdown or an HTML entity; only backticks are understood here',
    );

const id = (what: string) =>
  z
    .string({ error: `must be the id of ${what}, in quotes` })
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, `must be the id of ${what}: lower case, digits, hyphens`);

const sourceId = id('a source in content/sources.yaml');

/** The id of a meaning, `<family>/<code>`: the path of its file without `.md`. */
const meaningId = z
  .string({ error: 'must be the id of a meaning, such as gateway/7014' })
  .regex(
    /^(?:gateway|service|android|ios)\/[a-z0-9-]+$/,
    'must be the id of a meaning, such as gateway/7014',
  );

const day = z
  .string({ error: 'must be a day in quotes, such as "2026-11-23"' })
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day such as "2026-11-23"');

/** A statement whose source is named where it has one; without one it is our own advice. */
const statement = z.strictObject({
  text: text(420),
  source: sourceId
    .optional()
    .describe('Where the statement was read; absent where it is our own advice'),
});

const sourced = z.strictObject({
  text: text(420),
  source: sourceId.describe('Where the statement was read'),
});

const cause = z.strictObject({
  text: text(420),
  basis: z
    .enum(BASES)
    .describe('official, reported (somebody met it) or inferred (our conclusion)'),
  source: sourceId.describe('Where it was read, or what it is concluded from'),
});

const name = z.strictObject({
  kind: z
    .enum(['chinese-label', 'sdk-constant', 'former-title', 'seen-text'])
    .describe('What sort of name; seen-text is a prompt that a real reply carried'),
  text: text(120),
  source: sourceId,
});

const related = z.strictObject({
  id: meaningId.describe('The related meaning, <family>/<code>'),
  reason: text(260).describe('Why, worded so that it reads the same from both pages'),
});

const confusion = z.strictObject({
  with: text(80).describe('What it is easily taken for'),
  text: text(320).describe('How to tell them apart'),
  id: meaningId.optional().describe('The meaning, where the look-alike is one of ours'),
  source: sourceId.optional(),
});

const keywords = z
  .array(text(60))
  .default([])
  .describe('Words a developer types when looking for it');

const facts = {
  title: text(70).describe(
    'Gateway and service: the Description column, verbatim. Android and iOS: a short title of our own',
  ),
  names: z.array(name).default([]).describe('Other names of the same meaning'),
  keywords,
  meaning: text(260).describe('What happened, in one sentence of our own'),
  actor: z
    .strictObject({
      first: z.enum(PARTIES).describe('Who has to act first'),
      also: z.array(z.enum(PARTIES)).default([]).describe('Who else may have to act'),
      why: text(260).describe('Why it is theirs to act'),
    })
    .describe('Who has to act'),
  retry: z
    .strictObject({
      advice: z.enum(RETRY_ADVICE).describe('Whether sending the call again can help'),
      why: text(260).describe('The reason for the advice'),
    })
    .describe('Whether a retry helps'),
  hop: z.enum(HOPS).describe('Where on the request path it fails'),
  firstStep: text(170).describe('The first thing to do'),
  causes: z
    .array(cause)
    .min(1, 'has no cause; add one with its source')
    .describe('Most likely first'),
  look: z
    .array(sourced)
    .default([])
    .describe('Where to look: header, log, console, and who may read it'),
  fix: z.array(statement).min(1, 'has no step; say what to do').describe('Steps, in order'),
  check: z
    .array(statement)
    .min(1, 'has no check; say how one knows that it is fixed')
    .describe('What to do, and what one then sees, when it is fixed'),
  related: z
    .array(related)
    .default([])
    .describe('Related meanings; each pair is stated on one side only'),
  confusions: z.array(confusion).default([]).describe('What it is easily taken for'),
  unknowns: z.array(text(320)).default([]).describe('What no source that was found says'),
  remarks: z
    .array(sourced)
    .default([])
    .describe("Notes on the source's own wording, slips included"),
  guides: z.array(id('a guide')).default([]).describe('Guides that go further'),
  sources: z.array(sourceId).default([]).describe('Sources beyond those the statements name'),
  checked: day.describe('The day it was last checked against its sources'),
};

const kinds = {
  code: { kind: z.literal('code') },
  range: {
    kind: z.literal('range'),
    condition: text(80).describe('The code column of the source, verbatim'),
    spans: z
      .array(z.string().regex(/^\d+-\d+$/, 'must be a span such as "400-499"'))
      .min(1, 'has no span; write at least one, such as "400-499"')
      .describe('The numbers of the range, both ends included'),
  },
} as const;

const gatewayFields = { ...facts, ...kinds.code };

const serviceFields = {
  ...facts,
  ...kinds.code,
  protocols: z
    .array(z.enum(PROTOCOLS))
    .min(1, 'names no protocol')
    .describe('The Applicable protocol column'),
  perProtocol: z
    .array(
      z.strictObject({
        protocols: z.array(z.enum(PROTOCOLS)).min(1).describe('The protocols it holds for'),
        text: text(320),
      }),
    )
    .default([])
    .describe('What it means per protocol, where the source tells them apart'),
};

const androidFields = {
  ...facts,
  official: text(420).describe('The Description column, verbatim'),
  prompt: text(160).describe('The Prompt text column, verbatim: what the end user sees'),
};

const iosFields = {
  ...facts,
  ...kinds.code,
  official: text(420).describe('The Meaning column, verbatim'),
  symbol: z
    .string()
    .regex(/^(?:\/|[kK]DTRpc[A-Za-z]+)$/, 'must be the Status code column, verbatim')
    .describe('The Status code column, verbatim; "/" where the source gives no name'),
};

/** Front matter of `content/codes/<family>/<code>.md`, per family. Every object is strict. */
export const meaningSchemas = {
  gateway: z.strictObject(gatewayFields),
  service: z.strictObject(serviceFields),
  android: z.discriminatedUnion('kind', [
    z.strictObject({ ...androidFields, ...kinds.code }),
    z.strictObject({ ...androidFields, ...kinds.range }),
  ]),
  ios: z.strictObject(iosFields),
} as const;

type MeaningBase<F extends Family> = {
  /** `<family>/<code>`: the path of the file without `.md`. */
  id: string;
  family: F;
  /** The file name: a number, or the name of a range. */
  code: string;
  /** Optional prose of the file, Markdown without headings. */
  body: string;
};

export type GatewayMeaning = MeaningBase<'gateway'> & z.output<(typeof meaningSchemas)['gateway']>;
export type ServiceMeaning = MeaningBase<'service'> & z.output<(typeof meaningSchemas)['service']>;
export type AndroidMeaning = MeaningBase<'android'> & z.output<(typeof meaningSchemas)['android']>;
export type IosMeaning = MeaningBase<'ios'> & z.output<(typeof meaningSchemas)['ios']>;

/** One row of a source table. */
export type Meaning = GatewayMeaning | ServiceMeaning | AndroidMeaning | IosMeaning;
export type Name = z.output<typeof name>;

/** `content/families/<family>.yaml`: one table of the source. */
export const familySchema = z.strictObject({
  label: text(20).describe('The short name, used before a number'),
  heading: text(60).describe("The source's heading, verbatim"),
  keywords,
  meaning: text(260).describe('What a code of this table says, in one sentence'),
  seenIn: text(120).describe('Where the reader saw the number when it is from this table'),
  statements: z.array(sourced).min(1, 'has no statement'),
  look: z.array(sourced).default([]),
});
export type FamilyFacts = z.output<typeof familySchema> & { family: Family };

/** `content/classes.yaml`: a range of numbers the source speaks of as a whole. */
export const classSchema = z.strictObject({
  family: z.enum(FAMILIES).describe('The table whose range it is'),
  title: text(70),
  spans: z
    .array(z.string().regex(/^\d+-\d+$/, 'must be a span such as "7000-7999"'))
    .min(1)
    .describe('The numbers of the range, both ends included'),
  meaning: text(260).describe('What the range says, in one sentence'),
  statements: z
    .array(sourced)
    .min(1, 'has no statement')
    .describe('What the sources say of the range'),
  unlisted: z
    .array(statement)
    .min(1)
    .describe('What to do with a number of the class that has no page'),
  guides: z.array(id('a guide')).default([]).describe('Guides that go further'),
});
export type CodeClass = z.output<typeof classSchema> & { id: string };

/** `content/sources.yaml`: everything a statement rests on. */
export const sourceSchema = z.strictObject({
  title: text(160),
  kind: z.enum(['official', 'sdk', 'secondary']),
  date: z
    .string()
    .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, 'must be a year, a month or a day in quotes')
    .optional()
    .describe('The date the page itself carries; absent where it carries none'),
  url: z.url().optional(),
  document: z
    .string()
    .regex(/^\d+$/)
    .optional()
    .describe("The page's number in the vendor's help centre"),
  read: text(200).optional().describe('How much of it could be read'),
});
export type Source = z.output<typeof sourceSchema> & { id: string };

const confidence = z.enum(['high', 'medium', 'low']);
const digits = z
  .string({ error: 'must be digits in quotes' })
  .regex(/^\d+$/, 'must be digits in quotes');

/** `content/undocumented.yaml`: MGS numbers that are known of but stand in no table of the source. */
export const undocumentedSchema = z.strictObject({
  number: digits,
  family: z.enum(FAMILIES),
  constant: text(60),
  text: text(260),
  source: sourceId,
  confidence,
});
export type Undocumented = z.output<typeof undocumentedSchema>;

/** `content/neighbours.yaml`: numbers of other systems that look like ours. */
export const neighboursSchema = z.strictObject({
  systems: z.record(
    id('a system'),
    z.strictObject({ name: text(60), tell: text(260), source: sourceId }),
  ),
  numbers: z.array(
    z.strictObject({
      numbers: z
        .array(
          z
            .string({ error: 'must be in quotes' })
            .regex(/^\d+(?:-\d+)?$/, 'must be digits or a span, in quotes'),
        )
        .min(1),
      system: id('a system'),
      constant: text(80).optional(),
      text: text(320),
      source: sourceId,
      confidence,
    }),
  ),
});
export type Neighbours = z.output<typeof neighboursSchema>;

/** `content/glossary.yaml`: the placeholders and terms of the source. */
export const termSchema = z.strictObject({
  id: id('a term'),
  term: text(60),
  text: text(420),
  source: sourceId,
  codes: z.array(meaningId).default([]),
  guides: z.array(id('a guide')).default([]),
});
export type Term = z.output<typeof termSchema>;

const row = <T extends z.ZodRawShape>(shape: T) => z.array(z.strictObject(shape));

/** `content/source-tables.yaml`: the columns of the source document that are shown verbatim. */
export const sourceTablesSchema = z.strictObject({
  gateway: row({ code: z.string(), description: z.string() }),
  service: row({ code: z.string(), protocols: z.string(), description: z.string() }),
  android: row({ code: z.string(), description: z.string(), prompt: z.string() }),
  ios: row({ value: z.string(), statusCode: z.string(), meaning: z.string() }),
});
export type SourceTables = z.output<typeof sourceTablesSchema>;
