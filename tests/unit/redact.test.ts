import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { readContent } from '../../src/pipeline/read-content.ts';
import { createCatalogue } from '../../src/domain/codes/catalogue.ts';
import { decode } from '../../src/domain/text/decode.ts';
import { LOG_SHAPES, NEIGHBOUR_SHAPES } from '../../src/domain/text/log-shapes.ts';
import { redact } from '../../src/domain/text/redact.ts';
import { REPLY_KEYS } from '../../src/domain/text/reply-fields.ts';
import { createResolverIndex } from '../../src/domain/codes/resolver-index.ts';

const { content } = readContent(fileURLToPath(new URL('../../', import.meta.url)));
const index = createResolverIndex(createCatalogue(content));

const DIGEST =
  '2020-06-03 14:14:08,001 - (/mgw.htm,response,Y,61ms,com.example.op,-,84EFA9A281942,default,1000,-,-,-,2088001,Wz4Zak5peDgDAGRNW5rFFGhT,-,Wz4Zak5peDgDAGRNW5rFFGhTN9uqCLa,223.104.210.136,HTTP,JSON,2,2406,F,0a1d76671591164847940829820658,T,ANDROID,61,4,2.0)';

describe('a value is masked and its name kept', () => {
  const cases: readonly (readonly [written: string, copied: string])[] = [
    ['appId=84EFA9A281942', 'appId=<masked app id>'],
    ['"AppId" : "84EFA9A281942",', '"AppId" : "<masked app id>",'],
    [String.raw`{\"app_id\":\"84EFA\"}`, String.raw`{\"app_id\":\"<masked app id>\"}`],
    ['AppKey = 84EFA;', 'AppKey = <masked app id>;'],
    ['Did: Wz4Zak5peDgD', 'Did: <masked device id>'],
    [
      'utdid=Wz4Z&imei=86&imsi=46',
      'utdid=<masked device id>&imei=<masked device id>&imsi=<masked device id>',
    ],
    ['deviceId=[a b]', 'deviceId=[<masked device id> b]'],
    ['uuid: 123e4567-e89b-12d3-a456-426614174000', 'uuid: <masked device id>'],
    ['userId=2088001, uid=1', 'userId=<masked user id>, uid=<masked user id>'],
    ['10.1.2.3 - bob [01/Jan/2026:', '<masked IP address> - <masked user id> [01/Jan/2026:'],
    ['10.1.2.3 - - [01/Jan/2026:', '<masked IP address> - - [01/Jan/2026:'],
    ['client 223.104.210.136:7003', 'client <masked IP address>:7003'],
    ['[2001:db8::1]:443 fe80::1ff:fe23:4567:890a', '[<masked IP address>]:443 <masked IP address>'],
    ['2001:0db8:85a3:0000:0000:8a2e:0370:7334', '<masked IP address>'],
    ['mac 00:1b:44:11:3a:b7', 'mac <masked device id>'],
    ['"mgw-traceid" = 0a1d7667159712140890222728553;', '"mgw-traceid" = <masked trace id>;'],
    ['x 0a1d7667159712140890222728553 y', 'x <masked trace id> y'],
    ['token=abc; sessionId=def', 'token=<masked token>; sessionId=<masked session>'],
    ['Cookie: a=b; c=d; Secure', 'Cookie: <masked cookie>'],
    ['Cookie: JSESSIONID="a b"; c="d"; e=f', 'Cookie: <masked cookie>'],
    ['-H "Cookie: a=b; c=d" -H "X: y"', '-H "Cookie: <masked cookie>" -H "X: y"'],
    ['{Set-Cookie=[a=b; Path=/], x=y}', '{Set-Cookie=[<masked cookie>], x=y}'],
    ['Authorization: Basic dXNlcjpwYXNz', 'Authorization: <masked authorization>'],
    ['Proxy: Bearer abcdefghijkl', 'Proxy: Bearer <masked token>'],
    ['jwt eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM0.abc', 'jwt <masked token>'],
    ['eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM0.abcdefghijklm.log', '<masked token>.log'],
    ['x-eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM0 y', 'x-<masked token> y'],
    ['a.eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM0.abc.log', 'a.<masked token>.log'],
    ['at eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM0.abc.', 'at <masked token>.'],
    ['Sign: 0f343b0931126a20', 'Sign: <masked signature>'],
    ['Request-Data=W3siYSI6MX1d&Ts=1', 'Request-Data=<masked request data>&Ts=1'],
    ['"requestData":"[{\\"phone\\":\\"138\\"}]"', '"requestData":"<masked request data>"'],
    ['{"name":"Cookie","value":"a=b"}', '{"name":"Cookie","value":"<masked cookie>"}'],
    ['%22appId%22%3A%2284EFA%22', '%22appId%22%3A%22<masked app id>%22'],
  ];
  for (const [written, copied] of cases)
    test(written, () => {
      assert.equal(redact(written), copied);
      assert.equal(redact(copied), copied, 'a copy of the copy is the copy');
    });

  test('in digest lines by the position of the field', () => {
    assert.equal(
      redact(DIGEST),
      '2020-06-03 14:14:08,001 - (/mgw.htm,response,Y,61ms,com.example.op,-,<masked app id>,default,1000,-,-,-,<masked user id>,<masked device id>,-,<masked trace id>,<masked IP address>,HTTP,JSON,2,2406,F,<masked trace id>,T,ANDROID,61,4,2.0)',
    );
    assert.equal(
      redact('2017-09-12 11:15:57,700 - (com.example.op,APP,3.0.0,36ms,N,6001,79c731d51505186157)'),
      '2017-09-12 11:15:57,700 - (com.example.op,APP,3.0.0,36ms,N,6001,<masked trace id>)',
    );
  });

  test('also where the digest has no code', () => {
    assert.doesNotMatch(
      redact(DIGEST.replace(',1000,', ',-,')),
      /84EFA|2088001|Wz4Z|223\.104|0a1d/,
    );
  });
});

