/** The first tier of search: numbers, names, texts that users see, and words, without a browser. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { createWordIndex, type WordEntry } from '../../src/site/word-index.ts';
import { createWordSearch } from '../../src/site/word-search.ts';
import { readSearchTexts } from '../../src/pipeline/read-search-texts.ts';
import { searchIndex } from '../../src/words/en/search.ts';
import { CHINESE_QUESTIONS, QUERIES, QUESTIONS, type Query } from '../e2e/queries.ts';
import { catalogue, chinese, pagesFor, resolverIndex, search, wordIndex } from '../first-tier.ts';

describe('the right page is first', () => {
  for (const [name, queries, ask, least] of [
    ['questions of readers', QUESTIONS, pagesFor, 95],
    ['queries that ask for every page', QUERIES, pagesFor, 225],
    ['questions in Chinese, in the Chinese edition', CHINESE_QUESTIONS, chinese.pagesFor, 57],
  ] as const)
    test(`for ${least} of ${queries.length} ${name}`, () => {
      const missed = queries.flatMap(({ query, first, or = [] }: Query) => {
        const [found = 'nothing'] = ask(query);
        return [...first, ...or].includes(found)
          ? []
          : [`\n  ${query}: ${first.join(' ')}, not ${found}`];
      });
      const right = queries.length - missed.length;
      assert.ok(right >= least, `${right} of ${queries.length}:${missed.join('')}`);
    });

  test('or among the first three, for every page that a query must find', () => {
    for (const { query, first } of QUERIES)
      for (const path of first)
        assert.ok(pagesFor(query).slice(0, 3).includes(path), `${query}: ${path}`);
  });
});

describe('the Chinese edition', () => {
  test('answers the Chinese queries of the English lists', () => {
    const queries = [...QUESTIONS, ...QUERIES].filter(({ query }) => /\p{Script=Han}/u.test(query));
    const missed = queries.filter(
      ({ query, first, or = [] }) =>
        ![...first, ...or].includes(chinese.pagesFor(query)[0] ?? 'nothing'),
    );
    assert.ok(missed.length <= 2, missed.map(({ query }) => query).join(', '));
  });

  test('has throttling under one word: of the gateway, of HTTP and of the client', () => {
    const paths = chinese.pagesFor('限流');
    assert.equal(paths[0], '/codes/1002');
    for (const path of ['/codes/429', '/codes/18']) assert.ok(paths.includes(path), path);
  });

  test('has the search words of its own guides beside those of the English ones', () => {
    for (const query of ['服务器繁忙', 'what the user saw'])
      assert.equal(chinese.pagesFor(query)[0], '/guides/symptoms', query);
    const { text } = chinese.wordIndex.entries.find(
      ({ page }) => page?.path === '/guides/timeouts',
    ) ?? { text: '' };
    assert.match(text, /超时/);
  });

  test('takes a part of a label for the label that it is most of', () => {
    const { results } = chinese.search('验签');
    assert.deepEqual(
      results.slice(0, 2).map(({ id, kind }) => [id, kind]),
      [
        ['gateway/7002', 'exact'],
        ['gateway/7001', 'exact'],
      ],
    );
  });

  test('does not take a part of a title, which is its own wording, for an exact answer', () => {
    for (const { kind } of chinese.search('解析失败').results) assert.equal(kind, 'words');
  });
});

describe('a title', () => {
  /** Texts by the pages that have them. */
  const pagesOf = Map.groupBy(
    resolverIndex.meanings.map(({ title, code }) => ({ title, path: `/codes/${code}` })),
    ({ title }) => title.toLowerCase(),
  );
  /** One letter of the longest word missing, swapped with its neighbour, or wrong. */
  const misspelt = (title: string): string[] => {
    const words = title.match(/[a-z]+/gi) ?? [];
    const [word = ''] = words.toSorted((a, b) => b.length - a.length);
    const at = Math.floor(word.length / 2);
    const [start, letter = '', next = '', rest] = [
      word.slice(0, at),
      word[at],
      word[at + 1],
      word.slice(at + 2),
    ];
    return word.length < 5
      ? []
      : [start + next + rest, start + next + letter + rest, `${start}q${next}${rest}`].map(
          (wrong) => title.replace(word, wrong),
        );
  };

  test('with one typing error in its longest word finds its page first, for every title', () => {
    let asked = 0;
    for (const [, pages] of pagesOf)
      for (const query of misspelt(pages[0]?.title ?? '')) {
        if (!query.includes(' ')) continue;
        const [found = 'nothing'] = pagesFor(query);
        assert.ok(
          pages.some(({ path }) => path === found),
          `${query}: ${found}`,
        );
        asked += 1;
      }
    assert.ok(asked > 400, String(asked));
  });

  test('of the official page finds its page in the Chinese edition too, misspelt or not', () => {
    for (const { title, code, standing, spans } of resolverIndex.meanings) {
      if (standing !== 'documented' || spans) continue;
      const right = pagesOf.get(title.toLowerCase())?.map(({ path }) => path) ?? [];
      for (const query of [title, ...misspelt(title)]) {
        if (!query.includes(' ')) continue;
        assert.ok(right.includes(chinese.pagesFor(query)[0] ?? ''), `${query}: ${code}`);
      }
    }
  });

  test('in Chinese with one wrong character finds its page first', () => {
    for (const [query, path] of [
      ['数据解蜜失败', '/codes/3003'],
      ['调用次数朝过限额', '/codes/1002'],
      ['没有设置公要', '/codes/7000'],
    ] as const)
      for (const ask of [pagesFor, chinese.pagesFor]) assert.equal(ask(query)[0], path, query);
  });

  test('with other words in it is no title', () => {
    assert.equal(search('data decription failed').results[0]?.kind, 'words');
    assert.notEqual(pagesFor('data of the user decription failed on iOS')[0], undefined);
  });
});

