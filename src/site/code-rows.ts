/** Rows of the tables that list codes: the family pages, the class pages and `/codes`. */
import type { Meaning } from '../domain/codes/schema.ts';
import { symbolOf } from '../domain/codes/resolver-index.ts';
import { FAMILY_LABELS, partiesText, RETRY_LABELS } from './labels.ts';
import { meaningPath } from './urls.ts';

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

export const codeRow = (meaning: Meaning): CodeRow => ({
  id: meaning.id,
  filter: {
    family: meaning.family,
    actor: [meaning.actor.first, ...meaning.actor.also].join(' '),
    retry: meaning.retry.advice,
    protocol: meaning.family === 'service' ? meaning.protocols.join(' ') : '',
  },
  path: meaningPath(meaning.id),
  code: meaning.kind === 'range' ? meaning.condition : meaning.code,
  family: FAMILY_LABELS[meaning.family],
  title: meaning.title,
  chineseLabel: meaning.names.find(({ kind }) => kind === 'chinese-label')?.text ?? null,
  actor: partiesText(meaning.actor.first, meaning.actor.also),
  retry: RETRY_LABELS[meaning.retry.advice],
  symbol: symbolOf(meaning),
  protocols: meaning.family === 'service' ? meaning.protocols.join(', ') : null,
  prompt: meaning.family === 'android' ? meaning.prompt : null,
  official: meaning.family === 'android' || meaning.family === 'ios' ? meaning.official : null,
});
