/**
 * Makes the file that holds every code and opens from disk: the page `/mgs-codes` as Astro built it,
 * with its scripts bundled into one inside it, and a policy that lets nothing in or out.
 */
import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { oneFilePath } from '../site/urls.ts';
import { resolverIndexModule } from './resolver-index-module.ts';

/**
 * Writes the file into the folder of the build and removes the page that it was made from.
 * @param folder the folder of the build
 * @param options.root the project's folder
 * @param options.base the path below which the site stands
 */
export async function writeOneFile(
  folder: string,
  options: { readonly root: string; readonly base: string },
): Promise<void> {
  const page = join(folder, oneFilePath.replace(/\.html$/, ''));
  const html = await readFile(join(page, 'index.html'), 'utf8');
  await writeFile(join(folder, oneFilePath), selfContained(html, await bundle(options)));
  await rm(page, { recursive: true });
}

/** The browser's script with everything that it imports, as one classic script. */
async function bundle({ root, base }: { root: string; base: string }): Promise<string> {
  const built = await build({
    configFile: false,
    root,
    base,
    logLevel: 'warn',
    publicDir: false,
    plugins: [resolverIndexModule(root)],
    build: {
      write: false,
      rolldownOptions: {
        input: join(root, 'src/client/one-file.ts'),
        output: { format: 'iife' },
      },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const chunks = outputs.flatMap((output) =>
    'output' in output ? output.output.filter((file) => file.type === 'chunk') : [],
  );
  const [chunk] = chunks;
  if (!chunk || chunks.length > 1)
    throw new Error(`The script of ${oneFilePath} came out as ${chunks.length} files, not as one.`);
  return chunk.code;
}

/**
 * The page without anything to load: one script in place of those that it named, styles that follow
 * the system's theme, no marks for the search index, and the policy.
 * @throws Error when the page lacks the places where script and policy belong
 */
export function selfContained(html: string, script: string): string {
  const inlined = html
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
    .replace(
      /(<style\b[^>]*>)([\s\S]*?)(?=<\/style>)/g,
      (_, open: string, css: string) => open + followSystemTheme(css),
    )
    .replace(/ data-pagefind-[\w-]+(?:="[^"]*")?/g, '');
  const scripted = inserted(inlined, `<script>${inScript(script)}</script>`, /(?=<\/body>)/);
  return inserted(scripted, policyOf(scripted), /(?<=<meta charset="utf-8">)/);
}

/** @throws Error when there is no such place */
function inserted(html: string, text: string, place: RegExp): string {
  const at = html.search(place);
  if (at < 0) throw new Error(`The page of ${oneFilePath} has no place ${String(place)}.`);
  return html.slice(0, at) + text + html.slice(at);
}

/** Starlight sets its theme by a script; here the rules of each theme follow the system instead. */
export function followSystemTheme(css: string): string {
  return css
    .split('}')
    .map((piece) => {
      // A piece ends with the rules of one selector; before it may stand the heads of blocks around it.
      const brace = piece.lastIndexOf('{');
      const before = piece.slice(0, Math.max(brace, 0));
      const from = Math.max(before.lastIndexOf('{'), before.lastIndexOf(';')) + 1;
      const selector = before.slice(from);
      const theme = /\[data-theme=["']?(light|dark)["']?\]/.exec(selector)?.[1];
      if (theme === undefined) return piece;
      // `:root` weighs as much as the attribute that it replaces.
      const general = selector.replace(/\[data-theme=[^\]]*\]/g, ':root');
      return `${before.slice(0, from)}@media (prefers-color-scheme:${theme}){${general}${piece.slice(brace)}}`;
    })
    .join('}');
}

/** A script's text as it may stand in a page: what would end or nest the element is written otherwise. */
export const inScript = (code: string): string =>
  code.replace(/<\/(?=script)/gi, '<\\/').replaceAll('<!--', '\\x3C!--');

/** Only what stands in the file runs or styles it, and nothing is loaded or sent. */
function policyOf(html: string): string {
  const policy = [
    "default-src 'none'",
    `script-src ${hashesOf(html, /<script\b[^>]*>([\s\S]*?)<\/script>/g)}`,
    `style-src ${hashesOf(html, /<style\b[^>]*>([\s\S]*?)<\/style>/g)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<meta http-equiv="content-security-policy" content="${policy}">`;
}

const hashesOf = (html: string, elements: RegExp): string =>
  [...html.matchAll(elements)]
    .map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
    .join(' ');
