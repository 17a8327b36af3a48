import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  compareMeanings,
  isNumber,
  meaningIdOf,
  withoutLeadingZeros,
} from '../../src/domain/codes/code-id.ts';
import { FAMILIES } from '../../src/domain/codes/families.ts';

const NUMBERS = ['0', '9', '10', '7014', '99999'] as const;

const NO_NUMBERS = [
  ['nothing', ''],
  ['a leading zero', '07014'],
  ['two zeros', '00'],
  ['a range name', 'http-4xx'],
  ['a sign', '-1'],
  ['a decimal point', '7.0'],
  ['an exponent', '1e3'],
  ['a blank around it', ' 7014'],
  ['a line break after it', '7014\n'],
  ['full-width digits', '７０１４'],
  ['Arabic digits', '٧٠١٤'],
] as const;

const LEADING_ZEROS = [
  ['7014', '7014'],
  ['07014', '7014'],
  ['0007', '7'],
  ['0', '0'],
  ['000', '0'],
  ['1000', '1000'],
  ['http-4xx', 'http-4xx'],
  ['', ''],
] as const;

test('the id of a meaning is its family and its code', () => {
  assert.equal(meaningIdOf('gateway', '7014'), 'gateway/7014');
  assert.equal(meaningIdOf('android', 'http-4xx'), 'android/http-4xx');
});

describe('a plain number', () => {
  for (const code of NUMBERS)
    test(`"${code}" is one`, () => {
      assert.equal(isNumber(code), true);
    });
  for (const [what, code] of NO_NUMBERS)
    test(`${what} is none: ${JSON.stringify(code)}`, () => {
      assert.equal(isNumber(code), false);
    });
  test('every whole number from 0 is one, as it is printed', () => {
    fc.assert(fc.property(fc.nat(), (number) => isNumber(String(number))));
  });
});

describe('leading zeros', () => {
  for (const [given, expected] of LEADING_ZEROS)
    test(`"${given}" becomes "${expected}"`, () => {
      assert.equal(withoutLeadingZeros(given), expected);
    });
  test('any number keeps its value, however many zeros stand before it', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 20 }), (number, zeros) => {
        assert.equal(withoutLeadingZeros('0'.repeat(zeros) + String(number)), String(number));
      }),
    );
  });
});

describe('the order of meanings', () => {
  const inOrder = [
    { family: 'gateway', code: '1000' },
    { family: 'gateway', code: '3003' },
    { family: 'service', code: '6000' },
    { family: 'android', code: '0' },
    { family: 'android', code: '2' },
    { family: 'android', code: '10' },
    { family: 'android', code: 'http-4xx' },
    { family: 'android', code: 'http-other' },
    { family: 'ios', code: '0' },
    { family: 'ios', code: '3003' },
  ] as const;

  test('families as in the source, numbers by value, named ranges last, whatever the order before', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...inOrder], { minLength: inOrder.length }), (shuffled) => {
        assert.deepEqual(shuffled.sort(compareMeanings), inOrder);
      }),
    );
  });

  test('of two different meanings exactly one comes first', () => {
    const meaning = fc.record({
      family: fc.constantFrom(...FAMILIES),
      code: fc.oneof(fc.nat({ max: 9999 }).map(String), fc.constantFrom('http-4xx', 'http-other')),
    });
    fc.assert(
      fc.property(meaning, meaning, (a, b) => {
        fc.pre(meaningIdOf(a.family, a.code) !== meaningIdOf(b.family, b.code));
        assert.equal(Math.sign(compareMeanings(a, b)), -Math.sign(compareMeanings(b, a)));
        assert.notEqual(compareMeanings(a, b), 0);
      }),
    );
  });
});
