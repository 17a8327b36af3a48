/** How text becomes words for search: the same for what a page is found by and for a query. */

import { stemmer } from 'stemmer';

/** Separates the aliases of a page: names and search words, each a phrase of its own. */
const SEPARATOR = ' · ';

/** Words of every question, which lead to no page. */
const EMPTY_WORDS = new Set(
  'a about after again all also always am an and any are as at be because been before being but by can could did do does doing for from gave get gets getting give given gives go goes got had has have having he how i if in into is it its just later let made make makes may me might my no not now of off often on once one only or our out over please said say says see seen she should since so some still than that the their them then there these they this those to too try trying until up us use used very want was we were what when where whether which while who whose why will with would yet you your'.split(
    ' ',
  ),
);

/** A field of one line takes so much: of more, laying it out would stop the browser. */
export const LONGEST_QUERY = 2000;

/** Longer text is a log for the decoder. */
const MOST_CHARACTERS = 400;

/** What of a query is asked for: all of it, or the whole words of its beginning. */
export const beginningOf = (query: string): string =>
  query.length <= MOST_CHARACTERS
    ? query
    : query.slice(0, MOST_CHARACTERS).split(/\s/).slice(0, -1).join(' ');

/** What is written in several ways, each with its one spelling. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:could|can|does|do|did|is|was|are|were)(?:n't|n’t)\b/g, 'not'],
  [/\bcannot\b/g, 'not'],
  [/\bnot (?:be )?(?:exist|found|find)\b|\bno such\b/g, 'notfound'],
  [/\bnot (?:match|fit|agree)\b/g, 'mismatch'],
  [/\bno (?=[a-z]{2})/g, 'missing '],
  [/\brate[ -]limit/g, 'throttle'],
  [/\bcross[ -](?:origin|domain)\b/g, 'cors crossorigin'],
  [
    /怎么(?:办|解决|处理|回事)?|如何(?:解决|处理)?|为什么|为何|什么(?:意思|原因)?|请问|一直|提示|出现|了$/g,
    ' ',
  ],
  [/签名(?:验证|校验)|(?:验证|校验)签名/g, '签名验签'],
  [/\bback[ -]ends?\b/g, 'backend'],
  [/\b(?:log(?:ged|ging)?|sign(?:ed|ing)?)[ -]?(?:on|in)s?\b/g, 'login'],
  [/\b(?:log(?:ged|ging)?|sign(?:ed|ing)?)[ -]?(?:off|out)s?\b/g, 'login logout'],
  [/\btime(?:d|s)?[ -]out\b/g, 'timeout'],
  [/\bwi-fi\b/g, 'wifi'],
];

/**
 * Chinese words of one meaning, each line with the word of the pages first: what Taiwan and Hong Kong
 * say, slips of the input method, and the words of chats.
 */
const CHINESE_SPELLINGS: ReadonlyMap<string, string> = new Map(
  [
    '网络 网路',
    '服务器 伺服器',
    '连接 连线 连结',
    '超时 逾时',
    '签名 签章',
    '客户端 用户端',
    '响应 回应 应答',
    '证书 凭证',
    '接口 介面',
    '登录 登入 登陆',
    '账号 账户 帐号 帐户',
    '数据 资料',
    '设置 设定',
    '公钥 公开金钥',
    '私钥 私密金钥',
    '密钥 金钥',
    '程序 程式',
    '消息 讯息',
    '域名 网域名称 网域',
    '没有网络 没有信号 没信号 没有网 没网络 没网 无网络 无网 断网 断开网络',
    '缺少 没有带 没带上 没带 没有传 没传 少传 漏传 少带 漏带 未传 未带 缺失',
    '解析失败 解析不了 解析不出 无法解析 不能解析',
    '不匹配 不一致 对不上 不符',
    '参数 入参 传参',
    '个数 数目 数量',
  ].flatMap((line) => {
    const [spelling = '', ...others] = line.split(' ');
    return [spelling, ...others].map((word) => [word, spelling] as const);
  }),
);

/** The longest first: "没网" is a part of "没网络". "无网关" is no word for "no network". */
const CHINESE_WORDS = new RegExp(
  `(?:${[...CHINESE_SPELLINGS.keys()].toSorted((a, b) => b.length - a.length).join('|')})(?![关页址])`,
  'g',
);

/** Units in which a number is a quantity and no code, each with its one spelling. */
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/(\d) ?(?:ms|msecs?|milliseconds?|毫秒)(?![\p{L}\p{N}])/gu, '$1ms timeout'],
  [/(\d) ?(?:s|secs?|seconds?|秒钟?)(?!\p{Script=Latin})/gu, '$1s timeout'],
  [/(\d) ?(?:mins?|minutes?|分钟)(?!\p{Script=Latin})/gu, '$1min timeout'],
  [/(\d) ?(?:h|hrs?|hours?|小时)(?!\p{Script=Latin})/gu, '$1h timeout'],
  [/(\d) ?(?:d|days?|天)(?!\p{Script=Latin})/gu, '$1d timeout'],
  [/(\d) ?(?:b|bytes?|字节)(?!\p{Script=Latin})/gu, '$1b'],
  [/(\d) ?([kmg])i?(?:b|bytes?)?(?!\p{Script=Latin})/gu, '$1$2b'],
  [/(\d) ?(?:[%次个条]|percent\b|qps\b|tps\b|times\b|users?\b|calls?\b|requests?\b)/gu, '$1x'],
];

