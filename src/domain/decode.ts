/**
 * Finds every code in a pasted error, response or log. What a code looks like says the table of log
 * shapes, what it means the resolver; this is only the way through the text.
 */
import {
  compareClocks,
  readLineTime,
  type ClockDifference,
  type ClockReading,
  type LineTime,
} from './clock.ts';
import { withoutLeadingZeros } from './code-id.ts';
import { goesOn, platformOf } from './log-lines.ts';
import {
  LOG_SHAPES,
  matchShapes,
  NAME_PATTERN,
  NEIGHBOUR_SHAPES,
  type DigestLayout,
  type LogShape,
  type NeighbourShape,
  type NeighbourSystem,
  type Platform,
  type Ruling,
} from './log-shapes.ts';
import { contains } from './range.ts';
import { fieldsBeside, timesIn, type ReplyFields, type Trace } from './reply-fields.ts';
import { resolveNumber, type Answer, type Undocumented } from './resolve.ts';
import type { IndexedBeside, IndexedMeaning, ResolverIndex } from './resolver-index.ts';
import { FAMILIES, type Family } from './vocabulary.ts';

/** What a code in a log means: documented, with one meaning or several, or not documented. */
export type CodeAnswer = Extract<Answer, { kind: 'meanings' }> | Undocumented;

