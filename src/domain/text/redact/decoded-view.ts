/**
 * A text as a reader means it: percent, Unicode and HTML escapes decoded, the colours of a terminal
 * and invisible characters left out, every position known in the text as it stands.
 */

export type DecodedView = {
  readonly text: string;
  /** Where each character begins and ends in the source, in UTF-16 units. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /**
   * How often a character is escaped: 0 where it stands for itself. For a quote it is the number of
   * backslashes in front, 1 for `\"` and 3 for `\\\"`; a percent-encoded one has 64 more.
   */
  readonly levels: Uint8Array;
};

/** Stands for a mask that the text already has: no pattern matches it. */
export const MASK_CHARACTER = '\uFFFC';

const ESCAPE =
  /[\uFF01-\uFF5E\u3000\p{Cf}]|[^\P{Cc}\s]\[[\d;]{0,20}m|&(?:amp;){0,4}(?:quot|apos|amp|lt|gt|nbsp|#\d{1,5}|#x[\da-f]{1,5});|(?:%(?:25){0,4}5c){1,7}%(?:25){0,4}2[27]|%(?:25){0,4}[c-f][\da-f](?:%(?:25){0,4}[89ab][\da-f]){1,3}|%(?:25){0,4}[\da-f]{2}|(?<!\\)\\{1,63}(?:u[\da-f]{4}|x[\da-f]{2}|["'/nrt])/giu;
/** A text without any of these has no escape. */
const MAY_ESCAPE = /[\\%&\uFF01-\uFF5E\u3000\p{Cf}]|\p{Cc}\[/u;

/** From a plain character to its full-width form. */
const WIDTH = 0xfee0;

const ENTITIES: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
};

const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** Added to the level of a percent-encoded quote: one in a bare value does not end it. */
export const PERCENT_QUOTE = 64;

type Decoded = { readonly text: string; readonly level: number };

/**
 * Decodes a text. Never throws; the time grows with the length.
 * @param masked parts that are masked, in order, each to be one character; their line ends stay
 * @param before what stands before the text, decoded: patterns look back at it
 */
export function decodedView(
  source: string,
  masked: readonly { readonly from: number; readonly to: number }[],
  before?: DecodedView,
): DecodedView {
  const front = before?.text.length ?? 0;
  const most = front + source.length;
  const starts = new Int32Array(most);
  const ends = new Int32Array(most);
  const levels = new Uint8Array(most);
  const parts: string[] = [];
  let length = front;
  if (before) {
    parts.push(before.text);
    // What came before has no position in this source.
    starts.subarray(0, front).fill(-1);
    ends.subarray(0, front).fill(-1);
    levels.set(before.levels);
  }
  const add = (text: string, from: number, to: number, level: number): void => {
    parts.push(text);
    starts.fill(from, length, length + text.length);
    ends.fill(to, length, length + text.length);
    levels.fill(level, length, length + text.length);
    length += text.length;
  };
  const addPlain = (from: number, to: number): void => {
    if (from >= to) return;
    parts.push(source.slice(from, to));
    for (let at = from; at < to; at += 1) {
      starts[length] = at;
      ends[length] = at + 1;
      length += 1;
    }
  };
  const addDecoded = (from: number, to: number): void => {
    const piece = source.slice(from, to);
    let at = from;
    if (MAY_ESCAPE.test(piece))
      for (const { 0: escape, index } of piece.matchAll(ESCAPE)) {
        const decoded = decodeEscape(escape);
        if (!decoded) continue;
        addPlain(at, from + index);
        at = from + index + escape.length;
        add(decoded.text, from + index, at, decoded.level);
      }
    addPlain(at, to);
  };
  let at = 0;
  for (const { from, to } of masked) {
    addDecoded(at, from);
    add(MASK_CHARACTER, from, to, 0);
    for (const { index } of source.slice(from, to).matchAll(/[\n\r]/g))
      addPlain(from + index, from + index + 1);
    at = to;
  }
  addDecoded(at, source.length);
  return {
    text: parts.join(''),
    starts: starts.subarray(0, length),
    ends: ends.subarray(0, length),
    levels: levels.subarray(0, length),
  };
}

/** The last characters of a view, up to `end`, for looking back from the text behind them. */
export function tailOf(view: DecodedView, end: number, length: number): DecodedView {
  const text = view.text.substring(end - length, end);
  const from = end - text.length;
  return {
    text,
    starts: view.starts.subarray(from, end),
    ends: view.ends.subarray(from, end),
    levels: view.levels.subarray(from, end),
  };
}

/** Null where the escape stands for nothing that can be shown. */
function decodeEscape(escape: string): Decoded | null {
  if (escape.startsWith('\\')) return decodeBackslashes(escape);
  if (escape.startsWith('%')) return decodePercent(escape);
  if (escape.startsWith('&')) return decodeEntity(escape);
  const unit = escape.charCodeAt(0);
  if (unit === 0x3000) return { text: ' ', level: 0 };
  if (escape.length === 1 && unit >= 0xff01 && unit <= 0xff5e)
    return { text: String.fromCharCode(unit - WIDTH), level: 0 };
  // A colour or an invisible character.
  return { text: '', level: 0 };
}

function decodeBackslashes(escape: string): Decoded {
  const slashes = escape.lastIndexOf('\\') + 1;
  const rest = escape.slice(slashes);
  const [first = ''] = rest;
  if (rest.length > 1)
    return { text: String.fromCharCode(Number.parseInt(rest.slice(1), 16)), level: slashes };
  if (first === '/') return { text: '/', level: 0 };
  return { text: CONTROLS[first] ?? first, level: slashes };
}

function decodePercent(escape: string): Decoded | null {
  const again = /^%((?:25){0,4})[\da-f]{2}(?:%|$)/i.exec(escape)?.[1] ?? '';
  const level = 1 + again.length / 2;
  const bytes = escape.replaceAll(/%(?:25)+(?=[\da-f]{2})/gi, '%');
  try {
    const text = decodeURIComponent(bytes);
    // Backslashes before a quote, all of them encoded.
    if (/\\["']/.test(text))
      return { text: text.slice(-1), level: PERCENT_QUOTE + 2 * text.length - 1 };
    return { text, level: /["']/.test(text) ? PERCENT_QUOTE + level : level };
  } catch {
    return null;
  }
}

function decodeEntity(entity: string): Decoded | null {
  const name = entity.slice(1, -1).replaceAll('amp;', '').toLowerCase();
  const level = entity.split(';').length - 1;
  const named = ENTITIES[name];
  if (named !== undefined) return { text: named, level: name === 'amp' ? level - 1 : level };
  const hex = /^#x([\da-f]+)$/.exec(name)?.[1];
  const code = hex === undefined ? Number(name.slice(1)) : Number.parseInt(hex, 16);
  return code > 0 && code < 0xffff ? { text: String.fromCharCode(code), level } : null;
}
