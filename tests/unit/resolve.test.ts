import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { readContent } from '../../src/pipeline/read-content.ts';
import { createCatalogue } from '../../src/domain/codes/catalogue.ts';
import { contains, parseSpans } from '../../src/domain/codes/range.ts';
import { isNumber } from '../../src/domain/codes/code-id.ts';
import {
  resolve,
  resolveSentence,
  type Answer,
  type Undocumented,
} from '../../src/domain/text/resolve.ts';
import { createResolverIndex, type IndexedName } from '../../src/domain/codes/resolver-index.ts';
import { FAMILIES, type Family } from '../../src/domain/codes/families.ts';
import { ANY_CHARACTER } from './any-character.ts';

const { content } = readContent(fileURLToPath(new URL('../../', import.meta.url)));
const catalogue = createCatalogue(content);
const index = createResolverIndex(catalogue);

const KNOWN = [...new Set(catalogue.meanings.map(({ code }) => code).filter(isNumber))];

/**
 * The ids of a number's meanings and of the HTTP row that holds it, in the given tables. From 400 on the row
 * comes first.
 */
function meantBy(number: string, families: readonly Family[] = FAMILIES): string[] {
  const row = catalogue.ranges.filter(({ spans }) => contains(parseSpans(spans), Number(number)));
  const named = catalogue.meaningsOf(number);
  return (Number(number) < 400 ? [...named, ...row] : [...row, ...named])
    .filter(({ family }) => families.includes(family))
    .map(({ id }) => id);
}

/** The ids that a text is answered with, or the kind of answer where it is another. */
function answered(text: string): readonly string[] | Answer['kind'] {
  const answer = resolve(index, text);
  return answer.kind === 'meanings' ? answer.ids : answer.kind;
}

/** Compares with the text beside the answer, so that a failure in a loop names it. */
const assertAnswer = (text: string, expected: readonly string[] | Answer['kind']) => {
  assert.deepEqual({ text, answer: answered(text) }, { text, answer: expected });
};

function undocumented(text: string): Undocumented {
  const answer = resolve(index, text);
  assert.ok(answer.kind === 'undocumented', `"${text}" is answered with ${JSON.stringify(answer)}`);
  return answer;
}

const fullWidth = (digits: string) =>
  digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

type Spelling = readonly [
  how: string,
  spell: (number: string) => string,
  families: readonly Family[],
];

/** How somebody types a number. */
const IN_WORDS: readonly Spelling[] = [
  ['bare', (n) => n, FAMILIES],
  ['with blanks around it', (n) => `  ${n}\n`, FAMILIES],
  ['after "code"', (n) => `code ${n}`, FAMILIES],
  ['after "Error code:"', (n) => `Error code: ${n}`, FAMILIES],
  ['after "error"', (n) => `error ${n}`, FAMILIES],
  ['after E', (n) => `E${n}`, FAMILIES],
  ['with leading zeros', (n) => `00${n}`, FAMILIES],
  ['as a file name', (n) => `${n}.html`, FAMILIES],
  ['in full-width digits', fullWidth, FAMILIES],
];

/** How a number stands in a log or a reply, and the tables that this leaves open. */
const IN_LOGS: readonly Spelling[] = [
  ['in an Android exception', (n) => `RPCException: [${n}] : x`, ['gateway', 'service', 'android']],
  ['in iOS reply headers', (n) => `"result-status" = ${n};`, ['gateway', 'service']],
  ['in Android reply headers', (n) => `Result-Status:${n}`, ['gateway', 'service']],
  ['in a JSON body', (n) => `{"resultStatus":${n}}`, ['gateway', 'service']],
  ['in an error report', (n) => `^ERR_CODE=${n}^`, ['gateway', 'service', 'android']],
  ['printed by an iOS app', (n) => `Rpc Exception code : ${n}`, ['gateway', 'service', 'ios']],
];

/** How the numbers of other systems stand in logs. */
const OF_OTHERS: readonly Spelling[] = [
  ['after SG ERROR', (n) => `SG ERROR: ${n}`, []],
  ['after ErrorCode =', (n) => `SecException: ErrorCode = ${n}`, []],
  ['as quoted resultStatus', (n) => `{"resultStatus":"${n}","memo":"","result":""}`, []],
];

