/** Long work on the page's own thread, because a file opened from disk can start no worker. */

/** So much of a text is read without a look at the clock; one slice takes a few milliseconds. */
const SLICE = 8 * 1024;
/** The page is given back to its reader after so many milliseconds. */
const TURN = 12;

/** Lets the page answer its reader. */
export const nextTask = (): Promise<void> => new Promise((resume) => setTimeout(resume));

/**
 * Hands over a text slice by slice, and lets the page answer its reader in between.
 * @param goesOn is told which part is done, and answers whether to go on
 * @returns whether all of it was handed over
 */
export async function handOver(
  text: string,
  push: (slice: string) => unknown,
  goesOn: (part: number) => boolean,
): Promise<boolean> {
  let pause = performance.now() + TURN;
  for (let from = 0; from < text.length; from += SLICE) {
    push(text.slice(from, from + SLICE));
    if (performance.now() < pause) continue;
    await nextTask();
    if (!goesOn(from / text.length)) return false;
    pause = performance.now() + TURN;
  }
  return true;
}