/** Numbers that are part of something else: of a version, an address, a port, a date, a negative number. */
const PARTS_OF_OTHERS =
  /(?<!\d)\d{1,9}(?:[.:/-]\d{1,9}){1,9}|(?<![\p{L}\p{N}])[-−–]\d{1,9}|:\d{1,9}|\b(?:ports?|version|v|line|android|ios|api level|sdk)[ :]?\d+(?![\d.])|端口[ :]?\d+|版本[ :]?\d+|第 ?\d+ ?行/gu;

/**
 * A text in one spelling: plain forms for full-width ones, lower case, one word for compounds, and
 * numbers that are quantities with their unit; those of versions, ports and the like are left out.
 */
function plainSpelling(text: string): string {
  let plain = text.replace(/[’‘]/g, "'").replace(/'s\b/g, '');
  for (const [spelling, unit] of UNITS) plain = plain.replace(spelling, unit);
  plain = plain.replace(PARTS_OF_OTHERS, ' ');
  plain = plain.replace(CHINESE_WORDS, (word) => CHINESE_SPELLINGS.get(word) ?? word);
  for (const [spelling, word] of SPELLINGS) plain = plain.replace(spelling, word);
  return plain;
}

const HAN_RUN = /\p{Script=Han}+/gu;
const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/**
 * The words of a text, each as often as it is there. Of Chinese, which has no spaces, every two
 * characters are a word, because browsers split it differently. A compound such as
 * `UnknownHostException` is a word and so are its parts.
 */
export function searchWords(text: string): string[] {
  const normal = text.normalize('NFKC');
  // Case tells the parts of a compound; all else is read in lower case.
  const parts = (normal.match(/\p{Script=Latin}+/gu) ?? [])
    .map(wordParts)
    .filter(({ length }) => length > 1)
    .flat();
  const words = plainSpelling(normal.toLowerCase())
    .replace(HAN_RUN, (run) => ` ${pairs(run).join(' ')} `)
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap(gluedParts);
  return [
    ...words,
    ...parts.flatMap((part) => part.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []),
  ].filter(
    (word) => (hasHan(word) || word.length > 1 || /\d/.test(word)) && !EMPTY_WORDS.has(word),
  );
}

/** `rpc4001` → `rpc`, `4001`; a number with its unit stays whole. */
function gluedParts(word: string): string[] {
  const [, name = '', number = ''] = /^(\p{Script=Latin}{2,})(\d{3,})$/u.exec(word) ?? [];
  return number === '' ? [word] : [name, number];
}

function pairs(run: string): string[] {
  const characters = Array.from(run);
  return characters.length < 3
    ? [run]
    : characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}

/** Characters of grammar: a pair with one of them is no word that a page is looked for by. */
const GRAMMAR = /[的了是在和与或就把被也都而且并还又这那它一]/u;

/**
 * Words as short text: the Latin ones in order, which compresses well, then the Chinese ones, where each
 * that begins with the end of the last is written on from it, without those of grammar.
 */
export function packWords(words: Iterable<string>): string {
  const { chinese = [], others = [] } = Object.groupBy(words, (word) =>
    hasHan(word) ? 'chinese' : 'others',
  );
  const runs: string[] = [];
  for (const word of chinese) {
    if (GRAMMAR.test(word)) continue;
    const [first = '', second] = Array.from(word);
    const last = Array.from(runs.at(-1) ?? '');
    if (second !== undefined && last.length > 1 && last.at(-1) === first)
      runs.push(`${runs.pop() ?? ''}${second}`);
    else runs.push(word);
  }
  return [...others.sort(), ...runs].join(' ');
}

/** The words that `packWords` made a text of. */
export const unpackWords = (packed: string): string[] =>
  packed
    .split(' ')
    .filter((word) => word !== '')
    .flatMap((word) => (hasHan(word) ? pairs(word) : [word]));

/** The parts of a name in camel case. */
const wordParts = (word: string): string[] =>
  word.split(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/);

/** Words of one meaning in questions about a call; each line counts as one word. */
const SAME_MEANING = [
  'response reply answer',
  'parameter argument param',
  'phone device handset',
  'wrong incorrect invalid bad',
  'certificate cert',
  'fail failure',
  'cancel abort',
  'refuse reject deny',
  'network internet',
  'empty blank null',
  'interrupt kill terminate',
  'missing lacking absent without',
  'differ different mismatch',
];

const SYNONYMS = new Map(
  SAME_MEANING.map((line) => line.split(' ').map((word) => stemmer(word))).flatMap(
    ([first = '', ...others]) => others.map((other) => [other, first]),
  ),
);

/**
 * What a word has in common with its other forms: `timeouts` and `timeout`, `verified` and `verify`,
 * and words of one meaning. British spellings become American.
 */
export function stemOf(word: string): string {
  if (!/^[a-z]+$/.test(word)) return word;
  const stem = stemmer(word.replace(/is(e[ds]?|ing|ations?)$/, 'iz$1'));
  return SYNONYMS.get(stem) ?? stem;
}

/** What a page is found by besides its text, as one text; its last phrase has the Chinese as words. */
export function aliasesText(phrases: readonly string[]): string {
  const chinese = new Set(phrases.flatMap(searchWords).filter(hasHan));
  return [...new Set(phrases), [...chinese].join(' ')]
    .filter((phrase) => phrase !== '')
    .join(SEPARATOR);
}
