import assert from 'node:assert/strict';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import fc from 'fast-check';
import { readContent, type ReadContent } from '../../src/pipeline/read-content.ts';
import { formatProblem } from '../../src/domain/codes/rules/problem.ts';
import { findProblems } from '../../src/domain/codes/rules/index.ts';
import { FAMILIES } from '../../src/domain/codes/families.ts';
import { FIXTURE_ROOT as ROOT } from '../fixtures.ts';

const DOCS = 'src/content/docs';
const GUIDES = `${DOCS}/guides`;
const real = readContent(ROOT);

/** An empty folder that goes with the test. */
function emptyFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'mgs-content-'));
  t.after(() => {
    rmSync(folder, { recursive: true });
  });
  return folder;
}

/** A copy of everything that is read. */
function copyOfContent(t: TestContext): string {
  const folder = emptyFolder(t);
  for (const part of ['content', DOCS])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  return folder;
}

/** What the new file holds; `null` is no file. */
type Break = (text: string) => string | Uint8Array | null;

/** Reads a copy in which one file is broken, or is new. */
function readBroken(t: TestContext, file: string, change: Break): ReadContent {
  const folder = copyOfContent(t);
  const path = join(folder, file);
  const known = FILES.includes(file);
  const broken = change(known ? readFileSync(path, 'utf8') : '');
  mkdirSync(dirname(path), { recursive: true });
  if (broken === null) rmSync(path);
  else writeFileSync(path, broken);
  return readContent(folder);
}

const FILES: readonly string[] = [
  ...real.content.meanings.map(({ id }) => `content/codes/${id}.yaml`),
  ...FAMILIES.map((family) => `content/families/${family}.yaml`),
  ...['changes', 'classes', 'glossary', 'http', 'neighbours', 'source-tables', 'sources'].map(
    (name) => `content/${name}.yaml`,
  ),
  'content/addresses.txt',
  ...real.content.guides.map(({ id }) => `${GUIDES}/${id}.mdx`),
  ...real.content.loosePages.map(({ id }) => `${DOCS}/${id}.mdx`),
];

/** Replaces text that must be there, so that a case cannot pass by changing nothing. */
function replaced(text: string, what: string | RegExp, by: string): string {
  const changed = text.replace(what, () => by);
  assert.notEqual(changed, text, `the case changes nothing: ${String(what)} is not in the file`);
  return changed;
}

/** The number of the first line of a file that begins with the text. */
const lineOf = (file: string, text: string): number =>
  readFileSync(join(ROOT, file), 'utf8')
    .split('\n')
    .findIndex((line) => line.startsWith(text)) + 1;

const lineCount = (text: string): number => text.split('\n').length - 1;

const FIRST_LINE = 'title: Signature verification - missing sign parameter';
const PAGE = 'content/codes/gateway/7014.yaml';
const ANDROID_PAGE = 'content/codes/android/0.yaml';

type Case = {
  readonly what: string;
  readonly file: string;
  readonly change: Break;
  readonly field: string;
  readonly message: RegExp;
  readonly fix: RegExp;
};

