/** From the hits of a log to findings: what each means, why, and what stands beside it. */
import { createCallTimes } from './call-times.ts';
import type { ClockDifference } from './clock.ts';
import { withoutLeadingZeros } from '../codes/code-id.ts';
import type { EmptyReply } from './empty-reply.ts';
import { meaningAbove, type ForeignSystem } from './foreign-shapes.ts';
import {
  isCodeAnswer,
  type CodeAnswer,
  type FoundShape,
  type FoundShapeId,
  type Hit,
  type Line,
  type LineText,
} from './log-hits.ts';
import { platformOf } from './log-lines.ts';
import {
  FIRST_SERVER_NUMBER,
  type Decide,
  type DigestLayout,
  type LogShape,
  type NeighbourShape,
  type NeighbourSystem,
  type Platform,
  type Ruling,
  type Strength,
  type Surroundings,
} from './log-shapes.ts';
import { plainForm } from './plain-form.ts';
import { contains } from '../codes/range.ts';
import { fieldsBeside, keysBeside, type ReplyFields, type Trace } from './reply-fields.ts';
import { resolveNumber } from './resolve.ts';
import { guardEntry, SECURITY_GUARD } from './security-guard.ts';
import { MGS, PAYMENT } from './sentence-words.ts';
import { isOfOthers, type NamedNumber } from './sentences.ts';
import { causesIn, type Cause } from './story.ts';
import type { TableCell } from './table-columns.ts';
import type { IndexedBeside, ResolverIndex } from '../codes/resolver-index.ts';
import { familyOf, type Family } from '../codes/families.ts';

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

/** Which field of a server's summary log holds the code; 1-based. */
type DigestField = {
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
  /** Why these tables. */
  readonly reason: Ruling['reason'];
  readonly strength: Strength;
  /** Another system that the number can be from just as well; then neither is picked. */
  readonly or: OtherReading | null;
  /** The client that the message is about, or null where it does not show one. */
  readonly platform: Platform | null;
  readonly message: Message;
  /** Only where gateway 7003 is among the meanings: how far the clocks are apart. */
  readonly clock?: ClockDifference;
};

/** What a number means in another system. */
export type OtherReading = {
  readonly system: NeighbourSystem | ForeignSystem;
  /** The name that the index has for the system; empty where it has none. */
  readonly name: string;
  /** Meanings with a page, by id. */
  readonly ids: readonly string[];
  /** What else is known of it; both are empty where nothing is. */
  readonly known: readonly IndexedBeside[];
};

/** A number of another system. It is never decoded as ours, whatever it would mean here. */
export type NeighbourFinding = Place &
  OtherReading & {
    /** Empty where the text names the system by its exception alone. */
    readonly number: string;
    readonly text: string;
    readonly shape: FoundShape;
    readonly strength: Strength;
    /** The code under which an app sees it, by id, or null. */
    readonly above: string | null;
  };

/** Numbers of another system that are the same. */
export type NeighbourGroup = {
  readonly first: NeighbourFinding;
  readonly count: number;
  /** Each line once, ascending. */
  readonly lines: readonly number[];
};

/** Findings that say the same. */
export type Group = {
  /** Equal for equal answers, in whatever text. */
  readonly key: string;
  readonly answer: CodeAnswer;
  readonly first: Finding;
  /** The one whose message says most; the first of equals. */
  readonly fullest: Finding;
  /** The one that is surest; the first of equals. */
  readonly surest: Finding;
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
  /** In order of first finding. */
  readonly neighbourGroups: readonly NeighbourGroup[];
  /** What caused what, in order of the effects. */
  readonly causes: readonly Cause[];
  /** A reply without body and result header, where no other reply shows a code. */
  readonly emptyReply: Place | null;
  /** Numbers that stood in a form of the table and turned out to be nobody's. */
  readonly ruledOut: number;
  /** Number of lines read. */
  readonly lines: number;
};

/** The one code that says that two clocks disagree. */
const CLOCK_MEANING = 'gateway/7003';

type Reading = Ruling & { readonly answer: CodeAnswer; readonly shape: FoundShapeId };

/** A message as its numbers see it. */
type MessageView = {
  readonly platform: Platform | null;
  readonly shows: Surroundings['shows'];
};

