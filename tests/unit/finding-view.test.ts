/** What the decoder found, in words. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContent } from '../../src/pipeline/read-content.ts';
import { createCatalogue } from '../../src/domain/codes/catalogue.ts';
import { decode } from '../../src/domain/text/decode.ts';
import { createResolverIndex } from '../../src/domain/codes/resolver-index.ts';
import {
  durationText,
  findingView,
  linesText,
  neighbourView,
} from '../../src/site/finding-view.ts';

const index = createResolverIndex(createCatalogue(readContent('.').content));

for (const [lines, expected] of [
  [[3], 'line 3'],
  [[3, 9], 'lines 3 and 9'],
  [[1, 2, 3, 4, 5], 'lines 1, 2, 3, 4 and 5'],
  [[1, 2, 3, 4, 5, 6], 'lines 1, 2, 3, 4, 5 and 1 more'],
  [[12_000], 'line 12,000'],
] as const)
  test(`lines ${lines.join()} read "${expected}"`, () => {
    assert.equal(linesText(lines), expected);
  });

for (const [seconds, expected] of [
  [0.25, '0.3 s'],
  [59, '59 s'],
  [60, '1 min'],
  [3900, '1 h 5 min'],
  [90_061, '1 d 1 h'],
] as const)
  test(`${seconds} seconds read "${expected}"`, () => {
    assert.equal(durationText(seconds), expected);
  });

test('a finding shows its page, its line and what else the message says', () => {
  const { groups } = decode(index, 'Result-Status:7001\nResult-memo:%E9%AA%8C%E7%AD%BE');
  const [group] = groups;
  assert.ok(group);
  const view = findingView(index, group);
  assert.deepEqual(
    view.answer.exact.map(({ path }) => path),
    ['/codes/7001#gateway'],
  );
  assert.equal(view.where, 'line 1');
  assert.equal(view.excerpt.before + view.excerpt.found + view.excerpt.after, 'Result-Status:7001');
  assert.equal(view.excerpt.found, '7001');
  assert.deepEqual(view.details, [{ label: 'Memo, decoded', value: '验签' }]);
});

test('a number of another system is named as theirs', () => {
  const { neighbours, groups } = decode(index, 'SG ERROR: 608');
  assert.equal(groups.length, 0);
  const [first] = neighbours;
  assert.ok(first);
  assert.equal(neighbourView(first).heading, 'Security Guard 608, not a code of MGS');
});
