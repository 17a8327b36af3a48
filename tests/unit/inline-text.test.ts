import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  chineseRuns,
  gapAfter,
  inlineTokens,
  plainText,
} from '../../src/domain/codes/inline-text.ts';
import { ANY_CHARACTER } from './any-character.ts';

const text = (value: string) => ({ kind: 'text', value }) as const;
const code = (value: string) => ({ kind: 'code', value }) as const;
const strong = (value: string) => ({ kind: 'strong', value }) as const;

const STATEMENTS = [
  ['no code', 'Send it again.', [text('Send it again.')]],
  ['code in the middle', 'The `sign` value', [text('The '), code('sign'), text(' value')]],
  ['code at both ends', '`a` and `b`', [code('a'), text(' and '), code('b')]],
  ['code alone', '`monitor.log`', [code('monitor.log')]],
  ['nothing', '', []],
  ['an empty pair', 'a``b', [text('a'), text('b')]],
  ['an unpaired backtick', 'a `b', [text('a '), text('`b')]],
  ['a pair and an unpaired backtick', '`a` b `c', [code('a'), text(' b '), text('`c')]],
  ['a menu', 'Open **A > B** first', [text('Open '), strong('A > B'), text(' first')]],
  ['a menu in Chinese', '打开**A > B**里的', [text('打开'), strong('A > B'), text('里的')]],
  ['a menu beside code', '**A** `**`', [strong('A'), text(' '), code('**')]],
  ['two menus', '**A**, **B**', [strong('A'), text(', '), strong('B')]],
  ['asterisks without a partner', '2 ** 3', [text('2 ** 3')]],
  ['asterisks around code', '**`a`**', [text('**'), code('a'), text('**')]],
  ['asterisks beside spaces', 'a ** b ** c', [text('a ** b ** c')]],
  ['markup of other kinds', '<b>*x*</b> &amp; [y](z)', [text('<b>*x*</b> &amp; [y](z)')]],
] as const;

describe('the parts of a statement', () => {
  for (const [what, statement, tokens] of STATEMENTS)
    test(`${what}: ${JSON.stringify(statement)}`, () => {
      assert.deepEqual(inlineTokens(statement), tokens);
    });
});

test('plain text is the statement without its markup', () => {
  assert.equal(plainText('Open **Gateway management**.'), 'Open Gateway management.');
  assert.equal(plainText('Read `Memo` and `tips`.'), 'Read Memo and tips.');
  assert.equal(plainText('5` long'), '5` long');
});

const MARKS = { text: '', code: '`', strong: '**' };

describe('whatever the statement', () => {
  const statement = fc.oneof(
    fc.string({ unit: fc.constantFrom('`', '**', 'a', ' ', '<', '信') }),
    fc.string({ unit: ANY_CHARACTER }),
  );

  test('its parts put together are the statement again', () => {
    fc.assert(
      fc.property(statement, (given) => {
        fc.pre(!given.includes('``'));
        const again = inlineTokens(given)
          .map(({ kind, value }) => `${MARKS[kind]}${value}${MARKS[kind]}`)
          .join('');
        assert.equal(again, given);
      }),
    );
  });
  test('no part is empty, and code holds no backtick', () => {
    fc.assert(
      fc.property(statement, (given) => {
        for (const { kind, value } of inlineTokens(given)) {
          assert.notEqual(value, '');
          if (kind === 'code') assert.ok(!value.includes('`'), value);
        }
      }),
    );
  });
});

describe('the gap after a text', () => {
  for (const [given, gap] of [
    ['It failed.', ' '],
    ['参数无效。', ''],
    ['参数无效（见下）', ''],
    ['写作“参数”', ''],
    ['参数', ' '],
    ['', ' '],
  ] as const)
    test(JSON.stringify(given), () => {
      assert.equal(gapAfter(given), gap);
    });
});

describe('Chinese in a text of another language', () => {
  for (const [text, chinese] of [
    ['The name (签约) is not the signature (签名).', ['签约', '签名']],
    ['验签 - 缺少sign参数', ['验签', '缺少sign参数']],
    ['PRC-JSON解析异常', ['PRC-JSON解析异常']],
    ['It says “网络不给力，请稍后再试”.', ['网络不给力，请稍后再试']],
    ['开放', ['开放']],
    ['No word of it.', []],
    ['', []],
  ] as const)
    test(JSON.stringify(text), () => {
      const runs = chineseRuns(text);
      assert.deepEqual(
        runs.filter(({ isChinese }) => isChinese).map(({ value }) => value),
        chinese,
      );
      assert.equal(runs.map(({ value }) => value).join(''), text);
      assert.ok(runs.every(({ value }) => value !== ''));
    });
});
