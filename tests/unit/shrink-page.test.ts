/** Pages lose what they cannot use, and nothing that they can. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namesInScript, pageShrinker } from '../../src/pipeline/shrink-page.ts';

const shrink = pageShrinker(
  ['element("pre", { class: "found" }); root.dataset.openTab = "1";'],
  ['i{top:var(--a);left:var(--b);right:var(--c);bottom:var(--d)}'],
);

/** The styles that are left of some on a page with some markup. */
function stylesLeft(css: string, markup: string): string {
  const page = shrink(`<style>${css}</style><body>${markup}</body>`);
  return /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? '';
}

const MARKUP =
  '<main class="page"><p id="lead">Text <a href="/x">x</a></p></main><summary></summary>';

for (const selector of [
  'p',
  '.page',
  '#lead',
  'a[href]',
  '.page a',
  '.page > p > a',
  'p ~ summary',
  'p:hover',
  'p:not(.page)',
  'main:has(a)',
  ':is(table, p) a',
  ':root',
  'p::backdrop',
  'pre',
  '.found',
  'main .found pre',
  '[data-open-tab]',
])
  test(`a rule for ${selector} stays`, () => {
    assert.notEqual(stylesLeft(`${selector}{top:0}`, MARKUP), '');
  });

for (const selector of [
  'table',
  '.other',
  '#other',
  'a[title]',
  'a .page',
  'main summary',
  'p .page > a',
  'main:has(table)',
  ':is(table, .other) a',
  'p:where(.other)',
  '[data-other]',
  '::backdrop',
  'main ::backdrop',
])
  test(`a rule for ${selector} goes`, () => {
    assert.equal(stylesLeft(`${selector}{top:0}`, MARKUP), '');
  });

test('of a list of selectors only those that can match stay, within conditions too', () => {
  assert.equal(
    stylesLeft('@media (width>=50em){p,table{top:0}.other{top:0}}', MARKUP),
    '@media (width>=50em){p{top:0}}',
  );
});

test('custom properties stay where they are read: by a rule, by another of them, by an attribute', () => {
  const css = ':root{--a:var(--b);--b:1px;--c:2px;--d:3px}p{top:var(--a);content:""}';
  const left = stylesLeft(css, `${MARKUP}<i style="left:var(--d)"></i>`);
  assert.match(left, /--a:/);
  assert.match(left, /--b:/);
  assert.match(left, /--d:/);
  assert.doesNotMatch(left, /--c:/);
  assert.match(left, /content:""/);
});

for (const [css, left] of [
  ['@layer x{:root{--a:1px}}:root{--a:2px}', ':root{--a:2px}'],
  ['@layer x{:root,::backdrop{--a:1px}}:root{--a:2px}', ':root{--a:2px}'],
  ['@layer x{@media (width>=50em){:root.page{--a:1px}}}:root{--a:2px}', ':root{--a:2px}'],
  ['@layer x{:root{--a:1px}}@media print{:root{--a:2px}}', null],
  ['@layer x{:root{--a:1px}}:root[href]{--a:2px}', null],
  ['@layer x{:root{--a:1px!important}}:root{--a:2px}', null],
  ['@layer x{:root p{--a:1px}}:root{--a:2px}', null],
  ['@layer x{:root::after{--a:1px}}:root{--a:2px}', null],
] as const)
  test(`of ${css} the overridden custom property ${left === null ? 'is in doubt and stays' : 'goes'}`, () => {
    const reading = 'p{top:var(--a)}';
    const one = stylesLeft(css + reading, MARKUP);
    if (left === null) assert.match(one, /1px/);
    else assert.equal(one.replace(/@layer x(;|\{\})/, ''), left + reading);
  });

test('custom properties get short names that no script and no linked style has, the same on every page', () => {
  const shrinkNamed = pageShrinker(['read("--0")'], ['p{left:var(--kept)}']);
  assert.equal(
    shrinkNamed(
      '<style>:root{--kept:1px;--long:2px}p{left:var(--kept);top:var(--long);right:var(--set);content:"--long"}</style><p style="--set:1px; bottom:var(--long)" title="x --long var">--long</p>',
    ),
    '<style>:root{--kept:1px;--1:2px}p{left:var(--kept);top:var(--1);right:var(--2);content:"--long"}</style><p style="--2:1px; bottom:var(--1)" title="x --long var">--long</p>',
  );
  assert.equal(
    shrinkNamed('<style>p{top:var(--long)}</style><p></p>'),
    '<style>p{top:var(--1)}</style><p></p>',
  );
});

test('a gap of white space becomes one space, except where it is text', () => {
  assert.equal(
    shrink(
      '<p>a\n   b\u00a0\u00a0c</p> \n <pre>a\n  <b>b</b>  c</pre>\n<code>a  b</code>\n<textarea>\n\n</textarea>',
    ),
    '<p>a b\u00a0\u00a0c</p> <pre>a\n  <b>b</b>  c</pre> <code>a  b</code> <textarea>\n\n</textarea>',
  );
});

for (const [selector, left] of [
  ['p:not(:where(.other *))', 'p'],
  ['p:not(a,:where(.other *))', 'p:not(a)'],
  ['p:not(:where(.page *))', 'p:not(:where(.page *))'],
  ['p:not(.other)', 'p:not(.other)'],
] as const)
  test(`of ${selector} what excludes nothing and weighs nothing goes`, () => {
    assert.equal(stylesLeft(`${selector}{top:0}`, MARKUP), `${left}{top:0}`);
  });

test('names of component styles become short, and go where no style has them', () => {
  assert.equal(
    shrink(
      '<style>p:where(.astro-abcdefgh){top:0}</style><p class="lead astro-abcdefgh astro-zzzzzzzz"><b class="astro-zzzzzzzz">x</b></p>',
    ),
    '<style>p:where(._0){top:0}</style><p class="lead _0"><b>x</b></p>',
  );
});

test('marks for the search index go, with the attributes that only they name', () => {
  assert.equal(
    shrink(
      '<div data-aliases="a > b" data-address="/x" data-pagefind-meta="aliases[data-aliases]"><p data-pagefind-ignore>x</p></div>',
    ),
    '<div data-address="/x"><p>x</p></div>',
  );
});

test('text, scripts and attributes that look like markup stay to the letter', () => {
  const page =
    '<p title="a > b class=&quot;astro-x&quot;">&lt;style&gt;p{}&lt;/style&gt;</p><script>"<p class=\'astro-abcdefgh\'>"</script>';
  assert.equal(shrink(page), page);
});

test('the names of a script are words of its selectors, not of its sentences', () => {
  assert.deepEqual(
    namesInScript('find(`.a [role=status]`); say("Nothing found here."); x.dataset["someName"]'),
    ['a', 'role', 'status', 'data-some-name', 'someName'],
  );
});

test('the empty place for icons goes with its styles, and one with an icon stays', () => {
  const css = '.social-icons{top:0}';
  assert.equal(stylesLeft(css, '<div class="sl-flex social-icons x"> </div>'), '');
  assert.notEqual(stylesLeft(css, '<div class="social-icons"><a href="/">x</a></div>'), '');
});

test('of a style sheet that is linked twice the last link stays, and links that differ stay both', () => {
  const link = '<link rel="stylesheet" href="/a.css" media="print">';
  const other = '<link rel="stylesheet" href="/a.css">';
  assert.equal(shrink(`${link}<p>x</p>${link}`), `<p>x</p>${link}`);
  assert.equal(shrink(`${link}<p>x</p>${other}`), `${link}<p>x</p>${other}`);
});
