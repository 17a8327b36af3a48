/**
 * The words by which sentences are read, in English and Chinese. Which number they belong to is decided
 * in `sentences.ts`.
 */

const listOf = (words: string): string[] => words.trim().split(/\s+/);
const setOf = (words: string): ReadonlySet<string> => new Set(listOf(words));

/** A pattern of any of the words; Latin ones stand alone, Chinese ones anywhere. */
function anyOf(latin: string, chinese = ''): string {
  const parts = [`\\b(?:${listOf(latin).join('|')})\\b`];
  if (chinese !== '') parts.push(listOf(chinese).join('|'));
  return `(?:${parts.join('|')})`;
}

/** "Code" or "error", in lower case. */
export const CODE_WORDS = setOf(`
  code codes error errors errcode errorcode errorcodes err rpcexception dtrpcexception exception rpcerror
  resultcode resultstatus returncode retcode
`);

/** Names of the product: right before a number they are enough. */
export const OWN_WORDS = setOf('mpaas mgs rpc');

/** What may be between a word for the code and its number. */
export const FILLERS = setOf(`
  is was are were be been being we i you they it he she the a an this that of no nr number value still always now
  often sometimes just only again keep keeps kept as like namely in on from by with to app log logs gateway server
  client sdk console response reply header headers result status mpaas mgs rpc ios android iphone ipad and then
  equals remains stays comes came back reported shown printed logged thrown given reads called
`);

/** Verbs that bring a code. */
export const VERBS = setOf(`
  return returns returned returning give gives gave giving get gets got getting show shows showed showing see sees
  saw seeing seen throw throws threw throwing fail fails failed failing answer answers answered answering receive
  receives received receiving report reports reporting say says said hit hits hitting
`);

/** Words of a text that speaks of calls. */
export const CALL = new RegExp(
  anyOf(
    'mpaas mgs rpc h5 gateway api interface request requests signature sign call calls login app',
    '网关 接口 请求 签名 验签 加签 移动 调用 登录 小程序 operation-?type',
  ),
  'i',
);

/** A Chinese word for the code at the end of a run, with a few words behind it. */
export const HAN_CODE = new RegExp(
  `(?:${listOf(
    '错误码 错误代码 错误编号 错误号 错码 报错码 报错代码 报错号 报错 异常码 异常代码 异常 返回码 返回代码 返回值 结果码 状态码 响应码 网关码 失败码 错误 代码 (?<!邮政)编码 (?<!验证|校验|动态|邮政编)码 (?<![海日周月晚早汇申举情电简画上])报',
  ).join('|')})(?<tail>[\\u4e00-\\u9fff]{0,6})$`,
);

/** A Chinese verb that brings a code, at the end of a run. */
export const HAN_VERB = new RegExp(
  `(?:${listOf('报 抛 回调 返回 提示 显示 出现 遇到 收到 得到 弹出 碰到 变成 弹').join('|')})(?:${listOf(
    '了 出 出来 的是 是 的 到 过 个 一个 着',
  ).join('|')}){0,2}$`,
);

/** Chinese words that may stand by themselves between a sign and the number. */
export const HAN_FILLERS = setOf(
  '是 为 的 叫 了 一直 都 还是 又 又是 仍然 仍是 有时 有时候 偶尔 安卓 苹果 端 上 里',
);

/** In the words between code and number these make something else of the number. */
export const HAN_OTHER_TAIL = new RegExp(
  listOf(`
    端口 行 第 页 版本 超时 超过 大约 约 等了 耗时 长度 大小 上限 限制 限额 阈值 数量 订单 单号 房间 编号 价格 金额
    花 从 到(?!的) 共 每 近 用户 次数 线程 进程
  `).join('|'),
);

/** Chinese words after a number that make a code of it. */
export const HAN_CODE_AFTER = new RegExp(
  `^(?:${listOf('这个 这种 这类 的 号 那个').join('|')})?(?:${listOf(
    '错误码 错误代码 错误 报错 异常 返回码 结果码 状态码 码 代码 是什么错 是什么意思 什么意思 怎么解决',
  ).join('|')})`,
);

