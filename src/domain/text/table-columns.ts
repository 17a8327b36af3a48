/**
 * Tables in a text, as programs export them and people copy them: where a header calls a column that
 * of result codes, the numbers of that column are read, and those of the others are not.
 */
import type { Platform } from './log-shapes.ts';
import { plainForm } from './plain-form.ts';
import type { Trace } from './reply-fields.ts';
import type { NumberTables } from './sentences.ts';

/** What a header calls its column: the reply's header, the key of its body, a result code, an error code, or `code` alone. */
type ColumnName = 'result-header' | 'result-status' | 'result-code' | 'error-code' | 'code';

/** A number in such a column. */
export type TableCell = {
  /** The digits as they stand in the line. */
  readonly text: string;
  /** Offset of `text` in the line, in UTF-16 units. */
  readonly offset: number;
  readonly column: ColumnName;
  /** Whether an operation stands in the row: then the table is one of calls through MGS. */
  readonly isOfCalls: boolean;
  /** Whether another column explains the numbers, as in the documentation of an interface. */
  readonly isOfTexts: boolean;
  /** Whose numbers stood in the rows before; null where they do not show it. */
  readonly seen: 'ours' | 'payment' | 'other' | null;
  /** The header and the row, by which other systems are told. */
  readonly words: string;
  readonly platform: Platform | null;
  readonly operation?: string;
  readonly trace?: Trace;
};

/** A line of a table, its header or a row; `cell` where it has a number in the column. */
export type TableLine = { readonly cell: TableCell | null };

const NAMES: readonly (readonly [ColumnName, string])[] = [
  ['result-header', 'result-status'],
  ['result-status', 'result_?status'],
  [
    'result-code',
    '(?:(?:mgs|rpc|mpaas|gateway) ?|网关)?(?:result[ _-]?code|result status|结果码)|(?:(?:mgs|rpc|mpaas|gateway) |网关)(?:error code|错误码|返回码)',
  ],
  // Everybody has errors.
  [
    'error-code',
    'err(?:or)?[ _-]?code|ret(?:urn)?[ _-]?code|错误码|返回码|错误代码|返回代码|报错码|异常码',
  ],
  // Everybody's: it counts beside a column of operations only.
  ['code', '(?:rpc ?)?code'],
];

const QUOTES = '["\'`*]{0,3}';
/** A cell of a header that names the column, with a separator at one side. */
const HEADER_CELL = new RegExp(
  `(?:^\\uFEFF?|[\\t|;,])[ ]{0,40}${QUOTES}(?:${NAMES.map(([, name]) => name).join('|')})${QUOTES}[ ]{0,40}(?:[\\t|;,]|$)`,
  'i',
);
const COLUMNS = NAMES.map(
  ([name, pattern]) => [name, new RegExp(`^(?:${pattern})$`, 'i')] as const,
);

const OPERATION_COLUMN = /^(?:x-)?m?operation[-_ ]?type$/i;
const TRACE_COLUMN = /^(?:x-)?(?:mgw[-_ ]?)?trace[-_ ]?id$/i;
const PLATFORM_COLUMN =
  /^(?:platform|os|(?:operating )?system|client|平台|(?:操作|手机)?系统|客户端|端)$/i;
const TEXT_COLUMN =
  /^(?:desc(?:ription)?|meaning|reason|solution|含义|说明|描述|解释|原因|解决.*)$/i;
/** Names of programs and hosts have the form of an operation. */
const OTHER_NAME_COLUMN =
  /package|bundle|class|logger|host|domain|thread|file|version|包名|类|域名|主机|版本|文件/i;
/** An operation in a row: parts in lower case with at least two dots. */
const OPERATION = /^[a-z][\w$]{0,40}(?:\.[a-z_][\w$]{0,60}){2,10}$/;
const HOST = /^(?:www|api|m)\.|\.(?:com|cn|net|org|io|log|txt)$/;

const CODE = /^\d{1,9}(?=(?:\.0)?$)/;
/** The line under the header of a table drawn with signs. */
const BORDER = /^[\s|+:=-]+$/;

/** A longer line is a record of something else. */
const LONGEST_HEADER = 1000;
const LONGEST_ROW = 8000;

type Cell = { readonly text: string; readonly offset: number };

type Table = {
  readonly separator: string;
  readonly header: string;
  readonly names: readonly string[];
  readonly column: ColumnName;
  readonly position: number;
  seen: TableCell['seen'];
};

