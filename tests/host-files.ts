/** Reads `_headers`, `_redirects` and `.assetsignore` as Cloudflare does, as far as ours go. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type HostFiles = {
  /** Files that are not uploaded, as paths from the root of the host. */
  readonly ignored: ReadonlySet<string>;
  /** The path that is looked up for a requested one: a rule with status 200 answers with another. */
  rewrite(path: string): string;
  /** The headers of a requested path; values of several rules for one header are joined. */
  headersOf(path: string): Headers;
};

/** Files that are read instead of served. */
const READ_ONLY = ['/.assetsignore', '/_headers', '/_redirects'];

/**
 * @param folder holds the site
 * @param prefix stands before every path: the base without its closing slash
 */
export function readHostFiles(folder: string, prefix: string): HostFiles {
  const lines = (name: string): string[] =>
    existsSync(join(folder, name))
      ? readFileSync(join(folder, name), 'utf8')
          .split('\n')
          .filter((line) => line.trim() !== '' && !line.startsWith('#'))
      : [];
  const rewrites = new Map(
    lines('_redirects').map((line) => {
      const [from = '', to = '', status] = line.split(/\s+/);
      if (status !== '200') throw new Error(`Only rules with status 200 are read: ${line}`);
      return [from, to];
    }),
  );
  const rules = headerRules(lines('_headers'));
  return {
    ignored: new Set([
      ...READ_ONLY.map((file) => prefix + file),
      ...lines('.assetsignore').map((file) => `/${file}`),
    ]),
    rewrite: (path) => rewrites.get(path) ?? path,
    headersOf: (path) => {
      const headers = new Headers();
      for (const { pattern, name, value } of rules)
        if (pattern.test(path)) headers.append(name, value);
      return headers;
    },
  };
}

type HeaderRule = { readonly pattern: RegExp; readonly name: string; readonly value: string };

/** A line without an indent is a pattern, the indented ones below it are its headers. */
function headerRules(lines: readonly string[]): HeaderRule[] {
  const rules: HeaderRule[] = [];
  let pattern = /^$/;
  for (const line of lines) {
    const [, name, value] = /^\s+([\w-]+): (.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) rules.push({ pattern, name, value });
    else pattern = new RegExp(`^${line.split('*').map(RegExp.escape).join('.*')}$`);
  }
  return rules;
}
