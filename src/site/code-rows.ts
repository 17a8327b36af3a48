/** Rows of the tables that list codes: the family pages, the class pages and `/codes`. */
import type { Meaning } from '../domain/codes/schema.ts';
import { symbolOf } from '../domain/codes/resolver-index.ts';
import { otherTitleOf, type OtherTitle } from '../domain/codes/translation.ts';
import { codeLabel } from './code-class.ts';
import type { Edition } from './edition.ts';
import { retryLabel } from './retry-label.ts';
import { MOST_LINKS, partOf } from './sidebar.ts';
import { codePath, meaningPath } from './urls.ts';

export type CodeRow = {
  readonly id: string;
  /** What the filters compare, as in the data; several are set apart by spaces. */
  readonly filter: {
    readonly family: string;
    readonly actor: string;
    readonly retry: string;
    readonly protocol: string;
  };
  readonly path: string;
  readonly code: string;
  /** Whether no official table that could be read lists it. */
  readonly isSdkOnly: boolean;
  /** The numbers of a range, as the table of the source has them in place of a code. */
  readonly condition: string | null;
  readonly family: string;
  readonly title: string;
  readonly otherTitle: OtherTitle | null;
  readonly actor: string;
  readonly retry: string;
  readonly symbol: string | null;
  readonly protocols: string | null;
  readonly prompt: string | null;
  /** The source's own sentence, where the title is ours and says something else. */
  readonly official: string | null;
};

const codeRow = (edition: Edition, meaning: Meaning): CodeRow => {
  const { words } = edition;
  const { protocols = [] } = meaning;
  return {
    id: meaning.id,
    filter: {
      family: meaning.family,
      actor: [meaning.actor.first, ...meaning.actor.also].join(' '),
      retry: meaning.retry.advice,
      protocol: protocols.join(' '),
    },
    path: edition.path(meaningPath(meaning.id)),
    code: codeLabel(edition, meaning.code),
    isSdkOnly: meaning.standing === 'undocumented',
    condition: meaning.condition === undefined ? null : withWholeComparisons(meaning.condition),
    family: words.families[meaning.family].name,
    title: meaning.title,
    otherTitle: otherTitleOf(meaning),
    actor: words.partiesInOrder(meaning.actor.first, meaning.actor.also),
    retry: retryLabel(words, meaning.family, meaning.retry.advice),
    symbol: symbolOf(meaning),
    protocols: protocols.length > 0 ? protocols.join(words.punctuation.comma) : null,
    prompt: meaning.prompt ?? null,
    // Of a range it says the title over again.
    official: meaning.kind === 'range' ? null : (meaning.official ?? null),
  };
};

/** A part of a table that has a heading and a place of its own, or a whole short table without. */
export type RowGroup = {
  readonly anchor: string | null;
  readonly heading: string | null;
  /** Where the heading leads, or null. */
  readonly path: string | null;
  readonly rows: readonly CodeRow[];
};

/** All codes, a part for each family, as on the request path. */
export const groupedByFamily = (edition: Edition, meanings: readonly Meaning[]): RowGroup[] =>
  [...Map.groupBy(meanings, ({ family }) => family)].map(([family, rows]) => ({
    anchor: null,
    heading: edition.words.families[family].codes,
    path: edition.path(codePath(family)),
    rows: rows.map((meaning) => codeRow(edition, meaning)),
  }));

/** The codes of one family. A long table is divided as in the sidebar, whose links lead to the parts. */
export function groupedByPart(edition: Edition, meanings: readonly Meaning[]): RowGroup[] {
  const group = (part: string | null, rows: readonly Meaning[]): RowGroup => ({
    anchor: part,
    heading: part,
    path: null,
    rows: rows.map((meaning) => codeRow(edition, meaning)),
  });
  if (meanings.length <= MOST_LINKS) return [group(null, meanings)];
  return [...Map.groupBy(meanings, ({ code }) => partOf(code))].map(([part, rows]) =>
    group(part, rows),
  );
}

/** A comparison stays in one line. */
const withWholeComparisons = (condition: string): string =>
  condition.replace(/ (?=[<>≤≥])|(?<=[<>≤≥]) /g, '\u00a0');
