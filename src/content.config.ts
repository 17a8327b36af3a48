/** The collections: one for each family of codes, and what belongs to none. All are fed by one reader. */
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import type { Content } from './domain/codes/catalogue.ts';
import { FAMILIES, type Family } from './domain/codes/families.ts';
import type { Problem } from './domain/codes/rules/problem.ts';
import type { Meaning } from './domain/codes/schema.ts';
import { contentLoader, type Entries } from './pipeline/content-loader.ts';

/** Checked by the reader already; the schema here only carries the type. */
const ofFamily = (family: Family) =>
  defineCollection({
    loader: contentLoader(family, ({ content }) =>
      content.meanings
        .filter((meaning) => meaning.family === family)
        .map((meaning) => [meaning.code, meaning] as const),
    ),
    schema: z.custom<Meaning>(),
  });

/** Everything but the meanings, as one entry for each part of the content. */
export type ContentParts = Omit<Content, 'meanings'>;

export const collections = {
  ...(Object.fromEntries(FAMILIES.map((family) => [family, ofFamily(family)])) as Record<
    Family,
    ReturnType<typeof ofFamily>
  >),
  parts: defineCollection({
    loader: contentLoader('parts', ({ content }): Entries => {
      const { meanings: _, ...parts } = content;
      return [['all', parts]];
    }),
    schema: z.custom<ContentParts>(),
  }),
  problems: defineCollection({
    loader: contentLoader('problems', ({ problems }) =>
      problems.map((problem, index) => [String(index), problem] as const),
    ),
    schema: z.custom<Problem>(),
  }),
  docs: defineCollection({
    loader: docsLoader(),
    schema: docsSchema({
      extend: z.object({
        /** On code pages, the number or the name of the range; the heading sets a number apart from the title. */
        code: z.string().optional(),
        /** The title for search engines and chat windows, where it differs from the heading. */
        headTitle: z.string().optional(),
        /** The pages above it and itself, for search engines. */
        trail: z.array(z.object({ name: z.string(), path: z.string().optional() })).default([]),
        /** On a translation, the hash of the English file that it was made from. */
        translates: z.string().optional(),
        /** Words a developer types when looking for the page. */
        keywords: z.array(z.string()).default([]),
      }),
    }),
  }),
};
