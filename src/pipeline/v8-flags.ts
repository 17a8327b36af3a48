/** Flags of V8 for builds, which `astro.config.mjs` sets. */

/**
 * `astro build` ends by `process.exit`, and Node then now and then waits for ever for a thread that
 * compiles with Maglev or Sparkplug (https://github.com/nodejs/node/issues/54918). Without it no such
 * thread is left; builds take no longer.
 */
export const EXIT_FLAGS = ['--no-maglev', '--no-concurrent-sparkplug'] as const;

/**
 * Collects garbage when it is a fifth of what is in use; V8 lets it become twice as much as that or more.
 * With 3,000 codes a build held 1.5 GB instead of 1.8 while it made pages, and took as long.
 */
export const MEMORY_FLAGS = ['--heap-growing-percent=20'] as const;
