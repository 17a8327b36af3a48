import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { breadcrumbList, headTitleOf } from '../../src/site/head.ts';
import { ENGLISH_EDITION } from '../../src/site/edition.ts';
import { views } from '../../src/words/en/views.ts';

describe('a short title', () => {
  for (const [title, short] of [
    ['Signature verification - missing sign parameter', 'missing sign parameter'],
    ['Signature verification - timeliness failed', 'signature verification - timeliness failed'],
    ['RPC interface does not exist or is closed', 'RPC interface does not exist or is closed'],
    ['Wi-Fi asks for a log-on page first', 'Wi-Fi asks for a log-on page first'],
    ['Log-on failed in the client', 'log-on failed in the client'],
    ['Protocol Buffers reply could not be decoded', 'Protocol Buffers reply could not be decoded'],
    ['Initialisation: bad parameter', 'initialisation: bad parameter'],
    ['Success', 'success'],
    ['operationType missing from a signed call', 'operationType missing from a signed call'],
  ] as const)
    test(`of "${title}"`, () => assert.equal(views.head.shortTitle(title), short));
});

test('a number without an entry keeps the title of its page', () =>
  assert.equal(headTitleOf(ENGLISH_EDITION, '599', [], '599 HTTP status'), '599 HTTP status'));

test('nothing in a trail can end the element that it is in', () => {
  const name = '</script><script>alert(1)</script>';
  const block = breadcrumbList(new URL('https://site.example'), [{ name, path: '/codes' }]);
  assert.ok(!block.includes('<'), block);
  assert.deepEqual(JSON.parse(block), {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: [
      { '@type': 'ListItem', position: 1, name, item: 'https://site.example/codes' },
    ],
  });
});