/** Reads the lines of a text in order; null for a line of no table. Linear; never throws. */
export function createTableReader({ isDocumented, isPaymentNumber }: NumberTables) {
  let table: Table | null = null;

  const note = (number: string, of: Table): void => {
    const isOurs = isDocumented(number);
    const isPayment = isPaymentNumber(number);
    if (isOurs && isPayment) return;
    of.seen ??= isOurs ? 'ours' : isPayment ? 'payment' : 'other';
  };

  return (text: string): TableLine | null => {
    if (!table && text.length > LONGEST_HEADER) return null;
    const line = plainForm(text);
    const begun = tableBegunBy(line);
    if (begun) {
      table = begun;
      return { cell: null };
    }
    if (!table) return null;
    if (line.includes('--') && BORDER.test(line)) return { cell: null };
    const cells = text.length > LONGEST_ROW ? [] : cellsOf(line, table.separator);
    if (cells.length < 2) {
      table = null;
      return null;
    }
    const cell = cells.length === table.names.length ? cellOf(text, cells, table) : null;
    if (cell) note(String(Number(cell.text)), table);
    return { cell };
  };
}

function tableBegunBy(line: string): Table | null {
  if (line.length > LONGEST_HEADER || !HEADER_CELL.test(line)) return null;
  for (const separator of ['\t', '|', ';', ',']) {
    const names = cellsOf(line, separator).map(({ text }) => text);
    const named = names.filter((name) => name !== '');
    // A number in it: it is a row, or a sentence.
    if (named.length < 2 || named.some((name) => /^\d+$/.test(name))) continue;
    for (const [column, pattern] of COLUMNS) {
      const position = names.findIndex((name) => pattern.test(name));
      if (column === 'code' && !names.some((name) => OPERATION_COLUMN.test(name))) continue;
      if (position !== -1) return { separator, header: line, names, column, position, seen: null };
    }
  }
  return null;
}

/** The cells of a line without space and quotes around them. Between quotes a separator is none. */
function cellsOf(line: string, separator: string): Cell[] {
  const cells: Cell[] = [];
  const isQuoting = separator === ',' || separator === ';';
  let isQuoted = false;
  let start = 0;
  for (let at = 0; at <= line.length; at += 1) {
    if (isQuoting && line[at] === '"') isQuoted = !isQuoted;
    if (at < line.length && (isQuoted || line[at] !== separator)) continue;
    const raw = line.slice(start, at);
    const before = /^[\s"'`*]*/.exec(raw)?.[0].length ?? 0;
    cells.push({ text: raw.slice(before).replace(/["'`*\s]{1,40}$/, ''), offset: start + before });
    start = at + 1;
  }
  return cells;
}

function cellOf(text: string, cells: readonly Cell[], table: Table): TableCell | null {
  const { names, position, column, header, seen } = table;
  const cell = cells[position];
  const digits = cell && CODE.exec(cell.text)?.[0];
  if (!cell || digits === undefined) return null;
  const valueOf = (isMeant: (name: string, value: string) => boolean): string | undefined =>
    cells.find(({ text: value }, at) => value !== '' && isMeant(names[at] ?? '', value))?.text;
  const operation =
    valueOf((name) => OPERATION_COLUMN.test(name)) ??
    valueOf(
      (name, value) => OPERATION.test(value) && !HOST.test(value) && !OTHER_NAME_COLUMN.test(name),
    );
  const trace = valueOf((name) => TRACE_COLUMN.test(name));
  const client = valueOf((name) => PLATFORM_COLUMN.test(name)) ?? '';
  return {
    text: text.slice(cell.offset, cell.offset + digits.length),
    offset: cell.offset,
    column,
    isOfCalls: operation !== undefined || names.some((name) => OPERATION_COLUMN.test(name)),
    isOfTexts: names.some((name) => TEXT_COLUMN.test(name)),
    seen,
    words: `${header}\n${cells.map(({ text: value }) => value).join(' ')}`,
    platform: /android|安卓/i.test(client)
      ? 'android'
      : /ios|iphone|苹果/i.test(client)
        ? 'ios'
        : null,
    ...(operation === undefined ? {} : { operation }),
    ...(trace === undefined ? {} : { trace: { name: 'traceId', value: trace } }),
  };
}
