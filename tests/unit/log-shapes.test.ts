import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { readContent } from '../../src/pipeline/read-content.ts';
import { createCatalogue } from '../../src/domain/codes/catalogue.ts';
import { isNumber } from '../../src/domain/codes/code-id.ts';
import {
  LOG_SHAPES,
  matchShapes,
  NAME_PATTERN,
  NEIGHBOUR_SHAPES,
  digestExcerpt,
  shapesOf,
  shapesOfMeaning,
} from '../../src/domain/text/log-shapes.ts';
import { FOREIGN_SHAPES } from '../../src/domain/text/foreign-shapes.ts';
import { createResolverIndex } from '../../src/domain/codes/resolver-index.ts';
import { FAMILIES } from '../../src/domain/codes/families.ts';
import { decode } from '../../src/words/en/decode.ts';
import { ANY_CHARACTER } from './any-character.ts';

const { content } = readContent(fileURLToPath(new URL('../../', import.meta.url)));
const catalogue = createCatalogue(content);
const index = createResolverIndex(catalogue);
const ALL = [...LOG_SHAPES, ...NEIGHBOUR_SHAPES];

/**
 * Systems that no form of a number gives away: HarmonyOS prints none that is known, the H5 container prints
 * numbers of others and of its own pages as it prints any, and Java's exceptions have names only.
 */
const WITHOUT_A_FORM = ['harmonyos', 'h5-page', 'h5-passed-on', 'java-exceptions'];

/** Numbers of a neighbouring system, wherever the index keeps them. */
const numbersOf = (system: string): string[] => [
  ...index.neighbours
    .filter(({ origin }) => origin === system)
    .map(({ spans }) => String(spans[0]?.from)),
  ...index.meanings
    .filter(({ id, code }) => id.startsWith(`${system}/`) && isNumber(code))
    .map(({ code }) => code),
];

/** A few numbers that the shape is for: of its families, or of its system. */
function numbersFor(shape: (typeof ALL)[number]): string[] {
  if ('system' in shape)
    return (
      numbersOf(shape.system)
        // From 701 on the lone form is too common to be Security Guard's.
        .filter((number) => shape.id !== 'security-guard-error-code' || Number(number) < 700)
    );
  return catalogue.meanings
    .filter(({ family, code }) => shape.families.includes(family) && isNumber(code))
    .map(({ code }) => code);
}

describe('the table of shapes', () => {
  test('has an id of its own for every shape', () => {
    const ids = ALL.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)]);
  });

  test('names only sources and systems that exist', () => {
    for (const { id, source } of LOG_SHAPES) assert.ok(catalogue.source(source), id);
    for (const { id, system } of NEIGHBOUR_SHAPES) assert.notEqual(numbersOf(system).length, 0, id);
  });

  test('has a shape for every family and every neighbouring system that has a form in logs', () => {
    for (const family of FAMILIES) assert.notEqual(shapesOf(family).length, 0, family);
    const known = new Set<string>(
      [...NEIGHBOUR_SHAPES, ...FOREIGN_SHAPES].map(({ system }) => system),
    );
    const without = Object.keys(catalogue.neighbours.systems).filter(
      (system) => !known.has(system),
    );
    assert.deepEqual(without.sort(), [...WITHOUT_A_FORM].sort());
  });

  for (const shape of ALL) {
    describe(shape.id, () => {
      test('finds every number of its own in each of its examples', () => {
        for (const number of numbersFor(shape)) {
          const examples = shape.examples(number);
          // H5 has two numbers in two forms: each form is one number's only.
          for (const example of examples) {
            const found = matchShapes([shape], example);
            const isOther = shape.id === 'h5-reply' && Number(number) < 1000;
            assert.deepEqual(
              found.map(({ code }) => code),
              isOther ? [] : [number],
              example,
            );
            for (const { code, index: at, from, to } of found) {
              assert.equal(example.slice(at, at + code.length), code);
              assert.ok(from <= at && at + code.length <= to);
            }
          }
        }
      });

      test('has its hint in every example, and a pattern for many finds', () => {
        for (const example of shape.examples('7014'))
          assert.ok(example.toLowerCase().includes(shape.hint), example);
        assert.ok(shape.pattern.global);
        assert.ok(!shape.context?.global, 'a context is asked once and must keep no state');
      });

      test('finds one number after another', () => {
        const [number = ''] = numbersFor(shape);
        const [example] = shape.examples(number);
        assert.equal(matchShapes([shape], `${example} ${example}`).length, 2);
      });
    });
  }
});

