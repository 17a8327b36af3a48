/** Addresses without a page, and the code that they ask for. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createCatalogue } from '../../src/domain/codes/catalogue.ts';
import { createResolverIndex } from '../../src/domain/codes/resolver-index.ts';
import { isCodeAddress, publishedCode } from '../../src/domain/text/address.ts';
import { readContent } from '../../src/pipeline/read-content.ts';

const { content } = readContent(fileURLToPath(new URL('../../', import.meta.url)));
const index = createResolverIndex(createCatalogue(content));

describe('the published code of an address', () => {
  const cases: Readonly<Record<string, string | null>> = {
    '7014': '7014',
    e7014: '7014',
    E7014: '7014',
    '07014': '7014',
    '７０１４': '7014',
    '7014).': '7014',
    '404': '404',
    '100': '100',
    '599': '599',
    '600': null,
    'HTTP-4XX': 'http-4xx',
    kdtrpcnetworkerror: '0',
    '9999': null,
    '7014\u200B': null,
    EE7014: null,
    '70.14': null,
    '': null,
  };
  for (const [asked, code] of Object.entries(cases))
    test(`${JSON.stringify(asked)}: ${code ?? 'none'}`, () => {
      assert.equal(publishedCode(index, asked), code);
    });
});

test('an address names a code where it has one part, or one behind the word', () => {
  for (const path of ['/7014', '/codes/7014', '/code/7014', '/CODE/7014/'])
    assert.ok(isCodeAddress(path), path);
  for (const path of ['/', '/guides/x', '/x/codes/7014', '7014'])
    assert.ok(!isCodeAddress(path), path);
});
