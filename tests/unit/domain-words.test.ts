/** The domain answers with ids and values: what readers read is in src/words. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../../src/domain/', import.meta.url));

/** Files whose texts are for those who maintain the data. */
const FOR_MAINTAINERS = /^codes\/(?:rules\/|schema\.ts$)/;

/** Lines that other programs write into a log, by their beginning. */
const LOG_LINES: Readonly<Record<string, readonly string[]>> = {
  'text/foreign-shapes.ts': ['Http Transport error'],
  'text/log-shapes.ts': ['Rpc Exception code'],
};

/**
 * Three words, the first with a capital, or three with a full stop after the last: lists of words and the
 * other texts that the domain looks for in a log have neither.
 */
const SENTENCE =
  /^\s*\p{Lu}[\p{L}’']*,? \p{L}[\p{L}’'-]*,? \p{L}[\p{L}’'-]+|\p{L} \p{L}[\p{L}’'-]*,? \p{L}[\p{L}’'-]+[.!?]$/u;

/** The texts of a program that read like a sentence, but for messages of errors that are thrown. */
function sentencesIn(file: string, code: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isThrowStatement(node) || ts.isRegularExpressionLiteral(node)) return;
    // Errors can also be made in one place and thrown in another.
    if (ts.isNewExpression(node) && /Error$/.test(node.expression.getText())) return;
    const isText =
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node);
    if (isText && SENTENCE.test(node.text)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true));
  return found.filter(
    (text) => !LOG_LINES[file]?.some((beginning) => text.trim().startsWith(beginning)),
  );
}

describe('no sentence is in the domain', () => {
  const files = globSync('**/*.ts', { cwd: ROOT })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !FOR_MAINTAINERS.test(file))
    .sort();
  for (const file of files)
    test(file, () => {
      assert.deepEqual(sentencesIn(file, readFileSync(join(ROOT, file), 'utf8')), []);
    });

  test('the scan finds sentences, and only those that are shown', () => {
    const code = [
      "const a = 'This is wrong.';",
      'const b = `${a} was not found here.`;',
      "throw new Error('There is no such thing.');",
      'const d = /this is a pattern/; // and this is a comment',
      "const e = 'content/codes/x.yaml';",
      "const f = 'Two words';",
      "const g = 'error errors code codes';",
    ].join('\n');
    assert.deepEqual(sentencesIn('x.ts', code), ['This is wrong.', ' was not found here.']);
  });
});
