import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  aliasesFrom,
  aliasesText,
  beginningOf,
  closeness,
  searchWords,
  wordParts,
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
    ['UnknownHostException back end', 'UnknownHostException', 'back', 'end'],
    ['"result-status" = 7014;', 'result-status', '7014'],
    ['yw_1222.jpg', 'yw', '1222.jpg'],
    ['gateway-error.log.', 'gateway-error.log'],
    ["'quoted' -x-", 'quoted'],
    ['ｔｉｍｅｏｕｔ　３ s', 'timeout', '3'],
    ['验签', '验签'],
    ['签', '签'],
    ['登录失效', '登录', '录失', '失效'],
    ['缺少 ts 参数', '缺少', 'ts', '参数'],
    ['HOST异常', 'HOST', '异常'],
    ['网络不给力，请稍后', '网络', '络不', '不给', '给力', '请稍', '稍后'],
    ['a I 7', '7'],
    ['Where is the log of my app?', 'log', 'app'],
    ['= # / _ :'],
    [''],
  ];
  for (const [text, ...words] of cases)
    test(`of "${text}"`, () => assert.deepEqual(searchWords(text), words));
});

describe('the parts of a compound', () => {
  const cases: readonly [word: string, ...parts: string[]][] = [
    ['java.net.SocketException', 'java', 'net', 'SocketException'],
    ['SocketTimeoutException', 'Socket', 'Timeout', 'Exception'],
    ['NSURLErrorTimedOut', 'NSURL', 'Error', 'Timed', 'Out'],
    ['x-mgs-encryption', 'x', 'mgs', 'encryption'],
    ['timeout', 'timeout'],
    ['验签', '验签'],
  ];
  for (const [word, ...parts] of cases)
    test(`of ${word}`, () => assert.deepEqual(wordParts(word), parts));
});

describe('the aliases of a page', () => {
  test('are read as they were written, then the Chinese as words', () => {
    const text = aliasesText(['CORS', '跨域', '登录失效', 'CORS']);
    assert.deepEqual(aliasesFrom(text), ['CORS', '跨域', '登录失效', '跨域 登录 录失 失效']);
  });
  test('have every word of a Chinese query that is part of one of them', () => {
    const words = new Set(aliasesText(['验签-缺少 sign 参数', '签名为空']).split(' '));
    for (const query of ['缺少', '参数', '名为空', '签名为空'])
      for (const word of searchWords(query)) assert.ok(words.has(word), word);
  });
  test('hold nothing more where nothing is Chinese', () => {
    assert.equal(aliasesText(['timeout', '3000 ms']), 'timeout · 3000 ms');
    assert.equal(aliasesText([]), '');
  });
});

describe('how near a phrase is', () => {
  const near = (query: string, phrase: string) =>
    closeness(searchWords(query), searchWords(phrase));
  test('is 1 for the query itself, in other capitals and with other endings', () => {
    assert.equal(near('connection refused', 'Connection refused'), 1);
    assert.equal(near('client timeout', 'client timeouts'), 1);
  });
  test('is 0 without a common word, and without any', () => {
    assert.equal(near('timeout', 'signature'), 0);
    assert.equal(near('', ''), 0);
  });
  test('counts words in the same order only', () => {
    assert.ok(
      near('missing sign parameter', 'missing sign parameter of a request') >
        near('missing sign parameter', 'parameter sign missing'),
    );
  });
  test('is less for a phrase with more words around', () => {
    assert.ok(
      near('business exception', 'business exception') >
        near('business exception', 'an exception in the business exception path'),
    );
  });
  test('does not take the beginning of a word for the word', () => {
    assert.equal(near('sign', 'signature'), 0);
    assert.equal(near('log', 'logs'), 0);
  });
});
