/** The service worker, with the list of what it keeps. */
import { globSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCatalogue } from '../domain/codes/catalogue.ts';
import {
  answeredByRow,
  hashOf,
  isKept,
  pageOfFile,
  rowsOf,
  type OfflineCopy,
} from '../delivery/offline-copy.ts';
import { killSwitchPath, serviceWorkerPath } from '../site/urls.ts';
import { bundleScript } from './bundle-script.ts';
import { contentOf } from './content.ts';

/**
 * Writes the service worker and its kill switch. Everything that is kept must be there already.
 * @param folder the folder of the build
 * @param options.root the project's folder
 * @param options.base the path below which the site stands
 * @returns how many files are kept
 */
export async function writeServiceWorker(
  folder: string,
  options: { readonly root: string; readonly base: string },
): Promise<number> {
  const catalogue = createCatalogue(contentOf(options.root).content);
  const rows = rowsOf(catalogue);
  const leftOut = answeredByRow(catalogue);
  const files = globSync('**/*.*', { cwd: folder })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => isKept(file, leftOut))
    .sort();
  const root = options.base.replace(/\/$/, '');
  const hashes: Record<string, string> = {};
  // One after the other: the files of ten thousand codes would fill the memory.
  for (const file of files)
    hashes[pageOfFile(file) ?? `/${file}`] = await hashOf(
      new Uint8Array(readFileSync(join(folder, file))),
    );
  const version = await hashOf(new TextEncoder().encode(JSON.stringify([hashes, rows])));
  const copy: OfflineCopy = { root, version, files: hashes, rows };
  const worker = await bundleScript('src/offline/service-worker.ts', options);
  // A line of its own, which the bundler does not rewrite: the tests read it.
  await writeFile(
    join(folder, serviceWorkerPath),
    `const OFFLINE_COPY=${JSON.stringify(copy)};\n${worker}`,
  );
  const killSwitch = await bundleScript('src/offline/kill-switch.ts', {
    ...options,
    define: { OFFLINE_ROOT: root },
  });
  await writeFile(join(folder, killSwitchPath), killSwitch);
  return files.length;
}