describe('the families that a shape allows', () => {
  for (const { id, families, client, decide } of LOG_SHAPES)
    test(`${id}: are some of its own, with a reason, for every number`, () => {
      for (const number of [0, 3, 18, 404, 500, 999, 1000, 1001, 3003, 6001, 7014, 8002, 99_999])
        for (const platform of ['android', 'ios', null] as const)
          for (const isKnown of [true, false]) {
            const ruling = decide(number, {
              platform,
              keys: new Set(isKnown ? ['memo', 'errormessage'] : []),
              shows: () => false,
              isKnown,
              isOf: () => isKnown,
            });
            if (ruling === null || 'theirs' in ruling) continue;
            assert.notEqual(ruling.families.length, 0);
            // Where a message shows the other client, its table is allowed as well.
            const allowed = [...families, platform === 'android' ? platform : client];
            if (number !== 1000)
              for (const family of ruling.families) assert.ok(allowed.includes(family));
            const reason = decode.reasons[ruling.reason];
            assert.match(reason, /^[`A-Z].*\.$/);
            assert.equal(reason.split('`').length % 2, 1, 'backticks are paired');
          }
    });
});

describe('names of codes', () => {
  const words = (text: string) => Array.from(text.matchAll(NAME_PATTERN), ([word]) => word);

  test('are found whole, symbols with k or K', () => {
    const text = 'x kDTRpcNetworkError, KDTRpcSizeControlError; SIGN_VERIFY_FAILED=1';
    assert.deepEqual(words(text), [
      'kDTRpcNetworkError',
      'KDTRpcSizeControlError',
      'SIGN_VERIFY_FAILED',
    ]);
  });

  test('are no common words', () => {
    assert.deepEqual(
      words('OK. HTTP/1.1 200 OK, ERROR UnknownHostException sign_verify_failed'),
      [],
    );
  });
});

test('places come in order, and no text brings an exception', () => {
  fc.assert(
    fc.property(fc.string({ unit: ANY_CHARACTER, maxLength: 300 }), fc.nat(), (noise, seed) => {
      const shape = ALL[seed % ALL.length];
      const line = `${noise} ${shape?.examples('7014')[0] ?? ''} ${noise}`;
      const places = matchShapes(ALL, line).map(({ index: at }) => at);
      assert.deepEqual(
        places,
        [...places].sort((a, b) => a - b),
      );
    }),
  );
});

describe('the lines that a page shows', () => {
  const idsOf = (id: string) => shapesOfMeaning(catalogue.meaning(id)).map((shape) => shape.id);

  test('of success are replies, none of them of an exception, and the summary log says Y', () => {
    const ids = idsOf('gateway/1000');
    assert.ok(ids.includes('android-headers') && ids.includes('json-body'));
    assert.deepEqual(
      ids.filter((id) => /exception|error/.test(id)),
      [],
    );
    const digest = LOG_SHAPES.find(({ id }) => id === 'gateway-digest');
    assert.match(digest?.examples('1000')[0] ?? '', /,Y,/);
    assert.match(digest?.examples('7014')[0] ?? '', /,N,/);
  });

  test('of success are those of the summary logs of back ends too', () =>
    assert.ok(idsOf('gateway/1000').includes('service-digest')));

  test('of what is thrown with a cause leave out the exception, whose text is that of the cause', () =>
    assert.deepEqual(idsOf('android/13').toSorted(), ['error-report', 'interceptor-log']));

  test('of a preflight request are those of the gateway alone', () =>
    assert.deepEqual(idsOf('gateway/8002'), ['gateway-digest']));

  test('of what is known from the Android library alone have no line of the Xcode console', () => {
    const isOnXcode = (id: string) => idsOf(id).includes('security-guard-console');
    for (const id of ['103', '212', '403', '601', '607', '608', '611'])
      assert.ok(isOnXcode(`security-guard/${id}`), id);
    for (const id of ['110', '114', '404', '602', '614', '1401'])
      assert.ok(!isOnXcode(`security-guard/${id}`), id);
  });

  test('of a failure are all of its family', () =>
    assert.deepEqual(
      idsOf('gateway/7014'),
      shapesOf('gateway').map(({ id }) => id),
    ));

  test('are cut down to success, operation, code and trace where the log is a summary', () => {
    const excerptOf = (id: string, code = '6001') => {
      const shape = LOG_SHAPES.find((other) => other.id === id);
      assert.ok(shape?.digest);
      return digestExcerpt(shape.examples(code)[0], shape.digest, { id: `gateway/${code}` });
    };
    assert.equal(
      excerptOf('gateway-digest'),
      '<time> - (…,N,…,<operationType>,…,6001,…,<traceId>,…)',
    );
    assert.equal(excerptOf('service-digest'), '<time> - (<operationType>,…,N,6001,<uniqueId>)');
    // Whether the log counts these, which are no failures, as a success is not known.
    for (const code of ['8001', '8002'])
      assert.equal(
        excerptOf('gateway-digest', code),
        `<time> - (…,<operationType>,…,${code},…,<traceId>,…)`,
      );
  });

  for (const meaning of catalogue.meanings)
    for (const { text } of meaning.logs)
      test(`that were seen with ${meaning.id} are recognised: ${text}`, () => {
        const codes = matchShapes(shapesOfMeaning(meaning), text).map(({ code }) => code);
        assert.deepEqual([...new Set(codes)], [meaning.code]);
      });
});
