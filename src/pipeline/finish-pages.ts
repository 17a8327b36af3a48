/** What is done to every built page at once: shrunk, given the policy, and doubled for hosts that want another form. */
import { copyFile, glob, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { contentPolicy } from '../delivery/content-policy.ts';
import { oneFilePath } from '../site/urls.ts';
import { policyHash } from './policy-hash.ts';
import { pageShrinker } from './shrink-page.ts';

/** Every page of the folder, as a path within it, in a fixed order; not the one file, which is finished. */
async function pagesIn(folder: string): Promise<string[]> {
  const files = await Array.fromAsync(glob('**/*.html', { cwd: folder }));
  return files.filter((file) => `/${file}` !== oneFilePath).sort();
}

/**
 * Shrinks every page and puts the content policy into it.
 * @returns the hashes of all scripts that stand in the pages, as the policy names them
 */
export async function finishPages(folder: string): Promise<string[]> {
  const paths = await pagesIn(folder);
  const scripts = new Set<string>();
  for (const path of paths)
    for (const script of scriptsIn(await readFile(join(folder, path), 'utf8'))) scripts.add(script);
  const hashes = [...scripts].map(policyHash).sort();
  const policy = contentPolicy(hashes);
  const shrink = pageShrinker([...scripts, ...(await scriptFiles(folder))]);
  for (const path of paths) {
    const html = await readFile(join(folder, path), 'utf8');
    await writeFile(join(folder, path), withPolicy(shrink(html), policy));
  }
  return hashes;
}

/** The type of a block that no browser runs, so that a policy need not name it; speculation rules are checked. */
const DATA_BLOCK = /^application\/(?:\w+\+)?json$/;

/** The texts of the scripts that stand in a page. */
function scriptsIn(html: string): string[] {
  const scripts: string[] = [];
  let from: number | null = null;
  const parser = new Parser({
    onopentag(tag, { src, type = '' }) {
      if (tag === 'script' && src === undefined && !DATA_BLOCK.test(type))
        from = parser.endIndex + 1;
    },
    onclosetag(tag) {
      if (tag !== 'script' || from === null) return;
      scripts.push(html.slice(from, parser.startIndex));
      from = null;
    },
  });
  parser.end(html);
  return scripts;
}

/**
 * Before everything else in the head: a policy binds only what comes after it.
 * @throws Error when the page does not begin as every page here does
 */
function withPolicy(html: string, policy: string): string {
  const charset = /<head><meta charset="utf-8"\/?>/;
  if (!charset.test(html)) throw new Error('A page does not begin with <meta charset="utf-8">.');
  return html.replace(
    charset,
    (start) => `${start}<meta http-equiv="content-security-policy" content="${policy}">`,
  );
}

async function scriptFiles(folder: string): Promise<string[]> {
  const paths = await Array.fromAsync(glob('_astro/*.js', { cwd: folder }));
  return Promise.all(paths.sort().map((path) => readFile(join(folder, path), 'utf8')));
}

/** Takes away scripts that no page and no other script names: Starlight's for what is switched off. */
export async function removeUnusedScripts(folder: string): Promise<void> {
  const scripts = await Array.fromAsync(glob('_astro/*.js', { cwd: folder }));
  const read = (path: string) => readFile(join(folder, path), 'utf8');
  const texts = new Map(
    await Promise.all(scripts.map(async (path) => [path, await read(path)] as const)),
  );
  const pages = await Promise.all((await pagesIn(folder)).map(read));
  const used = new Set<string>();
  const follow = (text: string) => {
    for (const path of scripts)
      if (!used.has(path) && text.includes(path.replace('_astro/', ''))) {
        used.add(path);
        follow(texts.get(path) ?? '');
      }
  };
  pages.forEach(follow);
  for (const path of scripts) if (!used.has(path)) await rm(join(folder, path));
}

/**
 * Beside every `x/index.html` a twin `x.html`: with it, hosts that know either form answer `/x` with
 * the page itself and no redirect.
 */
export async function writeTwins(folder: string): Promise<void> {
  for await (const page of glob('**/index.html', { cwd: folder })) {
    const path = join(folder, page);
    if (page !== 'index.html') await copyFile(path, path.replace(/[\\/]index\.html$/, '.html'));
  }
}
