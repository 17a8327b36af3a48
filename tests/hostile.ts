/**
 * Texts made to hurt whoever reads them: markup that would run, characters that deceive the eye, and
 * bait for every pattern that goes through a log. Shared by the unit tests and the browser tests.
 */

/** Every payload that can run a script sets this property of `window`. */
export const MARK = '__pwned';

/** What would leave the page, or come into it, is addressed to this host. */
const EVIL = 'https://evil.example';

const RUN = `window.${MARK}=1`;

/** One line each: no line ends, so that each can stand within a log line. */
export const MARKUP: readonly string[] = [
  // Elements that run or load something by themselves.
  `<script>${RUN}</script>`,
  `</textarea></title></style></script><script>${RUN}</script>`,
  `<ScRiPt src=${EVIL}/a.js></sCrIpT >`,
  `<img src=x onerror=${RUN}>`,
  `<img src=x:x onerror="${RUN}" onload='${RUN}'/>`,
  `<img/src/onerror=${RUN}//`,
  `<image src=${EVIL}/a.png onerror=${RUN}>`,
  `<body onload=${RUN} onpageshow=${RUN}>`,
  `<video><source onerror=${RUN}></video>`,
  `<audio src=x onerror=${RUN}></audio>`,
  `<iframe src="javascript:parent.${MARK}=1"></iframe>`,
  `<iframe srcdoc="&lt;script&gt;parent.${MARK}=1&lt;/script&gt;"></iframe>`,
  `<object data="javascript:${RUN}"></object><embed src="javascript:${RUN}">`,
  `<link rel=stylesheet href=${EVIL}/a.css><link rel=prefetch href=${EVIL}/a>`,
  `<style>@import '${EVIL}/a.css';body{background:url(${EVIL}/a.png)}</style>`,
  `<meta http-equiv=refresh content="0;url=${EVIL}/">`,
  `<base href=${EVIL}/><form action=${EVIL}/><button autofocus>x</button></form>`,
  // Elements with handlers that need no click.
  `<input autofocus onfocus=${RUN}>`,
  `<details open ontoggle=${RUN}>x</details>`,
  `<marquee onstart=${RUN}>x</marquee>`,
  `<p style="animation:x 1ms" onanimationstart=${RUN}>x</p>`,
  `<dialog open oncontentvisibilityautostatechange=${RUN}>x</dialog>`,
  // Other vocabularies.
  `<svg onload=${RUN}>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><animate onbegin=${RUN} attributeName=x dur=1s></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id='x' onload='${RUN}'/>#x"/></svg>`,
  `<svg><foreignObject><img src=x onerror=${RUN}></foreignObject></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${RUN}&gt;">`,
  `<math href="javascript:${RUN}">x</math>`,
  `<template shadowrootmode=open><script>${RUN}</script></template>`,
  `<template><img src=x onerror=${RUN}></template>`,
  // Text that becomes markup when it is parsed a second time.
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<svg></p><style><a id="</style><img src=x onerror=${RUN}>">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${RUN}>`,
  `<p id="&lt;img src=x onerror=${RUN}&gt;">`,
  `&lt;img src=x onerror=${RUN}&gt;`,
  `&amp;lt;script&amp;gt;${RUN}&amp;lt;/script&amp;gt;`,
  `&#60;script&#62;${RUN}&#60;/script&#62;`,
  `&#x3c;img src=x onerror=${RUN}&#x3e;`,
  `%3Cimg%20src=x%20onerror=${RUN}%3E`,
  `\\u003cimg src=x onerror=${RUN}\\u003e`,
  `\\x3cimg src=x onerror=${RUN}\\x3e`,
  `＜img src=x onerror=${RUN}＞`,
  `<mark>7014</mark><code>x</code>\`<b>y</b>\``,
  `<![CDATA[<img src=x onerror=${RUN}>]]>`,
  `<!--><img src=x onerror=${RUN}>-->`,
  `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY x SYSTEM "${EVIL}/a">]><x>&x;</x>`,
  // Out of an attribute, a script or a template string.
  `" onmouseover="${RUN}" autofocus onfocus="${RUN}`,
  `' autofocus onfocus='${RUN}`,
  `"><svg/onload=${RUN}>`,
  `';${RUN};//`,
  `</script><script>${RUN}</script>`,
  `\${${RUN}}{{${RUN}}}<%=${RUN}%>#{${RUN}}`,
  `{{constructor.constructor('${RUN}')()}}`,
  // Addresses that run or lead away.
  `javascript:${RUN}`,
  `JaVaScRiPt&colon;${RUN}`,
  `<a href="java&#9;script:${RUN}">7014</a>`,
  `<a href=javascript://%0a${RUN}>7014</a>`,
  `data:text/html,<script>${RUN}</script>`,
  `vbscript:${RUN}`,
  `//evil.example/7014`,
  `${EVIL}/codes/7014`,
  `/\\evil.example/7014`,
  `../../../../etc/passwd`,
  // Names that mean something to a program.
  `__proto__[${MARK}]=1`,
  `constructor.prototype.${MARK}=1`,
  `{"__proto__":{"${MARK}":1}}`,
  `<img name=getElementById><form id=location><input name=hash></form>`,
  `$&$1$\`$'$<x>`,
  `'; DROP TABLE codes; --`,
  `%s%n%x{0}`,
];

