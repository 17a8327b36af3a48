/** What a pattern matches from a position on, or at it where the pattern is sticky; it is left at the end of the match. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
