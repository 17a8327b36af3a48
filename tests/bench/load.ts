/** Page load, search and navigation on a slow link, side by side with other sites of the same text. */
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright';
import { gzipSync } from 'node:zlib';
import { serveCompressed, type CompressedServer } from './compressed-server.ts';
import { count, median, progress, table } from './report.ts';
import { buildSites, type Site } from './sites.ts';
import { launchBrowser, LINK_TEXT, openAndSettle, withReader } from './slow-link.ts';
import { measureLoad, measureNavigation, measureSearch, type Load, type Search } from './visits.ts';

/** One meaning, and two. */
const PAGES = ['/codes/7014', '/codes/0'];
const NUMBER = '7014';
/** A word, and the code whose page it must lead to. */
const WORD = { query: 'clock', code: '7003' };
/** A word that only the text of a page has, beyond what search has at hand. */
const TEXT = { query: 'ntpq', code: '7003' };
/** A link in the text of the first page. */
const NEXT_LINK = 'main a[href*="/codes/7001"]';

/**
 * Page loads of one run, for each page and site. The first paint falls before or after a large step of
 * the parser by chance, a quarter of a second apart: it needs more samples than the rest.
 */
const LOADS = 5;

/** What readers are promised. */
const BUDGET = {
  firstResponseGzip: 14_600,
  bytes: 20 * 1024,
  requests: 4,
  firstPaintRatio: 1.1,
  largestPaintRatio: 1.25,
  numberMs: 50,
  wordMs: 250,
  wordBytes: 60 * 1024,
};

type ServedSite = Site & { readonly server: CompressedServer };
type Samples = {
  readonly loads: Map<string, Load[]>;
  readonly number: Search[];
  readonly word: Search[];
  readonly text: Search[];
};
type Measured = { readonly site: ServedSite; readonly samples: Samples };
type Navigation = { readonly cold: number[]; readonly hovered: number[] };

/** All tables as Markdown. */
export async function benchLoad(runs: number): Promise<string> {
  const sites = await Promise.all(
    (await buildSites()).map(async (site) => ({
      ...site,
      server: await serveCompressed(site.folder),
    })),
  );
  const browser = await launchBrowser();
  try {
    const measured = sites.map((site) => ({ site, samples: noSamples() }));
    const ours = measured.at(-1)?.site;
    const navigation: Navigation = { cold: [], hovered: [] };
    progress('Warming up');
    // Fills the servers' caches of compressed files.
    for (const { site } of measured) {
      await load(browser, site, noSamples());
      await search(browser, site, noSamples());
    }
    for (let run = 1; run <= runs; run += 1) {
      progress(`Run ${run} of ${runs}`);
      // Each is first at times: what a round begins with finds the machine as the last one left it.
      for (let round = 0; round < LOADS; round += 1)
        for (const { site, samples } of turned(measured, run + round))
          await load(browser, site, samples);
      for (const { site, samples } of turned(measured, run)) await search(browser, site, samples);
      if (ours) await navigate(browser, ours, navigation);
    }
    return [
      '## Page load and search',
      `${LINK_TEXT}; Brotli over HTTP/1.1, cache empty, service workers blocked; Chromium ${browser.version()}; medians of ${runs} interleaved runs with ${LOADS} loads of each page. The text of all code pages is the same; VitePress is given the list of pages at the side that Starlight has by default.`,
      ...PAGES.flatMap((path) => [`### \`${path}\``, loadTable(measured, path)]),
      '### Search, on a page just loaded',
      searchTable(measured),
      '### From one code to the next',
      navigationTable(navigation),
    ].join('\n\n');
  } finally {
    await browser.close();
    for (const { server } of sites) server.close();
  }
}

const noSamples = (): Samples => ({
  loads: new Map(PAGES.map((path) => [path, []])),
  number: [],
  word: [],
  text: [],
});

const turned = <T>(list: readonly T[], by: number): T[] => {
  const turn = by % list.length;
  return [...list.slice(turn), ...list.slice(0, turn)];
};

async function load(browser: Browser, { server }: ServedSite, { loads }: Samples) {
  for (const [path, into] of loads)
    await withReader(browser, async (page) => {
      into.push(await measureLoad(page, server, path));
    });
}

