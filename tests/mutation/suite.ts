/** What the tests use of `node:test`: collected first, then run in order up to the first that fails. */
type Context = { readonly after: (done: () => unknown) => void };
type Body = (context: Context) => unknown;
type Collected = { readonly path: readonly string[]; readonly body: Body };

let collected: Collected[] = [];
let path: readonly string[] = [];

/** @public */
export function describe(name: string, body: () => void): void {
  const outer = path;
  path = [...outer, name];
  body();
  path = outer;
}

/** @public */
export function test(name: string, ...rest: readonly [Body] | readonly [unknown, Body]): void {
  const [options, body] = rest.length === 1 ? [{}, rest[0]] : rest;
  if (options instanceof Object && 'skip' in options && options.skip !== false) return;
  collected.push({ path: [...path, name], body });
}

/**
 * Runs what was collected since the last time.
 * @param isWanted by the name of the outermost suite, or of a test outside of any
 * @returns whether all passed
 */
export async function passes(isWanted: (name: string) => boolean): Promise<boolean> {
  const tests = collected.filter(({ path: [first = ''] }) => isWanted(first));
  collected = [];
  for (const { body } of tests) {
    const last: (() => unknown)[] = [];
    try {
      await body({ after: (done) => last.push(done) });
      for (const done of last) await done();
    } catch {
      return false;
    }
  }
  return true;
}
