/**
 * What a text says of values far behind it: that a key has begun, which columns follow. A window takes
 * it over from the one before.
 */
import type { DecodedView } from './decoded-view.ts';
import type { FoundValue } from './kinds.ts';
import { frontedKeys, type OpenBlock } from './key-blocks.ts';

export type Carried = {
  /** A key whose lines have fronts, and whose end has not come. */
  readonly block: OpenBlock | null;
};

export const NOTHING_CARRIED: Carried = { block: null };

/** Finds values that begin in the range, and what the text behind it has to know. Never throws. */
export function carriedValues(
  view: DecodedView,
  from: number,
  to: number,
  carried: Carried,
): { found: FoundValue[]; carried: Carried } {
  const keys = frontedKeys(view, from, to, carried.block);
  return { found: keys.found, carried: { block: keys.block } };
}
