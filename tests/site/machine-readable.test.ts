/** HTML, JSON, Markdown, llms.txt and sitemap name the same codes with the same facts. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import { load } from 'js-yaml';
import { readContent } from '../../src/pipeline/read-content.ts';
import { createCatalogue } from '../../src/domain/codes/catalogue.ts';
import { partiesText, RETRY_LABELS } from '../../src/site/labels.ts';
import { addresses, DIST, pageOf, publishedAddresses, SITE } from './build.ts';

const catalogue = createCatalogue(readContent('.').content);
const read = (file: string): string => readFileSync(`${DIST}/${file}`, 'utf8');

type PublicMeaning = {
  id: string;
  family: string;
  code: string;
  url: string;
  title: string;
  actor: { first: keyof typeof import('../../src/site/labels.ts').PARTY_LABELS; also: [] };
  retry: { advice: keyof typeof RETRY_LABELS };
  columns: Record<string, string>;
};
type PublicCatalogue = {
  checked: string;
  pages: {
    code: string;
    title: string;
    url: string;
    json: string;
    markdown: string;
    meanings: string[];
  }[];
  meanings: PublicMeaning[];
};

const json = JSON.parse(read('codes.json')) as PublicCatalogue;
const schema = JSON.parse(read('codes.schema.json')) as Record<string, unknown> & {
  $id: string;
  $defs: Record<string, object>;
};
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
const validate = ajv.compile(schema);
const validatePage = ajv.compile(schema.$defs['page'] ?? {});

test('codes.json fits its published schema, by an independent validator', () => {
  assert.ok(validate(json), JSON.stringify(validate.errors));
});

test('the schema refuses what does not fit', () => {
  const { meanings, ...rest } = structuredClone(json);
  assert.equal(validate(rest), false);
  assert.equal(validate({ ...rest, meanings: meanings.map(({ id, ...other }) => other) }), false);
  assert.equal(validate({ ...rest, meanings, invented: true }), false);
});

test('every field of the schema is described', () => {
  const bare: string[] = [];
  const walk = (node: unknown, path: string) => {
    if (node === null || typeof node !== 'object') return;
    if (Array.isArray(node)) {
      node.forEach((item, index) => walk(item, `${path}/${index}`));
      return;
    }
    for (const [key, value] of Object.entries(node)) {
      if (key === 'properties')
        for (const [name, property] of Object.entries(value as Record<string, object>))
          if (!('description' in property) && !DESCRIBED_BY_NAME.has(name))
            bare.push(`${path}/${name}`);
      walk(value, `${path}/${key}`);
    }
  };
  walk(schema, '');
  assert.deepEqual([...new Set(bare.map((path) => path.split('/').at(-1)))], []);
});

/** Names that say by themselves what they hold. */
const DESCRIBED_BY_NAME = new Set(['title', 'url', 'text', 'kind', 'label', 'source']);

test('the source tables can be rebuilt from codes.json alone', () => {
  const rebuilt = Object.fromEntries(
    ['gateway', 'service', 'android', 'ios'].map((family) => [
      family,
      json.meanings.filter((meaning) => meaning.family === family).map(({ columns }) => columns),
    ]),
  );
  assert.deepEqual(rebuilt, load(readFileSync('content/source-tables.yaml', 'utf8')));
});

test('the JSON names the same codes, titles, parties and retry advice as the pages', () => {
  assert.deepEqual(
    json.meanings.map(({ id }) => id),
    catalogue.meanings.map(({ id }) => id),
  );
  for (const { id, family, code, url, title, actor, retry } of json.meanings) {
    assert.equal(url, `${SITE}/codes/${code}#${family}`);
    const section = pageOf(`/codes/${code}`).querySelector(`section#${family}`);
    const values = section
      ?.querySelectorAll('.fact-strip dd')
      .map((node) => node.textContent.trim().replace(/\s+/g, ' '));
    assert.equal(values?.[0], partiesText(actor.first, actor.also), id);
    assert.equal(values?.[1], RETRY_LABELS[retry.advice], id);
    const heading = pageOf(`/codes/${code}`).querySelector('main')?.textContent ?? '';
    assert.ok(heading.includes(title), id);
  }
});

for (const { code, title, url, json: jsonUrl, markdown } of json.pages) {
  test(`${code}: page, JSON and Markdown are the same code`, () => {
    assert.equal(url, `${SITE}/codes/${code}`);
    assert.ok(addresses.includes(`/codes/${code}`));
    assert.ok(publishedAddresses().includes(`/codes/${code}`));
    assert.equal(jsonUrl, `${url}.json`);
    assert.equal(markdown, `${url}.md`);
    const page = JSON.parse(read(`codes/${code}.json`)) as {
      meanings: PublicMeaning[];
      title: string;
    };
    assert.ok(validatePage(page), JSON.stringify(validatePage.errors));
    assert.equal(page.title, title);
    assert.deepEqual(
      page.meanings,
      json.meanings.filter((meaning) => meaning.code === code),
    );
    const text = read(`codes/${code}.md`);
    assert.ok(text.startsWith(`# ${title}`), text.slice(0, 80));
    for (const { actor, retry } of page.meanings) {
      assert.ok(text.includes(`- Who acts: ${partiesText(actor.first, actor.also)}. `));
      assert.ok(text.includes(`- Retry: ${RETRY_LABELS[retry.advice]}. `));
    }
  });
}

test('every link in Markdown and llms.txt is absolute and leads somewhere', () => {
  const files = [...json.pages.map(({ code }) => `codes/${code}.md`), 'llms.txt', 'llms-full.txt'];
  let count = 0;
  for (const file of files)
    for (const [, target = ''] of read(file).matchAll(/\]\(([^)]*)\)|<(https?:[^>]*)>/g)) {
      if (target === '') continue;
      count += 1;
      assert.match(target, /^https:\/\//, `${file}: ${target}`);
      if (!target.startsWith(SITE)) continue;
      const [path = '', fragment] = target.slice(SITE.length).split('#');
      const exists = addresses.includes(path) || existsSync(DIST + path);
      assert.ok(exists, `${file}: ${target}`);
      if (fragment !== undefined)
        assert.ok(pageOf(path).querySelector(`[id="${fragment}"]`), `${file}: ${target}`);
    }
  assert.ok(count > 200);
});

test('llms.txt lists every page, and llms-full.txt holds every one', () => {
  const [list, full] = [read('llms.txt'), read('llms-full.txt')];
  for (const { title, markdown } of json.pages) {
    assert.ok(list.includes(`](${markdown})`), markdown);
    assert.ok(full.includes(`# ${title}\n`), title);
  }
});

test('robots.txt and the OpenSearch description name real addresses', () => {
  assert.match(read('robots.txt'), new RegExp(`^Sitemap: ${SITE}/sitemap-index.xml$`, 'm'));
  assert.ok(existsSync(`${DIST}/sitemap-index.xml`));
  assert.ok(read('opensearch.xml').includes(`template="${SITE}/codes?text={searchTerms}"`));
  assert.equal(
    pageOf('/codes/7014').querySelector('link[rel=search]')?.getAttribute('href'),
    '/opensearch.xml',
  );
});

test('what a chat window shows of a link names the code', () => {
  const page = pageOf('/codes/3003');
  const meta = (property: string) =>
    page.querySelector(`meta[property="${property}"]`)?.getAttribute('content') ?? '';
  assert.match(meta('og:title'), /^3003/);
  assert.match(meta('og:description'), /Data decryption failed \(Gateway\).*\(iOS\)/);
});
