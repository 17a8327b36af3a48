import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readContent } from '../../src/pipeline/read-content.ts';
import {
  BASIS_LABELS,
  dateText,
  FAMILY_LABELS,
  HOP_SENTENCES,
  NAME_LABELS,
  partiesText,
  PARTY_LABELS,
  RETRY_LABELS,
} from '../../src/site/labels.ts';

const LABELS = {
  family: FAMILY_LABELS,
  party: PARTY_LABELS,
  retry: RETRY_LABELS,
  basis: BASIS_LABELS,
  name: NAME_LABELS,
  hop: HOP_SENTENCES,
} as const;

const PARTIES_IN_WORDS = [
  ['app', [], 'App'],
  ['app', ['operator'], 'App, then gateway operator'],
  ['operator', ['network', 'app'], 'Gateway operator, then network or device, then app'],
  ['nobody', [], 'Nobody'],
] as const;

const DATES = [
  ['2026-01-22', '22 January 2026'],
  ['2026-12-01', '1 December 2026'],
  ['2020-01', 'January 2020'],
  ['2019', '2019'],
] as const;

for (const [what, labels] of Object.entries(LABELS))
  test(`no two values share a ${what} label, and none is empty`, () => {
    const texts = Object.values(labels);
    assert.ok(texts.every((text) => text.trim() !== ''));
    assert.deepEqual(texts, [...new Set(texts)]);
  });

test('a family is called the same in the data and on the page', () => {
  const { content } = readContent(fileURLToPath(new URL('../../', import.meta.url)));
  assert.deepEqual(
    Object.fromEntries(content.families.map(({ family, label }) => [family, label])),
    FAMILY_LABELS,
  );
});

describe('who acts, in words', () => {
  for (const [first, also, expected] of PARTIES_IN_WORDS)
    test(expected, () => {
      assert.equal(partiesText(first, also), expected);
    });
});

describe('a date, in words', () => {
  for (const [date, expected] of DATES)
    test(`${date} is ${expected}`, () => {
      assert.equal(dateText(date), expected);
    });
});
