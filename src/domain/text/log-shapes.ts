/**
 * The forms in which a result code appears in logs, replies and error messages. The code page prints
 * the examples, search and decoder read the patterns; neither has a form of its own.
 */
import { plainForm } from './plain-form.ts';
import type { Family } from '../codes/families.ts';
import type { Basis } from '../codes/vocabulary.ts';

/** A system whose numbers look like ours; the ids are those of `content/neighbours.yaml`. */
export type NeighbourSystem = 'security-guard' | 'payment-sdk' | 'h5-rpc' | 'xcode-extension';

/** The client that wrote a message, where the message shows it. */
export type Platform = 'android' | 'ios';

/** From which tables a number in a certain place can be, and why. */
export type Ruling = {
  /** Likeliest first. */
  readonly families: readonly Family[];
  /** One sentence for the reader; backticks mark code. */
  readonly reason: string;
};

type Shape = {
  readonly id: string;
  /** What the reader is looking at, in a few words. */
  readonly label: string;
  /** A lower-case word that every text of this shape holds: a cheap test before the pattern. */
  readonly hint: string;
  /** Global and linear; the group `code` holds the digits. */
  readonly pattern: RegExp;
  /** Where the pattern alone says too little: what the same line must hold as well. */
  readonly context?: RegExp;
  /** What the same line must not hold: it shows that the number is of something else. */
  readonly unless?: RegExp;
  /** Real spellings of the shape with the given number; each is decoded to that number again. */
  readonly examples: (code: string) => readonly [string, ...string[]];
};

/** A line of comma-separated fields in a server's summary log; positions are 1-based. */
export type DigestLayout = {
  readonly file: string;
  readonly fields: number;
  /** Holds Y or N. */
  readonly success: number;
  readonly code: number;
  readonly operation: number;
  readonly trace: { readonly field: number; readonly name: string };
  /** Holds the phone's system. */
  readonly clientSystem?: number;
  /** Fields that name somebody: what a redacted copy calls them instead. */
  readonly personal: ReadonlyMap<number, string>;
};

export type LogShape = Shape & {
  /** Tables whose numbers can stand here; the order says which is likelier. */
  readonly families: readonly Family[];
  readonly basis: Basis;
  readonly source: string;
  /** Narrows `families` for one number, in a message of the given client (null: not shown). */
  readonly decide: (number: number, platform: Platform | null) => Ruling;
  readonly digest?: DigestLayout;
};

export type NeighbourShape = Shape & {
  readonly system: NeighbourSystem;
  /** Whose a number is that the system is not known to have: still theirs, nobody's, or ours as this shape. */
  readonly ifUnknown: 'theirs' | 'nobody' | LogShape;
};

/** Below it the numbers are the clients' own (facts of `android-sdk`: from here on the server's). */
const FIRST_SERVER_NUMBER = 1000;
/** The one number that means success, in every log of gateway and service. */
const SUCCESS = 1000;

const SERVER: readonly Family[] = ['gateway', 'service'];

const always =
  (families: readonly Family[], reason: string): LogShape['decide'] =>
  () => ({ families, reason });

