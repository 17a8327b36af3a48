/**
 * The one way from text to code, shared by search, index filter, 404 page and decoder. It answers
 * one meaning, several, a class, a neighbouring system, "not documented" or nothing, and never
 * picks one of several silently.
 */
import { isNumber, withoutLeadingZeros } from '../codes/code-id.ts';
import {
  LOG_SHAPES,
  matchShapes,
  NEIGHBOUR_SHAPES,
  type LogShape,
  type NeighbourSystem,
} from './log-shapes.ts';
import { contains, FIRST_HTTP_ERROR } from '../codes/range.ts';
import type {
  IndexedBeside,
  IndexedMeaning,
  IndexedName,
  ResolverIndex,
} from '../codes/resolver-index.ts';
import { FAMILIES, type Family } from '../codes/families.ts';

/**
 * By what the text led to a meaning. `sentence`: the words around a number make it probable;
 * `url-loading`: the number is one of iOS's URL loading, which MGS reports as another.
 */
export type Via =
  'number' | 'range' | 'log' | 'title' | 'sentence' | 'url-loading' | IndexedName['kind'];

export type Answer =
  | { readonly kind: 'nothing' }
  | {
      /**
       * Exactly these meanings, of whatever standing: the index says which of them no official table
       * lists. `number` where the text held one.
       */
      readonly kind: 'meanings';
      readonly ids: readonly [string, ...string[]];
      readonly via: Via;
      readonly number?: string;
      /** The same number of another system, where the text cannot tell which it is. */
      readonly also?: readonly IndexedBeside[];
    }
  | { readonly kind: 'class'; readonly id: string }
  | Undocumented;

/** A number without a meaning of its own, with what is known around it. */
export type Undocumented = {
  readonly kind: 'undocumented';
  readonly number: string;
  /** Classes that hold the number, narrowest first. */
  readonly classes: readonly string[];
  /** The nearest documented numbers of the same block, lower first. */
  readonly near: readonly string[];
  /** Numbers of neighbouring systems: never an exact answer. */
  readonly beside: readonly IndexedBeside[];
  /** Meanings of the number in tables that the text rules out. */
  readonly elsewhere: readonly string[];
};

/** Longer text is a log for the decoder; only its beginning is looked at here. */
const MOST_CHARACTERS = 400;

/** Words that may stand beside a number without changing what it is. */
const NUMBER_WORDS = new Set(
  'code codes errcode errorcode error err e rpc mgs mpaas result resultcode resultstatus status number no nr html htm 错误码 结果码 返回码 状态码 异常码 错误 报错 代码'.split(
    ' ',
  ),
);

const FAMILY_WORDS: ReadonlyMap<string, readonly Family[]> = new Map<string, readonly Family[]>([
  ...FAMILIES.map((family) => [family, [family]] as const),
  ['iphone', ['ios']],
  ['server', ['gateway', 'service']],
  ['rpcexception', ['android']],
  ['dtrpcexception', ['ios']],
]);

/** A number in another use than that of a code: a price, with a unit, in a version, an address or a time, after a port. */
const OTHER_USE =
  /\p{Sc} ?\d|\d ?\p{Sc}|\d\p{Script=Latin}*[.,:/]\d|(?<![\p{L}\s]\s?):\d|\d ?(?:[%天次个条]|[kmg]?b\b|(?:ms|s|sec|secs|seconds?|minutes?|mins?|h|hours?|days?)\b|毫?秒|分钟|小时|字节)|(?:\bports?|端口|\bversion|版本|\bline|\bsdk) ?:? ?\d/iu;

/** A minus that belongs to the number after it, and is no hyphen of a word or a range. */
const NEGATIVE =
  /(?<![\p{L}\p{N}\])][ \t]?)[-\u2212\u2013]\s?(\d{1,9})|(?<=[\p{L}:=(] )[-\u2212\u2013](\d{1,9})/u;

/** The numbers of iOS's URL loading system without their minus: `NSURLError` and `CFNetworkErrors`. */
const isUrlLoading = (number: number): boolean =>
  (number >= 995 && number <= 1206) || number === 2000 || (number >= 3000 && number <= 3007);

/** By these names the iOS table knows a network failure and a cancelled request. */
const NETWORK_FAILURE = 'kDTRpcNetworkError';
const CANCELLED = 'kDTRpcNetworkCancelled';
const URL_CANCELLED = 999;

const CLIENTS: ReadonlySet<Family> = new Set(['android', 'ios']);

/**
 * Full-width forms become plain, invisible and control characters go, white space is folded.
 * Bidi controls are invisible too: they must not change what the eye compares. Where long text is cut,
 * a number at the cut goes: half of it would be another number.
 */
export function normalise(text: string): string {
  const beginning =
    text.length > MOST_CHARACTERS
      ? text.slice(0, MOST_CHARACTERS).replace(/(?<!\p{N})\p{N}+$/u, '')
      : text;
  return beginning
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}\p{Co}]+/gu, '')
    .trim();
}