const UNREADABLE: readonly Case[] = [
  {
    what: 'an entry that is Markdown with facts above it',
    file: 'content/codes/gateway/7002.md',
    change: () => '---\ntitle: Anything\n---\n',
    field: '',
    message: /is Markdown; an entry has no prose beside its facts/,
    fix: /name it <number>\.yaml/,
  },
  {
    what: 'a guide without front matter',
    file: `${GUIDES}/timeouts.mdx`,
    change: () => 'Only prose.\n',
    field: '',
    message: /front matter does not begin and end/,
    fix: /put "---" above and below the facts/,
  },
  {
    what: 'front matter with nothing in it',
    file: `${GUIDES}/timeouts.mdx`,
    change: () => '---\n---\n',
    field: '',
    message: /holds no facts/,
    fix: /restore its content/,
  },
  {
    what: 'a mistake in YAML, first line of the facts of a guide',
    file: `${GUIDES}/timeouts.mdx`,
    change: (text) => replaced(text, 'title: Timeouts', 'title: Timeouts: none'),
    field: 'line 2',
    message: /is not valid YAML: bad indentation of a mapping entry/,
    fix: /in single quotes, and check the indentation/,
  },
  {
    what: 'a mistake in the first line of a YAML file',
    file: 'content/classes.yaml',
    change: (text) => `a: b: c\n${text}`,
    field: 'line 1',
    message: /is not valid YAML/,
    fix: /in single quotes/,
  },
  {
    what: 'a mistake in the last line of a YAML file',
    file: 'content/families/ios.yaml',
    change: (text) => `${text}a: b: c\n`,
    field: `line ${lineCount(readFileSync(join(ROOT, 'content/families/ios.yaml'), 'utf8')) + 1}`,
    message: /is not valid YAML/,
    fix: /in single quotes/,
  },
  {
    what: 'a field that stands twice',
    file: PAGE,
    change: (text) => replaced(text, FIRST_LINE, `${FIRST_LINE}\n${FIRST_LINE}`),
    field: 'line 2',
    message: /is not valid YAML: duplicated mapping key/,
    fix: /^keep one of the two entries of that name\.$/,
  },
  {
    what: 'another encoding than UTF-8',
    file: PAGE,
    change: (text) => Buffer.from(replaced(text, 'fails: sdk', 'fails: sdk # geprüft'), 'latin1'),
    field: '',
    message: /is not UTF-8/,
    fix: /save it with the encoding UTF-8/,
  },
  {
    what: 'an empty file of a code',
    file: PAGE,
    change: () => '',
    field: '',
    message: /is empty/,
    fix: /restore its content, or delete the file/,
  },
  {
    what: 'an empty YAML file',
    file: 'content/glossary.yaml',
    change: () => '',
    field: '',
    message: /is empty/,
    fix: /restore its content/,
  },
  {
    what: 'a YAML file of white space',
    file: 'content/glossary.yaml',
    change: () => '\n\n',
    field: '',
    message: /holds no facts, at most white space and comments/,
    fix: /restore its content/,
  },
  {
    what: 'a YAML file of comments',
    file: 'content/families/ios.yaml',
    change: () => '# to be written\n',
    field: '',
    message: /holds no facts/,
    fix: /restore its content/,
  },
  {
    what: 'a family without its file',
    file: 'content/families/ios.yaml',
    change: () => null,
    field: '',
    message: /is missing or cannot be read/,
    fix: /restore it/,
  },
  {
    what: 'sources without their file',
    file: 'content/sources.yaml',
    change: () => null,
    field: '',
    message: /is missing or cannot be read/,
    fix: /restore it/,
  },
  {
    what: 'a list where ids are mapped to entries',
    file: 'content/sources.yaml',
    change: () => '- title: A page\n',
    field: '',
    message: /does not map ids to entries/,
    fix: /begin each entry with its id and a colon/,
  },
  {
    what: 'a guide that is cut off',
    file: `${GUIDES}/timeouts.mdx`,
    change: (text) => text.slice(0, 8),
    field: '',
    message: /front matter does not begin and end/,
    fix: /the file may be cut off/,
  },
  {
    what: 'a page beside the guides that is cut off',
    file: `${DOCS}/link-to-a-code.mdx`,
    change: (text) => text.slice(0, 8),
    field: '',
    message: /front matter does not begin and end/,
    fix: /the file may be cut off/,
  },
];

/** Nine lists of nine lists of nine lists …: few lines that stand for ten to the ninth. */
const BILLION_LAUGHS = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...Array.from('bcdefghij', (name, index) => {
    const before = `*${'abcdefghi'[index] ?? ''}`;
    return `${name}: &${name} [${Array<string>(9).fill(before).join(', ')}]`;
  }),
].join('\n');

