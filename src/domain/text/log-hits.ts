/** The places of a line that hold a code, or a number that only looks like one. */
import {
  FOREIGN_SHAPES,
  matchForeign,
  type ForeignMatch,
  type ForeignShape,
} from './foreign-shapes.ts';
import {
  LOG_SHAPES,
  matchShapes,
  NAME_PATTERN,
  NEIGHBOUR_SHAPES,
  type LogShape,
  type NeighbourShape,
  type NeighbourSystem,
  type Ruling,
  type ShapeId,
} from './log-shapes.ts';
import type { Answer, Undocumented } from './resolve.ts';
import { guardEntry, isGuardId, SECURITY_GUARD } from './security-guard.ts';
import { prefixLength } from './log-lines.ts';
import { namedNumbers, type NamedNumber, type NumberTables } from './sentences.ts';
import type { TableCell, TableLine } from './table-columns.ts';
import { isNumber } from '../codes/code-id.ts';
import { contains } from '../codes/range.ts';
import type { IndexedBeside, ResolverIndex } from '../codes/resolver-index.ts';
import type { Family } from '../codes/families.ts';

/** What a code in a log means: documented, with one meaning or several, or not documented. */
export type CodeAnswer = Extract<Answer, { kind: 'meanings' }> | Undocumented;

/** The form in which a code was found. */
export type FoundShape = { readonly id: FoundShapeId };

export type FoundShapeId =
  | ShapeId
  | ForeignShape['id']
  | 'symbol'
  | 'sdk-constant'
  | 'neighbour-constant'
  | 'security-guard-words'
  | 'payment-words'
  | 'words'
  | 'table-cell'
  | 'only-number';

/** A word that stands for a code of ours. */
type CodeName = Ruling & {
  readonly number: string;
  readonly shape: FoundShapeId;
  readonly answer: CodeAnswer;
};

/** A word that stands for a number of another system. */
type NeighbourName = {
  readonly number: string;
  readonly shape: FoundShapeId;
  readonly system: NeighbourSystem;
  readonly known: readonly IndexedBeside[];
};

export type Hit = {
  /** Digits or name, as they stand in the line. */
  readonly text: string;
  /** Offset of `text` in its line. */
  readonly offset: number;
  /** The whole form around it. */
  readonly form: string;
} & (
  | { readonly kind: 'code'; readonly shape: LogShape }
  | { readonly kind: 'name'; readonly name: CodeName }
  | { readonly kind: 'neighbour'; readonly shape: NeighbourShape }
  | { readonly kind: 'neighbour-name'; readonly name: NeighbourName }
  | { readonly kind: 'foreign'; readonly match: ForeignMatch }
  | { readonly kind: 'words'; readonly named: NamedNumber }
  | { readonly kind: 'cell'; readonly cell: TableCell }
);

/** A line, or a piece of a very long one. */
export type LineText = {
  readonly text: string;
  /** 1-based number of the line. */
  readonly line: number;
  /** Offset of `text` in the line. */
  readonly from: number;
};

/** A line with what stands in it. */
export type Line = LineText & { readonly hits: readonly Hit[] };

/** Looks for hits, line by line; `row` where the line is one of a table. */
export type HitFinder = (line: LineText, before: Line | undefined, row: TableLine | null) => Line;

const NO_HITS: readonly Hit[] = [];

/** What the words of a sentence are compared with. */
export function createNumberTables(index: ResolverIndex): NumberTables {
  const own = index.meanings.filter(({ id, code }) => isNumber(code) && !isGuardId(id));
  const codes = new Set(own.map(({ code }) => code));
  const isClient = ({ family }: { family: Family }) => family === 'android' || family === 'ios';
  const clients = new Set(own.filter(isClient).map(({ code }) => code));
  const payments = index.neighbours.filter(({ origin }) => origin === 'payment-sdk');
  const guards = new Map<string, boolean>();
  return {
    isDocumented: (number) => Number(number) >= 1000 && codes.has(number),
    isClientNumber: (number) => clients.has(number),
    isPaymentNumber: (number) => payments.some(({ spans }) => contains(spans, Number(number))),
    // A log repeats its numbers, and each is looked up once.
    isSecurityGuardNumber: (number) => {
      const asked = guards.get(number);
      if (asked !== undefined) return asked;
      const { known, ids } = guardEntry(index, number);
      guards.set(number, known.length + ids.length > 0);
      return known.length + ids.length > 0;
    },
  };
}

/** Prepares the search; the names are those of the index. */
export function createHitFinders(
  index: ResolverIndex,
  tables: NumberTables,
): (text: string) => HitFinder {
  const names = createNames(index);
  /** @param text holds every line that the finder will be given: what it lacks is not looked for */
  return (text) => {
    const lowerCase = text.toLowerCase();
    const shapes: Shapes = {
      foreign: hintedAt(FOREIGN_SHAPES, lowerCase),
      theirs: hintedAt(NEIGHBOUR_SHAPES, lowerCase),
      ours: hintedAt(LOG_SHAPES, lowerCase),
      names,
      tables,
    };
    return (line, before, row) => ({ ...line, hits: hitsIn(line.text, before, row, shapes) });
  };
}

const hintedAt = <S extends { readonly hint: string }>(
  shapes: readonly S[],
  lowerCase: string,
): readonly S[] => shapes.filter(({ hint }) => lowerCase.includes(hint));

/** What a text is searched for. */
type Shapes = {
  readonly foreign: readonly ForeignShape[];
  readonly theirs: readonly NeighbourShape[];
  readonly ours: readonly LogShape[];
  readonly names: ReadonlyMap<string, CodeName | NeighbourName>;
  readonly tables: NumberTables;
};

