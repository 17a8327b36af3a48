/** The English of the project: plain words, spelt right, in sentences that are read once. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { problemsOf } from '../prose/prose.ts';
import { englishTexts } from '../prose/texts.ts';

test('every text is in plain English', () => {
  const texts = englishTexts();
  assert.ok(texts.length > 3000, `${texts.length} texts were read`);
  const problems = texts.flatMap(problemsOf);
  assert.ok(problems.length === 0, `${problems.length} to fix:\n  ${problems.join('\n  ')}`);
});

describe('what the check notices', () => {
  const NOTICED = [
    ['Mend the image first.', /"Mend" is not used here: write fix/],
    ['The number stands in the log.', /"stands in" is not used/],
    ['Look at the the log.', /"the the" is one word too many/],
    ['The gatway refused it.', /"gatway" is misspelt/],
    ['It failed - try again.', /a colon, a comma or two sentences/],
    ['Look it up , then call.', /no space before punctuation/],
    ['He said \u201cno\u201d.', /straight quotation marks/],
    [
      `It is ${'very '.repeat(50).replace(/very very/g, 'quite very')}long.`,
      /a sentence of \d+ words/,
    ],
  ] as const;
  for (const [text, message] of NOTICED)
    test(text.slice(0, 40), () => {
      assert.match(problemsOf({ place: 'here', text }).join('\n'), message);
    });

  const PASSED = [
    'The gateway waits 3 s for the back end; then it answers `4001`.',
    'Check `PRC_SIGN_EMPTY` and "\u9a8c\u7b7e" in the log.',
    'That had had no effect.',
  ];
  for (const text of PASSED)
    test(`passes: ${text}`, () => {
      assert.deepEqual(problemsOf({ place: 'here', text }), []);
    });
});
