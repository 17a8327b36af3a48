/** A family is one object: a sixth one takes its object, its content and its words, and nothing else. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { parse } from 'node-html-parser';
import { LANGUAGES } from '../../src/words/languages.ts';
import { COPY_ENV, copyProject, leaveOutStatuses, ROOT } from '../project-copy.ts';
import { textOf } from '../site/build.ts';

const copy = copyProject('family');
leaveOutStatuses(copy);
after(() => {
  rmSync(copy, { recursive: true, force: true });
});

/** Replaces text that must be there. */
function change(file: string, what: string, by: string): void {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  assert.ok(text.includes(what), `${file} has no "${what}"`);
  writeFileSync(
    path,
    text.replace(what, () => by),
  );
}

const write = (file: string, lines: readonly string[]) => {
  mkdirSync(join(copy, file, '..'), { recursive: true });
  writeFileSync(join(copy, file), `${lines.join('\n')}\n`);
};

/** Says each sentence of a file of the content in Chinese. */
const translate = (file: string, sentences: readonly string[]) =>
  write(
    `content/zh-cn/${file}`,
    sentences.map(
      (en) => `- { en: ${JSON.stringify(en)}, translation: ${JSON.stringify(`译：${en}`)} }`,
    ),
  );

/** A number that no other family has, which is no HTTP status. */
const CODE = '7777001';

test('a sixth family needs its object, its content and its words', { timeout: 600_000 }, () => {
  change(
    'src/domain/codes/families.ts',
    'const DEFINITIONS = [',
    `const harmony = {
  id: 'harmony',
  standing: 'documented',
  reporter: 'sdk',
  client: null,
  ofCalls: true,
  own: ['official', 'prompt'],
  ranges: true,
  columns: { number: 'code', text: 'official', prompt: 'prompt' },
  facts: ['prompt'],
} as const satisfies FamilyDefinition;

const DEFINITIONS = [harmony, `,
  );
  for (const language of ['en', 'zh-cn']) {
    change(`src/words/${language}/labels.ts`, 'gateway: ', "harmony: 'Harmony',\n    gateway: ");
    change(
      `src/words/${language}/views.ts`,
      'gateway: { name:',
      "harmony: { name: 'Harmony', codes: 'Harmony codes', answer: 'the Harmony SDK' },\n  gateway: { name:",
    );
    change(
      `src/words/${language}/search.ts`,
      "gateway: '',",
      "gateway: '',\n    harmony: 'harmony phone client',",
    );
  }
  write('content/families/harmony.yaml', [
    'heading: Harmony client result codes',
    'meaning: The Harmony SDK sets these numbers.',
    'seenIn: in the rejected promise of a call',
    'statements:',
    '  - text: The promise of a failed call is rejected with one of them.',
    '    source: result-codes',
  ]);
  write(`content/codes/harmony/${CODE}.yaml`, [
    'title: Zebra handover lost',
    'official: The zebra handover was lost.',
    'prompt: Please hand the zebra over once more.',
    'meaning: A zebra was to be handed over and its keeper had left.',
    'tellUser: The zebra is on its way back.',
    'actor: { first: app, why: Zebras are fed by it. }',
    "retry: { advice: backoff, executed: 'no', why: No zebra moved. }",
    'fails: sdk',
    'firstStep: Count the zebras in the stable.',
    'causes:',
    '  - text: The keeper had gone to lunch.',
    '    basis: general',
    '    fix: [Wait for the keeper.]',
    'check: [All zebras are in the stable at night.]',
    "checked: '2026-11-20'",
  ]);
  appendFileSync(
    join(copy, 'content/source-tables.yaml'),
    `harmony:\n  - number: '${CODE}'\n    text: 'The zebra handover was lost.'\n    prompt: 'Please hand the zebra over once more.'\n`,
  );
  translate('families/harmony.yaml', [
    'Harmony client result codes',
    'The Harmony SDK sets these numbers.',
    'in the rejected promise of a call',
    'The promise of a failed call is rejected with one of them.',
  ]);
  translate(`codes/harmony/${CODE}.yaml`, [
    'Zebra handover lost',
    'A zebra was to be handed over and its keeper had left.',
    'The zebra is on its way back.',
    'Zebras are fed by it.',
    'No zebra moved.',
    'Count the zebras in the stable.',
    'The keeper had gone to lunch.',
    'Wait for the keeper.',
    'All zebras are in the stable at night.',
  ]);
  for (const { path } of LANGUAGES)
    appendFileSync(
      join(copy, 'content/addresses.txt'),
      `${path}/codes/${CODE}\n${path}/codes/harmony\n`,
    );

  // For the second test: as with thousands of numbers.
  change('src/site/one-file-view.ts', 'PART_LENGTH = 1000', 'PART_LENGTH = 40');

  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/astro/bin/astro.mjs'), 'build'],
    {
      cwd: copy,
      encoding: 'utf8',
      env: COPY_ENV,
    },
  );
  assert.equal(status, 0, stdout + stderr);
  assert.doesNotMatch(
    stdout + stderr,
    /content[^\n]*\/harmony[/.]/,
    'the data of the family is in order',
  );
  const page = (path: string) =>
    parse(readFileSync(join(copy, 'dist', path, 'index.html'), 'utf8'));

  const own = page(`codes/${CODE}`);
  assert.equal(textOf(own.querySelector('h1')), `${CODE} Zebra handover lost`);
  const text = textOf(own.querySelector('main'));
  for (const part of ['Harmony codes', 'Count the zebras', 'hand the zebra over once more'])
    assert.ok(text.includes(part), part);
  const table = page('codes/harmony');
  assert.equal(textOf(table.querySelector('h1')), 'Harmony codes');
  assert.ok(table.querySelector(`a[href^="/codes/${CODE}"]`));
  for (const path of ['codes', ''])
    assert.ok(page(path).querySelector('a[href="/codes/harmony"]'), path);
  assert.equal(
    textOf(page(`zh-cn/codes/${CODE}`).querySelector('h1')),
    `${CODE} 译：Zebra handover lost`,
  );
  assert.ok(page('codes').querySelector(`tr[data-id="harmony/${CODE}"]`));

  const json = JSON.parse(readFileSync(join(copy, `dist/codes/${CODE}.json`), 'utf8')) as {
    meanings: { columns: object }[];
  };
  assert.deepEqual(
    json.meanings.map(({ columns }) => columns),
    [
      {
        number: CODE,
        text: 'The zebra handover was lost.',
        prompt: 'Please hand the zebra over once more.',
      },
    ],
  );
  const schema = readFileSync(join(copy, 'dist/codes.schema.json'), 'utf8');
  assert.ok(schema.includes('"harmony"'));
  const sitemap = readFileSync(join(copy, 'dist/sitemap-0.xml'), 'utf8');
  assert.ok(sitemap.includes(`/codes/${CODE}</loc>`));
});

test('where there are many numbers, the one file is made in parts and holds the same', () => {
  for (const { path } of LANGUAGES) {
    const numbersIn = (folder: string) => {
      const html = readFileSync(join(folder, `dist${path}/mgs-codes.html`), 'utf8');
      assert.doesNotMatch(html, /data-pagefind|further numbers/);
      return parse(html)
        .querySelectorAll('main > .number')
        .map((node) => [node.id, textOf(node)] as const);
    };
    const own = numbersIn(copy).filter(([id]) => id !== CODE);
    assert.ok(own.length > 2 * 40, String(own.length));
    assert.deepEqual(own, numbersIn(ROOT));
    assert.ok(!existsSync(join(copy, `dist${path}/mgs-codes`)));
  }
});
