import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createCatalogue } from '../../src/domain/codes/catalogue.ts';
import type { Meaning } from '../../src/domain/codes/schema.ts';
import { FAMILIES } from '../../src/domain/codes/families.ts';
import { fixtureContent as content } from '../fixtures.ts';

const catalogue = createCatalogue({ ...content, meanings: content.meanings.toReversed() });
const codes = (meanings: readonly Meaning[]) => meanings.map(({ code }) => code);

describe('the catalogue, made from content in another order', () => {
  for (const family of FAMILIES)
    test(`has every ${family} code, in order`, () => {
      const own = catalogue.meanings.filter((meaning) => meaning.family === family);
      assert.ok(own.length > 0);
      assert.deepEqual(catalogue.ofFamily(family), own);
    });
});

describe('the pages', () => {
  const kinds = (code: string) => catalogue.page(code)?.entries.map(({ kind }) => kind);

  test('are one for each number, range, HTTP status and number of a neighbour with a card, in order', () => {
    const all = catalogue.pages.map(({ code }) => code);
    assert.equal(new Set(all).size, all.length);
    const numbers = all.filter((code) => /^\d+$/.test(code)).map(Number);
    assert.deepEqual(
      numbers,
      numbers.toSorted((a, b) => a - b),
    );
    assert.deepEqual(all.slice(-2), ['http-4xx', 'http-other']);
    for (const code of ['0', '10', '100', '599', '608', '7005'])
      assert.ok(all.includes(code), code);
    for (const code of ['9000', '6001']) assert.ok(!all.includes(code), code);
  });

  test('of a number below 400 begin with the meaning, from 400 up with the HTTP status', () => {
    assert.deepEqual(kinds('101'), ['meaning', 'http']);
    assert.deepEqual(kinds('403'), ['http', 'meaning']);
  });

  test('only mention what an SDK alone knows where the number is an HTTP status', () => {
    const page = catalogue.page('429');
    assert.deepEqual(kinds('429'), ['http']);
    assert.deepEqual(codes(page?.mentioned ?? []), ['429']);
    assert.deepEqual(page?.meanings, []);
  });

  test('of a number that an SDK alone knows begin with it where no HTTP status has a name', () => {
    const [pattern] = content.meanings.filter(({ standing }) => standing === 'undocumented');
    assert.ok(pattern);
    const meaning = { ...pattern, id: `${pattern.family}/350`, code: '350' };
    const more = createCatalogue({ ...content, meanings: [...content.meanings, meaning] });
    assert.deepEqual(
      more.page('350')?.entries.map(({ kind }) => kind),
      ['meaning'],
    );
  });

  test('know the statuses with facts of their own, and the narrowest class of the others', () => {
    const { http: own } = catalogue.page('404') ?? {};
    assert.deepEqual([own?.own, own?.name, own?.row?.id], [true, 'Not Found', 'android/http-4xx']);
    const { http: other } = catalogue.page('505') ?? {};
    assert.deepEqual([other?.own, other?.name], [false, null]);
    assert.match(other?.facts?.meaning ?? '', /lacks what the request needs/);
  });

  test('tell a card from a mention of a neighbouring number, within spans too', () => {
    const beside = (code: string) => {
      const page = catalogue.page(code);
      return [
        page?.cards.map(({ system }) => system),
        page?.neighbours.map(({ system }) => system),
      ];
    };
    assert.deepEqual(beside('10'), [['h5-rpc'], []]);
    assert.deepEqual(beside('6000'), [[], ['payment-sdk']]);
    assert.deepEqual(beside('http-4xx'), [[], []]);
  });
});