describe('a known number', () => {
  for (const [how, spell, families] of [...IN_WORDS, ...IN_LOGS])
    test(`${how} leads to all its meanings in the tables that can stand there`, () => {
      for (const number of KNOWN) {
        const expected = meantBy(number, families);
        assertAnswer(spell(number), expected.length > 0 ? expected : 'undocumented');
      }
    });

  test('in a place where only other tables can stand is said to stand elsewhere', () => {
    const ruledOut = [
      ['Result-Status:0', ['android/0', 'ios/0']],
      ['RPCException: [608] : x', ['security-guard/608']],
      ['android 608', ['security-guard/608']],
      ['gateway 6000', ['service/6000']],
      ['http 5000', ['gateway/5000']],
      ['http code 5000', ['gateway/5000']],
      ['HTTP error 6001', ['service/6001']],
      ['http 12', ['android/12', 'ios/12']],
      ['ios 404', ['android/http-4xx', 'security-guard/404']],
      ['{"resultStatus":404}', ['android/http-4xx', 'security-guard/404']],
      ['SG ERROR: 1001', ['gateway/1001']],
      // Not even a number that the other system is not known to have is ours.
      ['SG ERROR: 7014', ['gateway/7014']],
    ] as const;
    for (const [text, elsewhere] of ruledOut)
      assert.deepEqual({ text, elsewhere: undocumented(text).elsewhere }, { text, elsewhere });
  });

  const PLATFORMS = [
    ['ios 3003', ['ios/3003']],
    ['3003 iOS', ['ios/3003']],
    ['gateway 3003', ['gateway/3003']],
    ['android 0', ['android/0']],
    ['iPhone error 0', ['ios/0']],
    ['Android iOS 0', ['android/0', 'ios/0']],
    ['server 6000', ['service/6000']],
    ['android 7014', ['gateway/7014']],
    ['ios 6666', ['service/6666']],
    ['android 3003', ['gateway/3003']],
    ['android 24', ['android/24']],
    ['ios 24', ['ios/24']],
    ['http 404', ['android/http-4xx']],
    ['http 101', ['android/http-other']],
    ['http status code 503', ['android/http-other']],
    ['HTTP/1.1 404 Not Found', ['android/http-4xx']],
    ['< HTTP/2 503', ['android/http-other']],
    ['502 Bad Gateway', ['android/http-other']],
  ] as const;
  for (const [text, ids] of PLATFORMS)
    test(`beside a platform: "${text}" is ${ids.join(' and ')}`, () => {
      assertAnswer(text, ids);
    });

  const INVISIBLE = [
    '70\u200b14',
    '\u202e7014',
    '\u00a07014\u3000',
    '7\u00ad014',
    '\ufeff7014\0',
    '70\ud80014',
    '7\ue000014',
  ];
  for (const text of INVISIBLE)
    test(`is found in spite of characters that nobody sees: ${JSON.stringify(text)}`, () => {
      assertAnswer(text, ['gateway/7014']);
    });
});

describe('an HTTP status', () => {
  test('from 100 to 599 leads to the row that it falls in, and 500 to none', () => {
    for (let status = 100; status <= 599; status++) {
      const row = catalogue.page(String(status))?.http?.row;
      const rows = row ? [row.id] : [];
      assert.equal(rows.length, status === 500 ? 0 : 1, String(status));
      for (const text of [`http ${status}`, `RPCException: [${status}] : x`])
        assertAnswer(text, rows.length > 0 ? rows : 'undocumented');
      // Security Guard has some of the numbers as well, and neither is picked.
      const all = meantBy(String(status));
      for (const id of rows) assert.ok(all.includes(id));
      assertAnswer(String(status), all.length > 0 ? all : 'undocumented');
    }
    assertAnswer('101', ['security-guard/101', 'android/http-other']);
    assertAnswer('404', ['android/http-4xx', 'security-guard/404']);
  });
});

