/** Values in tables: what a cell holds is said by the first line. */
import type { DecodedView } from './decoded-view.ts';
import type { NamedKind } from './field-names.ts';
import { SECRETS, type FoundValue } from './kinds.ts';
import { isColumnValue, kindOfColumn, kindsOfColumns, type Columns } from './statements.ts';

/** A table whose rows are being read. */
export type Table = { readonly delimiter: string; readonly columns: Columns };

type Cell = { readonly from: number; readonly to: number };

const LONGEST_ROW = 8000;
const MOST_COLUMNS = 200;

/** The cells of a line, without the blanks and quotes around them. */
function cellsOf(line: string, delimiter: string): Cell[] {
  const cells: Cell[] = [];
  let at = 0;
  while (at <= line.length && cells.length <= MOST_COLUMNS) {
    let from = at;
    while (line[from] === ' ') from += 1;
    const isQuoted = line[from] === '"';
    let end = isQuoted ? line.indexOf('"', from + 1) : line.indexOf(delimiter, at);
    while (isQuoted && end !== -1 && line[end + 1] === '"') end = line.indexOf('"', end + 2);
    if (end === -1) end = line.length;
    const start = isQuoted ? from + 1 : from;
    cells.push({ from: start, to: start + line.slice(start, end).trimEnd().length });
    if (isQuoted) end = line.indexOf(delimiter, end);
    if (end === -1) break;
    at = end + 1;
  }
  if (delimiter !== '|') return cells;
  // Bars may also stand at both ends of the line.
  const isBarred = line.trimStart().startsWith('|');
  return isBarred ? cells.slice(1, /\|\s*$/.test(line.slice(-80)) ? -1 : undefined) : cells;
}

const DELIMITERS = ['\t', ',', ';', '|'];
/** The name of a column, of one or two words. */
const COLUMN_NAME = /^[\p{L}_][\p{L}\d_.$-]{0,40}(?: [\p{L}\d_.$-]{1,40})?$/u;
/** The line between the names and the rows. */
const isRule = (line: string): boolean => line.includes('--') && /^[ \t|+:=-]+$/.test(line);
/** The rows of PostgreSQL's own copies. */
const COPY = /^COPY\s{1,9}[\w."]{1,120}\s{0,9}\((?<names>[^()]{1,4000})\)\s{1,9}FROM\s{1,9}stdin/i;

/** What a cell says of the one beside it: then its line is a pair, and no row. */
const LABEL =
  /^(?:(?:result|error|err|return|ret|status|state|code|memo|tips|message|msg|reason|time|timestamp|date|cost|version|model|os|platform|operation|api|interface|url|method|step|network|channel|level)(?:[-_ ]?(?:code|status|type|name|text|id))?|(?:结果|错误|返回|状态)[码值]?|错误信息|提示|时间|版本|机型|系统|接口|耗时|网络)$/i;
const isLabel = (text = ''): boolean => LABEL.test(text.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_'));

/** Whether a line of two cells is a label and its value; a secret behind such a word is a row. */
const isLabelled = ([label, value = '', ...more]: readonly string[], columns: Columns): boolean =>
  more.length === 0 &&
  isLabel(label) &&
  (/^-?\d{1,5}$/.test(value) || !columns.some((named) => named && SECRETS.has(named.kind)));
/** A type of an operation is no name of a column. */
const isDotted = (name: string): boolean => name.split('.').length > 2;

/** A column of codes holds result codes, and one of keys the names of values. */
const kindOfHeader = (name: string): NamedKind | null =>
  /^(?:code|key)$/i.test(name) ? null : kindOfColumn(name);

const hasKind = (columns: Columns): boolean => columns.some((column) => column !== null);

/** The table that a line begins, by what the next line looks like. */
function tableAt(line: string, next: () => string): Table | null {
  if (line.length > LONGEST_ROW) return null;
  const copied = COPY.exec(line)?.groups?.['names'];
  if (copied !== undefined) {
    const columns = kindsOfColumns(copied.split(','));
    return hasKind(columns) ? { delimiter: '\t', columns } : null;
  }
  for (const delimiter of DELIMITERS) {
    if (!line.includes(delimiter)) continue;
    const names = cellsOf(line, delimiter).map(({ from, to }) => line.slice(from, to));
    if (names.length < 2 || !names.every((name) => COLUMN_NAME.test(name) && !isDotted(name)))
      continue;
    const columns = kindsOfColumns(names, kindOfHeader);
    if (!hasKind(columns)) continue;
    if (delimiter === '|') return isRule(next()) ? { delimiter, columns } : null;
    const row = next();
    const values = cellsOf(row, delimiter).map(({ from, to }) => row.slice(from, to));
    const isRow =
      values.length === names.length &&
      !values.every((value) => kindOfColumn(value)) &&
      !isLabelled(values, columns);
    // A tab also stands between the name of a field and its value.
    const isHeader = delimiter !== '\t' || names.every((name) => !/\d/.test(name));
    return isRow && isHeader ? { delimiter, columns } : null;
  }
  return null;
}

/**
 * Values by the column of their cell.
 * @param from where the line begins, and `next` the line behind it
 */
export function valuesOfTable(
  line: string,
  from: number,
  next: () => string,
  table: Table | null,
): { found: FoundValue[]; table: Table | null } {
  const found: FoundValue[] = [];
  if (table) {
    if (isRule(line)) return { found, table };
    const cells = line.length > LONGEST_ROW ? [] : cellsOf(line, table.delimiter);
    const texts = cells.map((cell) => line.slice(cell.from, cell.to));
    if (cells.length === table.columns.length && !isLabelled(texts, table.columns)) {
      for (const [place, { from: start, to }] of cells.entries()) {
        const named = table.columns[place];
        const value = texts[place] ?? '';
        if (named && value !== String.raw`\N` && isColumnValue(named, value))
          found.push({ from: from + start, to: from + to, kind: named.kind });
      }
      return { found, table };
    }
  }
  return { found, table: tableAt(line, next) };
}

/** The lines that begin in a range, each with where it does. */
export function* linesIn(
  { text }: DecodedView,
  from: number,
  to: number,
): Generator<{ readonly at: number; readonly line: string }> {
  let at = from;
  while (at < to) {
    const feed = text.indexOf('\n', at);
    const end = feed === -1 ? text.length : feed;
    yield { at, line: text.slice(at, text[end - 1] === '\r' ? Math.max(at, end - 1) : end) };
    at = end + 1;
  }
}
