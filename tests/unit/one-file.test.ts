/** The file that holds every code: where its links lead, what it holds, and how it is sealed. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { followSystemTheme, inScript, selfContained } from '../../src/pipeline/write-one-file.ts';
import { createResolverIndex } from '../../src/domain/codes/resolver-index.ts';
import { FAMILIES } from '../../src/domain/codes/families.ts';
import { numbersOfClass } from '../../src/site/code-class.ts';
import { anchorInFile, linkInFile } from '../../src/site/one-file.ts';
import { oneFileView } from '../../src/site/one-file-view.ts';
import { ENGLISH_EDITION } from '../../src/site/edition.ts';
import { fixtureCatalogue as catalogue } from '../fixtures.ts';

const held = createResolverIndex(catalogue);
const view = oneFileView(catalogue, ENGLISH_EDITION);
const numbers = [...view.numbers()];

describe('the place of an address in the file', () => {
  const CASES = [
    ['/codes/7014#gateway', 'gateway-7014'],
    ['/codes/7014#android', 'android-7014'],
    ['/codes/7014', '7014'],
    ['/codes/7014#fix', '7014'],
    ['/codes/0#ios', 'ios-0'],
    ['/codes/http-4xx', 'http-4xx'],
    ['/codes/http-4xx#android', 'android-http-4xx'],
    ['/codes/7xxx', '7xxx'],
    ['/codes/7005', '7005'],
    ['/codes/608', '608'],
    ['/codes/security-guard', 'security-guard'],
    ['/codes/404', '404'],
    ['/codes/404#http', 'http-404'],
    ['/codes/404#android', 'android-404'],
    ['/codes/418', 'android-http-4xx'],
    ['/codes/7014#http', '7014'],
    ['/codes/499', 'android-http-4xx'],
    ['/codes/200', 'android-http-other'],
    ['/codes/599', 'android-http-other'],
    ['/codes/500', 'http'],
    ['/codes/ios', 'ios'],
    ['/codes', 'codes'],
    ['/decode', 'decode'],
    ['/', null],
    ['/codes/', null],
    ['/codes/7006', null],
    ['/codes/600', null],
    ['/codes/constructor', null],
    ['/codes.json', null],
    ['/about#source-android-sdk', null],
    ['/guides/timeouts', null],
  ] as const;
  for (const [path, anchor] of CASES)
    test(`${path} → ${anchor ?? 'not in the file'}`, () => {
      assert.equal(anchorInFile(held, path), anchor);
    });

  test('what the file does not hold is asked of the site', () => {
    const link = linkInFile(held, (path) => `https://site.example/base${path}`);
    assert.equal(link('/codes/7014#gateway'), '#gateway-7014');
    assert.equal(link('/guides/timeouts'), 'https://site.example/base/guides/timeouts');
  });
});

describe('what the file holds', () => {
  const entries = numbers.flatMap((number) => number.entries);
  const blocks = entries.flatMap((entry) =>
    entry.sections.flatMap((section) => section.blocks.map((block) => ({ entry, block }))),
  );

  test('every meaning once, in full or as a mention, and all of a number together', () => {
    const mentioned = catalogue.pages.flatMap((page) => page.mentioned.map(({ id }) => id));
    assert.ok(mentioned.length > 0);
    assert.deepEqual(
      [...entries.flatMap(({ id }) => id ?? []), ...mentioned].toSorted(),
      catalogue.meanings.map(({ id }) => id).toSorted(),
    );
    for (const { code, title, cards, entries: own } of numbers) {
      assert.ok(own.every((entry) => entry.code === code));
      assert.equal(title !== null, own.length > 1, code);
      assert.equal(cards.length, own.length > 1 ? own.length : 0, code);
    }
  });

  test('the HTTP statuses with facts of their own, and not the others', () => {
    const codes = numbers.map(({ code }) => code);
    for (const code of ['404', '503', '403']) assert.ok(codes.includes(code), code);
    for (const code of ['100', '450', '500']) assert.ok(!codes.includes(code), code);
  });

  test('what a number is besides', () => {
    const beside = (code: string) =>
      numbers.find((number) => number.code === code)?.beside.map(({ statement }) => statement.text);
    assert.match(beside('6000')?.join() ?? '', /Payment SDK uses this number too/);
    assert.match(beside('429')?.join() ?? '', /^iOS 429/);
  });

  test('headings go down by one level at a time', () => {
    for (const { title, entries: own } of numbers)
      for (const { level } of own) assert.equal(level, title === null ? 3 : 4);
  });

  test('no anchor is there twice', () => {
    const anchors = [
      ...numbers.map(({ code }) => code),
      ...view.families.flatMap(({ family, classes }) => [family, ...classes.map(({ id }) => id)]),
      ...entries.flatMap(({ anchor, sections }) => [
        anchor,
        ...sections.map((section) => section.anchor),
      ]),
      ...blocks.flatMap(({ block }) =>
        block.kind === 'sources' ? block.items.map(({ anchor }) => anchor) : [],
      ),
    ];
    assert.deepEqual(
      anchors.filter((anchor, index) => anchors.indexOf(anchor) !== index),
      [],
    );
  });

  test('links between codes stay in the file', () => {
    const anchors = new Set(entries.map(({ anchor }) => anchor));
    let count = 0;
    for (const { entry, block } of blocks)
      for (const { path } of block.kind === 'links' || block.kind === 'pairs' ? block.items : [])
        if (path !== null) {
          count += 1;
          assert.ok(anchors.has(anchorInFile(held, path) ?? ''), `${entry.anchor} → ${path}`);
        }
    assert.ok(count > 5);
  });

  test('every family is there, with the ranges of its table', () => {
    assert.deepEqual(
      view.families.map(({ family }) => family),
      FAMILIES,
    );
    assert.deepEqual(
      view.families.flatMap(({ classes }) => classes.map(({ id }) => id)).toSorted(),
      catalogue.classes.map(({ id }) => id).toSorted(),
    );
  });

  test('its date is the newest of all entries', () => {
    assert.ok(catalogue.meanings.some(({ checked }) => checked === view.checked));
    assert.ok(catalogue.meanings.every(({ checked }) => checked <= view.checked));
  });

  test('a range knows the documented and the named numbers of its own family', () => {
    const { documented, undocumented } = numbersOfClass(catalogue, {
      family: 'gateway',
      spans: ['7000-7009'],
    });
    assert.deepEqual(
      documented.map(({ id }) => id),
      ['gateway/7001'],
    );
    assert.deepEqual(
      undocumented.map(({ id }) => id),
      ['gateway/7005'],
    );
  });
});

describe('the themes', () => {
  const CASES = [
    [':root{--a:1}', ':root{--a:1}'],
    [
      ':root[data-theme=light]{--a:2}p{b:c}',
      '@media (prefers-color-scheme:light){:root:root{--a:2}}p{b:c}',
    ],
    [
      `@layer x;@layer y{p{a:b}html[data-theme='light']{c:d}}`,
      '@layer x;@layer y{p{a:b}@media (prefers-color-scheme:light){html:root{c:d}}}',
    ],
    [
      '@layer y{:root[data-theme="dark"],[data-theme="dark"] ::backdrop{c:d}}',
      '@layer y{@media (prefers-color-scheme:dark){:root:root,:root ::backdrop{c:d}}}',
    ],
    ['[data-theme=light] p,q{a:b}', '@media (prefers-color-scheme:light){:root p{a:b}}q{a:b}'],
    [
      '@media print{[data-theme=dark]{a:b}}p{content:"[data-theme=dark]{"}',
      '@media print{@media (prefers-color-scheme:dark){:root{a:b}}}p{content:"[data-theme=dark]{"}',
    ],
    ['', ''],
  ] as const;
  for (const [css, expected] of CASES)
    test(css || 'no styles', () => {
      assert.equal(followSystemTheme(css), expected);
    });
});

describe('the sealed page', () => {
  const PAGE =
    '<!doctype html><html><head><meta charset="utf-8"><style>a{b:c}</style>' +
    '<script type="module" src="/x.js"></script></head>' +
    '<body><p data-pagefind-ignore data-pagefind-filter="family:iOS" class="x">Text</p><script>old()</script></body></html>';
  const hash = (text: string) => createHash('sha256').update(text).digest('base64');

  test('has the one script, without the marks of the search index', () => {
    const html = selfContained(PAGE, 'run("$&")');
    assert.deepEqual(html.match(/<script.*?<\/script>/g), ['<script>run("$&")</script>']);
    assert.ok(html.includes('<p class="x">Text</p>'));
  });

  test('allows only what stands in it', () => {
    const html = selfContained(PAGE, 'run()');
    const policy =
      /<meta charset="utf-8"><meta http-equiv="content-security-policy" content="([^"]*)">/.exec(
        html,
      );
    assert.equal(
      policy?.[1],
      `default-src 'none'; script-src 'sha256-${hash('run()')}'; style-src 'sha256-${hash('a{b:c}')}'; img-src data:; base-uri 'none'; form-action 'none'`,
    );
  });

  test('is refused where script or policy have no place', () => {
    assert.throws(() => selfContained('<meta charset="utf-8">', ''), /no place .*body/);
    assert.throws(() => selfContained('<body></body>', ''), /no place .*charset/);
  });

  test('a script cannot end its element', () => {
    assert.equal(inScript("a='</script><!-- </SCRIPT>'"), "a='<\\/script>\\x3C!-- <\\/SCRIPT>'");
  });
});