describe('a number that only an SDK knows', () => {
  const standings = new Map(index.meanings.map(({ id, standing }) => [id, standing]));

  for (const [number, ids] of [
    ['7005', ['gateway/7005']],
    ['8001', ['gateway/8001']],
    ['19', ['android/19']],
    ['12', ['android/12', 'ios/12']],
    ['608', ['security-guard/608']],
  ] as const)
    test(`${number} is answered, as undocumented`, () => {
      assertAnswer(number, ids);
      for (const id of ids) assert.equal(standings.get(id), 'undocumented', id);
    });

  test('stands beside the documented one of the same number, and neither is picked', () => {
    assertAnswer('24', ['android/24', 'ios/24']);
    assert.equal(standings.get('android/24'), 'undocumented');
    assert.equal(standings.get('ios/24'), 'documented');
  });

  test('has the standing that its entry has', () => {
    for (const { id, standing } of catalogue.meanings)
      assert.equal(standings.get(id), standing, id);
  });

  test('says whose number it is besides, where it is also one of another system', () => {
    const alsoOf = (text: string) => {
      const answer = resolve(index, text);
      return answer.kind === 'meanings' ? (answer.also ?? []).map(({ origin }) => origin) : null;
    };
    assert.deepEqual(alsoOf('11'), ['h5-rpc']);
    assert.deepEqual(alsoOf('android 11'), []);
    assert.deepEqual(alsoOf('12'), []);
    assert.deepEqual(alsoOf('7005'), []);
  });
});

describe('a number that nobody documents', () => {
  const UNKNOWN = [
    ['7099', ['7xxx'], ['7014'], []],
    ['7020', ['7xxx'], ['7014'], []],
    ['6006', [], ['6005', '6007'], []],
    ['26', [], ['24'], []],
    ['8003', [], ['8002'], []],
    ['1999', ['1001-5999'], ['1005'], ['security-guard']],
    ['9999', [], [], []],
    ['30000', [], [], []],
    ['70145', [], [], []],
    ['500', [], [], []],
    ['9000', [], [], ['payment-sdk']],
  ] as const;
  for (const [number, classes, near, origins] of UNKNOWN)
    test(`${number} is not documented; what is known around it is said`, () => {
      const answer = undocumented(number);
      assert.deepEqual(
        { ...answer, beside: answer.beside.map(({ origin }) => origin) },
        { kind: 'undocumented', number, classes, near, beside: origins, elsewhere: [] },
      );
    });

  test('has the nearest numbers around it in whatever order they are listed', () => {
    const answer = resolve({ ...index, meanings: index.meanings.toReversed() }, '6006');
    assert.ok(answer.kind === 'undocumented');
    assert.deepEqual(answer.near, ['6005', '6007']);
  });

  test('stands in several classes: the narrowest is named first', () => {
    const classes = [
      { id: 'wide', title: 'Wide', spans: [{ from: 0, to: 9999 }] },
      { id: 'narrow', title: 'Narrow', spans: [{ from: 7000, to: 7999 }] },
      { id: 'middle', title: 'Middle', spans: [{ from: 6000, to: 7999 }] },
    ];
    const answer = resolve({ ...index, classes }, '7099');
    assert.ok(answer.kind === 'undocumented');
    assert.deepEqual(answer.classes, ['narrow', 'middle', 'wide']);
  });

  test('is never answered with a meaning, however it is written', () => {
    const spellings = [...IN_WORDS, ...IN_LOGS, ...OF_OTHERS].map(([, spell]) => spell);
    const unknown = fc
      .oneof(fc.nat({ max: 99 }), fc.nat({ max: 9999 }), fc.nat({ max: 9_999_999 }))
      .filter((n) => meantBy(String(n)).length === 0);
    fc.assert(
      fc.property(unknown.map(String), fc.constantFrom(...spellings), (number, spell) => {
        assert.equal(undocumented(spell(number)).number, number);
      }),
    );
  });
});

describe('a number of a neighbouring system', () => {
  const NEIGHBOURS = [
    ['SG ERROR: 705', '705', 'security-guard', []],
    ['SecException: ErrorCode = 705', '705', 'security-guard', []],
    ['SG ERROR: 1001', '1001', 'security-guard', ['gateway/1001']],
    ['{"resultStatus":"6001","memo":"","result":""}', '6001', 'payment-sdk', ['service/6001']],
    ['resultStatus={6001};memo={}', '6001', 'payment-sdk', ['service/6001']],
    ['{"resultStatus":"9000"}', '9000', 'payment-sdk', []],
  ] as const;
  for (const [text, number, system, elsewhere] of NEIGHBOURS)
    test(`${text} is that system's, with nothing said of MGS numbers around it`, () => {
      const { beside, ...rest } = undocumented(text);
      assert.deepEqual(rest, { kind: 'undocumented', number, classes: [], near: [], elsewhere });
      assert.deepEqual(
        beside.map(({ origin }) => origin),
        [system],
      );
    });

  test('that are meanings of a family lead to their page, and to no other', () => {
    assertAnswer('SG ERROR: 608', ['security-guard/608']);
    assertAnswer('SecException: ErrorCode = 608', ['security-guard/608']);
    assertAnswer('SG ERROR: 404', ['security-guard/404']);
  });

  test('a quoted resultStatus that the payment SDK does not have is read as MGS', () => {
    assertAnswer('{"resultStatus":"1001","tips":"x"}', ['gateway/1001']);
  });
});

