/** What the decoder found, in words and links. */
import type { ClockDifference, ClockReading } from '../domain/text/clock.ts';
import { LINE_TIME } from '../domain/text/call-times.ts';
import type {
  Decoded,
  Finding,
  Group,
  Message,
  NeighbourFinding,
  NeighbourGroup,
  OtherReading,
} from '../domain/text/decode.ts';
import { SECURITY_GUARD } from '../domain/text/security-guard.ts';
import type { Cause } from '../domain/text/story.ts';
import { urlErrorOf } from '../domain/text/url-errors.ts';
import type { ResolverIndex } from '../domain/codes/resolver-index.ts';
import type { DecodeWords } from '../words/en/decode.ts';
import type { SearchWords } from '../words/en/search.ts';
import { answerView, meaningOption, type AnswerView, type OptionView } from './answer-view.ts';

/** First steps of meanings by their ids; a meaning without one is shown without. */
export type FirstSteps = Readonly<Record<string, string>>;

/** What every view is made with. */
export type FindingContext = {
  readonly index: ResolverIndex;
  readonly words: DecodeWords;
  readonly searchWords: SearchWords;
  readonly firstSteps: FirstSteps;
};

export type ExcerptView = {
  readonly before: string;
  readonly found: string;
  readonly after: string;
};

/** One meaning of a number: its page, who fixes it, whether to retry, and what to do first. */
export type MeaningView = {
  readonly option: OptionView;
  readonly firstStep: string | null;
};

/** Texts are plain; backticks in `reason`, `known`, `cause` and first steps mark code. */
export type FindingView = {
  readonly meanings: readonly MeaningView[];
  /** What is to be said where nothing is documented, and pages that help then. */
  readonly answer: AnswerView;
  readonly strength: string;
  /** Where the excerpt is and where else the code is: "line 12" or "line 12, also lines 40, 51, and 3 more". */
  readonly where: string;
  readonly excerpt: ExcerptView;
  readonly reason: string;
  /** The other system that the number can be from just as well, with what it means there. */
  readonly or: readonly string[];
  readonly details: readonly { readonly label: string; readonly value: string }[];
};

export type NeighbourView = {
  readonly heading: string;
  readonly strength: string;
  readonly reason: string;
  readonly where: string;
  readonly excerpt: ExcerptView;
  readonly known: readonly string[];
  /** Pages of the number, where the site has any. */
  readonly meanings: readonly MeaningView[];
  /** The code under which an app sees it. */
  readonly above: MeaningView | null;
};

export type EmptyReplyView = {
  readonly title: string;
  readonly text: string;
  readonly where: string;
  readonly excerpt: ExcerptView;
};

/** An entry of the list of findings. */
export type EntryView =
  | { readonly kind: 'finding'; readonly view: FindingView }
  | { readonly kind: 'neighbour'; readonly view: NeighbourView }
  | { readonly kind: 'empty-reply'; readonly view: EmptyReplyView };

/** Entries in the order of the log, and how many there are in all. */
export type DecodedView = {
  readonly story: readonly string[];
  readonly entries: readonly EntryView[];
  readonly count: number;
  /** The sentence that says what was found; empty where nothing was. */
  readonly found: string;
};

/**
 * The whole reading.
 * @param most so many entries are made: a hostile log holds a hundred thousand
 */
export function decodedView(context: FindingContext, decoded: Decoded, most: number): DecodedView {
  const { groups, neighbourGroups, emptyReply, causes, lines } = decoded;
  const all = [
    ...groups.map((group) => ({ place: group.first, kind: 'finding' as const, group })),
    ...neighbourGroups.map((group) => ({ place: group.first, kind: 'neighbour' as const, group })),
    ...(emptyReply ? [{ place: emptyReply, kind: 'empty-reply' as const }] : []),
  ].sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
  const counted = groups.length + neighbourGroups.length;
  const systems = neighbourGroups
    .filter(({ first }) => first.system !== 'security-guard' || groups.length === 0)
    .map(({ first }) => systemName(context, first));
  return {
    story: causes.slice(0, most).map((cause) => causeText(context, cause)),
    entries: all.slice(0, most).map((entry): EntryView => {
      switch (entry.kind) {
        case 'finding':
          return { kind: 'finding', view: findingView(context, entry.group, causes) };
        case 'neighbour':
          return { kind: 'neighbour', view: neighbourView(context, entry.group) };
        case 'empty-reply': {
          const { title, text } = context.words.emptyReply;
          const where = context.words.lines(entry.place.line, []);
          return {
            kind: 'empty-reply',
            view: { title, text, where, excerpt: excerptView(entry.place) },
          };
        }
      }
    }),
    count: all.length,
    found:
      counted === 0
        ? emptyReply
          ? `${context.words.emptyReply.title}${context.words.punctuation.stop}`
          : ''
        : context.words.found({
            codes: groups.length,
            others: neighbourGroups.length,
            lines,
            systems: [...new Set(systems)].slice(0, MOST_SYSTEMS),
          }),
  };
}

/** So many systems are named in one sentence. */
const MOST_SYSTEMS = 4;

