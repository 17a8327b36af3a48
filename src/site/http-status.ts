/** The page of a bare HTTP number: which row of the Android table it falls in, and what that means. */
import { STATUS_CODES } from 'node:http';
import type { Catalogue } from '../domain/codes/catalogue.ts';
import { rangesOf } from '../domain/codes/cross-links.ts';
import { contains, parseSpans } from '../domain/codes/range.ts';
import type { Meaning } from '../domain/codes/schema.ts';
import { absentFamilies, type AbsentFamily } from './code-page.ts';
import { partiesText, RETRY_LABELS } from './labels.ts';

export type HttpStatusView = {
  readonly code: string;
  readonly title: string;
  readonly description: string;
  readonly name: string | null;
  readonly row: Meaning | null;
  readonly sentence: string;
  readonly actor: string | null;
  readonly retry: string | null;
  readonly neighbours: readonly { readonly system: string; readonly text: string }[];
  readonly absent: readonly AbsentFamily[];
  /** The page that search engines should keep instead. */
  readonly canonicalCode: string;
};

export function httpStatusView(catalogue: Catalogue, number: number): HttpStatusView {
  const code = String(number);
  const name = STATUS_CODES[number] ?? null;
  const [row = null] = rangesOf(catalogue, number);
  return {
    code,
    title: `${code} ${name ?? 'HTTP status'}`,
    description:
      row === null
        ? `HTTP ${code} is in neither HTTP row of the MGS result codes.`
        : `HTTP ${code} falls into the MGS Android row "${row.title}".`,
    name,
    row,
    sentence: sentenceFor(number, row),
    actor: row === null ? null : partiesText(row.actor.first, row.actor.also),
    retry: row === null ? null : RETRY_LABELS[row.retry.advice],
    neighbours: catalogue.neighbours.numbers
      .filter(({ numbers }) => contains(parseSpans(numbers), number))
      .map(({ system, text }) => ({
        system: catalogue.neighbours.systems[system]?.name ?? system,
        text,
      })),
    absent: absentFamilies(catalogue, code, row === null ? [] : [row]).filter(
      ({ family }) => row !== null || family !== 'android',
    ),
    canonicalCode: row?.code ?? 'android',
  };
}

/** What the rows say of a number, the two odd ones included (both follow from the rows' wording). */
function sentenceFor(number: number, row: Meaning | null): string {
  if (row === null)
    return `The two HTTP rows of the Android table leave ${number} out: one ends at 499, the other begins above 500. A comment in an older Android class counts all numbers from 100 to 600 as HTTP statuses, so a ${number} can be seen all the same; no prompt is documented for it.`;
  if (number >= 200 && number < 300)
    return `By its wording the row takes ${number} in, although a 2xx status is a success and no error.`;
  return 'The code is the HTTP status itself, not a result code of the gateway or the service.';
}
