import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readContent } from '../../src/pipeline/read-content.ts';
import { createCatalogue } from '../../src/domain/codes/catalogue.ts';
import type { Meaning } from '../../src/domain/codes/schema.ts';
import { FAMILIES } from '../../src/domain/codes/families.ts';

const { content } = readContent(fileURLToPath(new URL('../../', import.meta.url)));
const catalogue = createCatalogue({ ...content, meanings: content.meanings.toReversed() });
const codes = (meanings: readonly Meaning[]) => meanings.map(({ code }) => code);

describe('the catalogue, made from content in another order', () => {
  for (const family of FAMILIES)
    test(`has every ${family} code, in order`, () => {
      const own = catalogue.meanings.filter((meaning) => meaning.family === family);
      assert.ok(own.length > 0);
      assert.deepEqual(catalogue.ofFamily(family), own);
    });

  test('knows the numbers of a thousand, of one family', () => {
    assert.deepEqual(
      codes(catalogue.ofThousand('gateway', '7999')),
      Array.from({ length: 20 }, (_, index) => String(7000 + index)),
    );
    assert.deepEqual(codes(catalogue.ofThousand('ios', '3003')), ['3003']);
    assert.deepEqual(codes(catalogue.ofThousand('service', '7014')), []);
  });

  test('puts named ranges with the low numbers', () => {
    assert.deepEqual(codes(catalogue.ofThousand('android', 'http-4xx')).slice(-3), [
      '25',
      'http-4xx',
      'http-other',
    ]);
  });
});