describe('two different numbers', () => {
  const PAIRS = [
    '7014 7003',
    'code 7014, error 7003',
    'E7014/E7003',
    'Result-Status:7014 result-status: 7003',
    'RPCException: [7014] : x\n{"resultStatus":7003}',
    'SG ERROR: 608\nRPCException: [7014] : x',
    'SG ERROR: 608 SG ERROR: 123',
    '{"resultStatus":"6001"} Result-Status:7014',
  ] as const;
  for (const text of PAIRS)
    test(`name nothing rather than one of them: ${JSON.stringify(text)}`, () => {
      assertAnswer(text, 'nothing');
    });

  // Beside a number in a log a bare one may be a duration or a port, so the two are not mixed.
  for (const [where, spellings] of [
    ['in words', IN_WORDS],
    ['in logs', [...IN_LOGS, ...OF_OTHERS]],
  ] as const)
    test(`${where} name nothing, whichever they are and however they are written`, () => {
      const number = fc.constantFrom(...KNOWN);
      const spelling = fc.constantFrom(...spellings.map(([, spell]) => spell));
      const separator = fc.constantFrom(' ', '\n', ', ', '; ');
      fc.assert(
        fc.property(
          fc.tuple(number, spelling),
          fc.tuple(number, spelling),
          separator,
          ([a, spellA], [b, spellB], between) => {
            fc.pre(a !== b);
            assertAnswer(spellA(a) + between + spellB(b), 'nothing');
          },
        ),
      );
    });

  test('the same number twice is one number', () => {
    assertAnswer('7014, error code 07014', ['gateway/7014']);
    assertAnswer('RPCException: [7014] : x\nResult-Status:07014', ['gateway/7014']);
  });
});

describe('a range', () => {
  const RANGES = ['7xxx', '7XXX', ' 7Xxx\n', '７ＸＸＸ'] as const;
  for (const text of RANGES)
    test(`written ${JSON.stringify(text)} is the class of 7xxx`, () => {
      assert.deepEqual(resolve(index, text), { kind: 'class', id: '7xxx' });
    });
  test('every class is found by its id in any case', () => {
    for (const { id } of content.classes)
      for (const text of [id, id.toUpperCase()])
        assert.deepEqual({ text, ...resolve(index, text) }, { text, kind: 'class', id });
  });
  test('the rows of HTTP statuses are found by their address in any case', () => {
    assertAnswer('http-4xx', ['android/http-4xx']);
    assertAnswer('HTTP-Other', ['android/http-other']);
  });
  test('that is no class is nothing', () => {
    assertAnswer('6xxx', 'nothing');
  });
});

/** The meanings that have a name, as the answer must list them. */
const namedBy = (kind: IndexedName['kind'], text: string) =>
  index.meanings
    .filter(({ names }) => names.some((name) => name.kind === kind && name.text === text))
    .map(({ id }) => id);

const namesOf = (...kinds: readonly IndexedName['kind'][]) =>
  index.meanings.flatMap(({ id, names }) =>
    names.filter(({ kind }) => kinds.includes(kind)).map(({ kind, text }) => ({ id, kind, text })),
  );

/** Checks that the meaning is among the answered ones. */
const assertLeadsTo = (text: string, id: string) => {
  const ids = answered(text);
  assert.ok(ids.includes(id), `"${text}" leads to ${JSON.stringify(ids)}, not to ${id}`);
};

