/** Rows of the tables that list codes: the family pages, the class pages and `/codes`. */
import type { Meaning } from '../domain/codes/schema.ts';
import { symbolOf } from '../domain/codes/resolver-index.ts';
import { rowKey } from '../domain/codes/columns.ts';
import { chineseLabelOf } from '../domain/codes/translation.ts';
import type { Edition } from './edition.ts';
import { partOf } from './sidebar.ts';
import { meaningPath } from './urls.ts';

export type CodeRow = {
  readonly id: string;
  /** On the first row of each part of a family's table: where a link to the part leads. */
  readonly anchor?: string;
  /** What the filters compare, as in the data; several are set apart by spaces. */
  readonly filter: {
    readonly family: string;
    readonly actor: string;
    readonly retry: string;
    readonly protocol: string;
  };
  readonly path: string;
  readonly code: string;
  readonly family: string;
  readonly title: string;
  readonly chineseLabel: string | null;
  readonly actor: string;
  readonly retry: string;
  readonly symbol: string | null;
  readonly protocols: string | null;
  readonly prompt: string | null;
  /** The source's own sentence, where the title is ours. */
  readonly official: string | null;
};

export const codeRow = (edition: Edition, meaning: Meaning): CodeRow => {
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
    code: rowKey(meaning),
    family: words.families[meaning.family].name,
    title: meaning.title,
    chineseLabel: chineseLabelOf(meaning),
    actor: words.partiesInOrder(meaning.actor.first, meaning.actor.also),
    retry: words.retry[meaning.retry.advice],
    symbol: symbolOf(meaning),
    protocols: protocols.length > 0 ? protocols.join(', ') : null,
    prompt: meaning.prompt ?? null,
    official: meaning.official ?? null,
  };
};

/** The rows of a family's table, with a place to link to at the first number of each part. */
export function partedRows(edition: Edition, meanings: readonly Meaning[]): CodeRow[] {
  const parts = new Set<string>();
  return meanings.map((meaning) => {
    const row = codeRow(edition, meaning);
    const part = partOf(meaning.code);
    if (parts.has(part) || part === meaning.code) return row;
    parts.add(part);
    return { ...row, anchor: part };
  });
}
