/** What readers come for, told once for every engine and every way the site is served. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogue } from '../e2e/site.ts';
import { hooks, IOS_REPLY, PRIVATE_LINE, words } from './page-hooks.ts';
import {
  click,
  fill,
  look,
  paste,
  see,
  seeNothing,
  seeText,
  seeUrl,
  typeInto,
  until,
  type Reader,
} from './reader.ts';

export type Journey = {
  readonly name: string;
  /** Asks for more than the page that it opens: of the host, or of the copy once the host is gone. */
  readonly needsHost?: boolean;
  walk(reader: Reader): Promise<void>;
};

const title = (id: string): string => catalogue.meaning(id).title;

/** What the host answered the page with, or null where the engine does not tell. */
const statusOf = (reader: Reader): Promise<number | null> =>
  reader.run(() => {
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    // Safari has no such property, Firefox gives 0 for what a service worker answers.
    return (entry as Partial<PerformanceNavigationTiming> | undefined)?.responseStatus || null;
  }, null);

async function expectStatus(reader: Reader, expected: number): Promise<void> {
  const status = await statusOf(reader);
  assert.ok(status === null || status === expected, `${await reader.url()}: status ${status}`);
}

async function openSearch(reader: Reader): Promise<void> {
  await reader.open('about');
  await see(reader, hooks.search.button, 'can be used', (all) => all.length > 0);
  await reader.press('/');
  await see(reader, hooks.search.input, 'has the focus', (all) => all[0]?.focused === true);
}

