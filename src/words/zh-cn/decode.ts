/** What the decoder says in Chinese. Backticks mark code in sentences. */
import type { IncompleteTime } from '../../domain/text/clock.ts';
import type { DecodeWords } from '../en/decode.ts';
import { punctuation } from './labels.ts';

const LANGUAGE = 'zh-CN';

const number = (value: number, most = 1): string =>
  value.toLocaleString(LANGUAGE, { maximumFractionDigits: most });

const clientNumbers = '小于 1000 的是客户端自己的结果码，或者是 HTTP 状态码。';
const serverNumbers = '1000 及以上的来自网关侧或业务侧。';
const behindTheGateway =
  '这是网关后面的服务之间的异常，不是 MGS 结果码。如果网关返回的是 4002 或 6xxx，原因可能就在这里：到后端排查。';

const missingTimes: Record<IncompleteTime, string> = {
  zone: '缺少时区',
  'existing-day': '日期或时刻并不存在',
  'year-and-zone': '缺少年份和时区',
  'day-and-zone': '缺少日期和时区',
};

const missingTime: DecodeWords['missingTime'] = (missing) => {
  if (missing.kind === 'both')
    return '日志里，这个结果码附近既没有客户端的 Ts，也没有网关的 server-time。';
  if (missing.kind === 'server')
    return `日志里有客户端的 ${missing.client}，但这个结果码附近没有可以对比的网关 server-time。`;
  if ('time' in missing)
    return `日志里有网关的 ${missing.server}，但没有客户端的 \`Ts\`，而行首的时间 ${missing.time} ${missingTimes[missing.lacks]}。`;
  return `日志里有网关的 ${missing.server}，但这个结果码附近没有客户端的 \`Ts\`，行首也没有时间。`;
};

