import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { readContent, type ReadContent } from '../../src/pipeline/read-content.ts';
import { formatProblem } from '../../src/domain/codes/rules/problem.ts';
import { findProblems } from '../../src/domain/codes/rules/index.ts';
import { FAMILIES } from '../../src/domain/codes/families.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
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
  ...real.content.meanings.map(({ id }) => `content/codes/${id}.md`),
  ...FAMILIES.map((family) => `content/families/${family}.yaml`),
  ...['classes', 'glossary', 'neighbours', 'source-tables', 'sources', 'undocumented'].map(
    (name) => `content/${name}.yaml`,
  ),
  ...real.content.guides.map(({ id }) => `${GUIDES}/${id}.mdx`),
  ...real.content.loosePages.map(({ id }) => `${DOCS}/${id}.mdx`),
];

/** Replaces text that must be there, so that a case cannot pass by changing nothing. */
function replaced(text: string, what: string | RegExp, by: string): string {
  const changed = text.replace(what, () => by);
  assert.notEqual(changed, text, `the case changes nothing: ${String(what)} is not in the file`);
  return changed;
}

const lineCount = (text: string): number => text.split('\n').length - 1;

const PAGE = 'content/codes/gateway/7014.md';
const ANDROID_PAGE = 'content/codes/android/0.md';

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
    what: 'front matter that is cut off',
    file: PAGE,
    change: (text) => text.slice(0, 500),
    field: '',
    message: /front matter does not begin and end with a line "---"/,
    fix: /the file may be cut off/,
  },
  {
    what: 'a file without front matter',
    file: PAGE,
    change: () => 'Only prose.\n',
    field: '',
    message: /front matter does not begin and end/,
    fix: /put "---" above and below the facts/,
  },
  {
    what: 'front matter with nothing in it',
    file: PAGE,
    change: () => '---\n---\n',
    field: '',
    message: /holds no facts/,
    fix: /restore its content/,
  },
  {
    what: 'a mistake in YAML, first line of the facts',
    file: PAGE,
    change: (text) => replaced(text, 'kind: code', 'kind: code: none'),
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
    change: (text) => replaced(text, 'kind: code', 'kind: code\nkind: code'),
    field: 'line 3',
    message: /is not valid YAML: duplicated mapping key/,
    fix: /./,
  },
  {
    what: 'another encoding than UTF-8',
    file: PAGE,
    change: (text) => Buffer.from(replaced(text, 'hop: sdk', 'hop: sdk # geprüft'), 'latin1'),
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
    file: 'content/undocumented.yaml',
    change: () => '',
    field: '',
    message: /is empty/,
    fix: /restore its content/,
  },
  {
    what: 'a YAML file of white space',
    file: 'content/undocumented.yaml',
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
    change: (text) => replaced(text, 'kind: code', 'kind: code\0'),
    field: 'line 2',
    message: /holds the character U\+0000, which is not seen/,
    fix: /delete it, or write the line anew/,
  },
  {
    what: 'a null character in the body',
    file: PAGE,
    change: (text) => `${text}\0\n`,
    field: `line ${lineCount(readFileSync(join(ROOT, PAGE), 'utf8')) + 1}`,
    message: /holds the character U\+0000/,
    fix: /delete it/,
  },
  {
    what: 'a control of direction in a text',
    file: PAGE,
    change: (text) => replaced(text, 'kind: code', 'kind: code # \u202E'),
    field: 'line 2',
    message: /holds the character U\+202E, which is not seen/,
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
    change: (text) => replaced(text, 'kind: code\n', 'kind: code\nactor:\n\tfirst: app\n'),
    field: 'line 4',
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
    change: (text) => replaced(text, 'kind: code', `kind: code\n${BILLION_LAUGHS}`),
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
    change: (text) => replaced(text, 'kind: code', 'kind: code\n__proto__: { polluted: yes }'),
    field: '',
    message: /"__proto__"/,
    fix: /remove __proto__/,
  },
  {
    what: 'a tag that would make a program of a text',
    file: PAGE,
    change: (text) => replaced(text, 'kind: code', 'kind: !!js/function code'),
    field: 'line 2',
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
    fix: /name it after one of gateway, service, android, ios/,
  },
];