/** One code with all that the text says of it. */
function findingView(
  context: FindingContext,
  { answer, first, fullest, surest, lines }: Group,
  causes: readonly Cause[] = [],
): FindingView {
  const { index, words } = context;
  const isSeveral = answer.kind === 'meanings' && answer.ids.length > 1;
  const reason = words.reasons[surest.reason];
  const cause = causes.find(({ effect }) => isSameAnswer(effect, first));
  return {
    meanings:
      answer.kind === 'meanings'
        ? answer.ids.flatMap((id) => meaningView(context, id, answer.number))
        : [],
    answer: answerView(index, answer, context.searchWords),
    strength: words.strengths[surest.strength],
    where: whereOf(words, surest, lines),
    // The line that the reason speaks of.
    excerpt: excerptView(surest),
    reason: isSeveral ? `${reason}${words.punctuation.gap}${words.several(first.number)}` : reason,
    or: first.or ? [...headingAndKnown(context, first.or, first.number)] : [],
    details: [
      ...detailsOf(words, fullest.message),
      ...(fullest.clock ? clockDetails(words, fullest.clock) : []),
      ...(cause ? [{ label: words.details.cause, value: causeText(context, cause) }] : []),
    ],
  };
}

const whereOf = (
  words: DecodeWords,
  { line }: { readonly line: number },
  lines: readonly number[],
): string =>
  words.lines(
    line,
    lines.filter((other) => other !== line),
  );

const isSameAnswer = ({ answer }: Finding, other: Finding): boolean =>
  answer.kind === 'meanings' &&
  other.answer.kind === 'meanings' &&
  answer.ids.join(' ') === other.answer.ids.join(' ');

function meaningView(
  { index, searchWords, firstSteps }: FindingContext,
  id: string,
  number?: string,
): MeaningView[] {
  return meaningOption(index, id, searchWords, number).map((option) => ({
    option,
    firstStep: firstSteps[id] ?? null,
  }));
}

/** A number of another system, with where it was found. */
function neighbourView(context: FindingContext, { first, lines }: NeighbourGroup): NeighbourView {
  const { words } = context;
  const [heading, ...known] = headingAndKnown(context, first, first.number);
  return {
    heading,
    strength: words.strengths[first.strength],
    where: whereOf(words, first, lines),
    excerpt: excerptView(first),
    reason: words.neighbourReasons[first.strength],
    known,
    meanings: first.ids.flatMap((id) => meaningView(context, id)),
    above: first.above === null ? null : (meaningView(context, first.above)[0] ?? null),
  };
}

function headingAndKnown(
  context: FindingContext,
  reading: OtherReading,
  number: string,
): [string, ...string[]] {
  const { words } = context;
  const heading = words.notOurs(systemName(context, reading), signed(number));
  const foreign = foreignWords(words, reading.system);
  const error = reading.system === 'url-loading' ? urlErrorOf(number) : null;
  const known = reading.known.map(({ constant, text }) =>
    constant ? `${constant}${words.punctuation.colon}${text}` : text,
  );
  return [
    heading,
    ...(error
      ? [words.urlError(error.name, words.urlErrors[error.number]), words.sent[error.sent]]
      : []),
    ...(foreign ? [foreign.about] : []),
    ...known,
    ...(known.length + reading.ids.length === 0 && !foreign ? [words.unknownThere] : []),
  ];
}

const foreignWords = (
  { systems }: DecodeWords,
  system: OtherReading['system'],
): DecodeWords['systems'][keyof DecodeWords['systems']] | null =>
  Object.hasOwn(systems, system) ? systems[system as keyof typeof systems] : null;

function systemName({ words }: FindingContext, { system, name }: OtherReading): string {
  if (system === SECURITY_GUARD) return words.securityGuard;
  return foreignWords(words, system)?.name ?? (name === '' ? system : name);
}

/** A minus as it is set in text. */
const signed = (number: string): string => number.replace(/^-/, '\u2212');

function causeText({ words }: FindingContext, { kind, cause, effect }: Cause): string {
  const number = signed(cause.number);
  if (kind === 'signing')
    return words.signingCaused(number, cause.line, effect.number, effect.line);
  const error = kind === 'url-loading' ? urlErrorOf(cause.number) : null;
  const client = kind === 'url-loading' ? words.clients.ios : words.clients.android;
  const text = words.urlCaused(
    number,
    cause.line,
    `${client} ${effect.number}`,
    effect.line,
    error ? words.urlErrors[error.number] : '',
  );
  return error ? `${text}${words.punctuation.gap}${words.sent[error.sent]}` : text;
}

const excerptView = ({
  excerpt,
  from,
  to,
}: Pick<NeighbourFinding, 'excerpt' | 'from' | 'to'>): ExcerptView => ({
  before: excerpt.slice(0, from),
  found: excerpt.slice(from, to),
  after: excerpt.slice(to),
});

function detailsOf(
  { details, digestField }: DecodeWords,
  { memo, tips, operation, trace, digest }: Message,
): FindingView['details'] {
  return [
    ...(memo === undefined ? [] : [{ label: details.memo, value: memo }]),
    ...(tips === undefined ? [] : [{ label: details.tips, value: tips }]),
    ...(operation === undefined ? [] : [{ label: details.operation, value: operation }]),
    ...(trace === undefined ? [] : [{ label: details.trace(trace.name), value: trace.value }]),
    ...(digest === undefined
      ? []
      : [
          {
            label: details.place,
            value: digestField(digest.field, digest.fields, digest.file),
          },
        ]),
  ];
}

function clockDetails(words: DecodeWords, clock: ClockDifference): FindingView['details'] {
  const label = words.details.clock;
  if (clock.kind === 'unknown') return [{ label, value: words.missingTime(clock.lacks) }];
  const { seconds, ahead, client, server } = clock;
  const time = words.duration(seconds);
  const difference =
    ahead === 'neither'
      ? words.clock.none
      : ahead === 'client'
        ? words.clock.ahead(time)
        : words.clock.behind(time);
  const nameOf = ({ name }: ClockReading): string =>
    name === LINE_TIME ? words.clock.lineTime : name;
  const readings = words.clock.readings(nameOf(client), client.line, nameOf(server), server.line);
  return [{ label, value: `${difference}${words.punctuation.gap}${readings}` }];
}
