/** The numbers beside the official document that must open a page: each has an entry, or is named as another system's. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createCatalogue, labelsOf } from '../../src/domain/codes/catalogue.ts';
import { meaningIdOf } from '../../src/domain/codes/code-id.ts';
import type { Family } from '../../src/domain/codes/families.ts';
import { contains, parseSpan, parseSpans } from '../../src/domain/codes/range.ts';
import type { Standing } from '../../src/domain/codes/vocabulary.ts';
import { readContent } from '../../src/pipeline/read-content.ts';

type Numbers = {
  readonly entries: readonly {
    readonly family: Family;
    readonly standing: Standing;
    readonly byNameOnly?: boolean;
    readonly numbers: readonly string[];
  }[];
  readonly neighbours: Readonly<Record<string, readonly string[]>>;
};

const { content } = readContent(fileURLToPath(new URL('../../', import.meta.url)));
const catalogue = createCatalogue(content);
const { entries, neighbours } = JSON.parse(
  readFileSync(new URL('../fixtures/numbers.json', import.meta.url), 'utf8'),
) as Numbers;

/** `101-103` → 101, 102, 103. */
function numbersOf(span: string): string[] {
  const { from, to } = parseSpan(span);
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
}

for (const { family, standing, byNameOnly = false, numbers } of entries)
  test(`${family} has ${standing} ${numbers.join(', ')}${byNameOnly ? ', by name only' : ''}`, () => {
    for (const code of numbers.flatMap(numbersOf)) {
      const id = meaningIdOf(family, code);
      const meaning = catalogue.meanings.find((other) => other.id === id);
      assert.ok(meaning, `content/codes/${id}.yaml is missing`);
      assert.equal(meaning.standing, standing, id);
      assert.equal(meaning.confidence === 'low', byNameOnly, `${id}: ${meaning.confidence}`);
      const page = catalogue.page(code);
      assert.ok(
        page?.meanings.includes(meaning) || page?.mentioned.includes(meaning),
        `${id} is not on the page of ${code}`,
      );
    }
  });

for (const [system, expected] of Object.entries(neighbours))
  test(`${system} is named for ${expected.length} numbers or names`, () => {
    const ofSystem = catalogue.neighbours.numbers.filter((entry) => entry.system === system);
    const labels = ofSystem.flatMap(labelsOf);
    const spans = parseSpans(ofSystem.flatMap(({ numbers }) => numbers));
    for (const label of expected)
      if (/^\d/.test(label))
        for (const number of numbersOf(label))
          assert.ok(contains(spans, Number(number)), `${system} ${number}`);
      else assert.ok(labels.includes(label), `${system} ${label}`);
  });

test('the numbers of the H5 container are cards on the pages of 10 and 11', () => {
  for (const code of ['10', '11'])
    assert.deepEqual(
      catalogue.page(code)?.cards.map(({ system }) => system),
      ['h5-rpc'],
    );
});
