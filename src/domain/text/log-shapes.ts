/**
 * The forms in which a result code appears in logs, replies and error messages. The code page prints
 * the examples, search and decoder read the patterns; neither has a form of its own.
 */
import type { ForeignSystem } from './foreign-shapes.ts';
import { plainForm } from './plain-form.ts';
import type { Family } from '../codes/families.ts';
import type { Meaning } from '../codes/schema.ts';
import type { Basis } from '../codes/vocabulary.ts';

/** A system whose numbers look like ours and are listed in the index, by its id there. */
export type NeighbourSystem = 'security-guard' | 'payment-sdk' | 'h5-rpc' | 'xcode-extension';

/**
 * How sure an answer is. Certain: the number is written in a form of the table. Probable: the words
 * around it say so. Possible: it is the one number of a short text, or of one of two systems.
 */
export type Strength = 'certain' | 'probable' | 'possible';

/** The client that wrote a message, where the message shows it. */
export type Platform = 'android' | 'ios';

/** Why a number is read as it is. */
export type ReasonId =
  | 'result-status-number'
  | 'result-status-text'
  | 'result-status-shared'
  | 'android-exception-client'
  | 'android-exception-server'
  | 'class-name-server'
  | 'class-name-client'
  | 'headers'
  | 'short-header'
  | 'error-report-client'
  | 'error-report-server'
  | 'h5-gateway'
  | 'h5-gateway-unlabelled'
  | 'h5-client'
  | 'ios-exception-client'
  | 'ios-exception-server'
  | 'ios-exception-both-clients'
  | 'ios-domain-client'
  | 'ios-domain-server'
  | 'gateway-digest'
  | 'service-digest'
  | 'symbol'
  | 'sdk-constant'
  | 'words'
  | 'table-column'
  | 'payment-near'
  | 'only-number';

/** From which tables a number in a certain place can be, and why. */
export type Ruling = {
  /** Likeliest first. */
  readonly families: readonly Family[];
  readonly reason: ReasonId;
  /** Certain where it is not given. */
  readonly strength?: Strength;
  /** A system that the number can belong to just as well. */
  readonly or?: NeighbourSystem;
};

/** What the message around a number shows. */
export type Surroundings = {
  /** The client that wrote the message; null: not shown. */
  readonly platform: Platform | null;
  /** Names in the number's own object or list, in lower case and without hyphens. */
  readonly keys: ReadonlySet<string>;
  /** Whether the message, or the line before it, holds a match. */
  readonly shows: (pattern: RegExp) => boolean;
  /** Whether the number is known on the server's side of MGS, from a table or an SDK. */
  readonly isKnown: boolean;
  /** Whether the system has the number. */
  readonly isOf: (system: NeighbourSystem) => boolean;
};

/** Narrows the tables for one number in its message; null where the number is nobody's there. */
export type Decide = (
  number: number,
  around: Surroundings,
) => Ruling | { readonly theirs: NeighbourSystem | ForeignSystem } | null;

export type ShapeId =
  | 'json-body'
  | 'json-text-body'
  | 'android-exception'
  | 'exception-class'
  | 'exception-code'
  | 'interceptor-log'
  | 'android-headers'
  | 'ios-headers'
  | 'short-header'
  | 'error-report'
  | 'h5-reply'
  | 'h5-client-reply'
  | 'ios-exception'
  | 'ios-error'
  | 'gateway-digest'
  | 'service-digest'
  | 'security-guard-console'
  | 'security-guard-exception'
  | 'security-guard-secexception'
  | 'security-guard-error-code'
  | 'payment-result'
  | 'payment-map'
  | 'payment-raw-result'
  | 'h5-own-error'
  | 'xcode-exit-code';

