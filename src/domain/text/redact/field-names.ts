/**
 * Which names of fields say that their value is to be masked: English names by their words however
 * they are joined (`userToken`, `USER_TOKEN`, `user-token`), Chinese names as they are written.
 */
import type { MaskKind } from './kinds.ts';

/** What a name says about its value. */
export type NamedKind = {
  readonly kind: MaskKind;
  /** What the value must look like, because the name alone is used for other things as well. */
  readonly only?: (value: string) => boolean;
  /** What must stand around the name, for the same reason. */
  readonly near?: RegExp;
};

/** Words behind the one that counts: `passwordMd5`, `phoneNumber`, `token_str`, `imei2`. */
const QUALIFIER =
  /_(?:values?|val|str|string|text|txt|raw|plain|plaintext|cleartext|md5|sha1|sha256|sha|hash|hashed|digest|enc|encrypted|encoded|cipher|ciphertext|base64|b64|hex|header|param|field|no|num|nbr|number|new|old|\d{1,3})$/;

const hasDigit = (value: string): boolean => /\d/.test(value);
const isLongOrMixed = (value: string): boolean => value.length >= 8 || hasDigit(value);
const isRandom = (value: string): boolean =>
  value.length >= 16 && hasDigit(value) && /[A-Z]/i.test(value);
const isDecimal = (value: string): boolean =>
  /^[-+]?\d{1,3}\.\d{2,20}(?:\s{0,4}[,;/ ]\s{0,4}[-+]?\d{1,3}\.\d{2,20})?$/.test(value.trim());