/** What no hand writes: damaged disks and transfers, wrong tools, and attempts on the reader itself. */
const DAMAGED: readonly Case[] = [
  {
    what: 'bytes without a meaning',
    file: PAGE,
    change: () => Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256),
    field: '',
    message: /is not UTF-8/,
    fix: /save it with the encoding UTF-8/,
  },
  {
    what: 'UTF-16',
    file: PAGE,
    change: (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
    field: '',
    message: /is not UTF-8/,
    fix: /save it with the encoding UTF-8/,
  },
  {
    what: 'a null character in the facts',
    file: PAGE,
    change: (text) => replaced(text, FIRST_LINE, `${FIRST_LINE}\0`),
    field: 'line 1',
    message: /holds the character U\+0000, which is not seen/,
    fix: /delete it, or write the line again/,
  },
  {
    what: 'a null character after the facts',
    file: PAGE,
    change: (text) => `${text}\0\n`,
    field: `line ${lineCount(readFileSync(join(ROOT, PAGE), 'utf8')) + 1}`,
    message: /holds the character U\+0000/,
    fix: /delete it/,
  },
  {
    what: 'a control of direction in a text',
    file: PAGE,
    change: (text) => replaced(text, FIRST_LINE, `${FIRST_LINE} # \u202E`),
    field: 'line 1',
    message: /holds the character U\+202E, which is not seen/,
    fix: /delete it/,
  },
  ...(
    [
      ['a zero-width space', '\\u200B', 'U+200B'],
      ['a control of direction', '\\u202E', 'U+202E'],
      ['an isolate of direction', '\\u2066', 'U+2066'],
      ['a null character', '\\0', 'U+0000'],
      ['a bell', '\\a', 'U+0007'],
      ['a line separator', '\\L', 'U+2028'],
      ['a soft hyphen', '\\xAD', 'U+00AD'],
      ['a variation selector', '\\uFE0F', 'U+FE0F'],
      ['a filler', '\\u3164', 'U+3164'],
      ['a tag', '\\U000E0041', 'U+E0041'],
    ] as const
  ).map(([what, escape, name]) => ({
    what: `${what} as an escape`,
    file: PAGE,
    change: (text: string) =>
      replaced(text, 'Signing is switched off in the app.', `"Signing is off${escape}."`),
    field: 'causes.1.text',
    message: new RegExp(
      `holds the character ${name.replace('+', String.raw`\+`)}, which is not seen`,
    ),
    fix: /remove the escape that stands for it/,
  })),
  {
    what: 'a zero-width space as an escape in a name',
    file: 'content/sources.yaml',
    change: (text) => replaced(text, 'android-sdk:', '"android\\u200B-sdk":'),
    field: '',
    message: /holds the character U\+200B/,
    fix: /remove the escape/,
  },
  {
    what: 'a control of direction in an address',
    file: 'content/addresses.txt',
    change: (text) => replaced(text, '/codes/7014', '/codes/\u202E7014'),
    field: `line ${lineOf('content/addresses.txt', '/codes/7014')}`,
    message: /holds the character U\+202E/,
    fix: /delete it/,
  },
  {
    what: 'a zero-width space in a guide',
    file: `${GUIDES}/timeouts.mdx`,
    change: (text) => replaced(text, '---\n', '---\n# \u200B\n'),
    field: 'line 2',
    message: /holds the character U\+200B/,
    fix: /delete it/,
  },
  {
    what: 'line ends of forty years ago',
    file: PAGE,
    change: (text) => text.replaceAll('\n', '\r'),
    field: 'line 1',
    message: /holds the character U\+000D/,
    fix: /delete it/,
  },
  {
    what: 'tabs for indentation',
    file: PAGE,
    change: (text) => replaced(text, FIRST_LINE, `${FIRST_LINE}\nactors:\n\tfirst: app`),
    field: 'line 3',
    message: /is not valid YAML: tab characters must not be used in indentation/,
    fix: /check the indentation/,
  },
  {
    what: 'a file that is far too long',
    file: PAGE,
    change: (text) => text + 'x '.repeat(1024 * 1024),
    field: '',
    message: /has \d+ bytes; no file here may have more than 1048576/,
    fix: /something was written into it by mistake/,
  },
  {
    what: 'lists of lists without end, where a list is due',
    file: 'content/glossary.yaml',
    change: () => BILLION_LAUGHS,
    field: '',
    message: /expected array, received object/,
    fix: /type array/,
  },
  {
    what: 'lists of lists without end in a field',
    file: PAGE,
    change: (text) => replaced(text, FIRST_LINE, `${FIRST_LINE}\n${BILLION_LAUGHS}`),
    field: '',
    message: /Unrecognized keys: "a", "b"/,
    fix: /remove a, b, c/,
  },
  {
    what: 'a list that holds itself',
    file: PAGE,
    change: (text) => replaced(text, /^title: .*/m, 'title: &x [*x]'),
    field: 'title',
    message: /must be text/,
    fix: /type string/,
  },
  {
    what: 'brackets a hundred thousand deep',
    file: 'content/glossary.yaml',
    change: () => '['.repeat(1e5) + ']'.repeat(1e5),
    field: 'line 1',
    message: /is not valid YAML: nesting exceeded/,
    fix: /./,
  },
  {
    what: 'the prototype of objects as a field',
    file: PAGE,
    change: (text) => replaced(text, FIRST_LINE, `${FIRST_LINE}\n__proto__: { polluted: yes }`),
    field: '',
    message: /"__proto__"/,
    fix: /remove __proto__/,
  },
  {
    what: 'a tag that would make a program of a text',
    file: PAGE,
    change: (text) => replaced(text, 'fails: sdk', 'fails: !!js/function sdk'),
    field: `line ${lineOf(PAGE, 'fails: sdk')}`,
    message: /is not valid YAML: unknown tag/,
    fix: /./,
  },
  {
    what: 'two documents in one file',
    file: 'content/glossary.yaml',
    change: (text) => `${text}---\n${text}`,
    field: '',
    message: /is not valid YAML: expected a single document/,
    fix: /./,
  },
  {
    what: 'a file of a family that does not exist',
    file: 'content/families/windows.yaml',
    change: () => 'label: Windows\n',
    field: '',
    message: /belongs to no family/,
    fix: /name it after one of gateway, service, android, ios, security-guard/,
  },
];

