/**
 * The last steps of a build: the search index, then the twins of every page, then the guards of
 * single hosts. All of it happens beside the last good `dist`, which is replaced only at the end.
 */
import { copyFile, glob, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { createIndex } from 'pagefind';
import { assetsIgnore, redirects } from '../site/hosts.ts';
import { replaceFolder } from './replace-folder.ts';

/** @param options.siteIsSet whether the address of the site was given, or is the example's */
export function publish({ siteIsSet }: { siteIsSet: boolean }): AstroIntegration {
  let target = '';
  return {
    name: 'publish',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig, logger }) => {
        if (command !== 'build') return;
        if (!siteIsSet)
          logger.warn(
            `SITE is not set; canonical links and the sitemap will say ${config.site}. Set it before you publish.`,
          );
        target = fileURLToPath(config.outDir).replace(/[\\/]$/, '');
        updateConfig({ outDir: pathToFileURL(`${target}.next/`) });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir).replace(/[\\/]$/, '');
        logger.info(`${await indexPages(folder)} pages are in the search index`);
        await writeTwins(folder);
        await writeFile(join(folder, '.assetsignore'), assetsIgnore);
        await writeFile(join(folder, '_redirects'), redirects);
        await writeFile(join(folder, '.nojekyll'), '');
        replaceFolder(target, folder);
      },
    },
  };
}

/** Writes `pagefind/` into the folder; answers how many pages it holds. */
async function indexPages(folder: string): Promise<number> {
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

/**
 * Beside every `x/index.html` a twin `x.html`: with it, hosts that know either form answer `/x` with
 * the page itself and no redirect.
 */
async function writeTwins(folder: string): Promise<void> {
  for await (const page of glob('**/index.html', { cwd: folder })) {
    const path = join(folder, page);
    if (page !== 'index.html') await copyFile(path, path.replace(/[\\/]index\.html$/, '.html'));
  }
}