/** A hit that may be ours, with its place in the message. */
type Claim = {
  readonly hit: Hit;
  readonly place: Place;
  readonly row: number;
  readonly number: string;
  readonly digest: DigestRecord | null;
  /** What it is, in its message; `keys` are the names in its own object. */
  readonly read: (
    message: MessageView,
    keys: ReadonlySet<string>,
  ) => Reading | { readonly theirs: NeighbourSystem | ForeignSystem } | null;
};

const NO_KEYS: ReadonlySet<string> = new Set();
const SERVER = ['gateway', 'service'] as const;

const numberOf = ({ text }: Hit): string => withoutLeadingZeros(plainForm(text));

/** Takes a log message by message, in order, and makes findings of it. */
export function createInterpreter(index: ResolverIndex) {
  const findings: Finding[] = [];
  const neighbours: NeighbourFinding[] = [];
  const clocks = new Map<number, () => ClockDifference>();
  const times = createCallTimes();
  const readNumber = createNumberReader(index);
  let ruledOut = 0;

  const readingOf = (system: NeighbourSystem | ForeignSystem, number: string): OtherReading => {
    const name = index.neighbours.find(({ origin }) => origin === system)?.originName ?? '';
    if (system === SECURITY_GUARD) return { system, name, ...guardEntry(index, number) };
    const known = index.neighbours.filter(
      ({ origin, spans }) => origin === system && contains(spans, Number(number)),
    );
    return { system, name, ids: [], known };
  };

  const isOf = (system: NeighbourSystem, number: string): boolean => {
    const { ids, known } = readingOf(system, number);
    return ids.length + known.length > 0;
  };

  const addNeighbour = (
    { text }: Hit,
    place: Place,
    number: string,
    reading: OtherReading,
    shape: FoundShapeId,
    strength: Strength = 'certain',
  ): void => {
    const above = isForeign(reading.system) ? meaningAbove(reading.system, number) : null;
    const known = index.meanings.some(({ id }) => id === above) ? above : null;
    neighbours.push({
      ...place,
      ...reading,
      number,
      text,
      shape: { id: shape },
      strength,
      above: known,
    });
  };

  const decided = (number: string, shape: FoundShapeId, decide: Decide): Claim['read'] => {
    const value = Number(number);
    return ({ platform, shows }, keys) => {
      const ruling = decide(value, {
        platform,
        keys,
        shows,
        isKnown: isKnownOnServer(index, number),
        isOf: (system) => isOf(system, number),
      });
      return ruling === null || 'theirs' in ruling ? ruling : readNumber(shape, number, ruling);
    };
  };

  const claimOf = (
    hit: Hit,
    shape: LogShape,
    place: Place,
    row: number,
    decide: Decide = shape.decide,
  ): Claim => {
    const number = numberOf(hit);
    const digest = shape.digest ? readDigest(hit.form, shape.digest) : null;
    return { hit, place, row, number, digest, read: decided(number, shape.id, decide) };
  };

  /** What a sentence names: a code, or a number of Security Guard. */
  const settleWords = (hit: Hit, named: NamedNumber, place: Place, row: number): Claim | null => {
    const number = numberOf(hit);
    if (named.kind === 'security-guard') {
      const reading = readingOf(SECURITY_GUARD, number);
      addNeighbour(hit, place, number, reading, 'security-guard-words', 'probable');
      return null;
    }
    if (named.kind === 'payment') {
      const reading = readingOf('payment-sdk', number);
      addNeighbour(hit, place, number, reading, 'payment-words', 'probable');
      return null;
    }
    const families = familiesNamed(named);
    const ruling: Ruling =
      named.kind === 'payment-or-code'
        ? { families, reason: 'payment-near', strength: 'possible', or: 'payment-sdk' }
        : { families, reason: 'words', strength: named.strength ?? 'probable' };
    const read = () => readNumber('words', number, ruling);
    return { hit, place, row, number, digest: null, read };
  };

  /** What the header of its column says that a number is. */
  const settleCell = (hit: Hit, cell: TableCell, place: Place, row: number): Claim => {
    const number = numberOf(hit);
    const ruling = rulingOfCell(Number(number), cell, {
      isKnown: isKnownOnServer(index, number),
      isPayment: isOf('payment-sdk', number),
    });
    const read = () => {
      const reading = ruling && readNumber('table-cell', number, ruling);
      // A small number that no client has may be anything.
      const isAnything = Number(number) < FIRST_SERVER_NUMBER;
      return reading?.answer.kind === 'undocumented' && isAnything ? null : reading;
    };
    const { platform, operation, trace } = cell;
    const message = {
      ...(operation === undefined ? {} : { operation }),
      ...(trace === undefined ? {} : { trace }),
    };
    return { hit, place, row, number, digest: { message, platform }, read };
  };

  /** A hit as a claim; one of a neighbour is put down as theirs, unless they have no such number. */
  const settle = (hit: Hit, place: Place, row: number): Claim | null => {
    switch (hit.kind) {
      case 'code':
        return claimOf(hit, hit.shape, place, row);
      case 'name':
        return { hit, place, row, number: hit.name.number, digest: null, read: () => hit.name };
      case 'words':
        return settleWords(hit, hit.named, place, row);
      case 'cell':
        return settleCell(hit, hit.cell, place, row);
      case 'foreign': {
        const { shape, number } = hit.match;
        const reading = readingOf(shape.system, number);
        const isGuess = GUESSES.has(shape.id);
        addNeighbour(hit, place, number, reading, shape.id, isGuess ? 'probable' : 'certain');
        return null;
      }
      case 'neighbour-name': {
        const { number, system, shape, known } = hit.name;
        const reading = readingOf(system, number);
        addNeighbour(hit, place, number, { ...reading, known }, shape);
        return null;
      }
      case 'neighbour':
        return settleNeighbour(hit, hit.shape, place, row);
    }
  };

  const settleNeighbour = (
    hit: Hit,
    { id, system, ifUnknown, decide }: NeighbourShape,
    place: Place,
    row: number,
  ): Claim | null => {
    const number = numberOf(hit);
    if (decide && typeof ifUnknown === 'object') return claimOf(hit, ifUnknown, place, row, decide);
    if (decide) return { hit, place, row, number, digest: null, read: decided(number, id, decide) };
    const reading = readingOf(system, number);
    if (reading.ids.length + reading.known.length > 0 || ifUnknown === 'theirs')
      addNeighbour(hit, place, number, reading, id, GUESSES.has(id) ? 'probable' : 'certain');
    else if (typeof ifUnknown === 'object') return claimOf(hit, ifUnknown, place, row);
    else ruledOut += 1;
    return null;
  };

  const takeMessage = (lines: readonly Line[], before?: string): void => {
    const claims = lines.flatMap((line, row) =>
      line.hits.flatMap((hit) => settle(hit, placeOf(line, hit), row) ?? []),
    );
    if (claims.length === 0) return;
    const texts = lines.map(({ text }) => text);
    const numbers = lines.map(({ line }) => line);
    const starts = startsOf(texts);
    const message = texts.join('\n');
    const marks = claims.map(({ hit, row, number }) => ({
      offset: (starts[row] ?? 0) + hit.offset,
      key: 'shape' in hit ? hit.shape.id : `name ${hit.text}`,
      subject: number,
    }));
    // A digest line says by position what it holds; its fields have no names to look for.
    const isDigest = claims.every(({ digest }) => digest);
    const fields = isDigest ? [] : fieldsBeside(message, marks);
    const keys = isDigest ? [] : keysBeside(message, marks);
    const platform = platformOf(texts);
    const shows = createMarks(before === undefined ? message : `${before}\n${message}`);
    const labelled = createLabel(texts, before);
    for (const [position, { hit, place, number, digest, read }] of claims.entries()) {
      const shown = digest?.platform ?? platform;
      const reading = read({ platform: shown, shows }, keys[position] ?? NO_KEYS);
      if (reading === null) ruledOut += 1;
      else if ('theirs' in reading) {
        const shape = hit.kind === 'neighbour' || hit.kind === 'code' ? hit.shape.id : 'words';
        addNeighbour(hit, place, number, readingOf(reading.theirs, number), shape);
      }
      if (reading === null || 'theirs' in reading) continue;
      const { answer, shape, families, reason, or } = reading;
      const { strength = isElsewhere(index, answer, shown) ? 'probable' : 'certain' } = reading;
      const beside = fields[position] ?? {};
      if (answer.kind === 'meanings' && answer.ids.includes(CLOCK_MEANING))
        clocks.set(findings.length, times.ask(place.line, beside, { texts, numbers, starts }));
      const label = beside.operation === undefined ? labelled() : undefined;
      findings.push({
        ...place,
        answer,
        number,
        text: hit.text,
        shape: { id: shape },
        families,
        reason,
        strength,
        or: or === undefined ? null : readingOf(or, number),
        platform: shown,
        message:
          digest?.message ??
          messageOf(label === undefined ? beside : { ...beside, operation: label }),
      });
    }
  };

  /** Adds the one number of a short text in which nothing else was found. */
  const takeOnlyNumber = (named: NamedNumber, line: LineText, offset: number): void => {
    const hit: Hit = { kind: 'words', text: named.text, offset, form: named.text, named };
    const number = numberOf(hit);
    const families = familiesNamed(named);
    const reading = readNumber('only-number', number, {
      families,
      reason: 'only-number',
      strength: 'possible',
    });
    if (!reading) return;
    findings.push({
      ...placeOf(line, hit),
      ...reading,
      shape: { id: reading.shape },
      number,
      text: hit.text,
      strength: 'possible',
      or: null,
      platform: named.platform,
      message: {},
    });
  };

  return {
    takeMessage,
    takeOnlyNumber,
    /** Whether nothing was found and no form was ruled out. */
    isUntouched: (): boolean => findings.length + neighbours.length + ruledOut === 0,
    /** Keeps the times of one line; every line of the log is shown once, in order. */
    noteTimes: times.note,
    /** @param lines number of lines read */
    finish: (lines: number, empty: EmptyReply | null): Decoded => {
      const dated = findings.map((finding, position) => {
        const clock = clocks.get(position);
        return clock ? { ...finding, clock: clock() } : finding;
      });
      const ordered = [...neighbours].sort((a, b) => a.line - b.line || a.column - b.column);
      return {
        findings: dated,
        groups: groupsOf(dated),
        neighbours: ordered,
        neighbourGroups: neighbourGroupsOf(ordered),
        causes: causesIn(dated, ordered),
        emptyReply: empty && !dated.some(isOfServer) ? placeOfReply(empty) : null,
        ruledOut,
        lines,
      };
    },
  };
}

