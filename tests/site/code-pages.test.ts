/** The page of every code: what is on it, and in which order. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContent } from '../../src/pipeline/read-content.ts';
import { createCatalogue, statementsWithSource } from '../../src/domain/codes/catalogue.ts';
import { columnsOf } from '../../src/domain/codes/columns.ts';
import { isNumber } from '../../src/domain/codes/code-id.ts';
import { plainText } from '../../src/domain/codes/inline-text.ts';
import { FAMILIES, familyOf } from '../../src/domain/codes/families.ts';
import { isChooser, titleOf } from '../../src/site/code-page.ts';
import { ENGLISH_EDITION } from '../../src/site/edition.ts';
import { addresses, pageOf, textOf } from './build.ts';

const catalogue = createCatalogue(readContent('.').content);
const SECTIONS = Object.keys(ENGLISH_EDITION.words.sections);
const CLIENTS = FAMILIES.filter((family) => familyOf(family).client !== null);

/** The pages that are told in full; bare HTTP statuses are looked at below, all in one test. */
const told = catalogue.pages.filter(
  ({ meanings, mentioned, http }) =>
    meanings.length + mentioned.length > 0 || http === null || http.own,
);

for (const page of told) {
  const root = pageOf(`/codes/${page.code}`);
  const main = root.querySelector('main');
  const several = isChooser(page);
  const title = titleOf(ENGLISH_EDITION, page);

  test(`${page.code}: heading, title and description name it`, () => {
    assert.equal(textOf(root.querySelector('h1')), title);
    assert.ok(
      textOf(root.querySelector('title')).startsWith(isNumber(page.code) ? page.code : title),
    );
    const description = root.querySelector('meta[name=description]')?.getAttribute('content') ?? '';
    assert.ok(description.length >= 40, description);
    if (isNumber(page.code)) assert.ok(description.includes(page.code), description);
  });

  test(`${page.code}: links of both clients lead to a place`, () => {
    for (const family of CLIENTS)
      assert.equal(main?.querySelectorAll(`[id="${family}"]`).length, 1, family);
  });

  test(`${page.code}: each thing that the number is has its card, and each its section`, () => {
    const cards = main?.querySelectorAll('.meaning-cards > *').length ?? 0;
    const { entries } = page;
    assert.equal(cards, several ? entries.length + page.cards.length : 0);
    assert.equal(main?.querySelectorAll('section.entry').length, entries.length);
  });

  for (const meaning of page.meanings)
    test(`${meaning.id}: the sections are in order, and none is empty`, () => {
      const section = main?.querySelector(`section#${meaning.family}`);
      assert.ok(section);
      const prefix = several ? `${meaning.family}-` : '';
      const headings = section
        .querySelectorAll(several ? 'h3' : 'h2')
        .map(({ id }) => id.slice(prefix.length));
      const order = headings.map((id) => SECTIONS.indexOf(id));
      assert.deepEqual(
        order,
        order.toSorted((a, b) => a - b),
        headings.join(),
      );
      assert.ok(!order.includes(-1), headings.join());
      const musts =
        meaning.standing === 'documented' ? ['causes', 'check', 'sources'] : ['fix', 'sources'];
      for (const must of musts) assert.ok(headings.includes(must), must);
      // The places that scripts fill are empty until they do.
      for (const node of section.querySelectorAll('p:not(.page-actions p), li, dd, dt, blockquote'))
        assert.notEqual(textOf(node), '', `an empty ${node.tagName}`);
      for (const node of section.querySelectorAll('ul, ol, dl'))
        assert.ok(node.children.length > 0, `an empty ${node.tagName}`);
    });

  for (const meaning of page.meanings)
    test(`${meaning.id}: its facts are on the page, word for word`, () => {
      const text = textOf(main);
      const { actor, retry, provoke } = meaning;
      for (const words of [
        ...Object.entries(columnsOf(meaning)).flatMap(([column, cell]) =>
          familyOf(meaning.family).columns[column] === 'code' || ['', '/'].includes(cell)
            ? []
            : cell,
        ),
        meaning.meaning,
        meaning.firstStep,
        actor.why,
        retry.why,
        ...[retry.findOut, meaning.tellUser, provoke?.affects, provoke?.see, provoke?.undo].flatMap(
          (each) => each ?? [],
        ),
        ...statementsWithSource(meaning).map((statement) => statement.text),
        ...meaning.causes.flatMap(({ tell, seenWith }) => [tell ?? [], seenWith ?? []].flat()),
        ...meaning.unknowns,
        ...meaning.names.map((name) => name.text),
      ])
        assert.ok(text.includes(plainText(words).replace(/\s+/g, ' ')), `${meaning.id}: ${words}`);
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

test('related links are on both pages with the same reason', () => {
  for (const meaning of catalogue.meanings)
    for (const { id, reason } of meaning.related) {
      const other = catalogue.meaning(id);
      // What is only mentioned has no section of its own.
      if (!catalogue.page(other.code)?.meanings.includes(other)) continue;
      const text = textOf(pageOf(`/codes/${other.code}`).querySelector(`section#${other.family}`));
      assert.ok(text.includes(plainText(reason)), `${id} lacks the link from ${meaning.id}`);
    }
});

test('every bare HTTP number says what it means, in a few words', () => {
  for (const { code, meanings, http } of catalogue.pages) {
    if (http === null || http.own || meanings.length > 0) continue;
    const main = pageOf(`/codes/${code}`).querySelector('main');
    const article = main?.querySelector('.code-page');
    const lines = article?.querySelectorAll('.client').map(textOf) ?? [];
    // A line of a client is shown to who comes by its link, and one of them at a time.
    const text = lines.reduce((rest, line) => rest.replace(line, ''), textOf(article));
    assert.ok(textOf(main).includes(code), code);
    assert.ok(text.includes(plainText(http.facts?.meaning ?? '-')), code);
    const count = text.split(' ').length;
    assert.ok(count >= 30 && count <= 270, `${code}: ${count} words`);
    for (const family of CLIENTS)
      assert.equal(main?.querySelectorAll(`[id="${family}"]`).length, 1, `${code} ${family}`);
  }
});

test('500 and 200 say what is odd about them', () => {
  const main = (code: string) => textOf(pageOf(`/codes/${code}`).querySelector('main'));
  assert.match(main('500'), /The two HTTP rows of the Android table leave this number out/);
  assert.match(main('200'), /By its status nothing has failed/);
  assert.match(main('404'), /Not Found.*Who fixes it/);
});

test('words do not run together where markup was joined', () => {
  const inline = '(?:a|code|span|strong|kbd|mark)';
  // Chinese has no spaces between words, nor after its full-width marks; and a colour in a code sample
  // ends wherever the code has it.
  const letter = String.raw`[[\p{L}\p{N}]--\p{Script=Han}]`;
  const joined = new RegExp(
    `${letter}<${inline}[ >]|(?<![：。，、；？！）】”])</${inline}>(?:${letter}|<${inline}[ >])`,
    'v',
  );
  for (const address of addresses) {
    const main = pageOf(address).querySelector('main')?.innerHTML ?? '';
    const html = main.replace(/<(svg|pre)[ >].*?<\/\1>/gs, '');
    const place = joined.exec(html);
    assert.equal(
      place,
      null,
      `${address}: …${html.slice(Number(place?.index) - 60, Number(place?.index) + 60)}`,
    );
  }
});