describe('what stays', () => {
  const kept = [
    'result-status: 7014, memo = "%E9%AA%8C";',
    'RPCException: [7001] : x ^API=com.example.op^ERR_CODE=7001^',
    '2020-08-11 10:11:12.123456+0800 App[123:456] Ts=1597121408902 server-time: 1597121408902',
    '12:34:56 01-23 12:34:56.789  1234  5678 I Tag: cost=61ms',
    'mPaaS 10.1.68.42, baseline: 10.1.32.7, version=1.2.3.4, v1.2.3.4, sdkVersion "1.2.3.4"',
    '999.999.999.999 1.2.3 1.2.3.4.5',
    'eyJhbGciOiJIUzI1 eyJhbGciOiJIUzI1.short abceyJhbGciOiJIUzI1.abcdefghijkl',
    'std::string a::b',
    'signType=0, design=x, candid: y, sidebar: z',
    'appId=-, userId=null, token: "", uuid=(null)',
    'the token was missing and the sign is empty',
    'SIGN_VERIFY_FAILED UMID',
    ' - (a,b,c,d,e,f,g)',
  ];
  for (const line of kept)
    test(line, () => {
      assert.equal(redact(line), line);
    });

  test('the ends of lines', () => {
    assert.equal(
      redact('did=a\r\n\r\rdid=b\n'),
      'did=<masked device id>\r\n\r\rdid=<masked device id>\n',
    );
  });

  test('within a value: a name of a code, and what shows the client', () => {
    assert.equal(redact('token=SIGN_VERIFY_FAILED'), 'token=SIGN_VERIFY_FAILED');
    assert.equal(redact('token=mynet_a'), 'token=mynet_<masked token>');
  });

  test('within a value: what shows that a number is of another call', () => {
    const line = 'JSAPI sign="AlipayJSBridge.call(\'share\'" {"error":7014}';
    const copy = redact(line);
    assert.deepEqual(decode(index, line).findings, []);
    assert.deepEqual(decode(index, copy).findings, []);
    assert.notEqual(copy, line);
  });

  test('a code within a value', () => {
    assert.equal(
      redact('token=x,RPCException:[3] sign="a result-status: 7014 b"'),
      'token=<masked token>,RPCException:[3] sign="<masked signature>result-status: 7014<masked signature>"',
    );
  });
});