const JSON_BODY: LogShape = {
  id: 'json-body',
  label: 'JSON body',
  hint: 'resultstatus',
  families: SERVER,
  basis: 'official',
  source: 'throttling',
  // JSON libraries of Java make `1002.0` of a number without a type.
  pattern:
    /(?:(?<![\w-])|(?<=%[\dA-F]{2}))resultStatus(?:["'\\]|%(?:22|27|5C)){0,8}\s{0,40}(?:[:=]|%3A|%3D)\s{0,40}(?<code>\d{1,9})\b(?!\.(?!0\b)\d)/gi,
  examples: (code) => [`{"resultStatus":${code},"tips":"<tips>"}`, `resultStatus = ${code};`],
  decide: always(
    SERVER,
    "`resultStatus` as a number is the gateway's result code; the payment SDK writes its own as text.",
  ),
};

/** The number as text: ours only where the payment SDK has no such number. */
const JSON_TEXT_BODY: LogShape = {
  ...JSON_BODY,
  id: 'json-text-body',
  label: 'JSON body, number as text',
  decide: always(
    SERVER,
    "`resultStatus` as text can be the payment SDK's too, but that has no such number, so it is the gateway's.",
  ),
};

/** Every call of the H5 container answers with `error`, and 11 of another call is another number. */
const OTHER_BRIDGE_CALL = /AlipayJSBridge\.call\(\s{0,8}["'\\]{1,8}(?!rpc\b)\w/i;

export const LOG_SHAPES: readonly LogShape[] = [
  {
    id: 'android-exception',
    label: 'Android exception',
    hint: 'exception',
    families: ['android', 'gateway', 'service'],
    basis: 'reported',
    source: 'android-sdk',
    // Its text has the number in brackets; apps also print the class with its field.
    pattern:
      /\b(?:rpc ?exception ?:? ?\[ ?(?=\d{1,9} ?\])|rpcexception[ ([{:,]{1,2}(?:error)?code ?[:=] ?)(?<code>\d{1,9})\b(?: ?\])?/gi,
    examples: (code) => [
      `com.alipay.mobile.common.rpc.RpcException: RPCException: [${code}] : <message>`,
      `RPCException: [${code}] : <message>`,
    ],
    decide: (number) =>
      number < FIRST_SERVER_NUMBER
        ? {
            families: ['android'],
            reason:
              "`RPCException: [n]` is the Android SDK's exception; its numbers below 1000 are the client's own or an HTTP status.",
          }
        : {
            families: SERVER,
            reason:
              "`RPCException: [n]` is the Android SDK's exception; its numbers from 1000 on come from gateway or service.",
          },
  },
  {
    id: 'android-headers',
    label: 'Reply headers, Android log or HTTP trace',
    hint: 'result',
    families: SERVER,
    basis: 'reported',
    source: 'signature-log',
    // Servers name a variable after a header: `upstream_http_result_status`.
    // After the name: `: n`, `=n`, `=[n]`, `=> n`, a tab, a pair in a list, or name and value in a HAR file.
    pattern:
      /(?:(?:(?<![\w-])|(?<=%[\dA-F]{2}))result-status|(?<![a-z\d])http_result_status)(?:(?:["'\\]|%(?:22|27|5C)){0,8}(?:\s{0,40}(?::|=>|%3A)\s{0,40}|=|%3D|\t\s{0,8})(?:["'\\]|\[ ?|%(?:22|27|5B|5C)){0,8}|["'\\]{1,8}\s{0,40},\s{0,40}["'\\]{1,8}(?:value["'\\]{1,8}\s{0,40}:\s{0,40}["'\\]{1,8})?)(?<code>\d{1,9})\b(?!\.\d)/gi,
    examples: (code) => [
      `Result-Status:${code}`,
      `result-status: ${code}`,
      `{Result-Status=[${code}], Result-memo=[]}`,
      `{"name":"Result-Status","value":"${code}"}`,
    ],
    decide: always(
      SERVER,
      "`Result-Status` is a header of the gateway's reply, so the number is from gateway or service.",
    ),
  },
  {
    id: 'ios-headers',
    label: 'Reply headers, iOS console',
    hint: 'result-status',
    families: SERVER,
    basis: 'official',
    source: 'system-busy',
    // iOS prints a dictionary with spaces around the sign (`=` without any is the form above), Swift
    // prints `AnyHashable("…"): n`.
    pattern:
      /(?<![\w-])result-status["'\\]{0,8}(?:\s{1,40}=\s{0,40}|=\s{1,40}|\)\s{0,40}:\s{0,40})["'\\]{0,8}(?<code>\d{1,9})\b(?!\.\d)/gi,
    examples: (code) => [
      `APMobileNetwork <operationType> resp:{ "result-status" = ${code}; }`,
      `"result-status" = ${code};`,
      `"Result-Status" = "${code}";`,
    ],
    decide: always(
      SERVER,
      "`result-status` is a header of the gateway's reply, so the number is from gateway or service.",
    ),
  },
  JSON_BODY,
  {
    id: 'error-report',
    label: 'Error report, Android log',
    hint: 'err_code',
    families: SERVER,
    basis: 'reported',
    source: 'signature-log',
    // The carets are part of the form: `err_code=` alone belongs to many other systems.
    pattern: /(?:\^ERR_CODE ?= ?|\bERR_CODE ?= ?(?=\d{1,9}\^))(?<code>\d{1,9})\b/gi,
    examples: (code) => [`^API=<operationType>^ERR_CODE=${code}^`],
    decide: (number, platform) =>
      number < FIRST_SERVER_NUMBER && platform === 'android'
        ? {
            families: ['android'],
            reason:
              "`^ERR_CODE=n^` is the Android SDK's error report; numbers below 1000 are the client's own or an HTTP status.",
          }
        : {
            families: SERVER,
            reason:
              "`^ERR_CODE=n^` is the Android SDK's error report; the one that was seen repeats the code of the gateway's reply.",
          },
  },
  {
    id: 'h5-reply',
    label: 'H5 rpc call, reply in the web page',
    hint: 'error',
    families: SERVER,
    // The call and its keys are known, a whole line of it was not found.
    basis: 'inferred',
    source: 'h5-rpc',
    // Four digits at least: 10 and 11 are the call's own, and nothing else below 1000 is documented.
    pattern:
      /(?:["'\\]|[,{]\s{0,8})error["'\\]{0,8}\s{0,40}:\s{0,40}["'\\]{0,8}(?<code>\d{4,9})\b(?!\.\d)/gi,
    context: /AlipayJSBridge|JSAPI|\brpc\b/i,
    unless: OTHER_BRIDGE_CALL,
    examples: (code) => [`AlipayJSBridge rpc: {"error":${code},"errorMessage":"<message>"}`],
    decide: always(
      SERVER,
      'The `rpc` call of an H5 page has only 10 and 11 of its own; any other `error` is passed on from the gateway.',
    ),
  },
  {
    id: 'ios-exception',
    label: 'iOS exception, as demo apps print it',
    hint: 'exception code',
    families: ['ios', 'gateway', 'service'],
    basis: 'reported',
    source: 'ios-sdk-use',
    pattern: /\b(?:rpc exception|DTRpcException) code {0,3}[:=] {0,3}(?<code>\d{1,9})\b/gi,
    examples: (code) => [`Rpc Exception code : ${code}`],
    decide: (number, platform) => {
      if (platform === 'android')
        return {
          families: ['android', 'ios', 'gateway', 'service'],
          reason:
            '`Rpc Exception code : n` is what iOS demo apps print, but the message also shows Android, so both clients are answered.',
        };
      return {
        families: ['ios', 'gateway', 'service'],
        reason:
          number < FIRST_SERVER_NUMBER
            ? "`Rpc Exception code : n` is what iOS demo apps print; its numbers below 1000 are the client's own."
            : "`Rpc Exception code : n` is what iOS demo apps print; what is not in the client's table comes from gateway or service.",
      };
    },
  },
  {
    id: 'ios-error',
    label: 'iOS error object',
    hint: 'domain',
    families: ['ios', 'gateway', 'service'],
    basis: 'inferred',
    source: 'ios-binary',
    pattern:
      /\bDomain ?[:=] ?["'\\]{0,8}(?:kDTRpcException|DTRpcErrorDomain|com\.alipay\.infrastructure\.RPCErrorDomain)["'\\]{0,8},? Code ?[:=] ?(?<code>\d{1,9})\b/gi,
    examples: (code) => [`Error Domain=kDTRpcException Code=${code}`],
    decide: (number) => ({
      families: ['ios', 'gateway', 'service'],
      reason:
        number < FIRST_SERVER_NUMBER
          ? "The error's domain is the iOS SDK's; its numbers below 1000 are the client's own."
          : "The error's domain is the iOS SDK's; what is not in the client's table comes from gateway or service.",
    }),
  },
  {
    id: 'gateway-digest',
    label: 'gateway-page-digest.log, 9th of 28 fields',
    hint: ' - (',
    families: SERVER,
    basis: 'official',
    source: 'gateway-logs',
    pattern:
      / - \((?:[^(),]*,){2} ?[YN] ?,(?:[^(),]*,){5} ?(?<code>\d{1,9}) ?,(?:[^(),]*,){18}[^(),]*\)/gi,
    examples: (code) => [
      `<time> - (<address>,<response>,N,<cost>,<operationType>,<system>,<appId>,<workspaceId>,${code},<productId>,<productVersion>,<channel>,<userId>,<deviceId>,<uuid>,<trackId>,<clientIp>,<networkProtocol>,<dataProtocol>,<requestSize>,<responseSize>,<loadTest>,<traceId>,<componentApi>,<clientSystem>,<backEndCost>,<ipVersion>,<rpcVersion>)`,
    ],
    decide: always(
      SERVER,
      'A line of `gateway-page-digest.log` has 28 fields, and the 9th is the result code.',
    ),
    digest: {
      file: 'gateway-page-digest.log',
      fields: 28,
      success: 3,
      code: 9,
      operation: 5,
      trace: { field: 23, name: 'TraceId' },
      clientSystem: 25,
      personal: new Map([
        [7, 'app id'],
        [13, 'user id'],
        [14, 'device id'],
        [15, 'device id'],
        [16, 'trace id'],
        [17, 'IP address'],
        [23, 'trace id'],
      ]),
    },
  },
  {
    id: 'service-digest',
    label: 'page-digest.log of a business system, 6th of 7 fields',
    hint: ' - (',
    families: ['service'],
    basis: 'official',
    source: 'spi-logs',
    pattern: / - \((?:[^(),]*,){4} ?[YN] ?, ?(?<code>\d{1,9}) ?,[^(),]*\)/gi,
    examples: (code) => [
      `<time> - (<operationType>,<productId>,<productVersion>,<cost>,N,${code},<uniqueId>)`,
    ],
    decide: (number) => ({
      families: number === SUCCESS ? SERVER : ['service'],
      reason:
        "A line of a business system's `page-digest.log` has 7 fields, and the 6th is the result code.",
    }),
    digest: {
      file: 'page-digest.log',
      fields: 7,
      success: 5,
      code: 6,
      operation: 1,
      trace: { field: 7, name: 'uniqueId' },
      personal: new Map([[7, 'trace id']]),
    },
  },
];

export const NEIGHBOUR_SHAPES: readonly NeighbourShape[] = [
  {
    id: 'security-guard-console',
    label: 'Security Guard, Xcode console',
    hint: 'sg error',
    system: 'security-guard',
    ifUnknown: 'theirs',
    pattern: /\bSG ERROR ?[:=]? ?(?<code>\d{1,9})\b/gi,
    examples: (code) => [`SG ERROR: ${code}`],
  },
  {
    id: 'security-guard-exception',
    label: 'Security Guard, Android exception',
    hint: 'secexception',
    system: 'security-guard',
    ifUnknown: 'theirs',
    pattern: /\berrorCode ?[:=] ?(?<code>\d{1,9})\b/gi,
    context: /\bSecException\b/i,
    examples: (code) => [
      `SecException: ErrorCode = ${code}`,
      `SecException: init failed, errorCode=${code}`,
    ],
  },
  {
    id: 'security-guard-secexception',
    label: 'Security Guard, Android exception',
    hint: 'secexception',
    system: 'security-guard',
    ifUnknown: 'theirs',
    pattern: /\bSecException(?:\.code)? ?[(:=[]{1,2} ?(?<code>\d{1,9})\b/gi,
    examples: (code) => [`SecException: ${code}`, `SecException.code:${code}`],
  },
  {
    id: 'security-guard-error-code',
    label: 'Security Guard, Android log',
    hint: 'errorcode',
    system: 'security-guard',
    ifUnknown: 'nobody',
    // Its own capitals only: `errorCode=` in lower case is everybody's.
    pattern: /\bErrorCode ?= ?(?<code>\d{1,9})\b/g,
    examples: (code) => [`ErrorCode = ${code}`],
  },
  {
    id: 'payment-result',
    label: 'Payment SDK result, resultStatus as text',
    hint: 'resultstatus',
    system: 'payment-sdk',
    ifUnknown: JSON_TEXT_BODY,
    pattern:
      /(?:(?<![\w-])|(?<=%[\dA-F]{2}))resultStatus(?:["'\\]|%(?:22|27|5C)){0,8}\s{0,40}(?:[:=]|%3A|%3D)\s{0,40}(?:["'\\]|%(?:22|27|5C)){1,8}(?<code>\d{1,9})\b(?!\.\d)/gi,
    examples: (code) => [`{"resultStatus":"${code}","memo":"","result":""}`],
  },
  {
    id: 'payment-map',
    label: 'Payment SDK result, a map as Java prints it',
    hint: 'resultstatus',
    system: 'payment-sdk',
    ifUnknown: JSON_BODY,
    pattern: /[{,]\s?resultStatus=(?<code>\d{1,9})(?:, ?(?:result|memo)=|\})/gi,
    context: /[{,]\s?memo=/i,
    // The gateway's own body has tips, the payment SDK's has none.
    unless: /\btips=/i,
    examples: (code) => [`{resultStatus=${code}, result=, memo=}`],
  },
  {
    id: 'payment-raw-result',
    label: 'Payment SDK result, resultStatus in braces',
    hint: 'resultstatus',
    system: 'payment-sdk',
    ifUnknown: 'theirs',
    pattern: /(?<![\w-])resultStatus ?= ?\{(?<code>\d{1,9})\}/gi,
    examples: (code) => [`resultStatus={${code}};memo={};result={}`],
  },
  {
    id: 'h5-own-error',
    label: 'H5 rpc call, an error of its own',
    hint: 'error',
    system: 'h5-rpc',
    ifUnknown: 'theirs',
    pattern:
      /(?:["'\\]|[,{]\s{0,8})error["'\\]{0,8}\s{0,40}:\s{0,40}["'\\]{0,8}(?<code>1[01])\b(?!\.\d)/gi,
    context: /errorMessage|AlipayJSBridge|JSAPI|\brpc\b/i,
    unless: OTHER_BRIDGE_CALL,
    examples: (code) => [
      `AlipayJSBridge rpc: {"error":${code}}`,
      `{"error":"${code}","errorMessage":""}`,
    ],
  },
  {
    id: 'xcode-exit-code',
    label: 'Exit code of the mPaaS extension for Xcode',
    hint: 'exit',
    system: 'xcode-extension',
    ifUnknown: 'nobody',
    pattern: /\bexit(?:ed)?(?: with)?(?: a)? (?:code|status) ?[:=]? ?(?<code>71)\b(?!\.\d)/gi,
    context: /mpaas|security ?guard|xcode|extension/i,
    examples: (code) => [`mPaaS extension for Xcode: exit code ${code}`],
  },
];

/**
 * Words that may be the name of a code: the symbols of the iOS table in any case, and constants in
 * capitals with an underscore. `OK` is a constant as well, but as a word it says nothing.
 */
export const NAME_PATTERN = /\bkDTRpc[A-Za-z]+\b|\bKDTRpc[A-Za-z]+\b|\b[A-Z]+_[A-Z_]+\b/g;

/** What gives a client away in a message. The front of a line can do so too: see `platformOf`. */
export const PLATFORM_MARKS: Readonly<Record<Platform, RegExp>> = {
  android: /\bRPCException\b|com\.alipay\.mobile\.common\.rpc|\bmynet_/g,
  ios: /\bAPMobileNetwork\b|\[mPaaSLog\]|\bError Domain=|\bk?DTRpc/g,
};

/** Shapes in which a number of the family can stand, likeliest first. */
export function shapesOf(family: Family): LogShape[] {
  return LOG_SHAPES.filter(({ families }) => families.includes(family));
}

export type ShapeMatch<S extends LogShape | NeighbourShape> = {
  readonly shape: S;
  /** The digits as they stand in the text. */
  readonly code: string;
  /** Offset of the digits, in UTF-16 units. */
  readonly index: number;
  /** Offsets of the whole form around the digits. */
  readonly from: number;
  readonly to: number;
};

/** Every place in one line where one of the shapes stands, in order of position. Never throws. */
export function matchShapes<S extends LogShape | NeighbourShape>(
  shapes: readonly S[],
  text: string,
): ShapeMatch<S>[] {
  const line = plainForm(text);
  const lowerCase = line.toLowerCase();
  const matches: ShapeMatch<S>[] = [];
  for (const shape of shapes) {
    if (!lowerCase.includes(shape.hint)) continue;
    if (shape.context && !shape.context.test(line)) continue;
    if (shape.unless?.test(line)) continue;
    for (const match of line.matchAll(shape.pattern)) {
      const digits = match.groups?.['code'];
      if (digits === undefined) continue;
      const from = match.index;
      const to = from + match[0].length;
      const index = from + match[0].lastIndexOf(digits);
      matches.push({ shape, code: text.slice(index, index + digits.length), index, from, to });
    }
  }
  return matches.sort((a, b) => a.index - b.index);
}
