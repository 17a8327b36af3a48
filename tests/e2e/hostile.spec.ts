/** Hostile input in the real browser: shown as text, it runs nothing, asks for nothing and stops nothing. */
import { expect, test, type Locator, type Page } from 'playwright/test';
import { decode } from '../../src/domain/text/decode.ts';
import { createResolverIndex } from '../../src/domain/codes/resolver-index.ts';
import { parseFragment } from '../../src/site/fragment.ts';
import { LONGEST_QUERY } from '../../src/site/search-words.ts';
import { MARK, MARKUP, ODD_TEXT } from '../hostile.ts';
import { catalogue } from './site.ts';

const index = createResolverIndex(catalogue);
const PIECES = [...MARKUP, ...ODD_TEXT];
const MEGABYTE = 1024 * 1024;

// Long texts and many pages: a busy machine needs a while.
test.describe.configure({ timeout: 90_000 });

/** What a page did that no reader asked for. */
type Watch = { readonly requests: string[]; readonly alarms: string[] };

function watch(page: Page): Watch {
  const requests: string[] = [];
  const alarms: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('dialog', (dialog) => {
    alarms.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => alarms.push(`popup: ${popup.url()}`));
  page.on('download', (download) => alarms.push(`download: ${download.url()}`));
  page.on('pageerror', (error) => alarms.push(`error: ${error.message}`));
  page.on('crash', () => alarms.push('crash'));
  return { requests, alarms };
}

/** What was asked for; browsers look for the icon again whenever the address changes. */
const withoutIcon = ({ requests }: Watch): string[] =>
  requests.filter((url) => !url.endsWith('/favicon.svg'));

/** Counts what text must never become: elements that run, load, send or take over, and their attributes. */
const census = (page: Page): Promise<Readonly<Record<string, number>>> =>
  page.evaluate(() => {
    const elements =
      'script,style,link,meta,base,img,image,svg,math,iframe,frame,object,embed,audio,video,source,form,input,button,textarea,select,template,noscript,details,marquee,dialog';
    const counts: Record<string, number> = {};
    for (const name of elements.split(',')) counts[name] = document.querySelectorAll(name).length;
    counts['handlers'] = [...document.querySelectorAll('*')].filter((node) =>
      node.getAttributeNames().some((name) => name.startsWith('on')),
    ).length;
    counts['foreign links'] = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].filter(
      ({ protocol, hostname }) => !/^https?:$/.test(protocol) || hostname.startsWith('evil.'),
    ).length;
    return counts;
  });

/** Checks that the page is what it was, apart from text. */
async function expectUnharmed(page: Page, { alarms }: Watch, before: object): Promise<void> {
  expect(alarms).toEqual([]);
  expect(
    await page.evaluate((name) => name in window || name in Object.prototype, MARK),
    'nothing ran',
  ).toBe(false);
  expect(await census(page)).toEqual(before);
}

/** Half characters do not survive the way into the browser as text, but do as numbers. */
const unitsOf = (text: string): number[] =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));

/** Puts a text into a field as typing does. */
const enter = (field: Locator, text: string): Promise<void> =>
  field.evaluate((node, units) => {
    if (!(node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement))
      throw new Error('This is no field.');
    node.value = units.map((unit) => String.fromCharCode(unit)).join('');
    node.dispatchEvent(new Event('input', { bubbles: true }));
  }, unitsOf(text));

/** Enters a text as a keyboard or a paste does, so that the field can cut it. */
async function insert(field: Locator, text: string): Promise<void> {
  await field.selectText();
  await field.page().keyboard.insertText(text);
}

/** The texts of all nodes that match, as units. */
const textsOf = (nodes: Locator): Promise<number[][]> =>
  nodes.evaluateAll((all) =>
    all.map(({ textContent }) => {
      const text = textContent ?? '';
      return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
    }),
  );

const box = (page: Page) => page.getByLabel('Number, name, error, response or whole log');
const findings = (page: Page) => page.getByRole('region', { name: 'Findings' });
const said = (page: Page) => page.locator('mgs-decode [role=status]:not(.said)');

