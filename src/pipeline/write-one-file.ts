/**
 * Makes the file that holds every code and opens from disk: the page `/mgs-codes` as Astro built it,
 * with its scripts bundled into one inside it, and a policy that lets nothing in or out.
 */
import { existsSync, globSync } from 'node:fs';
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import type { Location2, ReturnedRule, Selector, SelectorComponent } from 'lightningcss';
import { FURTHER_NUMBERS } from '../site/one-file.ts';
import { oneFilePath } from '../site/urls.ts';
import { LANGUAGES } from '../words/languages.ts';
import { applyEdits, type Edit } from './apply-edits.ts';
import { bundleScript } from './bundle-script.ts';
import { policyHash } from './policy-hash.ts';
import { minified } from './prune-styles.ts';
import { resolverIndexModule } from './resolver-index-module.ts';
import { isIndexMark, withoutIndexMarks } from './shrink-page.ts';

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
    const [start, end] = aroundFurtherNumbers(selfContained(html, script));
    await writeFile(file, start);
    for (const part of furtherParts(page))
      await appendFile(file, unmarked(await readFile(part, 'utf8')));
    await appendFile(file, end);
    await rm(page, { recursive: true });
    hashes.push(policyHash(script));
  }
  return hashes;
}

/** The pages of further numbers, in order. They are added one by one: all at once would fill the memory. */
const furtherParts = (page: string): string[] =>
  globSync('*/index.html', { cwd: page })
    .sort((a, b) => parseInt(a, 10) - parseInt(b, 10))
    .map((part) => join(page, part));

/** @throws Error when the page does not have the place once */
function aroundFurtherNumbers(html: string): [start: string, end: string] {
  const [start, end, ...more] = html.split(FURTHER_NUMBERS);
  if (start === undefined || end === undefined || more.length > 0)
    throw new Error(`The page of ${oneFilePath} does not have ${FURTHER_NUMBERS} once.`);
  return [start, end];
}

/** HTML without marks for the search index. */
function unmarked(html: string): string {
  const edits: Edit[] = [];
  const parser = new Parser({
    onopentag(_, attributes) {
      const [from, to] = [parser.startIndex, parser.endIndex + 1];
      if (Object.keys(attributes).some(isIndexMark))
        edits.push({ from, to, text: withoutIndexMarks(html.slice(from, to)) });
    },
  });
  parser.end(html);
  return applyEdits(html, edits);
}

/**
 * The page without anything to load: one script in place of those that it named, styles that follow
 * the system's theme, no marks for the search index, and the policy.
 * @param script as it may stand in a page
 * @throws Error when the page lacks the places where script and policy belong
 */
export function selfContained(page: string, script: string): string {
  const html = unmarked(page);
  const edits: Edit[] = [];
  const styles: string[] = [];
  let from = 0;
  let policyAt: number | null = null;
  let scriptAt: number | null = null;
  const parser = new Parser({
    onopentag(tag, attributes) {
      const place = { from: parser.startIndex, to: parser.endIndex + 1 };
      from = tag === 'style' ? place.to : place.from;
      if (tag === 'meta' && 'charset' in attributes) policyAt = place.to;
    },
    onclosetag(tag, isImplied) {
      if (tag === 'body' && !isImplied) scriptAt = parser.startIndex;
      if (tag === 'script') edits.push({ from, to: parser.endIndex + 1, text: '' });
      if (tag !== 'style') return;
      const css = followSystemTheme(html.slice(from, parser.startIndex));
      styles.push(css);
      edits.push({ from, to: parser.startIndex, text: css });
    },
  });
  parser.end(html);
  if (policyAt === null) throw new Error(`The page of ${oneFilePath} has no place <meta charset>.`);
  if (scriptAt === null) throw new Error(`The page of ${oneFilePath} has no place </body>.`);
  return applyEdits(html, [
    ...edits,
    { from: policyAt, to: policyAt, text: policyOf([script], styles) },
    { from: scriptAt, to: scriptAt, text: `<script>${script}</script>` },
  ]);
}

/**
 * Starlight sets its theme by a script; here the rules of each theme follow the system instead.
 * @throws Error on styles that are no CSS
 */
export const followSystemTheme = (css: string): string =>
  minified(css, {
    Rule: {
      style({ value: rule }) {
        if (!rule.selectors.some(themeOf)) return undefined;
        return [...Map.groupBy(rule.selectors, themeOf)].map(([theme, selectors]): ReturnedRule => {
          const general = {
            type: 'style' as const,
            value: { ...readable(rule), selectors: selectors.map(ofEveryTheme) },
          };
          return theme === null ? general : whereSystemIs(theme, rule.loc, general);
        });
      },
    },
  });

/** The library writes null for what a `var()` does not have, and cannot read that back. */
const readable = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value, (_, part: unknown) => part ?? undefined)) as T;

/** The theme that a selector is for. */
const themeOf = (selector: Selector): string | null =>
  selector.flatMap((component) => (isTheme(component) ? component.operation.value : []))[0] ?? null;

type ThemeAttribute = SelectorComponent & {
  readonly type: 'attribute';
  readonly operation: { readonly value: string };
};

const isTheme = (component: SelectorComponent): component is ThemeAttribute =>
  component.type === 'attribute' && component.name === 'data-theme' && Boolean(component.operation);

/** `:root` weighs as much as the attribute that it replaces. */
const ofEveryTheme = (selector: Selector): Selector =>
  selector.map((component) =>
    isTheme(component) ? { type: 'pseudo-class', kind: 'root' } : component,
  );

const whereSystemIs = (theme: string, loc: Location2, rule: ReturnedRule): ReturnedRule => ({
  type: 'media',
  value: {
    loc,
    query: {
      mediaQueries: [
        {
          mediaType: 'all',
          condition: {
            type: 'feature',
            value: {
              type: 'plain',
              name: 'prefers-color-scheme',
              value: { type: 'ident', value: theme },
            },
          },
        },
      ],
    },
    rules: [rule],
  },
});

/** A script's text as it may stand in a page: what would end or nest the element is written otherwise. */
export const inScript = (code: string): string =>
  code.replace(/<\/(?=script)/gi, '<\\/').replaceAll('<!--', '\\x3C!--');

/** Only what is in the file runs or styles it, and nothing is loaded or sent. */
function policyOf(scripts: readonly string[], styles: readonly string[]): string {
  const hashes = (texts: readonly string[]) =>
    texts.map((text) => `'${policyHash(text)}'`).join(' ');
  const policy = [
    "default-src 'none'",
    `script-src ${hashes(scripts)}`,
    `style-src ${hashes(styles)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<meta http-equiv="content-security-policy" content="${policy}">`;
}
