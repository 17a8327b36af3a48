/** The code that reads text answers with ids and values; what a reader sees is in `src/words`. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import ts from 'typescript';

const FOLDER = new URL('../../src/domain/text/', import.meta.url);
/** Lists of words to be compared with, not to be shown. */
const WORD_LISTS: readonly string[] = ['sentence-words.ts'];

/** Strings and templates of a program, without patterns and comments. */
function stringsIn(source: string): string[] {
  const strings: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) strings.push(node.text);
    else if (ts.isTemplateExpression(node))
      strings.push(
        [node.head, ...node.templateSpans.map(({ literal }) => literal)]
          .map(({ text }) => text)
          .join('…'),
      );
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('x.ts', source, ts.ScriptTarget.Latest, true));
  return strings;
}

/** Three words of English in a row, with a capital or a full stop: no id and no list of words. */
const isSentence = (text: string): boolean =>
  /^[A-Z`…]|[.?!]$/.test(text) &&
  /(?:^|\s)(?:the|a|is|are|was|has|no|of|not|in|its|for|to|and)\s+[a-z]+\s+[a-z]+/i.test(text) &&
  !/[<[{=\\|]|Exception|Error Domain/.test(text);

test('a sentence is noticed', () => {
  assert.ok(isSentence('Near this code the log shows nothing.'));
  assert.ok(stringsIn('const x = `${a} is not documented here`;').some(isSentence));
  assert.ok(!isSentence('result-status-number'));
});

for (const file of readdirSync(FOLDER))
  if (file.endsWith('.ts') && !WORD_LISTS.includes(file))
    test(`${file} holds no sentence`, () => {
      const source = readFileSync(new URL(file, FOLDER), 'utf8');
      assert.deepEqual(stringsIn(source).filter(isSentence), []);
    });
