/**
 * The public JSON: the shape of `/codes.json` and `/codes/<code>.json`, and the JSON Schema of it. Made
 * from the schemas that the data itself is read with, so that a fact has one description.
 */
import { z } from 'astro/zod';
import { FAMILIES, familyOf, type Family } from '../domain/codes/families.ts';
import { classSchema, entrySchema, httpFactsSchema, sourceSchema } from '../domain/codes/schema.ts';

/** Raised when a field is removed or changes its meaning; new fields do not raise it. */
export const PUBLIC_VERSION = 2;

const identity = {
  id: z.string().describe('<family>/<code>; stays the same for ever'),
  code: z.string().describe('The number, or the name of the range: the last part of the address'),
  url: z.url().describe('The place of this meaning on its page'),
  retryOf: z
    .enum(['call', 'step'])
    .describe(
      'What `retry` is about: the call, or only a step on the phone (Security Guard); of a step, `executed: no` says nothing about a call',
    ),
  columns: z
    .record(z.string(), z.string())
    .describe("The source table's columns of this row, word for word, by the name of the column"),
};

/** Every shape that an entry of a family can have. */
const shapesOf = (family: Family) =>
  (
    ['documented', 'compact', ...(familyOf(family).ranges ? (['range'] as const) : [])] as const
  ).map((shape) =>
    entrySchema(family, shape).extend({
      ...identity,
      family: z.literal(family).describe('The family of codes'),
    }),
  );

const publicMeaningSchema = z.union(FAMILIES.flatMap(shapesOf));

const publicHttpSchema = z
  .strictObject({
    name: z.string().nullable().describe('The registered name of the status'),
    row: z.string().nullable().describe('The row of the Android table that the status falls in'),
    meaning: z.string().nullable(),
    firstStep: z.string().nullable(),
    actor: httpFactsSchema.shape.actor.unwrap().nullable(),
    retry: httpFactsSchema.shape.retry.unwrap().nullable(),
    fix: httpFactsSchema.shape.fix.unwrap(),
  })
  .nullable()
  .describe('What the number means as an HTTP status; null where it is none');

const publicSourceSchema = sourceSchema.extend({
  id: z.string().describe('What statements name the source by'),
});

const publicPageSchema = z.strictObject({
  version: z.literal(PUBLIC_VERSION).describe('Version of this format'),
  language: z.string().describe('The language of the texts, as a tag'),
  code: identity.code,
  title: z.string().describe('The title of the page'),
  url: z.url().describe('The address of the page; error messages print it'),
  meanings: z.array(publicMeaningSchema).describe('Every meaning of the number, in family order'),
  http: publicHttpSchema,
  neighbours: z
    .array(
      z.strictObject({
        system: z.string(),
        text: z.string(),
        caveat: z.string().nullable().describe('How far that is known to hold; null where it is'),
      }),
    )
    .describe('What the number is in other systems'),
  sources: z.array(publicSourceSchema).describe('The sources that the statements name'),
});

const publicCatalogueSchema = z.strictObject({
  version: z.literal(PUBLIC_VERSION).describe('Version of this format'),
  language: z.string().describe('The language of the texts, as a tag'),
  title: z.string(),
  url: z.url(),
  schema: z.url().describe('The address of the JSON Schema of this document'),
  checked: z.string().describe('The latest day on which a meaning was checked against its sources'),
  pages: z
    .array(
      z.strictObject({
        code: identity.code,
        title: z.string(),
        url: z.url(),
        json: z.url().describe('The page as JSON'),
        markdown: z.url().describe('The page as Markdown'),
        meanings: z.array(z.string()).min(1).describe('Ids of the meanings on the page'),
      }),
    )
    .describe('One page per number; a number of several families has several meanings'),
  meanings: z
    .array(publicMeaningSchema)
    .describe('Every meaning, one for each row of a table or number of an SDK'),
  classes: z
    .array(
      classSchema.extend({ id: z.string().describe('The last part of the address'), url: z.url() }),
    )
    .describe('Ranges of numbers the source speaks of as a whole'),
  families: z
    .array(
      z.strictObject({
        family: z.enum(FAMILIES).describe('The id of the table'),
        label: z.string(),
        heading: z.string().describe("The table's heading in the source, word for word"),
        meaning: z.string().describe('What a code of the table says, in one sentence'),
        url: z.url(),
      }),
    )
    .describe('The families of codes'),
  sources: z.array(publicSourceSchema).describe('Everything a statement rests on'),
});

export type PublicPage = z.output<typeof publicPageSchema>;
export type PublicCatalogue = z.output<typeof publicCatalogueSchema>;

/**
 * JSON Schema 2020-12 of `/codes.json`; `$defs.page` is that of `/codes/<code>.json`.
 * @param address where the schema is published
 */
export const publicJsonSchema = (address: string): Record<string, unknown> => ({
  ...z.toJSONSchema(publicCatalogueSchema),
  $id: address,
  title: 'Result codes of Mobile Gateway Service',
  $defs: { page: withoutDialect(z.toJSONSchema(publicPageSchema)) },
});

/** A schema inside another has the dialect of the outer one. */
function withoutDialect(schema: Record<string, unknown>): Record<string, unknown> {
  const { $schema: dialect, ...rest } = schema;
  return rest;
}
