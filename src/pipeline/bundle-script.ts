/** Scripts that stand alone: the service worker, and the script inside the file for offline use. */
import { join } from 'node:path';
import { build, type UserConfig } from 'vite';

/**
 * A script with everything that it imports, minified, as one classic script.
 * @param entry its file, from the project's folder
 * @param options.root the project's folder
 * @param options.base the path below which the site stands
 * @param options.define names that the script reads, with the values they get
 * @throws Error when it comes out as several files
 */
export async function bundleScript(
  entry: string,
  {
    root,
    base,
    define = {},
    plugins = [],
  }: {
    readonly root: string;
    readonly base: string;
    readonly define?: Readonly<Record<string, unknown>>;
    readonly plugins?: UserConfig['plugins'];
  },
): Promise<string> {
  const built = await build({
    configFile: false,
    root,
    base,
    logLevel: 'warn',
    publicDir: false,
    plugins,
    define: Object.fromEntries(
      Object.entries(define).map(([name, value]) => [name, JSON.stringify(value)]),
    ),
    build: {
      write: false,
      rolldownOptions: {
        input: join(root, entry),
        output: { format: 'iife' },
        // A classic script has none; Rolldown would put the same in its place and warn of it.
        transform: { define: { 'import.meta': '{}' } },
      },
    },
  });
  const chunks = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  const [chunk] = chunks;
  if (chunk?.type !== 'chunk' || chunks.length > 1)
    throw new Error(`${entry} came out as ${chunks.length} files, not as one script.`);
  return chunk.code;
}