/** Shapes that rest on the words around them. */
const GUESSES: ReadonlySet<FoundShapeId> = new Set([
  'security-guard-error-code',
  'bracket-exception',
  'url-error-number',
  'hotfix-code',
  'hotfix-words',
] as const);

const isForeign = (system: NeighbourSystem | ForeignSystem): system is ForeignSystem =>
  !['security-guard', 'payment-sdk', 'h5-rpc', 'xcode-extension'].includes(system);

const isOfServer = ({ families }: Finding): boolean =>
  families.includes('gateway') || families.includes('service');

const placeOfReply = ({ line, text, from, to }: EmptyReply): Place =>
  placeOf({ text, line, from: 0 }, { text: text.slice(from, to), offset: from });

/** The tables that a number in a column of results can be from; null where it is nobody's there. */
function rulingOfCell(
  number: number,
  { column, isOfCalls, isOfTexts, seen, words, platform }: TableCell,
  { isKnown, isPayment }: { readonly isKnown: boolean; readonly isPayment: boolean },
): Ruling | null {
  const ours: Ruling = { families: SERVER, reason: 'table-column' };
  if (number < FIRST_SERVER_NUMBER)
    return isOfCalls && platform !== null
      ? { families: [platform], reason: 'table-column', strength: 'probable' }
      : null;
  if (column === 'result-header' || (column === 'result-status' && isOfCalls)) return ours;
  if (!isKnown || (!isOfCalls && isOfOthers(words))) return null;
  if (isOfCalls) return { ...ours, strength: 'probable' };
  if (isPayment) {
    const isAboutPayments = column === 'result-status' || PAYMENT.test(words);
    if (isAboutPayments)
      return seen === 'ours' ? { ...ours, strength: 'possible', or: 'payment-sdk' } : null;
  }
  // Everybody documents errors, and a column with numbers that MGS does not have may be of anything.
  const isDoubtful = seen === 'other' || (column === 'error-code' && isOfTexts && !MGS.test(words));
  return { ...ours, strength: isDoubtful ? 'possible' : 'probable' };
}