const LATIN_UNITS = `
  ms msec millis\\w{0,8} s secs? seconds? mins? minutes? h hrs? hours? days? weeks? months? years? [kmgt]i?b [kmg]bps
  bytes? b px pt dp em times x requests? reqs? calls? items? rows? users? records? lines? events? errors failures
  exceptions crashes retries tries attempts devices? phones? files? people percent qps tps rps rpm fps hz khz mhz ghz
  mah m cm mm km kg g usd yuan rmb cny eur dollars? euros? points? messages? connections? threads? orders? pages?
  steps? tasks? chars? characters customers? sessions? entries tests? pieces? words? tokens? nodes? servers? pods?
  clients? apps? apis? parameters? samples? methods? stores? employees cases tickets builds? versions? products?
  photos? images? coupons? units? installs? downloads? visits? hits
`;
const HAN_UNITS = `
  毫秒 微秒 秒 分钟 分 小时 天 日 周 个 年 月 号(?!错) 次 条 人 元 块 行 页 楼 米 公里 千米 字节 度 家 位 名 台 件 步
  集 款 路 室 房 端口 版 万 千 百 倍 笔 单 张 份 组 项 种 部 辆 字 点 岁 级 层 用户 请求 并发 线程 多
`;

/** A quantity: what follows says of what. */
export const UNIT_AFTER = new RegExp(
  `^[ \\t]?(?:[+~%°℃‰]|(?:${listOf(LATIN_UNITS).join('|')})(?![\\w-])|(?:[多余来])?(?:${listOf(HAN_UNITS).join('|')}))`,
  'i',
);

/** A port, a version, a line, a time or an id: what is before says so. */
export const OTHER_BEFORE = new RegExp(
  `${anyOf(
    `ports? lines? versions? ver builds? rev revision release pid tid uid gid ids? room pages? years? since until till
    before after between during timeouts? limits? max maximum min minimum size length count total took takes? waited
    waits? about over approximately roughly around nearly almost than least most ext extension zip otp passcode prices? costs?
    amount floor model sku baseline sdk android ios iphone ipad windows chrome firefox node java jdk gradle xcode phone
    tel fax ticket issue bug order pr item row column col chapter section step https? at from to in by every first last
    next paid pay spent worth localhost listens? listening binds? binding bound connects? connecting connected slept
    sleep delay interval retry retries batch offset index rfc iso area flight bus route channel frame weight height width
    x y v store employee customer user member account invoice table seat gate lot serial`,
    `端口 第 版本 基线 耗时 超时 等了 等待 大约 约 超过 上限 限制 限额 阈值 长度 大小 行号 订单号? 单号 工单 房间 电话
    邮编 邮政编码 验证码 校验码 动态码 编号 序号 价格 金额 花了 付了 充了 共 每 近 到 至 从 年 页 改成 改为 换成 线程 进程 用户 型号 工号 门店 尾号 次数 数量 总数 人数`,
  )}[ \\t]?(?:号|数|是|为|id|no\\.?|number|is|was|of|on|the|[:=#])?[ \\t]?["'(]?$`,
  'i',
);

/** Another system: it has numbers of its own. A chat in which somebody reports a code is none. */
export const OTHER_SYSTEM = new RegExp(
  anyOf(
    `mysql mariadb postgres\\w* oracle ora sqlite sql\\w* hy\\d{3} mongo\\w* redis kafka rabbit\\w* elastic\\w* zookeeper
    nacos etcd web-?sockets? wss? socket\\.io nginx tomcat grpc json-?rpc wechat weixin wx qq dingtalk feishu weibo
    camera firebase fcm apns facebook twitter telegram whatsapp google admob aws azure s3 avfoundation nscocoa\\w* cfnetwork
    osstatus storekit cloudkit corebluetooth bluetooth ble gps nfc ffmpeg exoplayer agora zego webrtc rtc metamask
    wallet\\w* ethereum eth_\\w* web3 solana bitcoin npm yarn gradle maven git github gitlab docker kubernetes k8s ssh ftp
    smtp imap pop3 ldap dns cloudflare akamai twilio stripe paypal steam roblox xbox playstation nintendo minecraft
    netflix spotify zoom teams slack windows macos excel word office outlook sap salesforce unity unreal tensorflow
    pytorch cuda openai printer router plc modbus obd dtc dishwasher washing game sip errno exit tiktok disney hulu youtube instagram discord epic riot valorant cordova electron jenkins
    unionpay (?:apple|google|samsung|huawei).?pay
    \\w+push u-push push.?sdk (?:huawei|xiaomi|mi|oppo|vivo|ali\\w*|tencent|baidu).push umeng getui rong.?cloud easemob
    netease iflytek baidu (?:ali\\w*|tencent).(?:im|sms|map) oss bugly erp sentinel
    terraform ansible django laravel rails spring hibernate jira confluence sharepoint citrix vpn vmware hyper-v`,
    `(?:微信|钉钉|飞书)(?!群(?!发)|聊天|截图|转发|告警|上说|上发|发来) 抖音 淘宝 京东 微博 蓝牙 声网 钱包 打印机 路由器 空调 洗衣机 微波炉 电梯 汽车 车辆 游戏 数据库
    极光 友盟 个推 融云 环信 云信 讯飞 (?:小米|华为|魅族|oppo|vivo|阿里云?)推送 云短信 高德 百度 银联 云闪付 财付通 翼支付 数字人民币 (?:华为|小米|三星|苹果)支付`,
  ),
  'i',
);

