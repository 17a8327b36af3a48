/**
 * Numbers that somebody names in a sentence: "error code 6003", "报错 7007". The words around a number
 * decide, and what is a quantity, a port, a version or another system's is passed over.
 */
import { assertionIn, type Assertion } from './assertions.ts';
import { plainForm } from './plain-form.ts';
import type { Platform } from './log-shapes.ts';
import {
  ANDROID_NAMES,
  CALL,
  CODE_WORDS,
  COMPARISON,
  CONJUNCTION,
  COUNT,
  FILLERS,
  GATEWAY,
  GUARD_NAMES,
  HAN_CLIENT_WORDS,
  HAN_CODE,
  HAN_CODE_AFTER,
  HAN_FILLERS,
  HAN_OTHER_TAIL,
  HAN_VERB,
  IOS_NAMES,
  MGS,
  OTHER_BEFORE,
  OTHER_SYSTEM,
  OWN_GATEWAY,
  OWN_WORDS,
  PART_END,
  PAYMENT,
  PAYMENT_SDK,
  QUESTION,
  SERVER_BEFORE,
  UNIT_AFTER,
  VERBS,
} from './sentence-words.ts';

/** What the reader of a sentence must know of the numbers. */
export type NumberTables = {
  /** Numbers of four digits that a table of MGS has, or an SDK knows. */
  readonly isDocumented: (number: string) => boolean;
  /** Numbers below 1000 of a client's table. */
  readonly isClientNumber: (number: string) => boolean;
  readonly isSecurityGuardNumber: (number: string) => boolean;
  readonly isPaymentNumber: (number: string) => boolean;
};

export type NamedNumber = {
  /** `payment-or-code` can be either. */
  readonly kind: 'code' | 'client-code' | 'security-guard' | 'payment' | 'payment-or-code';
  readonly text: string;
  readonly index: number;
  /** The client that the line names. */
  readonly platform: Platform | null;
  /** Set where nothing says that it is a number of this product. */
  readonly strength?: 'possible' | undefined;
};

const NUMBERS = /(?<![\d.])\d{1,4}(?!\d)/g;

/** So far back from a number its words are looked at. */
const REACH = 48;
/** A longer line is a record, not a sentence. */
const LONGEST = 2000;

