/** The text that goes into a support ticket: what the page says, and what the link said of the call. */
import type { PageWords } from '../words/en/page.ts';
import { CONTEXT_NAMES, type Fragment } from './fragment.ts';

export type TicketFacts = {
  readonly heading: string;
  /** The id of the meaning on its page. */
  readonly place: string;
  readonly address: string;
  readonly meaning: string;
  /** Label and value, as on the page. */
  readonly facts: readonly (readonly [string, string])[];
  readonly steps: readonly string[];
};

/** Plain text. Context that the link did not carry is left open to be filled in. */
export function ticketText(
  words: PageWords,
  { heading, place, address, meaning, facts, steps }: TicketFacts,
  { context }: Fragment,
): string {
  return [
    words.ticket.heading(heading, place),
    address,
    '',
    meaning,
    ...facts.map(([label, value]) => words.ticket.fact(label, value)),
    '',
    ...CONTEXT_NAMES.map((name) =>
      words.ticket.fact(words.context[name], context[name] ?? '').trimEnd(),
    ),
    '',
    words.ticket.tried,
    ...steps.map((step) => `[ ] ${step}`),
    '',
  ].join('\n');
}
