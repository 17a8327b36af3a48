/** What a page of this site may load and run: its own files, and nothing from anywhere else. */

/**
 * The content security policy as one line, without `frame-ancestors`, which only a header can say.
 * @param hashes of the inline scripts that may run, such as `'sha256-…'` with its quotes
 */
export function contentPolicy(hashes: readonly string[]): string {
  return [
    "default-src 'none'",
    // Pagefind's search runs as WebAssembly.
    ["script-src 'self' 'wasm-unsafe-eval'", ...hashes].join(' '),
    // Starlight sets style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}
