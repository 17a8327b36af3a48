/** The text that goes into a support ticket: what the page says, and what the link said of the call. */
import { CONTEXT_LABELS, type ContextName, type Fragment } from './fragment.ts';

export type TicketFacts = {
  readonly heading: string;
  readonly address: string;
  readonly meaning: string;
  /** Label and value, as on the page. */
  readonly facts: readonly (readonly [string, string])[];
  readonly steps: readonly string[];
};

const NAMES = Object.keys(CONTEXT_LABELS) as ContextName[];

/** Plain text. Context that the link did not carry is left open to be filled in. */
export function ticketText(
  { heading, address, meaning, facts, steps }: TicketFacts,
  { context }: Fragment,
): string {
  return [
    `MGS result code: ${heading}`,
    address,
    '',
    meaning,
    ...facts.map(([label, value]) => `${label}: ${value}`),
    '',
    ...NAMES.map((name) => `${CONTEXT_LABELS[name]}: ${context[name] ?? ''}`.trimEnd()),
    '',
    'Tried:',
    ...steps.map((step) => `[ ] ${step}`),
    '',
  ].join('\n');
}