/** Every piece beside a number of its own, so that each has a finding of its own. */
const logOf = (line: (number: number, piece: string) => string, pieces: readonly string[]) =>
  pieces.map((piece, position) => line(20_000 + position, piece)).join('\n');

test('the decoder quotes hostile lines as text, and asks for nothing', async ({ page }) => {
  await page.goto('decode');
  await page.waitForLoadState('networkidle');
  const seen = watch(page);
  const before = await census(page);

  const quoted = logOf((number, piece) => `RPCException: [${number}] : ${piece}`, PIECES);
  await enter(box(page), quoted);
  await expect(findings(page).locator('pre')).toHaveCount(PIECES.length);
  expect(await textsOf(findings(page).locator('pre'))).toEqual(
    decode(index, quoted).groups.map(({ first }) => unitsOf(first.excerpt)),
  );
  await expectUnharmed(page, seen, before);

  const memos = logOf(
    (number, piece) => `Result-Status:${number} Result-memo:x${encodeURIComponent(piece)}`,
    MARKUP,
  );
  await enter(box(page), memos);
  const memo = findings(page).locator('dt:text-is("Memo, decoded") + dd');
  await expect(memo).toHaveCount(MARKUP.length);
  const expected = decode(index, memos).groups.map(({ first }) => first.message.memo ?? '');
  expect(await textsOf(memo)).toEqual(expected.map(unitsOf));
  // As they were written, where no escape of JSON stands in them.
  for (const piece of MARKUP.filter((one) => !one.includes('\\')))
    expect(expected).toContain(`x${piece}`);
  await expectUnharmed(page, seen, before);

  for (const piece of PIECES) await enter(box(page), piece);
  await enter(box(page), 'RPCException: [7014] : x');
  await expect(findings(page).locator('pre')).toHaveCount(1);
  await expectUnharmed(page, seen, before);
  expect(seen.requests).toEqual([]);
});

test('controls of direction do not turn the digits of a find around', async ({ page }) => {
  await page.goto('decode');
  await enter(box(page), '\u202E RPCException: [7014] : x');
  const lefts = await findings(page)
    .locator('mark')
    .evaluate((mark) => {
      const text = mark.firstChild;
      if (!(text instanceof Text)) throw new Error('The find is no text.');
      return Array.from({ length: text.length }, (_, at) => {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return range.getBoundingClientRect().left;
      });
    });
  expect(lefts).toHaveLength(4);
  expect(lefts).toEqual([...lefts].sort((a, b) => a - b));
});

test('the name of a file is shown as text', async ({ page }) => {
  await page.goto('decode');
  const seen = watch(page);
  const before = await census(page);
  const name = `<img src=x onerror=window.${MARK}=1>\u202Egol.exe`;
  await page.getByLabel('Open a log file').setInputFiles({
    name,
    mimeType: 'text/html',
    buffer: Buffer.from(`${'x'.repeat(20_000)} RPCException: [7014]`),
  });
  await expect(page.locator('.held')).toHaveText(
    `${name}, 20,021 characters, is held here and not shown.`,
  );
  await expect(findings(page)).toContainText('7014');
  await expectUnharmed(page, seen, before);
});

test('the search dialog takes hostile text, and asks only for its own files', async ({
  page,
  baseURL,
}) => {
  await page.goto('about');
  await page.keyboard.press('/');
  const input = page.getByRole('combobox', { name: 'Code, name' });
  const listbox = page.getByRole('listbox', { name: 'Results' });
  await expect(input).toBeFocused();
  await page.waitForLoadState('networkidle');
  // An empty dialog has examples, which make room for answers.
  await enter(input, 'timeout');
  await expect(listbox).toHaveAttribute('data-query', 'timeout');
  const seen = watch(page);
  const before = await census(page);
  for (const [position, piece] of PIECES.entries()) {
    await enter(input, `timeout ${piece}`);
    // To the end only for some: full text waits for a pause in typing.
    if (position % 12 !== 0) continue;
    await expect(listbox).toHaveAttribute('data-query', `timeout ${piece}`);
    await expectUnharmed(page, seen, before);
  }
  await enter(input, '7014');
  await expect(page.getByRole('option').first()).toContainText('Exact');
  await expectUnharmed(page, seen, before);
  const own = [new URL('pagefind/', baseURL).href, new URL('_astro/', baseURL).href];
  expect(seen.requests.filter((url) => !own.some((each) => url.startsWith(each)))).toEqual([]);
});