/** Only letters and digits, lower case: `K_DTRpc sizeControl` and `kdtrpcsizecontrol` are one. */
const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const ids = (meanings: readonly IndexedMeaning[]): string[] => meanings.map(({ id }) => id);

const some = <T>(list: readonly T[]): list is readonly [T, ...T[]] => list.length > 0;

/** Answers what a text names. Pure; never throws; never names a meaning outside the index. */
export function resolve(index: ResolverIndex, text: string): Answer {
  const query = normalise(text);
  if (query === '') return { kind: 'nothing' };
  return (
    fromShape(index, query) ??
    fromStatusLine(index, query) ??
    fromNegative(index, query) ??
    fromNumber(index, query) ??
    fromRangeName(index, query) ??
    fromName(index, query) ?? { kind: 'nothing' }
  );
}

/** A number in a known spelling. Two numbers are a log for the decoder: to take one would be a guess. */
function fromShape(index: ResolverIndex, query: string): Answer | null {
  const theirs = matchShapes(NEIGHBOUR_SHAPES, query);
  const ours = matchShapes(LOG_SHAPES, query);
  const [number, ...others] = new Set(
    [...theirs, ...ours].map(({ code }) => withoutLeadingZeros(code)),
  );
  if (number === undefined || others.length > 0) return null;
  const [neighbour] = theirs;
  if (neighbour) return numberOfNeighbour(index, number, neighbour.shape.system);
  const [first] = ours;
  if (!first) return null;
  const { families, client } = first.shape;
  const listed = resolveNumber(index, number, families, 'log');
  const ofClient =
    client && listed.kind === 'undocumented' && resolveNumber(index, number, [client], 'sentence');
  const answer = ofClient && ofClient.kind === 'meanings' ? ofClient : listed;
  return couldBePayment(query, first.shape)
    ? withOther(answer, numbersOf(index, number, 'payment-sdk'))
    : answer;
}

/** A bare `resultStatus` is printed by the payment SDK as well, but its results have no tips. */
const couldBePayment = (query: string, { hint }: LogShape): boolean =>
  hint === 'resultstatus' && !/\btips\b/i.test(query);

const withOther = (answer: Answer, also: readonly IndexedBeside[]): Answer =>
  answer.kind === 'meanings' && some(also) ? { ...answer, also } : answer;

/** A number after a minus is URL loading's or nobody's: the digits alone are never a code. */
function fromNegative(index: ResolverIndex, query: string): Answer | null {
  const match = NEGATIVE.exec(query);
  if (!match) return null;
  const number = Number(match[1] ?? match[2]);
  if (!isUrlLoading(number)) return { kind: 'nothing' };
  const symbol = number === URL_CANCELLED ? CANCELLED : NETWORK_FAILURE;
  return exact(
    index.meanings.filter(({ names }) => names.some(({ text }) => text === symbol)),
    'url-loading',
  );
}

function numberOfNeighbour(
  index: ResolverIndex,
  number: string,
  system: NeighbourSystem,
  via: Via = 'log',
): Answer {
  const ownFamily = FAMILIES.filter((family: string) => family === system);
  const own = some(ownFamily) ? resolveNumber(index, number, ownFamily, via) : null;
  if (own?.kind === 'meanings') return own;
  const beside = numbersOf(index, number, system);
  // A quoted `resultStatus` is the payment SDK's only where the number is one of its own.
  if (system === 'payment-sdk' && !some(beside))
    return resolveNumber(index, number, ['gateway', 'service'], 'log');
  // Classes and documented neighbours are those of MGS numbers, and this is none.
  const elsewhere = ids(index.meanings.filter(({ code }) => code === number));
  return { kind: 'undocumented', number, classes: [], near: [], beside, elsewhere };
}