const isPhone = (value: string): boolean => {
  const digits = value.replaceAll(/\D/g, '').length;
  return digits >= 5 && digits <= 16 && /^[\d+*x().\s/#-]+$/i.test(value);
};
const isCode = (value: string): boolean =>
  /^(?=\D{0,10}\d)[A-Z\d]{4,10}$|^\d{3}[ -]\d{3}$/i.test(value);
const isNumberLike = (value: string): boolean => (value.match(/[\d*]/g)?.length ?? 0) >= 6;
/** The plate of a car, in China (GA 36-2018). */
export const isPlate = (value: string): boolean =>
  /^\p{Script=Han}[A-Z][\s·•.-]?(?=\D{0,5}\d)[A-Z\d]{4,6}\p{Script=Han}?$/iu.test(value);
const isPlateLike = (value: string): boolean => isPlate(value) || isNumberLike(value);
const isBody = (value: string): boolean => value.length >= 8;
const isMailbox = (value: string): boolean => value.includes('@');
/** A place where somebody lives, not one in a network. */
const isPostal = (value: string): boolean =>
  /\p{Script=Han}/u.test(value) ||
  (hasDigit(value) && /[A-Z]{2}/i.test(value) && /\s/.test(value.trim()) && !/[:/@]/.test(value));
const isLocation = (value: string): boolean =>
  /[-+]?\d{1,3}\.\d{2,20}/.test(value) && !/[A-Z]{2}/i.test(value);

/** A code that a mini program logs in with: letters of both cases with digits all over. */
const isLoginCode = (value: string): boolean =>
  isRandom(value) ||
  (/^(?=[^a-z]*[a-z])(?=[^A-Z]*[A-Z])[A-Z\d]{10,}$/i.test(value) &&
    (value.match(/\d+/g)?.length ?? 0) >= 3);
const isMixed = (value: string): boolean => /^(?=\D*\d)(?=[^A-Z]*[A-Z])[A-Z\d]{8,}$/i.test(value);
/** Month and year in either order. */
const isExpiry = (value: string): boolean =>
  /^(?:(?:0[1-9]|1[0-2])\s?[/-]?\s?(?:\d{2}|20\d{2})|(?:20)?\d{2}[/-]?(?:0[1-9]|1[0-2]))$/.test(
    value.trim(),
  );
const CARD_WORDS = /card|cv[cvn]2?|(?:^|[^a-z])pan(?:$|[^a-z])|卡/i;

type Rule = NamedKind & {
  /** Tried on the words of a name, in lower case, joined by `_`. */
  readonly name: RegExp;
};

/** The first that fits counts. */
const RULES: readonly Rule[] = [
  { name: /(?:^|_)[as]k$/, kind: 'key', only: isLongOrMixed },
  { name: /(?:^|_)cv[cvn]2?$/, kind: 'bank-card', only: (value) => /^\d{3,4}$/.test(value) },
  {
    name: /(?:^|_)(?:exp|expiry|expire|expires|expiration|valid_?thru|valid_?until|valid_?date)(?:_?(?:date|mm_?yy|yy_?mm))?$/,
    kind: 'bank-card',
    only: isExpiry,
    near: CARD_WORDS,
  },
  {
    name: /(?:^|_)(?:exp|expiry|expire|expires|expiration)_?(?:month|year)$/,
    kind: 'bank-card',
    only: (value) => /^\d{1,4}$/.test(value),
    near: CARD_WORDS,
  },
  {
    name: /(?:^|_)(?:app|mpaas_?app|mini_?app|product)_?id$|(?:^|_)app_?key$|(?:^|_)client_?id$|appid$|appkey$/,
    kind: 'app-id',
  },
  // Named like a secret, and none: what kind it is, how long, how it is used, how many there are.
  {
    name: /(?:^|_)(?:max|min|total|num|count|limit|used|remaining|prompt|completion|input|output|context|cached|reasoning|generated|new)_(?:\w{1,20}_)?tokens?$/,
    kind: 'token',
    only: (value) => !/^\d{1,9}$/.test(value),
  },
  {
    name: /(?:^|_)public_?key$|(?:^|_)(?:primary|foreign|cache|partition|routing|sort|row)_?key$/,
    kind: 'key',
    only: () => false,
  },
  {
    name: /(?:^|_)(?:file|class|method|host|domain|app|package|pkg|module|bucket|service|server|thread|process|table|column|param|event|operation|bundle|display|version|api|job|queue|topic|index|node|pod|container|image|repo|branch|tag|type|field|key|cluster|namespace|db|database|schema|interface|font|product|project|task|sku|good|goods|item|shop|store|bank|city|province|country|os|sdk|system|software|platform|market|release|device|model|brand|ability|component|function|action|plugin|framework|library|lib|route|page|channel|network|carrier|rule|category|feature)_?(?:(?:full|short|simple|long|display|release|type)_?)?name$/,
    kind: 'name',
    only: () => false,
  },
  {
    name: /(?:sms|verify|verification|verif|valid(?:ate|ation)?|captcha|security|check|one_time|otp|mfa|2_?fa|totp|auth|dynamic|passcode_sms|msg|message_verify)_?code$|captcha$|(?:^|_)(?:s?otp|totp|vcode|yzm|smscode)$/,
    kind: 'one-time-code',
    only: isCode,
  },
  {
    name: /pass_?words?$|passwd$|pass_?phrase$|pass_?code$|(?:pwd|pswd?|paswd|passwort)s?$|(?:^|_)(?:pw|pin|pin_?code|mima|kouling|zhifumima)$/,
    kind: 'password',
  },
  {
    name: /(?:store|key|db|user|root|admin|my|login|proxy|ks|cert|sudo|ssh|svn|git|ftp|smtp|mail|redis|mysql|wifi)_?pass$/,
    kind: 'password',
  },
  {
    name: /(?:^|_)pass$/,
    kind: 'password',
    only: (value) => value.length >= 4 || /\D/.test(value),
  },
  { name: /credentials?$/, kind: 'key', only: isLongOrMixed },
  {
    name: /secrets?$|(?:api|app|access|private|secret|encrypt(?:ion)?|decrypt(?:ion)?|crypto?|aes|des|3des|sm4|sm2|rsa|hmac|sign(?:ing)?|signature|master|session|client|consumer|shared|license|auth|ssh|service|account|storage|subscription|function|maps?|amap|push|webhook|web_hook|device|user|server|dek|kek|ak|sk|user_sig)_?(?:secret|secret_?key|key_?secret|private_?key|key_?id|key)$/,
    kind: 'key',
  },
  { name: /(?:^|_)(?:salt|aes_?iv|seed_?secret)$/, kind: 'key' },
  { name: /(?:^|_)key$/, kind: 'key', only: isRandom },
  {
    name: /(?:^|_)(?:utdid|ut_did|did|imei|imsi|meid|iccid|idfa|idfv|oaid|vaid|aaid|gaid|caid|udid|odid|adid|ssaid|mdid|smid|shu_?mei_?id|open_?udid|umid|umt|wua|sgext|apdid|apdid_?token|cuid|uuid|guid|bssid|ssid|wifi_?name|device_?uuid|device_?fp|reg_?id|hw_?id|equipment_?id|drm_?id|widevine_?id|pseudo_?id|finger_?print_?id|subscriber_?id|ecid|(?:getui|gt|push)_?cid|(?:firebase|fcm|gcm|app)_?instance_?id|mac|mac_?addr(?:ess)?|(?:wifi|bluetooth|bt|ble)_?addr(?:ess)?|wifi_?mac|bt_?mac)$|(?:utdid|androidid|android_id|deviceid|device_id|device_no|device_sn|device_serial|device_identifier|device_unique_?id|device_token|devicetoken|advertising_id|advertisingid|advertising_identifier|identifier_for_vendor|ad_id|install_id|installation_id|registration_id|registrationid|serial_no|serialno|hardware_id|hardwareid|device_fingerprint|client_key_device|terminal_id|dev_id|devid|push_id|pushid)$/,
    kind: 'device-id',
  },
  // Also the number of a thread, of an element, of a shop.
  {
    name: /(?:^|_)(?:tid|eid|vendor_?id)$/,
    kind: 'device-id',
    only: (value) => isRandom(value) || /^\d{32}$/.test(value),
  },
  {
    name: /(?:^|_)(?:serial|serial_?number|sn|device)$/,
    kind: 'device-id',
    only: (value) => value.length >= 8 && hasDigit(value) && !/[\s.:]/.test(value),
  },
  {
    name: /tokens?$|jwts?$|(?:^|_)(?:csrf|xsrf|bearer|assertion|saml_?response|st_?ticket|tgt|tgc|oauth_verifier|code_verifier|refresh)$/,
    kind: 'token',
  },
  {
    name: /(?:^|_)(?:js|wx|wechat|mini_?program)_?code$/,
    kind: 'token',
    only: isMixed,
  },
  { name: /tickets?$/, kind: 'token', only: isRandom },
  { name: /(?:^|_)code$/, kind: 'token', only: isLoginCode },
  { name: /cookies?$/, kind: 'cookie' },
  { name: /authorization$/, kind: 'authorization' },
  { name: /(?:^|_)auth$/, kind: 'authorization', only: isLongOrMixed },
  {
    name: /session_?(?:id|key)$|(?:jsession|phpsess|sess|sessn|aspsession)_?id\w{0,8}$|(?:^|_)sid$/,
    kind: 'session',
  },
  {
    name: /(?:^|_)(?:session|sess)$/,
    kind: 'session',
    only: (value) => isLongOrMixed(value) && !/^0x|^</.test(value),
  },
  {
    name: /(?:^|_)(?:sign|sig)$|signatures?$|(?:^|_)(?:hmac|sign_?data|sign_?content|user_?sig)$/,
    kind: 'signature',
  },
  { name: /(?:^|_)sign(?:ature)?_?result$/, kind: 'signature', only: isRandom },
  {
    name: /(?:request|req|post|_request)_?(?:data|body|payload|params?|content)$|(?:^|_)(?:biz_?content|encrypt(?:ed)?_?data)$/,
    kind: 'request-data',
    only: isBody,
  },
  {
    name: /(?:phone|mobile|msisdn|telephone|cellphone)s?$|(?:^|_)(?:tel|cell|mob|sjh|shoujihao|phone_?no|mobile_?no|whatsapp)$/,
    kind: 'phone',
    only: isPhone,
  },
  { name: /e?_?mail(?:_?addr(?:ess)?|_?id)?$/, kind: 'email', only: isMailbox },
  {
    name: /(?:^|_)(?:id_?card|identity|identity_?card|identity_?code|id_code|cert|certificate|passport|ssn|social_security|citizen_?id|national_?id|id_?number|id_?no|idnum|idcard_?no|sfz|sfzh|tax_?id|driver_?license)(?:_?(?:no|num|id|code|number))?$|(?:idcard|certno|cert_no|identityno)$/,
    kind: 'identity-number',
    only: isNumberLike,
  },
  {
    name: /(?:^|_|licen[cs]e)(?:plate|car|vehicle)(?:_?(?:no|num|id|code|number|licen[cs]e))?$/,
    kind: 'identity-number',
    only: isPlateLike,
  },
  {
    name: /(?:^|_)(?:bank_?card|bank_?account|bank_?acct|card|card_?no|card_?num|pan|iban|credit_?card|debit_?card|acct|acct_?no|payee_?account|payer_?account|bank_?no)$|(?:cardno|cardnum|bankcard)$/,
    kind: 'bank-card',
    only: isNumberLike,
  },
  {
    name: /(?:^|_)(?:real|full|first|last|middle|family|given|true|sur|customer|cust|contact|receiver|consignee|payee|payer|owner|holder|card_?holder|legal|applicant|patient|sender|recipient|buyer|member|cert|person|bank_account|acct|account_holder|user_?real|insured|guardian|driver|passenger)_?name$|(?:realname|fullname|firstname|lastname)$|(?:^|_)(?:surname|xingming|contact_person|consignee|card_?holder)$/,
    kind: 'name',
  },
  {
    name: /(?:^|_)(?:home|post|postal|mailing|street|receiver|receive|consignee|delivery|shipping|billing|detail|detailed|contact|living|residence|residential|user|customer|cert|register|registered|company|work|office)_?addr(?:ess)?$|(?:^|_)(?:street|street_?line|dizhi)$/,
    kind: 'postal-address',
    only: (value) => !/^[\d.:]+$|:\/\//.test(value),
  },
  { name: /(?:^|_)addr(?:ess)?(?:_?line)?$/, kind: 'postal-address', only: isPostal },
  {
    name: /birth_?(?:day|date)$|(?:^|_)(?:dob|birth|date_of_birth)$/,
    kind: 'birth-date',
    only: hasDigit,
  },
  {
    name: /(?:^|_)(?:lat|lng|lon|long|latitude|longitude)$|(?:latitude|longitude)$/,
    kind: 'location',
    only: isDecimal,
  },
  {
    name: /(?:^|_)(?:location|gps|coords?|coordinates?|geo|geo_?point|lnglat|latlng|lat_lng|lng_lat|latlon|position|lbs)$/,
    kind: 'location',
    only: isLocation,
  },
  {
    name: /(?:user|member|customer|cust|account|acct|login|logon|buyer|seller|operator|alipay|taobao|partner_user|employee|staff|visitor|person)_?id$|(?:^|_)(?:uid|openid|open_id|unionid|union_id|user_?no|user_?code|member_?no|customer_?no|cust_?no|login_?no|pid_user|emp_?no|employee_?no|wechat|weixin|qq|principal_id)$/,
    kind: 'user-id',
  },
  {
    name: /(?:^|_)(?:user_?name|login_?name|logon_?name|nick_?name|nick|user_?account|login_?account|account_?name|display_user|usr|login_?user|screen_?name)$|username$/,
    kind: 'user-id',
    only: (value) => !/^\d{1,3}$/.test(value),
  },
  {
    name: /(?:^|_)(?:user|account|member|operator|principal|login)$/,
    kind: 'user-id',
    only: (value) => !/^\d{1,3}$|[(){}<>]/.test(value),
  },
  {
    name: /(?:trac[ek]|span|unique|request|req|rpc|correlation|x_b3_trace|eagle_?eye|log)_?id$|traceid$|(?:^|_)traceparent$/,
    kind: 'trace-id',
  },
];

const HAS_HINT =
  /(?:^|_)[as]k$|umid|tid$|eid$|ssaid|mdid|smid|mei|umt$|wua$|sgext$|reg_?id|hw_?id|equipment|drm|widevine|pseudo|finger|subscr|ecid|cid$|instance|blue|fp$|pas|pw|psw|pin|otp|mima|kouling|code|captcha|yzm|cv[vcn]|secret|key|salt|iv$|seed|cred|token|jwt|csrf|xsrf|bearer|assertion|saml|tg[tc]|verifier|refresh|ticket|cookie|auth|sess|sid|sig|hmac|body|data|payload|param|content|phone|mobile|msisdn|tel|cell|mob|sj|shouji|whatsapp|mail|card|ident|cert|ssn|social|citizen|national|idn|sfz|tax|licen|plate|iban|acc|pan|bank|name|xingming|contact|consignee|holder|addr|street|dizhi|birth|dob|lat|lon|lng|loc|gps|coord|geo|pos|lbs|did|ime|ims|iccid|idf|oaid|vaid|aaid|gaid|caid|cuid|uuid|guid|mac|device|android|adver|vendor|ad_?id|install|regist|serial|sn|hardware|terminal|dev_?id|push|uid|user|usr|open|union|member|customer|cust|login|logon|buyer|seller|operator|alipay|taobao|employee|emp_|staff|visitor|nick|screen|wechat|weixin|qq|princip|person|partner|ip|remote|app|client|product|trac|span|unique|request|req|rpc|correl|eagle|log|car|vehicle|exp|valid/;

/** The longest name that is looked at. */
const LONGEST_NAME = 60;

const NOTHING = Symbol('nothing');
const known = new Map<string, NamedKind | typeof NOTHING>();
/** A log of random words must not fill the memory. */
const MOST_KNOWN = 5000;

/** What the name of a field says about its value; null where it says nothing. Never throws. */
export function kindOfName(name: string): NamedKind | null {
  if (name.length > LONGEST_NAME) return null;
  const before = known.get(name);
  if (before !== undefined) return before === NOTHING ? null : before;
  const found = findKind(name);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(name, found ?? NOTHING);
  return found;
}

/** The words of a name, in lower case, joined by `_`. */
export const wordsOf = (name: string): string =>
  name
    .replaceAll(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '_')
    .replaceAll(/[\s$-]+/g, '_')
    .toLowerCase()
    .replaceAll(/_{2,}/g, '_')
    .replaceAll(/^_|_$/g, '');

/** Who has a name of their own, by the words of the object. */
export const OWNER_NAME =
  /^(?:user|customer|contact|receiver|recipient|consignee|sender|owner|buyer|payee|payer|member|person)s?(?:_(?:info|dto|vo|list))?$/;

function findKind(name: string): NamedKind | null {
  if (!HAS_HINT.test(name.toLowerCase())) return null;
  let words = wordsOf(name);
  for (;;) {
    for (const rule of RULES) if (rule.name.test(words)) return rule;
    const shorter = words.replace(QUALIFIER, '').replace(/(?<=[a-z])\d{1,2}$/, '');
    if (shorter === words) return null;
    words = shorter;
  }
}

const isHanName = (value: string): boolean => !STATE_HAN.test(value);

/** What Chinese logs say of a field instead of its value. */
export const STATE_HAN =
  /^(?:[不未无没已空请的和或需应超被由]|错误|有误|为空|失败|失效|过期|缺失|正确|成功|异常|校验|验证|必填|长度|格式|解析|是否|必须)/;

type HanRule = NamedKind & { readonly names: readonly string[] };

const HAN_RULES: readonly HanRule[] = [
  {
    kind: 'one-time-code',
    only: isCode,
    names: ['验证码', '校验码', '动态码', '动态密码', '短信码', '驗證碼', '授权码', '激活码'],
  },
  { kind: 'password', names: ['密码', '口令', '密碼', 'PIN码', 'pin码', '暗码'] },
  { kind: 'key', names: ['密钥', '秘钥', '私钥', '密鑰', '密匙', '私鑰'] },
  { kind: 'token', names: ['令牌', '凭证', '票据', '凭据'] },
  { kind: 'session', only: isLongOrMixed, names: ['会话', '会话ID', '会话id', '会话标识'] },
  {
    kind: 'signature',
    only: isLongOrMixed,
    names: ['签名', '签名值', '加签结果', '签名串', '簽名'],
  },
  {
    kind: 'request-data',
    only: isBody,
    names: ['请求数据', '请求体', '请求报文', '请求参数', '入参'],
  },
  {
    kind: 'phone',
    only: isPhone,
    names: [
      '手机号',
      '手机号码',
      '手机',
      '电话',
      '电话号码',
      '联系电话',
      '联系方式',
      '手機',
      '手機號',
      '手機號碼',
      '座机',
      '電話',
      '電話號碼',
      '聯絡電話',
      '行動電話',
    ],
  },
  {
    kind: 'email',
    only: isMailbox,
    names: ['邮箱', '邮件地址', '电子邮箱', '郵箱', '信箱', '電子郵件'],
  },
  {
    kind: 'identity-number',
    only: isNumberLike,
    names: [
      '身份证',
      '身份证号',
      '身份证号码',
      '证件号',
      '证件号码',
      '护照',
      '护照号',
      '护照号码',
      '護照',
      '身份證',
      '身份證號',
      '身份證號碼',
      '身分證',
      '身分證號',
      '身分證字號',
      '護照號碼',
      '通行证',
      '通行证号',
      '通行证号码',
      '港澳通行证',
      '台胞证',
      '军官证',
      '社保号',
      '社保卡号',
      '驾驶证',
      '驾驶证号',
    ],
  },
  {
    kind: 'identity-number',
    only: isPlateLike,
    names: ['车牌', '车牌号', '车牌号码'],
  },
  {
    kind: 'bank-card',
    only: isNumberLike,
    names: [
      '银行卡',
      '银行卡号',
      '卡号',
      '银行账号',
      '信用卡号',
      '收款账号',
      '付款账号',
      '銀行卡號',
    ],
  },
  {
    kind: 'name',
    only: isHanName,
    names: [
      '姓名',
      '真实姓名',
      '客户姓名',
      '用户姓名',
      '收件人',
      '收货人',
      '联系人',
      '持卡人',
      '户名',
      '申请人',
      '名字',
      '寄件人',
      '开户名',
      '收款人',
      '付款人',
      '法人',
      '投保人',
      '被保险人',
      '患者',
    ],
  },
  {
    kind: 'postal-address',
    only: isHanName,
    names: [
      '地址',
      '住址',
      '收货地址',
      '家庭住址',
      '详细地址',
      '联系地址',
      '通讯地址',
      '居住地址',
      '邮寄地址',
      '户籍地址',
      '收件地址',
    ],
  },
  { kind: 'bank-card', only: isExpiry, near: CARD_WORDS, names: ['有效期', '有效期至'] },
  { kind: 'birth-date', only: hasDigit, names: ['生日', '出生日期', '出生年月'] },
  { kind: 'location', only: isLocation, names: ['经度', '纬度', '经纬度', '坐标', '定位', '位置'] },
  {
    kind: 'device-id',
    only: isLongOrMixed,
    names: [
      '设备号',
      '设备ID',
      '设备id',
      '设备标识',
      '设备标识符',
      '设备唯一标识',
      '广告标识符',
      '广告标识',
      '设备编号',
      '设备指纹',
      '串号',
      '序列号',
      'WiFi名称',
      'Wi-Fi名称',
      '热点名称',
      'MAC地址',
      'mac地址',
    ],
  },
  {
    kind: 'user-id',
    only: (value) => !/^\p{Script=Han}/u.test(value) || !STATE_HAN.test(value),
    names: [
      '用户ID',
      '用户id',
      '用户Id',
      '用户编号',
      '用户号',
      '用户名',
      '用户',
      '会员号',
      '会员ID',
      '客户号',
      '客户编号',
      '工号',
      '昵称',
      '账号',
      '帐号',
      '登录名',
      '登录账号',
      '微信号',
      'QQ号',
      '操作员',
    ],
  },
];

/** Chinese names, the longest first. */
export const HAN_NAMES: ReadonlyMap<string, NamedKind> = new Map(
  HAN_RULES.flatMap((rule) => rule.names.map((name) => [name, rule] as const)).sort(
    ([a], [b]) => b.length - a.length,
  ),
);

/** Kinds whose values may be Chinese words. */
export const MAY_BE_HAN: ReadonlySet<MaskKind> = new Set([
  'name',
  'postal-address',
  'user-id',
  'cookie',
  'request-data',
  'birth-date',
]);
