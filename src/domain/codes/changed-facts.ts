/** Which meanings changed between two versions of the data, and which of these nobody wrote down. */
import type { Change } from './schema.ts';

/** An entry as it is in its file, before any default. */
export type EntryFacts = Readonly<Record<string, unknown>>;

/** Fields that change without a change of what is said: words for search, and the day of the last check. */
const SILENT: ReadonlySet<string> = new Set(['keywords', 'checked']);

const facts = (entry: EntryFacts): string =>
  JSON.stringify(
    Object.entries(entry)
      .filter(([field]) => !SILENT.has(field))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** Ids of the meanings that are new or say something else, in order; `null` is an entry that was not there. */
export function changedMeanings(
  before: ReadonlyMap<string, EntryFacts>,
  after: ReadonlyMap<string, EntryFacts>,
): string[] {
  return [...after]
    .filter(([id, entry]) => {
      const old = before.get(id);
      return old === undefined || facts(old) !== facts(entry);
    })
    .map(([id]) => id)
    .sort();
}

/** Changed meanings that no new line of the list of changes names. */
export function unrecordedChanges(
  changed: readonly string[],
  before: readonly Change[],
  after: readonly Change[],
): string[] {
  const old = new Set(before.map((change) => JSON.stringify(change)));
  const recorded = new Set(
    after.filter((change) => !old.has(JSON.stringify(change))).flatMap(({ codes }) => codes),
  );
  return changed.filter((id) => !recorded.has(id));
}
