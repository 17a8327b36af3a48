/**
 * The last steps of a build: the search index, then the pages as they are served and the copies for
 * offline use, then what single hosts read. All of it happens beside the last good `dist`, which is replaced only at the end.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentPolicy } from '../delivery/content-policy.ts';
import { assetsIgnore, headers, nginxConfig, redirects } from '../delivery/hosts.ts';
import { finishPages, removeUnusedScripts, writeTwins } from './finish-pages.ts';
import { writeServiceWorker } from './write-service-worker.ts';
import { writeOneFile } from './write-one-file.ts';
import { replaceFolder } from './replace-folder.ts';
import { writeSearchIndex } from './search-index.ts';

/** @param options.siteIsSet whether the address of the site was given, or is the example's */
export function publish({ siteIsSet }: { siteIsSet: boolean }): AstroIntegration {
  let target = '';
  let root = '';
  let base = '/';
  return {
    name: 'publish',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig, logger }) => {
        if (command !== 'build') return;
        if (!siteIsSet)
          logger.warn(
            `SITE is not set; canonical links and the sitemap will say ${config.site}. Set it before you publish.`,
          );
        root = fileURLToPath(config.root);
        base = config.base;
        target = fileURLToPath(config.outDir).replace(/[\\/]$/, '');
        updateConfig({ outDir: pathToFileURL(`${target}.next/`) });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir).replace(/[\\/]$/, '');
        logger.info(`${await writeSearchIndex(folder)} pages were read for the search index`);
        const ofOneFile = await writeOneFile(folder, { root, base });
        await removeUnusedScripts(folder);
        const ofPages = await finishPages(folder);
        const kept = await writeServiceWorker(folder, { root, base });
        logger.info(`${kept} files are kept by the service worker`);
        await writeTwins(folder);
        await writeHostFiles(folder, base, contentPolicy([...ofPages, ofOneFile]));
        replaceFolder(target, folder);
      },
    },
  };
}

/** Writes what single hosts read, each file for the base path. */
async function writeHostFiles(folder: string, base: string, policy: string): Promise<void> {
  const files: Readonly<Record<string, string>> = {
    '.assetsignore': assetsIgnore(base),
    '.nginx.conf': nginxConfig(base, policy),
    // GitHub Pages would leave out `_astro`.
    '.nojekyll': '',
    _headers: headers(base, policy),
    _redirects: redirects(base),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}
