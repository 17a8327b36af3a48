/** Scripts that the pages show compile as they stand, since a reader copies them whole; every other snippet says what it is. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const DOCS = fileURLToPath(new URL('../../src/content/docs/', import.meta.url));

/** Languages that the highlighter knows; `text` is a log line or an address. */
const LANGUAGES = [
  'http',
  'java',
  'js',
  'json',
  'kotlin',
  'objective-c',
  'sh',
  'swift',
  'text',
  'typescript',
  'xml',
];

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  allowJs: true,
  checkJs: true,
  target: ts.ScriptTarget.ES2022,
  // Names of a snippet do not meet the browser's global ones.
  moduleDetection: ts.ModuleDetectionKind.Force,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
  // A snippet declares what it needs; nothing comes from this project's packages.
  types: [],
};

/** What the H5 container gives to its pages. */
const CONTAINER = `declare const AlipayJSBridge: {
  call(name: string, options: object, done: (reply: { error?: unknown }) => void): void;
};`;

type Snippet = { readonly name: string; readonly language: string; readonly code: string };

const snippets: Snippet[] = readdirSync(DOCS, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.mdx'))
  .sort()
  .flatMap((file) =>
    [...readFileSync(join(DOCS, file), 'utf8').matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map(
      ([, language = '', code = ''], index) => ({
        name: `${file}, snippet ${index + 1}`,
        language,
        code,
      }),
    ),
  );

const inLanguage = (language: string) =>
  snippets.filter((snippet) => snippet.language === language);

/** What the compiler says of a text, a line each, with the line's number in the snippet. */
function errorsIn(code: string, name: 'snippet.ts' | 'snippet.js' = 'snippet.ts'): string[] {
  // Plain JavaScript has no place for the types of parameters.
  const options = { ...OPTIONS, noImplicitAny: name === 'snippet.ts' };
  const files = new Map([
    [name, code],
    ['container.d.ts', CONTAINER],
  ]);
  const host = ts.createCompilerHost(options);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (file, version) => {
    const text = files.get(file);
    return text === undefined
      ? getSourceFile(file, version)
      : ts.createSourceFile(file, text, version);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `line ${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
}

test('every snippet names a language', () => {
  assert.ok(snippets.length > 10, `${snippets.length} snippets`);
  assert.deepEqual(
    snippets
      .filter(({ language }) => !LANGUAGES.includes(language))
      .map(({ name, language }) => `${name}: "${language}"`),
    [],
  );
});

for (const [language, file] of [
  ['typescript', 'snippet.ts'],
  ['js', 'snippet.js'],
] as const)
  describe(`snippets in ${language} compile under strict`, () => {
    test('there is one to check', () => {
      assert.notEqual(inLanguage(language).length, 0);
    });
    for (const { name, code } of inLanguage(language))
      test(name, () => {
        assert.deepEqual(errorsIn(code, file), [], name);
      });
  });

describe('snippets in json are JSON', () => {
  for (const { name, code } of inLanguage('json'))
    test(name, () => {
      assert.doesNotThrow(() => JSON.parse(code) as unknown);
    });
});

test('a mistake in a snippet is found and named with its line', () => {
  assert.deepEqual(
    errorsIn('const name = navigator.userAgent;\nconst length: string = name.length;\n'),
    ["line 2: Type 'number' is not assignable to type 'string'."],
  );
  assert.equal(errorsIn('const twice = (value) => value * 2;\n').length, 1, 'strict is on');
  assert.equal(errorsIn('process.exit();\n').length, 1, 'types of Node are not there');
  assert.deepEqual(errorsIn('AlipayJSBridge.cal();\n', 'snippet.js'), [
    "line 1: Property 'cal' does not exist on type '{ call(name: string, options: object, done: (reply: { error?: unknown; }) => void): void; }'. Did you mean 'call'?",
  ]);
});
