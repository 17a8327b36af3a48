/**
 * Serves a built folder over HTTP/1.1 with everything textual in Brotli at its best, and counts what
 * goes out. A file is compressed when it is first asked for, so let a run go by before you measure.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { hostRules } from '../host-rules.ts';
import { answer, contentTypeOf } from '../server.ts';

export type Served = {
  readonly path: string;
  /** When the request came, in milliseconds since 1970. */
  readonly at: number;
  /** Bytes of the answer on the wire, headers included. */
  readonly bytes: number;
};

export type CompressedServer = {
  readonly origin: string;
  /** The file that an address is answered with. @throws Error where there is none */
  readonly fileOf: (path: string) => string;
  /** Everything that was served since the last call, icons and the manifest left out. */
  readonly takeLog: () => Served[];
  readonly close: () => void;
};

/** The browser asks for these in its own time, and after the page. */
const BESIDE_THE_PAGE = /(?:favicon\.[a-z]+|\.webmanifest)$/;
const COMPRESSIBLE = /^(?:text\/|application\/(?:json|xml|manifest)|image\/svg)/;

const NOTHING = { body: Buffer.of(), headers: {} };

/** @param folder the built site, served at the root of a free port of this machine */
export function serveCompressed(folder: string): Promise<CompressedServer> {
  const site = { root: resolve(folder), prefix: '', files: null };
  const answerTo = (path: string) => answer(site, hostRules['try files'], path);
  const bodies = new Map<string, { body: Buffer; headers: Record<string, string> }>();
  let log: Served[] = [];

  function compressed(file: string) {
    const known = bodies.get(file);
    if (known) return known;
    const raw = readFileSync(file);
    const type = contentTypeOf(file);
    const isText = COMPRESSIBLE.test(type);
    const made = {
      // Without parameters zlib takes its best quality, 11.
      body: isText ? brotliCompressSync(raw) : raw,
      headers: {
        'content-type': type,
        'cache-control': 'max-age=600',
        ...(isText ? { 'content-encoding': 'br' } : {}),
      },
    };
    bodies.set(file, made);
    return made;
  }

  const server = createServer((request, response) => {
    const at = Date.now();
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const { status, file } = answerTo(path);
    // The bare pages have none for what is missing, such as an icon.
    const { body, headers } = file === undefined ? NOTHING : compressed(file);
    const socket: Socket = request.socket;
    const before = socket.bytesWritten;
    response.on('finish', () => {
      if (!BESIDE_THE_PAGE.test(path)) log.push({ path, at, bytes: socket.bytesWritten - before });
    });
    response.writeHead(status, { ...headers, 'content-length': body.length });
    response.end(body);
  });
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      done({
        origin: `http://127.0.0.1:${port}`,
        fileOf: (path) => {
          const { file } = answerTo(path);
          if (file === undefined) throw new Error(`${folder} has nothing for ${path}.`);
          return file;
        },
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
