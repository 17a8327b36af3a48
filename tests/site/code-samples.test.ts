/** Code samples are coloured by classes when the site is built: no script, no style in a token. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'node-html-parser';
import { addresses, htmlOf, treeOf } from './build.ts';

/** With what is inside `pre`, which the parser leaves as text unless it is told. */
const pageOf = (address: string) =>
  parse(htmlOf(address), { blockTextElements: { script: true, style: true } });

const withSamples = addresses.filter((address) => treeOf(htmlOf(address)).querySelector('.sample'));

test('guides have samples in every language that apps are written in', () => {
  const names = new Set(
    withSamples.flatMap((address) =>
      pageOf(address)
        .querySelectorAll('.sample pre')
        .map((node) => node.getAttribute('aria-label')),
    ),
  );
  for (const name of ['Kotlin', 'Java', 'Objective-C', 'Swift', 'TypeScript', 'JavaScript'])
    assert.ok(names.has(name), name);
});

for (const address of withSamples)
  test(`the samples of ${address} have names, can be scrolled, and hold nothing but classes`, () => {
    for (const sample of pageOf(address).querySelectorAll('.sample')) {
      const pre = sample.querySelector('pre[role=group][tabindex="0"]');
      // A language without a name in the list would be read out by its id.
      assert.match(pre?.getAttribute('aria-label') ?? '', /^[A-Z]/);
      assert.equal(sample.querySelectorAll('[style], script').length, 0);
      const tokens = sample.querySelectorAll('code *');
      assert.ok(tokens.length > 0, sample.textContent);
      for (const token of tokens)
        assert.match(token.outerHTML, /^<span class="[ckfns]">[^<]*<\/span>$/);
    }
  });

test('lines of logs in guides stay plain, but for where they may break', () => {
  const plain = pageOf('/guides/find-the-logs').querySelectorAll(
    '.verbatim > pre > code[data-line]',
  );
  assert.ok(plain.length > 0);
  for (const code of plain)
    assert.equal(code.innerHTML.replace(/<wbr>|<span>|<\/span>/g, '').includes('<'), false);
});

test('pages without a sample have none of its styles', () => {
  const others = addresses.filter((address) => !withSamples.includes(address));
  assert.ok(others.length > 500);
  for (const address of others) assert.ok(!htmlOf(address).includes('.sample'), address);
});
