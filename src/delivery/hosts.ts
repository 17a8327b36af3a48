/**
 * Small files that single hosts read, so that every address answers the same everywhere.
 *
 * `_headers` and `_redirects` are read by Cloudflare and Netlify, `.assetsignore` by Cloudflare, and
 * `.nginx.conf` is included by whoever serves the site with nginx.
 */
import { catalogueJsonPath, codePath, codesPath, schemaPath } from '../site/urls.ts';

/** File endings of this site and what each is served as. `tests/server.ts` reads the same table. */
export const contentTypes: Readonly<Record<string, string>> = {
  css: 'text/css',
  html: 'text/html',
  js: 'text/javascript',
  json: 'application/json',
  md: 'text/markdown',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json',
  xml: 'application/xml',
};

/** What a file is served as whose ending is not in the table: those of Pagefind's index. */
export const otherContentType = 'application/octet-stream';

/** The types that are text, and therefore served with `charset=utf-8` and compressed. */
export const textTypes: readonly string[] = Object.values(contentTypes).filter((type) =>
  /^text\/|json$|xml$/.test(type),
);

type Header = readonly [name: string, value: string];

/**
 * What a page of this site never asks a browser for. Copying to the clipboard and sharing stay allowed.
 * Only names that browsers know: Chromium warns of any other.
 * @see https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Permissions-Policy
 */
const unusedFeatures: readonly string[] = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'clipboard-read',
  'compute-pressure',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

/** Sent with every answer. */
const securityHeaders = (policy: string): readonly Header[] => [
  ['Content-Security-Policy', `${policy}; frame-ancestors 'none'`],
  ['X-Content-Type-Options', 'nosniff'],
  // `strict-origin` would tell every linked source the name of a private host. The site itself is told:
  // by it a page knows that it was opened from outside (`src/client/language-choice.ts`).
  ['Referrer-Policy', 'same-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Permissions-Policy', unusedFeatures.map((feature) => `${feature}=()`).join(', ')],
];

/**
 * Who may show a file in a page of another origin. Not in `_headers`: it would take two patterns that
 * meet, and without the header nothing is allowed that Cloudflare and Netlify do not allow anyway.
 */
const embedding = { own: 'same-origin', anywhere: 'cross-origin' } as const;

/** Icons and the share picture, as an expression below the base: what other sites show of this one. */
const shownElsewhere = '(?:favicon|icon[\\w-]*|apple-touch-icon|og-[^/]*)\\.(?:svg|png|ico)$';

/** Build assets whose names change with their content. */
const hashedFiles = '/_astro/';

/** Hashed files never change; anything else is asked for again, so that no page outlives a deploy. */
const caching = {
  hashed: 'public, max-age=31536000, immutable',
  other: 'no-cache',
} as const;

/** Below the base path without its closing slash: `''` at the root of a host. */
function prefixOf(base: string): string {
  const prefix = base.replace(/\/$/, '');
  if (/^(?:\/[\w.~-]+)*$/.test(prefix)) return prefix;
  throw new Error(
    `The base path ${JSON.stringify(base)} cannot be written into the files of hosts; use only letters, digits, "-", ".", "_", "~" and "/", such as /docs/mgs.`,
  );
}

/**
 * `.assetsignore`: what Cloudflare leaves out of the upload.
 *
 * Cloudflare answers an unknown address with the nearest `404.html`. The twin of the page of the HTTP
 * number 404 would be that for all of `/codes/`.
 */
export const assetsIgnore = (base: string): string =>
  [`${codePath('404')}.html`, '/.nginx.conf', '/.nojekyll']
    .map((file) => `${(prefixOf(base) + file).slice(1)}\n`)
    .join('');

/** `_redirects`: with its twin left out, the page of 404 still answers without a redirect. */
export function redirects(base: string): string {
  const page = prefixOf(base) + codePath('404');
  return `${page} ${page}/ 200\n`;
}

/** Cloudflare drops longer lines of `_headers` (developers.cloudflare.com/workers/static-assets/headers). */
const LONGEST_HEADERS_LINE = 2000;

/**
 * `_headers`: the headers of every address.
 *
 * Where several patterns match, Cloudflare joins the values of one header with commas, so no header
 * stands under two patterns that meet. Pages get no `Cache-Control` here: both hosts send
 * `public, max-age=0, must-revalidate` by themselves, which asks again just as `no-cache` does.
 * @param base such as `/` or `/docs/mgs`
 * @param policy the content security policy, without `frame-ancestors`
 * @throws Error where a line is longer than Cloudflare reads
 */
export function headers(base: string, policy: string): string {
  const prefix = prefixOf(base);
  const forOtherOrigins: readonly Header[] = [['Access-Control-Allow-Origin', '*']];
  const rules: readonly (readonly [pattern: string, headers: readonly Header[]])[] = [
    ['/*', securityHeaders(policy)],
    [`${hashedFiles}*`, [['Cache-Control', caching.hashed]]],
    [catalogueJsonPath, forOtherOrigins],
    [schemaPath, forOtherOrigins],
    // The pages as well: a splat in the middle of a pattern does not mean the same on both hosts.
    [`${codesPath}/*`, forOtherOrigins],
    ['/llms.txt', forOtherOrigins],
    ['/llms-full.txt', forOtherOrigins],
  ];
  const lines = rules.flatMap(([pattern, values]) => [
    prefix + pattern,
    ...values.map(([name, value]) => `  ${name}: ${value}`),
  ]);
  const tooLong = lines.find((line) => line.length > LONGEST_HEADERS_LINE);
  if (tooLong !== undefined)
    throw new Error(
      `A line of _headers has ${tooLong.length} characters and Cloudflare reads ${LONGEST_HEADERS_LINE}: "${tooLong.slice(0, 80)}…". Let fewer inline scripts differ between pages.`,
    );
  return `${lines.join('\n')}\n`;
}

