import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { readContent } from '../../src/pipeline/read-content.ts';
import { createCatalogue } from '../../src/domain/codes/catalogue.ts';
import { decode } from '../../src/domain/text/decode.ts';
import { LOG_SHAPES, NEIGHBOUR_SHAPES } from '../../src/domain/text/log-shapes.ts';
import { codeNamesOf } from '../../src/domain/text/kept-spans.ts';
import {
  createRedactor,
  redact as redactWith,
  type MaskKind,
} from '../../src/domain/text/redact.ts';
import { REPLY_KEYS } from '../../src/domain/text/reply-fields.ts';
import { createResolverIndex } from '../../src/domain/codes/resolver-index.ts';
import { redact as words } from '../../src/words/en/redact.ts';
import { redact as chinese } from '../../src/words/zh-cn/redact.ts';
import { ANY_CHARACTER } from './any-character.ts';
import { FORMS } from './redaction-corpus.ts';

const { content } = readContent(fileURLToPath(new URL('../../', import.meta.url)));
const index = createResolverIndex(createCatalogue(content));
const isCodeName = codeNamesOf(index);
const TRACE: ReadonlySet<MaskKind> = new Set(['trace-id']);
const OPTIONS = { labels: words.masks, isCodeName, keep: TRACE };
const redact = (text: string): string => redactWith(text, OPTIONS);
/** Without the trace ids, as a reader can choose. */
const redactAll = (text: string): string => redactWith(text, { labels: words.masks, isCodeName });

const DIGEST =
  '2020-06-03 14:14:08,001 - (/mgw.htm,response,Y,61ms,com.example.op,-,84EFA9A281942,default,1000,-,-,-,2088001,Wz4Zak5peDgDAGRNW5rFFGhT,-,Wz4Zak5peDgDAGRNW5rFFGhTN9uqCLa,223.104.210.136,HTTP,JSON,2,2406,F,0a1d76671591164847940829820658,T,ANDROID,61,4,2.0)';

describe('a form of the corpus', () => {
  for (const [language, { masks }] of Object.entries({ English: words, Chinese: chinese })) {
    const redactIn = (text: string): string => redactWith(text, { ...OPTIONS, labels: masks });

    test(`the ${language} words of the masks are distinct and have no marks`, () => {
      const all = Object.values(masks);
      assert.deepEqual(all, [...new Set(all)]);
      for (const word of all) assert.match(word, /^\p{L}[\p{L} -]*\p{L}$/u);
    });

    for (const [name, forms] of Object.entries(FORMS))
      describe(`${name}, ${language}`, () => {
        for (const [written, gone, stays] of forms)
          test(JSON.stringify(written), () => {
            const copy = redactIn(written);
            for (const value of gone) {
              assert.ok(written.includes(value), `${value} is planted`);
              assert.ok(!copy.includes(value), `${value} is left in ${copy}`);
            }
            for (const value of stays)
              assert.ok(copy.includes(value), `${value} is lost in ${copy}`);
            assert.equal(redactIn(copy), copy, 'a copy of the copy is the copy');
          });
      });
  }

  test('there are many', () => {
    assert.ok(Object.values(FORMS).flat().length >= 250);
  });
});

