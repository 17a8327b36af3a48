/** What the decoder says in English. Backticks mark code in sentences. */
import type { IncompleteTime, MissingTime } from '../../domain/text/clock.ts';
import type { ForeignSystem } from '../../domain/text/foreign-shapes.ts';
import type { ReasonId, ShapeId, Strength } from '../../domain/text/log-shapes.ts';
import type { RequestSent, UrlErrorNumber } from '../../domain/text/url-errors.ts';
import { counted, listed } from '../counted.ts';
import { punctuation } from './labels.ts';

const LANGUAGE = 'en';

const number = (value: number, most = 1): string =>
  value.toLocaleString(LANGUAGE, { maximumFractionDigits: most });

/** The controls and fixed texts of the box. */
const box = {
  label: 'Number, name, error, response or whole log',
  privacy:
    'The answer appears below as you type. It is made in this browser: nothing you paste is sent or stored.',
  openFile: 'Open a log file',
  clear: 'Clear',
  stop: 'Stop',
  progress: 'Part of the log that is read',
  noScript: 'Decoding needs JavaScript. Without it, find your number in the table of',
  allCodes: 'all codes',
  findings: 'Findings',
  pasted: 'The pasted text',
  dropped: 'The dropped text',
  unreadable: 'This text could not be read.',
};

/** The forms in which a code is written, as headings over an example. */
const shapes: Record<ShapeId, string> = {
  'json-body': 'JSON body or iOS dictionary',
  'json-text-body': 'JSON body, number as text',
  'android-exception': 'Android exception',
  'exception-class': 'Class of the Android exception',
  'exception-code': 'Android exception with its code',
  'interceptor-log': 'Default interceptor, Android log',
  'android-headers': 'Reply headers, Android log or HTTP trace',
  'ios-headers': 'Reply headers, iOS console',
  'short-header': 'Reply headers, short name',
  'error-report': 'Error report, Android log',
  'h5-reply': 'H5 rpc call, reply in the web page',
  'h5-client-reply': 'H5 rpc call, number of the client',
  'ios-exception': 'iOS exception, as demo apps print it',
  'ios-error': 'iOS error object',
  'gateway-digest': 'gateway-page-digest.log, 9th of 28 fields',
  'service-digest': 'page-digest.log of a back end, 6th of 7 fields',
  'security-guard-console': 'Security Guard, Xcode console',
  'security-guard-exception': 'Security Guard, Android exception',
  'security-guard-secexception': 'Security Guard, Android exception',
  'security-guard-error-code': 'Security Guard, Android log',
  'payment-result': 'Payment SDK result, resultStatus as text',
  'payment-map': 'Payment SDK result, printed as an object',
  'payment-raw-result': 'Payment SDK result, resultStatus in braces',
  'h5-own-error': 'H5 rpc call, an error of its own',
  'xcode-exit-code': 'Exit code of the mPaaS extension for Xcode',
};

const strengths: Record<Strength, string> = {
  certain: 'Certain',
  probable: 'Probable',
  possible: 'Possible',
};

/** Why a number is taken for another system's. */
const neighbourReasons: Record<Strength, string> = {
  certain: 'The number is written in a form that only this system has.',
  probable: 'The words around the number name this system.',
  possible: 'The number can just as well be of MGS or of another system.',
};

