import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readContent } from '../../src/pipeline/read-content.ts';
import { formatProblem } from '../../src/domain/codes/rules/problem.ts';
import { findProblems } from '../../src/domain/codes/rules/index.ts';
import type { Family } from '../../src/domain/codes/families.ts';

const { content, problems } = readContent(fileURLToPath(new URL('../../', import.meta.url)));

const ROWS: Readonly<Record<Family, number>> = {
  gateway: 20,
  service: 8,
  android: 17,
  ios: 10,
  'security-guard': 42,
};

test('the content has no problem', () => {
  const all = [...problems, ...findProblems(content)].map(formatProblem);
  assert.ok(all.length === 0, `${all.length} to fix:\n  ${all.join('\n  ')}`);
});

for (const [family, count] of Object.entries(ROWS))
  test(`the ${family} table has ${count} entries`, () => {
    const ids = content.meanings
      .filter((meaning) => meaning.family === family && meaning.standing !== 'undocumented')
      .map(({ id }) => id);
    assert.equal(ids.length, count, ids.join(', '));
  });