const MISFITS: readonly Case[] = [
  {
    what: 'an unknown field',
    file: PAGE,
    change: (text) => replaced(text, FIRST_LINE, `${FIRST_LINE}\nseverity: high`),
    field: '',
    message: /"severity"/,
    fix: /remove severity, or correct the spelling/,
  },
  {
    what: 'a misspelt field within another',
    file: PAGE,
    change: (text) => replaced(text, '  first: app', '  first: app\n  then: operator'),
    field: 'actor',
    message: /"then"/,
    fix: /remove then, or correct the spelling/,
  },
  {
    what: 'a field of another family',
    file: PAGE,
    change: (text) => replaced(text, FIRST_LINE, `${FIRST_LINE}\nprompt: Poor network.`),
    field: '',
    message: /"prompt"/,
    fix: /remove prompt/,
  },
  {
    what: 'a missing field',
    file: PAGE,
    change: (text) => replaced(text, /^title: .*\n/m, ''),
    field: 'title',
    message: /is missing/,
    fix: /add it/,
  },
  {
    what: 'a missing choice',
    file: PAGE,
    change: (text) => replaced(text, /^fails: .*\n/m, ''),
    field: 'fails',
    message: /is missing/,
    fix: /add it: use one of device, sdk, network/,
  },
  {
    what: 'an empty list',
    file: PAGE,
    change: (text) => replaced(text, /^causes:\n.*?(?=^fix:)/ms, 'causes: []\n'),
    field: 'causes',
    message: /has no cause/,
    fix: /./,
  },
  {
    what: 'a number where text is due',
    file: PAGE,
    change: (text) => replaced(text, /^title: .*/m, 'title: 7014'),
    field: 'title',
    message: /must be text; put it in quotes/,
    fix: /type string/,
  },
  {
    what: 'a day that YAML reads as a date',
    file: PAGE,
    change: (text) => replaced(text, /^checked: .*/m, 'checked: 2026-11-23'),
    field: 'checked',
    message: /must be a day in quotes, such as "2026-11-23"/,
    fix: /type string/,
  },
  {
    what: 'an unpaired backtick',
    file: PAGE,
    change: (text) => replaced(text, 'without a `sign` value', 'without a `sign value'),
    field: 'meaning',
    message: /has an unpaired backtick/,
    fix: /./,
  },
  {
    what: 'Markdown in a statement',
    file: PAGE,
    change: (text) => replaced(text, 'without a `sign` value', 'without a [sign](/x) value'),
    field: 'meaning',
    message: /holds Markdown or an HTML entity; only backticks/,
    fix: /./,
  },
  {
    what: 'bold without an end',
    file: PAGE,
    change: (text) => replaced(text, 'without a `sign` value', 'without a **sign value'),
    field: 'meaning',
    message: /holds Markdown or an HTML entity; only backticks/,
    fix: /./,
  },
  {
    what: 'a choice that does not exist',
    file: PAGE,
    change: (text) => replaced(text, /^fails: .*/m, 'fails: phone'),
    field: 'fails',
    message: /expected one of/,
    fix: /use one of device, sdk, network, gateway, upstream, service, none, unknown/,
  },
  {
    what: 'a misfit deep in a list',
    file: PAGE,
    change: (text) => replaced(text, 'basis: official', 'basis: certain'),
    field: 'causes.0.basis',
    message: /expected one of/,
    fix: /use one of official, reported, inferred, general/,
  },
  {
    what: 'a kind that does not exist',
    file: ANDROID_PAGE,
    change: (text) => `kind: span\n${text}`,
    field: 'kind',
    message: /expected "code"/,
    fix: /use one of code/,
  },
  {
    what: 'a range in a family that has none',
    file: 'content/codes/ios/9.yaml',
    change: (text) => `kind: range\n${text}`,
    field: 'kind',
    message: /expected "code"/,
    fix: /use one of code/,
  },
  {
    what: 'a standing that does not exist',
    file: 'content/codes/gateway/7005.yaml',
    change: (text) => replaced(text, /^standing: .*/m, 'standing: rumoured'),
    field: 'standing',
    message: /must be related .* or undocumented/,
    fix: /use one of related, undocumented/,
  },
  {
    what: 'a compact entry that does not say how sure its meaning is',
    file: 'content/codes/gateway/7005.yaml',
    change: (text) => replaced(text, /^confidence: .*\n/m, ''),
    field: 'confidence',
    message: /is missing/,
    fix: /add it: use one of high, medium, low/,
  },
  {
    what: 'a compact entry with the official sentence of a row',
    file: 'content/codes/android/24.yaml',
    change: (text) => `prompt: Log on again.\n${text}`,
    field: '',
    message: /"prompt"/,
    fix: /remove prompt/,
  },
  {
    what: 'a range without numbers',
    file: 'content/codes/android/http-4xx.yaml',
    change: (text) => replaced(text, /^spans:.*\n(?: .*\n)*/m, 'spans: []\n'),
    field: 'spans',
    message: /has no span/,
    fix: /./,
  },
  {
    what: 'a range with a word in front of its numbers',
    file: 'content/codes/android/http-4xx.yaml',
    change: (text) => replaced(text, /^spans:.*\n(?: .*\n)*/m, "spans: ['HTTP 400-499']\n"),
    field: 'spans.0',
    message: /must be a span such as "400-499"/,
    fix: /./,
  },
  {
    what: 'a day that the calendar does not have',
    file: PAGE,
    change: (text) => replaced(text, /^checked: .*/m, "checked: '2026-02-30'"),
    field: 'checked',
    message: /is no day of the calendar/,
    fix: /./,
  },
  {
    what: 'a month that the calendar does not have',
    file: 'content/sources.yaml',
    change: (text) => replaced(text, "'2025-03'", "'2025-13'"),
    field: 'result-codes-zh.date',
    message: /is no date of the calendar/,
    fix: /./,
  },
  {
    what: 'a change on a day that does not exist',
    file: 'content/changes.yaml',
    change: (text) => replaced(text, "'2026-11-20'", "'2026-11-31'"),
    field: '1.date',
    message: /is no day of the calendar/,
    fix: /./,
  },
  ...[
    'http://vendor.example/result-codes',
    'https://name:secret@vendor.example/result-codes',
    'https://name@vendor.example/',
    'https:/\\\\ vendor.example/',
    'javascript:alert(1)',
    '/result-codes',
  ].map((url) => ({
    what: `the address ${url}`,
    file: 'content/sources.yaml',
    change: (text: string) =>
      replaced(text, 'url: https://vendor.example/result-codes', `url: '${url}'`),
    field: 'result-codes.url',
    message: /must be an https address without a user name/,
    fix: /./,
  })),
  {
    what: 'a status without quotes',
    file: 'content/http.yaml',
    change: (text) => replaced(text, "'503':\n    meaning", "'099':\n    meaning"),
    field: 'statuses.099',
    message: /Invalid key/,
    fix: /./,
  },
  {
    what: 'a status with a word in front of it',
    file: 'content/http.yaml',
    change: (text) => replaced(text, "'503':\n    meaning", "'HTTP 503':\n    meaning"),
    field: 'statuses.HTTP 503',
    message: /Invalid key/,
    fix: /./,
  },
  {
    what: 'the name of a status with a word in front of it',
    file: 'content/http.yaml',
    change: (text) => replaced(text, "'404': Not Found", "'HTTP 404': Not Found"),
    field: 'names.HTTP 404',
    message: /Invalid key/,
    fix: /./,
  },
  {
    what: 'facts of a status without a first step',
    file: 'content/http.yaml',
    change: (text) => replaced(text, / {4}firstStep: Ask the operator.*\n/, ''),
    field: 'statuses.503.firstStep',
    message: /is missing/,
    fix: /add it/,
  },
  {
    what: 'a card that is neither yes nor no',
    file: 'content/neighbours.yaml',
    change: (text) => replaced(text, 'card: true', "card: 'yes'"),
    field: 'numbers.0.card',
    message: /expected boolean/,
    fix: /type boolean/,
  },
  {
    what: 'a symbol that the source could not have',
    file: 'content/codes/ios/9.yaml',
    change: (text) => replaced(text, /^symbol: .*/m, 'symbol: SizeControlError'),
    field: 'symbol',
    message: /must be the Status code column, verbatim/,
    fix: /./,
  },
  {
    what: 'a symbol with more behind it',
    file: 'content/codes/ios/9.yaml',
    change: (text) => replaced(text, /^symbol: .*/m, 'symbol: KDTRpcSizeControlError (9)'),
    field: 'symbol',
    message: /must be the Status code column, verbatim/,
    fix: /./,
  },
  {
    what: 'a number without quotes in a YAML file',
    file: 'content/neighbours.yaml',
    change: (text) => replaced(text, "['10']", '[10]'),
    field: 'numbers.0.numbers.0',
    message: /must be in quotes/,
    fix: /type string/,
  },
  {
    what: 'an entry that does not fit, named by its id',
    file: 'content/sources.yaml',
    change: (text) => replaced(text, /kind: official\n/, 'kind: hearsay\n'),
    field: 'result-codes.kind',
    message: /expected one of/,
    fix: /use one of official, sdk, secondary/,
  },
];