const numbersOf = (index: ResolverIndex, number: string, system: NeighbourSystem) =>
  index.neighbours.filter(
    ({ origin, spans }) => origin === system && contains(spans, Number(number)),
  );

function fromNumber(index: ResolverIndex, query: string): Answer | null {
  if (OTHER_USE.test(query)) return null;
  const words = query
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    // A number may be glued to the word before it: `rpc4001`, `错误码7014`.
    .replace(/(?<=\p{Script=Han}|\b(?:code|error|err|rpc|mgs|mpaas))(?=\d)/gu, ' ')
    .trim()
    .split(' ');
  let number: string | undefined;
  const families: Family[] = [];
  let isStatus = false;
  for (const word of words) {
    const digits = /^e?(\d{1,9})$/.exec(word)?.[1];
    const named = FAMILY_WORDS.get(word);
    if (digits !== undefined) {
      const value = withoutLeadingZeros(digits);
      if (number !== undefined && number !== value) return null;
      number = value;
    } else if (named) families.push(...named);
    else if (word === 'http') isStatus = true;
    else if (!NUMBER_WORDS.has(word)) return null;
  }
  if (number === undefined) return null;
  if (isStatus) return fromStatus(index, number);
  if (!some(families))
    return couldBePaymentNumber(words)
      ? withOther(
          resolveNumber(index, number, FAMILIES, 'number'),
          numbersOf(index, number, 'payment-sdk'),
        )
      : withLookAlikes(index, number, resolveNumber(index, number, FAMILIES, 'number'));
  const answer = resolveNumber(index, number, families, 'number');
  if (answer.kind === 'meanings' || !families.some((family) => CLIENTS.has(family))) return answer;
  // A client also shows the numbers that it was answered with.
  const passedOn = resolveNumber(index, number, ['gateway', 'service'], 'number');
  return passedOn.kind === 'meanings' ? passedOn : answer;
}

const couldBePaymentNumber = (words: readonly string[]): boolean => words.includes('resultstatus');

/** A number that is called an HTTP status is that or none of ours: the gateway's 5000 is no status. */
function fromStatus(index: ResolverIndex, number: string): Answer {
  const rows = index.meanings.filter(({ spans }) => spans && contains(spans, Number(number)));
  return some(rows)
    ? exact(rows, 'range', number)
    : undocumented(index, number, ids(index.meanings.filter(({ code }) => code === number)));
}

/** The first line of a reply, as `curl -i`, `curl -v` and loggers print it. */
const STATUS_LINE = /^(?:<(?:--)? )?http\/[123](?:\.\d)? (?<status>[1-5]\d\d)\b/i;

/** A status with its reason phrase; servers and browsers print older names beside the registered ones. */
const STATUS_PHRASE =
  /^(?:http )?(?<status>[45]\d\d) (?:bad request|unauthorized|forbidden|not found|method not allowed|request time-?out|(?:content|payload|request entity) too large|too many requests|internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out)$/i;

function fromStatusLine(index: ResolverIndex, query: string): Answer | null {
  const match = STATUS_LINE.exec(query) ?? STATUS_PHRASE.exec(query);
  const status = match?.groups?.['status'];
  return status === undefined ? null : fromStatus(index, status);
}

/** Whether a line is the first of a reply, and says that the reply is an error. */
export const isErrorLine = (line: string): boolean =>
  Number(STATUS_LINE.exec(line)?.groups?.['status']) >= FIRST_HTTP_ERROR;

/** A number that no official table lists may be one of another system's that readers take for ours. */
const withLookAlikes = (index: ResolverIndex, number: string, answer: Answer): Answer =>
  answer.kind === 'meanings' &&
  index.meanings.every(
    ({ id, standing }) => standing === 'undocumented' || !answer.ids.includes(id),
  )
    ? withOther(
        answer,
        index.neighbours.filter(
          ({ lookAlike, spans }) => lookAlike && contains(spans, Number(number)),
        ),
      )
    : answer;

/** What names a neighbouring system in a sentence. */
const NEIGHBOUR_NAMES: readonly (readonly [NeighbourSystem, RegExp])[] = [
  ['security-guard', /security ?guard|\bSecException\b|\bSG\b|保[镖鏢]|安全图片/i],
  ['payment-sdk', /\b(?:ali)?pay(?:ment|ing|sdk)?\b|支付|付款/i],
];