const isKnownOnServer = ({ meanings }: ResolverIndex, number: string): boolean =>
  meanings.some(({ code, family }) => code === number && SERVER.some((one) => one === family));

/** Whether a number without a meaning here has one in another table that the message may be about. */
const isElsewhere = (
  { meanings }: ResolverIndex,
  answer: CodeAnswer,
  platform: Platform | null,
): boolean =>
  answer.kind === 'undocumented' &&
  meanings.some(({ id, family }) => {
    const { client, ofCalls } = familyOf(family);
    const mayBeMeant = client === null || client === (platform ?? client);
    return ofCalls && mayBeMeant && answer.elsewhere.includes(id);
  });

/** Numbers from 1000 on are the server's; iOS has one of them as well. */
function familiesNamed({ kind, platform }: NamedNumber): readonly Family[] {
  if (kind === 'client-code') return platform === null ? ['android', 'ios'] : [platform];
  return platform === 'android'
    ? SERVER
    : platform === 'ios'
      ? ['ios', ...SERVER]
      : [...SERVER, 'ios'];
}

/** Looks for marks in a message, each once. */
function createMarks(text: string): Surroundings['shows'] {
  const asked = new Map<RegExp, boolean>();
  return (pattern) => {
    const known = asked.get(pattern);
    if (known !== undefined) return known;
    const found = pattern.test(text);
    asked.set(pattern, found);
    return found;
  };
}

