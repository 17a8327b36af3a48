/** What the decoder found, in words and links. */
import type { ClockDifference } from '../domain/text/clock.ts';
import type { Group, Message, NeighbourFinding } from '../domain/text/decode.ts';
import type { ResolverIndex } from '../domain/codes/resolver-index.ts';
import { search } from '../words/en/search.ts';
import { answerView, type AnswerView } from './answer-view.ts';

export type ExcerptView = {
  readonly before: string;
  readonly found: string;
  readonly after: string;
};

export type FindingView = {
  readonly answer: AnswerView;
  /** "line 12" or "lines 12, 40 and 3 more". */
  readonly where: string;
  readonly excerpt: ExcerptView;
  readonly reason: string;
  readonly details: readonly { readonly label: string; readonly value: string }[];
};

export type NeighbourView = {
  readonly heading: string;
  readonly where: string;
  readonly excerpt: ExcerptView;
  readonly known: readonly string[];
};

/** So many lines are named; of more only the number. */
const MOST_LINES_NAMED = 5;

/** "line 3", "lines 3 and 9", "lines 1, 2, 3, 4, 5 and 120 more". */
export function linesText(lines: readonly number[]): string {
  const named = lines.slice(0, MOST_LINES_NAMED).map((line) => line.toLocaleString('en'));
  const more = lines.length - named.length;
  const last = more > 0 ? `${more.toLocaleString('en')} more` : named.pop();
  if (named.length === 0) return `line ${last}`;
  return `lines ${named.join(', ')} and ${last}`;
}

export function findingView(
  index: ResolverIndex,
  { answer, first, fullest, lines }: Group,
): FindingView {
  return {
    answer: answerView(index, answer, search),
    where: linesText(lines),
    excerpt: excerptView(first),
    reason: first.reason,
    details: [...detailsOf(fullest.message), ...(fullest.clock ? clockDetails(fullest.clock) : [])],
  };
}

export function neighbourView(finding: NeighbourFinding): NeighbourView {
  const { name, number, known } = finding;
  return {
    heading: `${name} ${number}, not a code of MGS`,
    where: linesText([finding.line]),
    excerpt: excerptView(finding),
    known:
      known.length > 0
        ? known.map(({ constant, text }) => (constant ? `${constant}: ${text}` : text))
        : ['What this number means there is not known here.'],
  };
}

const excerptView = ({
  excerpt,
  from,
  to,
}: {
  excerpt: string;
  from: number;
  to: number;
}): ExcerptView => ({
  before: excerpt.slice(0, from),
  found: excerpt.slice(from, to),
  after: excerpt.slice(to),
});

function detailsOf({ memo, tips, operation, trace, digest }: Message): FindingView['details'] {
  return [
    ...(memo === undefined ? [] : [{ label: 'Memo, decoded', value: memo }]),
    ...(tips === undefined ? [] : [{ label: 'Tips, decoded', value: tips }]),
    ...(operation === undefined ? [] : [{ label: 'Operation', value: operation }]),
    ...(trace === undefined ? [] : [{ label: `Trace (${trace.name})`, value: trace.value }]),
    ...(digest === undefined
      ? []
      : [
          {
            label: 'Place',
            value: `field ${digest.field} of ${digest.fields} in a line of ${digest.file}`,
          },
        ]),
  ];
}

function clockDetails(clock: ClockDifference): FindingView['details'] {
  if (clock.kind === 'unknown') return [{ label: 'Clock difference', value: clock.reason }];
  const { seconds, ahead, client, server } = clock;
  const readings = `${client.name} in line ${client.line} against ${server.name} in line ${server.line}`;
  const difference =
    ahead === 'neither'
      ? 'none'
      : `the ${ahead === 'client' ? "client's clock is ahead" : "client's clock is behind"} by ${durationText(seconds)}, the time under way included`;
  return [{ label: 'Clock difference', value: `${difference} (${readings})` }];
}

/** Seconds in the two largest units that are not zero: "1 h 5 min", "12.5 s". */
export function durationText(seconds: number): string {
  if (seconds < 60) return `${Number(seconds.toFixed(1))} s`;
  const units: readonly (readonly [string, number])[] = [
    ['d', 86_400],
    ['h', 3600],
    ['min', 60],
    ['s', 1],
  ];
  let rest = Math.round(seconds);
  const parts: string[] = [];
  for (const [unit, size] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${unit}`);
  }
  return parts.slice(0, 2).join(' ');
}