const MISFITS: readonly Case[] = [
  {
    what: 'an unknown field',
    file: PAGE,
    change: (text) => replaced(text, 'kind: code', 'kind: code\nseverity: high'),
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
    change: (text) => replaced(text, 'kind: code', "kind: code\nprompt: 'Poor network.'"),
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
    change: (text) => replaced(text, /^hop: .*\n/m, ''),
    field: 'hop',
    message: /is missing/,
    fix: /add it: use one of device, sdk, network/,
  },
  {
    what: 'an empty list',
    file: PAGE,
    change: (text) => replaced(text, /^causes:\n.*?(?=^look:)/ms, 'causes: []\n'),
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
    change: (text) => replaced(text, 'without a `sign` value', 'without a **sign** value'),
    field: 'meaning',
    message: /holds Markdown or an HTML entity; only backticks/,
    fix: /./,
  },
  {
    what: 'a choice that does not exist',
    file: PAGE,
    change: (text) => replaced(text, /^hop: .*/m, 'hop: phone'),
    field: 'hop',
    message: /expected one of/,
    fix: /use one of device, sdk, network, gateway, upstream, service, none/,
  },
  {
    what: 'a misfit deep in a list',
    file: PAGE,
    change: (text) => replaced(text, 'basis: official', 'basis: certain'),
    field: 'causes.0.basis',
    message: /expected one of/,
    fix: /use one of official, reported, inferred/,
  },
  {
    what: 'a kind that does not exist',
    file: ANDROID_PAGE,
    change: (text) => replaced(text, 'kind: code', 'kind: span'),
    field: 'kind',
    message: /./,
    fix: /set "kind" to code or range/,
  },
  {
    what: 'a symbol that the source could not have',
    file: 'content/codes/ios/9.md',
    change: (text) => replaced(text, /^symbol: .*/m, 'symbol: SizeControlError'),
    field: 'symbol',
    message: /must be the Status code column, verbatim/,
    fix: /./,
  },
  {
    what: 'a number without quotes in a YAML file',
    file: 'content/undocumented.yaml',
    change: (text) => replaced(text, "number: '7004'", 'number: 7004'),
    field: '0.number',
    message: /must be digits in quotes/,
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

const ORPHANS: readonly string[] = ['Notes.md', '7014.txt', '7014.md~', 'HTTP-4xx.md', '.DS_Store'];

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

test('what stands in the repository is read without a problem', () => {
  assert.deepEqual(real.problems.map(formatProblem), []);
  assert.equal(real.content.meanings.length, 55);
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
        fix: /name it <number>\.md, or <range-name>\.md/,
      });
    });

  test('a code that the source does not have is read, and refused by a rule', (t) => {
    const page = readFileSync(join(ROOT, PAGE), 'utf8');
    const { content, problems } = readBroken(t, 'content/codes/gateway/7015.md', () => page);
    assert.deepEqual(problems, []);
    assert.ok(
      findProblems(content)
        .map(formatProblem)
        .some((line) => /^content\/codes\/gateway\/7015\.md: .*no row "7015"/.test(line)),
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
        cpSync(join(folder, PAGE), join(folder, 'content/codes/gateway/07014.md'));
      },
      first: /^content\/codes\/gateway\/07014\.md: .* no row "07014"\. Fix: remove or rename/,
    },
    {
      what: 'a range under a second name',
      damage: (folder) => {
        const ranges = join(folder, 'content/codes/android');
        cpSync(join(ranges, 'http-4xx.md'), join(ranges, 'http-client-error.md'));
      },
      first:
        /^content\/codes\/android\/http-client-error\.md: the android row ".*" stands in content\/codes\/android\/http-4xx\.md already\. Fix: remove one/,
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
    [PAGE, (text: string) => replaced(replaced(text, /^hop: .*/m, 'hop: x'), /^title: .*\n/m, '')],
    [ANDROID_PAGE, () => ''],
    ['content/glossary.yaml', () => 'a: b: c'],
  ] as const)
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
  assert.deepEqual(
    readContent(folder)
      .problems.map(({ file, field }) => `${file} ${field}`.trim())
      .sort(),
    [ANDROID_PAGE, `${PAGE} hop`, `${PAGE} title`, 'content/glossary.yaml line 1'].sort(),
  );
});

test('a folder without content is answered with every file that is missing', (t) => {
  const { problems } = readContent(emptyFolder(t));
  assert.deepEqual(
    problems.map(({ file }) => file).sort(),
    FILES.filter((file) => /^content\/(?:families\/)?[a-z-]+\.yaml$/.test(file)).sort(),
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
