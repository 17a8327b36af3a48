/** The hosts that are tested, and what is expected of each: one table, differences with their reason. */
import { once } from 'node:events';
import { serve } from '../server.ts';
import type { HostName } from '../host-rules.ts';
import { ensureNginx, NO_NGINX, startNginx } from './nginx.ts';
import { freePort, start, type Running } from './process.ts';

export type Build = { readonly folder: string; readonly base: string };

/** How a page answers; `%` is its address without the closing slash. */
export type FormAnswer = 'page' | { readonly status: number; readonly to: '%' | '%/' };

export type Expectations = {
  readonly forms: Readonly<Record<'%' | '%/' | '%.html' | '%/index.html', FormAnswer>>;
  /** The base path alone, without its closing slash. */
  readonly bareBase: FormAnswer;
  /** Whether types are those of our own table, with `charset=utf-8` on text. */
  readonly ownTypes: boolean;
  readonly securityHeaders: boolean;
  /** `Cache-Control` of what must be asked for again, and of hashed files; null is not looked at. */
  readonly caching: { readonly other: string; readonly hashed: string } | null;
  /** Whose data tools in browsers may read: files by their ending, or all of `/codes/` as well. */
  readonly otherOrigins: 'data' | 'data and code pages' | null;
  /** Whether `_headers`, `.nginx.conf` and the like stay hidden. Where not, they tell nothing secret. */
  readonly hidesHostFiles: boolean;
  readonly compresses: boolean;
  /** Whether a broken path is the asker's fault (4xx) or shows as an error of the server. */
  readonly refusesBrokenPaths: boolean;
};

export type Host = {
  readonly name: string;
  /** Why it cannot be tested here; false where it can. */
  readonly skip: string | false;
  start(build: Build): Promise<Running>;
  readonly expects: Expectations;
};

const hashedForever = 'public, max-age=31536000, immutable';

/** Everything as we want it: nginx with our configuration. */
const full: Expectations = {
  forms: { '%': 'page', '%/': 'page', '%.html': 'page', '%/index.html': 'page' },
  bareBase: 'page',
  ownTypes: true,
  securityHeaders: true,
  caching: { other: 'no-cache', hashed: hashedForever },
  otherOrigins: 'data',
  hidesHostFiles: true,
  compresses: true,
  refusesBrokenPaths: true,
};

/** A server that reads no configuration of ours: pages carry their policy themselves. */
const unconfigured: Expectations = {
  ...full,
  securityHeaders: false,
  caching: null,
  otherOrigins: null,
  hidesHostFiles: false,
  compresses: false,
};

const nginx = ensureNginx();

export const hosts: readonly Host[] = [
  {
    name: 'nginx with the shipped configuration',
    skip: nginx === null ? NO_NGINX : false,
    start: ({ folder, base }) => startNginx(nginx ?? '', folder, base),
    // A service worker does not reach the address without the slash, so nobody is left there.
    expects: { ...full, bareBase: { status: 301, to: '%/' } },
  },
  {
    name: 'a plain file server',
    skip: false,
    start: (build) => startOwn(build, 'plain'),
    expects: {
      ...unconfigured,
      // It has no rule for .html, so the address that messages print costs one redirect.
      forms: { ...full.forms, '%': { status: 301, to: '%/' } },
      bareBase: { status: 301, to: '%/' },
    },
  },
  {
    name: "Cloudflare's rules",
    skip: false,
    start: (build) => startOwn(build, 'cloudflare'),
    expects: {
      ...full,
      // It sends files to the address without their ending.
      forms: {
        ...full.forms,
        '%.html': { status: 307, to: '%' },
        '%/index.html': { status: 307, to: '%/' },
      },
      bareBase: { status: 307, to: '%/' },
      // Its own default, which asks again just as well.
      caching: { other: 'public, max-age=0, must-revalidate', hashed: hashedForever },
      // See `headers` in src/delivery/hosts.ts.
      otherOrigins: 'data and code pages',
      // Cloudflare compresses at its edge, which the rules do not model.
      compresses: false,
    },
  },
  {
    name: 'astro preview',
    skip: false,
    start: startPreview,
    // Types are Vite's: no charset on pages, text/xml, none for Pagefind's index.
    expects: { ...unconfigured, ownTypes: false, refusesBrokenPaths: false },
  },
];

async function startOwn({ folder, base }: Build, rules: HostName): Promise<Running> {
  const server = await serve(folder, 0, base, rules);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return {
    port: address.port,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function startPreview({ folder, base }: Build): Promise<Running> {
  const port = await freePort();
  const args = ['preview', '--outDir', folder, '--host', '127.0.0.1', '--port', `${port}`];
  return start(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', ...args, '--ignore-lock'],
    port,
    {
      BASE: base,
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  );
}
