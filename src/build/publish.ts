/**
 * The last steps of a build: the search index, then the pages as they are served, then what single
 * hosts read. All of it happens beside the last good `dist`, which is replaced only at the end.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { assetsIgnore, redirects } from '../site/hosts.ts';
import { finishPages, removeUnusedScripts, writeTwins } from './finish-pages.ts';
import { writeSearchIndex } from './search-index.ts';

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
        logger.info(`${await writeSearchIndex(folder)} pages are in the search index`);
        await removeUnusedScripts(folder);
        await finishPages(folder);
        await writeTwins(folder);
        await writeFile(join(folder, '.assetsignore'), assetsIgnore);
        await writeFile(join(folder, '_redirects'), redirects);
        await writeFile(join(folder, '.nojekyll'), '');
        replace(target, folder);
      },
    },
  };
}

/** Puts the new folder in the place of the old one; the old one stays if the new one cannot. */
function replace(target: string, next: string): void {
  const previous = `${target}.previous`;
  rmSync(previous, { recursive: true, force: true });
  if (existsSync(target)) renameSync(target, previous);
  renameSync(next, target);
  rmSync(previous, { recursive: true, force: true });
}
