/** The file that holds every code: where its links lead, what it holds, and how it is sealed. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { followSystemTheme, inScript, selfContained } from '../../src/pipeline/write-one-file.ts';
import { readContent } from '../../src/pipeline/read-content.ts';
import { createCatalogue } from '../../src/domain/codes/catalogue.ts';
import { createResolverIndex } from '../../src/domain/codes/resolver-index.ts';
import { FAMILIES } from '../../src/domain/codes/families.ts';
import { numbersOfClass } from '../../src/site/code-class.ts';
import { anchorInFile, linkInFile } from '../../src/site/one-file.ts';
import { oneFileView } from '../../src/site/one-file-view.ts';

const { content } = readContent(fileURLToPath(new URL('../../', import.meta.url)));
const catalogue = createCatalogue(content);
const held = createResolverIndex(catalogue);
const view = oneFileView(catalogue);

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
    ['/codes/1001-5999', '1001-5999'],
    ['/codes/404', 'android-http-4xx'],
    ['/codes/499', 'android-http-4xx'],
    ['/codes/200', 'android-http-other'],
    ['/codes/599', 'android-http-other'],
    ['/codes/500', 'http'],
    ['/codes/ios', 'ios'],
    ['/codes', 'codes'],
    ['/decode', 'decode'],
    ['/', null],
    ['/codes/', null],
    ['/codes/7005', null],
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
  const sections = view.numbers.flatMap(({ meanings }) => meanings);

  test('every meaning once, and all of a number together', () => {
    assert.deepEqual(
      sections.map(({ meaning }) => meaning.id).toSorted(),
      catalogue.meanings.map(({ id }) => id).toSorted(),
    );
    for (const { code, title, meanings } of view.numbers) {
      assert.ok(meanings.every(({ meaning }) => meaning.code === code));
      assert.equal(title !== null, meanings.length > 1, code);
    }
  });

  test('headings go down by one level at a time', () => {
    for (const { title, meanings } of view.numbers)
      for (const { level } of meanings) assert.equal(level, title === null ? 3 : 4);
  });

  test('no anchor stands twice', () => {
    const anchors = [
      ...view.numbers.map(({ code }) => code),
      ...view.numbers.flatMap(({ code, absent }) =>
        absent.map(({ family }) => `${family}-${code}`),
      ),
      ...view.families.flatMap(({ family, classes }) => [family, ...classes.map(({ id }) => id)]),
      ...sections.flatMap(({ anchor, contents, sources }) => [
        anchor,
        ...contents.map((entry) => entry.anchor),
        ...sources.map((entry) => entry.anchor),
      ]),
    ];
    assert.deepEqual(
      anchors.filter((anchor, index) => anchors.indexOf(anchor) !== index),
      [],
    );
  });

  test('links between codes stay in the file', () => {
    const anchors = new Set(sections.map(({ anchor }) => anchor));
    for (const { meaning, related, confusions } of sections)
      for (const { path } of [...related, ...confusions])
        if (path !== null)
          assert.ok(anchors.has(anchorInFile(held, path) ?? ''), `${meaning.id} → ${path}`);
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
      ['gateway/7000', 'gateway/7001', 'gateway/7002', 'gateway/7003', 'gateway/7007'],
    );
    assert.ok(undocumented.length > 0);
    for (const { family, number } of undocumented)
      assert.match(`${family} ${number}`, /^gateway 700\d$/);
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
    ['', ''],
  ] as const;
  for (const [css, expected] of CASES)
    test(css || 'no styles', () => {
      assert.equal(followSystemTheme(css), expected);
    });
});

describe('the sealed page', () => {
  const PAGE =
    '<!doctype html><html><head><meta charset="utf-8"><style>a{}</style>' +
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
      `default-src 'none'; script-src 'sha256-${hash('run()')}'; style-src 'sha256-${hash('a{}')}'; img-src data:; base-uri 'none'; form-action 'none'`,
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
