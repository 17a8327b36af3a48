import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readContent } from '../../src/pipeline/read-content.ts';
import { datesUpTo } from '../../src/domain/codes/rules/dates.ts';
import { formatProblem } from '../../src/domain/codes/rules/problem.ts';
import { findProblems } from '../../src/domain/codes/rules/index.ts';

const { content, problems } = readContent(fileURLToPath(new URL('../../', import.meta.url)));

/** Where the day begins first, 14 hours before Greenwich, somebody may write a date of today. */
const TODAY = new Date(Date.now() + 14 * 60 * 60 * 1000).toISOString().slice(0, 10);

test('the content has no problem', () => {
  const all = [...problems, ...findProblems(content), ...datesUpTo(TODAY).check(content)];
  assert.ok(
    all.length === 0,
    `${all.length} to fix:\n  ${all.map((problem) => formatProblem(problem)).join('\n  ')}`,
  );
});
