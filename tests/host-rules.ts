/**
 * How hosts find the file for an address, as data: what the documentation of each says, in its order.
 */

/** The first rule whose address matches and whose file is there answers. */
export type Rule = {
  /** Matches the path below the base; its groups are `$1` below. */
  readonly address: RegExp;
  readonly file: string;
  /** Where the host sends the reader instead of answering with the file. */
  readonly to?: string;
};

export type HostRules = {
  readonly rules: readonly Rule[];
  readonly redirectStatus: 301 | 307;
  /** Which `404.html` answers where no rule does: the one of the site, or the nearest one upward. */
  readonly notFound: 'of the site' | 'nearest';
  /** Whether it reads `_headers`, `_redirects` and `.assetsignore` instead of serving them. */
  readonly readsHostFiles: boolean;
  /** Sent where no other is set. */
  readonly caching?: string;
};

const bare = /^(.*[^/])$/;
const slashed = /^(.*)\/$/;
const either = /^(.*?)\/?$/;

export const hostRules = {
  /** What our nginx configuration asks for, and what most hosts of documentation do. */
  'try files': {
    rules: [
      { address: either, file: '$1' },
      { address: either, file: '$1.html' },
      { address: either, file: '$1/index.html' },
    ],
    redirectStatus: 301,
    notFound: 'of the site',
    readsHostFiles: false,
  },
  /** A file server that knows only files and folders, such as Python's `http.server`. */
  plain: {
    rules: [
      { address: slashed, file: '$1/index.html' },
      { address: bare, file: '$1' },
      { address: bare, file: '$1/index.html', to: '$1/' },
    ],
    redirectStatus: 301,
    notFound: 'of the site',
    readsHostFiles: false,
  },
  /**
   * Static assets of Cloudflare Workers with `html_handling` left at `auto-trailing-slash` and
   * `not_found_handling` set to `404-page`. Cloudflare Pages sends 308 to the same places.
   * @see https://developers.cloudflare.com/workers/static-assets/routing/advanced/html-handling/
   * @see https://developers.cloudflare.com/workers/static-assets/routing/static-site-generation/
   * @see https://developers.cloudflare.com/workers/static-assets/headers/
   * @see https://developers.cloudflare.com/workers/static-assets/redirects/
   */
  cloudflare: {
    rules: [
      { address: /^(.*\/)index(?:\.html)?$/, file: '$1index.html', to: '$1' },
      { address: /^(.*)\/index(?:\.html)?$/, file: '$1.html', to: '$1' },
      { address: /^(.*)\.html$/, file: '$1.html', to: '$1' },
      { address: /^(.*)\.html$/, file: '$1/index.html', to: '$1/' },
      { address: slashed, file: '$1/index.html' },
      { address: slashed, file: '$1.html', to: '$1' },
      { address: bare, file: '$1' },
      { address: bare, file: '$1.html' },
      { address: bare, file: '$1/index.html', to: '$1/' },
    ],
    redirectStatus: 307,
    notFound: 'nearest',
    readsHostFiles: true,
    caching: 'public, max-age=0, must-revalidate',
  },
} as const satisfies Readonly<Record<string, HostRules>>;

export type HostName = keyof typeof hostRules;

export const isHostName = (name: string): name is HostName => Object.hasOwn(hostRules, name);
