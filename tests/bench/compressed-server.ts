/**
 * Serves a built folder over HTTP/1.1 with everything textual in Brotli at its best, and counts what
 * goes out. A file is compressed when it is first asked for, so let a run go by before you measure.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { contentType, fileFor } from '../server.ts';

export type Served = {
  readonly path: string;
  /** When the request came, in milliseconds since 1970. */
  readonly at: number;
  /** Bytes of the answer on the wire, headers included. */
  readonly bytes: number;
};

export type CompressedServer = {
  readonly origin: string;
  /** The file that an address is answered with. */
  readonly fileOf: (path: string) => string;
  /** Everything that was served since the last call, icons and the manifest left out. */
  readonly takeLog: () => Served[];
  readonly close: () => void;
};

/** The browser asks for these in its own time, and after the page. */
const BESIDE_THE_PAGE = /(?:favicon\.[a-z]+|\.webmanifest)$/;
const COMPRESSIBLE = /^(?:text\/|application\/(?:json|xml|manifest)|image\/svg)/;

/** @param folder the built site, served at the root of a free port of this machine */
export function serveCompressed(folder: string): Promise<CompressedServer> {
  const root = resolve(folder);
  const notFound = join(root, '404.html');
  const bodies = new Map<string, { body: Buffer; headers: Record<string, string> }>();
  let log: Served[] = [];

  function answer(file: string) {
    const known = bodies.get(file);
    if (known) return known;
    // The bare pages have no page for what is missing, such as an icon.
    const raw = existsSync(file) ? readFileSync(file) : Buffer.of();
    const type = contentType(file);
    const compressed = COMPRESSIBLE.test(type);
    const made = {
      // Without parameters zlib takes its best quality, 11.
      body: compressed ? brotliCompressSync(raw) : raw,
      headers: {
        'content-type': type,
        'cache-control': 'max-age=600',
        ...(compressed ? { 'content-encoding': 'br' } : {}),
      },
    };
    bodies.set(file, made);
    return made;
  }

  const server = createServer((request, response) => {
    const at = Date.now();
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = fileFor(root, path);
    const { body, headers } = answer(file ?? notFound);
    const socket: Socket = request.socket;
    const before = socket.bytesWritten;
    response.on('finish', () => {
      if (!BESIDE_THE_PAGE.test(path)) log.push({ path, at, bytes: socket.bytesWritten - before });
    });
    response.writeHead(file === null ? 404 : 200, { ...headers, 'content-length': body.length });
    response.end(body);
  });
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      done({
        origin: `http://127.0.0.1:${port}`,
        fileOf: (path) => fileFor(root, path) ?? notFound,
        takeLog: () => {
          const taken = log;
          log = [];
          return taken;
        },
        close: () => {
          server.close();
          server.closeAllConnections();
        },
      });
    });
  });
}
