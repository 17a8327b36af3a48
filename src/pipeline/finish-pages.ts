/** What is done to every built page at once: shrunk, given the policy, and doubled for hosts that want another form. */
import { copyFileSync, globSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { contentPolicy } from '../delivery/content-policy.ts';
import { isOneFile } from '../site/urls.ts';
import { policyHash } from './policy-hash.ts';
import { pageShrinker } from './shrink-page.ts';

/** Every page of the folder, as a path within it, in a fixed order; not the one file, which is finished. */
const pagesIn = (folder: string): string[] =>
  globSync('**/*.html', { cwd: folder })
    .filter((file) => !isOneFile(`/${file}`))
    .sort();

/**
 * Shrinks every page, puts the content policy into it, and removes the scripts that no page loads. Pages
 * are read one at a time: all of ten thousand would fill the memory.
 * @returns the hashes of all scripts that are inline in the pages, as the policy names them
 */
export function finishPages(folder: string): string[] {
  const paths = pagesIn(folder);
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const files = scriptFiles(folder);
  const inline = new Set<string>();
  for (const path of paths) {
    const html = read(path);
    for (const script of scriptsIn(html)) inline.add(script);
    files.follow(html);
  }
  const hashes = [...inline].map(policyHash).sort();
  const policy = contentPolicy(hashes);
  const linkedStyles = globSync('_astro/*.css', { cwd: folder }).map(read);
  const shrink = pageShrinker([...inline, ...files.takeUsed()], linkedStyles);
  for (const path of paths)
    writeFileSync(join(folder, path), withPolicy(shrink(read(path)), policy));
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

/** The script files of a folder. Starlight's for what is switched off are named by no page and no other script. */
function scriptFiles(folder: string) {
  const unused = new Map(
    globSync('_astro/*.js', { cwd: folder })
      .sort()
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')] as const),
  );
  const used = new Map<string, string>();
  /** Notes what a text names, and what that names in turn. */
  const follow = (text: string): void => {
    for (const [path, script] of unused)
      if (text.includes(path.replace('_astro/', ''))) {
        unused.delete(path);
        used.set(path, script);
        follow(script);
      }
  };
  /** Removes the others; answers the texts of those that are used. */
  const takeUsed = (): string[] => {
    for (const path of unused.keys()) rmSync(join(folder, path));
    return [...used.values()];
  };
  return { follow, takeUsed };
}

/**
 * Beside every `x/index.html` a twin `x.html`: with it, hosts that know either form answer `/x` with
 * the page itself and no redirect. Both are the same file on the disk where that can be.
 */
export function writeTwins(folder: string): void {
  for (const page of globSync('**/index.html', { cwd: folder })) {
    if (page === 'index.html') continue;
    const path = join(folder, page);
    const twin = path.replace(/[\\/]index\.html$/, '.html');
    try {
      linkSync(path, twin);
    } catch {
      // Not every file system has hard links.
      copyFileSync(path, twin);
    }
  }
}
