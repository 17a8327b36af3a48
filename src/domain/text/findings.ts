/** From the hits of a log to findings: what each means, why, and what stands beside it. */
import { createCallTimes } from './call-times.ts';
import type { ClockDifference } from './clock.ts';
import { withoutLeadingZeros } from '../codes/code-id.ts';
import { isCodeAnswer, type CodeAnswer, type FoundShape, type Hit, type Line } from './log-hits.ts';
import { platformOf } from './log-lines.ts';
import type { DigestLayout, LogShape, NeighbourSystem, Platform, Ruling } from './log-shapes.ts';
import { plainForm } from './plain-form.ts';
import { contains } from '../codes/range.ts';
import { fieldsBeside, type ReplyFields, type Trace } from './reply-fields.ts';
import { resolveNumber } from './resolve.ts';
import type { IndexedBeside, ResolverIndex } from '../codes/resolver-index.ts';
import type { Family } from '../codes/families.ts';

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
  /** The one whose message says most; the first of equals. */
  readonly fullest: Finding;
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

/** The one code that says that two clocks disagree. */
const CLOCK_MEANING = 'gateway/7003';

type Reading = Ruling & { readonly answer: CodeAnswer; readonly shape: FoundShape };

/** A hit that is ours, with its place in the message. */
type Claim = {
  readonly hit: Hit;
  readonly place: Place;
  readonly row: number;
  readonly number: string;
  readonly digest: DigestRecord | null;
  /** What it means in a message of the given client. */
  readonly read: (platform: Platform | null) => Reading | null;
};

const numberOf = ({ text }: Hit): string => withoutLeadingZeros(plainForm(text));

/** Takes a log message by message, in order, and makes findings of it. */
export function createInterpreter(index: ResolverIndex) {
  const findings: Finding[] = [];
  const neighbours: NeighbourFinding[] = [];
  const clocks = new Map<number, () => ClockDifference>();
  const times = createCallTimes();
  const readNumber = createNumberReader(index);

  const addNeighbour = (
    { text }: Hit,
    place: Place,
    number: string,
    system: NeighbourSystem,
    shape: FoundShape,
    known: readonly IndexedBeside[],
  ): void => {
    const name = index.neighbours.find(({ origin }) => origin === system)?.originName ?? system;
    neighbours.push({ ...place, system, name, number, text, shape, known });
  };

  const claimOf = (hit: Hit, shape: LogShape, place: Place, row: number): Claim => {
    const number = numberOf(hit);
    const digest = shape.digest ? readDigest(hit.form, shape.digest) : null;
    return {
      hit,
      place,
      row,
      number,
      digest,
      read: (platform) => readNumber(shape, number, platform),
    };
  };

  /** A hit as a claim; one of a neighbour is put down as theirs, unless they have no such number. */
  const settle = (hit: Hit, place: Place, row: number): Claim | null => {
    switch (hit.kind) {
      case 'code':
        return claimOf(hit, hit.shape, place, row);
      case 'name':
        return { hit, place, row, number: hit.name.number, digest: null, read: () => hit.name };
      case 'neighbour-name': {
        const { number, system, shape, known } = hit.name;
        addNeighbour(hit, place, number, system, shape, known);
        return null;
      }
      case 'neighbour': {
        const { id, label, system, ifUnknown } = hit.shape;
        const number = numberOf(hit);
        const known = index.neighbours.filter(
          ({ origin, spans }) => origin === system && contains(spans, Number(number)),
        );
        if (known.length > 0 || ifUnknown === 'theirs')
          addNeighbour(hit, place, number, system, { id, label }, known);
        else if (ifUnknown !== 'nobody') return claimOf(hit, ifUnknown, place, row);
        return null;
      }
    }
  };

  const takeMessage = (lines: readonly Line[], firstLine: number): void => {
    const claims = lines.flatMap((line, row) =>
      line.hits.flatMap((hit) => settle(hit, placeOf(line.text, hit, firstLine + row), row) ?? []),
    );
    if (claims.length === 0) return;
    const texts = lines.map(({ text }) => text);
    const starts = startsOf(texts);
    const fields = fieldsOf(claims, texts, starts);
    const platform = platformOf(texts);
    for (const [position, { hit, place, number, digest, read }] of claims.entries()) {
      const shown = digest?.platform ?? platform;
      const reading = read(shown);
      if (!reading) continue;
      const { answer, shape, families, reason } = reading;
      const beside = fields[position] ?? {};
      if (answer.kind === 'meanings' && answer.ids.includes(CLOCK_MEANING)) {
        const message = { firstLine, texts, starts };
        clocks.set(findings.length, times.ask(place.line, beside, message));
      }
      findings.push({
        ...place,
        answer,
        number,
        text: hit.text,
        shape,
        families,
        reason,
        platform: shown,
        message: digest?.message ?? messageOf(beside),
      });
    }
  };

  return {
    takeMessage,
    /** Keeps the times of one line; every line of the log is shown once, in order. */
    noteTimes: times.note,
    /** @param lines number of lines read */
    finish: (lines: number): Decoded => {
      const dated = findings.map((finding, position) => {
        const clock = clocks.get(position);
        return clock ? { ...finding, clock: clock() } : finding;
      });
      return { findings: dated, groups: groupsOf(dated), neighbours, lines };
    },
  };
}

/** Asks the resolver; a log repeats its codes, and each is asked for once. */
function createNumberReader(index: ResolverIndex) {
  const readings = new Map<string, Reading | null>();
  return (shape: LogShape, number: string, platform: Platform | null): Reading | null => {
    const key = `${shape.id} ${number} ${platform}`;
    const known = readings.get(key);
    if (known !== undefined) return known;
    const { families, reason } = shape.decide(Number(number), platform);
    const answer = resolveNumber(index, number, families, 'log');
    const reading = isCodeAnswer(answer)
      ? {
          answer: likeliestFirst(index, answer, families),
          shape: { id: shape.id, label: shape.label },
          families,
          reason: isSeveral(answer) ? `${reason} ${whySeveral(number)}` : reason,
        }
      : null;
    readings.set(key, reading);
    return reading;
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

function fieldsOf(
  claims: readonly Claim[],
  texts: readonly string[],
  starts: readonly number[],
): ReplyFields[] {
  // A digest line says by position what it holds; its fields have no names to look for.
  if (claims.every(({ digest }) => digest)) return [];
  return fieldsBeside(
    texts.join('\n'),
    claims.map(({ hit, row, number }) => ({
      offset: (starts[row] ?? 0) + hit.offset,
      key: 'shape' in hit ? hit.shape.id : `name ${hit.text}`,
      subject: number,
    })),
  );
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
  const groups = new Map<string, Group & { fullest: Finding; count: number; lines: number[] }>();
  for (const finding of findings) {
    const { answer, line } = finding;
    const key = groupKey(answer);
    const group = groups.get(key);
    if (group) {
      group.count += 1;
      if (group.lines.at(-1) !== line) group.lines.push(line);
      if (fullness(finding) > fullness(group.fullest)) group.fullest = finding;
    } else
      groups.set(key, { key, answer, first: finding, fullest: finding, count: 1, lines: [line] });
  }
  return [...groups.values()];
}

const fullness = ({ message, clock }: Finding): number =>
  Object.keys(message).length + (clock?.kind === 'difference' ? 1 : 0);

/** By meanings; what is not documented by its number and by what it would be elsewhere. */
const groupKey = (answer: CodeAnswer): string =>
  answer.kind === 'meanings'
    ? [...answer.ids].sort().join(' ')
    : ['undocumented', answer.number, ...answer.elsewhere].join(' ');
