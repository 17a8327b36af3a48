/** Reads `content/search-texts.yaml`: words that lead to a code and that no page has. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { load } from 'js-yaml';
import type { SearchTexts } from '../site/word-index.ts';

const FILE = 'content/search-texts.yaml';

const text = z.string().trim().min(2).max(80);
const id = z
  .string()
  .regex(
    /^[a-z-]+\/[a-z\d-]+$/,
    'must be the id of a meaning, such as gateway/7014, or of an HTTP status: http/429',
  );

const schema = z.strictObject({
  names: z.array(z.strictObject({ text, id, source: z.string().optional() })),
  shown: z.array(
    z.strictObject({
      texts: z.array(text).min(1),
      guide: z.string().optional(),
      ids: z.array(id).min(1),
      source: z.string().optional(),
    }),
  ),
});

/**
 * @param root the project's folder
 * @throws Error when the file is not there or has another form
 */
export function readSearchTexts(root: string): SearchTexts {
  const result = schema.safeParse(load(readFileSync(join(root, FILE), 'utf8')));
  if (!result.success) throw new Error(`${FILE}: ${z.prettifyError(result.error)}`);
  return {
    names: result.data.names.map(({ text: name, id: meaning }) => ({ text: name, id: meaning })),
    shown: result.data.shown.map(({ texts, guide, ids }) => ({
      texts,
      ids,
      ...(guide === undefined ? {} : { guide }),
    })),
  };
}