describe('a value is masked and its name kept', () => {
  const cases: readonly (readonly [written: string, copied: string])[] = [
    ['appId=84EFA9A281942', 'appId=<app ID 1>'],
    ['"AppId" : "84EFA9A281942",', '"AppId" : "<app ID 1>",'],
    [String.raw`{\"app_id\":\"84EFA\"}`, String.raw`{\"app_id\":\"<app ID 1>\"}`],
    ['AppKey = 84EFA;', 'AppKey = <app ID 1>;'],
    ['Did: Wz4Zak5peDgD', 'Did: <device ID 1>'],
    ['utdid=Wz4Z&imei=86&imsi=4601', 'utdid=<device ID 1>&imei=86&imsi=<device ID 2>'],
    ['deviceId=[a1 b2]', 'deviceId=[<device ID 1>]'],
    ['uuid: 123e4567-e89b-12d3-a456-426614174000', 'uuid: <device ID 1>'],
    ['userId=2088001, uid=1', 'userId=<user ID 1>, uid=<user ID 2>'],
    ['10.1.2.3 - bob [01/Jan/2026:', '<IP address 1> - <user ID 1> [01/Jan/2026:'],
    ['10.1.2.3 - - [01/Jan/2026:', '<IP address 1> - - [01/Jan/2026:'],
    [
      'gw.example 10.1.2.3 - bob [01/Jan/2026:',
      'gw.example <IP address 1> - <user ID 1> [01/Jan/2026:',
    ],
    ['the log of one day [01/Jan/2026:', 'the log of one day [01/Jan/2026:'],
    ['token=&quot;ab"cd1&quot; x', 'token=&quot;<token 1>&quot; x'],
    ['token=&amp;quot;ab&quot;cd1&amp;quot; x', 'token=&amp;quot;<token 1>&amp;quot; x'],
    ['%2522TOKEN%2522%253A%2522Ab%252FcD%2522', '%2522TOKEN%2522%253A%2522<token 1>%2522'],
    ['client 223.104.210.136:7003', 'client <IP address 1>:7003'],
    ['[2001:db8::1]:443 fe80::1ff:fe23:4567:890a', '[<IP address 1>]:443 <IP address 2>'],
    ['2001:0db8:85a3:0000:0000:8a2e:0370:7334', '<IP address 1>'],
    ['mac 00:1b:44:11:3a:b7', 'mac <device ID 1>'],
    ['token=abc; sessionId=def', 'token=<token 1>; sessionId=<session 1>'],
    ['sign=x', 'sign=<signature 1>'],
    ['Cookie: a=b; c=d; Secure', 'Cookie: <cookie 1>'],
    ['Cookie=a=1; b=2 other=3', 'Cookie=<cookie 1> other=3'],
    ['Cookie: JSESSIONID="a b"; c="d"; e=f', 'Cookie: <cookie 1>'],
    ['-H "Cookie: a=b; c=d" -H "X: y"', '-H "Cookie: <cookie 1>" -H "X: y"'],
    ['{Set-Cookie=[a=b; Path=/], x=y}', '{Set-Cookie=[<cookie 1>], x=y}'],
    ['Authorization: Basic dXNlcjpwYXNz', 'Authorization: Basic <credentials 1>'],
    ['Proxy: Bearer abcdefghijkl', 'Proxy: Bearer <credentials 1>'],
    ['jwt eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM0.abc', 'jwt <token 1>'],
    ['eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM0.abcdefghijklm.log', '<token 1>.log'],
    ['x-eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM0 y', 'x-<token 1> y'],
    ['a.eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM0.abc.log', 'a.<token 1>.log'],
    ['at eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM0.abc.', 'at <token 1>.'],
    ['Sign: 0f343b0931126a20', 'Sign: <signature 1>'],
    ['Request-Data=W3siYSI6MX1d&Ts=1', 'Request-Data=<request data 1>&Ts=1'],
    ['"requestData":"[{\\"phone\\":\\"138\\"}]"', '"requestData":"<request data 1>"'],
    ['{"name":"Cookie","value":"a=b"}', '{"name":"Cookie","value":"<cookie 1>"}'],
    ['%22appId%22%3A%2284EFA%22', '%22appId%22%3A%22<app ID 1>%22'],
    ['https://bob:x1@a.example/y', 'https://<login 1>@a.example/y'],
    [
      'where pwd = ? and id > ? select\nParameters : [zq1x, a, zq2b]',
      'where pwd = ? and id > ? select\nParameters : [<password 1>, a, <password 2>]',
    ],
    ['https://bob:x/y1@a.example/z', 'https://<login 1>@a.example/z'],
    ['curl -u "bob":s3cret9 https://a.example', 'curl -u <login 1> https://a.example'],
    ['run --password --Verb9$x', 'run --password <password 1>'],
  ];
  for (const [written, copied] of cases)
    test(written, () => {
      assert.equal(redact(written), copied);
      assert.equal(redact(copied), copied, 'a copy of the copy is the copy');
    });

  test('in many addresses of one text', () => {
    const address = (login: string) => `https://${login}@a.example`;
    const logins = Array.from({ length: 20 }, (_, at) => `bob:x${at}`);
    assert.equal(
      redact(logins.map(address).join(' ')),
      logins.map((_, at) => address(`<login ${at + 1}>`)).join(' '),
    );
  });

  test('in a list up to its fortieth entry', () => {
    const entries = Array.from({ length: 41 }, (_, entry) => `- zq${entry}x\n`);
    assert.equal(
      redact(`tokens:\n${entries.join('')}`),
      `tokens:\n- <token 1>${'\n'.repeat(40)}- zq40x\n`,
    );
  });

  test('in digest lines by the position of the field', () => {
    assert.equal(
      redact(DIGEST),
      '2020-06-03 14:14:08,001 - (/mgw.htm,response,Y,61ms,com.example.op,-,<app ID 1>,default,1000,-,-,-,<user ID 1>,<device ID 1>,-,Wz4Zak5peDgDAGRNW5rFFGhTN9uqCLa,<IP address 1>,HTTP,JSON,2,2406,F,0a1d76671591164847940829820658,T,ANDROID,61,4,2.0)',
    );
    assert.equal(
      redactAll(
        '2017-09-12 11:15:57,700 - (com.example.op,APP,3.0.0,36ms,N,6001,79c731d51505186157)',
      ),
      '2017-09-12 11:15:57,700 - (com.example.op,APP,3.0.0,36ms,N,6001,<trace ID 1>)',
    );
  });

  test('also where the digest has no code', () => {
    assert.doesNotMatch(
      redactAll(DIGEST.replace(',1000,', ',-,')),
      /84EFA|2088001|Wz4Z|223\.104|0a1d/,
    );
  });
});