describe('a text that users see', () => {
  const ofNames = resolverIndex.meanings.flatMap(({ names }) =>
    names.filter(({ kind }) => /^(?:prompt|seen-text|default-text)$/.test(kind)),
  );
  const texts = new Set([
    ...ofNames.map(({ text }) => text),
    ...wordIndex.shown.flatMap((shown) => shown.texts),
  ]);
  const firstSentence = (text: string): string => text.split(/[.,，。！!?？]/u)[0] ?? '';
  const variants = (text: string): string[] => {
    const first = firstSentence(text);
    return /\p{Script=Han}/u.test(text)
      ? [
          text.replace(/[。！]?$/u, '！'),
          text.replace(/[。！]$/u, ''),
          // "Sorry" alone is no text.
          ...(first.length < 4
            ? []
            : [`${first}了`, `${first.slice(0, 2)}是${first.slice(2)}的`, `${first}？`]),
        ]
      : [
          text.toUpperCase(),
          text.toLowerCase(),
          text.replace(/\.?$/, '!'),
          `The ${first}?`,
          first.replace(/ (\S+)$/, ' is $1'),
          first.replace(/ (\S+)$/, ' was a $1'),
          text.replace(/\b(?:the|is|an?|are|was) /gi, ''),
        ];
  };

  test('is found with small words added or dropped, in another case, and with another end', () => {
    for (const [text, ask] of [...texts].flatMap((each) => [
      [each, pagesFor] as const,
      [each, chinese.pagesFor] as const,
    ])) {
      // Several codes have the text: each is right.
      const right = [text, firstSentence(text)].flatMap((each) => ask(each)[0] ?? []);
      for (const variant of variants(text))
        assert.ok(right.includes(ask(variant)[0] ?? 'nothing'), `${text}: ${variant}`);
    }
  });

  test('is no part of a word: too many customers are not many', () => {
    assert.equal(pagesFor('顾客太多了')[0], '/codes/1002');
    assert.ok(!search('a busy road').results.some(({ kind }) => kind === 'shown'));
  });
});

