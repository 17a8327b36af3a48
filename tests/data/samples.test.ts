/** The annotated samples: each names every field that an entry can have, says whether it must, and is valid. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { z } from 'astro/zod';
import { load } from 'js-yaml';
import { FAMILIES, familyOf } from '../../src/domain/codes/families.ts';
import { entrySchema, type EntryShape } from '../../src/domain/codes/schema.ts';

/** Which sample shows an entry of a shape. */
const SAMPLES = {
  documented: 'documented',
  range: 'documented',
  compact: 'compact',
} as const satisfies Record<EntryShape, string>;

const textOf = (shape: EntryShape): string =>
  readFileSync(new URL(`../fixtures/samples/${SAMPLES[shape]}.yaml`, import.meta.url), 'utf8');

type Presence = 'required' | 'optional';

/** `causes.fix.text` → `required`, as the comments of a sample say. */
function annotatedFields(text: string): Map<string, Presence> {
  const above: { indentation: number; key: string }[] = [];
  const fields = new Map<string, Presence>();
  for (const line of text.split('\n')) {
    const [, before = '', key, comment] =
      /^([ -]*)(\w+):(?:.*# (required|optional))?/.exec(line) ?? [];
    if (key === undefined) continue;
    while ((above.at(-1)?.indentation ?? -1) >= before.length) above.pop();
    above.push({ indentation: before.length, key });
    const path = above.map((each) => each.key).join('.');
    assert.ok(comment !== undefined, `${path} does not say whether it is required`);
    fields.set(path, comment as Presence);
  }
  return fields;
}

type JsonSchema = {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly default?: unknown;
};

/** The same of a schema. A field with a default need not be written. */
function schemaFields(
  { properties = {}, required = [], items }: JsonSchema,
  prefix = '',
): [string, Presence][] {
  return [
    ...(items === undefined ? [] : schemaFields(items, prefix)),
    ...Object.entries(properties).flatMap(([key, field]): [string, Presence][] => [
      [
        prefix + key,
        required.includes(key) && field.default === undefined ? 'required' : 'optional',
      ],
      ...schemaFields(field, `${prefix}${key}.`),
    ]),
  ];
}

for (const shape of ['documented', 'range', 'compact'] as const)
  describe(`the sample of an entry that is ${shape}`, () => {
    const families = FAMILIES.filter((family) => shape !== 'range' || familyOf(family).ranges);
    const annotated = annotatedFields(textOf(shape));
    const sample = load(textOf(shape)) as Record<string, unknown>;

    for (const family of families)
      test(`names every field of the family ${family}, and is a valid entry of it`, () => {
        const schema = entrySchema(family, shape);
        const fields = schemaFields(z.toJSONSchema(schema) as JsonSchema).filter(
          // What a sample of a range says of it has another form on a single number.
          ([path]) => shape !== 'documented' || path !== 'kind',
        );
        assert.deepEqual(
          fields.filter(([path, presence]) => annotated.get(path) !== presence),
          [],
        );
        const ofFamily = Object.fromEntries(
          Object.entries(sample).filter(
            ([field]) => field in schema.shape && !(shape === 'documented' && field === 'kind'),
          ),
        );
        assert.deepEqual(schema.safeParse(ofFamily).error?.issues ?? [], []);
      });

    test('names no field that no family has', () => {
      const known = new Set(
        (shape === 'compact' ? (['compact'] as const) : (['documented', 'range'] as const)).flatMap(
          (each) =>
            FAMILIES.filter((family) => each !== 'range' || familyOf(family).ranges).flatMap(
              (family) =>
                schemaFields(z.toJSONSchema(entrySchema(family, each)) as JsonSchema).map(
                  ([path]) => path,
                ),
            ),
        ),
      );
      assert.deepEqual(
        [...annotated.keys()].filter((path) => !known.has(path)),
        [],
      );
    });
  });
