/** The file for offline use as built: complete, sealed, and every link within it leads somewhere. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readContent } from '../../src/pipeline/read-content.ts';
import { createCatalogue, statementsWithSource } from '../../src/domain/codes/catalogue.ts';
import { plainText } from '../../src/domain/codes/inline-text.ts';
import { columnsOf } from '../../src/domain/codes/columns.ts';
import { FAMILIES, familyOf } from '../../src/domain/codes/families.ts';
import { editionIn } from '../../src/site/editions.ts';
import { languageAt, oneFilePath } from '../../src/site/urls.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { views } from '../../src/words/en/views.ts';
import { addresses, DIST, pageOf, SITE, textOf, treeOf } from './build.ts';

const catalogue = createCatalogue(readContent('.').content);
const html = readFileSync(DIST + oneFilePath, 'utf8');
const root = treeOf(html);
const ids = root.querySelectorAll('[id]').map(({ id }) => id);
const links = root.querySelectorAll('a[href]').map((node) => node.getAttribute('href') ?? '');

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const mentioned = catalogue.pages.flatMap((page) => page.mentioned);
const held = catalogue.pages.filter(
  (page) => page.meanings.length + page.mentioned.length > 0 || page.http?.own,
);

for (const meaning of catalogue.meanings.filter((each) => !mentioned.includes(each)))
  test(`${meaning.id} is there in full, word for word`, () => {
    const section = root.getElementById(`${meaning.family}-${meaning.code}`);
    assert.equal(section?.tagName, 'SECTION');
    const text = textOf(section);
    for (const words of [
      ...Object.entries(columnsOf(meaning)).flatMap(([column, cell]) =>
        familyOf(meaning.family).columns[column] === 'code' || ['', '/'].includes(cell) ? [] : cell,
      ),
      meaning.title,
      meaning.meaning,
      meaning.firstStep,
      meaning.actor.why,
      meaning.retry.why,
      ...meaning.names.map(({ text: name }) => name),
      ...meaning.unknowns,
      ...statementsWithSource(meaning).map(({ text: statement }) => statement),
    ])
      assert.ok(text.includes(oneLine(plainText(words))), `${meaning.id}: ${words}`);
  });

for (const { family, code, meaning } of mentioned)
  test(`${family}/${code} is mentioned at its number`, () => {
    assert.ok(textOf(root.querySelector('main')).includes(plainText(meaning)));
  });

for (const [status, facts] of Object.entries(catalogue.http.statuses))
  test(`HTTP ${status} is there with its first step`, () => {
    const text = textOf(root.getElementById(`http-${status}`));
    assert.ok(text.includes(plainText(facts.meaning)), text);
    assert.ok(text.includes(plainText(facts.firstStep)), text);
  });

test('the table of all codes leads to each meaning', () => {
  const rows = root.querySelectorAll('tr[data-id]');
  assert.deepEqual(
    rows.map((row) => row.querySelector('a')?.getAttribute('href')),
    catalogue.meanings.map(({ family, code }) => `#${family}-${code}`),
  );
});

test('each number, each range and each family has its place, and each number one for every entry', () => {
  const places = [
    ...held.map(({ code }) => code),
    ...held.flatMap(({ code, entries }) =>
      entries.map((entry) => `${entry.kind === 'http' ? 'http' : entry.meaning.family}-${code}`),
    ),
    ...catalogue.classes.map(({ id }) => id),
    ...FAMILIES,
  ];
  assert.deepEqual(
    places.filter((place) => !ids.includes(place)),
    [],
  );
});

test('what is said of families and ranges is in the file', () => {
  for (const { family, meaning, statements, look } of catalogue.families) {
    const text = textOf(root.getElementById(family));
    for (const words of [meaning, ...[...statements, ...look].map(({ text: said }) => said)])
      assert.ok(text.includes(plainText(words)), words);
  }
  for (const { id, meaning, statements, unlisted } of catalogue.classes) {
    const text = textOf(root.getElementById(id));
    for (const words of [meaning, ...[...statements, ...unlisted].map(({ text: said }) => said)])
      assert.ok(text.includes(plainText(words)), words);
  }
  assert.ok(textOf(root.getElementById('http')).includes(views.http.noRow));
});

test('no id is there twice', () => {
  assert.deepEqual(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    [],
  );
});

test('every link within the file leads to a place in it, and every other one is a whole address', () => {
  const known = new Set(ids);
  const broken = links.filter((link) =>
    link.startsWith('#') ? !known.has(link.slice(1)) : !link.startsWith('https://'),
  );
  assert.deepEqual(broken, []);
  assert.ok(links.filter((link) => link.startsWith('#')).length > 500);
});

test('links to the site lead to pages and places that it has', () => {
  const own = [...new Set(links.filter((link) => link.startsWith(`${SITE}/`)))];
  assert.ok(own.includes(`${SITE}/`) && own.length > 5);
  const broken = own.filter((link) => {
    const { pathname, hash } = new URL(link);
    return (
      !addresses.includes(pathname) ||
      (hash !== '' && pageOf(pathname).getElementById(hash.slice(1)) === null)
    );
  });
  assert.deepEqual(broken, []);
});

test('names and labels refer to what is there', () => {
  const known = new Set(ids);
  const attributes = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for'];
  for (const name of attributes)
    for (const node of root.querySelectorAll(`[${name}]`))
      assert.ok(known.has(node.getAttribute(name) ?? ''), node.toString().slice(0, 120));
});

test('nothing in it is loaded', () => {
  const loading = root.querySelectorAll(
    '[src], [srcset], [data], [poster], [action], [background], [ping], iframe, object, embed, base, meta[http-equiv=refresh]',
  );
  assert.deepEqual(
    loading.map((node) => node.toString().slice(0, 120)),
    [],
  );
  const resources = root.querySelectorAll('link').map((node) => node.getAttribute('href') ?? '');
  assert.deepEqual(
    resources.filter((address) => !address.startsWith('data:')),
    [],
  );
  const styles = root.querySelectorAll('style').map(({ textContent }) => textContent);
  for (const css of styles)
    assert.doesNotMatch(css, /@import|url\((?!["']?data:)|data-theme/, css.slice(0, 80));
});

test('its policy allows its own script and styles by their hashes, and nothing else', () => {
  const [charset, policy] = root.querySelectorAll('head > meta');
  assert.equal(charset?.getAttribute('charset'), 'utf-8');
  assert.equal(policy?.getAttribute('http-equiv'), 'content-security-policy');
  const content = policy?.getAttribute('content') ?? '';
  const hashesOf = (name: string) =>
    [...html.matchAll(new RegExp(`<${name}\\b[^>]*>([\\s\\S]*?)</${name}>`, 'g'))].map(
      ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
    );
  assert.equal(hashesOf('script').length, 1);
  assert.equal(
    content,
    [
      "default-src 'none'",
      `script-src ${hashesOf('script').join(' ')}`,
      `style-src ${hashesOf('style').join(' ')}`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; '),
  );
});

test('no attribute carries a script or a style, which the policy would refuse', () => {
  for (const node of root.querySelectorAll('*'))
    for (const name of Object.keys(node.attributes))
      assert.ok(!/^on|^style$/i.test(name), `${name}: ${node.toString().slice(0, 120)}`);
});

test('it says how old its data is', () => {
  const newest = catalogue.meanings
    .map(({ checked }) => checked)
    .toSorted()
    .at(-1);
  assert.ok(textOf(root.querySelector('main > p')).includes(views.date(newest ?? '')));
});

test('the site links to it for download from every page, and has no page of its own there', () => {
  for (const { path } of LANGUAGES) assert.ok(!existsSync(`${DIST}${path}/mgs-codes`));
  for (const address of addresses) {
    const page = pageOf(address);
    // The address of a symbol only leads on.
    if (page.querySelector('meta[http-equiv=refresh]')) continue;
    const edition = editionIn(languageAt(address).tag);
    const link = page.querySelector(`footer a[href="${edition.path(oneFilePath)}"]`);
    assert.equal(textOf(link), edition.words.footer.oneFile, address);
    assert.ok(link?.hasAttribute('download'), address);
  }
  assert.ok(!readFileSync(`${DIST}/sitemap-0.xml`, 'utf8').includes('/mgs-codes<'));
  assert.ok(!readFileSync(`${DIST}/sitemap-0.xml`, 'utf8').includes(oneFilePath));
});

test('every article has a heading of its own', () => {
  const articles = root.querySelectorAll('article');
  assert.ok(articles.length > 4);
  for (const article of articles)
    assert.ok(
      article.childNodes.some(
        (node) => 'rawTagName' in node && /^h\d$/.test(String(node.rawTagName)),
      ),
      article.id,
    );
});
