/** JSON Schemas of the files under `content/`, for editors. Written whenever Astro starts. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { FAMILIES, familyOf } from '../domain/codes/families.ts';
import {
  changesSchema,
  classSchema,
  entrySchema,
  familySchema,
  httpSchema,
  neighboursSchema,
  pairsSchema,
  sourceSchema,
  termSchema,
} from '../domain/codes/schema.ts';

/** Where editors find them; `.vscode/settings.json` names the same folder. */
const FOLDER = '.astro/content-schemas';

const entriesOf = (family: (typeof FAMILIES)[number]) =>
  z.union(
    (
      ['documented', 'compact', ...(familyOf(family).ranges ? (['range'] as const) : [])] as const
    ).map((shape) => entrySchema(family, shape)),
  );

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  ...Object.fromEntries(FAMILIES.map((family) => [family, entriesOf(family)])),
  families: familySchema,
  classes: z.record(z.string(), classSchema),
  sources: z.record(z.string(), sourceSchema),
  http: httpSchema,
  neighbours: neighboursSchema,
  glossary: z.array(termSchema),
  changes: changesSchema,
  pairs: pairsSchema,
};

/** @param root the project's folder */
export function writeSchemas(root: string): void {
  mkdirSync(join(root, FOLDER), { recursive: true });
  for (const [name, schema] of Object.entries(SCHEMAS))
    writeFileSync(
      join(root, FOLDER, `${name}.json`),
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), null, 2)}\n`,
    );
}