type Shape = {
  readonly id: ShapeId;
  /** A lower-case word that every text of this shape holds: a cheap test before the pattern. */
  readonly hint: string;
  /** Global and linear; the group `code` holds the digits. */
  readonly pattern: RegExp;
  /** Where the pattern alone says too little: what the same line must hold as well. */
  readonly context?: RegExp;
  /** Where `message`, the decoder asks `decide` for the context of the whole message instead. */
  readonly contextIn?: 'message';
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
  readonly decide: Decide;
  readonly digest?: DigestLayout;
  /** The client that writes the form, where its own numbers were never seen in it: probable at best. */
  readonly client?: Platform;
};

export type NeighbourShape = Shape & {
  readonly system: NeighbourSystem;
  readonly basis: Basis;
  /** Whose a number is that the system is not known to have: still theirs, nobody's, or ours as this shape. */
  readonly ifUnknown: 'theirs' | 'nobody' | LogShape;
  /** Where the message decides whose the number is; as `ifUnknown` where that is a shape of ours. */
  readonly decide?: Decide;
};

/** Below it the numbers are the clients' own (facts of `android-sdk`: from here on the server's). */
export const FIRST_SERVER_NUMBER = 1000;
/** The one number that means success, in every log of gateway and service. */
const SUCCESS = 1000;

const SERVER: readonly Family[] = ['gateway', 'service'];

const always =
  (families: readonly Family[], reason: ReasonId): Decide =>
  () => ({ families, reason });

/** The client's table below 1000, gateway and service from there on. */
const byNumber =
  (client: readonly Family[], below: ReasonId, from: ReasonId): Decide =>
  (number) =>
    number < FIRST_SERVER_NUMBER
      ? { families: client, reason: below }
      : { families: SERVER, reason: from };

/** What only a message of MGS holds. */
const OURS = /APMobileNetwork|mpaas|\bmgw|RpcException|result-status/i;

/**
 * The payment SDK answers with `memo`, `result` and `resultStatus`, the gateway with `tips`. Only where
 * the number is one of both and neither object is complete can nobody tell.
 */
const decideResultStatus =
  (isText: boolean): Decide =>
  (_number, { isKnown, isOf, keys, shows }) => {
    const ours: Ruling = {
      families: SERVER,
      reason: isText ? 'result-status-text' : 'result-status-number',
    };
    if (!isOf('payment-sdk')) return ours;
    if (!isKnown) return { theirs: 'payment-sdk' };
    if (keys.has('tips') || keys.has('operationtype')) return ours;
    if (isText || (keys.has('memo') && keys.has('result'))) return { theirs: 'payment-sdk' };
    if (shows(OURS)) return ours;
    return {
      families: SERVER,
      reason: 'result-status-shared',
      strength: 'possible',
      or: 'payment-sdk',
    };
  };

