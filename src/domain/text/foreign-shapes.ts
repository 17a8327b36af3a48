/**
 * Systems that stand in the same logs, have numbers or exceptions that look like those of MGS, and are
 * in no table of the index. What is found here is never read as a code.
 */
import { plainForm } from './plain-form.ts';
import { URL_ERRORS, urlErrorOf } from './url-errors.ts';

export type ForeignSystem =
  'url-loading' | 'dubbo' | 'sofa-rpc' | 'other-rpc' | 'ios-hotfix' | 'mini-program' | 'transport';

export type ForeignShape = {
  readonly id:
    | 'url-error'
    | 'url-error-name'
    | 'url-error-number'
    | 'dubbo-exception'
    | 'sofa-exception'
    | 'package-exception'
    | 'bracket-exception'
    | 'grpc-status'
    | 'hotfix-code'
    | 'hotfix-words'
    | 'mini-program-error'
    | 'transport-error';
  readonly system: ForeignSystem;
  /** A lower-case word that every text of this shape holds. */
  readonly hint: string;
  /** Global and linear; the group `code` holds the number, or is missing where there is none. */
  readonly pattern: RegExp;
  /** What the same line must hold as well. */
  readonly context?: RegExp;
  readonly unless?: RegExp;
  /** A real spelling. */
  readonly example: string;
};

/** Numbers of URL loading that a text may name without their domain. */
const URL_NUMBERS = URL_ERRORS.filter(({ number }) => number <= -1000)
  .map(({ number }) => String(-number))
  .join('|');

