import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readLineTime } from '../../src/domain/text/clock.ts';

describe('the time that a line begins with', () => {
  const incomplete = (text: string, lacks: string) => ({ kind: 'incomplete', text, lacks });
  const cases: Readonly<Record<string, unknown>> = {
    '2024-05-06 10:31:58.1204+0800 Bank': {
      kind: 'moment',
      text: '2024-05-06 10:31:58.1204+0800',
      milliseconds: Date.UTC(2024, 4, 6, 2, 31, 58, 120),
    },
    '2024-05-06T10:31:58Z Bank': {
      kind: 'moment',
      text: '2024-05-06T10:31:58Z',
      milliseconds: Date.UTC(2024, 4, 6, 10, 31, 58),
    },
    '2024-05-06 10:31:58,120 Bank': incomplete('2024-05-06 10:31:58,120', 'zone'),
    '2024-13-06 10:31:58Z Bank': incomplete('2024-13-06 10:31:58Z', 'existing-day'),
    '05-06 10:31:58.120 1 2 I Tag': incomplete('05-06 10:31:58.120', 'year-and-zone'),
    '[10:31:58.120] Bank': incomplete('10:31:58.120', 'day-and-zone'),
    'at 10:31:58': null,
  };
  for (const [line, time] of Object.entries(cases))
    test(line, () => {
      assert.deepEqual(readLineTime(line), time);
    });
});
