/**
 * Makes the file that holds every code and opens from disk: the page `/mgs-codes` as Astro built it,
 * with its scripts bundled into one inside it, and a policy that lets nothing in or out.
 */
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { oneFilePath } from '../site/urls.ts';
import { LANGUAGES } from '../words/languages.ts';
import { bundleScript } from './bundle-script.ts';
import { policyHash } from './policy-hash.ts';
import { resolverIndexModule } from './resolver-index-module.ts';

/**
 * Writes the file of every language that has its page, and removes the pages that they were made from.
 * @param folder the folder of the build
 * @param options.root the project's folder
 * @param options.base the path below which the site stands
 * @returns the hashes of their scripts, for the policy of hosts that serve them
 */
export async function writeOneFiles(
  folder: string,
  options: { readonly root: string; readonly base: string },
): Promise<string[]> {
  const hashes: string[] = [];
  for (const { id, path } of LANGUAGES) {
    const file = join(folder, `${path}${oneFilePath}`);
    const page = file.replace(/\.html$/, '');
    if (!existsSync(page)) continue;
    const html = await readFile(join(page, 'index.html'), 'utf8');
    const bundled = await bundleScript(`src/client/languages/one-file.${id}.ts`, {
      ...options,
      plugins: [resolverIndexModule(options.root)],
    });
    const script = inScript(bundled);
    await writeFile(file, selfContained(html, script));
    await rm(page, { recursive: true });
    hashes.push(policyHash(script));
  }
  return hashes;
}

/**
 * The page without anything to load: one script in place of those that it named, styles that follow
 * the system's theme, no marks for the search index, and the policy.
 * @param script as it may stand in a page
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
  const scripted = inserted(inlined, `<script>${script}</script>`, /(?=<\/body>)/);
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
  [...html.matchAll(elements)].map(([, text = '']) => `'${policyHash(text)}'`).join(' ');
