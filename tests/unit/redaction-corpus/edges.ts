/** What lies just inside or outside a form, so that it tells where the form begins and ends. */
import type { Form } from '../redaction-corpus.ts';

const lines = (count: number, line: (row: number) => string): string =>
  Array.from({ length: count }, (_, row) => line(row)).join('\n');

/** A field that Swift dumps, and its value so many objects deeper. */
const dumped = (objects: number): string =>
  `▿ token : A\n${'  ▿ some : A\n'.repeat(objects)}    - some : "aa11bb22"`;

/** Each beside what it comes close to. All values are invented. */
export const EDGES: readonly Form[] = [
  // The last part of a token that is encrypted has its least length.
  ['jwe eyJhbGciOiJkaXIi..aXY.Y2.dGFnMTIzND end', ['eyJhbGci', 'dGFnMTIzND'], ['jwe ', ' end']],
  ['令牌】aa11bb22cc33', ['aa11bb22cc33'], ['令牌】']],
  ['token】aa11bb22cc33', [], ['token】aa11bb22cc33']],
  ['密码甲Tr0ub4dor1', [], ['密码甲Tr0ub4dor1']],
  ['os.FullName: Android', [], ['os.FullName: Android']],
  // How often the sign is escaped tells how often what ends the value is.
  [String.raw`token\u003d>aa11bb22\u0020next`, ['aa11bb22'], ['next']],
  [
    String.raw`(lldb) po session.token
aa11bb22cc33\nnext`,
    ['aa11bb22cc33'],
    [],
  ],
  // The line below is another pair.
  ['token:\nattempt=aa11bb22', [], ['attempt=aa11bb22']],
  [`tokens:\n${lines(40, (row) => `- zq${row}x`)}`, ['zq0x', 'zq38x', 'zq39x'], ['tokens:\n- ']],
  ['  - gateway (peer 203.0.113.9)', ['203.0.113.9'], ['- gateway (peer ']],
  [' - (com.example.op,WALLET,3.0.0.1,36ms,N,6001,-)', [], [',3.0.0.1,']],
  ['GET /token 8f7e6d5c4b3a7003', ['8f7e6d5c4b3a7003'], ['GET /token ']],
  ['deviceToken: <740F4707 BEBCF74F 9B7C25D4>', ['740F4707', '9B7C25D4'], ['deviceToken: <']],
  ['GET Shop/7 203.0.113.9', ['203.0.113.9'], ['GET Shop/7 ']],
  // An escaped end of a line belongs to a value whose sign is not escaped.
  [String.raw`pwd != aa11bb22\nnext`, ['aa11bb22', 'next'], ['pwd != ']],
  // Nothing opens the quotes that close.
  ['aa11bb22" forKey: "token"', [], ['aa11bb22" forKey: "token"']],
  [String.raw`{"cmd":"sshpass -p \"aa11bb\" ssh"}`, ['aa11bb'], [String.raw`\" ssh"}`]],
  [
    String.raw`{\"value\":\"aa11bb22\",\"name\":\"X-Token\"}`,
    ['aa11bb22'],
    [String.raw`\"name\":\"X-Token\"`],
  ],
  ['token=&#34;aa11 bb22&#34; x', ['aa11', 'bb22'], ['&#34; x']],
  ['token=&#x22;aa11 bb22&#x22; x', ['aa11', 'bb22'], ['&#x22; x']],
  ['sshpass -p ^"aa11bb22^" ssh', ['aa11bb22', '2^'], ['-p ^"', '^" ssh']],
  // A number that only begins like a code or a time.
  ['getPassword(): 3s4cr3tX', ['3s4cr3tX'], ['getPassword(): ']],
  // What is very long is no string that is signed.
  [`sign="operation=1&${'Ab1'.repeat(1400)}" y`, ['operation=1', 'Ab1'], ['sign="', '" y']],
  // An object that nothing closes ends with its line, also where that is very long.
  [`token={"a":"bcd"${' x'.repeat(4100)}\nresultStatus=7014`, ['bcd'], ['\nresultStatus=7014']],
  // An element is closed, not too long, and has no scheme of credentials but under their name.
  [`<token>${'a1'.repeat(4100)}</token>`, [], ['a1</token>']],
  ['<token>Bearer aa11bb22cc</token>', ['Bearer', 'aa11bb22cc'], ['<token>', '</token>']],
  ['(a) (Cookie: a=b; c=d) x', ['a=b', 'c=d'], ['(a) (Cookie: ', ') x']],
  ['the token is wrongish', [], ['is wrongish']],
  ['to a:b:c:d:e:f:1.2.3.4', ['a:b:c:d:e:f', '1.2.3.4'], ['to ']],
  ['abc13812345678', [], ['abc13812345678']],
  ['address: "mainst5"', [], ['mainst5']],
  ['address: "ab 12:30 x"', [], ['ab 12:30 x']],
  ['address: "Main St"', [], ['Main St']],
  ['address: "12 34"', [], ['12 34']],
  ['address: "12 Main St"', ['Main St'], ['address: "']],
  ['col1,pwd\n1,zq1x', ['zq1x'], ['col1,pwd\n1,']],
  ['col1\tpwd\n1\tzq1x', [], ['zq1x']],
  ['token: |\n aa11bb22', ['aa11bb22'], ['token: |\n ']],
  [String.raw`{name=token, value\u003daa11bb22\nnext`, ['aa11bb22'], ['next']],
  [dumped(4), ['aa11bb22'], ['some : "']],
  [dumped(5), [], ['some : "aa11bb22"']],
  // A word that only begins like the name of a place.
  ['keytool -storepass:fileAa11bb22', ['fileAa11bb22'], ['-storepass:']],
  ['mpaas 203.0.113.9:80', ['203.0.113.9'], [':80']],
  ['version .5 203.0.113.9', ['203.0.113.9'], ['version .5 ']],
  ['ALN-AL80 login 203.0.113.9', ['203.0.113.9'], ['ALN-AL80 login ']],
  [' - (com.example.op,SHOP,N,203.0.113.9,36ms,Y)', ['203.0.113.9'], [',36ms,Y)']],
  ['my password is hunterx', ['hunterx'], ['my password is ']],
  ['password is hunter-x was', ['hunter-x'], [' was']],
  // A line with a verb of SQL and no place for a parameter is none of the statements.
  [
    'select id from t where pwd=?\nupdate done\nParameters: zq1x(String)',
    ['zq1x'],
    ['update done'],
  ],
  // Parameters come soon after their statement, and others much later.
  [
    `select id from t where pwd=?\n${lines(39, () => 'noise')}\nParameters: zq1x(String)`,
    ['zq1x'],
    ['(String)'],
  ],
  [
    `select id from t where pwd=?\n${lines(40, () => 'noise')}\nParameters: zq1x(String)`,
    [],
    ['Parameters: zq1x(String)'],
  ],
];