const reasons: Record<ReasonId, string> = {
  'result-status-number':
    "`resultStatus` is the gateway's result code here: the object is not the payment SDK's.",
  'result-status-text':
    "`resultStatus` as text can be the payment SDK's too, but not with this number or these fields.",
  'result-status-shared':
    'MGS and the payment SDK both have this number, and both write `resultStatus`. Nothing beside it tells which of the two it is: `tips` would mean MGS, `memo` with `result` the payment SDK.',
  'android-exception-client':
    "`RPCException: [n]` is the Android SDK's exception; its numbers below 1000 are the client's own or an HTTP status.",
  'android-exception-server':
    "`RPCException: [n]` is the Android SDK's exception; its numbers from 1000 on come from gateway or service.",
  'class-name-server':
    'The number belongs to an `RpcException`; its numbers from 1000 on come from gateway or service.',
  'class-name-client':
    "The number belongs to an `RpcException`; its numbers below 1000 are the client's own or an HTTP status.",
  headers:
    "`Result-Status` is a header of the gateway's reply, so the number is from gateway or service.",
  'short-header':
    "This holds if `rs` is this gateway's short name for `Result-Status`. The memo or tips beside it suggest so.",
  'error-report-client':
    "`^ERR_CODE=n^` is the Android SDK's error report. It was only seen with a code of the gateway; below 1000 the numbers of that SDK are the client's own or an HTTP status.",
  'error-report-server':
    "`^ERR_CODE=n^` is the Android SDK's error report; the one that was seen repeats the code of the gateway's reply.",
  'h5-gateway':
    'The `rpc` call of an H5 page passes on the code of the gateway in `error`; 10 and 11 are its own.',
  'h5-gateway-unlabelled':
    '`error` beside `errorMessage` is how the `rpc` call of an H5 page answers, and the number is one of MGS. Other services use the same two names.',
  'h5-client':
    "The `rpc` call of an H5 page also passes on small numbers of the native client; this reads it as Android's.",
  'ios-exception-client':
    "`Rpc Exception code : n` is what iOS demo apps print; its numbers below 1000 are the client's own.",
  'ios-exception-server':
    "`Rpc Exception code : n` is what iOS demo apps print; what is not in the client's table comes from gateway or service.",
  'ios-exception-both-clients':
    '`Rpc Exception code : n` is what iOS demo apps print, but the message also shows Android, so both clients are answered.',
  'ios-domain-client':
    "The error's domain is the iOS SDK's; its numbers below 1000 are the client's own.",
  'ios-domain-server':
    "The error's domain is the iOS SDK's; what is not in the client's table comes from gateway or service.",
  'gateway-digest':
    'A line of `gateway-page-digest.log` has 28 fields, and the 9th is the result code.',
  'service-digest':
    "A line of a back end's `page-digest.log` has 7 fields, and the 6th is the result code.",
  symbol: "This is the iOS SDK's name for the code.",
  'sdk-constant': 'This is the constant that an SDK has for the code.',
  words:
    'Nothing but the words of the text says that this number is a result code. Look for it in the log to be sure.',
  'table-column': 'The header of its column calls this number a result code.',
  'payment-near':
    'The text speaks of a payment, and the payment SDK has this number too. A gateway writes it with `tips`, the payment SDK with `memo` and `result`.',
  'only-number':
    'It is the only number of this text that MGS documents. Whether the text means it is for you to say.',
};

/** Other systems: what they are called, and what that means for the reader. */
const systems: Record<ForeignSystem, { name: string; about: string }> = {
  'url-loading': {
    name: 'URL loading on iOS',
    about: 'The number is from `NSURLErrorDomain`, below the SDK. The gateway did not set it.',
  },
  dubbo: {
    name: 'Dubbo',
    about:
      'An exception between services behind the gateway, not a code of MGS. Where the gateway answered 4002 or 6xxx, it may be the reason: look into the back end.',
  },
  'sofa-rpc': {
    name: 'SOFA RPC',
    about:
      'An exception between services behind the gateway, not a code of MGS. Where the gateway answered 4002 or 6xxx, it may be the reason: look into the back end.',
  },
  'other-rpc': {
    name: 'Another RPC library',
    about:
      'The mPaaS SDK prints `RPCException: [n]` in capitals, after its class `com.alipay.mobile.common.rpc.RpcException`. This line is of another library; its own documentation has the number.',
  },
  'ios-hotfix': {
    name: 'mPaaS hotfix on iOS',
    about:
      'Hotfix on iOS has result codes of its own, 300 to 306. For 304 the patch could not be decrypted: check the Security Guard image.',
  },
  'mini-program': {
    name: 'my.request of a mini program',
    about:
      '`my.request` does not go through MGS and has error numbers of its own: 11 means that the domain is not allowed, 12 a network error, 13 a timeout, 19 an HTTP error.',
  },
  transport: {
    name: 'Transport of the Android SDK',
    about:
      '`Http Transport error[n]` counts inside the SDK. The number that the app gets is another one.',
  },
};