/** The container of H5 pages has numbers of its own, and passes those of the client on. */
const H5_PAGE = /\bh5\b|\bAlipayJSBridge\b/i;

/** The payment SDK writes its numbers under this name as well. */
const RESULT_STATUS = /\bresult_?status\b/i;

/** Systems that count for themselves and have no page of a number here: whatever stands with them is theirs. */
const FOREIGN_NAMES =
  /\bhttp transport error\b|\bmy\.(?:httpRequest|request)\b|\bhot-?(?:fix|patch)\b|热修复|热更新/i;

/** The name of such a system in a text, or null. */
export const foreignNameIn = (text: string): string | null => FOREIGN_NAMES.exec(text)?.[0] ?? null;

/** Words that call the number after or before them a code, or the call a failed one. */
const CODE_WORD =
  /\b(?:codes?|err(?:or)?(?:code)?s?|exception|rpc|mgs|mpaas|fail\w*|status)\b|错误|报错|报|码|异常|失败/i;

/** A client that a sentence names. */
const CLIENT_WORDS: readonly (readonly [Family, RegExp])[] = [
  ['android', /\bandroid\b|安卓/i],
  ['ios', /\bios\b|\biphone\b|苹果/i],
];

/**
 * The code that somebody names in a sentence: "升级后一直报7007", "rpc keeps failing with code=3001
 * on iOS". It is probable and never certain. Nothing where several numbers could be meant, and where
 * the text is a log.
 */
