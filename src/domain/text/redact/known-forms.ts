/** Values that show by themselves what they are, with no name beside them. */
import { commandOptions, LONGEST_LOGIN, passwordsOfCalls, usersOfHosts } from './command-lines.ts';
import { MASK_CHARACTER, type DecodedView } from './decoded-view.ts';
import { wholeKeys } from './key-blocks.ts';
import type { FoundValue, MaskKind } from './kinds.ts';
import { behindFront, nextLine } from './line-fronts.ts';
import { matchAt, matchesIn, type Range } from './match-at.ts';
import { credentialsOfUsers } from './statements.ts';
import { DELIMITERS, endOfValue, withoutEnd } from './value-ends.ts';
import { isVersion } from './versions.ts';

/** Finds values by their form; they may overlap. A value begins in the range and may end behind it. */
export function knownForms(view: DecodedView, from: number, to: number): FoundValue[] {
  const range: Range = { view, from, to };
  const { text } = view;
  const hasDigits = /\d/.test(text);
  const logins = text.includes('://') ? urlLogins(range) : [];
  return [
    ...credentialsOfUsers(view, from, to),
    ...(text.includes('-----BEGIN') ? wholeKeys(view, from, to) : []),
    ...logins,
    ...(/(?:^|[\s"'])-/.test(text) ? commandOptions(range) : []),
    ...(text.includes('machine') ? usersOfHosts(range) : []),
    ...passwordsOfCalls(range),
    ...(text.includes('eyJ') ? webTokens(range) : []),
    ...schemes(range),
    ...cloudKeys(range),
    ...(text.includes('hook') ? webhooks(range) : []),
    ...(text.includes('@') ? mailboxes(range, logins) : []),
    ...(hasDigits
      ? [...phones(range), ...numbers(range), ...spokenCodes(range), ...hemispheres(range)]
      : []),
    ...(text.includes('.') && hasDigits ? [...addressesV4(range), ...coordinates(range)] : []),
    ...(text.includes(':') || text.includes('-') ? addressesV6(range) : []),
    ...(text.includes('_') ? productIds(range) : []),
    ...(text.includes(' [') ? accessLogUsers(range) : []),
    ...traceIds(range),
  ];
}

function values(
  range: Range,
  pattern: RegExp,
  kind: MaskKind,
  is: (text: string, at: number) => boolean = () => true,
): FoundValue[] {
  const found: FoundValue[] = [];
  for (const { 0: text, index } of matchesIn(range, pattern))
    if (is(text, index)) found.push({ from: index, to: index + text.length, kind });
  return found;
}

/** A value without quotes from a position on, as long as its characters fit. */
function bareFrom(view: DecodedView, from: number, kind: MaskKind): FoundValue {
  const end = endOfValue(view, from, { how: 'bare', level: 0, delimiters: DELIMITERS });
  return end.open ? { from, to: end.to, kind, open: end.open } : { from, to: end.to, kind };
}

/** `scheme://user:password@host`, and a token in the place of the user. */
function urlLogins(range: Range): FoundValue[] {
  const { text } = range.view;
  const found: FoundValue[] = [];
  for (const { index } of matchesIn(range, /:\/\//g)) {
    const from = index + '://'.length;
    const rest = text.slice(from, from + LONGEST_LOGIN);
    const authority = /^[^\s/?#"'<>`]*/.exec(rest)?.[0] ?? '';
    let length = authority.lastIndexOf('@');
    // A password with a slash: what follows the colon is no port.
    if (length === -1 && /:(?!\d{1,5}$)[^\s:]/.test(authority))
      length = (/^[^\s"'<>`]*/.exec(rest)?.[0] ?? '').lastIndexOf('@');
    if (length <= 0 || rest.slice(0, length) === MASK_CHARACTER) continue;
    found.push({ from, to: from + length, kind: 'login' });
  }
  return found;
}

/** The parts of a web token are at least so long, but for an empty payload. */
const SHORTEST_PART = 10;
const TOKEN_PART = /[\w-]*/y;

/** Web tokens: a header that begins with `eyJ`, a payload and mostly a signature; five parts where it is encrypted. */
function webTokens(range: Range): FoundValue[] {
  const { text } = range.view;
  const found: FoundValue[] = [];
  let end = 0;
  for (const { index } of matchesIn(range, /\beyJ/g)) {
    if (index < end) continue;
    const parts: string[] = [];
    let at = index;
    while (parts.length < 5) {
      TOKEN_PART.lastIndex = at;
      const part = TOKEN_PART.exec(text)?.[0] ?? '';
      parts.push(part);
      at += part.length;
      if (text[at] !== '.' || !/[\w.-]/.test(text[at + 1] ?? '')) break;
      at += 1;
    }
    const [header = '', payload = '', ...rest] = parts;
    const isEncrypted =
      parts.length === 5 &&
      (parts[4]?.length ?? 0) >= SHORTEST_PART &&
      (parts[3]?.length ?? 0) >= 2;
    const isToken =
      header.length >= SHORTEST_PART + 3 &&
      (payload.length >= SHORTEST_PART || payload === 'e30' || isEncrypted);
    const isEndless = header.length >= 4000 && at === text.length;
    if (!isToken && !isEndless) continue;
    const taken = isEncrypted ? parts : [header, payload, ...rest.slice(0, 1)];
    end = isEndless ? text.length : index + taken.join('.').length;
    found.push(
      end === text.length && text.length >= range.to + 4000
        ? {
            from: index,
            to: end,
            kind: 'token',
            open: { how: 'bare', level: 0, delimiters: DELIMITERS },
          }
        : { from: index, to: end, kind: 'token' },
    );
  }
  return found;
}

const NO_CREDENTIALS = /^(?:auth|credential|realm|challenge|scheme|token|required|missing|access)/i;

const TOKEN_KIND = /(?:type|scheme|method)["'`\\]{0,4}\s{0,4}[=:]\s{0,4}["'`\\]{0,4}$/i;
const PAIR = /^[\w.-]{1,60}=[^=\s]/;

function schemes(range: Range): FoundValue[] {
  const { view } = range;
  const found: FoundValue[] = [];
  for (const { 0: word, index } of matchesIn(
    range,
    /(?<![A-Z\d])(?:Basic|Bearer|Negotiate|NTLM)(?: {1,4}|\+)(?=[\w+./~-]{8})/gi,
  )) {
    const value = bareFrom(view, index + word.length, 'authorization');
    const text = view.text.slice(value.from, Math.min(value.to, value.from + 200));
    const isBearer = /^bearer/i.test(word);
    // `token_type=bearer expires=7200`: a kind of token, and another pair.
    const isKind = TOKEN_KIND.test(view.text.slice(Math.max(0, index - 40), index));
    if (PAIR.test(text) || (isKind && !/\d/.test(text))) continue;
    const isCredentials = /\d|[a-z][A-Z]|=$/.test(text);
    if (isCredentials || (isBearer && !NO_CREDENTIALS.test(text))) found.push(value);
  }
  return found;
}

const CLOUD_KEY =
  /(?<![A-Za-z\d])(?:LTAI[A-Za-z\d]{12,30}|A(?:KIA|SIA|ROA|IDA)[A-Z\d]{12,20}|AKID[A-Za-z\d]{13,40}|AIza[\w-]{30,40}|gh[oprsu]_[A-Za-z\d]{30,80}|github_pat_\w{30,100}|glpat-[\w-]{16,40}|xox[abeprs]-[\w-]{10,80}|[prsw]k_(?:live|test)_\w{12,100}|sk-[\w-]{20,160}|ya29\.[\w-]{20,200}|npm_[A-Za-z\d]{30,40}|hf_[A-Za-z\d]{30,40}|SG\.[\w-]{16,32}\.[\w-]{30,60}|STS\.[A-Za-z\d]{10,40}|dop_v1_[\da-f]{64}|shpat_[\da-f]{32})(?![A-Za-z\d])/g;

const cloudKeys = (range: Range): FoundValue[] => [
  ...values(range, CLOUD_KEY, 'key', (text) => /\d/.test(text)),
  ...cloudSecrets(range),
];

/** The public half of a pair of keys. */
const CLOUD_ID = /(?<![A-Za-z\d])(?:LTAI|A[KS]IA|AKID)[A-Za-z\d]{12,40}(?![A-Za-z\d])/g;
const CLOUD_SECRET = /(?<![\w+/=-])[a-z\d+/]{30,50}={0,2}(?![\w+/=-])/gi;
/** How far a pair of keys reaches. */
const PAIR_REACH = 150;

/** The secret half, which is random letters beside the public one. */
function cloudSecrets(range: Range): FoundValue[] {
  const { text } = range.view;
  const reach = {
    ...range,
    from: Math.max(0, range.from - PAIR_REACH),
    to: range.to + PAIR_REACH,
  };
  const found: FoundValue[] = [];
  for (const { 0: id, index } of matchesIn(reach, CLOUD_ID)) {
    const start = Math.max(0, index - PAIR_REACH);
    const end = index + id.length;
    const line = nextLine(text, end) ?? end;
    const front = behindFront(text, index, line);
    for (const match of text.slice(start, end + PAIR_REACH).matchAll(CLOUD_SECRET)) {
      const [secret] = match;
      const from = start + match.index;
      const between =
        from < index ? text.slice(from + secret.length, index) : text.slice(end, from);
      const isBeside =
        /^[^\p{L}\d]{0,60}$/u.test(between) ||
        (from >= front && text.slice(front, from).trim() === '');
      if (from < range.from || from >= range.to || !isBeside) continue;
      if ([/[a-z]/, /[A-Z]/, /\d/].every((sign) => sign.test(secret)))
        found.push({ from, to: from + secret.length, kind: 'key' });
    }
  }
  return found;
}

const HOOK_PATH =
  /(?<![\w.-])hooks\.[a-z\d-]{2,40}\.[a-z]{2,20}\/(?:[a-z]{2,20}\/){0,3}|\/(?:web)?hooks?(?:b2)?\//gi;
/** A host and the first steps of a path: a folder of that name in a project is no address. */
const HOOK_HOST = /[a-z\d-]\.[a-z]{2,20}(?::\d{2,5})?(?:\/[\w.@-]{1,60}){0,6}$/i;
const HOOK_SECRET = /[\w./:@~+=-]{10,400}/y;

/** Addresses to which whoever knows them can post. */
function webhooks(range: Range): FoundValue[] {
  const { text } = range.view;
  const found: FoundValue[] = [];
  for (const { 0: path, index } of matchesIn(range, HOOK_PATH)) {
    const from = index + path.length;
    const isNamed = /^hooks/i.test(path);
    if (!isNamed && !HOOK_HOST.test(text.slice(Math.max(0, index - 120), index))) continue;
    HOOK_SECRET.lastIndex = from;
    const secret = withoutEnd(HOOK_SECRET.exec(text)?.[0] ?? '', '.:');
    const isRandom =
      /\d/.test(secret) && /[a-z]/i.test(secret) && (isNamed || /[^/]{16}/.test(secret));
    if (isRandom && !/\.\w{1,8}(?::\d+){0,2}$/.test(secret))
      found.push({ from, to: from + secret.length, kind: 'key' });
  }
  return found;
}

const LOCAL_PART = /[\w.+-]{1,64}$/;
const MAIL_DOMAIN = /@(?!\dx\.)(?:[A-Za-z\d-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![\w-])/y;
const FILE_ENDING =
  /\.(?:png|jpe?g|webp|gif|svg|pdf|[jt]sx?|jsbundle|css|html?|java|kt|swift|so|jar|aar|gz)$/i;

function mailboxes(
  { view: { text }, from, to }: Range,
  logins: readonly FoundValue[],
): FoundValue[] {
  const found: FoundValue[] = [];
  const ends = new Set(logins.map((login) => login.to));
  for (let at = text.indexOf('@', from); at !== -1; at = text.indexOf('@', at + 1)) {
    const local = LOCAL_PART.exec(text.slice(Math.max(0, at - 65), at))?.[0] ?? '';
    const start = at - local.length;
    if (start >= to) break;
    MAIL_DOMAIN.lastIndex = at;
    const domain = MAIL_DOMAIN.exec(text)?.[0];
    if (local === '' || start < from || ends.has(at) || domain === undefined) continue;
    if (!FILE_ENDING.test(domain))
      found.push({ from: start, to: at + domain.length, kind: 'email' });
  }
  return found;
}

const CHINESE_MOBILE =
  /(?<![A-Z\d+*])(?<!\d[.-])(?:\(?(?:\+|00)?86\)?[ -]?)?1[3-9]\d[ -]?[\d*]{4}[ -]?\d{4}(?![A-Z\d*]|[.-]\d)/gi;
const NAMED_MOBILE = /(?<=tel|phone|mobile|mob|sms|to|user|uid)1[3-9]\d{9}(?!\d)/gi;
const INTERNATIONAL = /(?<![\w+.)-])\+[1-9][\d ()-]{6,22}(?!\w|\.\w)/g;
const AMERICAN = /(?<![\w.-])(?:\(\d{3}\) ?|\d{3}-)\d{3}-\d{4}(?![\w-])/g;
const LANDLINE = /(?<![\w.-])(?:0\d{2,3}-|\(0\d{2,3}\) ?)\d{7,8}(?![\w-]|\.\w)/g;

function phones(range: Range): FoundValue[] {
  const isInternational = (text: string): boolean => {
    const digits = text.replaceAll(/\D/g, '').length;
    return digits >= 8 && digits <= 15 && !/[ ()-]{3}|--|\d{10}\s\d/.test(text);
  };
  return [
    ...values(range, CHINESE_MOBILE, 'phone'),
    ...values(range, NAMED_MOBILE, 'phone'),
    ...values(range, INTERNATIONAL, 'phone', isInternational).map((value) => ({
      ...value,
      to: value.from + withoutEnd(range.view.text.slice(value.from, value.to), ' \t\n\r(-').length,
    })),
    ...values(range, AMERICAN, 'phone'),
    ...values(range, LANDLINE, 'phone'),
  ];
}

const DIGITS = /(?<![A-Z\d])(?<!\d\.)\d{15,19}(?![A-Z\d]|\.\d)/gi;
const IDENTITY = /(?<![A-Z\d])(?<!\d\.)\d{17}[\dX](?![A-Z\d]|\.\d)/gi;
const GROUPED = /(?<![\w.])(?<!\d-)(?:\d{4}[ -]){3,4}\d{1,4}(?![\w-]|\.\d)/g;
const ALIPAY_USER = /(?<![A-Z\d])(?<!\d\.)2088\d{12}(?![A-Z\d]|\.\d)/gi;

const numbers = (range: Range): FoundValue[] => [
  ...values(range, ALIPAY_USER, 'user-id'),
  ...values(range, IDENTITY, 'identity-number', isChineseIdentity),
  ...values(range, DIGITS, 'bank-card', isBankCard),
  ...values(range, DIGITS, 'device-id', isDeviceNumber),
  ...values(range, GROUPED, 'bank-card', isBankCard),
];

/** The check digit of cards and phones (ISO/IEC 7812-1, annex B). */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const weighed = place % 2 === 1 ? digit * 2 : digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}

/** Card numbers begin with the number of an issuer; moments and orders in logs mostly do not. */
const ISSUER =
  /^(?:4|5[0-8]|6[0-9]|9[5-8]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)|3[47]\d{13}$|35|36|38)/;

function isBankCard(text: string): boolean {
  const digits = text.replaceAll(/\D/g, '');
  const fits =
    digits.length === 15 ? /^3[47]/.test(digits) : digits.length >= 16 && digits.length <= 19;
  return fits && ISSUER.test(digits) && passesLuhn(digits);
}

/** An IMEI, by the bodies that give out most of them. */
const isDeviceNumber = (text: string): boolean =>
  text.length === 15 && /^(?:35|86|01|99)/.test(text) && passesLuhn(text);

/** GB 11643-1999: region, date of birth, order, check digit. */
function isChineseIdentity(text: string): boolean {
  const year = Number(text.slice(6, 10));
  const month = Number(text.slice(10, 12));
  const day = Number(text.slice(12, 14));
  if (!/^[1-8]/.test(text) || year < 1900 || year > 2099) return false;
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  let sum = 0;
  for (let place = 0; place < 17; place += 1) sum += Number(text[place]) * (2 ** (17 - place) % 11);
  return '10X98765432'[sum % 11] === text[17]?.toUpperCase();
}

const CODE_BEFORE_WORDS =
  /(?<![\w.])(?<!\d-)\d{4,8}(?=["'\s]{0,3}(?:(?:is|as|for) (?:your|the|my)|是您的|为您的|\((?:\p{Script=Han}{0,8}验证码|动态码|校验码)))/giu;

/** `482913 is your code`. */
const spokenCodes = (range: Range): FoundValue[] =>
  values(range, CODE_BEFORE_WORDS, 'one-time-code', (text, at) =>
    /code|码|otp|password|pin/i.test(
      range.view.text.slice(at + text.length, at + text.length + 60),
    ),
  );

const DOTTED = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\dA-Z]|\.\d)/gi;
/** As tcpdump and the network framework of iOS write address and port. */
const DOTTED_WITH_PORT = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?=\.\d{3,5}(?![\w.]))/g;
const PORT = /\.(\d{3,5})/y;

function addressesV4(range: Range): FoundValue[] {
  const { text } = range.view;
  const isAddress = (address: string, at: number): boolean => {
    const before = text[at - 1] ?? '';
    if (
      /[A-Z]/i.test(before) &&
      !/(?:^|[^A-Z])(?:ip|addr|host)$/i.test(text.slice(Math.max(0, at - 5), at))
    )
      return false;
    return (
      address.split('.').every((part) => Number(part) <= 255) &&
      // The own machine, every machine, and masks of networks point to nobody.
      !/^(?:127\.|0\.0\.0\.0$|255\.)/.test(address) &&
      !isVersion(text, at, at + address.length)
    );
  };
  return [
    ...values(range, DOTTED, 'ip-address', isAddress),
    ...values(range, DOTTED_WITH_PORT, 'ip-address', (address, at) => {
      const port = matchAt(PORT, text, at + address.length)?.[1];
      return Number(port) > 255 && isAddress(address, at);
    }),
  ];
}

const GROUPS_V6 =
  /(?:(?<![\w.:])|(?<=[g-z_]\w{0,10}:))(?:[\da-f]{0,4}:){2,7}(?:(?:\d{1,3}\.){3}\d{1,3}|[\da-f]{0,4})(?![\w:])/gi;
const NETWORK_CARD = /(?<![\w:-])(?:[\da-f]{2}-){5}[\da-f]{2}(?![\w:-])/gi;

function addressesV6(range: Range): FoundValue[] {
  const found: FoundValue[] = [];
  for (const { 0: text, index } of matchesIn(range, GROUPS_V6)) {
    const kind = colonsMean(text);
    if (kind !== null) found.push({ from: index, to: index + text.length, kind });
  }
  return [...found, ...values(range, NETWORK_CARD, 'device-id', (text) => /[a-f]/i.test(text))];
}

/** Groups with colons: an IPv6 address, the address of a network card, or no more than a time of day. */
function colonsMean(text: string): MaskKind | null {
  const groups = text.split(':');
  if (/^(?:0{0,4}:){2,7}0{0,3}[01]?$/.test(text)) return null;
  if (groups.length === 8 && groups.every((group) => group !== '')) return 'ip-address';
  if (groups.length === 7 && text.includes('.')) return 'ip-address';
  if (text.includes('::') && /\d/.test(text)) return 'ip-address';
  return groups.length === 6 && groups.every((group) => group.length === 2) ? 'device-id' : null;
}

const PAIR_OF_DECIMALS =
  /(?<![\w.])[-+]?\d{1,3}\.\d{4,20}["']?\s{0,3}[,;/| ]\s{0,3}["']?[-+]?\d{1,3}\.\d{4,20}(?!\w|\.\w)/g;

/** Latitude and longitude beside each other, in either order. */
const coordinates = (range: Range): FoundValue[] =>
  values(range, PAIR_OF_DECIMALS, 'location', (text) => {
    const [first = 0, second = 0] = (text.match(/[\d.]+/g) ?? []).map((part) =>
      Math.abs(Number(part)),
    );
    const [small, large] = first < second ? [first, second] : [second, first];
    return small <= 90 && large <= 180 && large >= 1;
  });

const DEGREES = String.raw`\d{1,3}(?:\.\d{2,20}[°度]?|\s?[°度]\s?[\d.]{1,9}\s?['′’分](?:\s?[\d.]{1,9}\s?["″”秒])?)`;
const PLACE_IN_HALF = String.raw`(?:[NSEW]|[北南东東西][纬緯经經])?[\s:=为是]{0,2}${DEGREES}(?:\s?[NSEW])?`;
const HALVES = new RegExp(
  String.raw`(?<![A-Za-z\d.])${PLACE_IN_HALF}(?:[\s,;/]{0,3}${PLACE_IN_HALF})?(?![A-Za-z\d])`,
  'g',
);

/** Degrees with the half of the globe: a Chinese word for it is enough, of letters it takes two. */
const hemispheres = (range: Range): FoundValue[] =>
  values(
    range,
    HALVES,
    'location',
    (text) => /[纬緯经經]/.test(text) || (/[NS]/.test(text) && /[EW]/.test(text)),
  );

/** A product id is the app id and the phone's system. */
const productIds = (range: Range): FoundValue[] =>
  values(range, /\b(?=[A-Z]{0,12}\d)[\dA-Z]{8,32}(?=_(?:ANDROID|IOS|H5)\b)/g, 'app-id');

/** The third word of a web server's access log, the fourth where the name of a host stands before it. */
function accessLogUsers(range: Range): FoundValue[] {
  const { text } = range.view;
  const found: FoundValue[] = [];
  const reach = { ...range, to: range.to + 90 };
  for (const { index } of matchesIn(reach, /(?<= )\[\d\d\/[A-Z][a-z]{2}\/\d{4}:/g)) {
    const before = text.slice(Math.max(0, index - 400), index);
    const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
    const user =
      /^(?:[a-z\d-]{1,60}(?:\.[a-z\d-]{1,60}){1,8}(?::\d{1,5})? )?\S{1,200} \S{1,80} (\S{1,80}) $/i.exec(
        line,
      )?.[1];
    if (user === undefined || user === '-' || user === MASK_CHARACTER) continue;
    const from = index - 1 - user.length;
    if (from >= range.from && from < range.to) found.push({ from, to: index - 1, kind: 'user-id' });
  }
  return found;
}

/** Hexadecimal address of the gateway's server, milliseconds since 1970, a counter. */
const traceIds = (range: Range): FoundValue[] =>
  values(range, /\b[\da-f]{8}1\d{16,24}\b/gi, 'trace-id');