/** Where in the text something was found. */
export type Place = {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
  /** The line, cut to its surroundings where it is long. */
  readonly excerpt: string;
  /** Offsets of the find in the excerpt, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
};

/** The form in which a code was found. */
export type FoundShape = { readonly id: string; readonly label: string };

/** Which field of a server's summary log holds the code; 1-based. */
export type DigestField = {
  readonly file: string;
  readonly field: number;
  readonly fields: number;
};

/** What else stands in the message of a code: decoded, and never what decides the meaning. */
export type Message = {
  readonly memo?: string;
  readonly tips?: string;
  readonly operation?: string;
  readonly trace?: Trace;
  readonly digest?: DigestField;
};

export type Finding = Place & {
  readonly answer: CodeAnswer;
  /** Without leading zeros; of a name, the number that it stands for. */
  readonly number: string;
  /** As it stands in the text: digits, or a name. */
  readonly text: string;
  readonly shape: FoundShape;
  /** Tables that the place allows, likeliest first. */
  readonly families: readonly Family[];
  /** Why these tables: plain English, backticks mark code. */
  readonly reason: string;
  /** The client that the message is about, or null where it does not show one. */
  readonly platform: Platform | null;
  readonly message: Message;
  /** Only where gateway 7003 is among the meanings: how far the clocks are apart. */
  readonly clock?: ClockDifference;
};

/** A number of another system. It is never decoded as ours, whatever it would mean here. */
export type NeighbourFinding = Place & {
  readonly system: NeighbourSystem;
  readonly name: string;
  readonly number: string;
  readonly text: string;
  readonly shape: FoundShape;
  /** What the number means there; empty where that is not known. */
  readonly known: readonly IndexedBeside[];
};

/** Findings that say the same. */
export type Group = {
  /** Equal for equal answers, in whatever text. */
  readonly key: string;
  readonly answer: CodeAnswer;
  readonly first: Finding;
  readonly count: number;
  /** Each line once, ascending. */
  readonly lines: readonly number[];
};

export type Decoded = {
  /** In order of line and column. */
  readonly findings: readonly Finding[];
  /** In order of first finding. */
  readonly groups: readonly Group[];
  /** In order of line and column. */
  readonly neighbours: readonly NeighbourFinding[];
  /** Number of lines read. */
  readonly lines: number;
};

/** Reads a text in slices of any length; a slice may end within a line. */
export type Decoder = {
  readonly push: (slice: string) => void;
  /** Ends the reading, after the last slice or before, and gives what was found so far. */
  readonly finish: () => Decoded;
};

/** Decodes a text at once. Never throws; the time grows with the length of the text. */
export function decode(index: ResolverIndex, text: string): Decoded {
  const decoder = createDecoder(index);
  decoder.push(text);
  return decoder.finish();
}

/** A message has at most so many lines before its first code, and after it. */
const MOST_LINES_AROUND = 80;

/** Starts reading. What is known is carried from slice to slice, so slicing changes no result. */
export function createDecoder(index: ResolverIndex): Decoder {
  const names = createNames(index);
  const interpreter = createInterpreter(index);
  /** Lines that may belong to a message which is not complete yet. */
  let waiting: Line[] = [];
  /** Lines that came before `waiting`. */
  let passed = 0;
  /** Positions in `waiting`: of the next line to look at, and of the first that no message has taken. */
  let next = 0;
  let free = 0;
  /** The parts of a line whose end has not come yet. */
  let unfinished: string[] = [];

  const readLines = (text: string): void => {
    const lines = text.split(/\r\n|[\n\r]/);
    if (lines.at(-1) === '') lines.pop();
    const shapes = shapesHintedAt(ALL_SHAPES, text.toLowerCase());
    for (const line of lines) {
      const lowerCase = line.toLowerCase();
      const hits = hitsIn(line, lowerCase, shapes, names, waiting.at(-1));
      waiting.push({ text: line, hits });
      if (lowerCase.includes('ts') || lowerCase.includes('time'))
        interpreter.noteTimes(line, passed + waiting.length);
    }
  };

  const isOneMessage = (position: number): boolean => {
    const [before, line] = [waiting[position - 1], waiting[position]];
    return before !== undefined && line !== undefined && goesOn(before.text, line.text);
  };

  const readMessages = (isLast: boolean): void => {
    for (; next < waiting.length; next += 1) {
      if (waiting[next]?.hits.length === 0) continue;
      let start = next;
      while (start > free && next - start < MOST_LINES_AROUND && isOneMessage(start)) start -= 1;
      let end = next + 1;
      while (end - next <= MOST_LINES_AROUND && isOneMessage(end)) end += 1;
      if (!isLast && end === waiting.length && end - next <= MOST_LINES_AROUND) break;
      interpreter.takeMessage(waiting.slice(start, end), passed + start + 1);
      free = end;
      next = end - 1;
    }
    const done = Math.max(0, next - MOST_LINES_AROUND);
    waiting = waiting.slice(done);
    passed += done;
    next -= done;
    free = Math.max(0, free - done);
  };

  return {
    push(slice) {
      // A carriage return at the very end may be half a line end.
      const end = 1 + Math.max(slice.lastIndexOf('\n'), slice.lastIndexOf('\r', slice.length - 2));
      if (end === 0) {
        unfinished.push(slice);
        return;
      }
      const whole = [...unfinished, slice.slice(0, end)].join('');
      unfinished = [slice.slice(end)];
      readLines(whole);
      readMessages(false);
    },
    finish() {
      const rest = unfinished.join('');
      unfinished = [];
      if (rest !== '') readLines(rest);
      readMessages(true);
      return interpreter.finish(passed + waiting.length);
    },
  };
}

type Line = { readonly text: string; readonly hits: readonly Hit[] };

/** A place in a line that holds a code or a number of a neighbour. */
type Hit = {
  readonly text: string;
  /** Offset of `text` in its line. */
  readonly offset: number;
  /** The whole form around it. */
  readonly form: string;
  readonly found: LogShape | NeighbourShape | Name;
};

const ALL_SHAPES: readonly (LogShape | NeighbourShape)[] = [...NEIGHBOUR_SHAPES, ...LOG_SHAPES];
const NO_HITS: readonly Hit[] = [];

const shapesHintedAt = <S extends { readonly hint: string }>(
  shapes: readonly S[],
  lowerCase: string,
): S[] => shapes.filter(({ hint }) => lowerCase.includes(hint));

function hitsIn(
  line: string,
  lowerCase: string,
  shapes: readonly (LogShape | NeighbourShape)[],
  names: ReadonlyMap<string, Name>,
  before: Line | undefined,
): readonly Hit[] {
  const hinted = shapesHintedAt(shapes, lowerCase);
  let hits = hinted.length > 0 ? shapeHits(hinted, line, 0) : NO_HITS;
  if (hits.length === 0 && before?.hits.length === 0 && isCutOff(before.text))
    hits = shapeHits(LOG_SHAPES, `${before.text}\n${line}`, before.text.length + 1);
  if (line.includes('_') || line.includes('DTRpc')) {
    const named = nameHits(names, line);
    if (named.length > 0) hits = [...hits, ...named];
  }
  return hits.length > 1 ? [...hits].sort((a, b) => a.offset - b.offset) : hits;
}

/** @param start where the line begins in the text; what stands before it is not of this line */
function shapeHits(
  shapes: readonly (LogShape | NeighbourShape)[],
  text: string,
  start: number,
): Hit[] {
  const hits = new Map<number, Hit>();
  // The table has the neighbours first: where two forms fit, a number is not ours.
  const order = (shape: LogShape | NeighbourShape) => shapes.indexOf(shape);
  const matches = matchShapes(shapes, text).sort((a, b) => order(a.shape) - order(b.shape));
  for (const { shape, code, index, from, to } of matches) {
    if (index < start || hits.has(index)) continue;
    const form = text.slice(from, to);
    hits.set(index, { text: code, offset: index - start, form, found: shape });
  }
  return [...hits.values()];
}

/** Browsers copy a header's name and its value as two lines, and HAR files have them so as well. */
const isCutOff = (line: string): boolean =>
  /result-status["'\\]{0,8}[\t ]{0,8}[,:]?[\t ]{0,8}$/i.test(line.slice(-40));

function nameHits(names: ReadonlyMap<string, Name>, line: string): Hit[] {
  return Array.from(line.matchAll(NAME_PATTERN)).flatMap(({ 0: text, index }) => {
    const name = names.get(nameKey(text));
    return name ? [{ text, offset: index, form: text, found: name }] : [];
  });
}

/** A word that stands for a code. */
type Name = { readonly number: string; readonly shape: FoundShape } & (
  | (Ruling & { readonly answer: CodeAnswer })
  | { readonly system: NeighbourSystem; readonly known: readonly IndexedBeside[] }
);

/** The iOS SDK itself mixes `k…` and `K…`; constants are told by their capitals. */
const nameKey = (name: string): string => (name.includes('_') ? name : name.toLowerCase());

const SYMBOL: FoundShape = { id: 'symbol', label: 'Name of a code in the iOS SDK' };
const CONSTANT: FoundShape = { id: 'sdk-constant', label: 'Constant of an SDK' };
const NEIGHBOUR_CONSTANT: FoundShape = {
  id: 'neighbour-constant',
  label: 'Constant of another system',
};

function createNames(index: ResolverIndex): ReadonlyMap<string, Name> {
  const names = new Map<string, Name>();
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
    names.set(nameKey(text), { number, shape, reason, families: [family], answer });
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

const isCodeAnswer = (answer: Answer): answer is CodeAnswer =>
  answer.kind === 'meanings' || answer.kind === 'undocumented';

/** What is found out about one hit that is ours. */
type Reading = Ruling & { readonly answer: CodeAnswer };

/** Makes findings of hits. */
function createInterpreter(index: ResolverIndex) {
  const findings: Finding[] = [];
  const neighbours: NeighbourFinding[] = [];
  const clocks = createClocks();
  /** A log repeats its codes; each is asked for once. */
  const readings = new Map<string, Reading | null>();

  const read = (shape: LogShape, number: string, platform: Platform | null): Reading | null => {
    const key = `${shape.id} ${number} ${platform}`;
    const known = readings.get(key);
    if (known !== undefined) return known;
    const { families, reason } = shape.decide(Number(number), platform);
    const answer = resolveNumber(index, number, families, 'log');
    const reading = isCodeAnswer(answer)
      ? {
          families,
          answer: likeliestFirst(index, answer, families),
          reason: isSeveral(answer) ? `${reason} ${whySeveral(number)}` : reason,
        }
      : null;
    readings.set(key, reading);
    return reading;
  };

  const knownAbout = (system: NeighbourSystem, number: string): IndexedBeside[] =>
    index.neighbours.filter(
      ({ origin, spans }) => origin === system && contains(spans, Number(number)),
    );

  const nameOf = (system: NeighbourSystem): string =>
    index.neighbours.find(({ origin }) => origin === system)?.originName ?? system;

  /** A neighbour's hit as a finding, as a hit of ours, or as nothing. */
  const settle = (hit: Hit, place: Place): LogShape | Name | null => {
    const { found, text } = hit;
    if ('known' in found) {
      const { system, number, shape, known } = found;
      neighbours.push({ ...place, system, name: nameOf(system), number, text, shape, known });
      return null;
    }
    if (!('system' in found)) return found;
    const number = withoutLeadingZeros(text);
    const { system, ifUnknown } = found;
    const known = knownAbout(system, number);
    if (known.length === 0 && ifUnknown !== 'theirs')
      return ifUnknown === 'nobody' ? null : ifUnknown;
    const shape = { id: found.id, label: found.label };
    neighbours.push({ ...place, system, name: nameOf(system), number, text, shape, known });
    return null;
  };

  const takeMessage = (lines: readonly Line[], firstLine: number): void => {
    const ours = lines.flatMap((line, row) =>
      line.hits.flatMap((hit) => {
        const place = placeOf(line.text, hit, firstLine + row);
        const found = settle(hit, place);
        return found ? [{ hit, place, found, row }] : [];
      }),
    );
    if (ours.length === 0) return;
    const starts: number[] = [];
    let length = 0;
    for (const { text } of lines) {
      starts.push(length);
      length += text.length + 1;
    }
    const numberOf = ({ hit, found }: (typeof ours)[number]): string =>
      'number' in found ? found.number : withoutLeadingZeros(hit.text);
    // A digest line says by position what it holds; its fields have no names to look for.
    const isDigest = ours.every(({ found }) => 'digest' in found && found.digest);
    const texts = lines.map(({ text }) => text);
    const fields = isDigest
      ? ours.map(() => ({}))
      : fieldsBeside(
          texts.join('\n'),
          ours.map((one) => ({
            offset: (starts[one.row] ?? 0) + one.hit.offset,
            key: 'number' in one.found ? `name ${one.hit.text}` : one.found.id,
            subject: numberOf(one),
          })),
        );
    const platform = platformOf(texts);
    for (const [at, one] of ours.entries()) {
      const { hit, place, found } = one;
      const beside: ReplyFields = fields[at] ?? {};
      const digest = 'digest' in found && found.digest ? readDigest(hit.form, found.digest) : null;
      const number = numberOf(one);
      const shown = digest?.platform ?? platform;
      const reading =
        'answer' in found ? found : 'decide' in found ? read(found, number, shown) : null;
      if (!reading) continue;
      const { answer, families, reason } = reading;
      const shape = 'shape' in found ? found.shape : { id: found.id, label: found.label };
      const message = digest?.message ?? messageOf(beside);
      const isLate = answer.kind === 'meanings' && answer.ids.includes(CLOCK_MEANING);
      if (isLate) clocks.askFor(findings.length, place.line, beside, texts, firstLine, starts);
      findings.push({
        ...place,
        answer,
        number,
        text: hit.text,
        shape,
        families,
        reason,
        platform: shown,
        message,
      });
    }
  };

  return {
    takeMessage,
    noteTimes: clocks.note,
    finish: (lines: number): Decoded => {
      for (const [position, clock] of clocks.answers()) {
        const finding = findings[position];
        if (finding) findings[position] = { ...finding, clock };
      }
      return { findings, groups: groupsOf(findings), neighbours, lines };
    },
  };
}

const isSeveral = (answer: CodeAnswer): boolean =>
  answer.kind === 'meanings' && answer.ids.length > 1;

const whySeveral = (number: string): string =>
  `${number} stands in more than one of these tables, and the line does not say which is meant.`;

/** The same meanings, in the order in which the place makes them likely. */
function likeliestFirst(
  index: ResolverIndex,
  answer: CodeAnswer,
  families: readonly Family[],
): CodeAnswer {
  if (answer.kind !== 'meanings') return answer;
  const rank = (id: string): number => {
    const meaning = index.meanings.find((one: IndexedMeaning) => one.id === id);
    return meaning ? families.indexOf(meaning.family) : families.length;
  };
  const [first, ...rest] = [...answer.ids].sort((a, b) => rank(a) - rank(b));
  return first === undefined ? answer : { ...answer, ids: [first, ...rest] };
}

function messageOf({ memo, tips, operation, trace }: ReplyFields): Message {
  return {
    ...(memo === undefined ? {} : { memo }),
    ...(tips === undefined ? {} : { tips }),
    ...(operation === undefined ? {} : { operation }),
    ...(trace === undefined ? {} : { trace }),
  };
}

/** Reads a digest's fields by their position; `-` stands for none. */
function readDigest(
  form: string,
  layout: DigestLayout,
): { message: Message; platform: Platform | null } {
  const fields = form.slice(form.indexOf('(') + 1, -1).split(',');
  const field = (position: number): string | null => {
    const value = fields[position - 1]?.trim() ?? '';
    return value === '' || value === '-' ? null : value;
  };
  const operation = field(layout.operation);
  const trace = field(layout.trace.field);
  const system = layout.clientSystem === undefined ? null : field(layout.clientSystem);
  return {
    message: {
      ...(operation === null ? {} : { operation }),
      ...(trace === null ? {} : { trace: { name: layout.trace.name, value: trace } }),
      digest: { file: layout.file, field: layout.code, fields: layout.fields },
    },
    platform: system === 'ANDROID' ? 'android' : system === 'IOS' ? 'ios' : null,
  };
}

/** So long may an excerpt be, in UTF-16 units. */
const LONGEST_EXCERPT = 240;

function placeOf(line: string, { text, offset }: Hit, number: number): Place {
  const end = offset + text.length;
  const margin = Math.max(0, Math.floor((LONGEST_EXCERPT - text.length) / 2));
  let start = Math.max(0, Math.min(offset - margin, line.length - LONGEST_EXCERPT));
  let stop = Math.min(line.length, Math.max(end + margin, start + LONGEST_EXCERPT));
  // Neither end may part a surrogate pair.
  if (/^[\uDC00-\uDFFF]/.test(line.slice(start, start + 1))) start += 1;
  if (/[\uD800-\uDBFF]$/.test(line.slice(stop - 1, stop)) && stop > end) stop -= 1;
  const front = start > 0 ? '…' : '';
  const back = stop < line.length ? '…' : '';
  const indent = front === '' ? line.length - line.trimStart().length : 0;
  const from = front.length + offset - start - indent;
  return {
    line: number,
    column: offset + 1,
    excerpt: front + line.slice(start + indent, stop).trimEnd() + back,
    from,
    to: from + text.length,
  };
}

/** Groups in order of their first finding. */
function groupsOf(findings: readonly Finding[]): Group[] {
  const groups = new Map<
    string,
    { answer: CodeAnswer; first: Finding; count: number; lines: Set<number> }
  >();
  for (const finding of findings) {
    const key = groupKey(finding.answer);
    const group = groups.get(key);
    if (group) {
      group.count += 1;
      group.lines.add(finding.line);
    } else {
      const { answer, line } = finding;
      groups.set(key, { answer, first: finding, count: 1, lines: new Set([line]) });
    }
  }
  return Array.from(groups, ([key, group]) => ({ ...group, key, lines: [...group.lines] }));
}

/** By meanings; what is not documented by its number and by what it would be elsewhere. */
const groupKey = (answer: CodeAnswer): string =>
  answer.kind === 'meanings'
    ? [...answer.ids].sort().join(' ')
    : ['undocumented', answer.number, ...answer.elsewhere].join(' ');

/** The one code that says that two clocks disagree. */
const CLOCK_MEANING = 'gateway/7003';
/** Times further away than so many lines are those of another call. */
const MOST_LINES_TO_A_TIME = 200;

type ServerReading = ClockReading & { readonly lineTime: LineTime | null };

/** Collects the times of a log, and says at its end how far the clocks were apart at each 7003. */
function createClocks() {
  const clientTimes: ClockReading[] = [];
  const serverTimes: ServerReading[] = [];
  const questions: {
    readonly finding: number;
    readonly line: number;
    readonly client: ClockReading | null;
    readonly server: ServerReading | null;
    readonly messageTime: LineTime | null;
  }[] = [];

  const answer = (question: (typeof questions)[number]): ClockDifference => {
    const server = question.server ?? nearest(serverTimes, question.line, true);
    const last = Math.max(question.line, server?.line ?? 0);
    const client = question.client ?? nearest(clientTimes, last, false);
    if (!server) return { kind: 'unknown', reason: withoutServerTime(client) };
    if (client) return compareClocks(client, server);
    const time = server.lineTime ?? (question.server ? question.messageTime : null);
    if (time?.kind !== 'moment')
      return { kind: 'unknown', reason: withoutClientTime(server, time) };
    const { text, milliseconds } = time;
    return compareClocks(
      { name: 'time of the line', text, milliseconds, line: server.line },
      server,
    );
  };

  return {
    /** Keeps the times of one line; `line` is 1-based. */
    note: (text: string, line: number): void => {
      const { client, server } = timesIn(text);
      for (const moment of client) clientTimes.push(readingOf(moment, line));
      if (server.length === 0) return;
      const lineTime = readLineTime(text);
      for (const moment of server) serverTimes.push({ ...readingOf(moment, line), lineTime });
    },
    askFor: (
      finding: number,
      line: number,
      { clientTime, serverTime }: ReplyFields,
      texts: readonly string[],
      firstLine: number,
      starts: readonly number[],
    ): void => {
      const rowOf = (offset: number): number =>
        Math.max(
          0,
          starts.findLastIndex((start) => start <= offset),
        );
      const messageTime = readLineTime(texts[0] ?? '');
      const client = clientTime
        ? readingOf(clientTime, firstLine + rowOf(clientTime.offset))
        : null;
      const row = serverTime ? rowOf(serverTime.offset) : 0;
      const server = serverTime
        ? { ...readingOf(serverTime, firstLine + row), lineTime: readLineTime(texts[row] ?? '') }
        : null;
      questions.push({ finding, line, client, server, messageTime });
    },
    /** Position of each 7003 among the findings, and its answer. */
    answers: (): [number, ClockDifference][] =>
      questions.map((question) => [question.finding, answer(question)]),
  };
}

const readingOf = (
  { name, text, milliseconds }: { name: string; text: string; milliseconds: number },
  line: number,
): ClockReading => ({ name, text, milliseconds, line });

/** The last reading up to a line, else, if allowed, the first after it; neither from far away. */
function nearest<R extends ClockReading>(
  readings: readonly R[],
  line: number,
  orAfter: boolean,
): R | null {
  let low = 0;
  let high = readings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((readings[middle]?.line ?? Infinity) <= line) low = middle + 1;
    else high = middle;
  }
  const isNear = (reading: R | undefined): reading is R =>
    reading !== undefined && Math.abs(reading.line - line) <= MOST_LINES_TO_A_TIME;
  const [before, after] = [readings[low - 1], readings[low]];
  if (isNear(before)) return before;
  return orAfter && isNear(after) ? after : null;
}

const withoutServerTime = (client: ClockReading | null): string =>
  client
    ? `The log shows the client's \`${client.name}\`, but near this code no \`server-time\` of the gateway to hold against it.`
    : "Near this code the log shows neither the client's `Ts` nor the gateway's `server-time`.";

const withoutClientTime = (server: ClockReading, time: LineTime | null): string =>
  time?.kind === 'incomplete'
    ? `The log shows the gateway's \`${server.name}\`, but no \`Ts\` of the client, and the time \`${time.text}\` at the line's beginning has ${time.lacks}.`
    : `The log shows the gateway's \`${server.name}\`, but near this code no \`Ts\` of the client and no time at the line's beginning.`;