test('the fragment of a code page is shown as text, and only its four names', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const hashes = PIECES.map((piece) => {
    const value = encodeURIComponent(piece.toWellFormed());
    return `#gateway&api=${value}&trace=${value}&${value}=x`;
  });
  await page.goto(`codes/7014${hashes[0] ?? ''}`);
  await page.waitForLoadState('networkidle');
  const seen = watch(page);
  const before = await census(page);
  const shown = await page.evaluate(async (all) => {
    const texts: string[][] = [];
    for (const hash of all) {
      const before = document.querySelector('.reader-context');
      // The same fragment again would be no change.
      const changed = new Promise((done) => addEventListener('hashchange', done, { once: true }));
      location.hash = `${hash}&again`;
      await changed;
      // What is shown comes from a second script, a few tasks later; nothing may come where nothing is named.
      for (let task = 0; task < 100; task += 1) {
        if (document.querySelector('.reader-context') !== before) break;
        await new Promise((done) => setTimeout(done, 10));
      }
      const values = document.querySelectorAll('.reader-context dd');
      texts.push([...values].map(({ textContent }) => textContent));
    }
    return texts;
  }, hashes);
  expect(shown).toEqual(
    hashes.map((hash) => {
      const { api, trace } = parseFragment(hash).context;
      return [api, trace].filter((value) => value !== undefined);
    }),
  );
  await page.evaluate(
    (all) => {
      for (const place of all) location.hash = `${place}&api=x`;
    },
    PIECES.map((piece) => piece.toWellFormed()),
  );
  await expectUnharmed(page, seen, before);

  const [piece = ''] = MARKUP;
  await page.evaluate((value) => {
    location.hash = `gateway&api=${value}`;
  }, encodeURIComponent(piece));
  await page.locator('.page-actions summary').click();
  await page.getByRole('button', { name: 'Copy text for a ticket' }).click();
  await expect(page.locator('.page-actions [role=status]').first()).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    `\nOperation: ${piece}\n`,
  );
  await expectUnharmed(page, seen, before);
  expect(withoutIcon(seen)).toEqual([]);
});

test('the filter of all codes takes hostile text from the field and from the address', async ({
  page,
}) => {
  await page.goto('codes');
  const rows = page.locator('tr[data-id]');
  const before = await census(page);
  const seen = watch(page);
  for (const piece of PIECES) await enter(page.getByLabel('Text'), piece);
  await expectUnharmed(page, seen, before);
  expect(withoutIcon(seen)).toEqual([]);

  for (const piece of MARKUP.filter((_, position) => position % 9 === 0)) {
    await page.goto(`codes?text=${encodeURIComponent(piece)}&family=${encodeURIComponent(piece)}`);
    await expect(page.getByLabel('Text')).toHaveValue(piece);
    await expect(rows).toHaveCount(catalogue.meanings.length);
    await expectUnharmed(page, seen, before);
  }
});