/** Words that only a text about MGS holds. */
export const MGS =
  /mpaas|\bmgs\b|mobile gateway|移动网关|rpc ?网关|网关码|operation-?type|\bmgw\b/i;

/** A gateway that may be ours beside another system: not one for payments, and no status of HTTP. */
export const OWN_GATEWAY = /(?<!支付)网关|(?<!(?:bad|payment|api) )gateway(?! time)/i;

export const PAYMENT = new RegExp(
  anyOf(
    'alipay alipaysdk paytask payorder tradepay pay payment payments paying checkout resultstatus',
    '支付 付款 收银台',
  ),
  'i',
);

/** The payment SDK by its own name. */
export const PAYMENT_SDK = /alipay ?sdk|alipay pay|paytask|payorder|tradepay|支付宝/i;
/** What makes a text about payments one about MGS all the same. */
export const GATEWAY = /网关|接口|gateway|\brpc\b/i;

export const GUARD_NAMES =
  /无线保镖|蓝盾|安全图片|security ?guard|\bsecexception\b|\[?\bsg[ _]?error\b\]?|sgmain/gi;

export const ANDROID_NAMES = /\bandroid\b|安卓|logcat|\bapk\b/i;
export const IOS_NAMES = /\bios\b|iphone|ipad|苹果|xcode|swift|objective-c|dtrpc/i;

const JOINTS = `
  , 、 \\/ & \\+ ; vs\\.? 和 与 跟 或 或者 以及 还有 有时 有时候 然后 再 变成 后变成 其余 其他 剩下 另外 the\\srest and or then sometimes later
`;

/** Between two numbers of which one is a code: both are. */
export const CONJUNCTION = new RegExp(
  `^["'”’)\\]]?\\s?(?:,\\s?)?(?:${listOf(JOINTS).join('|')}|\\s)(?: ?sometimes)?\\s?(?:an? |the |有时是|有时|又报|又|报|是)?\\s?["'“‘([]?$`,
  'i',
);

/** After one of several codes: how often it was met, as in "4001 出现 312 次，4002 出现 8 次". */
export const COUNT =
  /^ ?[(:]? ?(?:(?:出现|发生|[有占共各])了? ?)?\d{1,9}(?:\.\d{1,4})? ?(?:[次个条笔起例%]|times\b) ?\)?/i;

/** Somebody asks how two numbers differ. */
export const COMPARISON = /区别|differ|\bvs\b/i;

/** Before a number: whose side has it, beside a number of a client. */
export const SERVER_BEFORE = /(?:服务端|后端|网关|\bserver|\bgateway)[ \t]?$/i;

/** Where another part of a sentence begins. */
export const PART_END = /[,。;!?、\n和而]|\.\s|\b(?:and|but)\b/i;

/** Chinese words of which a sentence about the code of a client consists. */
export const HAN_CLIENT_WORDS =
  /安卓|苹果|客户端|手机|报?错误|报错|返回|一直|(?:是|有)?什么(?:意思|原因|错|问题)?|为什么|怎么(?:办|解决|处理|回事)|如何(?:解决|处理)|请问|求助|老是|总是|出现|遇到|提示|收到|[端上码报是了都的]/g;

/** Before a number: somebody asks what it is. */
export const QUESTION =
  /(?:什么是|何为|what is|what does|what's|meaning of|关于|help with)\s?["'“]?$/i;