const GLUED = /(?:^|[^a-z])(?:rpc|mgs|mpaas|code|error|err|错误)$/i;
const OPENING = /[\s"'([{「『“‘,:;、。!?>=→—–【《|\u4e00-\u9fff]/u;

/** A line that is nothing but a name of a program and its number. */
const DECLARATION =
  /^\s*(?:[\w.]{1,60}\s+)?(?=\w{0,60}(?:[a-z\d][A-Z]|_|[A-Z]{2}))[A-Za-z_]\w{0,80}\s*[:=]\s*\d+\s*(?:[,;]\s*)?(?:\/\/|#|$)/;

/** A line that a logger wrote: time or level in front. */
const RECORD =
  /^(?:\[?\d{4}-\d\d-\d\d[ T]\d\d:|\d\d-\d\d \d\d:\d\d|\d\d:\d\d:\d\d[.,]\d|[VDIWEF]\/|[VDIWEF] )/;

/** Words of which any sentence about a code has one: a cheap test before all others. */
const HINTS =
  /[\u4e00-\u9fff]|code|err|exception|mpaas|mgs|rpc|guard|sgmain|return|g[eo]t|g[ai]ve|show|see|saw|thr[eo]w|fail|answer|receiv|report|expect|sa[yi]|hit|what|differ/i;

/** A sentence holds at most one pair of key and value, no object, no path, no stack. */
function isProse(line: string): boolean {
  if (DECLARATION.test(line)) return false;
  if (
    /^\s*at \S+\(|[{}]|;\s*$|^\s*(?:\/\/|[*#<])|\b(?:const|enum|static|final|define|typedef|case|return) |=>|==|&&|\|\|/.test(
      line,
    )
  )
    return false;
  if (RECORD.test(line)) return false;
  return (line.match(/[\w-]["']?[ \t]?[:=][ \t]?["']?[\w-]/g) ?? []).length <= 1;
}

/** Whether a number at a place is bare: not part of a word, a version, a time, an address or a price. */
function isBare(line: string, from: number, to: number): boolean {
  const before = line.slice(Math.max(0, from - REACH), from);
  const after = line.slice(to, to + 24);
  if (/^(?:[\w=]|[.:/-]\w|,\d|:\/\/)/.test(after) || UNIT_AFTER.test(after)) return false;
  if (before === '') return true;
  if (GLUED.test(before)) return true;
  if (/\d[.,:/-]$|[\w.\])]:$|0x$/i.test(before) && !/[a-z\u4e00-\u9fff]["')\]]?:$/i.test(before))
    return false;
  return OPENING.test(before.slice(-1));
}

/** Latin words, runs of Chinese, signs. */
const TOKENS = /[A-Za-z][A-Za-z_]*|[\u4e00-\u9fff]+|\d+|[^\s\w]/gu;

type Link = 'code-word' | 'own-word' | 'verb' | null;

/** What leads to a number from the left. */
function linkBefore(before: string): Link {
  if (OTHER_BEFORE.test(before)) {
    // "errors at 7014" may be anything; "error code = 7014" is no port.
    if (!/(?:code|码)\s?(?:is|was|[=:是为])?\s?$/i.test(before)) return null;
  }
  const tokens = before.match(TOKENS) ?? [];
  let verb = false;
  let signs = 0;
  for (let at = tokens.length - 1, steps = 0; at >= 0 && steps < 9; at -= 1, steps += 1) {
    const token = tokens[at] ?? '';
    const word = token.toLowerCase();
    if (/^[\u4e00-\u9fff]/.test(token)) {
      const found = HAN_CODE.exec(token);
      if (found && !HAN_OTHER_TAIL.test(found.groups?.['tail'] ?? '')) return 'code-word';
      if (steps <= 2 && HAN_VERB.test(token)) return 'verb';
      if (verb) return 'verb';
      // A few words between a sign and the number, as in "错误码：返回 7014".
      if (HAN_FILLERS.has(token)) continue;
      return null;
    }
    if (/^\d+$/.test(token)) return verb ? 'verb' : null;
    if (/^[a-z_]/i.test(token)) {
      // "HTTP error 5000" is a word for a code, but of HTTP.
      if (CODE_WORDS.has(word)) return /^https?$/i.test(tokens[at - 1] ?? '') ? null : 'code-word';
      if (OWN_WORDS.has(word) && steps === 0) return 'own-word';
      if (OWN_WORDS.has(word) && steps === 1 && signs === 1) return 'own-word';
      if (VERBS.has(word)) {
        verb = true;
        continue;
      }
      if (FILLERS.has(word)) continue;
      return verb ? 'verb' : null;
    }
    signs += 1;
    if (!/^[:=,"'`([【“‘「#>—–-]$/u.test(token) || signs > 3) return verb ? 'verb' : null;
  }
  return verb ? 'verb' : null;
}

/** What follows a number and says that it is a code. */
const followsAsCode = (after: string): boolean =>
  HAN_CODE_AFTER.test(after.replace(/^[\s"'”’)\]】」]{1,3}/u, '')) ||
  /^[\s"'”’)]{1,3}(?:result |return |gateway |mgs |rpc |MGS |RPC )?(?:error|code|exception)(?![\w-]|\s?[:=])/.test(
    after,
  );

type Candidate = { readonly text: string; readonly from: number; readonly to: number };
type ClientCode = Candidate & Pick<NamedNumber, 'platform' | 'strength'>;

/** Clause ends beyond which a Security Guard's number is not looked for. */
const CLAUSE_END = /[。;!?！？\n]|\.\s/u;

/** Every number of one line that its words name as a code. Never throws; the time grows with the line. */
export function namedNumbers(text: string, tables: NumberTables): NamedNumber[] {
  if (text.length > LONGEST || !HINTS.test(text)) return [];
  const line = plainForm(text);
  const asserted = assertionIn(line);
  if (asserted) return assertedNumbers(text, line, asserted, tables);
  if (RECORD.test(text) && !MGS.test(text) && text.search(GUARD_NAMES) === -1) return [];
  const all: Candidate[] = Array.from(line.matchAll(NUMBERS), ({ index, 0: digits }) => ({
    text: digits,
    from: index,
    to: index + digits.length,
  }));
  if (all.length === 0) return [];
  if (!all.some(({ text: digits }) => isAnyNumber(digits, tables))) return [];
  const platform = platformNamed(line);
  const guarded = guardNumbers(line, all, tables);
  const taken = new Set(guarded.map(({ from }) => from));
  const own = MGS.test(line);
  const others = all.filter(({ from }) => !taken.has(from));
  const clients = clientCodes(line, others, tables);
  const codes = codesNamed(line, others, tables, own, clients.length > 0);
  const make =
    (kind: NamedNumber['kind']) =>
    ({ text: digits, from }: Candidate): NamedNumber => ({
      kind,
      text: text.slice(from, from + digits.length),
      index: from,
      platform,
    });
  return [
    ...guarded.map(make('security-guard')),
    ...codes.map((code) => make(kindOf(line, code, tables, own))(code)),
    ...clients.map(({ platform: client, strength, ...code }) => ({
      ...make('client-code')(code),
      platform: client,
      strength,
    })),
  ].sort((a, b) => a.index - b.index);
}

/** Of a failed assertion: what came. What was expected did not happen. */
function assertedNumbers(
  text: string,
  line: string,
  { expected, actual, index }: Assertion,
  tables: NumberTables,
): NamedNumber[] {
  const { isDocumented, isPaymentNumber } = tables;
  if (isOfOthers(line) || !(isDocumented(actual) || isPaymentNumber(actual))) return [];
  const candidate: Candidate = { text: actual, from: index, to: index + actual.length };
  // What was expected tells whose numbers they are.
  const isOurs = isDocumented(expected) && !isPaymentNumber(expected);
  const isTheirs = isPaymentNumber(actual) && isPaymentNumber(expected) && !isDocumented(expected);
  const kind =
    !isDocumented(actual) || isTheirs
      ? 'payment'
      : isOurs
        ? 'code'
        : kindOf(line, candidate, tables, MGS.test(line));
  return [
    { kind, text: text.slice(candidate.from, candidate.to), index, platform: platformNamed(line) },
  ];
}

const isAnyNumber = (
  digits: string,
  { isDocumented, isClientNumber, isSecurityGuardNumber, isPaymentNumber }: NumberTables,
): boolean =>
  isDocumented(digits) ||
  isClientNumber(digits) ||
  isSecurityGuardNumber(digits) ||
  isPaymentNumber(digits);

/** Whether a sentence names another system, and ours not beside it. */
export const isOfOthers = (line: string): boolean =>
  OTHER_SYSTEM.test(line) && !MGS.test(line) && !OWN_GATEWAY.test(line);

function platformNamed(line: string): Platform | null {
  const [android, ios] = [ANDROID_NAMES.test(line), IOS_NAMES.test(line)];
  if (android === ios) return null;
  return android ? 'android' : 'ios';
}

/** Whose a number is that a word calls a code: in a text about a payment it may be the payment SDK's. */
function kindOf(
  line: string,
  { text: digits }: Candidate,
  { isDocumented, isPaymentNumber }: NumberTables,
  own: boolean,
): NamedNumber['kind'] {
  if (!isPaymentNumber(digits) || !PAYMENT.test(line)) return 'code';
  if (!isDocumented(digits)) return 'payment';
  return PAYMENT_SDK.test(line) && !own && !GATEWAY.test(line) ? 'payment' : 'payment-or-code';
}

function codesNamed(
  line: string,
  all: readonly Candidate[],
  { isDocumented, isPaymentNumber }: NumberTables,
  own: boolean,
  hasClient: boolean,
): Candidate[] {
  const prose = isProse(line);
  if (!prose && !own) return [];
  if (isOfOthers(line)) return [];
  const pays = PAYMENT.test(line);
  const candidates = all.filter(
    ({ text: digits, from, to }) =>
      digits.length === 4 &&
      (isDocumented(digits) || (pays && isPaymentNumber(digits))) &&
      isBare(line, from, to) &&
      !isInBraces(line, from),
  );
  const callLine = own || pays || CALL.test(line);
  const isNamed = ({ from, to }: Candidate): boolean => {
    const before = line.slice(Math.max(0, from - REACH), from);
    if (GLUED.test(before)) return true;
    const link = linkBefore(before);
    if (link === 'code-word' || link === 'own-word') return true;
    if (!prose) return false;
    if (link === 'verb') return callLine;
    if (hasClient && SERVER_BEFORE.test(before)) return true;
    return (
      (followsAsCode(line.slice(to, to + 24)) && !OTHER_BEFORE.test(before)) ||
      (callLine && QUESTION.test(before))
    );
  };
  const named = new Set(candidates.filter(isNamed));
  const isCompared = callLine && COMPARISON.test(line);
  // "7014 and 7001 errors", "error 7014 or 7001": the list is one answer each.
  for (const list of [candidates, [...candidates].reverse()])
    for (const [at, candidate] of list.entries()) {
      const next = list[at + 1];
      if (!next || named.has(next)) continue;
      if (!named.has(candidate) && !isCompared) continue;
      const [left, right] = candidate.from < next.from ? [candidate, next] : [next, candidate];
      const between = line.slice(left.to, right.from).replace(COUNT, '');
      if (CONJUNCTION.test(between)) named.add(candidate).add(next);
    }
  return candidates.filter((candidate) => named.has(candidate));
}

/** Numbers in an object are values of keys, which the forms of the table read. */
function isInBraces(line: string, at: number): boolean {
  const opened = line.lastIndexOf('{', at);
  return opened !== -1 && line.lastIndexOf('}', at) < opened;
}

const CODE_BEFORE =
  /(?:\b(?:code|error|exception|rpcexception)|错误码|错误|报错|异常|返回码|码|报)["'”]?\s?(?:is|was|of|[=:是为了])?\s?["'“([]?$/i;

/**
 * Small numbers need more: a word for the code right before them and the client in the same part of the
 * sentence; beside the name of the SDK anywhere in the line.
 */
function clientCodes(
  line: string,
  all: readonly Candidate[],
  { isClientNumber }: NumberTables,
): ClientCode[] {
  if (!isProse(line) || OTHER_SYSTEM.test(line)) return [];
  if (!ANDROID_NAMES.test(line) && !IOS_NAMES.test(line)) return [];
  const hasSdk = /mpaas|\bmgs\b|rpc ?exception|dtrpc|\brpc\b/i.test(line);
  return all.flatMap((candidate) => {
    const { text: digits, from, to } = candidate;
    const before = line.slice(Math.max(0, from - REACH), from);
    if (digits.length > 2 || !isClientNumber(digits)) return [];
    if (!isBare(line, from, to) || !CODE_BEFORE.test(before)) return [];
    const part = `${before.split(PART_END).at(-1) ?? ''} ${line.slice(to, to + REACH).split(PART_END)[0] ?? ''}`;
    const platform = platformNamed(part);
    if (!hasSdk && (platform === null || !isAboutClient(part))) return [];
    return [
      {
        ...candidate,
        platform: platform ?? platformNamed(line),
        strength: hasSdk ? undefined : 'possible',
      },
    ];
  });
}

/** Whether a part of a sentence has no word but those for a client and its code. */
const isAboutClient = (part: string): boolean =>
  (part.replace(HAN_CLIENT_WORDS, ' ').match(TOKENS) ?? []).every((token) => {
    const word = token.toLowerCase();
    return (
      /^[^\w\u4e00-\u9fff]/.test(token) ||
      [CODE_WORDS, VERBS, FILLERS].some((words) => words.has(word))
    );
  });

/** Numbers that belong to Security Guard, because its name leads to them. */
function guardNumbers(
  line: string,
  all: readonly Candidate[],
  { isSecurityGuardNumber }: NumberTables,
): Candidate[] {
  const names = Array.from(line.matchAll(GUARD_NAMES), ({ index, 0: name }) => ({
    from: index,
    to: index + name.length,
  }));
  if (names.length === 0) return [];
  const found: Candidate[] = [];
  for (const candidate of all) {
    const { text: digits, from, to } = candidate;
    if (digits.length < 3 || !isSecurityGuardNumber(digits) || !isBare(line, from, to)) continue;
    const before = line.slice(Math.max(0, from - REACH), from);
    const name = names.findLast((one) => one.to <= from);
    const previous = found.at(-1);
    // A version between the name and the number is none of its numbers.
    const between = name ? line.slice(name.to, from).replace(/\bv?\d+(?:\.\d+)+/g, '') : '';
    const leads =
      name !== undefined &&
      between.length <= REACH &&
      !CLAUSE_END.test(between) &&
      !/\d/.test(between) &&
      !/网关|gateway|result|返回码|结果码|\brpc\b|http/i.test(between) &&
      !/(?:page|pages|version|chapter|section|ports?|line|[页第行图v_年]|版本|端口|step|since)\s?(?:is|[=:是]|no\.?)?\s?$/i.test(
        before,
      );
    const goesOn = previous !== undefined && CONJUNCTION.test(line.slice(previous.to, from));
    const isTold =
      /^\s?(?:[（(,]\s?)?(?:from |of |by |in |是|来自|属于)?\s?(?:the )?(?:无线保镖|蓝盾|security ?guard)/i.test(
        line.slice(to, to + 24),
      ) && linkBefore(before) === 'code-word';
    if (leads || goesOn || isTold) found.push(candidate);
  }
  return found;
}

/** A longer text is a log, in which a single number proves nothing. */
export const LONGEST_QUESTION = 300;

/**
 * The one documented number of a short text in which nothing else can be meant.
 * @param text at most `LONGEST_QUESTION` UTF-16 units, in which no number was recognised
 */
export function onlyNumber(text: string, { isDocumented }: NumberTables): NamedNumber | null {
  if (text.length >= LONGEST_QUESTION) return null;
  const line = plainForm(text);
  if (LOG_LEVEL.test(line) || !line.split('\n').every(isProse)) return null;
  if (/[{}]|==|=>|\b(?:const|enum|static|final|case)\b|ErrorCode\s*=/.test(line)) return null;
  if (/rpc ?exception/i.test(line) || isOfOthers(line)) return null;
  if (PAYMENT.test(line) || GUARD_SYSTEM.test(line)) return null;
  const all = Array.from(
    // The 5 of H5 is no number.
    line.matchAll(/(?<![A-Z])\d+(?:[.,:/_-]{1,4}\d+)*|(?<=[A-Z])\d{3,}/gi),
    ({ index, 0: digits }): Candidate => ({ text: digits, from: index, to: index + digits.length }),
  );
  const isOther = ({ text: digits, from, to }: Candidate): boolean =>
    /\D/.test(digits) ||
    UNIT_AFTER.test(line.slice(to, to + 24)) ||
    OTHER_BEFORE.test(line.slice(Math.max(0, from - REACH), from)) ||
    /[\w-]\s?[:=]\s?["']?$|[\w.]-$|[#$¥€£@/\\]$|\bhttps?\b\W{0,3}(?:\w+\W)?$/i.test(
      line.slice(Math.max(0, from - REACH), from),
    );
  if (all.some(isOther)) return null;
  const documented = all.filter(({ text: digits }) => digits.length === 4 && isDocumented(digits));
  const [only, ...more] = documented;
  if (!only || more.length > 0 || !isBare(line, only.from, only.to)) return null;
  // Only a number: what it is was asked, and the resolver answers that.
  if (!/\p{L}{2}|[\u4e00-\u9fff]/u.test(line)) return null;
  return {
    kind: 'code',
    text: text.slice(only.from, only.to),
    index: only.from,
    platform: platformNamed(line),
  };
}

/** A record of a log, not a question. */
const LOG_LEVEL = /\b(?:ERROR|WARN|WARNING|INFO|DEBUG|TRACE|FATAL)\b/;

const GUARD_SYSTEM = /无线保镖|蓝盾|security ?guard|secexception|sg error/i;
