/** Sidebar, heading and links give a guide the same title. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readContent } from '../../src/pipeline/read-content.ts';
import { views } from '../../src/words/en/views.ts';

test('every guide has the title that the words give it', () => {
  const { content } = readContent(fileURLToPath(new URL('../../', import.meta.url)));
  const titles = Object.fromEntries(content.guides.map(({ id, title }) => [id, title]));
  assert.deepEqual(titles, { ...views.guides });
});
