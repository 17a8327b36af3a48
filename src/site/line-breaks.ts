/** Where the lines of a page may break, and where not: browsers know the rules of prose, not those of code, titles and marks. */

import { LINE } from './code-length.ts';

/** Characters of code that a cell of a table has room for, unless it says that it is wide. */
const CELL = 10;
const CELL_OF_TABLE = /<td(?! class="wide")[ >].*?<\/td>/gs;
/** A name that is not longer stays whole, in a cell too: the columns beside it give way. */
const LONGEST_NAME = 16;

/** Behind what separates parts, or in front of a part that is worth a line. The ends of entities separate nothing. */
const SEPARATED =
  /(?<=[/=,?(]|(?<!&#?\w+);)(?=[\p{L}\d]|&quot;|&#39;)|(?<=&amp;)|(?<=\.)(?=[A-Z]|\w{12})/u;
/** Within a part that is too long as well: between the words of a name, in front of an escaped byte. */
const JOINED = /(?<=[a-z\d]{2})(?=[A-Z])|(?<=_)\B|(?<=\.)(?=\w{4})|(?=%[\dA-F]{2})/;
/** A name with its hyphens; a browser would break it in front of a letter. */
const NAME = /[\p{L}\d-]+/gu;
const HYPHEN = /-\p{L}/u;

/** How many characters a text is, an entity as one. */
const lengthOf = (html: string): number => html.replace(/&[^;\s]{1,8};/g, '&').length;

/** A part that is not longer than a line, with its names in one piece. */
const whole = (part: string, room: number): string =>
  lengthOf(part) > room
    ? part
    : part.replace(NAME, (name) => (HYPHEN.test(name) ? `<span>${name}</span>` : name));

const withBreaks = (word: string, room: number): string =>
  (lengthOf(word) > room ? word.split(SEPARATED) : [word])
    .flatMap((part) => (lengthOf(part) > Math.max(room, LONGEST_NAME) ? part.split(JOINED) : part))
    .map((part) => whole(part, room))
    .join('<wbr>');

/** Code in a sentence, which has no element in it yet. */
const INLINE = /<code((?: dir="auto")?)>([^<]+)(?=<\/code>)/g;
/** Lines of a log: as they are, but for the number that is marked in one. */
const LOG = /(<code data-line[^>]*>)(.*?)(?=<\/code>)/gs;
const ELEMENT_OR_SPACE = /(<[^<>]*>|\s+)/;

const wordsOf = (text: string, room: number): string =>
  text
    .split(ELEMENT_OR_SPACE)
    .map((word, index) => (index % 2 === 0 ? withBreaks(word, room) : word))
    .join('');

/** A mark between spaces would be alone in a line, or begin one: it stays with what is before it. */
const LONE_MARK = /[\p{L}\d]{1,20} [.=:](?=\s|$)/gu;
/** In a log the colon alone, also behind the marked number: each costs bytes. */
const LONE_COLON = /(?:\[<mark[^<>]*>[^<>]*<\/mark>\]|[\p{L}\d]{1,20}) :(?=\s|$)/gu;
const IN_ONE_PIECE = '<span>$&</span>';

const inline = (html: string, room: number): string =>
  html.replace(INLINE, (whole, direction: string, code: string) => {
    const isLong = lengthOf(code) > LINE;
    return isLong || room < LINE
      ? `<code${isLong ? ' class="long"' : ''}${direction}>${wordsOf(code.replace(LONE_MARK, IN_ONE_PIECE), room)}`
      : whole;
  });

/**
 * Marks where the code of a page may break: behind separators, and within a part only where that alone
 * is longer than a line. What is shorter than a line stays whole by the styles of the site.
 * @param html of a page's content; its text and what is copied from it stay the same
 */
export const breakableCode = (html: string): string =>
  inline(
    html.replace(CELL_OF_TABLE, (cell) => inline(cell, CELL)),
    LINE,
  ).replace(
    LOG,
    (_, start: string, text: string) =>
      start + wordsOf(text.replace(LONE_COLON, IN_ONE_PIECE), LINE),
  );

/** Of a title with a dash: the dash stays at the end of a line. */
export const titleWithDash = (title: string): string => title.replace(/ (?=[-–] )/g, '\u00a0');

/** The parts of a source's title; the name of a class in it is longer than a line of a phone. */
export const titleParts = (title: string): string[] =>
  title.split(/(?<=[a-z]\.)(?=[a-z]+\.|[A-Z])/);

const MONTH =
  'January|February|March|April|May|June|July|August|September|October|November|December';
/** A number and its unit, a day and its month and year. */
const GAP_IN_FIGURE = `(?<=\\d) (?=(?:ms|s|KB|MB|GB|${MONTH})\\b|毫秒|秒|分钟)|(?<=${MONTH}) (?=\\d{4}\\b)`;
/** Two short words that make one, such as "back-end", "UTF-8" or "logged-in"; not "Wi-Fi", whose hundreds of elements would cost more than they give. */
const SHORT_COMPOUND = '(?<![\\w-])(?:\\w{3,6}-\\w{1,6}|\\w{2}-\\w{3,6})(?![\\w-])';
/** What stays as it is, then gaps where no line may break, then words of one piece. */
const TEXT_PART = new RegExp(
  `<code.*?</code>|<[^<>]*>| (?=[-–] \\p{L})|${GAP_IN_FIGURE}|\\d{1,4}–\\d{1,4}|${SHORT_COMPOUND}`,
  'gsu',
);

/** The same for the text of a page, where figures, dates, ranges of numbers and short compounds stay whole, too; elements and code stay as they are. */
export const unbrokenText = (html: string): string =>
  html.replace(TEXT_PART, (part) => {
    if (part === ' ') return '\u00a0';
    return part.startsWith('<') ? part : `<span class="unbroken">${part}</span>`;
  });

const GAPS_IN_FIGURES = new RegExp(GAP_IN_FIGURE, 'gu');

/** Of what is said of a source: figures and dates stay in one line. */
export const withWholeFigures = (text: string): string => text.replace(GAPS_IN_FIGURES, '\u00a0');

/** How sure a statement is, and where it was read. */
const MARK = /(?=<a class="cite"|<span class="basis)/;
/** A mark in a Chinese sentence, which has no gaps between words. */
const GAP_AFTER = /^(<a [^>]*>[^<]*<\/a>)\s+(?=\p{Script=Han})/u;
/** A browser may break a line between any two characters of a Chinese word; a longer one is worth a line. */
const LONGEST_GLUED = 4;
const HAN = /^\p{Script=Han}+$/u;
const LINK_END = '</a>';
/** Holds the pieces of a line together, also within a Chinese word; it is not seen. */
export const JOINER = '\u2060';

const chineseWords = new Intl.Segmenter('zh', { granularity: 'word' });

/** The text with its last word in one piece. */
function withWholeWord(text: string): string {
  const from = text.lastIndexOf('>') + 1;
  const last = [...chineseWords.segment(text.slice(from))].findLast((part) => part.isWordLike);
  if (!last || last.segment.length > LONGEST_GLUED || !HAN.test(last.segment)) return text;
  const [start, end] = [from + last.index, from + last.index + last.segment.length];
  return text.slice(0, start) + [...last.segment].join(JOINER) + text.slice(end);
}

/**
 * Keeps each mark in the line of the word before it; in a cell of its own there is nothing before it.
 * @param html of a page's content
 */
export function gluedMarks(html: string, isChinese: boolean): string {
  const parts = html.split(MARK).map((part) => (isChinese ? part.replace(GAP_AFTER, '$1') : part));
  const glued = (part: string): string => {
    const end = part.trimEnd();
    const text = end.endsWith(LINK_END) ? end.slice(0, -LINK_END.length).trimEnd() + LINK_END : end;
    if (text.endsWith('<td>')) return text;
    return isChinese ? withWholeWord(text) + JOINER : `${text}\u00a0`;
  };
  return parts.map((part, index) => (index < parts.length - 1 ? glued(part) : part)).join('');
}
