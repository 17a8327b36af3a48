/** Where a reader may go from a meaning: stated links, their inverse, the same number, its ranges. */
import type { Catalogue, RelatedLink } from './catalogue.ts';
import { compareMeanings, isNumber } from './code-id.ts';
import { contains, parseSpans } from './range.ts';
import type { Meaning } from './schema.ts';

export type CrossLinks = {
  /** Stated here or on the other page, in family order. */
  readonly related: readonly RelatedLink[];
  /** Meanings of the same number in other families. */
  readonly sameNumber: readonly Meaning[];
  /** Ranges that hold this number, and other ranges of the family where this is one. */
  readonly ranges: readonly Meaning[];
};

/** All links of one meaning. A link stated on one page appears on both with the same reason. */
export function crossLinks(catalogue: Catalogue, meaning: Meaning): CrossLinks {
  const stated = meaning.related.map(({ id, reason }) => ({
    meaning: catalogue.meaning(id),
    reason,
  }));
  return {
    related: [...stated, ...catalogue.linksTo(meaning.id)].sort((a, b) =>
      compareMeanings(a.meaning, b.meaning),
    ),
    sameNumber: catalogue.meaningsOf(meaning.code).filter(({ id }) => id !== meaning.id),
    ranges: catalogue.ranges.filter(
      (other) =>
        other.id !== meaning.id &&
        other.family === meaning.family &&
        (meaning.kind === 'range' ||
          (isNumber(meaning.code) && contains(parseSpans(other.spans), Number(meaning.code)))),
    ),
  };
}