describe('equal values have equal masks', () => {
  test('and different ones have different masks, each kind for itself', () => {
    assert.equal(
      redact('13812345678 13812345678 13912345678 a@b.example'),
      '<phone 1> <phone 1> <phone 2> <email 1>',
    );
  });

  test('however they are written', () => {
    assert.equal(
      redact('138 1234 5678, +86 13812345678, mobile%3D13812345678'),
      '<phone 1>, <phone 1>, mobile%3D<phone 1>',
    );
    assert.equal(redact('A@b.example a%40b.example'), '<email 1> <email 1>');
  });

  test('far apart', () => {
    const text = `token=aa11bb22\n${'noise\n'.repeat(20_000)}token: "aa11bb22" token=cc33`;
    const copy = redact(text);
    assert.ok(copy.startsWith('token=<token 1>\n'));
    assert.ok(copy.endsWith('token: "<token 1>" token=<token 2>'));
  });

  test('a secret that stands again has its number', () => {
    assert.equal(
      redact('token=Lp4Ws8 token=Qx9Zr2\nuse Qx9Zr2, then Lp4Ws8'),
      'token=<token 1> token=<token 2>\nuse <token 2>, then <token 1>',
    );
    const noise = 'noise\n'.repeat(20_000);
    assert.ok(redact(`token=Lp4Ws8\n${noise}use Lp4Ws8`).endsWith('use <token 1>'));
    const before = `use Lp4Ws8\n${'noise\n'.repeat(600)}`;
    for (const front of ['', 'noise\n'.repeat(2400)])
      assert.doesNotMatch(redact(`${front}${before}token=Lp4Ws8`), /Lp4Ws8/);
  });

  test('a secret of a kind that stays is not looked for', () => {
    const keep: ReadonlySet<MaskKind> = new Set(['token']);
    const log = 'token=Lp4Ws8 use Lp4Ws8';
    assert.equal(redactWith(log, { ...OPTIONS, keep }), log);
  });

  test('a number that the text already has is not given again', () => {
    assert.equal(redact('<phone 4> 13812345678'), '<phone 4> <phone 5>');
  });
});

