/** A changed meaning is noticed, and so is one that nobody wrote down. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedMeanings, unrecordedChanges } from '../../src/domain/codes/changed-facts.ts';

const entry = { meaning: 'It failed.', keywords: ['a'], checked: '2026-11-23' };
const before = new Map([['gateway/7014', entry]]);

test('the same facts are no change, whatever their order, their search words and their date', () => {
  const after = new Map([
    ['gateway/7014', { checked: '2026-11-26', keywords: ['b'], meaning: 'It failed.' }],
  ]);
  assert.deepEqual(changedMeanings(before, after), []);
});

test('another sentence and a new entry are changes; a removed one is for the addresses', () => {
  const after = new Map([
    ['ios/9', entry],
    ['gateway/7014', { ...entry, meaning: 'It failed again.' }],
  ]);
  assert.deepEqual(changedMeanings(before, after), ['gateway/7014', 'ios/9']);
  assert.deepEqual(changedMeanings(before, new Map()), []);
});

test('only a new line of the list records a change', () => {
  const old = { date: '2026-11-23', codes: ['gateway/7014'], statuses: [], text: 'A cause added.' };
  const line = { date: '2026-11-26', codes: ['ios/9'], statuses: [], text: 'A page.' };
  assert.deepEqual(unrecordedChanges(['gateway/7014', 'ios/9'], [old], [line, old]), [
    'gateway/7014',
  ]);
});
