/** What search says in English, and by which words it finds what has no words of its own. */
import type { Family } from '../../domain/codes/families.ts';
import type { Fails } from '../../domain/codes/vocabulary.ts';
import type { Answer } from '../../domain/text/resolve.ts';
import { counted, listed } from '../counted.ts';
import { labels, punctuation } from './labels.ts';

const LANGUAGE = 'en';

type PageWords = {
  readonly title: string;
  readonly text: string;
  readonly keywords: readonly string[];
};

type Pages = 'decode' | 'codes' | 'glossary' | 'linkToCode' | 'about';

/** Where on the request path a call fails, in the words in which readers ask for it. */
const places: Readonly<Record<Fails, string>> = {
  device: 'phone device app 手机',
  sdk: 'app client sdk 客户端',
  network: 'phone network 手机 网络',
  gateway: 'gateway 网关',
  upstream: 'gateway backend server 网关 后端 服务端',
  service: 'backend server service 后端 服务端',
  none: '',
  unknown: 'gateway 网关',
};

/** The client that a table belongs to. */
const clients: Readonly<Record<Family, string>> = {
  gateway: '',
  service: '',
  android: 'android phone client 安卓 手机 客户端',
  ios: 'ios iphone phone client 苹果 手机 客户端',
  'security-guard': 'app client sdk 客户端',
};

const pages: Readonly<Record<Pages, PageWords>> = {
  decode: {
    title: 'Decode a log',
    text: 'Paste a number, a name, a reply or a whole log and read which codes are in it.',
    keywords: [
      'paste a log',
      'read a log',
      'decode a log line',
      'log decoder',
      '解析日志',
      '日志解析',
    ],
  },
  codes: {
    title: 'All codes',
    text: 'Every code in one table, filtered by who fixes it, retry and protocol.',
    keywords: [
      'list of all codes',
      'error code list',
      'result codes',
      '错误码',
      '结果码',
      '全部结果码',
    ],
  },
  glossary: {
    title: 'Glossary',
    text: 'The terms and placeholders of the result code tables.',
    keywords: ['terms', 'definitions', '术语表'],
  },
  linkToCode: {
    title: 'Link to a code',
    text: "How an app or a back end prints the address of a code's page with an error.",
    keywords: ['deep link', 'print the address', 'snippet', 'fragment'],
  },
  about: {
    title: 'About and sources',
    text: 'What these pages rest on, when it was checked, and what is not known.',
    keywords: ['sources', 'independent', 'last checked', '来源'],
  },
};