const ORPHANS: readonly string[] = [
  'Notes.yml',
  '7014.txt',
  '7014.yaml~',
  'HTTP-4xx.yaml',
  '.DS_Store',
];

/** Checks that exactly one problem is found, and that it reads as expected. */
function assertOneProblem(
  problems: ReadContent['problems'],
  expected: Omit<Case, 'what' | 'change'>,
) {
  const [problem, ...more] = problems;
  assert.ok(problem, 'no problem is found');
  assert.deepEqual(more.map(formatProblem), [], 'one mistake is one problem');
  assert.deepEqual(
    { file: problem.file, field: problem.field },
    { file: expected.file, field: expected.field },
  );
  assert.match(problem.message, expected.message);
  assert.match(problem.message, /\.$/, 'the message is a sentence');
  assert.match(problem.fix, expected.fix);
}

test('every file of a project in order is read, without a problem', () => {
  assert.deepEqual(real.problems.map(formatProblem), []);
  assert.equal(
    real.content.meanings.length,
    globSync('content/codes/*/*.yaml', { cwd: ROOT }).length,
  );
  assert.ok(real.content.guides.some(({ cited }) => cited.length > 0));
  assert.deepEqual(
    real.content.loosePages.map(({ id }) => id),
    ['link-to-a-code'],
  );
  assert.ok(real.content.loosePages.every(({ cited }) => cited.length > 0));
});

