/** How far the clocks of client and gateway are apart, as a log shows it: the question behind 7003. */

/** One reading of a clock. */
export type ClockReading = {
  /** What was read, such as `Ts` or `server-time`. */
  readonly name: string;
  /** As it stands in the log. */
  readonly text: string;
  /** 1-based line of the log. */
  readonly line: number;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly milliseconds: number;
};

export type ClockDifference =
  | {
      readonly kind: 'difference';
      /** Never negative; with the time in it that the request was under way. */
      readonly seconds: number;
      readonly ahead: 'client' | 'server' | 'neither';
      readonly client: ClockReading;
      readonly server: ClockReading;
    }
  | {
      readonly kind: 'unknown';
      readonly lacks: MissingTime;
    };

/** What a line's own time lacks to be a moment. */
export type IncompleteTime = 'zone' | 'existing-day' | 'year-and-zone' | 'day-and-zone';

/** Which times a log lacks to compare the clocks, with the ones that it has. */
export type MissingTime =
  | { readonly kind: 'both' }
  | { readonly kind: 'server'; readonly client: string }
  | { readonly kind: 'client'; readonly server: string }
  | {
      readonly kind: 'client';
      readonly server: string;
      /** The time at the beginning of the line, and what it lacks. */
      readonly time: string;
      readonly lacks: IncompleteTime;
    };

/** Closer than so many milliseconds the clocks agree: half of the last digit that is shown. */
const AGREEMENT = 50;

/** Both readings as a difference; never throws. */
export function compareClocks(client: ClockReading, server: ClockReading): ClockDifference {
  const milliseconds = client.milliseconds - server.milliseconds;
  return {
    kind: 'difference',
    seconds: Math.abs(milliseconds) / 1000,
    ahead: Math.abs(milliseconds) < AGREEMENT ? 'neither' : milliseconds > 0 ? 'client' : 'server',
    client,
    server,
  };
}

/** Digits of the base-64 numbers that the Android client writes times in, lowest first. */
const BASE_64 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+/';

/**
 * Reads a moment as `Ts` or `server-time` write it.
 * @param text 11 to 13 digits: milliseconds since 1970; 10 digits: seconds; seven characters:
 *   milliseconds to base 64. That form is inferred from the official sample of a digest line
 *   (`gateway-logs`): its trackId is the device id followed by such a number, half a second before
 *   the line's time.
 * @returns milliseconds since 1970-01-01T00:00Z, or null where the text is none of these
 */
export function readMoment(text: string): number | null {
  if (/^\d{11,13}$/.test(text)) return Number(text);
  if (/^\d{10}$/.test(text)) return Number(text) * 1000;
  // From 1972 to 2037; the tail must look like a number, or `Ts=Loading` would be a moment.
  if (/^[\dA-V][\d+/A-Za-z]{6}$/.test(text) && /[\d+/A-Z]/.test(text.slice(1)))
    return Array.from(text).reduce((sum, digit) => sum * 64 + BASE_64.indexOf(digit), 0);
  return null;
}

/** The time in front of a log line. */
export type LineTime =
  | { readonly kind: 'moment'; readonly text: string; readonly milliseconds: number }
  /** Read, but without what a moment needs. */
  | { readonly kind: 'incomplete'; readonly text: string; readonly lacks: IncompleteTime };

const FULL_TIME =
  /^\[?(?<time>(?<year>\d{4})[-/](?<month>\d\d)[-/](?<day>\d\d)[ T](?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?(?: ?(?<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)(?![\w:]))?)/;
const SHORT_TIME = /^\[?(?<time>\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})?)/;
const CLOCK_TIME = /^\[?(?<time>\d\d:\d\d:\d\d(?:[.,]\d{1,9})?)/;

/** Reads the time that a line begins with, or null where it begins with none; never throws. */
export function readLineTime(line: string): LineTime | null {
  const full = FULL_TIME.exec(line)?.groups;
  if (full) {
    const text = full['time'] ?? '';
    const zone = full['zone'];
    if (zone === undefined) return { kind: 'incomplete', text, lacks: 'zone' };
    const iso = `${full['year']}-${full['month']}-${full['day']}T${full['hour']}:${full['minute']}:${full['second']}.${(full['fraction'] ?? '').slice(0, 3).padEnd(3, '0')}`;
    const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : 'Z';
    const milliseconds = Date.parse(iso + offset);
    return Number.isNaN(milliseconds)
      ? { kind: 'incomplete', text, lacks: 'existing-day' }
      : { kind: 'moment', text, milliseconds };
  }
  const short = SHORT_TIME.exec(line)?.groups;
  if (short) return { kind: 'incomplete', text: short['time'] ?? '', lacks: 'year-and-zone' };
  const clock = CLOCK_TIME.exec(line)?.groups;
  return clock ? { kind: 'incomplete', text: clock['time'] ?? '', lacks: 'day-and-zone' } : null;
}
