/** Which finding of a log is the cause of which other. */
import type { Finding, NeighbourFinding } from './findings.ts';

/** A cause named by another system, and the code that came of it. */
export type Cause = {
  readonly kind: 'signing' | 'url-loading' | 'transport';
  readonly cause: NeighbourFinding;
  readonly effect: Finding;
};

/** A request without a usable signature (facts of `signature-log`): the gateway answers with one of these. */
const UNSIGNED: ReadonlySet<string> = new Set(['gateway/7001', 'gateway/7014']);

/** Further apart than so many lines they are of different calls. */
const MOST_LINES_TO_SIGNING = 2000;
const MOST_LINES_TO_CAUSE = 40;

const means = ({ answer }: Finding, isMeant: (id: string) => boolean): boolean =>
  answer.kind === 'meanings' && answer.ids.some(isMeant);

const isBefore = (one: { line: number; column: number }, other: typeof one): boolean =>
  one.line < other.line || (one.line === other.line && one.column < other.column);

/** The causes that a log shows, in order of their effects; one for each code. Both lists are in order. */
export function causesIn(
  findings: readonly Finding[],
  neighbours: readonly NeighbourFinding[],
): Cause[] {
  const guards = neighbours.filter(({ system }) => system === 'security-guard');
  const under = neighbours.filter(({ above }) => above !== null);
  if (guards.length + under.length === 0) return [];
  const causes: Cause[] = [];
  const explained = new Set<string>();
  for (const effect of findings) {
    if (effect.answer.kind !== 'meanings' || explained.has(effect.answer.ids.join(' '))) continue;
    const cause = signingBefore(guards, effect) ?? lyingUnder(under, effect);
    if (!cause) continue;
    explained.add(effect.answer.ids.join(' '));
    causes.push(cause);
  }
  return causes;
}

function signingBefore(guards: readonly NeighbourFinding[], effect: Finding): Cause | null {
  if (!means(effect, (id) => UNSIGNED.has(id))) return null;
  const cause = guards[countWhere(guards, (one) => isBefore(one, effect)) - 1];
  return cause && effect.line - cause.line <= MOST_LINES_TO_SIGNING
    ? { kind: 'signing', cause, effect }
    : null;
}

function lyingUnder(under: readonly NeighbourFinding[], effect: Finding): Cause | null {
  const fits = (one: NeighbourFinding | undefined): one is NeighbourFinding =>
    one !== undefined &&
    distance(one) <= MOST_LINES_TO_CAUSE &&
    means(effect, (id) => id === one.above);
  const distance = ({ line }: NeighbourFinding): number => Math.abs(line - effect.line);
  const position = countWhere(under, (one) => isBefore(one, effect));
  const [before, after] = [under[position - 1], under[position]];
  // An error object has the error that lies under it behind it, a log may have it before.
  const cause =
    fits(after) && !(fits(before) && distance(before) < distance(after)) ? after : before;
  if (!fits(cause)) return null;
  return { kind: cause.system === 'transport' ? 'transport' : 'url-loading', cause, effect };
}

/** How many entries at the beginning of a list a condition holds for; it holds for none after them. */
function countWhere<T>(list: readonly T[], holds: (entry: T) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = list[middle];
    if (entry !== undefined && holds(entry)) low = middle + 1;
    else high = middle;
  }
  return low;
}