/** Text that is no markup and deceives the eye, or breaks whoever counts characters. One line each. */
export const ODD_TEXT: readonly string[] = [
  // Direction: what is written as 7014 looks like 4107.
  '\u202E7014\u202C',
  '\u2067\u202E[7014]\u2069 \u200F7014\u200E \u061C',
  '\u202A\u202B\u202D\u2066\u2068'.repeat(50),
  // Invisible.
  '7\u200B0\u200C1\u200D4\u2060\uFEFF\u00AD\u180E',
  '\u{E0001}\u{E0037}\u{E0030}\u{E0031}\u{E0034}\u{E007F}',
  '\uFE0F\u{E0100}\u115F\u3164\uFFA0\u2800',
  // Control characters; the last two end lines in JavaScript, not in a log.
  '\u0000\u0001\u0007\b\u000B\f\u000E\u001A\u001B\u007F',
  '\u0080\u0085\u009B31m\u009F',
  '\u001B[31m7014\u001B[0m\u001B]0;title\u0007\u001B[2J',
  '\u2028\u2029',
  // Half characters, and code points that are none.
  '\uD800',
  '\uDC00\uD800',
  'x\uD83D 7014 \uDE00x',
  '\uFFFE\uFFFF\uFDD0\u{1FFFF}\u{10FFFF}\uE000',
  // Floods.
  `Z${'\u0351\u0489\u0334'.repeat(100)}algo`,
  '👩‍👩‍👧‍👦'.repeat(40),
  '🇦'.repeat(99),
  '\uFDFA'.repeat(60),
  // What changes its length by case or by normal form.
  'İıſKﬁẞŉǰΐ'.repeat(8),
  '㌀㍿ﷺ①Ⅷ℡',
  'Ａ\u030A\u212B\u1E9B\u0323',
  // Digits that are no digits to a program, or are to another.
  '٧٠١٤ ७०१४ 𝟳𝟬𝟭𝟰 ⑦⓪①④ ⁷⁰¹⁴',
  '-7014 +7014 7.014e3 0x1B66 0b1 1_000 7,014 ∞ NaN',
  '9'.repeat(400),
  `0${'0'.repeat(300)}7014`,
  'w'.repeat(300),
  '验'.repeat(300),
  ' '.repeat(100),
];

/** A text that is easy to make long: `front`, then `unit` again and again, then `end`. */
export type Bait = {
  /** What it is made for: the pattern, or the part of it, that would go over the text again. */
  readonly name: string;
  readonly front?: string;
  readonly unit: string;
  readonly end?: string;
};

/** The bait in a length of about so many UTF-16 units. */
export const baitOf = ({ front = '', unit, end = '' }: Bait, length: number): string =>
  front + unit.repeat(Math.ceil(length / unit.length)) + end;

const CODE = 'RPCException: [7003] ';
const lines = (...texts: readonly string[]): string => texts.map((text) => `${text}\n`).join('');

