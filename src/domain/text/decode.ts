/**
 * Finds every code in a pasted error, response or log. What a code looks like says the table of log
 * shapes, what it means the resolver; this is the way through the text, line by line and message by
 * message.
 */
import { createEmptyReplyFinder } from './empty-reply.ts';
import { createInterpreter, type Decoded } from './findings.ts';
import { createHitFinders, createNumberTables, type HitFinder, type Line } from './log-hits.ts';
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

/**
 * A longer line is read in pieces of at most so many characters: a response without line breaks, say. All
 * of a file in one line would keep a page from answering.
 */
const LONGEST_PIECE = 32 * 1024;
/** A piece ends after the last match, within its last characters, of the first of these: no name loses its value. */
const ENDS_OF_VALUES = [/[,;&}]/g, /(?<![\s:=])\s(?=[a-z"'<[{(])/gi, /\s/g];
const LONGEST_VALUE = 4096;

/** Where the first piece of a longer line ends. */
function endOfPiece(line: string): number {
  const start = LONGEST_PIECE - LONGEST_VALUE;
  const last = line.slice(start, LONGEST_PIECE);
  for (const end of ENDS_OF_VALUES) {
    const match = Array.from(last.matchAll(end)).at(-1);
    if (match) return start + match.index + 1;
  }
  return LONGEST_PIECE;
}

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
  /** Lines whose end has come. */
  let ended = 0;
  /** Characters of the line after them that are read. */
  let from = 0;
  /** Positions in `waiting`: of the next line to look at, and of the first that no message has taken. */
  let next = 0;
  let free = 0;
  /** The parts of a line whose end has not come yet, and their length. */
  let unfinished: string[] = [];
  let unread = 0;

  const readPiece = (text: string, find: HitFinder): void => {
    const line = ended + 1;
    const row = from === 0 ? readTable(text) : null;
    waiting.push(find({ text, line, from }, waiting.at(-1), row));
    interpreter.noteTimes(text, line);
    emptyReplies.note(text, line);
    from += text.length;
    length += text.length + 1;
    if (row || length > LONGEST_QUESTION) question = null;
    question?.push(text);
  };

  /** Reads all pieces of a line but the last, which it returns. */
  const readPieces = (line: string, find: HitFinder): string => {
    let rest = line;
    while (rest.length > LONGEST_PIECE) {
      const end = endOfPiece(rest);
      readPiece(rest.slice(0, end), find);
      rest = rest.slice(end);
    }
    return rest;
  };

  const readLines = (text: string): void => {
    const lines = text.split(/\r\n|[\n\r]/);
    if (lines.at(-1) === '') lines.pop();
    const find = finderFor(text);
    for (const line of lines) {
      readPiece(readPieces(line, find), find);
      ended += 1;
      from = 0;
    }
  };

  const isOneMessage = (position: number): boolean => {
    const [before, line] = [waiting[position - 1], waiting[position]];
    if (before === undefined || line === undefined) return false;
    // Pieces of one line are too long to be looked at together.
    return before.line !== line.line && goesOn(before.text, line.text);
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
      interpreter.takeMessage(waiting.slice(start, end), before);
      free = end;
      next = end - 1;
    }
    // One more than a message can reach back: the line before it may be its label.
    const done = Math.max(0, next - MOST_LINES_AROUND - 1);
    waiting = waiting.slice(done);
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
        interpreter.takeOnlyNumber(named, { text: line, line: row + 1, from: 0 }, offset);
        return;
      }
      start += line.length + 1;
    }
  };

  const end = (): Decoded => {
    unfinished = [];
    readMessages(true);
    readQuestion();
    return interpreter.finish(ended + (from > 0 ? 1 : 0), emptyReplies.finish());
  };

  return {
    push(slice) {
      // A carriage return at the very end may be half a line end.
      const complete = 1 + Math.max(slice.lastIndexOf('\n'), slice.slice(0, -1).lastIndexOf('\r'));
      if (complete > 0) {
        readLines([...unfinished, slice.slice(0, complete)].join(''));
        unfinished = [];
        unread = 0;
      }
      unfinished.push(slice.slice(complete));
      unread += slice.length - complete;
      if (unread > LONGEST_PIECE) {
        const line = unfinished.join('');
        const rest = readPieces(line, finderFor(line));
        unfinished = [rest];
        unread = rest.length;
      }
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
