import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FAMILIES } from '../../src/domain/codes/families.ts';
import {
  BASES,
  EXECUTED,
  FAILS,
  HOPS,
  NAME_KINDS,
  PARTIES,
  RETRY_ADVICE,
} from '../../src/domain/codes/vocabulary.ts';
import { views, type ViewWords } from '../../src/words/en/views.ts';
import { offline } from '../../src/words/en/offline.ts';
import { offline as chineseOffline } from '../../src/words/zh-cn/offline.ts';
import { views as chinese } from '../../src/words/zh-cn/views.ts';

/** Every value of the data that has a word, with the words of a language. */
const wordsOf = (views: ViewWords) =>
  ({
    family: [FAMILIES, FAMILIES.map((family) => views.families[family].name)],
    'table of a family': [FAMILIES, FAMILIES.map((family) => views.families[family].codes)],
    'setter of a number': [FAMILIES, FAMILIES.map((family) => views.families[family].answer)],
    party: [PARTIES, PARTIES.map((party) => views.parties[party])],
    'retry advice': [RETRY_ADVICE, RETRY_ADVICE.map((advice) => views.retry[advice])],
    execution: [EXECUTED, EXECUTED.map((executed) => views.executed[executed])],
    basis: [BASES, BASES.map((basis) => views.basis[basis])],
    name: [NAME_KINDS, NAME_KINDS.map((kind) => views.names[kind])],
    hop: [HOPS, HOPS.map((hop) => views.hops[hop])],
    'place of a failure': [FAILS, FAILS.map((fails) => views.fails[fails])],
  }) as const satisfies Record<string, readonly [readonly string[], readonly string[]]>;

const PARTIES_IN_WORDS = [
  ['app', [], 'App developer'],
  ['app', ['operator'], 'App developer, then gateway operator'],
  ['operator', ['network', 'app'], 'Gateway operator, then user or network, then app developer'],
  ['nobody', [], 'Nobody'],
] as const;

const DATES = [
  ['2026-01-22', '22 January 2026'],
  ['2026-12-01', '1 December 2026'],
  ['2020-01', 'January 2020'],
  ['2019', '2019'],
] as const;

const CHINESE_DATES = [
  ['2026-01-22', '2026 年 1 月 22 日'],
  ['2020-01', '2020 年 1 月'],
  ['2019', '2019 年'],
] as const;

for (const [language, words] of [
  ['English', views],
  ['Chinese', chinese],
] as const)
  for (const [what, [values, texts]] of Object.entries(wordsOf(words)))
    test(`no two values share the ${language} word for a ${what}, and none is empty`, () => {
      assert.equal(texts.length, values.length);
      assert.ok(texts.every((text) => text.trim() !== ''));
      assert.deepEqual(texts, [...new Set(texts)]);
    });

describe('who fixes it, in words', () => {
  for (const [first, also, expected] of PARTIES_IN_WORDS)
    test(expected, () => {
      assert.equal(views.partiesInOrder(first, also), expected);
    });
});

describe('who fixes it, in Chinese', () => {
  for (const [first, also, expected] of [
    ['app', [], '客户端开发'],
    ['app', ['operator'], '客户端开发，其次网关管理员'],
    ['operator', ['backend', 'app'], '网关管理员，其次后端（业务系统），最后客户端开发'],
  ] as const)
    test(expected, () => {
      assert.equal(chinese.partiesInOrder(first, also), expected);
    });
});

describe('where it fails and who reports it', () => {
  for (const [fails, reporter, expected] of [
    ['sdk', 'gateway', 'Usually caused in the app or its SDK; reported by the gateway.'],
    ['sdk', 'sdk', 'Fails in the app or its SDK.'],
    ['gateway', 'gateway', 'Fails at the gateway.'],
    ['none', 'gateway', 'Nothing fails.'],
    ['unknown', 'unknown', 'Where it fails is not documented.'],
    [
      'network',
      'unknown',
      'Fails between the SDK and the gateway; who reports it is not documented.',
    ],
  ] as const)
    test(expected, () => {
      assert.equal(views.failsAndReporter(fails, reporter), expected);
    });
});

describe('a date, in words', () => {
  for (const [date, expected] of DATES)
    test(`${date} is ${expected}`, () => {
      assert.equal(views.date(date), expected);
    });
  for (const [date, expected] of CHINESE_DATES)
    test(`${date} is ${expected}`, () => {
      assert.equal(chinese.date(date), expected);
    });
});

test('a date in the line on the copy is spaced as on every other page', () => {
  assert.equal(
    chineseOffline.copyOf('Thu, 22 Jan 2026 09:00:00 GMT'),
    '这是 2026 年 1 月 22 日的离线版。',
  );
  assert.equal(
    offline.copyOf('Thu, 22 Jan 2026 09:00:00 GMT'),
    'This is the offline copy of 22 January 2026.',
  );
});

describe('Chinese is set apart from Latin letters, and from nothing else', () => {
  for (const [text, expected] of [
    [chinese.usesNumberToo('无线保镖'), '无线保镖也有这个错误码：'],
    [chinese.usesNumberToo('小程序的 my.request'), '小程序的 my.request 也有这个错误码：'],
    [chinese.notInTable('7014', 'iOS'), 'iOS 表格里没有 7014。'],
    [chinese.notInTable(chinese.thisRange, 'iOS'), 'iOS 表格里没有这个范围。'],
    [chinese.description('网关', '7014', '含义'), 'MGS 网关结果码 7014：含义'],
    [chinese.description('HTTP', '502', '含义'), 'MGS HTTP 状态码 502：含义'],
    [chinese.labelled('如何判断', '看日志'), '如何判断：看日志'],
    [chinese.labelled('第一步', 'iOS：看日志'), '第一步：iOS：看日志'],
    [chinese.labelled('无线保镖 607', '加签：图片'), '无线保镖 607——加签：图片'],
    [chinese.meaningOf('网关', '7014', '没有 `sign`'), '网关 7014：没有 `sign`'],
    [chinese.meaningOf('无线保镖', '1401', '一是：二'), '无线保镖 1401——一是：二'],
    [chinese.aside('推断'), '（推断）'],
  ] as const)
    test(expected, () => {
      assert.equal(text, expected);
    });
});

test('numbers are counted in words that agree with them', () => {
  assert.equal(views.severalMeanings('0', 1), '0 has 1 meaning');
  assert.equal(views.severalMeanings('0', 2), '0 has 2 meanings');
  assert.match(views.codes.description(1055), /^All 1,055 documented result codes/);
});