/** Bait for the table of log shapes and for the names of codes. */
const SHAPE_BAITS: readonly Bait[] = [
  { name: 'json-body: a name again and again', unit: 'resultStatus' },
  { name: 'json-body: quotes behind the name', unit: `resultStatus${'\\"'.repeat(4)}` },
  { name: 'json-body: escaped quotes', unit: `resultStatus${'%22%5C'.repeat(4)}` },
  { name: 'json-body: blanks around the sign', unit: `resultStatus${' '.repeat(40)}:` },
  { name: 'json-body: blanks without end', front: 'resultStatus=', unit: ' ', end: 'x' },
  { name: 'json-body: digits without end', front: 'resultStatus=', unit: '7' },
  { name: 'json-body: percent escapes in front', unit: '%22%3A' },
  { name: 'payment-map: open pairs', unit: '{resultStatus=7001, ' },
  { name: 'payment-raw-result: open braces', unit: 'resultStatus={7001' },
  { name: 'android-exception: open brackets', unit: 'RPCException: [' },
  { name: 'android-exception: digits without a bracket', unit: 'rpc exception: [7014 ' },
  { name: 'android-exception: with a field', unit: 'rpcexception[({:,errorcode' },
  { name: 'android-headers: blanks around the sign', unit: `result-status${' '.repeat(39)}:` },
  { name: 'android-headers: name and value', unit: '"result-status"  ,  "value"  :  "' },
  { name: 'android-headers: signs', unit: 'result-status=[ [ [ [ ' },
  { name: 'android-headers: a variable of a server', unit: 'http_result_status_' },
  { name: 'ios-headers: blanks around the sign', unit: `"result-status"${' '.repeat(40)}=` },
  { name: 'error-report: carets', unit: '^ERR_CODE = ' },
  { name: 'error-report: digits', front: 'ERR_CODE=', unit: '1' },
  { name: 'h5-reply: quotes and blanks', front: 'rpc ', unit: `"error"${' '.repeat(40)}:` },
  { name: 'h5-reply: a bridge call', unit: `AlipayJSBridge.call(${' '.repeat(8)}"""` },
  { name: 'ios-exception', unit: 'rpc exception code   =   ' },
  { name: 'ios-error: a domain', unit: `Domain="kDTRpcException", Code` },
  { name: 'gateway-digest: fields without end', front: ' - (', unit: 'a,' },
  { name: 'gateway-digest: cut off', unit: ' - (a,b,Y,1,op,-,app,default,1000,a' },
  { name: 'gateway-digest: one long field', front: ' - (a,b,N,', unit: 'x' },
  { name: 'service-digest: cut off', unit: ' - (op,app,1.0,36ms,Y,1000,' },
  { name: 'security-guard-console', unit: 'SG ERROR ' },
  { name: 'security-guard-exception', unit: 'SecException errorCode = ' },
  { name: 'security-guard-secexception', unit: 'SecException.code[(' },
  { name: 'xcode-exit-code', front: 'mpaas ', unit: 'exited with a code ' },
  { name: 'names: capitals', unit: 'A_' },
  { name: 'names: capitals with an end that fits not', unit: 'A', end: '_a' },
  { name: 'names: symbols', unit: 'kDTRpc' },
  { name: 'plain form: colours without end', unit: '\u001B[1;1;1;1;1;1' },
  { name: 'plain form: full-width forms', unit: '７' },
  { name: 'plain form: entities', unit: '&quot;&#39;&#3' },
];

