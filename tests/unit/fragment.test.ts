/** Context in the fragment: an allow-list, as text, for the ticket only. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CONTEXT_NAMES, logQuery, parseFragment } from '../../src/site/fragment.ts';
import { ticketText } from '../../src/site/ticket.ts';
import { page as words } from '../../src/words/en/page.ts';
import { ANY_CHARACTER } from './any-character.ts';

const CASES = [
  ['', { place: '', context: {} }],
  ['#android', { place: 'android', context: {} }],
  [
    '#ios&api=com.example.op&trace=0a1b',
    { place: 'ios', context: { api: 'com.example.op', trace: '0a1b' } },
  ],
  ['#ios&api=a%20b+c', { place: 'ios', context: { api: 'a b c' } }],
  ['#ios&API=x&user=me&__proto__=x&api=', { place: 'ios', context: {} }],
  ['#ios&api=%3Cimg%20src=x%3E', { place: 'ios', context: { api: '<img src=x>' } }],
  ['#ios&api=%E0%A4%A', { place: 'ios', context: { api: '\uFFFD%A' } }],
  ['#ios&api=a%0Ab%E2%80%AEc', { place: 'ios', context: { api: 'a b c' } }],
] as const;

for (const [hash, expected] of CASES)
  test(`reads ${JSON.stringify(hash)}`, () => {
    assert.deepEqual(parseFragment(hash), expected);
  });

test('a long value is cut', () => {
  assert.equal(parseFragment(`#ios&api=${'x'.repeat(5000)}`).context.api?.length, 200);
});

test('never throws, and knows only the four names', () => {
  fc.assert(
    fc.property(fc.string({ unit: ANY_CHARACTER }), (text) => {
      const { context } = parseFragment(`#android&${text}`);
      for (const [name, value] of Object.entries(context)) {
        assert.ok(CONTEXT_NAMES.some((known) => known === name));
        assert.doesNotMatch(value, /[\n\r]/);
      }
    }),
  );
});

test('the ticket holds the page and the context, and leaves open what is not known', () => {
  const text = ticketText(
    words,
    {
      heading: '7014 Signature verification - missing sign parameter',
      place: 'gateway',
      address: 'https://mgs-codes.example/codes/7014#gateway',
      meaning: 'What happened.',
      facts: [
        ['Who acts', 'App'],
        ['Retry', 'After the fix'],
      ],
      steps: ['One.', 'Two.'],
    },
    parseFragment('#gateway&api=com.example.op'),
  );
  assert.equal(
    text,
    [
      'MGS result code: 7014 Signature verification - missing sign parameter (gateway)',
      'https://mgs-codes.example/codes/7014#gateway',
      '',
      'What happened.',
      'Who acts: App',
      'Retry: After the fix',
      '',
      'Operation: com.example.op',
      'Trace id:',
      'Time:',
      'App version:',
      '',
      'Tried:',
      '[ ] One.',
      '[ ] Two.',
      '',
    ].join('\n'),
  );
});

test('a trace id is offered as a query of the log, and nothing that a shell could read otherwise', () => {
  assert.equal(
    logQuery('0a1b2c3d-4e5f.6_7'),
    "grep -F -- '0a1b2c3d-4e5f.6_7' ~/logs/gateway/gateway-page-digest.log",
  );
  for (const text of [
    "0a1b2c3d'; rm -rf ~",
    '$(reboot)12',
    '0a1b 2c3d',
    '0a1b2c3',
    `${'0'.repeat(65)}`,
    '0a1b2c3d\n',
  ])
    assert.equal(logQuery(text), null, text);
});
