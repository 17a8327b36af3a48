/** The service worker, with the list of what it keeps. */
import { createHash } from 'node:crypto';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCatalogue } from '../domain/codes/catalogue.ts';
import { isKept, pageOfFile, rowsOf, type OfflineCopy } from '../delivery/offline-copy.ts';
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
  const rows = rowsOf(createCatalogue(contentOf(options.root).content).meanings);
  const files = (await Array.fromAsync(glob('**/*.*', { cwd: folder })))
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => isKept(file, rows))
    .sort();
  const root = options.base.replace(/\/$/, '');
  const copy: OfflineCopy = {
    root,
    version: await versionOf(folder, files),
    paths: files.map((file) => pageOfFile(file) ?? `/${file}`),
    rows,
  };
  const worker = await bundleScript('src/offline/service-worker.ts', {
    ...options,
    define: { OFFLINE_COPY: copy },
  });
  await writeFile(join(folder, serviceWorkerPath), worker);
  const killSwitch = await bundleScript('src/offline/kill-switch.ts', {
    ...options,
    define: { OFFLINE_ROOT: root },
  });
  await writeFile(join(folder, killSwitchPath), killSwitch);
  return files.length;
}

/** The same for the same content of the same files. */
async function versionOf(folder: string, files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\n`).update(await readFile(join(folder, file)));
  return hash.digest('hex').slice(0, 12);
}
