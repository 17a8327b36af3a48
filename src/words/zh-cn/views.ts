/** Chinese words of the views. Official labels are data and are not here; see the content. */
import type { Fails, Hop } from '../../domain/codes/vocabulary.ts';
import { dayFormat } from '../counted.ts';
import type { ViewWords } from '../en/views.ts';
import { labels, punctuation } from './labels.ts';

const { families, parties, retry, retryStep } = labels;

/** A name that Chinese follows; Latin letters and digits are set apart from it. */
const beforeHan = (name: string): string => (/[\x21-\x7e]$/.test(name) ? `${name} ` : name);

const afterHan = (name: string): string => (/^[\x21-\x7e]/.test(name) ? ` ${name}` : name);

/** A title that has a colon of its own follows its code or name after a dash, so that colons make no chain. */
const titled = (name: string, title: string): string =>
  name + (title.includes('：') && !/[\p{Script=Han}）]$/u.test(name) ? '——' : '：') + title;

const HTTP = 'HTTP';

/** What a number is called where it is no result code of MGS. */
const NUMBER_OF: ReadonlyMap<string, string> = new Map([
  [HTTP, '状态码'],
  ['无线保镖', '错误码'],
]);

const fails: Record<Fails, string> = {
  device: '起因多在客户端一侧',
  sdk: '调用在应用或 SDK 里失败',
  network: '调用在 SDK 与网关之间失败',
  gateway: '调用在网关失败',
  upstream: '调用在网关与后端之间失败',
  service: '调用在后端失败',
  none: '没有失败',
  unknown: '文档没有说明在哪一环失败',
};

const reporters: Record<Hop | 'unknown', string> = {
  device: '错误由设备返回',
  sdk: '错误由 SDK 返回',
  network: '响应由网络中的服务器返回',
  gateway: '结果码由网关返回',
  upstream: '结果码由网关返回',
  service: '结果码由后端返回',
  unknown: '文档没有说明错误由谁返回',
};