test('the 404 page answers hostile addresses and leads nowhere', async ({ page, baseURL }) => {
  const seen = watch(page);
  await page.goto('codes/nothing-here', { waitUntil: 'networkidle' });
  const before = await census(page);
  const broken = [
    '%',
    '%zz',
    '%E0%A4%A',
    '%C0%AF%C0%AE',
    '%ED%A0%80',
    '%00',
    '7014%00',
    '%E2%80%AE4107',
    '..%2f..%2f..%2fetc%2fpasswd',
    '%2f%2fevil.example%2f7014',
    '%5c%5cevil.example',
    'javascript%3Aalert(1)',
    `${'%F0%9F%98%80'.repeat(300)}`,
  ];
  const encoded = MARKUP.filter((_, position) => position % 6 === 0).map(encodeURIComponent);
  for (const asked of [...broken, ...encoded]) {
    await page.goto(`codes/${asked}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      /^(?:No page at this address|No page named .*: what it may mean|.* is not documented)$/u,
    );
    await expectUnharmed(page, seen, before);
    expect(page.url()).toContain('/codes/');
    await expect(page.locator('mgs-not-found')).toHaveCount(1);
  }
  const origin = new URL('/', baseURL).href;
  expect(seen.requests.filter((url) => !url.startsWith(origin))).toEqual([]);
});

/** Each kind of text costs something else in the browser: letters, bidi, combining, ligatures, finds, lines. */
const LONG: readonly (readonly [name: string, unit: string, said: RegExp])[] = [
  ['letters', 'a', /No result code/],
  ['controls of direction', '\u202E7', /No result code/],
  ['combining marks', 'a\u0301', /No result code/],
  ['long ligatures', '\uFDFA', /No result code/],
  ['codes', 'RPCException: [7003] ', /Found 1 code in 1 line/],
  [
    'numbers of another system',
    'SG ERROR: 1\n',
    /Found 1 number of another system in 87,381 lines/,
  ],
  ['short lines', 'x\n', /No result code/],
];

test('a megabyte that is made to be slow is decoded, and the page goes on answering', async ({
  page,
}) => {
  const seen = watch(page);
  // Unlike a reader's paste, an event that is made up leaves nothing for a script that comes after it.
  await page.goto('decode', { waitUntil: 'networkidle' });
  for (const [name, unit, expected] of LONG)
    await test.step(name, async () => {
      await box(page).evaluate(
        (node, [repeated, count, kind]) => {
          const data = new DataTransfer();
          data.setData('text/plain', repeated.repeat(count));
          node.dispatchEvent(
            kind === 'paste'
              ? new ClipboardEvent('paste', { clipboardData: data, cancelable: true })
              : new DragEvent('drop', { dataTransfer: data, cancelable: true }),
          );
        },
        [unit, MEGABYTE / unit.length, name === 'letters' ? 'drop' : 'paste'] as const,
      );
      await expect(page.locator('.held')).toContainText('is held here and not shown');
      await expect(said(page)).toContainText(expected, { timeout: 20_000 });
      await page.getByRole('button', { name: 'Clear' }).click();
      await expect(box(page)).toBeFocused();
    });
  expect(seen.alarms).toEqual([]);
});

test('a megabyte in the search dialog and in the filter is cut, and answered', async ({ page }) => {
  const seen = watch(page);
  await page.goto('about');
  await page.keyboard.press('/');
  const input = page.getByRole('combobox', { name: 'Code, name' });
  await expect(input).toBeFocused();
  for (const unit of ['ab.cd.', '7014 ', '<验>', '\u202E\uFDFA']) {
    await insert(input, unit.repeat(MEGABYTE / unit.length));
    await expect(input).toHaveValue(unit.repeat(LONGEST_QUERY).slice(0, LONGEST_QUERY));
    await expect(page.locator('#search-options')).toHaveAttribute('data-query', /./);
    await expect(page.locator('mgs-search [role=status]')).toContainText(
      /Nothing found|results? with these words|exact answer|full text/,
    );
  }
  await enter(input, '7014');
  await expect(page.getByRole('option').first()).toContainText('Exact');

  await page.goto('codes?family=ios');
  await insert(page.getByLabel('Text'), '<验>'.repeat(MEGABYTE / 3));
  await expect(page.getByText(`0 of ${catalogue.meanings.length} meanings`)).toBeVisible();
  // Hosts would refuse an address with all of it.
  await expect(page).toHaveURL(/codes\?family=ios$/);
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page.locator('tr[data-id]:visible')).toHaveCount(catalogue.meanings.length);
  expect(seen.alarms).toEqual([]);
});