function hitsIn(
  line: string,
  before: Line | undefined,
  row: TableLine | null,
  { foreign, theirs, ours, names, tables }: Shapes,
): readonly Hit[] {
  const lowerCase = line.toLowerCase();
  const hits = new Map<number, Hit>();
  for (const match of matchForeign(hintedAt(foreign, lowerCase), line))
    addTo(hits, {
      kind: 'foreign',
      text: match.text,
      offset: match.index,
      form: match.form,
      match,
    });
  // Neighbours first: where two forms fit one place, the number is not ours.
  for (const match of matchesOf(hintedAt(theirs, lowerCase), line))
    addTo(hits, { ...match, kind: 'neighbour' });
  for (const match of matchesOf(hintedAt(ours, lowerCase), line))
    addTo(hits, { ...match, kind: 'code' });
  if (hits.size === 0 && before && isCutOff(before.text)) {
    const start = before.text.length + 1;
    for (const match of matchesOf(LOG_SHAPES, `${before.text}\n${line}`))
      if (match.offset >= start)
        addTo(hits, { ...match, kind: 'code', offset: match.offset - start });
  }
  if (line.includes('_') || line.includes('DTRpc'))
    for (const { 0: text, index } of line.matchAll(NAME_PATTERN)) {
      const name = names.get(nameKey(text));
      if (!name || isInSourceCode(line, index)) continue;
      const word = { text, offset: index, form: text };
      addTo(
        hits,
        'system' in name
          ? { ...word, kind: 'neighbour-name', name }
          : { ...word, kind: 'name', name },
      );
    }
  if (row?.cell) {
    const { cell } = row;
    addTo(hits, { kind: 'cell', text: cell.text, offset: cell.offset, form: cell.text, cell });
  }
  // The words of a table are its header; its other columns count something else.
  for (const named of row ? [] : namedNumbers(line, tables))
    addTo(hits, {
      kind: 'words',
      text: named.text,
      offset: named.index,
      form: named.text,
      named,
    });
  if (hits.size === 0) return NO_HITS;
  // A process id beside a tag is no number of the exception that the tag is named after.
  const start = prefixLength(line);
  return [...hits.values()]
    .filter(({ offset, kind }) => offset >= start || kind === 'name')
    .sort((a, b) => a.offset - b.offset);
}

/**
 * Whether a constant is an expression in source code. A decompiler puts one for any equal number: what
 * was a plain 401 is `SecExceptionCode.SEC_ERROR_DYN_ENC_INVALID_PARAM` then.
 */
const isInSourceCode = (line: string, at: number): boolean =>
  /\bSecExceptionCode\.$/.test(line.slice(Math.max(0, at - 20), at)) &&
  /[;(){}=]|\bcase\b/.test(line);

const matchesOf = <S extends LogShape | NeighbourShape>(shapes: readonly S[], text: string) =>
  shapes.length === 0
    ? []
    : matchShapes(shapes, text, true).map(({ shape, code, index, from, to }) => ({
        shape,
        text: code,
        offset: index,
        form: text.slice(from, to),
      }));

/** One hit a place; the first that comes has it. */
function addTo(hits: Map<number, Hit>, hit: Hit): void {
  if (!hits.has(hit.offset)) hits.set(hit.offset, hit);
}

/** Browsers copy a header's name and its value as two lines, and HAR files have them so as well. */
const isCutOff = (line: string): boolean =>
  /result-status["'\\]{0,8}[\t ]{0,8}[,:]?[\t ]{0,8}$/i.test(line.slice(-40));

/** The iOS SDK itself mixes `k…` and `K…`; constants are told by their capitals. */
const nameKey = (name: string): string => (name.includes('_') ? name : name.toLowerCase());

function createNames(index: ResolverIndex): ReadonlyMap<string, CodeName | NeighbourName> {
  const names = new Map<string, CodeName | NeighbourName>();
  for (const beside of index.neighbours) {
    const system = NEIGHBOUR_SHAPES.find(({ system }) => system === beside.origin)?.system;
    const number = beside.spans[0]?.from;
    if (beside.constant === undefined || system === undefined || number === undefined) continue;
    names.set(nameKey(beside.constant), {
      number: String(number),
      shape: 'neighbour-constant',
      system,
      known: [beside],
    });
  }
  const add = (text: string, number: string, family: Family, answer: CodeAnswer): void => {
    const shape = text.includes('_') ? 'sdk-constant' : 'symbol';
    const known = names.get(nameKey(text));
    if (known && 'answer' in known && isMeanings(known.answer) && isMeanings(answer)) {
      const [first, ...rest] = known.answer.ids;
      const ids = [first, ...rest, ...answer.ids] as const;
      const families = [...new Set([...known.families, family])];
      names.set(nameKey(text), { ...known, families, answer: { ...answer, ids } });
    } else names.set(nameKey(text), { number, shape, reason: shape, families: [family], answer });
  };
  for (const { id, family, code, names: own } of index.meanings)
    for (const { kind, text } of own) {
      if (kind !== 'symbol' && kind !== 'sdk-constant') continue;
      if (isGuardId(id))
        names.set(nameKey(text), {
          number: code,
          shape: 'neighbour-constant',
          system: SECURITY_GUARD,
          known: [],
        });
      else add(text, code, family, { kind: 'meanings', ids: [id], via: kind, number: code });
    }
  return names;
}

const isMeanings = (answer: CodeAnswer): answer is Extract<CodeAnswer, { kind: 'meanings' }> =>
  answer.kind === 'meanings';

/** Whether an answer to a number is about a number, as it always is. */
export const isCodeAnswer = (answer: Answer): answer is CodeAnswer =>
  answer.kind === 'meanings' || answer.kind === 'undocumented';
