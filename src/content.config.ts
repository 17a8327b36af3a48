/** The collections: one a table of the source, and what stands beside the tables. */
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { load } from 'js-yaml';
import {
  classSchema,
  familySchema,
  meaningSchemas,
  neighboursSchema,
  sourceSchema,
  termSchema,
  undocumentedSchema,
} from './domain/codes/schema.ts';

/** The file name is the id, as it stands: the default would change case and drop dots. */
const fileName = ({ entry }: { entry: string }) => entry.replace(/\.[a-z]+$/, '');

const codes = (family: string) =>
  glob({ base: `./content/codes/${family}`, pattern: '*.md', generateId: fileName });

export const collections = {
  gateway: defineCollection({ loader: codes('gateway'), schema: meaningSchemas.gateway }),
  service: defineCollection({ loader: codes('service'), schema: meaningSchemas.service }),
  android: defineCollection({ loader: codes('android'), schema: meaningSchemas.android }),
  ios: defineCollection({ loader: codes('ios'), schema: meaningSchemas.ios }),
  families: defineCollection({
    loader: glob({ base: './content/families', pattern: '*.yaml', generateId: fileName }),
    schema: familySchema,
  }),
  classes: defineCollection({ loader: file('content/classes.yaml'), schema: classSchema }),
  sources: defineCollection({ loader: file('content/sources.yaml'), schema: sourceSchema }),
  terms: defineCollection({ loader: file('content/glossary.yaml'), schema: termSchema }),
  undocumented: defineCollection({
    loader: file('content/undocumented.yaml', {
      parser: (text) => {
        const items = undocumentedSchema.array().parse(load(text));
        return Object.fromEntries(items.map((item) => [`${item.family}/${item.number}`, item]));
      },
    }),
    schema: undocumentedSchema,
  }),
  neighbours: defineCollection({
    loader: glob({ base: './content', pattern: 'neighbours.yaml', generateId: fileName }),
    schema: neighboursSchema,
  }),
  docs: defineCollection({
    loader: docsLoader(),
    schema: docsSchema({
      extend: z.object({
        /** On code pages, the number or the name of the range; the heading sets a number apart from the title. */
        code: z.string().optional(),
        /** Words a developer types when looking for the page. */
        keywords: z.array(z.string()).default([]),
      }),
    }),
  }),
};
