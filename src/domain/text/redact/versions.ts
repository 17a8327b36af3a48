/** Tells the versions that look like addresses, by the words around them. */

/** How far back the words are that say what a number is. */
const VERSION_REACH = 60;
const VERSION_WORDS: ReadonlySet<string> = new Set([
  'version',
  'versions',
  'ver',
  'baseline',
  'versionname',
]);
const VERSION_LAST_WORDS: ReadonlySet<string> = new Set([
  'v',
  'mpaas',
  'sdk',
  'release',
  'build',
  'framework',
  'firmware',
  'rom',
  'upgrade',
  'upgraded',
  'upgrading',
  'downgrade',
  'downgraded',
  'updated',
  'nebula',
  'cocoapods',
  'gradle',
  'pod',
  'aar',
  'jar',
  'plugin',
  'chrome',
  'safari',
  'webview',
  'uc',
  'ucbrowser',
  'edge',
  'edg',
  'os',
  'app',
  'harmony',
  'next',
  'android',
  'emui',
]);
const BETWEEN_WORDS: ReadonlySet<string> = new Set([
  'is',
  'was',
  'of',
  'to',
  'from',
  'and',
  'or',
  'than',
  'code',
  'name',
  'number',
  'no',
  'num',
  'current',
  'latest',
  'min',
  'max',
  'be',
  'at',
  'least',
  'v',
]);
const HAN_VERSION =
  /(?:版本号?|基线|升级[到至为]?|升到|降级[到至]?|更新[到至])[^\p{L}\d\n]{0,4}[为是到]?[^\p{L}\d\n]{0,4}$/u;

const LIBRARY = /\blib[\w-]{2,40}\.(?:so|dylib|a|tbd)["']?[\s:=(]{1,3}$/;

/** What a build of Huawei's phones has in front: the model. */
const MODEL = /(?:^|[^\w-])[A-Z]{3}-[A-Z]{2}\d{2}[A-Z]?[ :(]{1,2}$/;

/** The baselines of mPaaS, which are also addresses of private networks. */
const BASELINE = /^10\.[12]\.\d{1,3}\.\d{1,3}$/;
const BASELINE_OF =
  /(?:\b(?:client|sdk|baselines?|versions?|framework|plug-?in|mpaas|mgs)|基线|版本|客户端|框架|插件)["'\s:=：（(]{0,4}(?:is |was |为|是)?["']?$/i;
const CHANGED_FROM = /(?:\b(?:up|down)grad|\bupdat|升级|降级|更新)[^\n\r]{0,50}$/i;
const OF_NETWORK =
  /(?:\bip|addr(?:ess)?|\bhost|\bpeer|\bremote|\bport)\b|地址|主机|\[client $|\bfrom client["'\s:=]{1,4}$/i;
const OF_NETWORK_BEHIND =
  /^["')\]]{0,2}(?:,? ?(?:server|upstream|request)\b|,? (?:port|host|(?:dis)?connect|clos|timed)| ?->|\/\d)/i;

/** Whether what looks like an address in a private network is a version of mPaaS. */
const isBaseline = (address: string, line: string, after: string): boolean =>
  BASELINE.test(address) &&
  !OF_NETWORK.test(line.slice(-30)) &&
  !OF_NETWORK_BEHIND.test(after) &&
  (BASELINE_OF.test(line) || CHANGED_FROM.test(line));

/** Whether four numbers with dots are the version of something. */
export function isVersion(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - VERSION_REACH), from);
  const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
  const after = text.slice(to, to + 12);
  // A port says that it is an address.
  const hasPort = /^:\d{2,5}(?!\d)/.test(after);
  if (/(?:^|[^A-Z])v$/i.test(line)) return true;
  if (hasPort) return false;
  // The version of a product, in the summary log of the service.
  if (
    /^,\d{1,7}ms,/.test(after) &&
    / - \([\w.$-]{1,120},[^(),]{0,60},$/.test(text.slice(Math.max(0, from - 200), from))
  )
    return true;
  if (/^\.(?:jar|aar|so|apk|ipa|zip|tgz|tar|dylib|framework|wasm|tbd)/.test(after)) return true;
  if (HAN_VERSION.test(line) || LIBRARY.test(line) || MODEL.test(line)) return true;
  if (isBaseline(text.slice(from, to), line, after)) return true;
  // A user agent's product, a Maven coordinate, an image with its tag, an entry of a lock file.
  if (
    /(?:^|[^\w./-])(?:[A-Z][A-Za-z]{1,30}|mPaaS|okhttp|curl|nginx|wget|openresty|tengine)\/$/.test(
      line,
    )
  )
    return true;
  if (/[\w-]\.[\w.-]{1,40}:[\w.-]{1,40}:$/.test(line) || /\/[\w.-]{1,40}:$/.test(line)) return true;
  if (/^\s{0,20}- "?[\w/+-]{2,40} \([~>= ]{0,4}$/.test(line)) return true;
  return isVersionSaid(line);
}

/** Parts of what the gateway's clients are built of, and libraries: none is the name of a host. */
const COMPONENT =
  /(?:^lib(?!rar|eral|vir)[a-z].*|(?:security_?guard|sg_?main|security_?body|sg_?security|middle_?tier|avmp|utdid|quinox|tiny_?app|mriver|griver|mobile_?framework|apdid|wind_?vane)(?:_?(?:adapter|so))?)$/;

function isVersionSaid(line: string): boolean {
  const words = line.match(/[A-Z]+(?:[-_][A-Z]+)*|[\d.]+|[^\sA-Z\d]/gi) ?? [];
  let passed = 0;
  for (const word of words.toReversed()) {
    if (/^\d|^["'\\:=()[\]{}>~^,、→/*`@-]$/.test(word)) {
      // A sentence ends, a list goes on.
      passed += 1;
      if (passed > 12) return false;
      continue;
    }
    const parts = word
      .replaceAll(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '_')
      .toLowerCase()
      .split(/[-_]/);
    const last = parts.at(-1) ?? '';
    if (VERSION_LAST_WORDS.has(word.toLowerCase()) || VERSION_LAST_WORDS.has(last)) return true;
    if (VERSION_WORDS.has(last) || COMPONENT.test(parts.join('_'))) return true;
    if (parts.some((part) => VERSION_WORDS.has(part)) && BETWEEN_WORDS.has(last)) return true;
    if (!BETWEEN_WORDS.has(word.toLowerCase())) return false;
  }
  return false;
}
