/** Security Guard's numbers, wherever the index keeps them. */
import { contains } from '../codes/range.ts';
import type { IndexedBeside, ResolverIndex } from '../codes/resolver-index.ts';

export const SECURITY_GUARD = 'security-guard';

/** Whether a meaning is one of Security Guard's, by its id. */
export const isGuardId = (id: string): boolean => id.startsWith(`${SECURITY_GUARD}/`);

/** What is known of a number of Security Guard: the meanings that have a page, and what the index has beside them. */
export function guardEntry(
  { meanings, neighbours }: ResolverIndex,
  number: string,
): { readonly ids: readonly string[]; readonly known: readonly IndexedBeside[] } {
  const value = Number(number);
  return {
    ids: meanings
      .filter(
        ({ id, code, spans }) =>
          isGuardId(id) && (code === number || (spans !== undefined && contains(spans, value))),
      )
      .map(({ id }) => id),
    known: neighbours.filter(
      ({ origin, spans }) => origin === SECURITY_GUARD && contains(spans, value),
    ),
  };
}
