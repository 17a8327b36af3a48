/**
 * A static server for the tests that answers as a well-set-up host does: `x`, then `x.html`, then
 * `x/index.html`, else the site's 404 page with status 404. `node tests/server.ts <folder> <port> [base]`.
 */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Serves a folder below a base path.
 * @param base such as `/` or `/docs/mgs`
 */
export function serve(folder: string, port: number, base = '/'): Promise<Server> {
  const root = resolve(folder);
  const prefix = base.replace(/\/$/, '');
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file =
      pathname === prefix || pathname.startsWith(`${prefix}/`)
        ? fileFor(root, pathname.slice(prefix.length))
        : null;
    const found = file ?? join(root, '404.html');
    response.writeHead(file === null ? 404 : 200, {
      'content-type': contentType(found),
    });
    if (request.method === 'HEAD') response.end();
    else createReadStream(found).pipe(response);
  });
  return new Promise((done) => server.listen(port, '127.0.0.1', () => done(server)));
}

/** The media type of a file, by the end of its name. */
export const contentType = (file: string): string =>
  TYPES[extname(file)] ?? 'application/octet-stream';

/**
 * The file that a host answers a path with, or null where it has none.
 * @param root the absolute path of the served folder
 * @param pathname as it stands in the request
 */
export function fileFor(root: string, pathname: string): string | null {
  let path: string;
  try {
    path = join(root, normalize(decodeURIComponent(pathname)));
  } catch {
    return null;
  }
  if (path !== root && !path.startsWith(root + sep)) return null;
  const bare = path.replace(/[\\/]$/, '');
  const candidates = [bare, `${bare}.html`, join(bare, 'index.html')];
  return (
    candidates.find((candidate) => existsSync(candidate) && statSync(candidate).isFile()) ?? null
  );
}

if (import.meta.main) {
  const [folder = 'dist', port = '4173', base = '/'] = process.argv.slice(2);
  await serve(folder, Number(port), base);
}
