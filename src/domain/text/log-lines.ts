/** Lines of a log: what stands in front of a message, and which lines make one message. */
import { PLATFORM_MARKS, type Platform } from './log-shapes.ts';

/** The front of a line that the logger wrote, before the message. */
type LinePrefix = {
  /** Length in UTF-16 units; 0 where the line has no prefix. */
  readonly length: number;
  /** Who wrote the line, as far as the prefix says: the tag on Android, the app on iOS. */
  readonly source: string;
  /** The client whose logger writes such prefixes. */
  readonly platform: Platform | null;
};

const NO_PREFIX: LinePrefix = { length: 0, source: '', platform: null };

/** Time, process, thread, level, tag: logcat's `threadtime`, and the newer form of Android Studio. */
const LOGCAT_LONG =
  /^(?:\d{4}-)?\d\d-\d\d \d\d:\d\d:\d\d\.\d{3,6} {1,8}\d+[ -] {0,8}\d+ {1,8}(?:[VDIWEFA] {1,8}(?<tag>[^\s:]{0,80}) {0,40}: |(?<studio>\S{1,80}) {1,40}\S{1,120} {1,40}[VDIWEFA] {2})/;
/** Level and tag, with or without time and process: logcat's `brief`, `time` and older Android Studio. */
const LOGCAT_SHORT =
  /^(?:(?:\d{4}-)?\d\d-\d\d \d\d:\d\d:\d\d\.\d{3,6} {1,8}(?:\d+-\d+\/\S{1,120} {1,8})?)?[VDIWEFA]\/(?<tag>[^\s(:]{1,80}) {0,40}(?:\( {0,8}\d+\))?: /;
/** Time (which Xcode can hide), app, process and thread. */
const NSLOG =
  /^(?:\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[+-]\d{4})? )?(?<tag>[\w.-]{1,60})\[\d+:[\da-fx]+\] /;
const TIME = /^\[?\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d[^\s\]]{0,20}\]? /;

/** Length of what a logger wrote in front of a message, in UTF-16 units: no code stands there. */
export const prefixLength = (line: string): number => prefixOf(line).length;

/** Reads the prefix of a line; never throws. Its numbers (process, thread, time) are no codes. */
function prefixOf(line: string): LinePrefix {
  const logcat = LOGCAT_LONG.exec(line) ?? LOGCAT_SHORT.exec(line);
  if (logcat) {
    const source = logcat.groups?.['tag'] ?? logcat.groups?.['studio'] ?? '';
    return { length: logcat[0].length, source, platform: 'android' };
  }
  const nslog = NSLOG.exec(line);
  if (nslog)
    return { length: nslog[0].length, source: nslog.groups?.['tag'] ?? '', platform: 'ios' };
  const time = TIME.exec(line);
  return time ? { length: time[0].length, source: '', platform: null } : NO_PREFIX;
}

/**
 * The client that wrote a message, by the prefix of its lines and the tags in it; null where it
 * shows neither, or both.
 */
export function platformOf(lines: readonly string[]): Platform | null {
  const shown = (platform: Platform): boolean =>
    lines.some(
      (line) =>
        line.search(PLATFORM_MARKS[platform]) !== -1 || prefixOf(line).platform === platform,
    );
  const [android, ios] = [shown('android'), shown('ios')];
  if (android === ios) return null;
  return android ? 'android' : 'ios';
}

/** A header, or an entry of a dictionary or of JSON; an exception's name with its text is neither. */
const ENTRY =
  /^[\s*<>|]{0,80}(?:\d{1,4}\. {0,8})?["'\\]{0,8}(?!\w{0,60}Exception\b)[A-Za-z][\w.-]{0,60}["'\\]{0,8}[\t ]{0,8}[:=]/;
const OPENS = /[([{]\s{0,8}$/;
/** A bracket that has its line to itself. */
const ONLY_OPENS = /^\s{0,80}[([{]\s{0,8}$/;
const CLOSES = /^[\s*<>|]{0,80}[)\]}]/;
/** A closing bracket at the margin, with nothing that announces more. */
const CLOSES_ALL = /^[)\]}]+;?\s{0,8}$/;
/** The end of a line is enough to see whether it opens a bracket. */
const TAIL = 16;

/** Whether a line goes on with the message of the line before it; both without their line ends. */
export function goesOn(before: string, line: string): boolean {
  const prefix = prefixOf(line);
  const prefixBefore = prefixOf(before);
  // Loggers put their prefix before every line of a message, or only before the first.
  if (
    prefix.length > 0 &&
    (prefixBefore.length === 0 ||
      prefix.source !== prefixBefore.source ||
      prefix.platform !== prefixBefore.platform)
  )
    return false;
  const body = line.slice(prefix.length);
  const bodyBefore = before.slice(prefixBefore.length);
  const fits = ENTRY.test(body) || CLOSES.test(body) || ONLY_OPENS.test(body);
  if (!fits || CLOSES_ALL.test(bodyBefore)) return false;
  return ENTRY.test(bodyBefore) || CLOSES.test(bodyBefore) || OPENS.test(bodyBefore.slice(-TAIL));
}