const urlErrors: Record<UrlErrorNumber, string> = {
  [-995]: 'the background session needs a shared container',
  [-997]: 'the background session lost its connection',
  [-999]: 'the request was cancelled, often because the screen was closed',
  [-1000]: 'the address is malformed',
  [-1001]: 'the request timed out',
  [-1002]: 'the scheme of the address is not supported',
  [-1003]: 'the host name could not be resolved',
  [-1004]: 'the host refused the connection or could not be reached',
  [-1005]:
    'the connection was lost, often because the server had closed a connection that was kept alive',
  [-1006]: 'the DNS lookup failed',
  [-1007]: 'there were too many redirects',
  [-1008]: 'the resource is not available',
  [-1009]: 'the device has no internet connection',
  [-1011]: 'the reply was not valid HTTP',
  [-1012]: 'the authentication was cancelled',
  [-1013]: 'the server or proxy asks for authentication',
  [-1014]: 'the server announced a body and sent none',
  [-1015]: 'the body could not be decoded',
  [-1016]: 'the encoding of the body is not known',
  [-1017]: 'the reply could not be parsed',
  [-1018]: 'roaming is switched off',
  [-1019]: 'a phone call blocks the connection',
  [-1020]: 'mobile data is not allowed for this app',
  [-1021]: 'the body of the request ended too early',
  [-1022]: 'App Transport Security blocks cleartext HTTP',
  [-1103]: 'the reply is larger than allowed',
  [-1200]: 'the TLS handshake failed',
  [-1201]:
    'the certificate of the server is expired or not valid yet; check the clock of the device',
  [-1202]: 'the certificate of the server is not trusted',
  [-1203]: 'the root of the certificate is not known',
  [-1204]: 'the certificate is not valid yet; check the clock of the device',
  [-1205]: 'the server rejected the certificate of the client',
  [-1206]: 'the server asks for a certificate of the client',
};

const sent: Record<RequestSent, string> = {
  no: 'Normally the request was not sent, so nothing was executed.',
  possible:
    'The request may have been sent and executed. Find out before you repeat anything that must not run twice.',
  yes: 'The request was sent; only the reply is unusable. Find out what was executed before you repeat it.',
};

const missingTimes: Record<IncompleteTime, string> = {
  zone: 'no time zone',
  'existing-day': 'no day and hour that exist',
  'year-and-zone': 'no year and no time zone',
  'day-and-zone': 'no day and no time zone',
};

function missingTime(missing: MissingTime): string {
  if (missing.kind === 'both')
    return "Near this code the log shows neither the client's Ts nor the gateway's server-time.";
  if (missing.kind === 'server')
    return `The log shows the client's ${missing.client}, but near this code no server-time of the gateway to compare it with.`;
  if ('time' in missing)
    return `The log shows the gateway's ${missing.server}, but no \`Ts\` of the client, and the time ${missing.time} at the line's beginning has ${missingTimes[missing.lacks]}.`;
  return `The log shows the gateway's ${missing.server}, but near this code no \`Ts\` of the client and no time at the line's beginning.`;
}