/** Seconds in the two largest units that are not zero: "1 小时 5 分钟", "12.5 秒". */
function duration(seconds: number): string {
  if (seconds < 60) return `${Number(seconds.toFixed(1))} 秒`;
  const units: readonly (readonly [string, number])[] = [
    ['天', 86_400],
    ['小时', 3600],
    ['分钟', 60],
    ['秒', 1],
  ];
  let rest = Math.round(seconds);
  const parts: string[] = [];
  for (const [unit, size] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${unit}`);
  }
  return parts.slice(0, 2).join(' ');
}

/** So many lines are named; of more only the number. */
const MOST_LINES_NAMED = 5;

/** "第 3 行", "第 3 行，另见第 9、12 行", "第 3 行，另见第 4、5、6、7、8 行和另外 120 行". */
const lines: DecodeWords['lines'] = (shown, others) => {
  const line = `第 ${number(shown)} 行`;
  if (others.length === 0) return line;
  const named = others.slice(0, MOST_LINES_NAMED).map((other) => number(other));
  const more = others.length - named.length;
  return `${line}，另见第 ${named.join('、')} 行${more > 0 ? `和另外 ${number(more)} 行` : ''}`;
};

const found: DecodeWords['found'] = ({ codes, others, lines: read, systems: names }) => {
  const parts = [
    ...(codes > 0 ? [`${number(codes)} 个结果码`] : []),
    ...(others > 0 ? [`${number(others)} 个其他系统的错误码`] : []),
  ];
  const lead =
    codes === 0 && names.length > 0 ? `不是 MGS 结果码，出自：${names.join('、')}。` : '';
  return `${lead}在 ${number(read)} 行里找到 ${parts.join('和 ')}。`;
};

const size = (units: number): string => number(units / (1024 * 1024));

/** Large numbers of characters are counted in ten thousands, a hundred of which are a million. */
const tenThousands = (units: number): string => number((units / (1024 * 1024)) * 100, 0);

export const decode: DecodeWords = {
  language: LANGUAGE,
  punctuation,
  box: {
    label: '结果码、名称、报错、响应或整段日志',
    privacy: '输入后，结果显示在下方。只在这个浏览器里读取，粘贴的内容不会发送，也不会保存。',
    openFile: '打开日志文件',
    clear: '清空',
    stop: '停止',
    progress: '日志的读取进度',
    noScript: '解析日志需要 JavaScript。没有 JavaScript 时，在表格里查找你的结果码：',
    allCodes: '全部结果码',
    findings: '解析结果',
    pasted: '粘贴的文本',
    dropped: '拖入的文本',
    unreadable: '这段文本无法读取。',
  },
  shapes: {
    'json-body': 'JSON 响应体或 iOS 字典',
    'json-text-body': 'JSON 响应体，结果码写成文本',
    'android-exception': 'Android 异常',
    'exception-class': 'Android 异常的类',
    'exception-code': 'Android 异常及其结果码',
    'interceptor-log': '默认拦截器，Android 日志',
    'android-headers': '响应头，Android 日志或 HTTP 抓包',
    'ios-headers': '响应头，iOS 控制台',
    'short-header': '响应头，短名称',
    'error-report': '错误上报，Android 日志',
    'h5-reply': 'H5 的 rpc 调用，网页收到的响应',
    'h5-client-reply': 'H5 的 rpc 调用，客户端结果码',
    'ios-exception': 'iOS 异常，示例应用打印的写法',
    'ios-error': 'iOS 错误对象',
    'gateway-digest': 'gateway-page-digest.log，28 个字段中的第 9 个',
    'service-digest': '后端的 page-digest.log，7 个字段中的第 6 个',
    'security-guard-console': '无线保镖，Xcode 控制台',
    'security-guard-exception': '无线保镖，Android 异常',
    'security-guard-secexception': '无线保镖，Android 异常',
    'security-guard-error-code': '无线保镖，Android 日志',
    'payment-result': '支付 SDK 的结果，resultStatus 是文本',
    'payment-map': '支付 SDK 的结果，以对象形式打印',
    'payment-raw-result': '支付 SDK 的结果，resultStatus 在花括号里',
    'h5-own-error': 'H5 的 rpc 调用，容器自己的错误',
    'xcode-exit-code': 'mPaaS Xcode 插件的退出码',
  },
  strengths: { certain: '确定', probable: '很可能', possible: '有可能' },
  neighbourReasons: {
    certain: '只有这个系统才有这种写法。',
    probable: '旁边的文字提到了这个系统。',
    possible: '也可能是 MGS 或其他系统的。',
  },
  reasons: {
    'result-status-number': '这里的 `resultStatus` 是网关的结果码：这个对象不是支付 SDK 的。',
    'result-status-text':
      '文本形式的 `resultStatus` 也可能来自支付 SDK，但支付 SDK 没有这个错误码或这些字段。',
    'result-status-shared':
      'MGS 和支付 SDK 都有这个错误码，也都写作 `resultStatus`，旁边没有内容能区分是哪一个：有 `tips` 说明是 MGS，`memo` 与 `result` 一起出现说明是支付 SDK。',
    'android-exception-client': `\`RPCException: [n]\` 是 Android SDK 的异常；${clientNumbers}`,
    'android-exception-server': `\`RPCException: [n]\` 是 Android SDK 的异常；${serverNumbers}`,
    'class-name-server': `这个数字属于 \`RpcException\`；${serverNumbers}`,
    'class-name-client': `这个数字属于 \`RpcException\`；${clientNumbers}`,
    headers: '`Result-Status` 是网关响应的响应头，所以这个结果码来自网关侧或业务侧。',
    'short-header':
      '前提是 `rs` 是这个网关对 `Result-Status` 的缩写。旁边的 memo 或 tips 支持这种理解。',
    'error-report-client':
      '`^ERR_CODE=n^` 是 Android SDK 的错误上报。目前只见过它带网关的结果码；这个 SDK 里小于 1000 的是客户端自己的结果码，或者是 HTTP 状态码。',
    'error-report-server':
      '`^ERR_CODE=n^` 是 Android SDK 的错误上报；见过的那一份带的是网关响应里的结果码。',
    'h5-gateway': 'H5 页面的 `rpc` 调用在 `error` 里透传网关的结果码；10 和 11 是它自己的。',
    'h5-gateway-unlabelled':
      '`error` 旁边有 `errorMessage`，是 H5 页面 `rpc` 调用的返回形式，而且这是 MGS 的结果码。其他服务也用这两个名称。',
    'h5-client': 'H5 页面的 `rpc` 调用也会透传原生客户端的小数值结果码；这里按 Android 的理解。',
    'ios-exception-client':
      '`Rpc Exception code : n` 是 iOS 示例应用打印的；小于 1000 的是客户端自己的结果码。',
    'ios-exception-server':
      '`Rpc Exception code : n` 是 iOS 示例应用打印的；客户端表格里没有的来自网关侧或业务侧。',
    'ios-exception-both-clients':
      '`Rpc Exception code : n` 是 iOS 示例应用打印的，但这段文字里也有 Android 的痕迹，所以两个客户端的含义都列出。',
    'ios-domain-client': '错误的 domain 属于 iOS SDK；小于 1000 的是客户端自己的结果码。',
    'ios-domain-server': '错误的 domain 属于 iOS SDK；客户端表格里没有的来自网关侧或业务侧。',
    'gateway-digest': '`gateway-page-digest.log` 的一行有 28 个字段，第 9 个是结果码。',
    'service-digest': '后端 `page-digest.log` 的一行有 7 个字段，第 6 个是结果码。',
    symbol: '这是 iOS SDK 里这个结果码的名称。',
    'sdk-constant': '这是 SDK 里这个结果码的常量。',
    words: '只有文字本身说这个数字是结果码。要确定，到日志里核对。',
    'table-column': '这一列的表头说这个数字是结果码。',
    'payment-near':
      '这段文字提到支付，而支付 SDK 也有这个错误码。网关把它和 `tips` 写在一起，支付 SDK 把它和 `memo`、`result` 写在一起。',
    'only-number': '这段文字里只有这一个数字是 MGS 收录的。是不是指它，要由你判断。',
  },
  systems: {
    'url-loading': {
      name: 'iOS 的 URL 加载',
      about: '这个错误码来自 `NSURLErrorDomain`，在 SDK 的下层，不是网关给出的。',
    },
    dubbo: { name: 'Dubbo', about: behindTheGateway },
    'sofa-rpc': { name: 'SOFA RPC', about: behindTheGateway },
    'other-rpc': {
      name: '其他 RPC 库',
      about:
        'mPaaS SDK 在类名 `com.alipay.mobile.common.rpc.RpcException` 之后打印 `RPCException: [n]`，RPC 三个字母大写。这一行出自别的库，错误码的含义看那个库自己的文档。',
    },
    'ios-hotfix': {
      name: 'iOS 的 mPaaS 热修复',
      about: 'iOS 热修复有自己的结果码，即 300 至 306。304 表示补丁无法解密：检查无线保镖图片。',
    },
    'mini-program': {
      name: '小程序的 my.request',
      about:
        '`my.request` 不经过 MGS，有自己的错误码：11 表示域名不被允许，12 表示网络错误，13 表示超时，19 表示 HTTP 错误。',
    },
    transport: {
      name: 'Android SDK 的传输层',
      about: '`Http Transport error[n]` 是 SDK 内部的错误码，应用收到的是另一个结果码。',
    },
  },
  urlErrors: {
    [-995]: '后台会话需要共享容器',
    [-997]: '后台会话的连接已断开',
    [-999]: '请求被取消，常见原因是页面已关闭',
    [-1000]: '地址格式不正确',
    [-1001]: '请求超时',
    [-1002]: '不支持地址的 scheme',
    [-1003]: '主机名无法解析',
    [-1004]: '主机拒绝连接或无法到达',
    [-1005]: '连接中断，常见原因是服务器已经关闭了保持着的连接',
    [-1006]: 'DNS 查询失败',
    [-1007]: '重定向次数过多',
    [-1008]: '资源不可用',
    [-1009]: '设备没有联网',
    [-1011]: '响应不是合法的 HTTP',
    [-1012]: '身份认证被取消',
    [-1013]: '服务器或代理要求身份认证',
    [-1014]: '服务器声明有响应体，却没有发送',
    [-1015]: '响应体无法解码',
    [-1016]: '响应体的编码方式无法识别',
    [-1017]: '响应无法解析',
    [-1018]: '漫游已关闭',
    [-1019]: '通话占用了连接',
    [-1020]: '不允许这个应用使用移动数据',
    [-1021]: '请求体提前结束',
    [-1022]: 'App Transport Security 拦截了明文 HTTP',
    [-1103]: '响应超过了允许的大小',
    [-1200]: 'TLS 握手失败',
    [-1201]: '服务器证书已过期或尚未生效，检查设备时间',
    [-1202]: '服务器证书不受信任',
    [-1203]: '证书的根证书无法识别',
    [-1204]: '证书尚未生效，检查设备时间',
    [-1205]: '服务器拒绝了客户端证书',
    [-1206]: '服务器要求提供客户端证书',
  },
  sent: {
    no: '一般情况下请求没有发出，所以什么都没有执行。',
    possible: '请求可能已经发出并执行。凡是不能执行两次的操作，先查清楚再重试。',
    yes: '请求已经发出，只是响应无法使用。先查清楚执行了什么，再重试。',
  },
  missingTime,
  duration,
  lines,
  found,
  size,
  counted: {
    characters: (count) => `${number(count)} 个字符`,
    millionCharacters: (units) => `${tenThousands(units)} 万个字符`,
  },
  held: (name, length) => `${name}（${length}）已载入，不在这里显示。`,
  tooLong: (units, most) =>
    `这段文本有 ${tenThousands(units)} 万个字符，这里最多读取 ${tenThousands(most)} 万个。只保留失败前后的部分。`,
  fileTooLarge: (name, bytes, most) =>
    `${name} 有 ${size(bytes)} MB，这里最多读取 ${size(most)} MB。`,
  fileUnreadable: (name) => `${name} 无法读取。`,
  compressed: (name, format) => `${name} 是压缩文件（${format}）。先解压，再打开其中的日志文件。`,
  notText: (name) => `${name} 不是文本文件。`,
  firstShown: (count) => `只显示前 ${number(count)} 个。`,
  stopped: '没有读完就停止了。',
  why: '依据：',
  firstStep: '第一步：',
  several: (code) => `${code} 在其中多张表格里都有，从文字看不出指哪一张。`,
  details: {
    memo: 'memo（已解码）',
    tips: 'tips（已解码）',
    operation: '接口（operationType）',
    trace: (name) => `TraceId（${name}）`,
    place: '位置',
    clock: '时间差',
    cause: '原因',
  },
  digestField: (field, fields, file) => `${file} 一行 ${fields} 个字段中的第 ${field} 个`,
  clock: {
    none: '没有时间差，两边的时间一致',
    lineTime: '行首的时间',
    ahead: (time) => `客户端时间快 ${time}，含传输耗时`,
    behind: (time) => `客户端时间慢 ${time}，含传输耗时`,
    readings: (client, clientLine, server, serverLine) =>
      `（第 ${number(clientLine)} 行的 ${client} 对比第 ${number(serverLine)} 行的 ${server}）`,
  },
  notOurs: (name, code) =>
    code === '' ? `${name}，不是 MGS 结果码` : `${name} ${code}，不是 MGS 结果码`,
  securityGuard: '无线保镖',
  unknownThere: '这个错误码在那里的含义，本站不清楚。',
  or: '或者：',
  clients: { ios: 'iOS', android: 'Android' },
  above: '经过 MGS 时，应用看到的是 ',
  urlError: (name, meaning) => `\`${name}\`：${meaning}。`,
  signingCaused: (cause, causeLine, effect, effectLine) =>
    `第 ${number(causeLine)} 行的 ${cause}（无线保镖）导致了第 ${number(effectLine)} 行的 ${effect}：应用无法给请求加签。先解决 ${cause}。`,
  urlCaused: (cause, causeLine, effect, effectLine, meaning) =>
    `第 ${number(effectLine)} 行的 ${effect} 由第 ${number(causeLine)} 行的 ${cause} 引起${meaning === '' ? '' : `：${meaning}`}。`,
  emptyReply: {
    title: 'HTTP 200，响应体为空：结果码不在这段文本里',
    text: 'MGS 把失败写在响应头里，这时响应体为空。把这次响应的 `Result-Status`、`Memo` 和 `Tips` 写进日志，或者抓包查看。iOS 在控制台搜索 `result-status`，Android 搜索 `RPCException`。',
  },
  nothing: {
    digits:
      '这里没有以已知形式写出的结果码。日志里单独的数字往往是行号、端口或时间，所以不作猜测。在失败前后查找 ',
    noDigits: '这里没有结果码。在失败前后查找 ',
    marks: ['result-status', 'RPCException', 'SG ERROR'],
    between: '、',
    last: ' 或 ',
    guide: '，或者看“',
    guideName: '调用失败，从哪里查起',
    end: '”。',
  },
};
