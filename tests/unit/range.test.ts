import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  contains,
  nestOrDisjoint,
  parseSpan,
  parseSpans,
  widthOf,
  type Span,
} from '../../src/domain/codes/range.ts';

const READABLE = [
  ['400-499', { from: 400, to: 499 }],
  ['608', { from: 608, to: 608 }],
  ['0', { from: 0, to: 0 }],
  ['0-0', { from: 0, to: 0 }],
] as const;

const UNREADABLE = [
  ['nothing', '', /is not a span/],
  ['an open end', '400-', /is not a span/],
  ['an open beginning', '-499', /is not a span/],
  ['a typographic dash', '400–499', /is not a span/],
  ['three ends', '100-200-300', /is not a span/],
  ['blanks', '400 - 499', /is not a span/],
  ['a placeholder', '7xxx', /is not a span/],
  ['a line break after it', '400-499\n', /is not a span/],
  ['an end before the beginning', '499-400', /ends before it begins/],
] as const;

describe('a span in text', () => {
  for (const [text, span] of READABLE)
    test(`"${text}" is read`, () => {
      assert.deepEqual(parseSpan(text), span);
    });
  for (const [what, text, reason] of UNREADABLE)
    test(`${what} is refused with the text and the reason: ${JSON.stringify(text)}`, () => {
      assert.throws(
        () => parseSpan(text),
        (error) =>
          error instanceof RangeError &&
          error.message.includes(`"${text}"`) &&
          reason.test(error.message),
      );
    });
  test('a list with one bad span is refused as a whole', () => {
    assert.deepEqual(parseSpans(['100-399', '501-599']), [
      { from: 100, to: 399 },
      { from: 501, to: 599 },
    ]);
    assert.throws(() => parseSpans(['100-399', '599-501']), /"599-501"/);
  });
});

describe('a number in a range', () => {
  const spans = parseSpans(['100-399', '501-599']);
  const places = [
    [99, false],
    [100, true],
    [399, true],
    [400, false],
    [500, false],
    [501, true],
    [599, true],
    [600, false],
  ] as const;
  for (const [number, inside] of places)
    test(`${number} is ${inside ? 'inside' : 'outside'} 100-399 and 501-599`, () => {
      assert.equal(contains(spans, number), inside);
    });
  test('an empty range holds nothing', () => {
    assert.equal(contains([], 0), false);
  });
});

describe('two ranges', () => {
  const pairs = [
    ['apart', ['400-499'], ['100-399', '501-599'], true],
    ['next to each other', ['1-2'], ['3-4'], true],
    ['one inside the other', ['7000-7999'], ['7014'], true],
    ['the same', ['1-9'], ['1-9'], true],
    ['each span inside one of the other', ['1-9', '20-29'], ['2-3', '25'], true],
    ['overlapping', ['1-5'], ['5-9'], false],
    ['one span inside, one outside', ['1-9'], ['2-3', '20'], false],
    ['crossing both ways', ['1-9', '25'], ['5', '20-29'], false],
  ] as const;
  for (const [what, a, b, clear] of pairs)
    test(`${what} ${clear ? 'leave' : 'do not leave'} the place of a number clear`, () => {
      assert.equal(nestOrDisjoint(parseSpans(a), parseSpans(b)), clear);
      assert.equal(nestOrDisjoint(parseSpans(b), parseSpans(a)), clear, 'the other way round');
    });

  const span = fc
    .tuple(fc.nat({ max: 12 }), fc.nat({ max: 4 }))
    .map(([from, more]): Span => ({ from, to: from + more }));
  const range = fc.array(span, { minLength: 1, maxLength: 3 });
  const numbersOf = (spans: readonly Span[]) =>
    new Set(Array.from({ length: 20 }, (_, number) => number).filter((n) => contains(spans, n)));

  test('called clear, they share no number or one holds all of the other', () => {
    fc.assert(
      fc.property(range, range, (a, b) => {
        fc.pre(nestOrDisjoint(a, b));
        const [left, right] = [numbersOf(a), numbersOf(b)];
        assert.ok(
          left.isDisjointFrom(right) || left.isSubsetOf(right) || right.isSubsetOf(left),
          JSON.stringify([a, b]),
        );
      }),
    );
  });
  test('sharing no number, they are called clear', () => {
    fc.assert(
      fc.property(range, range, (a, b) => {
        fc.pre(numbersOf(a).isDisjointFrom(numbersOf(b)));
        assert.ok(nestOrDisjoint(a, b));
      }),
    );
  });
});

test('the width of ranges is the numbers between their ends', () => {
  assert.equal(widthOf([]), 0);
  assert.equal(widthOf([{ from: 608, to: 608 }]), 0);
  assert.equal(
    widthOf([
      { from: 400, to: 499 },
      { from: 600, to: 601 },
    ]),
    100,
  );
});