/** An operation named in words: the line that loggers write before a reply, such as "rpc reply for a.b.c". */
const LABEL =
  /\brpc\b[^\n]{0,80}?[\s"'`([=:](?<operation>[a-z][\w$]{0,40}(?:\.[a-z][\w$]{0,40}){2,10})(?![\w$.(])/i;

function createLabel(
  texts: readonly string[],
  before: string | undefined,
): () => string | undefined {
  let found: string | undefined;
  let isAsked = false;
  return () => {
    if (!isAsked) {
      const [first = ''] = texts;
      for (const line of [first, before ?? '']) {
        const operation = LABEL.exec(line.slice(0, LONGEST_LABEL))?.groups?.['operation'];
        // The last part of a class begins with a capital.
        if (operation !== undefined && !/\.[A-Z]\w*$/.test(operation)) found ??= operation;
      }
      isAsked = true;
    }
    return found;
  };
}

/** A label is a short line. */
const LONGEST_LABEL = 400;

/** Asks the resolver; a log repeats its codes, and each is asked for once. */
function createNumberReader(index: ResolverIndex) {
  const readings = new Map<string, Reading | null>();
  return (shape: FoundShapeId, number: string, ruling: Ruling): Reading | null => {
    const { families, reason, strength = '', or = '' } = ruling;
    const key = [shape, number, families.join(), reason, strength, or].join(' ');
    const known = readings.get(key);
    if (known !== undefined) return known;
    const answer = resolveNumber(index, number, families, 'log');
    const reading = isCodeAnswer(answer)
      ? { ...ruling, answer: narrowed(likeliestFirst(index, answer, families), families), shape }
      : null;
    readings.set(key, reading);
    return reading;
  };
}

/** What is known of an undocumented number in tables that its place rules out does not belong to it. */
const narrowed = (answer: CodeAnswer, families: readonly Family[]): CodeAnswer =>
  answer.kind === 'undocumented'
    ? {
        ...answer,
        beside: answer.beside.filter(({ origin }) => families.some((family) => family === origin)),
      }
    : answer;

/** The same meanings, in the order in which the place makes them likely. */
function likeliestFirst(
  index: ResolverIndex,
  answer: CodeAnswer,
  families: readonly Family[],
): CodeAnswer {
  if (answer.kind !== 'meanings') return answer;
  const rank = (id: string): number => {
    const meaning = index.meanings.find((one) => one.id === id);
    return meaning ? families.indexOf(meaning.family) : families.length;
  };
  const [first, ...rest] = [...answer.ids].sort((a, b) => rank(a) - rank(b));
  return first === undefined ? answer : { ...answer, ids: [first, ...rest] };
}

/** Offset of each line in the lines joined by line feeds. */
function startsOf(texts: readonly string[]): number[] {
  let length = 0;
  return texts.map((text) => {
    const start = length;
    length += text.length + 1;
    return start;
  });
}

function messageOf({ memo, tips, operation, trace }: ReplyFields): Message {
  return {
    ...(memo === undefined ? {} : { memo }),
    ...(tips === undefined ? {} : { tips }),
    ...(operation === undefined ? {} : { operation }),
    ...(trace === undefined ? {} : { trace }),
  };
}

type DigestRecord = { readonly message: Message; readonly platform: Platform | null };

/** Reads a digest's fields by their position; `-` stands for none. */
function readDigest(form: string, layout: DigestLayout): DigestRecord {
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

function placeOf(
  { text: line, line: number, from: before }: LineText,
  { text, offset }: Pick<Hit, 'text' | 'offset'>,
): Place {
  const end = offset + text.length;
  const margin = Math.max(0, Math.floor((LONGEST_EXCERPT - text.length) / 2));
  let start = Math.max(0, Math.min(offset - margin, line.length - LONGEST_EXCERPT));
  let stop = Math.min(line.length, Math.max(end + margin, start + LONGEST_EXCERPT));
  // Neither end may part a surrogate pair.
  if (/^[\uDC00-\uDFFF]/.test(line.slice(start, start + 1))) start += 1;
  if (/[\uD800-\uDBFF]$/.test(line.slice(stop - 1, stop))) stop -= 1;
  const front = before + start > 0 ? '…' : '';
  const back = stop < line.length ? '…' : '';
  const indent = front === '' ? line.length - line.trimStart().length : 0;
  const from = front.length + offset - start - indent;
  return {
    line: number,
    column: before + offset + 1,
    excerpt: front + line.slice(start + indent, stop).trimEnd() + back,
    from,
    to: from + text.length,
  };
}

/** Groups in order of their first finding. */
function groupsOf(findings: readonly Finding[]): Group[] {
  type Growing = Group & { fullest: Finding; surest: Finding; count: number; lines: number[] };
  const groups = new Map<string, Growing>();
  for (const finding of findings) {
    const { answer, line } = finding;
    const key = groupKey(finding);
    const group = groups.get(key);
    if (group) {
      group.count += 1;
      if (group.lines.at(-1) !== line) group.lines.push(line);
      if (fullness(finding) > fullness(group.fullest)) group.fullest = finding;
      if (sureness(finding) > sureness(group.surest)) group.surest = finding;
    } else
      groups.set(key, {
        key,
        answer,
        first: finding,
        fullest: finding,
        surest: finding,
        count: 1,
        lines: [line],
      });
  }
  return [...groups.values()];
}

const fullness = ({ message, clock }: Finding): number =>
  Object.keys(message).length + (clock?.kind === 'difference' ? 1 : 0);

const STRENGTHS: readonly Strength[] = ['possible', 'probable', 'certain'];
const sureness = ({ strength }: Pick<Finding, 'strength'>): number => STRENGTHS.indexOf(strength);

/** By meanings; what is not documented by its number and by what it would be elsewhere. */
function groupKey({ answer, or }: Finding): string {
  const key =
    answer.kind === 'meanings'
      ? [...answer.ids].sort().join(' ')
      : ['undocumented', answer.number, ...answer.elsewhere].join(' ');
  return or ? `${key} or ${or.system}` : key;
}

function neighbourGroupsOf(neighbours: readonly NeighbourFinding[]): NeighbourGroup[] {
  type Growing = NeighbourGroup & { first: NeighbourFinding; count: number; lines: number[] };
  const groups = new Map<string, Growing>();
  for (const first of neighbours) {
    const { system, number, text, line } = first;
    const key = `${system} ${number === '' ? text : number}`;
    const group = groups.get(key);
    if (group) {
      group.count += 1;
      if (group.lines.at(-1) !== line) group.lines.push(line);
      if (sureness(first) > sureness(group.first))
        group.first = { ...group.first, strength: first.strength };
    } else groups.set(key, { first, count: 1, lines: [line] });
  }
  return [...groups.values()];
}
