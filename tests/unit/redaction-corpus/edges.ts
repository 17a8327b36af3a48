/** What lies just inside or outside a form, so that it tells where the form begins and ends. */
import type { Form } from '../redaction-corpus.ts';

const lines = (count: number, line: (row: number) => string): string =>
  Array.from({ length: count }, (_, row) => line(row)).join('\n');

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
