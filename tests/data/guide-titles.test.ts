/** Sidebar, heading and links give a guide the same title. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readContent } from '../../src/pipeline/read-content.ts';
import { views } from '../../src/words/en/views.ts';
import { views as chinese } from '../../src/words/zh-cn/views.ts';

test('every guide has the title that the words give it', () => {
  const { content } = readContent(fileURLToPath(new URL('../../', import.meta.url)));
  const titles = Object.fromEntries(content.guides.map(({ id, title }) => [id, title]));
  assert.deepEqual(titles, { ...views.guides });
});

test('every page of prose in Chinese has the title that the words give it', () => {
  const { content } = readContent(fileURLToPath(new URL('../../', import.meta.url)));
  const titles = Object.fromEntries(
    (content.translations['zh-cn']?.prose ?? []).map(({ id, title }) => [id, title]),
  );
  assert.deepEqual(titles, {
    about: chinese.pages.about,
    'link-to-a-code': chinese.pages.linkToCode,
    ...Object.fromEntries(
      Object.entries(chinese.guides).map(([id, title]) => [`guides/${id}`, title]),
    ),
  });
});
