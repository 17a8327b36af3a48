/**
 * What a text says of values far behind it: that a key has begun, which columns follow. A window takes
 * it over from the one before.
 */
import type { DecodedView } from './decoded-view.ts';
import { frontedKeys, type OpenBlock } from './key-blocks.ts';
import type { FoundValue } from './kinds.ts';
import { valuesOfParameters, valuesOfRows, type Parameters, type Rows } from './statements.ts';
import { linesIn, valuesOfTable, type Table } from './tables.ts';
import { isLineEnd } from './value-ends.ts';

export type Carried = {
  /** A key whose lines have fronts, and whose end has not come. */
  readonly block: OpenBlock | null;
  /** A statement that inserts rows. */
  readonly rows: Rows | null;
  /** A statement whose parameters come on a line of their own. */
  readonly parameters: Parameters | null;
  readonly table: Table | null;
};

export const NOTHING_CARRIED: Carried = { block: null, rows: null, parameters: null, table: null };

/** Finds values that begin in the range, and what the text behind it has to know. Never throws. */
export function carriedValues(
  view: DecodedView,
  from: number,
  to: number,
  carried: Carried,
): { found: FoundValue[]; carried: Carried } {
  if (from >= to) return { found: [], carried };
  const { text } = view;
  const { found: ofKeys, block } = frontedKeys(view, from, to, carried.block);
  const { found: ofRows, rows } = valuesOfRows(view, from, to, carried.rows);
  const found = [...ofKeys, ...ofRows];
  let { parameters, table } = carried;
  // The rest of a line that began in the window before is no row.
  let isRow = from === 0 || isLineEnd(text[from - 1]);
  for (const { at, line } of linesIn(view, from, to)) {
    const next = (): string =>
      text.slice(at + line.length).match(/^(?:\r\n|[\n\r])([^\n\r]{0,8001})/)?.[1] ?? '';
    const ofParameters = valuesOfParameters(line, at, parameters);
    const ofTable = isRow ? valuesOfTable(line, at, next, table) : { found: [], table };
    isRow = true;
    ({ parameters } = ofParameters);
    ({ table } = ofTable);
    // What begins behind the range is found with what follows it.
    for (const value of [...ofParameters.found, ...ofTable.found])
      if (value.from < to) found.push(value);
  }
  return { found, carried: { block, rows, parameters, table } };
}