for (const [title, cases] of [
  ['a file that cannot be read', UNREADABLE],
  ['a file that is damaged or made to do damage', DAMAGED],
  ['a file that does not fit its form', MISFITS],
] as const)
  describe(`${title} is named with the mistake and its fix`, () => {
    for (const { what, change, ...expected } of cases)
      test(what, (t) => {
        assertOneProblem(readBroken(t, expected.file, change).problems, expected);
      });
  });

describe('a file that has no business beside the codes is named', () => {
  for (const name of ORPHANS)
    test(name, (t) => {
      const file = `content/codes/gateway/${name}`;
      assertOneProblem(readBroken(t, file, () => 'x\n').problems, {
        file,
        field: '',
        message: /is not named like a code/,
        fix: /name it <number>\.yaml, or <range-name>\.yaml/,
      });
    });

  test('a code that the source does not have is read, and refused by a rule', (t) => {
    const page = readFileSync(join(ROOT, PAGE), 'utf8');
    const { content, problems } = readBroken(t, 'content/codes/gateway/7015.yaml', () => page);
    assert.deepEqual(problems, []);
    assert.ok(
      findProblems(content)
        .map(formatProblem)
        .some((line) => /^content\/codes\/gateway\/7015\.yaml: .*no row "7015"/.test(line)),
    );
  });
});