describe('a name', () => {
  for (const [what, kind, least] of [
    ['symbol', 'symbol', 9],
    ['SDK constant', 'sdk-constant', 40],
    ['prompt', 'prompt', 17],
  ] as const)
    test(`that is a ${what} leads to exactly the meanings that have it, in any case of letters`, () => {
      const names = namesOf(kind);
      assert.ok(names.length >= least, `only ${names.length} names of this kind are indexed`);
      for (const { text } of names)
        for (const spelt of [text, text.toUpperCase(), text.toLowerCase(), ` ${text} `])
          assertAnswer(spelt, namedBy(kind, text));
    });

  const PARTS_OF_SYMBOLS = [
    ['RpcNetworkError', ['ios/0']],
    ['EmptyResponse', ['ios/1']],
    ['InvalidJSON', ['ios/2']],
    ['DecodeObject', ['ios/3']],
    ['NetworkCancelled', ['ios/4']],
    ['EncodeObject', ['ios/5']],
    ['protocolbuffers', ['ios/6']],
    ['SizeControl', ['ios/9']],
    ['size_control', ['ios/9']],
    ['Abandon', ['ios/24']],
    ['DTRpcNetwork', ['ios/0', 'ios/4']],
  ] as const;
  for (const [part, ids] of PARTS_OF_SYMBOLS)
    test(`in part: "${part}" is ${ids.join(' and ')}`, () => {
      assertAnswer(part, ids);
    });

  test('that is a part of a symbol, of four letters or more, leads to at least its meaning', () => {
    const part = fc
      .constantFrom(...namesOf('symbol'))
      .chain(({ id, text }) =>
        fc
          .tuple(fc.nat({ max: text.length - 4 }), fc.integer({ min: 4, max: text.length }))
          .map(([from, length]) => ({ id, part: text.slice(from, from + length) })),
      );
    fc.assert(
      fc.property(part, ({ id, part: text }) => {
        fc.pre(text.length >= 4);
        assertLeadsTo(text, id);
      }),
    );
  });

  const PROMPTS = [
    ['Poor network connection.', ['android/4', 'android/5']],
    ['poor network connection', ['android/4', 'android/5']],
    ['Unknown error. Please try again later.', ['android/0']],
    ['Cannot connect to the network.', ['android/2', 'android/15', 'android/http-4xx']],
    [
      'Cannot connect to the network. Please try again later.',
      ['android/16', 'android/http-other'],
    ],
    ['client certificate is incorrect', ['android/3']],
  ] as const;
  for (const [text, ids] of PROMPTS)
    test(`on the screen: "${text}" is ${ids.join(', ')}`, () => {
      assertAnswer(text, ids);
    });

  test('that is a title leads to its meaning', () => {
    for (const { id, title } of index.meanings) assertLeadsTo(title, id);
  });

  const NO_NAMES = [
    ...['', ' ', '\u200b', '-', '?!', 'abc', 'zzzz', 'gateway', 'the', '签'],
    // Part of every symbol, and too short to mean one.
    ...['Rpc', 'dtr', 'err'],
  ];
  for (const text of NO_NAMES)
    test(`that nothing has is answered with nothing: ${JSON.stringify(text)}`, () => {
      assertAnswer(text, 'nothing');
    });
});

test('a word of a constant by itself does not mean the constant', () => {
  const words = namesOf('sdk-constant').flatMap(({ text }) =>
    text.split('_').length > 1 ? text.split('_').filter((word) => word.length >= 4) : [],
  );
  assert.ok(words.length > 10);
  for (const word of words) {
    const answer = resolve(index, word);
    assert.notEqual(answer.kind === 'meanings' ? answer.via : '', 'sdk-constant', word);
  }
});

describe('a Chinese name', () => {
  const names = namesOf('chinese-label', 'seen-text').filter(({ text }) =>
    /\p{Script=Han}/u.test(text),
  );
  test('leads to its meaning, whole and in every part of two characters or more', () => {
    assert.ok(names.length >= 20, `only ${names.length} Chinese names are indexed`);
    for (const { id, text } of names) {
      const characters = Array.from(text);
      for (let from = 0; from < characters.length; from++)
        for (let to = from + 2; to <= characters.length; to++) {
          const part = characters.slice(from, to).join('');
          // "签-" holds one character that counts; "PC" is no Chinese.
          const counting = part.replace(/[^\p{L}\p{N}]/gu, '');
          if (Array.from(counting).length >= 2 && /\p{Script=Han}/u.test(counting))
            assertLeadsTo(part, id);
        }
    }
  });

  const PARTS = [
    ['验签失败', ['gateway/7002']],
    ['缺少 sign', ['gateway/7014']],
    ['验签 - 缺少sign参数', ['gateway/7014']],
    ['时效', ['gateway/7003']],
    ['公钥', ['gateway/7000']],
    ['超时', ['gateway/2000', 'gateway/4001']],
    ['顾客太多，客官请稍候', ['gateway/1002']],
  ] as const;
  for (const [text, ids] of PARTS)
    test(`"${text}" is ${ids.join(' and ')}`, () => {
      assertAnswer(text, ids);
    });
});

