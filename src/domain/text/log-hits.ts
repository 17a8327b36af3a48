/** The places of a line that hold a code, or a number that only looks like one. */
import {
  LOG_SHAPES,
  matchShapes,
  NAME_PATTERN,
  NEIGHBOUR_SHAPES,
  type LogShape,
  type NeighbourShape,
  type NeighbourSystem,
  type Ruling,
} from './log-shapes.ts';
import { resolveNumber, type Answer, type Undocumented } from './resolve.ts';
import type { IndexedBeside, ResolverIndex } from '../codes/resolver-index.ts';
import { FAMILIES, type Family } from '../codes/families.ts';

/** What a code in a log means: documented, with one meaning or several, or not documented. */
export type CodeAnswer = Extract<Answer, { kind: 'meanings' }> | Undocumented;

/** The form in which a code was found. */
export type FoundShape = { readonly id: string; readonly label: string };

/** A word that stands for a code of ours. */
type CodeName = Ruling & {
  readonly number: string;
  readonly shape: FoundShape;
  readonly answer: CodeAnswer;
};

/** A word that stands for a number of another system. */
type NeighbourName = {
  readonly number: string;
  readonly shape: FoundShape;
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
);

/** A line with what stands in it. */
export type Line = { readonly text: string; readonly hits: readonly Hit[] };

/** Looks for hits, line by line. */
export type HitFinder = (text: string, before: Line | undefined) => Line;

const NO_HITS: readonly Hit[] = [];

/** Prepares the search; the names are those of the index. */
export function createHitFinders(index: ResolverIndex): (text: string) => HitFinder {
  const names = createNames(index);
  /** @param text holds every line that the finder will be given: what it lacks is not looked for */
  return (text) => {
    const lowerCase = text.toLowerCase();
    const theirs = hintedAt(NEIGHBOUR_SHAPES, lowerCase);
    const ours = hintedAt(LOG_SHAPES, lowerCase);
    return (line, before) => ({ text: line, hits: hitsIn(line, before, theirs, ours, names) });
  };
}

const hintedAt = <S extends { readonly hint: string }>(
  shapes: readonly S[],
  lowerCase: string,
): readonly S[] => shapes.filter(({ hint }) => lowerCase.includes(hint));

function hitsIn(
  line: string,
  before: Line | undefined,
  theirs: readonly NeighbourShape[],
  ours: readonly LogShape[],
  names: ReadonlyMap<string, CodeName | NeighbourName>,
): readonly Hit[] {
  const lowerCase = line.toLowerCase();
  const hits = new Map<number, Hit>();
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
      if (!name) continue;
      const word = { text, offset: index, form: text };
      addTo(
        hits,
        'system' in name
          ? { ...word, kind: 'neighbour-name', name }
          : { ...word, kind: 'name', name },
      );
    }
  if (hits.size === 0) return NO_HITS;
  return [...hits.values()].sort((a, b) => a.offset - b.offset);
}

const matchesOf = <S extends LogShape | NeighbourShape>(shapes: readonly S[], text: string) =>
  shapes.length === 0
    ? []
    : matchShapes(shapes, text).map(({ shape, code, index, from, to }) => ({
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

const SYMBOL: FoundShape = { id: 'symbol', label: 'Name of a code in the iOS SDK' };
const CONSTANT: FoundShape = { id: 'sdk-constant', label: 'Constant of an SDK' };
const NEIGHBOUR_CONSTANT: FoundShape = {
  id: 'neighbour-constant',
  label: 'Constant of another system',
};

function createNames(index: ResolverIndex): ReadonlyMap<string, CodeName | NeighbourName> {
  const names = new Map<string, CodeName | NeighbourName>();
  for (const beside of index.neighbours) {
    const system = NEIGHBOUR_SHAPES.find(({ system }) => system === beside.origin)?.system;
    const number = beside.spans[0]?.from;
    if (beside.constant === undefined || system === undefined || number === undefined) continue;
    names.set(nameKey(beside.constant), {
      number: String(number),
      shape: NEIGHBOUR_CONSTANT,
      system,
      known: [beside],
    });
  }
  const add = (text: string, number: string, family: Family, answer: CodeAnswer): void => {
    const shape = text.includes('_') ? CONSTANT : SYMBOL;
    const reason =
      shape === SYMBOL
        ? `\`${text}\` is the iOS SDK's name for this code.`
        : `\`${text}\` is the constant that an SDK has for this code.`;
    const known = names.get(nameKey(text));
    if (known && 'answer' in known && isMeanings(known.answer) && isMeanings(answer)) {
      const [first, ...rest] = known.answer.ids;
      const ids = [first, ...rest, ...answer.ids] as const;
      const families = [...new Set([...known.families, family])];
      names.set(nameKey(text), { ...known, families, answer: { ...answer, ids } });
    } else names.set(nameKey(text), { number, shape, reason, families: [family], answer });
  };
  for (const { constant, origin, spans } of index.undocumented) {
    const family = FAMILIES.find((known) => known === origin);
    const number = spans[0]?.from;
    if (constant === undefined || family === undefined || number === undefined) continue;
    const answer = resolveNumber(index, String(number), [family], 'sdk-constant');
    if (isCodeAnswer(answer)) add(constant, String(number), family, answer);
  }
  for (const { id, family, code, names: own } of index.meanings)
    for (const { kind, text } of own)
      if (kind === 'symbol' || kind === 'sdk-constant')
        add(text, code, family, { kind: 'meanings', ids: [id], via: kind, number: code });
  return names;
}

const isMeanings = (answer: CodeAnswer): answer is Extract<CodeAnswer, { kind: 'meanings' }> =>
  answer.kind === 'meanings';

/** Whether an answer to a number is about a number, as it always is. */
export const isCodeAnswer = (answer: Answer): answer is CodeAnswer =>
  answer.kind === 'meanings' || answer.kind === 'undocumented';