export const views: ViewWords = {
  siteName: 'MGS 结果码',
  shortName: 'MGS 结果码',
  siteDescription: '移动网关服务（MGS，mPaaS）每个结果码的含义、谁来处理、能否重试，以及怎么解决。',
  head: {
    siteName: 'mPaaS MGS 结果码',
    home: '每个结果码的含义与解决办法',
    locale: 'zh_CN',
    shortTitle: (title) => title,
    several: (code, meanings) =>
      titled(
        code,
        meanings.reduce((before, meaning) => `${beforeHan(before)}或${afterHan(meaning)}`),
      ),
  },
  labelled: titled,
  /** Between a linked title and what is said of it: colons make no chain. */
  afterLink: '——',
  aside: (text) => `（${text}）`,
  quotation: (caption, text) => `${caption}“${text}”`,
  openSearch: '移动网关服务结果码：结果码、名称、提示文案或关键词',
  punctuation,
  families: {
    gateway: { name: families.gateway, codes: '网关侧结果码', answer: '网关' },
    service: {
      name: families.service,
      codes: '业务侧结果码',
      answer: '业务侧',
    },
    android: {
      name: families.android,
      codes: 'Android 客户端结果码',
      answer: 'Android SDK',
    },
    ios: {
      name: families.ios,
      codes: 'iOS RPC 请求错误码',
      answer: 'iOS SDK',
    },
    'security-guard': {
      name: families['security-guard'],
      codes: '无线保镖结果码',
      answer: '无线保镖',
    },
  },
  parties,
  partiesInOrder: labels.partiesInOrder,
  retry,
  stepOnly: '只针对手机上的这一步；调用可能已经执行',
  retryStep,
  executed: {
    no: '这次请求没有执行',
    possible: '这次调用可能已经执行，先查清再决定',
    yes: '这次调用已经执行：再次发起会重复执行',
  },
  basis: { official: '官方', reported: '非官方', inferred: '推断', general: '通用知识' },
  hops: {
    device: '设备',
    sdk: 'SDK',
    network: '网络',
    gateway: '网关',
    upstream: '调用后端',
    service: '后端',
  },
  fails,
  failsAndReporter: (where, reporter) => {
    if (where === reporter || where === 'none') return `${fails[where]}。`;
    const place = where === 'sdk' && reporter === 'gateway' ? '起因多在应用或 SDK' : fails[where];
    return `${place}${where === 'unknown' ? '；' : '，'}${reporters[reporter]}。`;
  },
  names: {
    'chinese-label': '中文描述',
    'sdk-constant': 'SDK 常量',
    'former-title': '旧标题',
    'seen-text': '真实响应里的文案',
    'default-text': '默认文案',
  },
  originalTitle: '英文标题',
  titleOfOldCode: '标题（取自 SDK 或网关的代码，非官方）',
  oldDefaultText: '旧版网关的默认文案（非官方）',
  translations: {
    title: '标题的译文（本站翻译）',
    official: '官方原文的译文（本站翻译）',
    prompt: '提示文案的译文（本站翻译）',
  },
  sections: {
    causes: '可能原因',
    fix: '通用步骤',
    reasons: '为什么这样处理，怎么告诉用户',
    check: '确认已解决',
    look: '到哪里看',
    log: '日志中的样子',
    provoke: '在测试工作空间里复现',
    related: '相关结果码',
    confusions: '容易混淆',
    remarks: '备注',
    unknowns: '尚不清楚',
    sources: '名称与来源',
  },
  why: '为什么这样处理',
  facts: {
    actor: '谁来处理',
    retry: '重试建议',
    executed: '是否已执行',
    protocols: '适用协议',
    prompt: '提示文案（官方英文原文）',
    symbol: '常量名',
  },
  firstStep: '第一步',
  contents: '本页内容',
  tell: '如何判断',
  fixStep: '处理步骤',
  seenWith: '出现过的版本',
  tellUser: '可以告诉用户',
  findOut: '如何查清是否执行',
  requestPath: '请求路径',
  failsHere: '在这里失败',
  reportsHere: '由这里返回',
  whereSeen: '你在哪里看到它？',
  goFurther: '延伸阅读',
  official: '官方原文（英文）：',
  seenLogs: '见过的写法：',
  otherForms: '其他写法（按已知格式拼出）：',
  constructed: '按已知格式拼出的示例，没有见过完全一样的真实日志。',
  checked: (day) => `最近核对来源：${day}。`,
  undated: '无日期',
  copyLink: '复制链接',
  copied: '已复制。',
  notCopied: '浏览器不允许复制。',
  copyMenu: '复制',
  copyAddress: '复制地址',
  copyCurl: '复制 curl 命令',
  copyTicket: '复制工单文本',
  sourceOf: (title) => `来源：${title}`,
  sourceMark: '来源',
  sourceList: '来源',
  editThisText: '编辑这段文字',
  reportMistake: '报告错误',
  helpCentreDocument: (number) => `帮助中心文档 ${number}`,
  sourceKinds: { official: '官方页面', sdk: '来自 SDK', secondary: '非官方' },
  sourceGroups: { official: '官方页面', sdk: 'SDK 自带文件', secondary: '其他' },
  source: (number) => `来源 ${number}`,
  provoke: { affects: '影响范围', see: '应当看到', undo: '恢复' },
  standing: {
    related: '出自无线保镖自己的官方错误码表，不属于 MGS 结果码。',
    beyondReadable: (last) =>
      `本站能读到的官方表格到错误码 ${last} 为止，后面是否收录这个错误码不清楚。含义来自一份安全库常量的列表。`,
    undocumented: '官方表格没有收录这个结果码，只有 SDK 代码里有。',
    listedConstant: '官方表格没有收录这个错误码，一份安全库常量的列表里有。',
    byName: '只在 SDK 代码里见过它的名称，含义从名称推断。',
    byNameBeyondReadable: (last) =>
      `本站能读到的官方表格到错误码 ${last} 为止，后面是否收录这个错误码不清楚。名称来自 SDK 代码，含义从名称推断。`,
  },
  http: {
    name: HTTP,
    status: 'HTTP 状态码',
    notOurs: 'HTTP 状态码，非 MGS 结果码',
    heading: (code, name) => (name === null ? `HTTP 状态码 ${code}` : `HTTP ${code} ${name}`),
    seenIn: '响应的状态行、代理日志，或 Android 调用的错误码',
    clientSees: {
      android: (client, code) =>
        `在 ${client} 上，调用报出的错误码 ${code} 通常是响应的 HTTP 状态码。`,
      ios: (client, code) =>
        `${client} 表格里没有 ${code}。在 ${client} 上，它多半是响应的 HTTP 状态码。`,
    },
    orSecurityGuard: {
      android: (client, code) =>
        `在 ${client} 上，调用报出的错误码 ${code} 通常是响应的 HTTP 状态码；跟在 \`SecException\` 或 \`ErrorCode =\` 后面的 ${code} 才是无线保镖的。`,
      ios: (client, code) => `在 ${client} 上，跟在 \`SG ERROR\` 后面的 ${code} 是无线保镖的。`,
    },
    row: (title) => `Android 表格中的行：${title}`,
    unassigned: (code) => `HTTP 没有登记这个状态码。按所属类别（${code.slice(0, 1)}xx），含义是：`,
    noRow:
      'Android 表格的两行 HTTP 状态码都不含这个状态码：一行到 499 为止，另一行从大于 500 开始。',
  },
  neighbour: { origin: '非 MGS 错误码', more: '非 MGS 错误码' },
  notOurs: {
    description:
      '支付宝支付 SDK、URL 加载、Java 异常、H5 容器、小程序等系统中形似 MGS 结果码的错误码，以及各自的含义。',
    lead: '这些错误码和名称与 MGS 结果码出现在同样的日志里，但本身不是 MGS 结果码。其中一些在到达应用之前会变成某个 MGS 结果码，表中那一行给出那个结果码的链接。',
    printed: '错误码或名称',
    meaning: '含义',
    becomes: (codes) => (codes === 1 ? '会变成：' : '会变成以下之一：'),
    sameNumber: '同一数字：',
    allBecome: '除表中另有说明外，都会变成：',
    ownTable: '另有专页：',
    executed: {
      call: { no: '调用一般没有执行。', possible: '调用可能已经执行。', yes: '调用已经执行。' },
      payment: { no: '一般没有扣款。', possible: '可能已经扣款。', yes: '很可能已经扣款。' },
    },
    inOurReading: (sentence) => `据本站推断，${sentence}`,
  },
  changes: {
    description: '结果码数据的变更记录：哪个结果码改了什么，哪一天改的。',
    lead: '这里记录数据的变更，最新的在前。',
    feed: 'Atom 订阅',
  },
  severalMeanings: (code, number) => `${code} 有 ${number} 种含义`,
  description: (family, code, meaning) =>
    `MGS ${code === null ? family : `${beforeHan(family)}${NUMBER_OF.get(family) ?? '结果码'} ${code}`}：${meaning}`,
  meaningOf: (family, code, meaning) => titled(`${family} ${code}`, meaning),
  descriptionOfSeveral: (code, meanings) => `MGS 中的 ${code}。${meanings.join('')}`,
  inFamily: (title, family) => `${title}（${family}）`,
  anotherHttpRow: '同一张表里的另一行 HTTP 状态码。',
  elsewhere: '同一数字的其他含义',
  clientSees: (client, code, codes) => `在 ${client} 上，${code} 属于${codes}。`,
  wouldSee: (code, by) => `按 SDK 代码，${code} 应由${by}给出。`,
  mayNotSee: (client, code, by) => `在 ${client} 上，${by}是否使用 ${code}，尚不清楚。`,
  notInTable: (name, family) => `${family} 表格里没有${afterHan(name)}。`,
  usesNumberToo: (system) => `${beforeHan(system)}也有这个错误码：`,
  onlyInLibrary: (family, code, text) => `${family} ${code}（出自安全库常量的列表）：${text}`,
  thisRange: '这个范围',
  theme: { label: '主题', auto: '主题：自动', light: '主题：浅色', dark: '主题：深色' },
  decodePage: {
    description:
      '粘贴一段报错、一个响应或整份日志，列出其中每个 MGS 结果码所在的行和对应的页面。内容不会离开浏览器。',
    reads: '能识别什么',
    forms: [
      'Android 和 iOS 应用的异常与响应头、JSON 响应体，以及网关和业务系统的摘要日志。',
      'Memo 和 Tips 会从百分号编码还原；同一条消息里的 operationType 和 TraceId 一并列出。',
      '7003：日志里同时有手机和网关的时间时，算出两个时钟相差多少。',
      '写明结果码的句子，例如“报错 7014”或“error code 7014”。',
      '表格里名为“结果码”“错误码”、resultStatus 或 error code 的列。',
      '因果关系：7001 或 7014 之前的无线保镖错误，iOS 0 背后的 URL 加载错误。',
      '无线保镖、支付 SDK、URL 加载、H5 容器和其他 RPC 库的错误码，会注明属于谁。',
    ],
    sure: '结论有多可靠',
    strengths: {
      certain: '这种写法只用于结果码。',
      probable: '数字前后的文字说明它是结果码。',
      possible: '一小段文字里只有这一个数字，或者它也可能属于其他系统。',
    },
    passedOver: '行号、进程号、端口、时间和 TraceId 里的数字不会当作结果码。',
    where: '结果码在各种日志里的位置：',
  },
  notFound: {
    title: '这个地址没有页面',
    description: '这个地址没有页面。它可能是什么，以及每个已收录的结果码在哪里。',
    answer: '这个地址可能是什么',
    addresses: '每个结果码的页面地址由下面的路径加上结果码组成：',
    elsewhere: '每页顶部都有搜索。查看全部结果码，或粘贴日志、报错：',
    otherPlace: '其他位置',
    otherPlaceSeen: '旁边是别的名称，例如 `NSURLErrorDomain` 或支付 SDK',
  },
  pages: {
    home: 'MGS 结果码',
    codes: '全部结果码',
    decode: '日志解析',
    guides: '指南',
    notOurCodes: '非 MGS 错误码',
    glossary: '术语表',
    linkToCode: '在报错里附上链接',
    changes: '变更记录',
    about: '关于本站与来源',
  },
  guides: {
    'a-call-fails': '调用失败，从哪里查起',
    'read-the-response': '读懂响应',
    'find-the-logs': '如何获取日志',
    'signature-errors': '7xxx 验签错误',
    timeouts: '超时',
    'same-number': '同一数字，不同含义',
    symptoms: '用户看到的现象',
  },
  table: {
    code: '结果码',
    family: '类别',
    protocols: '适用协议',
    ranges: { 'http-4xx': 'HTTP 4xx', 'http-other': 'HTTP 其他' },
    symbol: '状态码（常量名）',
    meaning: '含义',
    condition: '条件',
    sdkOnly: labels.sdkOnly,
    prompt: '提示文案（英文原文）',
    any: '不限',
    text: '文字',
    reset: '重置',
    filters: '筛选',
    protocol: '协议',
    allCodes: '全部结果码',
    shown: '{shown} / {all} 种含义',
    nothing: '没有符合全部筛选条件的结果码。请重置筛选，或者把文字粘贴到日志解析里。',
  },
  home: {
    title: 'MGS 调用为什么失败',
    lead: '阿里云 mPaaS 移动网关服务（Mobile Gateway Service，MGS）的结果码：是什么意思、谁来处理、能否重试、第一步做什么。',
    examples: '试一试',
    exampleLog: '一整段日志',
    numbers: '官方表格中能读到的结果码',
    sdkNumbers:
      '无线保镖的官方表格只读到 403。另一些数字（如错误码 608、结果码 7004）只见于 SDK 代码，列在各自的表里：',
    prompts: '用户看到的提示',
    promptsLead: '下列文案旁边是对应的结果码。网关的文案可由网关管理员修改，只作线索。',
    oldDefaultTexts: '旧版网关代码里的默认文案（非官方）：',
    morePrompts: '小程序、H5 页面和 iOS 的文案见：',
    offline: '没有网络时',
    offlineFile: '全部结果码单文件版',
    offlineFileText: '：从磁盘打开即可使用，自带日志解析，不发出任何网络请求。',
    offlineCopy: '首次访问后，浏览器会缓存本站，断网也能打开。',
  },
  footer: {
    neighbours: '上一页和下一页',
    independent: '本站是独立项目，不是官方网站。',
    basis: '依据与来源',
    oneFile: '下载离线版（单文件）',
  },
  oneFile: {
    title: 'MGS 结果码（单文件版）',
    description: '移动网关服务（MGS，mPaaS）的全部结果码，都在一个不需要网络的文件里。',
    inThisFile: '本文件内容',
    lead: (day) =>
      `全部结果码都在这一个文件里，核对日期：${day}。从磁盘打开即可使用，不发出任何网络请求；只有带 ↗ 的链接指向外部。指南和更新的数据：`,
  },
  symbolIs: (symbol, name) => `${symbol}：${name}`,
  family: {
    description: (meaning, rows) => `${meaning}表格共 ${rows} 行，每行都写明谁来处理。`,
    rules: '适用于整张表的说明',
    ranges: '官方提到的范围',
    others: '其他表格',
    undocumented: '仅见于 SDK 的结果码',
    notRead: '官方表格可读部分之外的错误码',
  },
  range: { documented: '范围内官方收录的结果码', unlisted: '没有列出你的结果码' },
  codes: {
    description: (documented) =>
      `MGS 官方收录的全部 ${documented} 个结果码，各由谁处理、能否重试。`,
    lead: (documented, others) =>
      `官方表格中的 ${documented} 个结果码，以及无线保镖和 SDK 的 ${others} 个错误码。`,
  },
  glossary: {
    description: 'MGS 结果码涉及的占位符和术语，从 appId 到 WAF，并附上用到它们的页面。',
  },
  llms: {
    what: '移动网关服务（MGS，mPaaS 的组件）每个结果码的含义、谁来处理、能否重试、怎么解决、怎么确认。本站是独立项目。取自来源的陈述都注明来源；没有来源的步骤是本站的建议。',
    where: (at) =>
      `全部结果码的 JSON：<${at.json}>，格式见 <${at.schema}>。全部页面合成的文本：<${at.full}>。单个结果码：\`${at.oneJson}\` 或 \`${at.oneMarkdown}\`。`,
    several:
      '同一个结果码在不同平台上含义可能不同。引用时说明它属于哪一类；这里没有列出的结果码，不要当作已收录的来解释。',
    retry: '凡是调用可能已经执行的情况，绝不要建议直接重试：一笔款可能被付两次。',
    optional: '其他',
  },
  list: (items) => items.join('、'),
  date: dayFormat('zh-CN'),
};