async function search(browser: Browser, site: ServedSite, { number, word, text }: Samples) {
  const { server, search: controls } = site;
  if (controls === null) return;
  for (const [into, query, wanted] of [
    [number, NUMBER, NUMBER],
    [word, WORD.query, WORD.code],
    [text, TEXT.query, TEXT.code],
  ] as const)
    await withReader(browser, async (page) => {
      await openAndSettle(page, `${server.origin}${PAGES[0]}`);
      into.push(await measureSearch(page, server, controls, query, wanted));
    });
}

async function navigate(browser: Browser, { server }: ServedSite, { cold, hovered }: Navigation) {
  const from = `${server.origin}${PAGES[0]}`;
  const follow = (hover: boolean) =>
    withReader(browser, (page) => measureNavigation(page, from, NEXT_LINK, { hover }));
  cold.push(await follow(false));
  hovered.push(await follow(true));
}

function loadTable(measured: readonly Measured[], path: string): string {
  const of = (loads: readonly Load[] | undefined, what: keyof Load) =>
    median((loads ?? []).map((load) => load[what]));
  const [bare] = measured;
  const withRatio = (loads: readonly Load[] | undefined, what: keyof Load) =>
    `${count(of(loads, what))} (${count(of(loads, what) / of(bare?.samples.loads.get(path), what), 2)} ×)`;
  const rows = measured.map(({ site: { name, server }, samples }) => {
    const own = samples.loads.get(path);
    return [
      name,
      count(gzipSync(readFileSync(server.fileOf(path)), { level: 9 }).length),
      count(of(own, 'firstResponseBytes')),
      count(of(own, 'bytes')),
      count(of(own, 'requests')),
      withRatio(own, 'firstPaintMs'),
      withRatio(own, 'largestPaintMs'),
      count(of(own, 'layoutShift'), 4),
    ];
  });
  return table(
    [
      'Site',
      'First response, gzip -9',
      'on the wire',
      'Bytes until load + 2 s',
      'Requests',
      'First paint, ms',
      'Largest paint, ms',
      'Layout shift',
    ],
    [
      ...rows,
      [
        'Budget',
        `≤ ${count(BUDGET.firstResponseGzip)}`,
        '',
        `≤ ${count(BUDGET.bytes)}`,
        `≤ ${BUDGET.requests}`,
        `≤ ${BUDGET.firstPaintRatio} ×`,
        `≤ ${BUDGET.largestPaintRatio} ×`,
        '0',
      ],
    ],
  );
}

function searchTable(measured: readonly Measured[]): string {
  const of = (searches: readonly Search[], what: keyof Search) =>
    count(median(searches.map((search) => search[what])));
  return table(
    [
      'Site',
      `\`${NUMBER}\` → its page offered, ms`,
      'Requests since the last key',
      'Bytes since search was opened',
      `\`${WORD.query}\` → ${WORD.code} offered, ms`,
      'Requests since the last key',
      'Bytes since search was opened',
      `\`${TEXT.query}\` → ${TEXT.code} by full text, ms`,
      'Requests since the last key',
      'Bytes since search was opened',
    ],
    [
      ...measured
        .filter(({ site }) => site.search !== null)
        .map(({ site: { name }, samples: { number, word, text } }) => [
          name,
          of(number, 'ms'),
          of(number, 'requests'),
          of(number, 'bytes'),
          of(word, 'ms'),
          of(word, 'requests'),
          of(word, 'bytes'),
          of(text, 'ms'),
          of(text, 'requests'),
          of(text, 'bytes'),
        ]),
      [
        'Budget',
        `≤ ${BUDGET.numberMs}`,
        '0',
        '',
        `≤ ${BUDGET.wordMs}`,
        '',
        `≤ ${count(BUDGET.wordBytes)}`,
      ],
    ],
  );
}

const navigationTable = ({ cold, hovered }: Navigation): string =>
  table(
    ['This site: click on a related code', 'First paint of its page after the click, ms'],
    [
      ['at once', count(median(cold))],
      ['after 300 ms with the pointer on it', count(median(hovered))],
    ],
  );