const NAMES = [
  'appId',
  'did',
  'userId',
  'token',
  'sid',
  'sign',
  'Cookie',
  'Authorization',
  'requestData',
  'traceId',
];
const examples = [...LOG_SHAPES, ...NEIGHBOUR_SHAPES].flatMap(({ examples }) => examples('7014'));
const fragment = fc.oneof(
  fc.constantFrom(...examples, ...examples.map((example) => example.replaceAll('7014', '6001'))),
  fc.constantFrom(...NAMES),
  fc.constantFrom(
    '=',
    ': ',
    '="',
    "='",
    '"',
    '\\"',
    ';',
    ',',
    ' ',
    '{',
    '}',
    '[',
    ']',
    '\n',
    '(',
    ')',
    '; a=b',
    '%22',
  ),
  fc.constantFrom(
    DIGEST,
    ' - (',
    '1.2.3.4',
    '::1',
    'Bearer abcdefgh',
    'kDTRpcNetworkError',
    'SIGN_VERIFY_FAILED',
  ),
  fc.constantFrom(
    'rpc',
    'AlipayJSBridge',
    'SecException',
    'mynet_',
    'APMobileNetwork',
    'Rpc Exception code : 3',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const text = fc.array(fragment, { maxLength: 14 }).map((parts) => parts.join(''));

/** How often a log says whose reply an object is. */
const keysIn = (log: string): number =>
  [REPLY_KEYS, /AlipayJSBridge|JSAPI/gi].reduce(
    (sum, pattern) => sum + Array.from(log.matchAll(pattern)).length,
    0,
  );

const FORMS: ReadonlySet<string> = new Set([
  ...[...LOG_SHAPES, ...NEIGHBOUR_SHAPES].map(({ id }) => id),
  'symbol',
  'sdk-constant',
  'neighbour-constant',
]);

const INDEXED: ReadonlySet<string> = new Set(index.neighbours.map(({ origin }) => origin));

/** What was found in a form of the table, without what a mask may change around it. */
const found = (log: string) => {
  const { findings, neighbours, lines } = decode(index, log);
  const hasForm = ({ shape }: { shape: { id: string } }) => FORMS.has(shape.id);
  return {
    lines,
    codes: findings
      .filter(hasForm)
      .map(({ line, number, text: written, shape, answer }) => [
        line,
        number,
        written,
        shape.id,
        answer.kind === 'meanings' ? answer.ids : answer.elsewhere,
      ]),
    neighbours: neighbours
      .filter(hasForm)
      .map(({ line, number, system, shape }) => [line, number, system, shape.id]),
  };
};

describe('whatever the text', () => {
  test('the copy has the same codes in the same lines', () => {
    fc.assert(
      fc.property(text, (log) => {
        // Other libraries are told by the words around them, which are not kept.
        fc.pre(decode(index, log).neighbours.every(({ system }) => INDEXED.has(system)));
        const copy = redact(log);
        fc.pre(keysIn(copy) === keysIn(log));
        assert.deepEqual(found(copy), found(log));
      }),
      { numRuns: 1000 },
    );
  });

  test('no value makes the copy grow by more than its mask', () => {
    fc.assert(
      fc.property(text, (log) => {
        assert.ok(redact(log).length <= log.length * '<masked authorization>'.length);
      }),
      { numRuns: 1000 },
    );
  });

  test('a value of letters and digits after one of the names is never in the copy', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NAMES),
        fc.constantFrom('=', ': ', '" : "', '=[', "' => '", ' = "'),
        fc.stringMatching(/^z[a-z\d]{8,20}$/),
        fc.constantFrom('', '"', '\n', ' x', '}', '&a=b'),
        (name, sign, value, end) => {
          assert.doesNotMatch(redact(`x ${name}${sign}${value}${end}`), new RegExp(value));
        },
      ),
    );
  });
});

const BAITS: Readonly<Record<string, string>> = {
  'a word': 'a'.repeat(1e5),
  names: 'sign='.repeat(2e4),
  quotes: 'sign="'.repeat(2e4),
  cookies: 'Cookie: a=b; '.repeat(1e4),
  dots: '1.1.1.1.'.repeat(2e4),
  colons: `${':'.repeat(1e5)}${'a:'.repeat(5e4)}`,
  digits: '0a1d7667'.repeat(2e4),
  digests: ' - (a,b,Y,'.repeat(1e4),
  'codes in a digest': ` - (${'sign=x RPCException: [3] '.repeat(5e3)},a,Y${',b'.repeat(25)})`,
  'a quoted line of codes': `sign="${'RPCException: [3] sign='.repeat(5e3)}`,
  'short lines': 'a: b\n'.repeat(2e4),
};
describe('a text made to be slow', () => {
  for (const [name, bait] of Object.entries(BAITS))
    test(`${name}: is copied to its end`, { timeout: 60_000 }, () => {
      assert.notEqual(redact(bait), '');
    });
});
