import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { load } from 'js-yaml';
import { editUrl, reportUrl } from '../../src/site/repository.ts';

const REPOSITORY = 'https://github.com/owner/name/';

test('without a repository no page can be edited or reported', () => {
  assert.equal(editUrl('content/http.yaml', ''), null);
  assert.equal(reportUrl('7014', '7014 Missing', ''), null);
});

test('a report names the page, in fields that the form has', () => {
  const url = new URL(reportUrl('7014', '7014 a & b', REPOSITORY) ?? '');
  assert.equal(url.pathname, '/owner/name/issues/new');
  const { template, ...fields } = Object.fromEntries(url.searchParams);
  assert.deepEqual(fields, { title: '7014 a & b', code: '7014' });
  const form = load(readFileSync(`.github/ISSUE_TEMPLATE/${template ?? ''}`, 'utf8')) as {
    body: { id: string }[];
  };
  assert.ok(form.body.some(({ id }) => id === 'code'));
});

test('the report of a page without a number names its title alone', () => {
  const { searchParams } = new URL(reportUrl(null, 'Glossary', REPOSITORY) ?? '');
  assert.equal(searchParams.get('code'), null);
  assert.equal(searchParams.get('title'), 'Glossary');
});