describe('whatever the text', () => {
  const surrogates = fc
    .array(fc.integer({ min: 0xd7ff, max: 0xe000 }), { maxLength: 4 })
    .map((units) => String.fromCharCode(...units));
  const fragment = fc.oneof(
    fc.string({ unit: ANY_CHARACTER, maxLength: 20 }),
    surrogates,
    fc.nat({ max: 99_999 }).map(String),
    fc
      .tuple(
        fc.constantFrom(...IN_WORDS, ...IN_LOGS, ...OF_OTHERS),
        fc.oneof(
          fc.nat({ max: 9999 }).map(String),
          fc.string({ unit: ANY_CHARACTER, maxLength: 5 }),
        ),
      )
      .map(([[, spell], number]) => spell(number)),
    fc
      .constantFrom(...namesOf('symbol', 'sdk-constant', 'prompt', 'chinese-label'))
      .map(({ text }) => text),
    fc.constantFrom(
      '7xxx',
      '[',
      '{"',
      '\\u0000',
      'ios ',
      'android ',
      '\u202e',
      '㏠',
      'ﷺ'.repeat(99),
    ),
  );
  const text = fc.array(fragment, { maxLength: 30 }).map((parts) => parts.join(''));

  test('the resolver answers without an exception, and only with what the index has', () => {
    const ids = new Set(index.meanings.map(({ id }) => id));
    const classes = new Set(index.classes.map(({ id }) => id));
    const numbers = new Set(index.meanings.map(({ code }) => code));
    fc.assert(
      fc.property(text, (given) => {
        const answer = resolve(index, given);
        if (answer.kind === 'meanings') {
          assert.ok(answer.ids.every((id) => ids.has(id)));
          assert.equal(new Set(answer.ids).size, answer.ids.length);
        } else if (answer.kind === 'class') assert.ok(classes.has(answer.id));
        else if (answer.kind === 'undocumented') {
          assert.ok(isNumber(answer.number), answer.number);
          assert.ok(answer.classes.every((id) => classes.has(id)));
          assert.ok(answer.near.every((number) => numbers.has(number)));
          assert.ok(answer.elsewhere.every((id) => ids.has(id)));
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('with an empty index nothing is documented', () => {
    const empty = { meanings: [], classes: [], neighbours: [], statuses: [] };
    fc.assert(
      fc.property(text, (given) => {
        assert.ok(['nothing', 'undocumented'].includes(resolve(empty, given).kind));
      }),
    );
  });

  test('where a long text is cut, half a number is never taken for a whole one', () => {
    const spellings = [
      (number: string, at: number) => 'e '.repeat(150).padEnd(at) + number,
      (number: string, at: number) =>
        'x '.repeat(150).padEnd(at - 21) + `Rpc Exception code : ${number}`,
    ];
    for (const number of ['7014', '3003', '1001'])
      for (const spell of spellings)
        for (let at = 380; at < 410; at++) {
          const whole = at + number.length <= 400;
          assertAnswer(spell(number, at), whole ? meantBy(number) : 'nothing');
        }
  });
});

describe('a sentence', () => {
  const cases: Readonly<Record<string, string | null>> = {
    'what does error 7001 mean': 'gateway/7001',
    'what does error 7001 mean in build_7014': 'gateway/7001',
    'mgs returned error log_7014': null,
    // Numbers of the payment SDK, where nothing says so.
    'what does error 6001 mean': 'service/6001',
    'error 4000 again': null,
  };
  for (const [sentence, id] of Object.entries(cases))
    test(`${sentence}: ${id ?? 'nothing'}`, () => {
      const number = id?.split('/')[1];
      assert.deepEqual(
        resolveSentence(index, sentence),
        id === null
          ? { kind: 'nothing' }
          : { kind: 'meanings', ids: [id], via: 'sentence', number },
      );
    });

  for (const [sentence, origin] of [
    ['h5 rpc error 10', 'h5-rpc'],
    ['AlipayJSBridge error 11', 'h5-rpc'],
    ['android rpc error 10', undefined],
  ] as const)
    test(`${sentence}: beside the client's code, ${origin ?? 'nothing'}`, () => {
      const answer = resolveSentence(index, sentence);
      assert.equal(answer.kind === 'meanings' && answer.also?.[0]?.origin, origin);
    });
});
