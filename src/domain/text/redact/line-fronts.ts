/** Lines of a message that a logger has put the same words in front of. */

/** Longer fronts are not looked for; a view has at least so much before a name. */
const LONGEST_FRONT = 240;
/** A front says when, how serious, or who: other words that two lines begin with are no front. */
const IS_FRONT =
  /\d\d:\d\d:\d\d|[:\])|>][ \t]*$|\b(?:trace|debug|verbose|info|notice|warn(?:ing)?|error|fatal)\b/i;

const isLineEnd = (char: string | undefined): boolean => char === '\n' || char === '\r';
const isBlank = (char: string | undefined): boolean => char === ' ' || char === '\t';
const isDigit = (char: string | undefined): boolean => char !== undefined && /\d/.test(char);

/** Where the line of a position begins; null where that is too far back. */
function lineStart(text: string, at: number): number | null {
  let start = at;
  while (start > 0 && !isLineEnd(text[start - 1])) {
    start -= 1;
    if (at - start > LONGEST_FRONT) return null;
  }
  return start;
}

/** Where the next line begins; null where this one is longer than `most`. */
export function nextLine(text: string, from: number, most: number): number | null {
  for (let at = from; at <= from + most && at < text.length; at += 1)
    if (isLineEnd(text[at])) return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;
  return null;
}

/**
 * Where the message of a line begins, if it has the front of the line in which a name stands: numbers
 * and the width of gaps may differ. The beginning of the line where it has none.
 */
export function behindFront(text: string, name: number, line: number): number {
  const start = lineStart(text, name);
  if (start === null) return line;
  let at = start;
  let other = line;
  let end = line;
  const pass = (is: (char: string | undefined) => boolean): void => {
    while (at < name && is(text[at])) at += 1;
    while (is(text[other])) other += 1;
  };
  while (at < name && !isLineEnd(text[other])) {
    if (isDigit(text[at]) && isDigit(text[other])) pass(isDigit);
    else if (isBlank(text[at]) && isBlank(text[other])) {
      pass(isBlank);
      end = other;
    } else if (text[at] === text[other]) {
      if (/[:\])|>]/.test(text[at] ?? '')) end = other + 1;
      at += 1;
      other += 1;
    } else break;
  }
  return end > line && IS_FRONT.test(text.slice(line, end)) ? end : line;
}