export const search = {
  /** The language of these words, for plurals and lists. */
  language: LANGUAGE,
  label: 'Code, name, message or log line',
  open: 'Search',
  close: 'Close',
  results: 'Results',
  loading: 'Loading search…',
  allCodesPage: 'All codes',
  notLoaded: 'Search could not be loaded. The page "All codes" lists every code.',

  labels,
  punctuation,
  /** The origin of a number that no official table lists. */
  sdkOnly: (family: string) => `${labels.sdkOnly} · ${family}`,
  /** What a result is, before its family or kind. */
  exact: (family: string) => `Exact · ${family}`,
  probable: (family: string) => `Probably · ${family}`,
  possible: (family: string) => `Possibly · ${family}`,
  shown: (family: string) => `Can show this text · ${family}`,
  kinds: {
    guide: 'Guide',
    table: 'Table',
    range: 'Range',
    term: 'Glossary',
    page: 'Page',
    status: 'HTTP status',
  },
  facts: (party: string, retry: string) => `Who fixes it: ${party}. Retry: ${retry}.`,

  choose: (count: number) =>
    `${counted(LANGUAGE, count, { one: 'meaning', other: 'meanings' })}: choose one with the arrow keys.`,
  choosePage: 'Choose a page with the arrow keys.',
  exactCount: (count: number) =>
    `${counted(LANGUAGE, count, { one: 'exact answer', other: 'exact answers' })}.`,
  sdkOnlyCount: (count: number) =>
    `${counted(LANGUAGE, count, { one: 'answer', other: 'answers' })} known only from an SDK.`,
  probableCount: (count: number) =>
    `${counted(LANGUAGE, count, { one: 'probable answer', other: 'probable answers' })}.`,
  possibleCount: (count: number) =>
    `${counted(LANGUAGE, count, { one: 'possible answer', other: 'possible answers' })}.`,
  shownCount: (count: number) =>
    `${counted(LANGUAGE, count, { one: 'page fits', other: 'pages fit' })} this text; the number in the log decides.`,
  wordCount: (count: number) =>
    `${counted(LANGUAGE, count, { one: 'result', other: 'results' })} with these words.`,
  undocumentedStatus: 'Not documented.',
  /** The heading of the page of an address that has none but means something. */
  notFound: ({ kind }: Answer, asked: string): string =>
    kind === 'undocumented'
      ? `${asked} is not documented`
      : `No page named ${asked}: what it may mean`,

  undocumented: (number: string, isKnownElsewhere: boolean) =>
    isKnownElsewhere
      ? `${number} is not documented here, but it is known elsewhere.`
      : `${number} is not documented.`,
  sdkOnlyNote: (number: string) =>
    `No official table that could be read has ${number}: only an SDK knows this number.`,
  beside: (origin: string, constant: string | undefined, text: string) =>
    `${origin}${constant === undefined ? '' : ` ${constant}`}: ${text}`,
  rangeIs: (id: string, title: string) => `${id} is ${title}.`,
  documentedNear: (numbers: readonly string[]) =>
    `Documented next to it: ${listed(LANGUAGE, numbers)}.`,
  ruledOut: 'Another table also has this number, but the text around it rules that table out.',
  cannotTell: (number: string) =>
    `The text cannot tell whether ${number} is an MGS code or another system\'s number.`,
  urlLoading:
    'A negative number is from iOS URL loading. MGS reports all its network failures as one code; the negative number names the cause.',
  negative: 'No MGS code is negative, so this number is not read as one.',
  rangeText: 'What is true of the whole range, and what to do with a number that is not listed.',
  statusLabel: (number: string) => `${number} as an HTTP status`,
  statusText: 'What it says of a call as an HTTP status, and what to do.',
  numberLabel: (number: string) => `${number}: the page of this number`,
  numberText: 'What it means as an HTTP status, and whose number it may be instead.',
  neighbourText: 'A documented neighbour, not your number.',
  sameNumber: 'How to tell whose number it is.',
  range: (id: string, title: string) => `${id.replace('-', punctuation.range)}: ${title}`,

  emptyHint: 'Type what you have. For example:',
  examples: [
    '7014',
    'kDTRpcNetworkError',
    '验签失败',
    'Poor network connection',
    'phone clock wrong',
  ],
  decodeHint: 'A whole log or reply?',
  decodeLink: 'Paste it into the decoder',
  nothing: 'Nothing found.',
  nothingHint: [
    'Try the number alone, without the words around it.',
    'Try one word of the message, or the name of the exception.',
    'For a log or a reply, use the decoder.',
  ],
  allText: 'Search all text',
  allTextCount: (count: number) =>
    `${counted(LANGUAGE, count, { one: 'more page', other: 'more pages' })} in the full text.`,
  allTextNothing: 'The full text has nothing more.',
  allTextFailed: 'The full text could not be loaded.',
  allTextLoading: 'Searching all text…',
  slash: 'Open search with the key',
} as const;

/** What the word index is made with; the browser does not load it. */
export const searchIndex = {
  places,
  clients,
  pages,
  /** The title of a range's page. */
  range: search.range,
} as const;

/** What an edition's words of search must have. */
export type SearchWords = Widened<typeof search>;
export type SearchIndexWords = Widened<typeof searchIndex>;

/** A text of any wording, a list of texts, or the same sentence with the same values. */
type Widened<T> = T extends string
  ? string
  : T extends readonly string[]
    ? readonly string[]
    : T extends (...values: infer Values) => string
      ? (...values: Values) => string
      : { readonly [Name in keyof T]: Widened<T[Name]> };
