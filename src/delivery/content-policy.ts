/** The content security policy: what a page may load and run. The same stands in every page and in the headers of the hosts. */

/**
 * Everything is refused that is not named here. Styles may stand in the page because Starlight sets
 * some as attributes; WebAssembly is the full-text search.
 * @param hashes of the scripts that stand in the pages, as `sha256-…`
 */
export const contentPolicy = (hashes: readonly string[]): string =>
  [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...hashes.map((hash) => `'${hash}'`)].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join(';');