describe('a number of the payment SDK', () => {
  for (const query of [
    'resultStatus 9000',
    'resultStatus 9000 支付成功',
    'resultStatus 9000 payment succeeded',
    'the app got resultStatus 9000 back',
    '支付宝返回 9000',
    'alipay 4000',
    'result_status 8000 处理中',
    'resultStatus 4000 order payment failed',
  ])
    test(`"${query}" is known elsewhere`, () => {
      for (const ask of [search, chinese.search]) {
        const { results, notes } = ask(query);
        assert.match(results[0]?.path ?? '', /\/not-mgs-codes#payment-sdk$/);
        assert.ok(
          notes.some((note) => /Alipay payment SDK|支付宝支付 SDK/.test(note)),
          notes.join(' '),
        );
      }
    });

  for (const query of ['resultStatus 6001', 'resultStatus 6001 用户取消', 'resultStatus=6001'])
    test(`"${query}" may be a code of MGS or not`, () => {
      const { results } = search(query);
      assert.deepEqual(
        results.slice(0, 2).map(({ path, kind }) => [path, kind]),
        [
          ['/codes/6001#service', 'possible'],
          ['/guides/same-number', 'beside'],
        ],
      );
    });

  for (const [query, system] of [
    ['alipay payment cancelled by user', 'payment-sdk'],
    ['支付 用户取消', 'payment-sdk'],
    ['harmonyos', 'harmonyos'],
  ] as const)
    test(`"${query}" leads to its system`, () => {
      for (const ask of [search, chinese.search])
        assert.match(ask(query).results[0]?.path ?? '', new RegExp(`/not-mgs-codes#${system}$`));
    });

  test('is not one of a gateway because of its name', () => {
    for (const query of [
      'resultStatus 7014',
      'resultStatus 7014 签名为空',
      'resultStatus 6001 tips 系统繁忙',
    ])
      assert.ok(!search(query).results.some(({ kind }) => kind === 'possible'), query);
  });
});

describe('a number beside the name of a system that counts for itself', () => {
  for (const query of [
    'Http Transport error[3]',
    'http transport error 3 on android',
    'my.request error 12',
    'my.request 错误 12',
    'hotfix error 304 on ios',
    'iOS 热修复 报错 304',
  ])
    test(`"${query}" is no code, and the guide on equal numbers is first`, () => {
      for (const ask of [search, chinese.search]) {
        const { results } = ask(query);
        assert.equal(results[0]?.path, '/guides/same-number');
        for (const { kind } of results) assert.ok(kind === 'beside' || kind === 'words', kind);
        assert.ok(!results.some(({ path }) => /\/codes\/(?:3|12|304)#/.test(path)));
      }
    });
});

describe('a number that is no code', () => {
  for (const query of [
    '-7014',
    'port 7001',
    '127.0.0.1:7001',
    'after 3000 ms',
    '¥3000',
    '￥3000',
    '$ 3000',
    '3000$',
    '€1002',
    '4000 KB',
    '7014%',
    '2000 次',
    'SDK 10.2.3.1000',
    '端口 7001 被占用，改成 4001 也不行',
  ])
    test(`"${query}" has no exact and no probable answer`, () => {
      for (const { kind } of search(query).results)
        assert.ok(!['exact', 'probable', 'possible'].includes(kind), query);
    });

  for (const query of ['7099', '9999', '70145', '7099 signature failed'])
    test(`"${query}" finds no page by its words`, () => {
      for (const { kind, path } of search(query).results) assert.notEqual(kind, 'words', path);
    });
});

describe('a number after a minus', () => {
  for (const query of ['-1001', 'code -1001', 'Code=-1009', 'NSURLErrorDomain Code=-1005'])
    test(`"${query}" is most likely a network failure of iOS`, () => {
      const { results, notes } = search(query);
      assert.deepEqual([results[0]?.id, results[0]?.kind], ['ios/0', 'probable']);
      assert.ok(!results.some(({ kind }) => kind === 'exact'));
      assert.equal(notes.length, 1);
    });
});

describe('a number in a sentence', () => {
  for (const [query, id] of [
    ['升级后一直报错7007', 'gateway/7007'],
    ['错误码 4002 怎么解决', 'gateway/4002'],
    ['mPaaS rpc keeps failing with code=3001 on iOS', 'gateway/3001'],
    ['error 16 on Android after the update', 'android/16'],
    ['７０１４ 怎麼解決', 'gateway/7014'],
  ] as const)
    test(`"${query}" is probably ${id}`, () => {
      const [first] = search(query).results;
      assert.deepEqual([first?.id, first?.kind], [id, 'probable']);
    });

  for (const query of ['RPC4001', 'mgs3002', 'RPCException 7014', '结果码7014', 'RPCException 16'])
    test(`"${query}" is exact`, () => assert.equal(search(query).results[0]?.kind, 'exact'));
});

describe('a number of another system', () => {
  for (const query of ['security guard 303', '无线保镖 303', '無線保鏢 303', 'SG 303'])
    test(`"${query}" is Security Guard's`, () => {
      const { results } = search(query);
      assert.deepEqual([results[0]?.id, results[0]?.kind], ['security-guard/303', 'probable']);
      assert.notEqual(results[1]?.kind, 'probable');
    });

  test('is exact where a log prints it: "SecException 303"', () => {
    const { results, onEnter } = search('SecException 303');
    assert.deepEqual([results[0]?.id, results[0]?.kind], ['security-guard/303', 'exact']);
    assert.equal(results.filter(({ kind }) => kind === 'exact').length, 1);
    assert.equal(onEnter?.id, 'security-guard/303');
  });

  test('resultStatus alone cannot tell a payment from a call', () => {
    for (const query of ['resultStatus=6002', 'payment 6001 cancelled by user']) {
      const { results, notes, onEnter } = search(query);
      assert.equal(results[0]?.kind, 'possible');
      assert.ok(notes.some((note) => note.includes('payment')));
      assert.ok(results.some(({ path }) => path === '/guides/same-number'));
      assert.equal(onEnter, null);
    }
    assert.equal(search('{"resultStatus":6002,"tips":"x"}').results[0]?.kind, 'exact');
    assert.equal(search('resultStatus=7014').results[0]?.kind, 'exact');
  });
});

describe('a number that only an SDK knows', () => {
  for (const [query, id, origin] of [
    ['7005', 'gateway/7005', 'SDK only · Gateway'],
    ['RPCException: [24]', 'android/24', 'SDK only · Android'],
    ['SG ERROR: 608', 'security-guard/608', 'SDK only · Security Guard'],
  ] as const)
    test(`"${query}" is never called exact`, () => {
      const { results, notes, onEnter, summary } = search(query);
      assert.deepEqual(
        [results[0]?.id, results[0]?.kind, results[0]?.origin],
        [id, 'sdk-only', origin],
      );
      assert.ok(results.every(({ kind }) => kind !== 'exact'));
      assert.equal(notes.length, 1);
      assert.match(notes[0] ?? '', /only an SDK knows this number/);
      assert.match(summary, /^1 answer known only from an SDK\./);
      assert.equal(onEnter?.id, id);
    });

  test('stands beside a documented one, and Enter picks neither', () => {
    const { results, notes, onEnter, summary } = search('24');
    const named = results.filter(({ kind }) => kind === 'exact' || kind === 'sdk-only');
    assert.deepEqual(
      named.map(({ id, origin }) => [id, origin]),
      [
        ['ios/24', 'Exact · iOS'],
        ['android/24', 'SDK only · Android'],
      ],
    );
    assert.deepEqual(notes, []);
    assert.equal(onEnter, null);
    assert.match(summary, /^1 exact answer\. 1 answer known only from an SDK\./);
  });

  test('in a sentence is probable, and said to be the SDK’s', () => {
    const [first] = search('升级后一直报错7005').results;
    assert.deepEqual(
      [first?.id, first?.kind, first?.origin],
      ['gateway/7005', 'probable', 'Probably · SDK only · Gateway'],
    );
  });

  test('that another system has as well is possible', () => {
    const { results, notes, onEnter } = search('11');
    assert.deepEqual([results[0]?.id, results[0]?.kind], ['android/11', 'possible']);
    assert.ok(notes.some((note) => note.startsWith('The text cannot tell whether 11 ')));
    assert.equal(onEnter, null);
  });
});

describe('what is called an HTTP status', () => {
  for (const query of ['http 5000', 'http code 5000', 'HTTP status 6001'])
    test(`"${query}" has no exact answer`, () => {
      const { results, onEnter } = search(query);
      assert.ok(results.every(({ kind }) => !['exact', 'sdk-only', 'probable'].includes(kind)));
      assert.equal(onEnter, null);
    });

  test('leads to its page', () => {
    assert.equal(search('http 404').onEnter?.path, '/codes/404');
  });
});

describe('what the user saw', () => {
  for (const query of [
    '系统繁忙，请稍后再试。',
    '系统繁忙',
    '系統繁忙',
    '离线包一直提示系统繁忙',
    'System busy. Please try again later.',
    'system busy',
  ])
    test(`"${query}" leads to the guide, with its likeliest codes below`, () => {
      const { results, onEnter } = search(query);
      assert.equal(results[0]?.path, '/guides/symptoms');
      const codes = results.filter(({ kind }) => kind === 'shown').flatMap(({ id }) => id ?? []);
      for (const id of [
        'gateway/7014',
        'gateway/7001',
        'gateway/7002',
        'gateway/7000',
        'gateway/3000',
      ])
        assert.ok(codes.includes(id), id);
      assert.equal(onEnter, null);
    });

  test('narrows and does not decide, even where only one code is known to show it', () => {
    for (const query of [
      '验签RPC接口 加签数据为空',
      '排队人太多了，请稍后再试',
      'Poor network connection',
    ])
      assert.equal(search(query).results[0]?.kind, 'shown', query);
  });
});

describe('Enter', () => {
  for (const query of [
    '3003',
    '0',
    '超时',
    'Cannot connect to the network.',
    '7099',
    'xylophone',
    '',
  ])
    test(`opens nothing for "${query}"`, () => assert.equal(search(query).onEnter, null));
  for (const [query, id] of [
    ['7014', 'gateway/7014'],
    ['kDTRpcNetworkError', 'ios/0'],
    ['ios 3003', 'ios/3003'],
    ['phone clock wrong', 'gateway/7003'],
  ] as const)
    test(`opens ${id} for "${query}"`, () => assert.equal(search(query).onEnter?.id, id));
});

test('a result says what happened, who fixes it and whether a retry helps', () => {
  for (const query of ['7014', 'phone clock wrong', '验签失败']) {
    const [first] = search(query).results;
    assert.match(first?.text ?? '', /^[A-Z].*\.$/);
    assert.match(first?.detail ?? '', /^Who fixes it: .* Retry: .*\.$/);
  }
});

test('the counts are those of the list', () => {
  assert.match(search('3003').summary, /^2 exact answers\./);
  assert.match(search('7014').summary, /^1 exact answer\./);
  const { summary, results } = search('clock');
  assert.equal(summary, `${results.length} results with these words.`);
});

test('one letter wrong, missing, added or swapped does not lose the answer', () => {
  // The SDKs have spellings of their own, which lead to their constants.
  const spelled = JSON.stringify([wordIndex, resolverIndex]).toLowerCase();
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  for (const [word, path] of [
    ['signature', '/codes/7002'],
    ['preflight', '/codes/8002'],
    ['timestamp', '/codes/7003'],
    ['throttling', '/codes/1002'],
    ['protobuf', '/codes/6'],
  ] as const) {
    const wanted = pagesFor(word);
    assert.ok(wanted.includes(path), word);
    for (let at = 1; at < word.length - 1; at++) {
      const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
      const other = letters.charAt((letters.indexOf(letter) + 7) % letters.length);
      const swapped = `${before}${word.charAt(at + 1)}${letter}${word.slice(at + 2)}`;
      for (const typed of [
        before + after,
        before + other + after,
        before + other + letter + after,
        swapped,
      ])
        if (!spelled.includes(typed))
          assert.ok(pagesFor(typed).includes(path), `${typed} for ${word}`);
    }
  }
});

describe('the word index', () => {
  test('costs no more than a word may', () => {
    const bytes = brotliCompressSync(JSON.stringify(wordIndex)).length;
    assert.ok(bytes <= 30_000, String(bytes));
  });

  test('keeps within its limit, and leaves out the longest texts first', () => {
    const texts = readSearchTexts('.');
    const make = (most: number) => createWordIndex(catalogue, texts, searchIndex, most);
    const sizeOf = (entries: unknown) => JSON.stringify(entries).length;
    const whole = make(Infinity);
    assert.equal(whole.complete, true);
    let most = sizeOf(whole.entries) - 1;
    const kept: WordEntry[][] = [];
    for (let level = 0; level < 3; level++) {
      const { entries, complete } = make(most);
      assert.equal(complete, false);
      assert.ok(sizeOf(entries) <= most);
      kept.push([...entries]);
      most = sizeOf(entries) - 1;
    }
    const [withoutMore, withNames, pagesOnly] = kept;
    assert.ok(withoutMore?.every(({ more }) => more === ''));
    assert.ok(withoutMore?.some(({ id, text }) => id !== undefined && text !== ''));
    assert.ok(withNames?.every(({ id, text }) => id === undefined || text === ''));
    assert.ok(pagesOnly?.every(({ id }) => id === undefined));
  });

  test('refuses a text for a code or a guide that does not exist', () => {
    const none = { names: [], shown: [] };
    for (const texts of [
      { ...none, names: [{ text: 'x', id: 'gateway/1' }] },
      { ...none, shown: [{ texts: ['x'], ids: ['gateway/1'] }] },
      { ...none, shown: [{ texts: ['x'], ids: ['gateway/7014'], guide: 'none' }] },
    ])
      assert.throws(() => createWordIndex(catalogue, texts, searchIndex));
  });

  test('has Chinese for traditional characters, from tables and not by guess', () => {
    const { traditional, simplified } = wordIndex;
    assert.equal(Array.from(traditional).length, Array.from(simplified).length);
    const at = Array.from(traditional).indexOf('簽');
    assert.equal(Array.from(simplified)[at], '签');
    for (const query of [
      '驗簽失敗',
      '资料解密失败',
      '資料解密失敗',
      '登入逾時',
      '沒有設定公開金鑰',
    ])
      assert.ok(search(query).results.length > 0, query);
  });

  test('finds half a word while it is typed', () => {
    const find = createWordSearch(resolverIndex, wordIndex);
    for (const typed of ['prefl', 'timest', 'signatu', 'certif'])
      assert.ok(find(typed).length > 0, typed);
  });
});
