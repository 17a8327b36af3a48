/**
 * The first and the last steps of a build. First nobody else builds, and the last good `dist` is there.
 * Last come the search index, then the pages as they are served and the copies for offline use, then
 * what single hosts read. All of it happens beside the last good `dist`, which is replaced only at the
 * end, and only by a whole site.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentPolicy } from '../delivery/content-policy.ts';
import { assetsIgnore, headers, nginxConfig, redirects } from '../delivery/hosts.ts';
import { isLocked, lockBuild, requireLock } from './build-lock.ts';
import { findGaps } from './find-gaps.ts';
import { finishPages, writeTwins } from './finish-pages.ts';
import { writeServiceWorker } from './write-service-worker.ts';
import { writeOneFiles } from './write-one-file.ts';
import { refuseIrreplaceable, replaceFolder, restoreFolder } from './replace-folder.ts';
import { writeSearchIndex } from './search-index.ts';

const lockOf = (root: URL): string => fileURLToPath(new URL('.astro/build.lock', root));

const targetOf = (outDir: URL): string => fileURLToPath(outDir).replace(/[\\/]$/, '');

/** Stands before all other integrations: what it does is done before data is read and anything is written. */
export function guardLastBuild(): AstroIntegration {
  return {
    name: 'guard-last-build',
    hooks: {
      'astro:config:setup': ({ command, config, logger }) => {
        if (command !== 'build' && command !== 'preview') return;
        const target = targetOf(config.outDir);
        const lock = lockOf(config.root);
        if (command === 'build') {
          refuseIrreplaceable(target);
          lockBuild(lock);
        } else if (isLocked(lock)) return;
        if (restoreFolder(target))
          logger.warn(
            `A build was killed while it replaced ${target}; the site before it is back.`,
          );
      },
    },
  };
}

/** @param options.siteIsSet whether the address of the site was given, or is the example's */
export function publish({ siteIsSet }: { siteIsSet: boolean }): AstroIntegration {
  let target = '';
  let lock = '';
  let site: string | undefined;
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
        target = targetOf(config.outDir);
        lock = lockOf(config.root);
        site = config.site?.replace(/\/$/, '');
        updateConfig({ outDir: pathToFileURL(`${target}.next/`) });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = targetOf(dir);
        logger.info(`${await writeSearchIndex(folder)} pages are in the search index`);
        const ofOneFiles = await writeOneFiles(folder, { root, base });
        const ofPages = finishPages(folder);
        const kept = await writeServiceWorker(folder, { root, base });
        logger.info(`${kept} files are kept by the service worker`);
        writeTwins(folder);
        await writeHostFiles(folder, base, contentPolicy([...ofPages, ...ofOneFiles]));
        const gaps = findGaps(folder, { root, base, site });
        if (gaps.length > 0) throw new Error(gapsText(target, gaps));
        requireLock(lock);
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

/** So many gaps are printed. One missing template can leave hundreds. */
const MOST_GAPS = 20;

function gapsText(target: string, gaps: readonly string[]): string {
  const more = gaps.length > MOST_GAPS ? [`… and ${gaps.length - MOST_GAPS} more`] : [];
  return [
    `The built site is not whole, so ${target} stays as it was:`,
    ...[...gaps.slice(0, MOST_GAPS), ...more].map((gap) => `  ${gap}`),
  ].join('\n');
}
