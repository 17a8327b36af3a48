/** What search says in Chinese, and by which words it finds what has no words of its own. */
import type { SearchIndexWords, SearchWords } from '../en/search.ts';
import { counted } from '../counted.ts';
import { labels, punctuation } from './labels.ts';

const LANGUAGE = 'zh-CN';

/** A number with its measure word, or a measure word with its noun: `3 个结果`. */
const count = (number: number, noun: string): string => counted(LANGUAGE, number, { other: noun });

export const search: SearchWords = {
  language: LANGUAGE,
  label: '结果码、名称、文案或一行日志',
  open: '搜索',
  close: '关闭',
  results: '搜索结果',
  loading: '正在加载搜索……',
  allCodesPage: '全部结果码',
  notLoaded: '搜索加载失败。“全部结果码”页列出了每一个结果码。',

  labels,
  punctuation,
  sdkOnly: (family) => `${labels.sdkOnly} · ${family}`,
  exact: (family) => `精确匹配 · ${family}`,
  probable: (family) => `很可能是 · ${family}`,
  possible: (family) => `有可能是 · ${family}`,
  shown: (family) => `可能显示这段文案 · ${family}`,
  kinds: {
    guide: '指南',
    table: '表格',
    range: '范围',
    term: '术语表',
    page: '页面',
    status: 'HTTP 状态码',
  },
  facts: (party, retry) => `谁来处理：${party}。重试建议：${retry}。`,

  choose: (meanings) => `有 ${count(meanings, '种含义')}，用方向键选择。`,
  choosePage: '用方向键选择页面。',
  exactCount: (answers) => `${count(answers, '个精确匹配')}。`,
  sdkOnlyCount: (answers) => `${count(answers, '个结果')}仅见于 SDK。`,
  probableCount: (answers) => `${count(answers, '个很可能的结果')}。`,
  possibleCount: (answers) => `${count(answers, '个可能的结果')}。`,
  shownCount: (pages) => `${count(pages, '个页面')}与这段文案相符，以日志里的结果码为准。`,
  wordCount: (results) => `${count(results, '个结果')}包含这些词。`,
  undocumentedStatus: '官方未收录。',
  notFound: ({ kind }, asked) =>
    kind === 'undocumented' ? `官方未收录 ${asked}` : `没有名为 ${asked} 的页面，它可能是`,

  undocumented: (number, isKnownElsewhere) =>
    isKnownElsewhere ? `官方未收录 ${number}，但其他系统有这个错误码。` : `官方未收录 ${number}。`,
  sdkOnlyNote: (number) => `能读到的官方表格没有收录 ${number}，只有 SDK 代码里有。`,
  beside: (origin, constant, text) =>
    `${origin}${constant === undefined ? '' : ` ${constant}`}：${text}`,
  rangeIs: (id, title) => `${id}：${title}。`,
  documentedNear: (numbers) => `相邻的已收录结果码：${numbers.join('、')}。`,
  ruledOut: '另一张表格也有这个结果码，但从上下文看不是那张表格里的。',
  cannotTell: (number) => `从这段文字看不出 ${number} 是 MGS 结果码，还是其他系统的错误码。`,
  urlLoading:
    '负数来自 iOS 的 URL 加载。MGS 把所有网络失败都报告为同一个结果码，具体原因看这个负数。',
  negative: 'MGS 结果码没有负数，因此不把这个数字当作结果码。',
  rangeText: '整个范围的共同点，以及结果码没有列出时怎么办。',
  statusLabel: (number) => `${number} 作为 HTTP 状态码`,
  statusText: '它作为 HTTP 状态码说明了什么，以及怎么处理。',
  numberLabel: (number) => `${number}：这个状态码的页面`,
  numberText: '它作为 HTTP 状态码的含义，以及它还可能属于哪个系统。',
  neighbourText: '相邻的已收录结果码，不是你查的那一个。',
  sameNumber: '如何判断这个错误码属于哪个系统。',
  range: (id, title) => `${id}：${title}`,

  emptyHint: '有什么就输入什么，例如：',
  examples: ['7014', '验签失败', 'kDTRpcNetworkError', '顾客太多,客官请稍候', '手机时间不对'],
  decodeHint: '手上是整段日志或响应？',
  decodeLink: '粘贴到日志解析',
  nothing: '没有找到。',
  nothingHint: [
    '只输入数字，去掉前后的文字。',
    '只输入文案里的一个词，或者异常的名称。',
    '日志或响应请用日志解析。',
  ],
  allText: '搜索全文',
  allTextCount: (pages) => `全文中还有 ${count(pages, '个页面')}。`,
  allTextNothing: '全文中没有更多结果。',
  allTextFailed: '全文加载失败。',
  allTextLoading: '正在搜索全文……',
  slash: '打开搜索的快捷键',
};

/** Readers of Chinese pages search with English words too: both are in the index. */
export const searchIndex: SearchIndexWords = {
  range: search.range,
  places: {
    device: '手机 设备 phone device app',
    sdk: '客户端 应用 app client sdk',
    network: '手机 网络 phone network',
    gateway: '网关 gateway',
    upstream: '网关 后端 服务端 后台 gateway backend server',
    service: '后端 服务端 后台 backend server service',
    none: '',
    unknown: '网关 gateway',
  },
  clients: {
    gateway: '',
    service: '',
    android: '安卓 手机 客户端 android phone client',
    ios: '苹果 手机 客户端 ios iphone phone client',
    'security-guard': '客户端 保镖 app client sdk',
  },
  pages: {
    decode: {
      title: '日志解析',
      text: '粘贴结果码、名称、响应或整段日志，看其中有哪些结果码。',
      keywords: ['解析日志', '分析日志', '粘贴日志', '日志解析', 'decode a log', 'log decoder'],
    },
    codes: {
      title: '全部结果码',
      text: '全部结果码都在一张表里，可以按谁来处理、重试建议和协议筛选。',
      keywords: [
        '错误码',
        '结果码',
        '错误码大全',
        '结果码列表',
        '全部结果码',
        'list of all codes',
        'error code list',
        'result codes',
      ],
    },
    glossary: {
      title: '术语表',
      text: '结果码表格里的术语和占位符。',
      keywords: ['术语', '名词解释', '术语表', 'glossary', 'terms', 'definitions'],
    },
    linkToCode: {
      title: '在报错里附上链接',
      text: '应用或后端如何在报错时打印结果码页面的地址。',
      keywords: ['结果码链接', '打印链接', '代码片段', 'deep link', 'snippet', 'fragment'],
    },
    about: {
      title: '关于本站与来源',
      text: '这些页面依据什么、何时核对过、还有哪些不清楚。',
      keywords: ['来源', '出处', '最近核对', '关于本站', 'sources', 'last checked'],
    },
  },
};
