import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createResolverIndex } from '../../src/domain/codes/resolver-index.ts';
import { meaningOption } from '../../src/site/answer-view.ts';
import { groupedByFamily, groupedByPart } from '../../src/site/code-rows.ts';
import { ENGLISH_EDITION } from '../../src/site/edition.ts';
import { meaningView } from '../../src/site/entry-view.ts';
import { retryOf } from '../../src/site/retry-label.ts';
import { search } from '../../src/words/en/search.ts';
import { fixtureCatalogue as catalogue } from '../fixtures.ts';

const { words } = ENGLISH_EDITION;

describe('advice to repeat a step on the phone', () => {
  const [found] = catalogue.ofFamily('security-guard');
  assert.ok(found);
  const step = { ...found, retry: { ...found.retry, advice: 'backoff', executed: 'no' } } as const;
  const view = meaningView(catalogue, ENGLISH_EDITION, step, {
    anchor: 'a',
    prefix: '',
    level: 2,
  });

  test('is called the same on its page, in both tables and in search', () => {
    assert.equal(view.facts.find(({ id }) => id === 'retry')?.value, words.retryStep.backoff);
    for (const grouped of [groupedByFamily, groupedByPart])
      assert.deepEqual(
        grouped(ENGLISH_EDITION, [step]).flatMap(({ rows }) => rows.map(({ retry }) => retry)),
        [words.retryStep.backoff],
      );
    const index = createResolverIndex({ ...catalogue, meanings: [step] });
    assert.deepEqual(
      meaningOption(index, step.id, search).map(({ detail }) =>
        detail.includes(words.retryStep.backoff),
      ),
      [true],
    );
  });

  test('is still found by the filter for back-off', () => {
    const [group] = groupedByFamily(ENGLISH_EDITION, [step]);
    assert.deepEqual(
      group?.rows.map(({ filter }) => filter.retry),
      ['backoff'],
    );
  });
});

test('only a step that is said not to have run says nothing about a call', () => {
  assert.equal(retryOf('security-guard', 'no'), 'step');
  assert.equal(retryOf('security-guard', 'possible'), 'call');
  assert.equal(retryOf('gateway', 'no'), 'call');
  assert.equal(retryOf(null, 'no'), 'call');
});
