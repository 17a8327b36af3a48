/**
 * `astro build` ends by `process.exit`, and Node then now and then waits for ever for a thread that
 * compiles with Maglev or Sparkplug (https://github.com/nodejs/node/issues/54918). Flags of V8 that
 * leave no such thread; builds take no longer.
 */
export const EXIT_FLAGS = ['--no-maglev', '--no-concurrent-sparkplug'] as const;
