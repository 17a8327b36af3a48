/** Lines of a message that a logger has put the same words in front of. */

/** Longer fronts are not looked for; a view has at least so much before a name. */
const LONGEST_FRONT = 240;
/** A front says when, how serious, or who: other words that two lines begin with are no front. */
const IS_FRONT = /\d:\d\d:\d|[:\])|>][ \t]*$|\b(?:debug|info|warn|error)\b/i;
const PIECES = /\d+|[ \t]+|[^\d \t]/g;
const DIGITS = /\d+/y;
const BLANKS = /[ \t]+/y;
const LINE = /[^\n\r]{0,300}(?:\r\n|[\n\r])/y;

/** Where a sticky pattern ends that matches at a position; null where it does not. */
function endAt(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

/** Where the next line begins; null where this one is long. */
export const nextLine = (text: string, from: number): number | null => endAt(LINE, text, from);

/**
 * Where the message of a line begins, if it has the front of the line in which a name stands: numbers
 * and the width of gaps may differ. The beginning of the line where it has none.
 */
export function behindFront(text: string, name: number, line: number): number {
  const back = text.slice(Math.max(0, name - LONGEST_FRONT), name);
  const front = back.split(/[\n\r]/).at(-1) ?? '';
  if (front.length === LONGEST_FRONT) return line;
  let at: number | null = line;
  let end = line;
  for (const piece of front.match(PIECES) ?? []) {
    if (/\d/.test(piece)) at = endAt(DIGITS, text, at);
    else if (/[ \t]/.test(piece)) at = endAt(BLANKS, text, at);
    else at = text.startsWith(piece, at) ? at + 1 : null;
    if (at === null) break;
    if (/[ \t:\])|>]/.test(piece)) end = at;
  }
  if (!IS_FRONT.test(text.slice(line, end))) return line;
  return endAt(BLANKS, text, end) ?? end;
}
