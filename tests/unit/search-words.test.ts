import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  aliasesText,
  beginningOf,
  packWords,
  searchWords,
  stemOf,
  unpackWords,
} from '../../src/site/search-words.ts';

describe('what of a query is asked for', () => {
  test('is all of it, up to 400 characters', () => {
    for (const query of ['', 'timeout', 'ab '.repeat(133)]) assert.equal(beginningOf(query), query);
  });
  test('is no half of a word where it is longer', () => {
    assert.equal(beginningOf(`${'x'.repeat(395)} 70145 y`), 'x'.repeat(395));
    assert.equal(
      beginningOf(`${'x'.repeat(390)} 7014\t${'y'.repeat(9)}`),
      `${'x'.repeat(390)} 7014`,
    );
    assert.equal(beginningOf('x'.repeat(401)), '');
  });
});

describe('the words of a text', () => {
  const cases: readonly [text: string, ...words: string[]][] = [
    ['"result-status" = 7014;', 'result', 'status', '7014'],
    ['gateway-error.log.', 'gateway', 'error', 'log'],
    ['ｃｌｏｃｋ　７０１４', 'clock', '7014'],
    ['验签', '验签'],
    ['签', '签'],
    ['登录失效', '登录', '录失', '失效'],
    ['缺少 ts 参数', '缺少', 'ts', '参数'],
    ['HOST异常', 'host', '异常'],
    ['网络不给力，请稍后', '网络', '络不', '不给', '给力', '请稍', '稍后'],
    ['UnknownHostException', 'unknownhostexception', 'unknown', 'host', 'exception'],
    ['Where is the log of my app?', 'log', 'app'],
    ['rpc4001 mgs3002', 'rpc', '4001', 'mgs', '3002'],
    ['= # / _ :'],
    [''],
  ];
  for (const [text, ...words] of cases)
    test(`of "${text}"`, () => assert.deepEqual(searchWords(text), words));

  for (const [one, other] of [
    ['back end', 'backend'],
    ['logged on', 'login'],
    ['timed out', 'timeout'],
    ['does not exist', 'not found'],
    ['cannot be found', 'not found'],
    ['3 seconds', '3s'],
    ['3 秒', '3 s'],
    ['200 KB', '200k'],
    ['手机没网', '手机没有网络'],
    ['登陆超时', '登录超时'],
    ['请求没带签名', '请求缺少签名'],
    ['连线逾时', '连接超时'],
    ['域名解析不了', '域名解析失败'],
  ] as const)
    test(`are the same for "${one}" and "${other}"`, () => {
      assert.notDeepEqual(searchWords(one), []);
      assert.deepEqual(searchWords(one), searchWords(other));
    });

  test('are others where a word only begins like one of the list', () => {
    assert.deepEqual(searchWords('无网关'), ['无网', '网关']);
    assert.deepEqual(searchWords('切断网关'), ['切断', '断网', '网关']);
  });

  for (const text of [
    'after 3000 ms',
    '7014 KB',
    '4001 次',
    '7002%',
    'version 10.2.3.1000',
    '-1001',
    'localhost:7001',
    'port 7001',
    '端口 7001',
    'line 7014',
    '2024-01-02',
  ])
    test(`have no number of "${text}", which is no code`, () => {
      for (const word of searchWords(text)) assert.doesNotMatch(word, /^\d+$/);
    });
});

describe('the stem of a word', () => {
  for (const [one, other] of [
    ['timeouts', 'timeout'],
    ['verified', 'verify'],
    ['decryption', 'decrypt'],
    ['authorisation', 'authorization'],
    ['serialised', 'serialize'],
    ['reply', 'response'],
    ['failure', 'failed'],
  ] as const)
    test(`is one for ${one} and ${other}`, () => assert.equal(stemOf(one), stemOf(other)));
  for (const word of ['7014', '验签', 'i̇'])
    test(`is the word itself for ${word}`, () => assert.equal(stemOf(word), word));
});

describe('the aliases of a page', () => {
  test('are one text, with the Chinese as words at its end', () => {
    assert.equal(
      aliasesText(['CORS', '跨域', '登录失效', 'CORS']),
      'CORS · 跨域 · 登录失效 · 跨域 登录 录失 失效',
    );
    assert.equal(aliasesText(['timeout', '3000 ms']), 'timeout · 3000 ms');
    assert.equal(aliasesText([]), '');
  });
  test('have every word of a Chinese query that is part of one of them', () => {
    const words = new Set(aliasesText(['验签-缺少 sign 参数', '签名为空']).split(' '));
    for (const query of ['缺少', '参数', '名为空', '签名为空'])
      for (const word of searchWords(query)) assert.ok(words.has(word), word);
  });
});

describe('words as short text', () => {
  test('are alphabetical, then Chinese ones that go on from each other', () => {
    const words = ['网关', '关地', '地址', 'sign', '址', '证书', 'app', '书'];
    assert.equal(packWords(words), 'app sign 网关地址 址 证书 书');
    assert.deepEqual(new Set(unpackWords(packWords(words))), new Set(words));
  });
  test('are all there again, without those of grammar', () => {
    for (const text of [
      '从失败的请求里复制网关地址，到控制台里找 sign 与它们完全一致的 7014 工作空间',
      '网络，网络。网 络络络',
      'Copy the address from the failed request.',
      '',
    ]) {
      const words = new Set(searchWords(text));
      const kept = [...words].filter((word) => !/[的与它一]/.test(word));
      assert.deepEqual(new Set(unpackWords(packWords(words))), new Set(kept), text);
    }
  });
});