/** Seconds in the two largest units that are not zero: "1 h 5 min", "12.5 s". */
function duration(seconds: number): string {
  if (seconds < 60) return `${Number(seconds.toFixed(1))} s`;
  const units: readonly (readonly [string, number])[] = [
    ['d', 86_400],
    ['h', 3600],
    ['min', 60],
    ['s', 1],
  ];
  let rest = Math.round(seconds);
  const parts: string[] = [];
  for (const [unit, size] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${unit}`);
  }
  return parts.slice(0, 2).join(' ');
}

/** So many lines are named; of more only the number. */
const MOST_LINES_NAMED = 5;

/** "line 3", "lines 3 and 9", "lines 1, 2, 3, 4, 5, and 120 more". */
function lines(shown: number, others: readonly number[]): string {
  const line = `line ${number(shown)}`;
  if (others.length === 0) return line;
  const named = others.slice(0, MOST_LINES_NAMED).map((other) => number(other));
  const more = others.length - named.length;
  const items = more > 0 ? [...named, `${number(more)} more`] : named;
  return `${line}, also ${others.length === 1 ? 'line' : 'lines'} ${listed(LANGUAGE, items)}`;
}

/** What the status line says of a reading. */
type Counts = {
  readonly codes: number;
  readonly others: number;
  readonly lines: number;
  /** Names of the other systems, where there are no codes of MGS. */
  readonly systems: readonly string[];
};

function found({ codes, others, lines: read, systems: names }: Counts): string {
  const parts = [
    ...(codes > 0 ? [counted(LANGUAGE, codes, { one: 'code', other: 'codes' })] : []),
    ...(others > 0
      ? [
          counted(LANGUAGE, others, {
            one: 'number of another system',
            other: 'numbers of other systems',
          }),
        ]
      : []),
  ];
  const where = counted(LANGUAGE, read, { one: 'line', other: 'lines' });
  const lead =
    codes === 0 && names.length > 0 ? `Not your gateway: ${listed(LANGUAGE, names)}. ` : '';
  return `${lead}Found ${listed(LANGUAGE, parts)} in ${where}.`;
}

const size = (units: number): string => number(units / (1024 * 1024));

const words = {
  language: LANGUAGE,
  punctuation,
  box,
  shapes,
  strengths,
  reasons,
  neighbourReasons,
  systems,
  urlErrors,
  sent,
  missingTime,
  duration,
  lines,
  found,
  size,
  counted: {
    characters: (count: number): string =>
      counted(LANGUAGE, count, { one: 'character', other: 'characters' }),
    millionCharacters: (units: number): string => `${size(units)} million characters`,
  },
  held: (name: string, length: string): string => `${name}, ${length}, is held here and not shown.`,
  tooLong: (units: number, most: number): string =>
    `This text has ${size(units)} million characters; at most ${size(most)} million are read here. Cut it to the time around the failure.`,
  fileTooLarge: (name: string, bytes: number, most: number): string =>
    `${name} has ${size(bytes)} MB; at most ${size(most)} MB are read here.`,
  fileUnreadable: (name: string): string => `${name} could not be read.`,
  compressed: (name: string, format: string): string =>
    `${name} is compressed (${format}). Unpack it and open the log file that is in it.`,
  notText: (name: string): string => `${name} is not a text file.`,
  firstShown: (count: number): string => ` The first ${number(count)} are shown.`,
  stopped: ' Stopped before the end.',
  why: 'Why: ',
  firstStep: 'First: ',
  several: (code: string): string =>
    `${code} is in more than one of these tables, and the text does not say which one is meant.`,
  details: {
    memo: 'Memo, decoded',
    tips: 'Tips, decoded',
    operation: 'Operation',
    trace: (name: string): string => `Trace (${name})`,
    place: 'Place',
    clock: 'Clock difference',
    cause: 'Cause',
  },
  digestField: (field: number, fields: number, file: string): string =>
    `field ${field} of ${fields} in a line of ${file}`,
  clock: {
    none: 'none, the two clocks agree',
    lineTime: 'the time of the line',
    ahead: (time: string): string =>
      `the client's clock is ahead by ${time}, the time under way included`,
    behind: (time: string): string =>
      `the client's clock is behind by ${time}, the time under way included`,
    readings: (client: string, clientLine: number, server: string, serverLine: number): string =>
      `(${client} in line ${number(clientLine)} against ${server} in line ${number(serverLine)})`,
  },
  notOurs: (name: string, code: string): string =>
    code === '' ? `${name}, not a code of MGS` : `${name} ${code}, not a code of MGS`,
  securityGuard: 'Security Guard',
  unknownThere: 'What this number means there is not known here.',
  or: 'Or: ',
  clients: { ios: 'iOS', android: 'Android' },
  above: 'Through MGS the app sees it as ',
  urlError: (name: string, meaning: string): string => `\`${name}\`: ${meaning}.`,
  signingCaused: (cause: string, causeLine: number, effect: string, effectLine: number): string =>
    `${cause} in line ${number(causeLine)} (Security Guard) caused ${effect} in line ${number(effectLine)}: the app could not sign the request. Fix ${cause} first.`,
  urlCaused: (
    cause: string,
    causeLine: number,
    effect: string,
    effectLine: number,
    meaning: string,
  ): string =>
    `${cause} in line ${number(causeLine)} is the cause of ${effect} in line ${number(effectLine)}${meaning === '' ? '' : `: ${meaning}`}.`,
  emptyReply: {
    title: 'HTTP 200 with an empty body: the code is not in this text',
    text: 'MGS reports a failure in the headers, and the body is then empty. Log `Result-Status`, `Memo` and `Tips` of this reply, or read them in a capture of the traffic. On iOS search for `result-status` in the console, on Android for `RPCException`.',
  },
  nothing: {
    digits:
      'No result code stands here in a form that is known. Numbers alone in a log are often lines, ports or times, so they are not guessed at. Look for ',
    noDigits: 'No result code stands here. Look for ',
    marks: ['result-status', 'RPCException', 'SG ERROR'],
    between: ', ',
    last: ' or ',
    guide: ' near the failure, or begin with ',
    guideName: 'what the app saw',
    end: '.',
  },
};

export type DecodeWords = typeof words;
export const decode: DecodeWords = words;
