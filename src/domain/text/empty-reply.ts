/** Replies with status 200, no body and no result header: a failure whose code was not logged. */

/** A reply is looked at over so many lines. */
const MOST_LINES = 25;

const OK_STATUS =
  /HTTP\/[\d.]{1,3} 200\b|<-- 200\b|\bstatus(?: ?code)?["']?\s{0,4}[:=]\s{0,4}200\b/i;
const ANY_STATUS = /(?:HTTP\/[\d.]{1,3}|<--) \d{3}\b/;
const NO_LENGTH =
  /content-length["'\]]{0,3}\s{0,8}[:=]\s{0,8}[([]?["']?0(?![\d.])|\(0-byte body\)/i;
const RESULT_HEADER =
  /result-?_?status|(?<![\w-])(?:rs|(?:result-)?memo|(?:result-)?tips)["']?\s{0,4}[:=]/i;
/** A longer line is a record. */
const LONGEST_SENTENCE = 200;
/** Replies that have no body anyway. */
const BODILESS = /\b(?:OPTIONS|HEAD)\b/;
/** The same said in a sentence. */
const SAID =
  /\b200\b[^\n]{1,40}(?:\bempty\b|\bno body\b|\bblank\b|body ?(?:为|是)?空|响应体?(?:为|是)?空|没有内容|空响应|返回(?:为|是)?空)|\b(?:empty|blank) (?:body|response|reply)\b[^\n]{1,40}\b200\b/i;

export type EmptyReply = {
  /** 1-based line of the place. */
  readonly line: number;
  readonly text: string;
  /** Offsets of the find in the line. */
  readonly from: number;
  readonly to: number;
};

/** Looks at every line of a log, once and in order. */
export function createEmptyReplyFinder() {
  let first: EmptyReply | null = null;
  let pending: EmptyReply | null = null;
  let [lastOk, lastHeader, lastBodiless] = [-Infinity, -Infinity, -Infinity];

  return {
    note(text: string, line: number): void {
      if (first) return;
      const hasStatus = text.includes('200');
      const isNear = line - lastOk <= MOST_LINES;
      if (pending && (line - pending.line > MOST_LINES || ANY_STATUS.test(text))) {
        first = pending;
        return;
      }
      if ((text.includes('OPTIONS') || text.includes('HEAD')) && BODILESS.test(text))
        lastBodiless = line;
      if (!hasStatus && !isNear) return;
      if (hasStatus && OK_STATUS.test(text)) lastOk = line;
      const match = NO_LENGTH.exec(text);
      const isReply = match && line - lastOk <= MOST_LINES && line - lastBodiless > MOST_LINES;
      const isShort = hasStatus && text.length <= LONGEST_SENTENCE;
      const isHeader = RESULT_HEADER.test(text);
      if (isHeader) {
        lastHeader = line;
        pending = null;
        return;
      }
      const found = isReply && lastHeader < lastOk ? match : isShort ? SAID.exec(text) : null;
      if (found) pending = { line, text, from: found.index, to: found.index + found[0].length };
    },
    /** The first such reply, or null. */
    finish: (): EmptyReply | null => first ?? pending,
  };
}