/** Bait for what stands beside a code, for times and for clocks. */
const FIELD_BAITS: readonly Bait[] = [
  { name: 'memo: names', front: CODE, unit: 'memo:' },
  { name: 'memo: opened quotes', front: CODE, unit: 'memo="' },
  { name: 'memo: escaped quotes that close nothing', front: `${CODE}memo="`, unit: '\\"' },
  { name: 'memo: backslashes', front: `${CODE}memo="`, unit: '\\' },
  { name: 'memo: both quotes in turn', front: CODE, unit: `memo='memo="` },
  { name: 'memo: a percent-encoded quote', front: CODE, unit: 'memo=%22 ' },
  { name: 'memo: escapes of half characters', front: `${CODE}memo=`, unit: '%E9' },
  { name: 'memo: escapes that are no UTF-8', front: `${CODE}memo=`, unit: '%FF%C0%80' },
  { name: 'memo: nothing but blanks', front: `${CODE}memo="`, unit: ' ' },
  { name: 'memo: many without a text', front: CODE, unit: 'memo= ,' },
  { name: 'tips: escapes of JSON', front: `${CODE}tips="`, unit: '\\\\\\u00' },
  { name: 'separator: blanks', front: CODE, unit: `memo${' '.repeat(41)}` },
  { name: 'separator: a second name', front: CODE, unit: '"memo"  ,  "value"  ' },
  { name: 'operation: a long word', front: `${CODE}operationType=`, unit: 'a.' },
  { name: 'operation: APMobileNetwork', front: CODE, unit: 'APMobileNetwork a.b  ' },
  { name: 'operation: carets', front: CODE, unit: '^API=x' },
  { name: 'trace: names', front: CODE, unit: 'x-mgw-trace-id' },
  { name: 'records: opened braces', front: CODE, unit: '{', end: CODE },
  { name: 'records: closed braces', front: CODE, unit: '}', end: CODE },
  { name: 'records: codes in braces', unit: `{${CODE}memo: x ` },
  { name: 'times: names', front: CODE, unit: 'Ts=' },
  { name: 'times: of the server', unit: `server-time: 1597121408902 ${CODE}` },
  { name: 'times: of both, line by line', unit: lines('Ts=1597121408902', CODE) },
  { name: 'times: words of seven characters', front: CODE, unit: 'clientTime=Zz+/99' },
];

/** Bait for lines and messages. */
const LINE_BAITS: readonly Bait[] = [
  { name: 'lines: empty', unit: '\n' },
  { name: 'lines: old line ends', unit: '\r' },
  { name: 'lines: one word', unit: 'a' },
  { name: 'lines: blanks', unit: ' ', end: '=' },
  { name: 'prefix: process without end', front: '01-23 12:34:56.789 ', unit: '1' },
  { name: 'prefix: app and process without end', front: 'App[', unit: '1' },
  { name: 'prefix: nothing but a prefix', unit: lines('01-23 12:34:56.789  1  2 I T: ') },
  { name: 'message: closing brackets', front: CODE, unit: ')]}' },
  { name: 'message: lines of brackets', unit: lines('{', '}') },
  { name: 'message: headers without end', front: lines(CODE), unit: lines('a: b') },
  { name: 'message: 80 lines before each code', unit: `${lines('a: b').repeat(80)}${CODE}\n` },
  { name: 'message: every line has a code', unit: lines(`a: ${CODE}`) },
  { name: 'message: long lines around a code', unit: lines(`a: ${'b'.repeat(2000)}`, CODE) },
  { name: 'message: headers cut off', unit: lines('result-status:', 'x: 1') },
  { name: 'findings: one line of codes', unit: CODE },
  { name: 'findings: names of codes', unit: 'kDTRpcNetworkError ' },
  { name: 'findings: numbers of neighbours', unit: lines('SG ERROR: 1') },
];

