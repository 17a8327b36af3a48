/** The index of full-text search, made from the built pages. */
import { glob, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createIndex } from 'pagefind';

/**
 * Writes `pagefind/` into the folder.
 * @returns how many pages the index holds
 * @throws Error with what Pagefind reports
 */
export async function writeSearchIndex(folder: string): Promise<number> {
  const { index, errors } = await createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
  const added = await index.addDirectory({ path: folder });
  const written = await index.writeFiles({ outputPath: join(folder, 'pagefind') });
  // Its ready-made interfaces are not used here, and weigh more than the index.
  for await (const unused of glob('pagefind/{*-ui.*,pagefind-highlight.js}', { cwd: folder }))
    await rm(join(folder, unused));
  const failures = [...added.errors, ...written.errors];
  if (failures.length > 0)
    throw new Error(`The search index could not be made: ${failures.join('; ')}`);
  return added.page_count;
}
