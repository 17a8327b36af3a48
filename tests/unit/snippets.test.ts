/** TypeScript that the pages show compiles as it stands: a reader copies it whole. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const DOCS = fileURLToPath(new URL('../../src/content/docs/', import.meta.url));

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  // Names of a snippet do not meet the browser's global ones.
  moduleDetection: ts.ModuleDetectionKind.Force,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
  // A snippet declares what it needs; nothing comes from this project's packages.
  types: [],
};

const fences = (text: string): string[] =>
  [...text.matchAll(/^```ts\b[^\n]*\n(.*?)^```$/gms)].flatMap(([, code]) => code ?? []);

const snippets = readdirSync(DOCS, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.mdx'))
  .sort()
  .flatMap((file) =>
    fences(readFileSync(join(DOCS, file), 'utf8')).map((code, index) => ({
      name: `${file}, snippet ${index + 1}`,
      code,
    })),
  );

/** What the compiler says of a text, a line each, with the line's number in the snippet. */
function errorsIn(code: string): string[] {
  const name = 'snippet.ts';
  const host = ts.createCompilerHost(OPTIONS);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (file, version) =>
    file === name ? ts.createSourceFile(file, code, version) : getSourceFile(file, version);
  return ts
    .getPreEmitDiagnostics(ts.createProgram([name], OPTIONS, host))
    .map(({ file, start = 0, messageText }) => {
      const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
      return `line ${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
    });
}

test('there is a snippet to check', () => {
  assert.notEqual(snippets.length, 0);
});

describe('snippets in TypeScript compile under strict', () => {
  for (const { name, code } of snippets)
    test(name, () => {
      assert.deepEqual(errorsIn(code), [], name);
    });
});

test('a mistake in a snippet is found and named with its line', () => {
  assert.deepEqual(
    errorsIn('const name = navigator.userAgent;\nconst length: string = name.length;\n'),
    ["line 2: Type 'number' is not assignable to type 'string'."],
  );
  assert.equal(errorsIn('const twice = (value) => value * 2;\n').length, 1, 'strict is on');
  assert.equal(errorsIn('process.exit();\n').length, 1, 'types of Node are not there');
});
