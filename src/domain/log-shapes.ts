/**
 * The forms in which a result code appears in logs, replies and error messages. The code page prints
 * the examples, search and decoder read the patterns; neither has a form of its own.
 */
import type { Basis, Family } from './vocabulary.ts';

/** A system whose numbers look like ours; the ids are those of `content/neighbours.yaml`. */
export type NeighbourSystem = 'security-guard' | 'payment-sdk' | 'h5-rpc' | 'xcode-extension';

type Shape = {
  readonly id: string;
  /** What the reader is looking at, in a few words. */
  readonly label: string;
  /** A lower-case word that every text of this shape holds: a cheap test before the pattern. */
  readonly hint: string;
  /** Global, case-insensitive, linear; the group `code` holds the digits. */
  readonly pattern: RegExp;
  /** Real spellings of the shape with the given number; each is decoded to that number again. */
  readonly examples: (code: string) => readonly [string, ...string[]];
};

export type LogShape = Shape & {
  /** Tables whose numbers can stand here; the order says which is likelier. */
  readonly families: readonly Family[];
  readonly basis: Basis;
  readonly source: string;
};

export type NeighbourShape = Shape & { readonly system: NeighbourSystem };

export const LOG_SHAPES: readonly LogShape[] = [
  {
    id: 'android-exception',
    label: 'Android exception',
    hint: 'exception',
    families: ['android', 'gateway', 'service'],
    basis: 'reported',
    source: 'android-sdk',
    pattern: /\brpc ?exception ?:? ?\[ ?(?<code>\d{1,9}) ?\]/gi,
    examples: (code) => [
      `com.alipay.mobile.common.rpc.RpcException: RPCException: [${code}] : <message>`,
      `RPCException: [${code}] : <message>`,
    ],
  },
  {
    id: 'android-headers',
    label: 'Reply headers, Android log',
    hint: 'result-status',
    families: ['gateway', 'service'],
    basis: 'reported',
    source: 'signature-log',
    pattern: /\bresult-status\b["'\\]{0,8} {0,3}: {0,3}["'\\[]{0,8}(?<code>\d{1,9})\b/gi,
    examples: (code) => [`Result-Status:${code}`, `result-status: ${code}`],
  },
  {
    id: 'ios-headers',
    label: 'Reply headers, iOS console',
    hint: 'result-status',
    families: ['gateway', 'service'],
    basis: 'official',
    source: 'system-busy',
    pattern: /\bresult-status\b["'\\]{0,8} {0,3}= {0,3}["'\\]{0,8}(?<code>\d{1,9})\b/gi,
    examples: (code) => [
      `APMobileNetwork <operationType> resp:{ "result-status" = ${code}; }`,
      `"result-status" = ${code};`,
    ],
  },
  {
    id: 'json-body',
    label: 'JSON body',
    hint: 'resultstatus',
    families: ['gateway', 'service'],
    basis: 'official',
    source: 'throttling',
    pattern: /\bresultStatus\b["'\\]{0,8} {0,3}[:=] {0,3}(?<code>\d{1,9})\b/gi,
    examples: (code) => [`{"resultStatus":${code},"tips":"<tips>"}`],
  },
  {
    id: 'error-report',
    label: 'Error report, Android log',
    hint: 'err_code',
    families: ['gateway', 'service'],
    basis: 'reported',
    source: 'signature-log',
    pattern: /\bERR_CODE= ?(?<code>\d{1,9})\b/gi,
    examples: (code) => [`^API=<operationType>^ERR_CODE=${code}^`],
  },
  {
    id: 'ios-exception',
    label: 'iOS exception, as demo apps print it',
    hint: 'exception code',
    families: ['ios', 'gateway', 'service'],
    basis: 'reported',
    source: 'ios-sdk-use',
    pattern: /\brpc exception code {0,3}[:=] {0,3}(?<code>\d{1,9})\b/gi,
    examples: (code) => [`Rpc Exception code : ${code}`],
  },
  {
    id: 'ios-error',
    label: 'iOS error object',
    hint: 'domain=',
    families: ['ios', 'gateway', 'service'],
    basis: 'inferred',
    source: 'ios-binary',
    pattern:
      /\bDomain=(?:kDTRpcException|DTRpcErrorDomain|com\.alipay\.infrastructure\.RPCErrorDomain) Code=(?<code>\d{1,9})\b/gi,
    examples: (code) => [`Error Domain=kDTRpcException Code=${code}`],
  },
  {
    id: 'gateway-digest',
    label: 'gateway-page-digest.log, 9th of 28 fields',
    hint: ' - (',
    families: ['gateway', 'service'],
    basis: 'official',
    source: 'gateway-logs',
    pattern: / - \((?:[^,()]*,){2}[YN],(?:[^,()]*,){5}(?<code>\d{1,9}),(?:[^,()]*,){18}[^,()]*\)/gi,
    examples: (code) => [
      `<time> - (<address>,<response>,N,<cost>,<operationType>,<system>,<appId>,<workspaceId>,${code},<productId>,<productVersion>,<channel>,<userId>,<deviceId>,<uuid>,<trackId>,<clientIp>,<networkProtocol>,<dataProtocol>,<requestSize>,<responseSize>,<loadTest>,<traceId>,<componentApi>,<clientSystem>,<backEndCost>,<ipVersion>,<rpcVersion>)`,
    ],
  },
  {
    id: 'service-digest',
    label: 'page-digest.log of a business system, 6th of 7 fields',
    hint: ' - (',
    families: ['service'],
    basis: 'official',
    source: 'spi-logs',
    pattern: / - \((?:[^,()]*,){4}[YN],(?<code>\d{1,9}),[^,()]*\)/gi,
    examples: (code) => [
      `<time> - (<operationType>,<productId>,<productVersion>,<cost>,N,${code},<uniqueId>)`,
    ],
  },
];

export const NEIGHBOUR_SHAPES: readonly NeighbourShape[] = [
  {
    id: 'security-guard-console',
    label: 'Security Guard, Xcode console',
    hint: 'sg error',
    system: 'security-guard',
    pattern: /\bSG ERROR ?[:=]? ?(?<code>\d{1,9})\b/gi,
    examples: (code) => [`SG ERROR: ${code}`],
  },
  {
    id: 'security-guard-exception',
    label: 'Security Guard, Android exception',
    hint: 'errorcode',
    system: 'security-guard',
    pattern: /\bErrorCode ?= ?(?<code>\d{1,9})\b/gi,
    examples: (code) => [`SecException: ErrorCode = ${code}`, `ErrorCode = ${code}`],
  },
  {
    id: 'security-guard-secexception',
    label: 'Security Guard, Android exception',
    hint: 'secexception',
    system: 'security-guard',
    pattern: /\bSecException ?[:([]{1,2} ?(?<code>\d{1,9})\b/gi,
    examples: (code) => [`SecException: ${code}`],
  },
  {
    id: 'payment-result',
    label: 'Payment SDK result, resultStatus as text',
    hint: 'resultstatus',
    system: 'payment-sdk',
    pattern: /\bresultStatus\b["'\\]{0,8} {0,3}[:=] {0,3}(?:["'\\]{1,8}|\{)(?<code>\d{1,9})\b/gi,
    examples: (code) => [
      `{"resultStatus":"${code}","memo":"","result":""}`,
      `resultStatus={${code}}`,
    ],
  },
];

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
};

/** Every place in one line where one of the shapes stands, in order of position. Never throws. */
export function matchShapes<S extends LogShape | NeighbourShape>(
  shapes: readonly S[],
  line: string,
): ShapeMatch<S>[] {
  const lowerCase = line.toLowerCase();
  const matches: ShapeMatch<S>[] = [];
  for (const shape of shapes) {
    if (!lowerCase.includes(shape.hint)) continue;
    for (const match of line.matchAll(shape.pattern)) {
      const code = match.groups?.['code'];
      if (code === undefined) continue;
      matches.push({ shape, code, index: match.index + match[0].lastIndexOf(code) });
    }
  }
  return matches.sort((a, b) => a.index - b.index);
}
