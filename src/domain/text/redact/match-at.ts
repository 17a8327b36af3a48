import type { DecodedView } from './decoded-view.ts';

/** What a pattern matches from a position on, or at it where the pattern is sticky; it is left at the end of the match. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Part of a view in which values may begin. */
export type Range = { readonly view: DecodedView; readonly from: number; readonly to: number };

/** Every match of a global pattern that begins in the range. */
export function* matchesIn({ view, from, to }: Range, pattern: RegExp): Generator<RegExpExecArray> {
  pattern.lastIndex = from;
  for (let match = pattern.exec(view.text); match; match = pattern.exec(view.text)) {
    if (match.index >= to) return;
    const { lastIndex } = pattern;
    yield match;
    pattern.lastIndex = lastIndex;
  }
}
