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

describe('where it fails and who reports it', () => {
  for (const [fails, reporter, expected] of [
    ['sdk', 'gateway', 'Fails in the app or its SDK; reported by the gateway.'],
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
});

test('numbers are counted in words that agree with them', () => {
  assert.equal(views.severalMeanings('0', 1), '0 has 1 meaning');
  assert.equal(views.severalMeanings('0', 2), '0 has 2 meanings');
  assert.match(views.codes.description(1055), /^All 1,055 documented result codes/);
});