export function resolveSentence(index: ResolverIndex, text: string): Answer {
  const query = normalise(text);
  if (/[{}<>"]/.test(query) || foreignNameIn(query) !== null) return { kind: 'nothing' };
  const ofTables = numbersOfTables(index, query);
  if (ofTables.length > 1) return exact(ofTables, 'sentence');
  const [number, ...others] = numbersInSentence(query);
  if (number === undefined) return { kind: 'nothing' };
  if (others.length > 0) return severalInSentence(index, query, [number, ...others]);
  const system = NEIGHBOUR_NAMES.find(([, name]) => name.test(query))?.[0];
  const theirs = system === undefined ? [] : numbersKnownTo(index, number, system);
  const answer = meantInSentence(index, query, number);
  const payments = numbersOf(index, number, 'payment-sdk');
  if (system === 'payment-sdk' || (system === undefined && RESULT_STATUS.test(query)))
    return answer.kind === 'nothing' && some(payments)
      ? numberOfNeighbour(index, number, 'payment-sdk', 'sentence')
      : withOther(answer, /\btips\b/i.test(query) ? [] : payments);
  const isTheirs = some(theirs) || (system === 'security-guard' && answer.kind === 'nothing');
  const inPage = H5_PAGE.test(query) ? numbersOf(index, number, 'h5-rpc') : [];
  return system !== undefined && isTheirs
    ? numberOfNeighbour(index, number, system, 'sentence')
    : withOther(answer, inPage);
}

/** "android 16 and ios 0": the meanings of numbers right after the name of their table. */
function numbersOfTables(index: ResolverIndex, query: string): IndexedMeaning[] {
  const named = query.matchAll(
    /\b(android|ios|gateway|service) (?:code |error )?(\d{1,9})\b(?!\.\d)/gi,
  );
  const ids = new Set(
    [...named].map(
      ([, family = '', digits = '']) => `${family.toLowerCase()}/${withoutLeadingZeros(digits)}`,
    ),
  );
  return index.meanings.filter(({ id }) => ids.has(id));
}

/** So many codes are compared in one sentence; more numbers are a list of something else. */
const MOST_COMPARED = 3;

/** Several codes in a sentence are all of them; one number that is no code makes the others doubtful. */
function severalInSentence(
  index: ResolverIndex,
  query: string,
  numbers: readonly string[],
): Answer {
  if (numbers.length > MOST_COMPARED || NEIGHBOUR_NAMES.some(([, name]) => name.test(query)))
    return { kind: 'nothing' };
  const meant = numbers.map((number) =>
    index.meanings.filter(({ code }) => code === number && Number(number) >= 1000),
  );
  return meant.every(some) ? exact(meant.flat(), 'sentence') : { kind: 'nothing' };
}

/** What a system is known to mean by a number, as its family here or as a neighbour. */
const numbersKnownTo = (index: ResolverIndex, number: string, system: NeighbourSystem) => [
  ...numbersOf(index, number, system),
  ...index.meanings.filter(
    ({ family, code }: { family: string; code: string }) => family === system && code === number,
  ),
];

function meantInSentence(index: ResolverIndex, query: string, number: string): Answer {
  const clients = CLIENT_WORDS.flatMap(([family, word]) => (word.test(query) ? family : []));
  const isServers = Number(number) >= 1000;
  // A small number counts things: only a word beside it, or a client with a word for failure, makes it a code.
  if (!isServers && !isBesideCodeWord(query, number) && clients.length === 0)
    return { kind: 'nothing' };
  if (!CODE_WORD.test(query) && !isServers) return { kind: 'nothing' };
  const families = !isServers && some(clients) ? clients : FAMILIES;
  const answer = resolveNumber(index, number, families, 'sentence');
  return answer.kind === 'meanings' ? answer : { kind: 'nothing' };
}

const isBesideCodeWord = (query: string, number: string): boolean =>
  new RegExp(
    `(?:\\b(?:code|error|errcode|errorcode|exception|rpc|mgs)|错误|报错|报|码|异常) ?(?:is|为|是)? ?[:=]? ?\\[?0*${number}(?!\\d)`,
    'i',
  ).test(query);

/** Numbers whose use is another than that of a code: in names, versions, dates and addresses, and with a unit. */
const USED_OTHERWISE: readonly RegExp[] = [
  /\b[a-z]{1,20}_\d{1,9}(?:\.[a-z]{1,4})?\b/gi,
  /(?<!\d)\d{1,9}(?:[.:/,-]\d{1,9}){1,9}/g,
  /\p{Sc} ?\d{1,9}|(?<!\d)\d{1,9} ?(?:[%天次个条元人行\p{Sc}]|[kmg]i?b?\b|(?:ms|s|secs?|seconds?|minutes?|mins?|h|hours?|days?|times|users|calls|requests|bytes|lines)\b|毫?秒|分钟|小时|字节)/giu,
];
/** Where a port, a version or a line is named, a number is that; a second one is no code either. */
const NAMES_OTHER_USE =
  /\bports?\b|端口|\blocalhost\b|\bversions?\b|版本|\bpid\b|\buid\b|第 ?\d|\blines?\b/i;

/** A number by itself, after Chinese, or after a word that calls it a code: `rpc4001`, and not `v4001`. */
const GLUED_OR_ALONE =
  /(?<![\p{Script=Latin}\d$€¥#]|[^\p{L}]:|^:)\d{1,9}(?!\d)|(?<=\b(?:code|error|err|e|rpc|mgs|mpaas))\d{1,9}(?!\d)/giu;

function numbersInSentence(query: string): string[] {
  if (NAMES_OTHER_USE.test(query)) return [];
  const rest = [...USED_OTHERWISE, new RegExp(NEGATIVE, 'gu')].reduce(
    (text, use) => text.replace(use, ' '),
    query,
  );
  const numbers = rest.match(GLUED_OR_ALONE) ?? [];
  return [...new Set(numbers.map(withoutLeadingZeros))];
}

/**
 * What a number means in the given tables.
 * @param number digits without leading zeros
 * @param families tables that the place of the number allows
 */
export function resolveNumber(
  index: ResolverIndex,
  number: string,
  families: readonly Family[],
  via: Via,
): Answer {
  const allowed = ({ family }: IndexedMeaning) => families.includes(family);
  const named = index.meanings.filter(({ code }) => code === number);
  const ranges = index.meanings.filter(
    ({ spans }) => spans !== undefined && contains(spans, Number(number)),
  );
  // As on the page of the number: from 400 on it is an HTTP status before it is anything else.
  const known = Number(number) < FIRST_HTTP_ERROR ? [...named, ...ranges] : [...ranges, ...named];
  const meant = known.filter(allowed);
  if (some(meant)) return exact(meant, meant.some(({ spans }) => !spans) ? via : 'range', number);
  return undocumented(index, number, ids(known));
}

function exact(meanings: readonly IndexedMeaning[], via: Via, number?: string): Answer {
  const [first, ...rest] = ids(meanings);
  if (first === undefined) return { kind: 'nothing' };
  return {
    kind: 'meanings',
    ids: [first, ...rest],
    via,
    ...(number === undefined ? {} : { number }),
  };
}

function undocumented(
  index: ResolverIndex,
  number: string,
  elsewhere: readonly string[],
): Undocumented {
  const value = Number(number);
  const documented = [
    ...new Set(
      index.meanings
        .filter(({ code, standing }) => isNumber(code) && standing === 'documented')
        .map(({ code }) => Number(code)),
    ),
  ]
    .filter((other) => other !== value && block(other) === block(value))
    .sort((a, b) => a - b);
  const lower = documented.filter((other) => other < value).at(-1);
  const higher = documented.find((other) => other > value);
  return {
    kind: 'undocumented',
    number,
    classes: index.classes
      .filter(({ spans }) => contains(spans, value))
      .sort((a, b) => width(a.spans) - width(b.spans))
      .map(({ id }) => id),
    near: [lower, higher].filter((other) => other !== undefined).map(String),
    beside: index.neighbours.filter(({ spans }) => contains(spans, value)),
    elsewhere,
  };
}

/** Numbers stand together in thousands; below 100 they are the clients', up to 999 there are only HTTP statuses. */
const block = (number: number): number =>
  number >= 100 && number < 1000 ? -1 : Math.floor(number / 1000);

const width = (spans: readonly { from: number; to: number }[]): number =>
  spans.reduce((sum, { from, to }) => sum + to - from, 0);

/** A class or a range by the last part of its address: `7xxx`, `http-4xx`. */
function fromRangeName(index: ResolverIndex, query: string): Answer | null {
  const wanted = query.toLowerCase();
  const found = index.classes.find(({ id }) => id === wanted);
  if (found) return { kind: 'class', id: found.id };
  const ranges = index.meanings.filter(({ code, spans }) => spans !== undefined && code === wanted);
  return some(ranges) ? exact(ranges, 'range') : null;
}

/** A part of a Latin name must be this long to count: shorter ones stand in half the names. */
const SHORTEST_PART = 4;
/** A part of a Chinese label: two characters are a word. */
const SHORTEST_CHINESE_PART = 2;

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** The names of an index are compared with every text that is asked for. */
const lettersOfNames = new Map<string, string>();

function lettersOfName(name: string): string {
  const known = lettersOfNames.get(name) ?? letters(name);
  lettersOfNames.set(name, known);
  return known;
}

function fromName(index: ResolverIndex, query: string): Answer | null {
  const wanted = letters(query);
  if (wanted === '') return null;
  const whole = named(index, (name) => lettersOfName(name) === wanted);
  if (whole) return whole;
  const shortest = hasHan(query) ? SHORTEST_CHINESE_PART : SHORTEST_PART;
  if (Array.from(wanted).length < shortest) return null;
  if (hasHan(query)) return partOfChineseName(index, wanted);
  const oneWord = !query.includes(' ');
  return named(index, (name, kind) => {
    if (kind === 'symbol') return oneWord && lettersOfName(name).includes(wanted);
    // A common word such as "timeout" stands in constants; only part of a constant is meant as one.
    if (kind === 'sdk-constant')
      return oneWord && query.includes('_') && lettersOfName(name).includes(wanted);
    return !oneWord && kind === 'prompt' && lettersOfName(name).includes(wanted);
  });
}

/**
 * Titles are this site's own words and do not count by a part. The name that the part is most of comes
 * first: "验签" is nearer to "验签失败" than to "验签的参数不够".
 */
function partOfChineseName(index: ResolverIndex, part: string): Answer | null {
  const share = ({ names }: IndexedMeaning): number =>
    Math.max(
      0,
      ...names
        .map(({ text }) => lettersOfName(text))
        .filter((name) => name.includes(part))
        .map((name) => part.length / name.length),
    );
  const answer = named(
    index,
    (name, kind) => kind !== 'title' && lettersOfName(name).includes(part),
  );
  if (answer?.kind !== 'meanings') return answer;
  const meant = index.meanings.filter(({ id }) => answer.ids.includes(id));
  return exact(
    meant.toSorted((a, b) => share(b) - share(a)),
    answer.via,
  );
}

function named(index: ResolverIndex, matches: (name: string, kind: Via) => boolean): Answer | null {
  let via: Via | undefined;
  const meant = index.meanings.filter(({ title, names }) => {
    const hit =
      names.find(({ text, kind }) => matches(text, kind))?.kind ??
      (matches(title, 'title') ? ('title' as const) : undefined);
    via ??= hit;
    return hit !== undefined;
  });
  return via === undefined ? null : exact(meant, via);
}
