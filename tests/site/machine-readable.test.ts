/** HTML, JSON, Markdown, llms.txt and sitemap name the same codes with the same facts. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import { load } from 'js-yaml';
import { readContent } from '../../src/pipeline/read-content.ts';
import { createCatalogue } from '../../src/domain/codes/catalogue.ts';
import { FAMILIES, familyOf } from '../../src/domain/codes/families.ts';
import { inlineTokens, plainText } from '../../src/domain/codes/inline-text.ts';
import type { Meaning } from '../../src/domain/codes/schema.ts';
import { publicPage } from '../../src/site/public-json.ts';
import { ENGLISH_EDITION } from '../../src/site/edition.ts';
import { addresses, DIST, pageOf, publishedAddresses, SITE, textOf } from './build.ts';

const catalogue = createCatalogue(readContent('.').content);
const read = (file: string): string => readFileSync(`${DIST}/${file}`, 'utf8');

type PublicMeaning = Meaning & {
  url: string;
  columns: Record<string, string>;
  retryOf: 'call' | 'step';
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
const DESCRIBED_BY_NAME = new Set([
  ...['title', 'url', 'text', 'kind', 'label', 'source', 'name', 'basis', 'why', 'reason'],
  ...['meaning', 'firstStep', 'actor', 'retry', 'fix', 'system', 'schema'],
]);

test('the source tables can be rebuilt from codes.json alone', () => {
  const rebuilt = Object.fromEntries(
    FAMILIES.map((family) => [
      family,
      json.meanings
        .filter((meaning) => meaning.family === family && meaning.standing !== 'undocumented')
        .map(({ columns }) => columns),
    ]),
  );
  assert.deepEqual(rebuilt, load(readFileSync('content/source-tables.yaml', 'utf8')));
});

const { words } = ENGLISH_EDITION;

/** A text of the data as Markdown has it. */
const inMarkdown = (text: string): string =>
  inlineTokens(text)
    .map(({ kind, value }) => {
      if (kind === 'code') return `\`${value}\``;
      if (kind === 'strong') return `**${value}**`;
      return value.replace(/[*_<>[\]\\#|]/g, String.raw`\$&`);
    })
    .join('');

test('nothing is escaped in the code of the Markdown, where it would be read as written', () => {
  for (const file of ['llms-full.txt', 'zh-cn/llms-full.txt']) {
    const code = [...read(file).matchAll(/`[^`\n]+`/g)].map(([span]) => span);
    assert.ok(code.length > 1000, `${code.length} in ${file}`);
    assert.deepEqual(
      code.filter((span) => /\\[[\]*_<>#|]/.test(span)),
      [],
    );
  }
});

test('the JSON has every meaning, in the order of the catalogue, and says the same of it', () => {
  assert.deepEqual(
    json.meanings.map(({ url, columns, retryOf, ...meaning }) => meaning),
    JSON.parse(JSON.stringify(catalogue.meanings)),
  );
});

test('pages, JSON, Markdown and sitemap list the same codes', () => {
  const codes = catalogue.pages
    .filter(({ meanings, mentioned }) => meanings.length + mentioned.length > 0)
    .map(({ code }) => code);
  assert.deepEqual(
    json.pages.map(({ code }) => code),
    codes,
  );
  const sitemap = read('sitemap-0.xml');
  for (const { code, meanings, http } of catalogue.pages) {
    for (const file of [`codes/${code}/index.html`, `codes/${code}.json`, `codes/${code}.md`])
      assert.ok(existsSync(`${DIST}/${file}`), file);
    const listed = meanings.length > 0 || http === null || http.own;
    assert.equal(sitemap.includes(`<loc>${SITE}/codes/${code}</loc>`), listed, code);
  }
});

for (const page of catalogue.pages) {
  const { code, entries, meanings, mentioned } = page;
  test(`${code}: page, JSON and Markdown say the same`, () => {
    const url = `${SITE}/codes/${code}`;
    assert.ok(publishedAddresses().includes(`/codes/${code}`));
    const data = JSON.parse(read(`codes/${code}.json`)) as {
      meanings: PublicMeaning[];
      title: string;
      url: string;
    };
    assert.ok(validatePage(data), JSON.stringify(validatePage.errors));
    assert.deepEqual(
      data,
      JSON.parse(JSON.stringify(publicPage(catalogue, ENGLISH_EDITION, new URL(SITE), page))),
    );
    assert.equal(data.url, url);
    assert.deepEqual(
      data.meanings.map(({ id }) => id).toSorted(),
      [...meanings, ...mentioned].map(({ id }) => id).toSorted(),
    );
    const listed = json.pages.find((other) => other.code === code);
    assert.equal(listed !== undefined, meanings.length + mentioned.length > 0);
    if (listed)
      assert.deepEqual(
        [listed.title, listed.url, listed.json, listed.markdown],
        [data.title, url, `${url}.json`, `${url}.md`],
      );
    const main = pageOf(`/codes/${code}`).querySelector('main');
    const markdown = read(`codes/${code}.md`);
    assert.equal(textOf(main?.querySelector('h1')), data.title);
    assert.ok(markdown.startsWith(`# ${data.title}\n`), markdown.slice(0, 80));
    const lines = markdown.split('\n');
    for (const entry of entries) {
      const facts = entry.kind === 'meaning' ? entry.meaning : entry.status.facts;
      const anchor = entry.kind === 'meaning' ? entry.meaning.family : 'http';
      const section = textOf(main?.querySelector(`section#${anchor}`));
      const said = [
        facts?.meaning ?? [],
        facts?.firstStep ?? [],
        facts?.actor?.why ?? [],
        facts?.retry?.why ?? [],
        facts?.retry?.findOut ?? [],
        (facts?.fix ?? []).map(({ text }) => text),
        entry.kind === 'meaning'
          ? entry.meaning.causes.flatMap((cause) => [
              cause.text,
              ...cause.fix.map(({ text }) => text),
            ])
          : [],
      ].flat();
      for (const text of said) {
        assert.ok(section.includes(plainText(text)), `the page lacks: ${text}`);
        assert.ok(markdown.includes(inMarkdown(text)), `the Markdown lacks: ${text}`);
      }
      if (facts?.actor) {
        const parties = words.partiesInOrder(facts.actor.first, facts.actor.also);
        const [first, ...also] = [facts.actor.first, ...facts.actor.also].map(
          (party) => words.parties[party],
        );
        const actor = main
          ?.querySelectorAll(`section#${anchor} .fact-strip .actor`)
          .map((node) => node.querySelectorAll('li').map(textOf));
        assert.deepEqual(actor, [[first, ...also]]);
        assert.ok(lines.includes(`- ${words.facts.actor}: ${parties}`), parties);
      }
      if (facts?.retry) {
        const { advice, executed } = facts.retry;
        const ofCalls = entry.kind !== 'meaning' || familyOf(entry.meaning.family).ofCalls;
        if (entry.kind === 'meaning') {
          const told = json.meanings.find(({ id }) => id === entry.meaning.id);
          assert.equal(told?.retryOf, executed === 'no' && !ofCalls ? 'step' : 'call');
        }
        const ran = executed === 'no' && !ofCalls ? words.stepOnly : words.executed[executed];
        const parts = advice === 'not-applicable' ? [] : [ran];
        const value = (ofCalls ? words.retry : words.retryStep)[advice];
        assert.ok(section.includes([words.facts.retry, value, ...parts].join(' ')));
        const line = [`- ${words.facts.retry}: ${value}`, ...parts].join('. ');
        assert.ok(lines.includes(line), line);
      }
    }
  });
}

test('every link in Markdown and llms.txt is absolute and leads somewhere', () => {
  const files = [
    ...catalogue.pages.map(({ code }) => `codes/${code}.md`),
    ...['llms.txt', 'llms-full.txt'],
  ];
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
  const told = json.pages.filter(
    ({ code }) =>
      (catalogue.page(code)?.meanings.length ?? 0) > 0 || catalogue.page(code)?.http?.own,
  );
  assert.ok(told.length > 20);
  for (const { title, markdown } of told) {
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
  assert.match(meta('og:description'), /Gateway 3003: .*iOS 3003: /);
});
