/** Values in SQL that stand apart from their names: after columns, in lists of parameters, for users. */
import { MASK_CHARACTER, type DecodedView } from './decoded-view.ts';
import { HAN_NAMES, kindOfName, type NamedKind } from './field-names.ts';
import { SECRETS, type FoundValue, type MaskKind } from './kinds.ts';
import { matchAt } from './match-at.ts';
import { isNoValue, PLACEHOLDER } from './no-values.ts';
import { isClosing } from './value-ends.ts';

/** What a column holds, null where its name says nothing. */
export type Columns = readonly (NamedKind | null)[];

/** What a column of this name holds. */
export function kindOfColumn(name: string): NamedKind | null {
  const plain = name.trim().replaceAll(/[`"'[\]]/g, '');
  return kindOfName(plain.split('.').at(-1) ?? '') ?? HAN_NAMES.get(plain) ?? null;
}

const OF_PERSONS: ReadonlySet<MaskKind> = new Set([
  'phone',
  'email',
  'identity-number',
  'birth-date',
]);
const NAME_OF_PERSON: NamedKind = { kind: 'name', only: (value) => /\p{L}/u.test(value) };

/** What columns hold: one of names is of persons where another column is. */
export function kindsOfColumns(
  names: readonly string[],
  kindOf: (name: string) => NamedKind | null = kindOfColumn,
): Columns {
  const columns = names.map((name) => kindOf(name));
  if (!columns.some((named) => named && OF_PERSONS.has(named.kind))) return columns;
  return columns.map((named, place) =>
    /^[`"'[\s]*name[`"'\]\s]*$/i.test(names[place] ?? '') ? NAME_OF_PERSON : named,
  );
}

/** Whether a text in the place of a value is one of this kind. */
export const isColumnValue = (named: NamedKind, value: string): boolean =>
  value.replaceAll(MASK_CHARACTER, '').trim() !== '' &&
  !isNoValue(value.trim()) &&
  !PLACEHOLDER.test(value.trim()) &&
  (!named.only || named.only(value.trim()));

const CREDENTIAL =
  /\b(?:IDENTIFIED\s{1,20}(?:WITH\s{1,20}["'`]?\w{1,40}["'`]?\s{1,20})?(?:BY|AS)\s{1,20}(?:(?:PASSWORD|VALUES)\s{1,20})?|SET\s{1,20}PASSWORD\s{1,20}FOR\s{1,20}[^\s=]{1,120}\s{0,20}=\s{0,20}(?:PASSWORD\s{0,4}\(\s{0,4})?)/gi;
const REPLACED = /["']?\s{1,20}REPLACE\s{1,20}/iy;
const BARE = /[^\s;,"'`()]{1,200}/y;
/** Words before a password without quotes: in a sentence, things are identified by other things. */
const OF_USER = /\b(?:(?:CREATE|ALTER)\s+(?:USER|ROLE|DATABASE|SHARED|PUBLIC)|GRANT|CONNECT)\b/i;

/** The end of a string of SQL from a position within it; a doubled quote is part of it. */
function endOfString(view: DecodedView, from: number, quote: string, level: number): number | null {
  for (let at = from; at < view.text.length; at += 1) {
    if (view.text[at] !== quote || !isClosing(view, at, quote, level)) continue;
    if (view.text[at + 1] !== quote) return at;
    at += 1;
  }
  return null;
}

/** `IDENTIFIED BY 'secret'`, of MySQL and Oracle. */
export function credentialsOfUsers(view: DecodedView, from: number, to: number): FoundValue[] {
  const { text, levels } = view;
  const found: FoundValue[] = [];
  const add = (at: number, isStatement: boolean): number => {
    const quote = /["']/.exec(text[at] ?? '')?.[0];
    if (quote === undefined && !isStatement) return at;
    const start = quote === undefined ? at : at + 1;
    const end =
      quote === undefined
        ? at + (matchAt(BARE, text, at)?.[0].length ?? 0)
        : (endOfString(view, start, quote, levels[at] ?? 0) ?? start);
    const isWords =
      quote === undefined && /^(?:RANDOM|EXTERNALLY|GLOBALLY)$/i.test(text.slice(start, end));
    if (
      end - start <= LONGEST_SECRET &&
      !isWords &&
      isColumnValue({ kind: 'password' }, text.slice(start, end))
    )
      found.push({ from: start, to: end, kind: 'password' });
    return end;
  };
  CREDENTIAL.lastIndex = from;
  for (
    let match = CREDENTIAL.exec(text);
    match && match.index < to;
    match = CREDENTIAL.exec(text)
  ) {
    const at = CREDENTIAL.lastIndex;
    const isStatement = OF_USER.test(text.slice(Math.max(0, match.index - 200), match.index));
    const end = add(at, isStatement);
    if (end > at && matchAt(REPLACED, text, end)) add(REPLACED.lastIndex, isStatement);
    CREDENTIAL.lastIndex = Math.max(at, end);
  }
  return found;
}

const LONGEST_SECRET = 1000;

/** Rows of values behind the columns of an `INSERT`, and where in them reading has stopped. */
export type Rows = {
  readonly columns: Columns;
  readonly column: number;
  readonly depth: number;
  readonly quote: { readonly char: string; readonly level: number } | null;
};

const INSERT =
  /\b(?:INSERT|REPLACE|UPSERT)\s{1,20}(?:(?:IGNORE|DELAYED|LOW_PRIORITY|HIGH_PRIORITY)\s{1,20})?(?:INTO|OVERWRITE)\s{1,20}(?:TABLE\s{1,20})?[\w.`"'[\]$#@{}-]{1,120}\s{0,20}\(/gi;
const COLUMNS = /[^()\n\r;]{1,4000}(?:[\n\r]{1,2}[^()\n\r;]{0,400}){0,200}(?=\))/y;
const VALUES =
  /\)\s{0,20}(?:OVERRIDING\s{1,9}(?:SYSTEM|USER)\s{1,9}VALUE\s{1,9})?VALUES?\s{0,20}/iy;
const PLAIN = /[^\s,()'"`]{1,400}/y;

/** The columns that a statement names, if one of them holds what is to be masked. */
function columnsAt(text: string, at: number): Columns | null {
  const names = matchAt(COLUMNS, text, at)?.[0].split(',') ?? [];
  const columns = kindsOfColumns(names);
  return columns.some((column) => column !== null) ? columns : null;
}

/** `INSERT INTO t (name, password) VALUES ('…', '…'), …`: values by the place of their column. */
export function valuesOfRows(
  view: DecodedView,
  from: number,
  to: number,
  carried: Rows | null,
): { found: FoundValue[]; rows: Rows | null } {
  const { text } = view;
  const found: FoundValue[] = [];
  let rows = carried;
  let at = from;
  while (at < to) {
    if (rows) {
      ({ at, rows } = readRows(view, at, to, rows, found));
      if (rows) break;
    }
    const match = matchAt(INSERT, text, at);
    if (!match || match.index >= to) break;
    at = INSERT.lastIndex;
    const columns = columnsAt(text, at);
    if (!columns || !matchAt(VALUES, text, COLUMNS.lastIndex)) continue;
    at = VALUES.lastIndex;
    rows = { columns, column: 0, depth: 0, quote: null };
  }
  return { found, rows };
}

function readRows(
  view: DecodedView,
  from: number,
  to: number,
  rows: Rows,
  found: FoundValue[],
): { at: number; rows: Rows | null } {
  const { text, levels } = view;
  const { columns } = rows;
  let { column, depth, quote } = rows;
  let at = from;
  const add = (start: number, end: number): void => {
    const named = columns[column];
    if (named && isColumnValue(named, text.slice(start, Math.min(end, start + LONGEST_SECRET))))
      found.push({ from: start, to: end, kind: named.kind });
  };
  while (at < to) {
    const char = text[at] ?? '';
    if (quote) {
      const end = endOfString(view, at, quote.char, quote.level);
      // A string that ends nowhere near is no string of this statement.
      if (end === null) return { at: to, rows: null };
      if (end >= to) return { at: to, rows: { columns, column, depth, quote } };
      at = end + 1;
      quote = null;
    } else if (depth > 0 && (char === "'" || char === '"')) {
      quote = { char, level: levels[at] ?? 0 };
      at += 1;
      const end = endOfString(view, at, char, quote.level);
      if (end !== null) add(at, end);
    } else if (char === '(') {
      if (depth === 0) column = 0;
      depth += 1;
      at += 1;
    } else if (char === ')') {
      depth -= 1;
      at += 1;
      if (depth < 0) return { at, rows: null };
    } else if (char === ',' || /\s/.test(char)) {
      if (char === ',' && depth === 1) column += 1;
      at += 1;
    } else if (depth === 0) return { at, rows: null };
    else {
      const word = matchAt(PLAIN, text, at)?.[0] ?? char;
      if (depth === 1 && !/^\s{0,4}[('"]/.test(text.slice(at + word.length, at + word.length + 5)))
        add(at, at + word.length);
      at += word.length;
    }
  }
  return { at, rows: { columns, column, depth, quote } };
}

/** The parameters of a statement, by what the statement says of their places. */
export type Parameters = {
  readonly kinds: readonly (MaskKind | null)[];
  /** The kind of all others, where the statement names a secret. */
  readonly others: MaskKind | null;
  /** So many lines may come before the parameters do. */
  readonly left: number;
};

/** Other threads log as well. */
const MOST_LINES = 40;
const VERB = /\b(?:select|insert|update|delete|merge|replace|upsert|call)\b/i;
const WORDS = /[\w`".$]{2,80}|(?<![^\s=(,<>])\?(?=[\s,;)]|$)/g;
const NAMED_PLACE = /(?<name>[\w`".$]{2,80})\s{0,4}(?:[=<>!]{1,2}| I?LIKE )\s{0,4}$/i;

/** What a statement says of its parameters; null where it names nothing that is to be masked. */
function parametersOf(statement: string): Parameters | null {
  const places: (MaskKind | null)[] = [];
  let others: MaskKind | null = null;
  let isNamed = false;
  for (const { 0: word, index } of statement.matchAll(WORDS)) {
    if (word !== '?') {
      const kind = kindOfColumn(word)?.kind ?? null;
      isNamed ||= kind !== null;
      if (kind !== null && SECRETS.has(kind)) others ??= kind;
      continue;
    }
    const name = NAMED_PLACE.exec(statement.slice(Math.max(0, index - 100), index))?.groups?.[
      'name'
    ];
    places.push(name === undefined ? null : (kindOfColumn(name)?.kind ?? null));
  }
  if (!isNamed || places.length === 0) return null;
  const insert = matchAt(INSERT, statement, 0);
  const columns = insert && columnsAt(statement, INSERT.lastIndex);
  const kinds = columns
    ? places.map((kind, place) => kind ?? columns[place % columns.length]?.kind ?? null)
    : places;
  return { kinds, others, left: MOST_LINES };
}

/** `Parameters: abc(String), 3(Long)` of MyBatis. */
const TYPED_LIST = /Parameters:\s{0,4}/;
const TYPED = /null, |(?<value>[^\n\r]{0,4000}?)\([A-Z]\w{2,30}\)(?:, |(?=\s*$))/y;
/** `Parameters : [abc, 3]` of Druid. */
const LIST = /Parameters\s?:\s?\[/i;
/** `binding parameter [2] as [VARCHAR] - [abc]` of Hibernate, and of its sixth version. */
const BOUND =
  /binding parameter (?:\[(?<first>\d{1,3})\] as \[\w{1,30}\] - |\((?<second>\d{1,3}):\w{1,30}\) <- )\[/i;
/** `column index 2, parameter value [abc]` of Spring. */
const SET = /column index (?<first>\d{1,3}), parameter value \[/i;

/**
 * Statements with places for parameters, and the lines that show what the parameters were.
 * @param from where the line begins
 */
export function valuesOfParameters(
  line: string,
  from: number,
  carried: Parameters | null,
): { found: FoundValue[]; parameters: Parameters | null } {
  const found: FoundValue[] = [];
  if (line.includes('?') && VERB.test(line)) return { found, parameters: parametersOf(line) };
  if (!carried || carried.left === 0) return { found, parameters: null };
  const add = (place: number, start: number, value: string): void => {
    const kind = carried.kinds[place] ?? carried.others;
    if (kind !== null && isColumnValue({ kind }, value))
      found.push({ from: from + start, to: from + start + value.length, kind });
  };
  const typed = TYPED_LIST.exec(line);
  if (typed) {
    TYPED.lastIndex = typed.index + typed[0].length;
    for (let place = 0; ; place += 1) {
      const start = TYPED.lastIndex;
      const match = TYPED.exec(line);
      if (!match || match[0] === '') return { found, parameters: null };
      add(place, start, match.groups?.['value'] ?? '');
    }
  }
  const list = LIST.exec(line);
  if (list) {
    let start = list.index + list[0].length;
    const end = line.lastIndexOf(']');
    for (const [place, value] of line.slice(start, Math.max(start, end)).split(', ').entries()) {
      add(place, start, value);
      start += value.length + ', '.length;
    }
    return { found, parameters: null };
  }
  const one = BOUND.exec(line) ?? SET.exec(line);
  if (one) {
    const start = one.index + one[0].length;
    const rest = /^(?<value>[^\n\r]*?)\](?:, value class|\s*$)/.exec(line.slice(start));
    const place = Number(one.groups?.['first'] ?? one.groups?.['second']) - 1;
    add(place, start, rest?.groups?.['value'] ?? '');
    return { found, parameters: carried };
  }
  return { found, parameters: { ...carried, left: carried.left - 1 } };
}