/**
 * `.nginx.conf`: what nginx needs inside a `server` block, and nothing about the server itself. Uses
 * only modules of Debian's plain package.
 *
 * One location holds everything, for two reasons: an `add_header` in an inner location would drop all
 * of the outer ones, so those that differ are variables; and neither headers nor types leak to what
 * else the server serves. `^~` keeps the server's own patterns, such as one for `.json`, out of it.
 * @param base such as `/` or `/docs/mgs`
 * @param policy the content security policy, without `frame-ancestors`
 * @throws Error where the policy or the base cannot be written into a configuration
 */
export function nginxConfig(base: string, policy: string): string {
  const prefix = prefixOf(base);
  const endings = Object.entries(contentTypes).map(([ending, type]) => `    ${type} ${ending};`);
  // Compressed and marked as UTF-8 without being named.
  const named = textTypes.filter((type) => type !== 'text/html').join(' ');
  const sent = securityHeaders(policy).map(
    ([name, value]) => `  add_header ${name} ${quoted(value)} always;`,
  );
  /** An inner location inherits the headers and no variable. */
  const vary = ({
    cached = caching.other,
    readers = '',
    embedded = embedding.own,
  }: Partial<Record<'cached' | 'readers' | 'embedded', string>> = {}): string =>
    `set $mgs_codes_caching "${cached}"; set $mgs_codes_readers "${readers}"; set $mgs_codes_embedding "${embedded}";`;
  const escaped = prefix.replaceAll('.', '\\.');
  return `# Serves the MGS result codes. Made by the build; include it in a server block of yours:
#
#   server {
#     listen 8080;
#     root /srv/www;${prefix === '' ? '' : `                        # the site lies in /srv/www${prefix}`}
#     include /srv/www${prefix}/.nginx.conf;
#   }
#
# The policy below lists the scripts of this build: reload nginx after every deploy.

# For the whole server, so leave it out of yours: broken requests are answered before a location is found.
server_tokens off;

location ^~ ${prefix}/ {
  # The address as it stands, then both forms of a page. Folders are never listed and nothing redirects.
  try_files $uri $uri.html $uri/index.html =404;
  error_page 404 ${prefix}/404.html;
  absolute_redirect off;

  types {
${endings.join('\n')}
  }
  default_type ${otherContentType};
  charset utf-8;
  charset_types ${named};
  gzip on;
  # The proxy before this server may speak 1.0, which is nginx's own default for proxies.
  gzip_http_version 1.0;
  gzip_vary on;
  gzip_proxied any;
  gzip_min_length 1024;
  gzip_types ${named};

${sent.join('\n')}
  add_header Cache-Control $mgs_codes_caching always;
  add_header Access-Control-Allow-Origin $mgs_codes_readers always;
  add_header Cross-Origin-Resource-Policy $mgs_codes_embedding always;
  ${vary()}
  # Headers of your own, such as Strict-Transport-Security, in files beside nginx.conf: those of a
  # server block do not reach a location that has some itself.
  include mgs-codes.d/*.conf;

${prefix === '' ? wellKnown(vary()) : ''}  # Files for hosts, and whatever is hidden.
  location ~ ^${escaped}/(?:.*/)?(?:\\.|_headers$|_redirects$) {
    return 404;
  }
  # The names of these files change with their content.
  location ^~ ${prefix}${hashedFiles} {
    try_files $uri =404;
    ${vary({ cached: caching.hashed })}
  }
  # Icons and the picture of shared links are shown by other sites.
  location ~ ^${escaped}/${shownElsewhere} {
    try_files $uri =404;
    ${vary({ embedded: embedding.anywhere })}
  }
  # Data that tools in browsers may read from anywhere.
  location ~ \\.(?:json|md|txt)$ {
    try_files $uri =404;
    ${vary({ readers: '*' })}
  }
}
${
  prefix === ''
    ? ''
    : `
# The home page without its closing slash, below which a service worker would not reach.
location = ${prefix} {
  absolute_redirect off;
  return 301 ${prefix}/$is_args$args;
}
`
}`;
}

/** A host's own files, such as the answers to a certificate authority, lie beside the site at its root. */
const wellKnown = (
  variables: string,
): string => `  # Left to the server: certificates by ACME, security.txt. A location of yours for it comes first.
  location ^~ /.well-known/ {
    try_files $uri =404;
    ${variables}
  }
`;

/** A value between quotes. nginx has no way to write a literal dollar sign. */
function quoted(value: string): string {
  if (/["\\$\n]/.test(value))
    throw new Error(`A header for nginx may not hold ", \\, $ or a line break: ${value}`);
  return `"${value}"`;
}