describe('trace ids', () => {
  test('stay or go as the reader chooses', () => {
    const log = '"mgw-traceid" = 0a1d7667159712140890222728553; x 0a1d7667159712140890222728553 y';
    assert.equal(redact(log), log);
    assert.equal(redactAll(log), '"mgw-traceid" = <trace ID 1>; x <trace ID 1> y');
  });

  test('are no end of a longer hash', () => {
    const log = 'sha1 9f1c44d2e0b0a1d7667159712140890222728553';
    assert.equal(redactAll(log), log);
  });
});

describe('what was masked is counted', () => {
  test('by kind, values and places', () => {
    const redactor = createRedactor(OPTIONS);
    redactor.push('token=aa1 token=aa1 token=bb2 13812345678');
    redactor.finish();
    assert.deepEqual(redactor.counts(), [
      { kind: 'token', values: 2, places: 3 },
      { kind: 'phone', values: 1, places: 1 },
    ]);
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
    assert.equal(redact('did=a1\r\n\r\rdid=b2\n'), 'did=<device ID 1>\r\n\r\rdid=<device ID 2>\n');
    assert.equal(
      redact('-----BEGIN RSA PRIVATE KEY-----\nMIIE\r\nowIB\n-----END RSA PRIVATE KEY-----\n'),
      '-----BEGIN RSA PRIVATE KEY-----\n<key 1>\r\n\n-----END RSA PRIVATE KEY-----\n',
    );
  });

  test('within a value: a name of a code, and what shows the client', () => {
    assert.equal(redact('token=SIGN_VERIFY_FAILED'), 'token=SIGN_VERIFY_FAILED');
    assert.equal(redact('password=ADMIN_SECRET'), 'password=<password 1>');
    assert.equal(redact('token=mynet_a1'), 'token=mynet_<token 1>');
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
      redact('token=x1,RPCException:[3] sign="a result-status: 7014 b"'),
      'token=<token 1>RPCException:[3] sign="<signature 1>result-status: 7014<signature 2>"',
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
  fc.string({ unit: ANY_CHARACTER, maxLength: 8 }),
);
const text = fc.array(fragment, { maxLength: 14 }).map((parts) => parts.join(''));

/** How often a log says whose reply an object is. */
const keysIn = (log: string): number =>
  [REPLY_KEYS, /AlipayJSBridge|JSAPI/gi].reduce(
    (sum, pattern) => sum + Array.from(log.matchAll(pattern)).length,
    0,
  );

const SHAPE_IDS: ReadonlySet<string> = new Set([
  ...[...LOG_SHAPES, ...NEIGHBOUR_SHAPES].map(({ id }) => id),
  'symbol',
  'sdk-constant',
  'neighbour-constant',
]);

const INDEXED: ReadonlySet<string> = new Set(index.neighbours.map(({ origin }) => origin));

/** What was found in a form of the table, without what a mask may change around it. */
const found = (log: string) => {
  const { findings, neighbours, lines } = decode(index, log);
  const hasForm = ({ shape }: { shape: { id: string } }) => SHAPE_IDS.has(shape.id);
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

  test('the copy of a copy is the copy', () => {
    fc.assert(
      fc.property(text, (log) => {
        const copy = redact(log);
        assert.equal(redact(copy), copy);
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
          assert.doesNotMatch(redactAll(`x ${name}${sign}${value}${end}`), new RegExp(value));
        },
      ),
    );
  });
});

/** Forms, and what lies between them in a log. */
const corpus = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...Object.values(FORMS)
          .flat()
          .map(([written]) => written),
      ),
      fc.constantFrom('\n', ' ', ', ', '"', '{', '}', '\\n', '\t| '),
      fc.string({ maxLength: 12 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('forms beside each other', () => {
  test('the copy of a copy is the copy', () => {
    fc.assert(
      fc.property(corpus, (log) => {
        const copy = redact(log);
        assert.equal(redact(copy), copy);
      }),
      { numRuns: 1000 },
    );
  });

  test('the copy has as many lines', () => {
    fc.assert(
      fc.property(corpus, (log) => {
        assert.equal(redact(log).split(/[\n\r]/).length, log.split(/[\n\r]/).length);
      }),
    );
  });
});

/** Redacts a text in the given slices. */
function redactSlices(slices: readonly string[]): string {
  const redactor = createRedactor(OPTIONS);
  return slices.map((slice) => redactor.push(slice)).join('') + redactor.finish();
}

/** Longer than what is worked on at once, with and without ends of lines. */
const FILLERS = ['noise of a log, line by line\n', 'a long line without an end; ', 'x'] as const;
const WINDOW = 16 * 1024;

describe('from window to window', () => {
  test('a code far within a value is kept, with one mask before it and one behind it', () => {
    const copy = redact(`sign="${'QUJD'.repeat(9000)} RPCException: [7003] QUJDQUJD" x`);
    assert.equal(copy, 'sign="<signature 1>RPCException: [7003]<signature 2>" x');
  });

  test('an escaped quote of one window ends a value of the next', () => {
    const quoted = String.raw`{\"log\":\"sent `;
    const end = '; '.repeat(WINDOW);
    const front = '; '.repeat(WINDOW).slice(0, WINDOW - quoted.length);
    const copy = redact(String.raw`${front}${quoted}Cookie: a=b; c=d\",\"x\":1}${end}`);
    assert.equal(copy, String.raw`${front}${quoted}Cookie: <cookie 1>\",\"x\":1}${end}`);
  });

  test('a slice is worked on as soon as there is all that a window reads', () => {
    const all = WINDOW + 9 * 1024;
    assert.equal(createRedactor(OPTIONS).push('x'.repeat(all - 1)), '');
    assert.notEqual(createRedactor(OPTIONS).push('x'.repeat(all)), '');
  });
});

describe('in slices', () => {
  test('a text cut anywhere has the same copy as in one piece', () => {
    fc.assert(
      fc.property(
        fc.array(corpus, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...FILLERS),
        fc.nat({ max: 2 }),
        fc.array(fc.nat({ max: 200_000 }), { maxLength: 6 }),
        (pieces, filler, windows, places) => {
          const between = filler.repeat(Math.ceil((windows * WINDOW) / filler.length));
          const text = pieces.join(between);
          const cuts = places.map((place) => place % (text.length + 1)).sort((a, b) => a - b);
          const slices = [0, ...cuts].map((from, at) => text.slice(from, cuts[at] ?? text.length));
          assert.equal(slices.join(''), text);
          assert.equal(redactSlices(slices), redact(text));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('every slice of one character', () => {
    const text = Object.values(FORMS)
      .flat()
      .map(([written]) => written)
      .join('\n');
    assert.equal(redactSlices(Array.from(text)), redact(text));
  });

  /** Moves a form across the place where one window ends and the next begins. */
  for (const [name, filler] of [
    ['lines', `${'.'.repeat(39)}\n`],
    ['one line', '. '],
  ] as const)
    test(`a form on a border in a text of ${name} is masked as it is by itself`, () => {
      const front = filler.repeat(WINDOW / filler.length + 1);
      const end = filler.slice(-2);
      for (const [at, [written, gone]] of Object.values(FORMS).flat().entries()) {
        if (gone.length === 0) continue;
        const alone = redact(`${end}${written}`);
        // Each form at two places, the forms together at all.
        for (let moved = 1 + (at % 7); moved <= written.length + 2; moved += written.length / 2) {
          const before = front.slice(Math.floor(moved) - WINDOW);
          const copy = redact(`${before}${written}`);
          assert.equal(copy.slice(before.length - 2), alone, `${moved} before the border`);
        }
      }
    });

  test('a value that is longer than all windows is masked to its end', () => {
    const body = 'QUJD'.repeat(60_000);
    for (const [front, end] of [
      ['requestData=', '&x=1'],
      ['"requestData":"', '","x":1'],
      ['Cookie: a=', '\nHost: x'],
      ['-----BEGIN RSA PRIVATE KEY-----\n', '\n-----END RSA PRIVATE KEY-----'],
      ['requestData: [', '] x'],
      ['<token>', '</token>'],
      ['eyJ', ' x'],
    ] as const) {
      const copy = redact(`${front}${body}${end}`);
      assert.doesNotMatch(copy, /QUJD/, front);
      assert.ok(copy.endsWith(end), `${front}: ${copy.slice(-60)}`);
      assert.ok(copy.length < front.length + end.length + 20, 'one mask');
    }
  });

  test('a key with fronts goes on from window to window, and does not go on for ever', () => {
    const front = (line: number) =>
      `2024-05-08 14:03:22.${100 + line} INFO 7 --- [main] c.b.Key : `;
    const lines = Array.from({ length: 100 }, (_, line) => `${front(line)}${'QUJD'.repeat(16)}`);
    const block = ['-----BEGIN RSA PRIVATE KEY-----', ...lines].join('\n');
    for (const before of [0, 4, 8, 12]) {
      const copy = redact(`${'noise\n'.repeat(before * 200)}${front(0)}${block}`);
      assert.doesNotMatch(copy, /QUJD/);
      assert.ok(copy.endsWith(`${front(99)}<key 1>`));
    }
    const path = 'com/example/wallet/start';
    const copy = redact(`> -----BEGIN RSA PRIVATE KEY-----\n${`> ${path}\n`.repeat(4000)}`);
    assert.ok(copy.includes(path));
  });

  test('rows and tables go on from window to window', () => {
    const rows = Array.from(
      { length: 4000 },
      (_, row) => `(${row}, 'zq${row}x', 'it''s, (${row})')`,
    );
    const front = 'INSERT INTO t (id, pwd, note) VALUES ';
    for (const between of [', ', ',\n', ','])
      assert.doesNotMatch(redact(front + rows.join(between)), /zq\d/, JSON.stringify(between));
    const table = rows.map((_, row) => `${row},zq${row}x`).join('\n');
    assert.doesNotMatch(redact(`id,pwd\n${table}`), /zq\d/);
  });

  test('a row goes on where the closing quote of a string is the first character of a window', () => {
    const front = "INSERT INTO t (note, pwd) VALUES ('";
    const end = '; '.repeat(WINDOW);
    for (const moved of [-1, 0, 1]) {
      const note = 'n'.repeat(WINDOW - front.length + moved);
      const copy = redact(`${front}${note}', 'zq1x'), ('m', 'zq2x')${end}`);
      const rows = `${note}', '<password 1>'), ('m', '<password 2>')${end}`;
      assert.ok(copy.endsWith(rows), `${moved} characters behind it`);
    }
  });

  test('an object that nothing closes ends with its line', () => {
    const copy = redact(`token={"a":"bcd"\n${'resultStatus=7014\n'.repeat(2000)}`);
    assert.ok(copy.startsWith('token={<token 1>\nresultStatus=7014\n'));
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
  options: 'curl -u a:'.repeat(2e4),
  dumps: '▿ token : Optional<String>\n  - some : "x"\n'.repeat(4e3),
  entries: `tokens:\n${'- a1b2c3\n'.repeat(4e4)}`,
  'pairs in pairs': 'token: user='.repeat(2e4),
  'blocks behind fronts': '2026-11-20 INFO c - token: |\n2026-11-20 INFO c -   x\n'.repeat(4e3),
};
describe('a text made to be slow', () => {
  for (const [name, bait] of Object.entries(BAITS))
    test(`${name}: is copied to its end`, { timeout: 60_000 }, () => {
      assert.notEqual(redact(bait), '');
    });
});