export const FOREIGN_SHAPES: readonly ForeignShape[] = [
  {
    id: 'url-error',
    system: 'url-loading',
    hint: 'errordomain',
    pattern: /(?:NSURLErrorDomain|kCFErrorDomainCFNetwork)\b[^\d\n-]{0,24}(?<code>-\d{3,5})\b/g,
    example: 'Error Domain=NSURLErrorDomain Code=-1009 "(null)"',
  },
  {
    id: 'url-error-name',
    system: 'url-loading',
    hint: 'nsurlerror',
    pattern: /\b(?<code>NSURLError(?!Domain)[A-Z][A-Za-z]{3,60})\b/g,
    example: 'error.code == NSURLErrorTimedOut',
  },
  {
    id: 'url-error-number',
    system: 'url-loading',
    hint: '-1',
    pattern: new RegExp(`(?<![\\w.%+:/-])(?<code>-(?:${URL_NUMBERS}))(?![\\w%-]|\\.\\d)`, 'g'),
    context:
      /\bios\b|iphone|ipad|swift|xcode|\bns(?:url|error)|urlsession|afnetworking|alamofire|cfnetwork|dtrpc|苹果|\bcode\b|error|err|错误|报错|码/i,
    unless: /mysql|sqlcode|ora-|windows|jsonrpc|mediaplayer/i,
    example: 'iOS 0, underlying NSError code -1005',
  },
  {
    id: 'dubbo-exception',
    system: 'dubbo',
    hint: 'dubbo',
    pattern: /\b(?<code>(?:org\.apache|com\.alibaba)\.dubbo(?:\.\w{1,40}){1,8}Exception)\b/g,
    example: 'org.apache.dubbo.rpc.RpcException: Failed to invoke the method query',
  },
  {
    id: 'sofa-exception',
    system: 'sofa-rpc',
    hint: 'sofa',
    pattern:
      /\b(?<code>com\.alipay\.sofa(?:\.\w{1,40}){1,8}Exception|Sofa[A-Z]\w{1,40}Exception)\b/g,
    example: 'com.alipay.sofa.rpc.core.exception.SofaTimeOutException: invoke timeout',
  },
  {
    id: 'package-exception',
    system: 'other-rpc',
    hint: 'rpcexception',
    // The class of another package, with its number: in brackets, or after a word for the code.
    pattern:
      /(?<![\w$.\\])(?!com\.alipay\.mobile\.|com\.mpaas\.)(?:[a-z_$][\w$]{0,60}[.\\]){1,15}RpcException\b(?:: ?RPCException)?(?:[^\w\n]{0,4}\[ ?|[^\d\n]{1,40}?\bcode ?[:=] ?|[:( ]{1,3}(?=\d))(?<code>-?\d{1,9})\b/gi,
    unless: /\.dubbo\.|\.sofa\./,
    example: 'com.example.rpc.RpcException: [16] peer unavailable',
  },
  {
    id: 'bracket-exception',
    system: 'other-rpc',
    hint: 'rpcexception',
    // The mPaaS SDK prints its text in capitals; a small number after another spelling is not its.
    pattern: /\bRpcException ?:? ?\[ ?(?<code>-?\d{1,3}) ?\]/g,
    unless: /com\.alipay\.mobile\.|mpaas/i,
    example: 'RpcException: [401] token invalid',
  },
  {
    id: 'grpc-status',
    system: 'other-rpc',
    hint: 'rpc error',
    pattern: /\brpc error: code = (?<code>[A-Z]\w{1,30}) desc = /g,
    example: 'rpc error: code = Unavailable desc = connection refused',
  },
  {
    id: 'hotfix-code',
    system: 'ios-hotfix',
    hint: 'hot',
    pattern:
      /hot-?(?:fix|patch)[^\d\n]{0,40}(?<![\d.v_-])(?<code>30[0-6])(?![\w.]|\s?(?:ms|kb|秒|毫秒))/gi,
    example: '[MPHotpatch] hotfix failed, code 304',
  },
  {
    id: 'hotfix-words',
    system: 'ios-hotfix',
    hint: '热',
    pattern:
      /热(?:修复|更新)[^\d\n]{0,40}(?<![\d.v_-])(?<code>30[0-6])(?![\w.]|\s?(?:ms|kb|秒|毫秒))/gi,
    example: '热修复失败，错误码 304',
  },
  {
    id: 'mini-program-error',
    system: 'mini-program',
    hint: 'my.',
    pattern:
      /\bmy\.(?:request|httpRequest)\b[^\n]{0,200}?(?:["'\\]|[,{]\s{0,8}|\b)error["'\\]{0,8}\s{0,8}[:=]\s{0,8}["'\\]{0,8}(?<code>\d{1,3})\b(?!\.\d)/gi,
    example: 'my.request fail {"error":12,"errorMessage":"<message>"}',
  },
  {
    id: 'transport-error',
    system: 'transport',
    hint: 'transport error',
    pattern: /\bHttp Transport error ?\[ ?(?<code>\d{1,4}) ?\]/gi,
    example: 'Http Transport error[3] : connection refused',
  },
];

/** Android client codes that the inner codes of the transport become (facts of `android-sdk`). */
const OUTER_CODE: ReadonlyMap<string, string> = new Map(
  [1, 2, 3, 4, 5, 6, 7].map((inner) => [String(inner), String(inner + 1)]),
);

/** The meaning that an app sees where the other system's number lies under it, by id; null where none is known. */
export function meaningAbove(system: ForeignSystem, number: string): string | null {
  if (system === 'url-loading') return 'ios/0';
  if (system !== 'transport') return null;
  const outer = OUTER_CODE.get(number);
  return outer === undefined ? null : `android/${outer}`;
}

export type ForeignMatch = {
  readonly shape: ForeignShape;
  /** As it stands in the text: a number, or a name. */
  readonly text: string;
  /** The number; of a name that stands for one, that number; empty where there is none. */
  readonly number: string;
  readonly index: number;
  readonly form: string;
};

/** Every place in one line where one of the shapes stands. Never throws. */
export function matchForeign(shapes: readonly ForeignShape[], line: string): ForeignMatch[] {
  if (shapes.length === 0) return [];
  const plain = plainForm(line);
  const lowerCase = plain.toLowerCase();
  const matches: ForeignMatch[] = [];
  for (const shape of shapes) {
    if (!lowerCase.includes(shape.hint)) continue;
    let isAsked = false;
    for (const match of plain.matchAll(shape.pattern)) {
      // The number is rare and the words are common: looking for the number first is quicker.
      if (!isAsked && shape.context && !shape.context.test(plain)) break;
      if (!isAsked && shape.unless?.test(plain)) break;
      isAsked = true;
      const code = match.groups?.['code'] ?? '';
      const index = match.index + match[0].lastIndexOf(code);
      const isNumber = /^-?\d+$/.test(code);
      const named = isNumber ? null : urlErrorOf(code);
      if (shape.id === 'url-error-name' && !named) continue;
      matches.push({
        shape,
        text: line.slice(index, index + code.length),
        number: isNumber ? code : named ? String(named.number) : '',
        index,
        form: line.slice(match.index, match.index + match[0].length),
      });
    }
  }
  return matches;
}
