/** What the resolver needs to know, as plain JSON: made once at build, read by pages and browser. */
import { saysMoreThanClass, type Catalogue } from './catalogue.ts';
import { parseSpans, type Span } from './range.ts';
import type { Meaning, Name } from './schema.ts';
import type { Family } from './families.ts';
import type { RetryAdvice, Standing } from './vocabulary.ts';

export type IndexedName = {
  readonly kind: Name['kind'] | 'symbol' | 'prompt';
  readonly text: string;
};

export type IndexedMeaning = {
  readonly id: string;
  readonly family: Family;
  readonly code: string;
  readonly title: string;
  /** Whether an official table lists it, or only an SDK knows it. */
  readonly standing: Standing;
  /** Who fixes it; why it is theirs stands on the page. */
  readonly actor: Pick<Meaning['actor'], 'first' | 'also'>;
  readonly retry: RetryAdvice;
  readonly names: readonly IndexedName[];
  /** Only on ranges. */
  readonly spans?: readonly Span[];
};

export type IndexedClass = {
  readonly id: string;
  readonly title: string;
  readonly spans: readonly Span[];
};

/** A number of a neighbouring system. */
export type IndexedBeside = {
  readonly spans: readonly Span[];
  /** The id of the neighbouring system. */
  readonly origin: string;
  /** What the origin is called in a sentence. */
  readonly originName: string;
  readonly constant?: string;
  readonly text: string;
  /** Readers take it for a code of ours; only where they do. */
  readonly lookAlike?: true;
};

export type ResolverIndex = {
  readonly meanings: readonly IndexedMeaning[];
  readonly classes: readonly IndexedClass[];
  readonly neighbours: readonly IndexedBeside[];
  /** Numbers whose page tells what they mean as an HTTP status, without those that only share their class's text. */
  readonly statuses: readonly string[];
};

/** The symbol the source itself gives a meaning, or null: iOS 3003 stands there as "/". */
export const symbolOf = ({ symbol }: Meaning): string | null =>
  symbol === undefined || symbol === '/' ? null : symbol;

function namesOf(meaning: Meaning): IndexedName[] {
  const symbol = symbolOf(meaning);
  return [
    ...(symbol === null ? [] : [{ kind: 'symbol' as const, text: symbol }]),
    ...(meaning.prompt === undefined ? [] : [{ kind: 'prompt' as const, text: meaning.prompt }]),
    ...meaning.names.map(({ kind, text }) => ({ kind, text })),
  ];
}

/** Makes the index; its size grows with the catalogue and with nothing else. */
export function createResolverIndex(catalogue: Catalogue): ResolverIndex {
  return {
    meanings: catalogue.meanings.map((meaning) => ({
      id: meaning.id,
      family: meaning.family,
      code: meaning.code,
      title: meaning.title,
      standing: meaning.standing,
      actor: { first: meaning.actor.first, also: meaning.actor.also },
      retry: meaning.retry.advice,
      names: namesOf(meaning),
      ...(meaning.kind === 'range' ? { spans: parseSpans(meaning.spans) } : {}),
    })),
    classes: catalogue.classes.map(({ id, title, spans }) => ({
      id,
      title,
      spans: parseSpans(spans),
    })),
    neighbours: catalogue.neighbours.numbers
      .filter(({ numbers }) => numbers.length > 0)
      .map(({ numbers, system, constant, text, card }) => ({
        spans: parseSpans(numbers),
        origin: system,
        originName: catalogue.neighbours.systems[system]?.name ?? system,
        ...(constant === undefined ? {} : { constant }),
        text,
        ...(card ? { lookAlike: true } : {}),
      })),
    statuses: catalogue.pages
      .filter((page) => saysMoreThanClass(page) && page.entries.some(({ kind }) => kind === 'http'))
      .map(({ code }) => code),
  };
}