describe('what can be read and cannot be is refused by a rule', () => {
  const FAMILY_FOLDER = 'content/codes/ios';
  const cases: readonly {
    readonly what: string;
    readonly damage: (folder: string) => void;
    readonly first: RegExp;
  }[] = [
    {
      what: 'a family without its folder',
      damage: (folder) => {
        rmSync(join(folder, FAMILY_FOLDER), { recursive: true });
      },
      first: /^content\/codes\/ios: the family "ios" has no code\. Fix: restore the files of /,
    },
    {
      what: 'a number with a leading zero beside the number',
      damage: (folder) => {
        cpSync(join(folder, PAGE), join(folder, 'content/codes/gateway/07014.yaml'));
      },
      first: /^content\/codes\/gateway\/07014\.yaml: .* no row "07014"\. Fix: correct the name/,
    },
    {
      what: 'a range under a second name',
      damage: (folder) => {
        const ranges = join(folder, 'content/codes/android');
        cpSync(join(ranges, 'http-4xx.yaml'), join(ranges, 'http-client-error.yaml'));
      },
      first:
        /^content\/codes\/android\/http-client-error\.yaml: the android row ".*" is listed in content\/codes\/android\/http-4xx\.yaml already\. Fix: remove one/,
    },
    {
      what: 'the prototype of objects as the id of a source',
      damage: (folder) => {
        const file = join(folder, 'content/sources.yaml');
        const text = readFileSync(file, 'utf8');
        const [entry = ''] = /^ {2}.*\n(?: {2}.*\n)*/m.exec(text) ?? [];
        writeFileSync(file, `${text}__proto__:\n${entry}`);
      },
      first: /^content\/sources\.yaml \(__proto__\): no statement rests on this source\. Fix: /,
    },
  ];
  for (const { what, damage, first } of cases)
    test(what, (t) => {
      const folder = copyOfContent(t);
      damage(folder);
      const { content, problems } = readContent(folder);
      assert.deepEqual(problems, []);
      assert.match(formatProblem(findProblems(content)[0] ?? assert.fail('no problem')), first);
    });
});

test('a folder in the place of a file is a file that is missing', (t) => {
  const folder = copyOfContent(t);
  rmSync(join(folder, 'content/sources.yaml'));
  mkdirSync(join(folder, 'content/sources.yaml'));
  assert.deepEqual(readContent(folder).problems.map(formatProblem), [
    'content/sources.yaml: is missing or cannot be read. Fix: restore it.',
  ]);
});