const JSON_BODY: LogShape = {
  id: 'json-body',
  hint: 'resultstatus',
  families: SERVER,
  basis: 'official',
  source: 'throttling',
  // JSON libraries of Java make `1002.0` of a number without a type.
  pattern:
    /(?:(?<![\w-])|(?<=%[\dA-F]{2}))resultStatus(?:["'\\]|%(?:22|27|5C)){0,8}\)?\s{0,40}(?:[:=]|%3A|%3D)\s{0,40}(?<code>\d{1,9})\b(?!\.(?!0\b)\d)/gi,
  examples: (code) => [`{"resultStatus":${code},"tips":"<tips>"}`, `resultStatus = ${code};`],
  decide: decideResultStatus(false),
};

/** The number as text. */
const JSON_TEXT_BODY: LogShape = {
  ...JSON_BODY,
  id: 'json-text-body',
  decide: decideResultStatus(true),
};

/** Every call of the H5 container answers with `error`, and 11 of another call is another number. */
const OTHER_BRIDGE_CALL = /AlipayJSBridge\.call\(\s{0,8}["'\\]{1,8}(?!rpc\b)\w/i;
/** The container itself, or the one of its calls that is meant. */
const H5_CONTAINER = /AlipayJSBridge|JSAPI|H5Rpc/i;
const H5_KEYS = ['errormessage', 'errortip', 'errorno'] as const;
/** The form of the container's reply in one line. */
const H5_CONTEXT = /error(?:Message|Tip|No)["'\\]{0,8}\s{0,8}[:=]|AlipayJSBridge|JSAPI/i;

const isH5Reply = ({ keys, shows }: Surroundings): boolean =>
  !shows(OTHER_BRIDGE_CALL) && (shows(H5_CONTAINER) || H5_KEYS.some((key) => keys.has(key)));

/** Marks that only the container sets: its name, or the number repeated as text. */
const isLabelled = ({ keys, shows }: Surroundings): boolean =>
  shows(H5_CONTAINER) || keys.has('errortip') || keys.has('errorno');

/** A request of a mini program, which goes past MGS and answers with the same keys. */
const MINI_PROGRAM_REQUEST = /\bmy\.(?:request|httpRequest)\b/;

const decideH5Reply: Decide = (_number, around) => {
  if (around.shows(MINI_PROGRAM_REQUEST)) return { theirs: 'mini-program' };
  if (!isH5Reply(around)) return null;
  if (isLabelled(around)) return { families: SERVER, reason: 'h5-gateway' };
  // Other services use the same two keys.
  return around.isKnown
    ? { families: SERVER, reason: 'h5-gateway-unlabelled', strength: 'probable' }
    : null;
};

const decideH5ClientReply: Decide = (_number, around) => {
  if (around.shows(MINI_PROGRAM_REQUEST)) return { theirs: 'mini-program' };
  if (!isH5Reply(around)) return null;
  if (around.isOf('h5-rpc')) return { theirs: 'h5-rpc' };
  return isLabelled(around)
    ? { families: ['android'], reason: 'h5-client', strength: 'probable' }
    : null;
};

const IOS_EXCEPTION = /\bk?DTRpcException\b|\brpc exception\b/i;

const decideIosException: Decide = (number, { platform, shows }) => {
  // `exception.code` alone can be any exception's.
  if (!shows(IOS_EXCEPTION)) return null;
  if (platform === 'android')
    return {
      families: ['android', 'ios', 'gateway', 'service'],
      reason: 'ios-exception-both-clients',
    };
  return {
    families: ['ios', 'gateway', 'service'],
    reason: number < FIRST_SERVER_NUMBER ? 'ios-exception-client' : 'ios-exception-server',
  };
};

export const LOG_SHAPES: readonly LogShape[] = [
  {
    id: 'android-exception',
    hint: 'exception',
    families: ['android', 'gateway', 'service'],
    basis: 'reported',
    source: 'android-sdk',
    // The capitals are part of the form: other libraries print `RpcException: [n]`.
    pattern: /\bRPC ?E(?:xception|XCEPTION) ?:? ?\[ ?(?<code>\d{1,9}) ?\]/g,
    examples: (code) => [
      `com.alipay.mobile.common.rpc.RpcException: RPCException: [${code}] : <message>`,
      `RPCException: [${code}] : <message>`,
    ],
    decide: byNumber(['android'], 'android-exception-client', 'android-exception-server'),
  },
  {
    id: 'exception-class',
    hint: 'exception',
    families: SERVER,
    basis: 'inferred',
    source: 'android-sdk',
    // The name of the class, as other libraries print theirs: below 1000 it may be any of them.
    pattern: /\brpc ?exception\W{0,3}(?<code>\d{4,9})\b(?!\.\d)/gi,
    examples: (code) => [`RpcException: [${code}]`, `RPCException ${code}`],
    decide: (_number, { isKnown }) =>
      isKnown ? { families: SERVER, reason: 'class-name-server', strength: 'probable' } : null,
  },
  {
    id: 'exception-code',
    hint: 'rpcexception',
    families: ['android', 'gateway', 'service'],
    basis: 'inferred',
    source: 'android-sdk',
    // Apps and bridges print the class with its field: class, a word for the code, number.
    pattern:
      /\brpcexception\b(?:\( {0,8}\d{1,6}\))?[^\d\n]{1,60}?(?:\b|get|m)(?:err(?:or)?_?)?code(?:\(\))?["'\\]{0,4} ?(?:(?:[:=]|->) ?)?["'\\([]{0,3}(?<code>\d{1,9})\b(?!\.\d)/gi,
    examples: (code) => [
      `RpcException[code=${code}, msg=<message>]`,
      `RpcException: errorCode = ${code}`,
      `W/RpcException( 4021): code: ${code} msg: <message>`,
    ],
    decide: byNumber(['android'], 'class-name-client', 'class-name-server'),
  },
  {
    id: 'interceptor-log',
    hint: 'exception.getcode',
    families: ['android', 'gateway', 'service'],
    basis: 'inferred',
    source: 'android-sdk',
    pattern: /\bexception\.getCode(?:\(\))? ?[:=] ?(?<code>\d{1,9})\b/gi,
    examples: (code) => [
      `exceptionHandle. exception.getCode:${code}, operationType:<operationType>`,
    ],
    decide: byNumber(['android'], 'class-name-client', 'class-name-server'),
  },
  {
    id: 'android-headers',
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
    decide: always(SERVER, 'headers'),
  },
  {
    id: 'ios-headers',
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
    decide: always(SERVER, 'headers'),
  },
  {
    id: 'short-header',
    hint: 'rs',
    families: SERVER,
    basis: 'inferred',
    source: 'signature-log',
    // Its line to itself, or an entry of a printed map: `rs=7002` in a script is a variable.
    pattern:
      /(?:^[\s*<>|]{0,40}|[{,]\s{0,8})["']?rs["']?\s{0,8}[:=]\s{0,8}\[?["']?(?<code>\d{4})\b(?!\.\d)/gi,
    examples: (code) => [`{rs=[${code}], memo=[<memo>]}`],
    decide: (_number, { keys, isKnown }) =>
      isKnown && (keys.has('memo') || keys.has('tips'))
        ? { families: SERVER, reason: 'short-header', strength: 'probable' }
        : null,
  },
  JSON_BODY,
  {
    id: 'error-report',
    hint: 'err_code',
    families: SERVER,
    basis: 'reported',
    source: 'signature-log',
    // The carets are part of the form: `err_code=` alone belongs to many other systems.
    pattern: /(?:\^ERR_CODE ?= ?|\bERR_CODE ?= ?(?=\d{1,9}\^))(?<code>\d{1,9})\b/gi,
    examples: (code) => [`^API=<operationType>^ERR_CODE=${code}^`],
    client: 'android',
    decide: (number) =>
      number < FIRST_SERVER_NUMBER
        ? { families: ['android'], reason: 'error-report-client', strength: 'probable' }
        : { families: SERVER, reason: 'error-report-server' },
  },
  {
    id: 'h5-reply',
    hint: 'error',
    families: SERVER,
    // The call and its keys are known, a whole line of it was not found.
    basis: 'inferred',
    source: 'h5-rpc',
    pattern:
      /(?:["'\\]|[,{]\s{0,8}|^\s{0,40})error["'\\]{0,8}\s{0,40}[:=]\s{0,40}["'\\]{0,8}(?<code>\d{4,9})\b(?!\.\d)/gi,
    context: H5_CONTEXT,
    contextIn: 'message',
    unless: OTHER_BRIDGE_CALL,
    examples: (code) => [`AlipayJSBridge rpc: {"error":${code},"errorMessage":"<message>"}`],
    decide: decideH5Reply,
  },
  {
    id: 'h5-client-reply',
    hint: 'error',
    families: ['android'],
    basis: 'inferred',
    source: 'h5-rpc',
    // Small numbers of the native client have been seen in this place.
    pattern:
      /(?:["'\\]|[,{]\s{0,8}|^\s{0,40})error["'\\]{0,8}\s{0,40}[:=]\s{0,40}["'\\]{0,8}(?<code>\d{1,2})\b(?!\.\d)/gi,
    context: /AlipayJSBridge|JSAPI|error(?:Tip|No)["'\\]{0,8}\s{0,8}[:=]/i,
    contextIn: 'message',
    unless: OTHER_BRIDGE_CALL,
    examples: (code) => [
      `AlipayJSBridge rpc: {"error":${code},"errorMessage":"<message>","errorTip":"${code}"}`,
    ],
    decide: decideH5ClientReply,
  },
  {
    id: 'ios-exception',
    hint: 'exception',
    families: ['ios', 'gateway', 'service'],
    basis: 'reported',
    source: 'ios-sdk-use',
    pattern:
      /(?:\b(?:rpc exception|DTRpcException\b[^\d\n]{0,40}?) ?\b|^\s{0,40}exception\.)(?:error)?code["'\\]{0,4} {0,3}[:=] {0,3}["'\\]{0,4}(?<code>\d{1,9})\b(?!\.\d)/gi,
    examples: (code) => [`Rpc Exception code : ${code}`, `DTRpcException: code: ${code}`],
    context: IOS_EXCEPTION,
    contextIn: 'message',
    decide: decideIosException,
  },
  {
    id: 'ios-error',
    hint: 'domain',
    families: ['ios', 'gateway', 'service'],
    basis: 'inferred',
    source: 'ios-binary',
    pattern:
      /\bDomain ?[:=] ?["'\\]{0,8}(?:kDTRpcException|k?DTRpcErrorDomain|com\.alipay\.infrastructure\.RPCErrorDomain)["'\\]{0,8},? Code ?[:=] ?(?<code>\d{1,9})\b/gi,
    examples: (code) => [`Error Domain=kDTRpcException Code=${code}`],
    decide: (number) => ({
      families: ['ios', 'gateway', 'service'],
      reason: number < FIRST_SERVER_NUMBER ? 'ios-domain-client' : 'ios-domain-server',
    }),
  },
  {
    id: 'gateway-digest',
    hint: ' - (',
    families: SERVER,
    basis: 'official',
    source: 'gateway-logs',
    pattern:
      / - \((?:[^(),]*,){2} ?[YN] ?,(?:[^(),]*,){5} ?(?<code>\d{1,9}) ?,(?:[^(),]*,){18}[^(),]*\)/gi,
    examples: (code) => [
      `<time> - (<address>,<response>,${Number(code) === SUCCESS ? 'Y' : 'N'},<cost>,<operationType>,<system>,<appId>,<workspaceId>,${code},<productId>,<productVersion>,<channel>,<userId>,<deviceId>,<uuid>,<trackId>,<clientIp>,<networkProtocol>,<dataProtocol>,<requestSize>,<responseSize>,<loadTest>,<traceId>,<componentApi>,<clientSystem>,<backEndCost>,<ipVersion>,<rpcVersion>)`,
    ],
    decide: always(SERVER, 'gateway-digest'),
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
    hint: ' - (',
    families: ['service'],
    basis: 'official',
    source: 'spi-logs',
    pattern: / - \((?:[^(),]*,){4} ?[YN] ?, ?(?<code>\d{1,9}) ?,[^(),]*\)/gi,
    examples: (code) => [
      `<time> - (<operationType>,<productId>,<productVersion>,<cost>,${Number(code) === SUCCESS ? 'Y' : 'N'},${code},<uniqueId>)`,
    ],
    decide: (number) => ({
      families: number === SUCCESS ? SERVER : ['service'],
      reason: 'service-digest',
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
    hint: 'error',
    system: 'security-guard',
    basis: 'official',
    ifUnknown: 'theirs',
    pattern: /\bSG[ _]?ERROR\]? ?[:=]? ?(?<code>\d{1,9})\b(?![.:/-]\d)/gi,
    examples: (code) => [`SG ERROR: ${code}`],
  },
  {
    id: 'security-guard-exception',
    hint: 'secexception',
    system: 'security-guard',
    basis: 'reported',
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
    hint: 'secexception',
    system: 'security-guard',
    basis: 'inferred',
    ifUnknown: 'theirs',
    pattern:
      /\bSecException(?:\.code)?(?: ?[(:=[]{1,2} ?| (?=\d{3,4}\b))(?<code>\d{1,9})\b(?![.:/-]\d)/gi,
    examples: (code) => [`SecException: ${code}`, `SecException.code:${code}`],
  },
  {
    id: 'security-guard-error-code',
    hint: 'errorcode',
    system: 'security-guard',
    basis: 'inferred',
    ifUnknown: 'nobody',
    // Its own capitals only: `errorCode=` in lower case is everybody's. From 1000 on the form alone is
    // too common; a line that is nothing but a name and its value is a declaration.
    pattern: /\bErrorCode ?= ?(?<code>[1-6]\d\d)\b(?!\.\d)/g,
    unless:
      /\bhttp|\b(?:const|enum|static|final|let|var|val|define|case)\b|^\s*[a-z_]\w*\s*ErrorCode\s*=\s*\w+\s*(?:[,;]\s*)?(?:\/\/|$)/i,
    examples: (code) => [`ErrorCode = ${code}`],
  },
  {
    id: 'payment-result',
    hint: 'resultstatus',
    system: 'payment-sdk',
    basis: 'reported',
    ifUnknown: JSON_TEXT_BODY,
    decide: JSON_TEXT_BODY.decide,
    pattern:
      /(?:(?<![\w-])|(?<=%[\dA-F]{2}))resultStatus(?:["'\\]|%(?:22|27|5C)){0,8}\)?\s{0,40}(?:[:=]|%3A|%3D)\s{0,40}(?:["'\\]|%(?:22|27|5C)){1,8}(?<code>\d{1,9})\b(?!\.\d)/gi,
    examples: (code) => [`{"resultStatus":"${code}","memo":"","result":""}`],
  },
  {
    id: 'payment-map',
    hint: 'resultstatus',
    system: 'payment-sdk',
    basis: 'reported',
    ifUnknown: JSON_BODY,
    decide: JSON_BODY.decide,
    // The object of the payment SDK as Java, Swift, Dart or iOS print it: the number is not quoted there.
    pattern:
      /(?<![\w-])resultStatus["'\\]{0,8}\)?\s{0,8}[:=]\s{0,8}(?<code>\d{4})\b(?!\.(?!0\b)\d)/gi,
    context: /^(?=.*\bmemo["'\\]{0,8}\)?\s{0,8}[:=])(?=.*\bresult["'\\]{0,8}\)?\s{0,8}[:=])/i,
    // The gateway's own body has tips, the payment SDK's has none.
    unless: /\btips["'\\]{0,8}\)?\s{0,8}[:=]/i,
    examples: (code) => [
      `{resultStatus=${code}, result=, memo=}`,
      `{ memo = ""; result = ""; resultStatus = ${code}; }`,
    ],
  },
  {
    id: 'payment-raw-result',
    hint: 'resultstatus',
    system: 'payment-sdk',
    basis: 'reported',
    ifUnknown: 'theirs',
    pattern: /(?<![\w-])resultStatus ?= ?\{(?<code>\d{1,9})\}/gi,
    examples: (code) => [`resultStatus={${code}};memo={};result={}`],
  },
  {
    id: 'h5-own-error',
    hint: 'error',
    system: 'h5-rpc',
    basis: 'inferred',
    ifUnknown: 'theirs',
    decide: decideH5ClientReply,
    pattern:
      /(?:["'\\]|[,{]\s{0,8}|^\s{0,40})error["'\\]{0,8}\s{0,40}[:=]\s{0,40}["'\\]{0,8}(?<code>1[01])\b(?!\.\d)/gi,
    context: H5_CONTEXT,
    contextIn: 'message',
    unless: OTHER_BRIDGE_CALL,
    examples: (code) => [
      `AlipayJSBridge rpc: {"error":${code}}`,
      `{"error":"${code}","errorMessage":""}`,
    ],
  },
  {
    id: 'xcode-exit-code',
    hint: 'exit',
    system: 'xcode-extension',
    basis: 'inferred',
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
export function shapesOf(family: Family): readonly (LogShape | NeighbourShape)[] {
  const theirs = NEIGHBOUR_SHAPES.filter(({ system }) => system === family);
  return [...LOG_SHAPES.filter(({ families }) => families.includes(family)), ...theirs];
}

/** Forms of what an SDK throws, and of what is printed when it does. */
const OF_EXCEPTIONS: ReadonlySet<ShapeId> = new Set([
  'android-exception',
  'exception-class',
  'exception-code',
  'interceptor-log',
  'error-report',
  'ios-exception',
  'ios-error',
]);

/** A browser sends its preflight request by itself: no app and no SDK sees the reply. */
const PREFLIGHT = 'gateway/8002';

/** The summary logs of back ends have it as the gateway's does. */
const SUCCESSFUL = 'gateway/1000';

/** Every build of the SDK throws it with a cause, whose text then takes the place of the number. */
const THROWN_WITH_CAUSE = 'android/13';

const shapesById = (...ids: ShapeId[]): LogShape[] =>
  LOG_SHAPES.filter(({ id }) => ids.includes(id));

/** What no table lists was read from the Android library. */
const LISTED_LIBRARY: Platform = 'android';

/**
 * Whether Security Guard is known to use a number on a platform: by the official table, which holds for
 * both, by the library's constants, or by a real log.
 */
export const isSeenOn = (
  platform: Platform,
  { standing, variants = [], logs }: Pick<Meaning, 'standing' | 'variants' | 'logs'>,
): boolean =>
  standing !== 'undocumented' ||
  platform === LISTED_LIBRARY ||
  variants.some(({ where }) => where.includes(platform)) ||
  logs.some(({ text }) => text.includes('SG ERROR'));

/** Shapes in which the number of a meaning can be written, likeliest first: none for what cannot happen. */
export const shapesOfMeaning = (
  meaning: Pick<Meaning, 'id' | 'family' | 'fails' | 'standing' | 'variants' | 'logs'>,
): readonly (LogShape | NeighbourShape)[] => {
  const { id, family, fails } = meaning;
  if (id === THROWN_WITH_CAUSE) return shapesById('error-report', 'interceptor-log');
  const shapes = [...shapesOf(family), ...(id === SUCCESSFUL ? shapesById('service-digest') : [])];
  return shapes.filter((shape) => {
    if (id === PREFLIGHT) return 'digest' in shape;
    if (shape.id === 'security-guard-console' && !isSeenOn('ios', meaning)) return false;
    return fails !== 'none' || !OF_EXCEPTIONS.has(shape.id);
  });
};

/** No failures, and whether a summary log counts them as a success is not known. */
const OUTCOME_UNKNOWN: ReadonlySet<string> = new Set([PREFLIGHT, 'gateway/8001']);

/** A line of a summary log cut down to what a reader compares: success where known, operation, code and trace. */
export function digestExcerpt(
  line: string,
  digest: DigestLayout,
  { id }: Pick<Meaning, 'id'>,
): string {
  const { success, operation, code, trace } = digest;
  const matters = new Set([operation, code, trace.field]);
  if (!OUTCOME_UNKNOWN.has(id)) matters.add(success);
  return line.replace(/(?<= - \()[^()]*(?=\))/, (fields) =>
    fields
      .split(',')
      .map((field, index) => (matters.has(index + 1) ? field : '…'))
      .filter((field, index, all) => field !== '…' || all[index - 1] !== '…')
      .join(','),
  );
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

/**
 * Every place in one line where one of the shapes stands, in order of position. Never throws.
 * @param contextOfMessage whether the caller asks `decide` for the context that a message holds
 */
export function matchShapes<S extends LogShape | NeighbourShape>(
  shapes: readonly S[],
  text: string,
  contextOfMessage = false,
): ShapeMatch<S>[] {
  const line = plainForm(text);
  const lowerCase = line.toLowerCase();
  const matches: ShapeMatch<S>[] = [];
  for (const shape of shapes) {
    if (!lowerCase.includes(shape.hint)) continue;
    const isLater = contextOfMessage && shape.contextIn === 'message';
    if (shape.context && !isLater && !shape.context.test(line)) continue;
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
