import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createCatalogue, labelsOf } from '../../src/domain/codes/catalogue.ts';
import { readContent } from '../../src/pipeline/read-content.ts';
import { ENGLISH_EDITION, type Edition } from '../../src/site/edition.ts';
import { editionIn } from '../../src/site/editions.ts';
import { notOurCodesView } from '../../src/site/not-our-codes.ts';
import { meaningPath } from '../../src/site/urls.ts';

const catalogue = createCatalogue(
  readContent(fileURLToPath(new URL('../../', import.meta.url))).content,
);
const view = notOurCodesView(catalogue, ENGLISH_EDITION);
const system = (id: string) => {
  const found = view.systems.find((other) => other.id === id);
  assert.ok(found, id);
  return found;
};
/** Whether a list of labels, which may hold commas, has one of them. */
const lists = (printed: string, label: string): boolean =>
  `, ${printed}, `.includes(`, ${label}, `);
const row = (id: string, printed: string) => {
  const found = system(id).rows.find((other) => lists(other.printed, printed));
  assert.ok(found, `${id} ${printed}`);
  return found;
};
const pathsOf = (list: readonly { readonly links: readonly { readonly path: string }[] }[]) =>
  list.flatMap(({ links }) => links.map(({ path }) => path));

test('every number and name of the data is on the page, in the section of its system', () => {
  for (const entry of catalogue.neighbours.numbers)
    for (const label of labelsOf(entry))
      assert.ok(row(entry.system, label.replace(/^(\d+)-/, '$1–')));
});

test('every code that a number becomes is linked, on its row or once for the system', () => {
  for (const { system: id, leadsTo, ...entry } of catalogue.neighbours.numbers) {
    const { inMgs } = system(id);
    const paths = pathsOf([
      ...(inMgs === null ? [] : [inMgs]),
      ...row(id, labelsOf({ system: id, leadsTo, ...entry })[0]?.replace(/^(\d+)-/, '$1–') ?? '')
        .inMgs,
    ]);
    for (const target of leadsTo) assert.ok(paths.includes(meaningPath(target)), `${id} ${target}`);
  }
});

test('a code that all numbers of a system become is said once', () => {
  assert.deepEqual(pathsOf([system('url-loading').inMgs ?? { links: [] }]), [meaningPath('ios/0')]);
  for (const { printed, inMgs } of system('url-loading').rows)
    assert.deepEqual(
      pathsOf(inMgs),
      printed === '-999' ? [meaningPath('ios/4'), meaningPath('ios/0')] : [],
      printed,
    );
});

test('a payment whose result is unknown is told from the code with its number', () => {
  const { inMgs, executed, bare } = row('payment-sdk', '6004');
  assert.deepEqual(pathsOf(inMgs), [meaningPath('service/6004')]);
  assert.equal(executed, ENGLISH_EDITION.words.notOurs.executed.payment.possible);
  assert.ok(bare);
});

test('a number with a minus is never the code without it', () => {
  assert.deepEqual(row('url-loading', '-1001').inMgs, []);
  assert.ok(!row('url-loading', '-1001').bare);
});

test('the constant comes before what it means', () => {
  assert.match(row('url-loading', '-1009').text, /^`NSURLErrorNotConnectedToInternet`: /);
});

test('Security Guard leads to its own table, and no other system does', () => {
  assert.deepEqual(pathsOf([system('security-guard').inMgs ?? { links: [] }]), [
    '/codes/security-guard',
  ]);
  assert.equal(system('payment-sdk').inMgs, null);
});

test('a range has the sign of its language', () => {
  const printed = (edition: Edition) =>
    notOurCodesView(catalogue, edition).systems.flatMap(({ rows }) =>
      rows.flatMap((found) => found.printed.match(/701.705/) ?? []),
    );
  assert.deepEqual(printed(ENGLISH_EDITION), ['701–705']);
  assert.deepEqual(printed(editionIn('zh-CN')), ['701-705']);
});
