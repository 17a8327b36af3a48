import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { plainForm } from '../../src/domain/text/plain-form.ts';
import { chineseVariants } from '../../src/pipeline/chinese-variants.ts';

test('a traditional character of any word of the sentence patterns is read as the simplified one', () => {
  const patterns = ['sentence-words', 'sentences']
    .map((name) => readFileSync(`src/domain/text/${name}.ts`, 'utf8'))
    .join('');
  const { traditional, simplified } = chineseVariants(patterns);
  assert.ok(traditional.length > 100);
  assert.equal(plainForm(traditional), simplified);
});

test('every form keeps its place', () => {
  for (const text of ['錯誤碼：【７００１】&quot;x&#39;', '\u001b[31m報錯\u001b[0m 7003'])
    assert.equal(plainForm(text).length, text.length);
  assert.equal(plainForm('無線保鏢：【３０３】'), '无线保镖:[303]');
});

test('a line that begins like a colour is none', () => {
  assert.equal(plainForm('x\n[main] 7003\t[m'), 'x\n[main] 7003\t[m');
});