test('an entry is read in the shape that it claims', () => {
  const shapes = Object.fromEntries(
    real.content.meanings.map(({ id, kind, standing }) => [id, `${kind}, ${standing}`]),
  );
  assert.equal(shapes['gateway/7014'], 'code, documented');
  assert.equal(shapes['android/http-4xx'], 'range, documented');
  assert.equal(shapes['gateway/7005'], 'code, undocumented');
  assert.equal(shapes['security-guard/608'], 'code, related');
});

test('one protocol is enough', (t) => {
  const { content, problems } = readBroken(t, 'content/codes/service/6000.yaml', (text) =>
    replaced(text, /^protocols:.*\n(?: .*\n)*/m, 'protocols: [MPC]\n'),
  );
  assert.deepEqual(problems, []);
  const service = content.meanings.find(({ id }) => id === 'service/6000');
  assert.ok(service?.kind === 'code');
  assert.deepEqual(service.protocols, ['MPC']);
});

test('a folder of codes that belongs to no family is named', (t) => {
  const folder = copyOfContent(t);
  mkdirSync(join(folder, 'content/codes/iOS-17'));
  assertOneProblem(readContent(folder).problems, {
    file: 'content/codes/iOS-17',
    field: '',
    message: /belongs to no family/,
    fix: /nothing else may lie in this folder/,
  });
});

test('a broken file is left out and all others are read', (t) => {
  const { content } = readBroken(t, PAGE, () => '');
  assert.deepEqual(
    content.meanings.map(({ id }) => id),
    real.content.meanings.map(({ id }) => id).filter((id) => id !== 'gateway/7014'),
  );
});

test('several mistakes, in one file and in others, are all named at once', (t) => {
  const folder = copyOfContent(t);
  for (const [file, change] of [
    [
      PAGE,
      (text: string) => replaced(replaced(text, /^fails: .*/m, 'fails: x'), /^title: .*\n/m, ''),
    ],
    [ANDROID_PAGE, () => ''],
    ['content/glossary.yaml', () => 'a: b: c'],
  ] as const)
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
  assert.deepEqual(
    readContent(folder)
      .problems.map(({ file, field }) => `${file} ${field}`.trim())
      .sort(),
    [ANDROID_PAGE, `${PAGE} fails`, `${PAGE} title`, 'content/glossary.yaml line 1'].sort(),
  );
});

test('a folder without content is answered with every file that is missing', (t) => {
  const { problems } = readContent(emptyFolder(t));
  assert.deepEqual(
    problems.map(({ file }) => file).sort(),
    FILES.filter((file) => /^content\/(?:families\/)?[a-z-]+\.(?:yaml|txt)$/.test(file)).sort(),
  );
});

describe('the same content is read', () => {
  const FORMS = [
    ['from files with the line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    ['from files that begin with a byte order mark', (text: string) => `\ufeff${text}`],
  ] as const;
  for (const [how, form] of FORMS)
    test(how, (t) => {
      const folder = copyOfContent(t);
      for (const file of FILES) {
        const path = join(folder, file);
        writeFileSync(path, form(readFileSync(path, 'utf8')));
      }
      const { content, problems } = readContent(folder);
      assert.deepEqual(problems.map(formatProblem), []);
      assert.deepEqual(content, real.content);
    });
});

test('wherever a file is cut or a byte of it is changed, reading and checking raise nothing', (t) => {
  const folder = copyOfContent(t);
  fc.assert(
    fc.property(
      fc.constantFrom(...FILES),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      fc.option(fc.nat({ max: 255 })),
      (file, place, byte) => {
        const path = join(folder, file);
        const whole = readFileSync(path);
        const at = Math.floor(place * whole.length);
        const broken = byte === null ? whole.subarray(0, at) : Buffer.from(whole);
        if (byte !== null) broken[at] = byte;
        writeFileSync(path, broken);
        try {
          const { content, problems } = readContent(folder);
          for (const problem of [...problems, ...findProblems(content)])
            assert.match(formatProblem(problem), /^(?:content|src)\/.+: .+ Fix: .+$/s);
        } finally {
          writeFileSync(path, whole);
        }
      },
    ),
    { numRuns: 60 },
  );
});
