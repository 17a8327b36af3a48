/**
 * Finds every code in a pasted error, response or log. What a code looks like says the table of log
 * shapes, what it means the resolver; this is the way through the text, line by line and message by
 * message.
 */
import { createEmptyReplyFinder } from './empty-reply.ts';
import { createInterpreter, type Decoded } from './findings.ts';
import { createHitFinders, createNumberTables, type Line } from './log-hits.ts';
import { goesOn } from './log-lines.ts';
import { LONGEST_QUESTION, onlyNumber } from './sentences.ts';
import { createTableReader } from './table-columns.ts';
import type { ResolverIndex } from '../codes/resolver-index.ts';

export type {
  Decoded,
  Finding,
  Group,
  Message,
  NeighbourFinding,
  NeighbourGroup,
  OtherReading,
} from './findings.ts';

/** Reads a text in slices of any length; a slice may end within a line. */
export type Decoder = {
  readonly push: (slice: string) => void;
  /** Ends the reading after the last slice. */
  readonly finish: () => Decoded;
  /** Ends it before: a line that is not complete is left out, for half a number is another number. */
  readonly stop: () => Decoded;
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
  const tables = createNumberTables(index);
  const finderFor = createHitFinders(index, tables);
  const readTable = createTableReader(tables);
  const interpreter = createInterpreter(index);
  const emptyReplies = createEmptyReplyFinder();
  /** The lines of a text that may be a question; null once it is too long for one. */
  let question: string[] | null = [];
  let length = 0;
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
    const find = finderFor(text);
    for (const line of lines) {
      const row = readTable(line);
      waiting.push(find(line, waiting.at(-1), row));
      const number = passed + waiting.length;
      interpreter.noteTimes(line, number);
      emptyReplies.note(line, number);
      length += line.length + 1;
      if (row || length > LONGEST_QUESTION) question = null;
      question?.push(line);
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
      const before = waiting[start - 1]?.text;
      interpreter.takeMessage(waiting.slice(start, end), passed + start + 1, before);
      free = end;
      next = end - 1;
    }
    // One more than a message can reach back: the line before it may be its label.
    const done = Math.max(0, next - MOST_LINES_AROUND - 1);
    waiting = waiting.slice(done);
    passed += done;
    next -= done;
    free = Math.max(0, free - done);
  };

  const readQuestion = (): void => {
    if (!question || !interpreter.isUntouched()) return;
    const named = onlyNumber(question.join('\n'), tables);
    if (!named) return;
    let start = 0;
    for (const [row, line] of question.entries()) {
      const offset = named.index - start;
      if (offset < line.length) {
        interpreter.takeOnlyNumber(named, line, row + 1, offset);
        return;
      }
      start += line.length + 1;
    }
  };

  const end = (): Decoded => {
    unfinished = [];
    readMessages(true);
    readQuestion();
    return interpreter.finish(passed + waiting.length, emptyReplies.finish());
  };

  return {
    push(slice) {
      // A carriage return at the very end may be half a line end.
      const complete = 1 + Math.max(slice.lastIndexOf('\n'), slice.slice(0, -1).lastIndexOf('\r'));
      if (complete === 0) {
        unfinished.push(slice);
        return;
      }
      const whole = [...unfinished, slice.slice(0, complete)].join('');
      unfinished = [slice.slice(complete)];
      readLines(whole);
      readMessages(false);
    },
    finish() {
      const rest = unfinished.join('');
      if (rest !== '') readLines(rest);
      return end();
    },
    stop: end,
  };
}
