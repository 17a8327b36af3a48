/** The times of a log, held together until its end, when the clocks of both sides can be compared. */
import {
  compareClocks,
  readLineTime,
  type ClockDifference,
  type ClockReading,
  type LineTime,
  type MissingTime,
} from './clock.ts';
import { timesIn, type ReplyFields } from './reply-fields.ts';

/** The name of a reading that is the time at the beginning of the line. */
export const LINE_TIME = 'line-time';

/** Times further away than so many lines are those of another call. */
const MOST_LINES_TO_A_TIME = 200;

/** The time in front of a line, with the line. */
type PlacedTime = LineTime & { readonly line: number };

type ServerReading = ClockReading & { readonly lineTime: PlacedTime | null };

/** A message that the times are wanted of. */
export type TimedMessage = {
  readonly texts: readonly string[];
  /** 1-based number of each line. */
  readonly numbers: readonly number[];
  /** Offset of each line in the message. */
  readonly starts: readonly number[];
};

type Question = {
  readonly line: number;
  readonly client: ClockReading | null;
  readonly server: ServerReading | null;
  readonly messageTime: PlacedTime | null;
};

/** Collects the times of a log, and says at its end how far the clocks are apart at a line. */
export function createCallTimes() {
  const clientTimes: ClockReading[] = [];
  const serverTimes: ServerReading[] = [];

  const answer = (question: Question): ClockDifference => {
    const server = question.server ?? nearest(serverTimes, question.line, true);
    const last = Math.max(question.line, server?.line ?? 0);
    const client = question.client ?? nearest(clientTimes, last, false);
    if (!server) return { kind: 'unknown', lacks: withoutServerTime(client) };
    const { lineTime, ...reading } = server;
    if (client) return compareClocks(client, reading);
    const time = lineTime ?? (question.server ? question.messageTime : null);
    if (time?.kind !== 'moment') return { kind: 'unknown', lacks: withoutClientTime(server, time) };
    const { text, milliseconds, line } = time;
    return compareClocks({ name: LINE_TIME, text, milliseconds, line }, reading);
  };

  return {
    /** Keeps the times of one line; `line` is 1-based and ascends. */
    note(text: string, line: number): void {
      const lowerCase = text.toLowerCase();
      if (!lowerCase.includes('ts') && !lowerCase.includes('time')) return;
      const { client, server } = timesIn(text);
      for (const moment of client) clientTimes.push(readingOf(moment, line));
      if (server.length === 0) return;
      const lineTime = timeOf(text, line);
      for (const moment of server) serverTimes.push({ ...readingOf(moment, line), lineTime });
    },
    /**
     * Asks for the difference at a line.
     * @param fields what stands beside the code, with the offsets of `message`
     * @returns the answer, which is to be fetched when all lines are noted
     */
    ask(line: number, fields: ReplyFields, message: TimedMessage): () => ClockDifference {
      const { texts, numbers, starts } = message;
      const numberOf = (row: number): number => numbers[row] ?? line;
      const rowOf = (offset: number): number =>
        Math.max(
          0,
          starts.findLastIndex((start) => start <= offset),
        );
      const { clientTime, serverTime } = fields;
      const row = serverTime ? rowOf(serverTime.offset) : 0;
      const question: Question = {
        line,
        client: clientTime ? readingOf(clientTime, numberOf(rowOf(clientTime.offset))) : null,
        server: serverTime
          ? {
              ...readingOf(serverTime, numberOf(row)),
              lineTime: timeOf(texts[row] ?? '', numberOf(row)),
            }
          : null,
        messageTime: timeOf(texts[0] ?? '', numberOf(0)),
      };
      return () => answer(question);
    },
  };
}

function timeOf(text: string, line: number): PlacedTime | null {
  const time = readLineTime(text);
  return time && { ...time, line };
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

const withoutServerTime = (client: ClockReading | null): MissingTime =>
  client ? { kind: 'server', client: client.name } : { kind: 'both' };

const withoutClientTime = (server: ClockReading, time: LineTime | null): MissingTime =>
  time?.kind === 'incomplete'
    ? { kind: 'client', server: server.name, time: time.text, lacks: time.lacks }
    : { kind: 'client', server: server.name };
