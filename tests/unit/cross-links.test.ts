import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createCatalogue } from '../../src/domain/codes/catalogue.ts';
import { meaningIdOf } from '../../src/domain/codes/code-id.ts';
import { crossLinks } from '../../src/domain/codes/cross-links.ts';
import type { Meaning } from '../../src/domain/codes/schema.ts';
import { fixtureCatalogue as catalogue, fixtureContent as content } from '../fixtures.ts';

const ids = (meanings: readonly Meaning[]) => meanings.map(({ id }) => id);
const linksOf = (id: string) => crossLinks(catalogue, catalogue.meaning(id));

const SAME_NUMBER = [
  ['gateway/3003', ['ios/3003']],
  ['ios/3003', ['gateway/3003']],
  ['android/0', ['ios/0']],
  ['ios/9', []],
  ['ios/24', ['android/24']],
  ['android/24', ['ios/24']],
  ['gateway/7014', []],
  ['android/http-4xx', []],
] as const;

const STATUSES = [
  [100, ['android/http-other']],
  [200, ['android/http-other']],
  [399, ['android/http-other']],
  [400, ['android/http-4xx']],
  [499, ['android/http-4xx']],
  [500, []],
  [501, ['android/http-other']],
  [599, ['android/http-other']],
] as const;

describe('related codes', () => {
  test('a link stated on one page is on both, with the same reason', () => {
    const stated = content.meanings.flatMap((from) =>
      from.related.map(({ id, reason }) => ({ from: from.id, to: id, reason })),
    );
    assert.ok(stated.length > 3, 'the content states related codes');
    for (const { from, to, reason } of stated) {
      const link = (page: string, other: string) =>
        linksOf(page).related.filter(({ meaning }) => meaning.id === other);
      assert.deepEqual(
        link(from, to).map((found) => found.reason),
        [reason],
        `${from} → ${to}`,
      );
      assert.deepEqual(
        link(to, from).map((found) => found.reason),
        [reason],
        `${to} → ${from}`,
      );
    }
  });

  test('no page links to itself, or twice to another', () => {
    for (const meaning of catalogue.meanings) {
      const { related, sameNumber, ranges } = crossLinks(catalogue, meaning);
      for (const list of [related.map((link) => link.meaning), sameNumber, ranges]) {
        assert.ok(!ids(list).includes(meaning.id), `${meaning.id} links to itself`);
        assert.equal(new Set(ids(list)).size, list.length, `${meaning.id} links twice`);
      }
    }
  });

  test('they are in the order of the families and numbers', () => {
    for (const meaning of catalogue.meanings) {
      const positions = crossLinks(catalogue, meaning).related.map((link) =>
        catalogue.meanings.indexOf(link.meaning),
      );
      assert.deepEqual(
        positions,
        positions.toSorted((a, b) => a - b),
        meaning.id,
      );
    }
  });
});

describe('the same number in other families', () => {
  for (const [id, others] of SAME_NUMBER)
    test(`${id}: ${others.join(', ') || 'none'}`, () => {
      assert.deepEqual(ids(linksOf(id).sameNumber), others);
    });
});

describe('ranges', () => {
  test('each HTTP row leads to the other', () => {
    assert.deepEqual(ids(linksOf('android/http-4xx').ranges), ['android/http-other']);
    assert.deepEqual(ids(linksOf('android/http-other').ranges), ['android/http-4xx']);
  });

  test('a code of the same family inside a range leads to the range, one of another family does not', () => {
    const like = (id: string, code: string): Meaning => {
      const meaning = structuredClone(catalogue.meaning(id));
      return { ...meaning, id: meaningIdOf(meaning.family, code), code, related: [] };
    };
    const withStatuses = createCatalogue({
      ...content,
      meanings: [...content.meanings, like('android/1', '404'), like('ios/24', '404')],
    });
    const rangesFor = (id: string) =>
      ids(crossLinks(withStatuses, withStatuses.meaning(id)).ranges);
    assert.deepEqual(rangesFor('android/404'), ['android/http-4xx']);
    assert.deepEqual(rangesFor('ios/404'), []);
    assert.deepEqual(rangesFor('android/1'), []);
  });

  for (const [number, rows] of STATUSES)
    test(`${number} falls into ${rows.join(', ') || 'no row'}`, () => {
      const row = catalogue.page(String(number))?.http?.row;
      assert.deepEqual(row ? [row.id] : [], rows);
    });
});

test('other numbers are no HTTP status', () => {
  for (const number of ['0', '608', '1000', '7014', 'http-4xx'])
    assert.equal(catalogue.page(number)?.http, null, number);
  for (const number of ['99', '600']) assert.equal(catalogue.page(number), null, number);
});

test('an id that nobody has is refused by name', () => {
  assert.throws(() => catalogue.meaning('gateway/7015'), /no meaning "gateway\/7015"/);
  assert.throws(() => catalogue.source('hearsay'), /no source "hearsay"/);
});
