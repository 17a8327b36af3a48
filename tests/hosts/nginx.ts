/** A real nginx that serves a build with the configuration that the build ships. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { find, howToInstall, install, type Program } from '../programs.ts';
import { freePort, start, type Running } from './process.ts';

const NGINX: Program = {
  name: 'nginx',
  commands: ['nginx'],
  apt: ['nginx'],
  elsewhere: { Fedora: 'dnf install nginx', macOS: 'brew install nginx' },
};

const isRoot = process.getuid?.() === 0;

/**
 * The path of nginx, which is installed where that is possible; null where there is none.
 * @throws Error that says how to get it, where `CI` is set
 */
export function ensureNginx(): string | null {
  const path = find(NGINX) ?? install(NGINX);
  if (path === null && process.env['CI']) throw new Error(NO_NGINX);
  return path;
}

export const NO_NGINX = `There is no nginx and none could be installed, so the shipped configuration is not tested here. ${howToInstall(NGINX)}`;

/** A picture for links that are shared, named as those of the site. */
export const SHARE_PICTURE = 'og-of-a-test.png';

/** What the server itself has beside the site. */
export const CHALLENGE = 'An answer to a certificate authority';
export const HSTS = ['Strict-Transport-Security', 'max-age=63072000'] as const;

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/**
 * Starts nginx on a free port; everything it writes lies in a temporary folder.
 * @param nginx its path
 * @param dist holds the site, which lies below the root of the server at its base path
 */
export async function startNginx(nginx: string, dist: string, base: string): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'mgs-codes-nginx-'));
  const prefix = base.replace(/\/$/, '');
  const site = join(folder, 'www', prefix);
  mkdirSync(site, { recursive: true });
  for (const name of readdirSync(dist)) symlinkSync(resolve(dist, name), join(site, name));
  write(join(site, SHARE_PICTURE), 'A picture');
  write(join(folder, 'www/.well-known/acme-challenge/token'), CHALLENGE);
  write(join(folder, 'mgs-codes.d/tls.conf'), `add_header ${HSTS.join(' ')} always;`);
  const port = await freePort();
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, serverAround(folder, port, join(site, '.nginx.conf')));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const running = await start(nginx, ['-p', folder, '-c', file], port);
    return {
      port,
      stop: async () => {
        await running.stop();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/**
 * The configuration around the shipped one. Its habits differ on purpose: listings, another type for
 * JSON and a pattern of its own must not reach into the site.
 */
const serverAround = (folder: string, port: number, shipped: string): string => `
${isRoot ? 'user root;' : ''}
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events {}
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join('\n  ')}
  autoindex on;
  types { text/x-other json; }
  server {
    listen 127.0.0.1:${port};
    root ${folder}/www;
    location ~ \\.(?:json|js)$ { return 403; }
    location /.well-known/of-the-server/ { return 200 "of the server"; }
    include ${shipped};
  }
}
`;