/** Bait for the masks of the redacted copy. */
const MASK_BAITS: readonly Bait[] = [
  { name: 'names: without a value', unit: 'sign=' },
  { name: 'names: opened quotes', unit: 'sign="' },
  { name: 'names: words that stand for no value', unit: 'token=null ' },
  { name: 'names: of a device', unit: 'android_id-' },
  { name: 'value: a long one', front: 'token=', unit: 'a' },
  { name: 'value: a long one in an element', front: '<token>', unit: 'a' },
  { name: 'value: elements', unit: '<sign>' },
  { name: 'value: full of codes', front: 'sign="', unit: `${CODE}sign=` },
  { name: 'cookie: pairs', front: 'Cookie: a=b', unit: '; a=b' },
  { name: 'cookie: a long value', front: 'Cookie: a=b; c=', unit: 'd-' },
  { name: 'cookie: opened quotes', unit: 'Cookie: a="; ' },
  { name: 'cookie: pairs in quotes', front: 'Cookie: a=b', unit: '; c="', end: '-' },
  { name: 'cookie: many', unit: 'Cookie: a=b; ' },
  { name: 'authorization: many', unit: 'Authorization: Basic ' },
  { name: 'token: schemes', unit: 'Bearer ' },
  { name: 'token: a long credential', front: 'Bearer ', unit: 'a=' },
  { name: 'token: headers of web tokens without a dot', unit: 'eyJ-' },
  { name: 'token: headers of web tokens with one', unit: 'eyJ-', end: '.a' },
  { name: 'token: parts of web tokens', unit: 'eyJaaaaaaaaaa.' },
  { name: 'token: a word with dots', front: 'eyJ ', unit: 'a-.' },
  { name: 'trace: of the gateway', unit: '0a1d76671591' },
  { name: 'digits: a product', unit: 'A1', end: '_ANDROI' },
  { name: 'address: dots', unit: '1.' },
  { name: 'address: after dots', unit: '1.1.1.1 ' },
  { name: 'address: colons', unit: ':' },
  { name: 'address: groups', unit: 'ab:' },
  { name: 'address: a version in front', unit: 'version" : "v1.1.1.1 ' },
  { name: 'digest: fields that name somebody', front: ' - (', unit: 'sign=x,' },
  { name: 'access log: a long address', unit: 'x', end: ' - - [01/Jan/2026:' },
  { name: 'parts: names', unit: 'form-data; name="token"\n' },
  { name: 'parts: headers without end', unit: lines('form-data; name="pwd"', 'a: b', 'a: b') },
  { name: 'parts: names in one line', unit: 'form-data; name="sign" ' },
  { name: 'fronts: names at ends of lines', unit: lines('01-23 12:34:56.789 D/A: token:') },
  { name: 'fronts: one without end', front: '[', unit: 'a] ', end: 'token:\n[a] b1' },
  { name: 'fronts: names and blanks', unit: 'token:\n \t ' },
  { name: 'keys: ids', unit: 'LTAI5tKx9ZqPmW3vB7nYc2Fd ' },
  { name: 'keys: an id and letters', front: 'AKIAIOSFODNN7EXAMPLE ', unit: 'aB1/' },
  { name: 'webhooks: steps', unit: '/hook/' },
  { name: 'webhooks: hosts', unit: 'hooks.a.com/services/' },
  { name: 'webhooks: a long path', front: 'https://a.com/webhooks/', unit: 'a1/' },
  { name: 'behind: names', unit: 'forKey: token ' },
  { name: 'behind: quotes', unit: '"forKey: token' },
  { name: 'behind: a long value', front: '"', unit: 'a', end: '" forKey: "token"' },
  { name: 'persons: names', unit: 'name=' },
  { name: 'persons: objects', unit: '{name: ' },
  { name: 'persons: closed objects', unit: 'user: {}, name: ' },
  { name: 'places: degrees', unit: '30°16′26″' },
  { name: 'places: halves of the globe', unit: 'N30.27 ' },
  { name: 'ends: an address of blanks', front: '地址：杭州市', unit: ' 路' },
  { name: 'ends: addresses', unit: '地址 杭州市文三路1号 ' },
  { name: 'ends: bars', unit: 'token|' },
  { name: 'calls: opened brackets', unit: 'token (a.' },
  { name: 'calls: places', unit: 'token(a.js:1:2)' },
  { name: 'tags: names', unit: 'D/Token: ' },
  { name: 'scalars: names', unit: 'token: |\\n  ' },
  { name: 'scalars: one value', front: 'token: >-\\n', unit: '  a\\n' },
  { name: 'scalars: empty lines', front: 'token: >-\\n', unit: '\\n  ' },
  { name: 'scalars: comments', unit: 'token: | # a' },
  { name: 'quotes: three', unit: 'token=""" ' },
  { name: 'quotes: three that nothing closes', front: 'token="""', unit: "token='a" },
  { name: 'optional: names', unit: '▿ token: Optional\n- some: ' },
  { name: 'optional: blanks', front: '▿ token: Optional', unit: ' ', end: '\n - some: a' },
  { name: 'options: programs', unit: 'mysql -p security -P ' },
  { name: 'options: logins', unit: 'sqlplus -S a/' },
  { name: 'options: blanks', unit: 'zip  -P ' },
  { name: 'messages: words', front: '"token":["', unit: 'is ', end: '1x"]' },
  { name: 'messages: texts', front: '"token":[', unit: '"is a",', end: '"is"]' },
  { name: 'signs: of SQL', unit: 'token NOT  IN  ' },
  { name: 'signs: lists of SQL', unit: "token IN ('" },
  { name: 'placeholders: braces', unit: 'token={{{' },
  { name: 'placeholders: paths', front: 'token={ ', unit: 'a.' },
  { name: 'pages: cookies', unit: 'document.cookie\n< ' },
  { name: 'expiry: names', unit: 'card exp=0927 ' },
  { name: 'components: words', unit: 'libsgmain- ', end: '1.1.1.1' },
  { name: 'components: parts', unit: 'securityGuard', end: ' 1.1.1.1' },
  { name: 'users: identified', unit: 'alter user a identified by ' },
  { name: 'users: opened strings', unit: "identified by 'a" },
  { name: 'rows: statements', unit: 'insert into t (pwd' },
  { name: 'rows: columns', front: 'insert into t (', unit: 'pwd,' },
  { name: 'rows: opened strings', front: 'insert into t (pwd) values ', unit: "('a" },
  { name: 'rows: doubled quotes', front: "insert into t (pwd) values ('", unit: "''" },
  { name: 'rows: many', front: 'insert into t (pwd) values ', unit: "('a1'), " },
  { name: 'rows: brackets', front: 'insert into t (pwd) values ', unit: '(' },
  { name: 'parameters: places', front: 'select pwd ', unit: '=? ' },
  { name: 'parameters: lines', front: 'select pwd=?\n', unit: 'Parameters: a(A\n' },
  { name: 'parameters: types', front: 'select pwd=?\nParameters: ', unit: 'a(Abc) ' },
  { name: 'parameters: blanks', front: 'select pwd=?\nParameters: a(Abc)', unit: ' ', end: 'x' },
  {
    name: 'parameters: brackets',
    front: 'select pwd=?\ncolumn index 1, parameter value [',
    unit: '] ',
  },
  { name: 'tables: rows', front: 'id,pwd\n', unit: '1,a1\n' },
  { name: 'tables: cells', unit: 'pwd,' },
  { name: 'tables: quotes', front: 'id,pwd\n1,', unit: '"","' },
  { name: 'tables: first lines', unit: 'id,pwd\n' },
  { name: 'tables: rules', front: 'id|pwd\n', unit: '-', end: 'x' },
  { name: 'tables: bars', front: 'id|pwd\n--\n', unit: '| ' },
  { name: 'again: one secret', front: 'token=a1!a1!a1!a1!a1!a1!a1! ', unit: 'a1!' },
  { name: 'again: secrets', unit: 'token=a1b2c3 a1b2c3 ' },
  { name: 'again: alike', unit: 'token=a1!bb ', end: 'a1!bb' },
  { name: 'again: cookies', unit: 'Cookie: a=b1b1b1; c=b1b1b1\n' },
  { name: 'blocks: ends', unit: '-----END A1-----', end: '-----BEGIN A1-----\nx y' },
  { name: 'blocks: beginnings with fronts', unit: '-----BEGIN A1-----\n> ' },
  { name: 'blocks: headers', front: '-----BEGIN A1-----', unit: '\nAa: ' },
  { name: 'blocks: base64', front: '-----BEGIN A1-----\n> ', unit: 'a1B' },
  { name: 'blocks: padding', front: '-----BEGIN A1-----\n> ', unit: 'aa= ' },
  { name: 'blocks: blanks', front: '-----BEGIN A1-----', unit: ' ' },
];

/** Bait for the resolver, the search and the fragment. */
const WORD_BAITS: readonly Bait[] = [
  { name: 'words: joined by dots', unit: 'ab.' },
  { name: 'words: joined by hyphens', unit: 'a-' },
  { name: 'words: punctuation', unit: "-'." },
  { name: 'words: Chinese', unit: '验签' },
  { name: 'words: camel case', unit: 'aA' },
  { name: 'words: numbers', unit: '7014 ' },
  { name: 'words: digits without end', unit: '7' },
  { name: 'words: what becomes long', unit: '\uFDFA' },
  { name: 'fragment: pairs', unit: '&api=x' },
  { name: 'fragment: signs', unit: '&=' },
  { name: 'fragment: escapes', unit: '%E9' },
  { name: 'characters: combining', unit: 'e\u0301' },
  { name: 'characters: halves', unit: '\uD800' },
  { name: 'characters: controls of direction', unit: '\u202E' },
];

/** Bait for every pattern, by what it is made for. */
export const BAITS: readonly Bait[] = [
  ...SHAPE_BAITS,
  ...FIELD_BAITS,
  ...LINE_BAITS,
  ...MASK_BAITS,
  ...WORD_BAITS,
];
