/** The page of every code: what stands on it, and in which order. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContent } from '../../src/pipeline/read-content.ts';
import { createCatalogue } from '../../src/domain/codes/catalogue.ts';
import { isNumber } from '../../src/domain/codes/code-id.ts';
import { plainText } from '../../src/domain/codes/inline-text.ts';
import { verbatimColumns } from '../../src/domain/codes/rules/index.ts';
import { FAMILIES } from '../../src/domain/codes/families.ts';
import { titleOf } from '../../src/site/code-page.ts';
import { addresses, pageOf } from './build.ts';

const catalogue = createCatalogue(readContent('.').content);
const SECTIONS = [
  'causes',
  'fix',
  'look',
  'check',
  'log',
  'related',
  'confusions',
  'unknowns',
  'elsewhere',
  'sources',
];

const textOf = (node: { textContent: string } | null): string =>
  (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

for (const page of catalogue.pages) {
  const root = pageOf(`/codes/${page.code}`);
  const main = root.querySelector('main');
  const several = page.meanings.length > 1;

  test(`${page.code}: heading, title and description name it`, () => {
    assert.equal(textOf(root.querySelector('h1')), titleOf(page));
    assert.ok(textOf(root.querySelector('title')).startsWith(titleOf(page)));
    const description = root.querySelector('meta[name=description]')?.getAttribute('content') ?? '';
    assert.ok(description.length >= 50, description);
    if (isNumber(page.code)) assert.ok(description.includes(page.code), description);
  });

  test(`${page.code}: all four families have an anchor`, () => {
    for (const family of FAMILIES)
      assert.equal(main?.querySelectorAll(`[id="${family}"]`).length, 1, family);
  });

  for (const meaning of page.meanings)
    test(`${meaning.id}: the sections stand in order, and none is empty`, () => {
      const section = main?.querySelector(`section#${meaning.family}`);
      assert.ok(section);
      const prefix = several ? `${meaning.family}-` : '';
      const headings = section
        .querySelectorAll(several ? 'h3' : 'h2')
        .map(({ id }) => (id === 'elsewhere' ? id : id.slice(prefix.length)));
      const order = headings.map((id) => SECTIONS.indexOf(id));
      assert.deepEqual(
        order,
        order.toSorted((a, b) => a - b),
        headings.join(),
      );
      assert.ok(!order.includes(-1), headings.join());
      for (const must of ['causes', 'fix', 'check', 'sources']) assert.ok(headings.includes(must));
      // The places that scripts fill are empty until they do.
      for (const node of section.querySelectorAll('p:not(.page-actions p), li, dd, dt, blockquote'))
        assert.notEqual(textOf(node), '', `an empty ${node.tagName}`);
      for (const node of section.querySelectorAll('ul, ol, dl'))
        assert.ok(node.children.length > 0, `an empty ${node.tagName}`);
    });

  for (const meaning of page.meanings)
    test(`${meaning.id}: its facts stand on the page, word for word`, () => {
      const text = textOf(main ?? null);
      const { code, value, protocols, ...columns } = verbatimColumns(meaning);
      for (const words of [
        ...Object.values(columns).filter((word) => word !== '/'),
        ...(protocols === undefined ? [] : [protocols]),
        meaning.meaning,
        meaning.firstStep,
        meaning.actor.why,
        meaning.retry.why,
        ...meaning.causes.map(({ text: words }) => words),
        ...meaning.fix.map(({ text: words }) => words),
        ...meaning.check.map(({ text: words }) => words),
      ])
        assert.ok(text.includes(plainText(words)), `${code ?? value}: ${words}`);
    });

  test(`${page.code}: Chinese text is marked as Chinese`, () => {
    for (const node of main?.querySelectorAll('p, dd, span') ?? []) {
      if (
        !/\p{Script=Han}/u.test(
          node.childNodes.map((child) => (child.nodeType === 3 ? child.rawText : '')).join(''),
        )
      )
        continue;
      assert.equal(node.closest('[lang]')?.getAttribute('lang'), 'zh-Hans', textOf(node));
    }
  });
}

test('related links stand on both pages with the same reason', () => {
  for (const meaning of catalogue.meanings)
    for (const { id, reason } of meaning.related) {
      const other = catalogue.meaning(id);
      const text = textOf(pageOf(`/codes/${other.code}`).querySelector(`section#${other.family}`));
      assert.ok(text.includes(plainText(reason)), `${id} lacks the link from ${meaning.id}`);
    }
});

test('every bare HTTP number answers in a few words', () => {
  for (let status = 100; status < 600; status += 1) {
    const main = pageOf(`/codes/${status}`).querySelector('main');
    const text = textOf(main?.querySelector('.code-page') ?? null);
    assert.ok(text.includes(String(status)), String(status));
    const count = text.split(' ').length;
    assert.ok(count >= 30 && count <= 130, `${status}: ${count} words`);
    for (const family of FAMILIES)
      assert.equal(main?.querySelectorAll(`[id="${family}"]`).length, 1, `${status} ${family}`);
  }
});

test('500 and 200 say what is odd about them', () => {
  assert.match(textOf(pageOf('/codes/500').querySelector('main')), /leave 500 out/);
  assert.match(textOf(pageOf('/codes/200').querySelector('main')), /success and no error/);
  assert.match(textOf(pageOf('/codes/404').querySelector('main')), /Not Found.*HTTP/s);
});

test('words do not run together where markup was joined', () => {
  const inline = '(?:a|code|span|strong|kbd|mark)';
  const joined = new RegExp(
    `[\\p{L}\\p{N}]<${inline}[ >]|</${inline}>(?:[\\p{L}\\p{N}]|<${inline}[ >])`,
    'u',
  );
  for (const address of addresses) {
    const html = pageOf(address).querySelector('main')?.innerHTML ?? '';
    const place = joined.exec(html.replace(/<svg.*?<\/svg>/gs, ''));
    assert.equal(
      place,
      null,
      `${address}: …${html.slice(Number(place?.index) - 60, Number(place?.index) + 60)}`,
    );
  }
});
