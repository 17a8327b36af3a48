/** How long a text may be. The pages are laid out and weighed for these lengths: a change is meant. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'astro/zod';
import { FAMILIES, familyOf } from '../../src/domain/codes/families.ts';
import {
  changesSchema,
  classSchema,
  entrySchema,
  familySchema,
  httpSchema,
  neighboursSchema,
  sourceSchema,
  termSchema,
} from '../../src/domain/codes/schema.ts';

const STATEMENT = 420;

const OF_FACTS = {
  firstStep: 200,
  meaning: 320,
  'actor.why': 260,
  'retry.why': 260,
  'retry.findOut': 260,
  'fix[].text': STATEMENT,
  'related[].reason': 260,
  'confusions[].with': 80,
  'confusions[].text': 320,
};

const under = (field: string, limits: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(limits).map(([name, limit]) => [`${field}[].${name}`, limit]));

/** Characters, by the file or the kind of entry, and the field. */
const LIMITS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  entry: {
    title: 70,
    condition: 80,
    official: STATEMENT,
    prompt: 160,
    'variants[].text': 320,
    'names[].text': 120,
    'keywords[]': 60,
    meaning: 260,
    'actor.why': 260,
    'retry.why': 260,
    'retry.findOut': 260,
    firstStep: 170,
    tellUser: 200,
    'causes[].text': STATEMENT,
    'causes[].tell': 320,
    'causes[].fix[].text': STATEMENT,
    'causes[].seenWith': 120,
    'fix[].text': STATEMENT,
    'check[].text': STATEMENT,
    'look[].text': STATEMENT,
    'logs[].text': 300,
    'related[].reason': 260,
    'confusions[].with': 80,
    'confusions[].text': 320,
    'unknowns[]': 320,
    'remarks[].text': STATEMENT,
    'provoke.steps[].text': STATEMENT,
    'provoke.affects': 260,
    'provoke.see': 260,
    'provoke.undo': 260,
  },
  families: {
    heading: 60,
    'keywords[]': 60,
    meaning: 260,
    seenIn: 120,
    'statements[].text': STATEMENT,
    'look[].text': STATEMENT,
  },
  classes: {
    title: 70,
    meaning: 260,
    'statements[].text': STATEMENT,
    'unlisted[].text': STATEMENT,
  },
  sources: { title: 160, read: 200 },
  http: { 'names[]': 60, ...under('statuses', OF_FACTS), ...under('classes', OF_FACTS) },
  neighbours: {
    'systems[].name': 60,
    'systems[].tell': 260,
    'systems[].caveat': 160,
    'systems[].keywords[]': 60,
    'systems[].statements[].text': STATEMENT,
    'numbers[].names[]': 80,
    'numbers[].constant': 80,
    'numbers[].text': 320,
  },
  glossary: { term: 60, text: STATEMENT },
  changes: { '[].text': 320 },
};

const SHAPES = ['documented', 'compact', 'range'] as const;

const SCHEMAS: Readonly<Record<string, readonly z.ZodType[]>> = {
  entry: FAMILIES.flatMap((family) =>
    SHAPES.filter((shape) => shape !== 'range' || familyOf(family).ranges).map((shape) =>
      entrySchema(family, shape),
    ),
  ),
  families: [familySchema],
  classes: [classSchema],
  sources: [sourceSchema],
  http: [httpSchema],
  neighbours: [neighboursSchema],
  glossary: [termSchema],
  changes: [changesSchema],
};

type JsonSchema = {
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly anyOf?: readonly JsonSchema[];
};

/** Every limit of a schema, with the field that it is of. */
function limitsOf(schema: JsonSchema, field = ''): [string, number][] {
  const { maxLength, properties = {}, items, additionalProperties, anyOf = [] } = schema;
  const each = typeof additionalProperties === 'object' ? additionalProperties : items;
  return [
    ...(maxLength === undefined ? [] : [[field, maxLength] as [string, number]]),
    ...Object.entries(properties).flatMap(([name, inner]) =>
      limitsOf(inner, field === '' ? name : `${field}.${name}`),
    ),
    ...(each === undefined ? [] : limitsOf(each, `${field}[]`)),
    ...anyOf.flatMap((inner) => limitsOf(inner, field)),
  ];
}

for (const [name, schemas] of Object.entries(SCHEMAS))
  test(`texts of ${name} are as long as planned, at most`, () => {
    const limits = schemas.flatMap((schema) =>
      limitsOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema),
    );
    for (const [field, limit] of limits) assert.equal(limit, LIMITS[name]?.[field], field);
    assert.deepEqual(
      [...new Set(limits.map(([field]) => field))].sort(),
      Object.keys(LIMITS[name] ?? {}).sort(),
    );
  });