/** Gives a file with some text to a file input. */
async function openFile(reader: Reader, selector: string, text: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mgs-codes-log-'));
  try {
    const path = join(folder, 'app.log');
    writeFileSync(path, text);
    await reader.giveFile(selector, path);
    await seeText(reader, hooks.decode.findings, '7014');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The text of the page's heading, which may be part of a longer one. */
const seeHeading = (reader: Reader, ...texts: readonly (string | RegExp)[]) =>
  seeText(reader, hooks.heading, ...texts);

async function seeRows(reader: Reader, count: number): Promise<void> {
  await see(reader, hooks.filters.row, `${count} rows`, (all) => all.length === count);
}

/** The colour that the text is read on. */
const groundOf = (reader: Reader): Promise<string> =>
  reader.run(() => {
    const [red = 0] = /\d+/.exec(getComputedStyle(document.body).backgroundColor) ?? [];
    return Number(red) > 127 ? 'light' : 'dark';
  }, null);

/** Waits until a theme is painted. */
export async function seeTheme(reader: Reader, theme: 'light' | 'dark'): Promise<void> {
  await until(
    `the ${theme} theme`,
    () => groundOf(reader),
    (ground) => ground === theme,
  );
  assert.equal(await reader.run(() => document.documentElement.dataset['theme'], null), theme);
}

const addresses: readonly Journey[] = ['codes/7014', 'codes/7014/', 'codes/7014.html'].map(
  (form) => ({
    name: `${form} is the page of 7014`,
    needsHost: true,
    async walk(reader) {
      await reader.open(form);
      await expectStatus(reader, 200);
      await seeHeading(reader, '7014', title('gateway/7014'));
    },
  }),
);

const chooser: Journey = {
  name: 'a number with several meanings names each on the first screen of a phone',
  async walk(reader) {
    for (const code of ['0', '3003']) {
      const meanings = catalogue.meaningsOf(code);
      assert.ok(meanings.length > 1);
      await reader.open(`codes/${code}`, 'phone');
      for (const { family, title: own } of meanings) {
        const link = `${hooks.meaningCard} a[href="#${family}"]`;
        await seeText(reader, link, own);
        const [card] = await look(reader, `${hooks.meaningCard}:has(a[href="#${family}"])`);
        assert.ok(card && card.bottom <= 640, `${code} ${family} ends at ${card?.bottom}`);
      }
    }
    const { family } = catalogue.meaning('gateway/3003');
    await reader.click(`${hooks.meaningCard} a[href="#${family}"]`);
    await see(reader, hooks.sectionHeading(family), 'in view', (all) => all[0]?.inView === true);
  },
};

const deepLinks: readonly Journey[] = (
  [
    ['codes/0#android', 'android/0'],
    ['codes/3003#ios', 'ios/3003'],
    ['codes/3003#gateway', 'gateway/3003'],
    ['codes/3003#ios&api=com.example.op&trace=abc', 'ios/3003'],
  ] as const
).map(([path, id]) => ({
  name: `${path} leads to its meaning, below the header`,
  async walk(reader) {
    await reader.open(path);
    const { family, code } = catalogue.meaning(id);
    const heading = hooks.sectionHeading(family);
    await see(reader, heading, 'in view', (all) => all[0]?.inView === true);
    await seeText(reader, heading, code, title(id));
    assert.equal((await look(reader, `${hooks.section(family)} ${heading}`)).length, 1);
    const [[target], [header]] = await Promise.all([
      look(reader, heading),
      look(reader, hooks.header),
    ]);
    assert.ok(target && header && target.top >= header.bottom, `${target?.top} ${header?.bottom}`);
    if (path.includes('api=')) await seeText(reader, hooks.copy.context(family), 'com.example.op');
  },
}));

const onSite: readonly Journey[] = [
  {
    name: 'an anchor of a family without a meaning says whose answer it is',
    async walk(reader) {
      await reader.open('codes/7014#android');
      const line = hooks.familyLine('android');
      await see(reader, line, 'in view', (all) => all[0]?.inView === true);
      await seeText(reader, line, words.android7014);
      await seeNothing(reader, hooks.familyLine('ios'));
      await reader.open('codes/7014#ios');
      await seeText(reader, hooks.familyLine('ios'), words.ios7014);
      await seeNothing(reader, hooks.familyLine('service'));
    },
  },
  {
    name: 'a symbol leads to its meaning',
    needsHost: true,
    async walk(reader) {
      await reader.open('codes/kDTRpcNetworkError');
      await seeUrl(reader, /codes\/0\/?#ios$/);
      await see(reader, hooks.sectionHeading('ios'), 'in view', (all) => all[0]?.inView === true);
    },
  },
  {
    name: 'an address without a page says what it may mean',
    needsHost: true,
    async walk(reader) {
      await reader.open('codes/7099');
      await expectStatus(reader, 404);
      const { answer } = hooks.notFound;
      await seeHeading(reader, words.notDocumented('7099').replace(/\.$/, ''));
      await seeText(reader, answer, words.about7099);
      await reader.open('codes/E7014');
      await seeUrl(reader, /codes\/7014\/?$/);
      await seeHeading(reader, '7014');
    },
  },
  {
    name: 'search answers a number exactly, and Enter opens it',
    needsHost: true,
    async walk(reader) {
      await openSearch(reader);
      const { input, exact, option } = hooks.search;
      await typeInto(reader, input, '3003');
      const [first, last] = catalogue.meaningsOf('3003');
      await see(
        reader,
        exact,
        'one for each meaning',
        (all) =>
          all.length === 2 &&
          all[0]?.href.endsWith(`#${first?.family}`) === true &&
          all[1]?.href.endsWith(`#${last?.family}`) === true,
      );
      await typeInto(reader, input, '7014');
      await see(
        reader,
        option,
        'the exact answer first',
        ([one]) =>
          one?.text.includes(words.exact) === true &&
          one.text.includes(`7014 ${title('gateway/7014')}`),
      );
      await reader.press('Enter');
      await seeHeading(reader, '7014');
      await seeUrl(reader, /codes\/7014\/?(?:#|$)/);
    },
  },
  {
    name: 'search passes no other code off as one that is not documented',
    async walk(reader) {
      await openSearch(reader);
      for (const number of ['7099', '9999', '30000', '70145']) {
        await typeInto(reader, hooks.search.input, number);
        await seeText(reader, hooks.search.notes, words.notDocumented(number));
        await seeNothing(reader, hooks.search.exact);
      }
    },
  },
  {
    name: 'search finds a code by a name and by words',
    needsHost: true,
    async walk(reader) {
      await openSearch(reader);
      await typeInto(reader, hooks.search.input, 'UnknownHostException');
      await see(reader, hooks.search.option, '4003', (all) =>
        all.some(({ text, href }) => /4003/.test(href) && text.includes('Gateway')),
      );
      await typeInto(reader, hooks.search.input, 'clock');
      await see(reader, hooks.search.option, '7003', (all) =>
        all.some(({ href }) => /codes\/7003/.test(href)),
      );
    },
  },
  {
    name: 'search understands Chinese',
    needsHost: true,
    async walk(reader) {
      await openSearch(reader);
      await typeInto(reader, hooks.search.input, '验签');
      await see(reader, hooks.search.exact, '7002', ([one]) => one?.text.includes('7002') === true);
      await click(reader, hooks.search.exact);
      await seeHeading(reader, '7002');
    },
  },
  {
    name: 'a reply is decoded with its line, its memo and its trace',
    needsHost: true,
    async walk(reader) {
      await reader.open('decode');
      await fill(reader, hooks.decode.input, IOS_REPLY.text);
      const { line, memo, operation, trace } = IOS_REPLY;
      await seeText(reader, hooks.decode.finding, words.line(line), memo, operation, trace);
      assert.equal((await look(reader, hooks.decode.finding)).length, 1);
      await click(reader, hooks.decode.link);
      await seeUrl(reader, /codes\/7014\/?#gateway$/);
      await seeHeading(reader, '7014');
      await reader.back();
      await see(reader, hooks.decode.input, 'still holds the text', ([one]) =>
        Boolean(one?.value.includes(IOS_REPLY.trace)),
      );
    },
  },
  {
    name: 'a file is read like a pasted text',
    async walk(reader) {
      await reader.open('decode');
      await openFile(reader, hooks.decode.file, IOS_REPLY.text);
      await seeText(reader, hooks.decode.finding, words.line(IOS_REPLY.line), IOS_REPLY.memo);
    },
  },
  {
    name: 'the redacted copy hides who it was and keeps the code',
    async walk(reader) {
      await reader.open('decode');
      await fill(reader, hooks.decode.input, PRIVATE_LINE.text);
      await click(reader, hooks.decode.redact);
      await click(reader, hooks.decode.copyRedacted);
      await seeText(reader, hooks.decode.status, /copied/i);
      const copied = await paste(reader, hooks.decode.input);
      assert.ok(copied.includes(PRIVATE_LINE.kept), copied);
      for (const hidden of PRIVATE_LINE.hidden) assert.ok(!copied.includes(hidden), copied);
    },
  },
  {
    name: 'filters narrow the table, are kept in the address, and survive reload and Back',
    needsHost: true,
    async walk(reader) {
      await reader.open('codes');
      await reader.choose(hooks.filters.family, 'service');
      await reader.choose(hooks.filters.protocol, 'HTTP');
      const expected = catalogue.meanings.filter(
        (meaning) => meaning.family === 'service' && (meaning.protocols ?? []).includes('HTTP'),
      ).length;
      assert.ok(expected > 0 && expected < catalogue.meanings.length);
      await seeRows(reader, expected);
      await seeUrl(reader, /\?family=service&protocol=HTTP$/);
      await reader.reload();
      await seeRows(reader, expected);
      await click(reader, hooks.filters.rowLink);
      await seeUrl(reader, /codes\/\d+\/?#service$/);
      await reader.back();
      await seeRows(reader, expected);
      await click(reader, hooks.filters.reset);
      await seeRows(reader, catalogue.meanings.length);
      await seeUrl(reader, /codes\/?$/);
    },
  },
  {
    name: 'an address is copied, and it is said',
    async walk(reader) {
      await reader.open('codes/7014');
      await click(reader, hooks.copy.menu);
      await click(reader, hooks.copy.address);
      await seeText(reader, hooks.copy.said, words.copied);
      await reader.press('/');
      assert.match(await paste(reader, hooks.search.input), /\/codes\/7014#gateway$/);
    },
  },
  {
    name: 'a theme is chosen and kept',
    async walk(reader) {
      await reader.open('codes/7014');
      for (const theme of ['dark', 'light'] as const) {
        await see(reader, hooks.theme, 'can be used', (all) => all.length === 1);
        await reader.choose(hooks.theme, theme);
        await seeTheme(reader, theme);
        await reader.reload();
        await seeTheme(reader, theme);
      }
      await reader.choose(hooks.theme, 'auto');
    },
  },
];

/** On the site, at whatever address it is served. */
export const siteJourneys: readonly Journey[] = [...addresses, chooser, ...deepLinks, ...onSite];

/** On the installed site with its server gone, beside all others. */
export const offlineJourney: Journey = {
  name: 'a page from the copy says so',
  needsHost: true,
  async walk(reader) {
    await reader.open('codes/7014');
    await seeText(reader, hooks.offlineNote, words.offlineCopy);
  },
};

const seePlace = (reader: Reader, place: string) =>
  see(
    reader,
    `[id="${place}"]`,
    'near the top',
    ([one]) => one !== undefined && one.top > 0 && one.top < 300,
  );

/** On the one file, opened from disk. */
export function fileJourneys(file: string): readonly Journey[] {
  const open = (reader: Reader, fragment = '') => reader.open(`${file}${fragment}`);
  const { input, findings, finding, link } = hooks.decode;
  return [
    {
      name: 'a number, a name and a log are answered, and the answer leads to the meaning',
      async walk(reader) {
        await open(reader);
        await typeInto(reader, input, '7014');
        await see(
          reader,
          link,
          '7014',
          (all) => all.length === 1 && /^7014 /.test(all[0]?.text ?? ''),
        );
        await typeInto(reader, input, 'kDTRpcNetworkError');
        await see(reader, link, '#ios-0', ([one]) => one?.href === `${file}#ios-0`);
        await typeInto(reader, input, '3003');
        await see(reader, link, 'both meanings', (all) => all.length === 2);
        await fill(reader, input, `${IOS_REPLY.text}\nSecException: ErrorCode = 608`);
        await seeText(reader, finding, words.line(IOS_REPLY.line), IOS_REPLY.memo);
        await seeText(reader, findings, words.notOfMgs('Security Guard', 608));
        await click(reader, link);
        await seeUrl(reader, /#gateway-7014$/);
        await seePlace(reader, 'gateway-7014');
      },
    },
    {
      name: 'filters narrow the table, and come back with the address',
      async walk(reader) {
        await open(reader);
        await seeRows(reader, catalogue.meanings.length);
        await reader.choose(hooks.filters.family, 'service');
        const expected = catalogue.meanings.filter(({ family }) => family === 'service').length;
        await seeRows(reader, expected);
        await reader.reload();
        await seeRows(reader, expected);
        await click(reader, hooks.filters.reset);
        await typeInto(reader, hooks.filters.text, 'SizeControl');
        await seeRows(reader, 1);
        await click(reader, hooks.filters.rowLink);
        await seePlace(reader, 'ios-9');
      },
    },
    {
      name: 'deep links lead to a number, a meaning, and to what a family says',
      async walk(reader) {
        for (const place of [
          '7014',
          'gateway-7014',
          'android-7014',
          '3003',
          'ios-3003',
          '7xxx',
          'ios',
        ]) {
          await open(reader, `#${place}`);
          await seePlace(reader, place);
        }
      },
    },
    {
      name: 'a place that the file lacks is put to the box',
      async walk(reader) {
        await open(reader, '#7099');
        await seeText(reader, findings, words.notDocumented('7099'));
        await open(reader, '#KDTRPCNETWORKERROR');
        await see(reader, link, '#ios-0', (all) =>
          all.some(({ href }) => href === `${file}#ios-0`),
        );
      },
    },
    {
      name: 'a log file is opened, and its redacted copy hides who it was',
      async walk(reader) {
        await open(reader);
        await openFile(reader, hooks.decode.file, IOS_REPLY.text);
        await fill(reader, input, PRIVATE_LINE.text);
        await click(reader, hooks.decode.redact);
        await click(reader, hooks.decode.copyRedacted);
        await seeText(reader, hooks.decode.status, /copied/i);
        const copied = await paste(reader, input);
        assert.ok(copied.includes(PRIVATE_LINE.kept), copied);
        for (const hidden of PRIVATE_LINE.hidden) assert.ok(!copied.includes(hidden), copied);
      },
    },
  ];
}
