/**
 * A static server for the tests that answers as one of the hosts in `host-rules.ts` does.
 * `node tests/server.ts <folder> <port> [base] [host]`; without a host as a well-set-up one.
 */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { contentTypes, otherContentType, textTypes } from '../src/delivery/hosts.ts';
import { readHostFiles, type HostFiles } from './host-files.ts';
import { hostRules, isHostName, type HostName, type HostRules } from './host-rules.ts';

type Answer = { readonly status: number; readonly file?: string; readonly location?: string };

type Site = { readonly root: string; readonly prefix: string; readonly files: HostFiles | null };

/**
 * Serves a folder below a base path.
 * @param port 0 takes a free one
 * @param base such as `/` or `/docs/mgs`
 * @param host whose rules it follows
 */
export function serve(
  folder: string,
  port: number,
  base = '/',
  host: HostName = 'try files',
): Promise<Server> {
  const rules: HostRules = hostRules[host];
  const root = resolve(folder);
  const prefix = base.replace(/\/$/, '');
  const files = rules.readsHostFiles ? readHostFiles(root, prefix) : null;
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(`http://localhost${request.url ?? '/'}`);
    const { status, file, location } = answer({ root, prefix, files }, rules, pathname);
    if (rules.caching !== undefined) response.setHeader('cache-control', rules.caching);
    if (files) response.setHeaders(files.headersOf(pathname));
    if (location !== undefined) response.setHeader('location', location + search);
    response.statusCode = status;
    send(response, file, request.method === 'HEAD');
  });
  return new Promise((done) => server.listen(port, '127.0.0.1', () => done(server)));
}

/**
 * What a host answers a path with.
 * @param pathname as it stands in the request
 */
export function answer(site: Site, host: HostRules, pathname: string): Answer {
  const path = decoded(site.files?.rewrite(pathname) ?? pathname);
  for (const { address, file, to } of host.rules) {
    if (path === null || !address.test(path)) continue;
    const found = fileAt(site, path.replace(address, file));
    if (found === null) continue;
    if (to === undefined) return { status: 200, file: found };
    return { status: host.redirectStatus, location: encodeURI(path.replace(address, to)) };
  }
  const folders = host.notFound === 'nearest' ? foldersAbove(path ?? '') : [site.prefix];
  for (const folder of folders) {
    const page = fileAt(site, `${folder}/404.html`);
    if (page !== null) return { status: 404, file: page };
  }
  return { status: 404 };
}

/** `/a/b/c` → `/a/b`, `/a` and the root, which is empty. */
function foldersAbove(path: string): string[] {
  const segments = path.split('/').slice(0, -1);
  return segments.map((_, index) => segments.slice(0, segments.length - index).join('/'));
}

/**
 * A path as it names a file, or null where it names none: broken escapes, steps upward, NUL. Of several
 * slashes one stays, or a redirect to `//x/` would lead to another host.
 */
function decoded(path: string): string | null {
  try {
    const plain = decodeURIComponent(path).replace(/\/{2,}/g, '/');
    return plain.split(/[\\/]/).includes('..') || plain.includes('\0') ? null : plain;
  } catch {
    return null;
  }
}

/** The file at a path of the host, where it has one. */
function fileAt({ root, prefix, files }: Site, path: string): string | null {
  if (!path.startsWith(`${prefix}/`) || files?.ignored.has(path)) return null;
  const file = join(root, path.slice(prefix.length));
  return existsSync(file) && statSync(file).isFile() ? file : null;
}

function send(response: ServerResponse, file: string | undefined, headOnly: boolean): void {
  if (file === undefined) {
    response.end();
    return;
  }
  response.setHeader('content-type', contentTypeOf(file));
  if (headOnly) response.end();
  else createReadStream(file).pipe(response);
}

/** The media type of a file, by the end of its name. */
export function contentTypeOf(file: string): string {
  const type = contentTypes[extname(file).slice(1)] ?? otherContentType;
  return textTypes.includes(type) ? `${type}; charset=utf-8` : type;
}

if (import.meta.main) {
  const [folder = 'dist', port = '4173', base = '/', host = 'try files'] = process.argv.slice(2);
  if (!isHostName(host))
    throw new Error(`No host "${host}"; there are ${Object.keys(hostRules).join(', ')}.`);
  await serve(folder, Number(port), base, host);
}
