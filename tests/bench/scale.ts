/** What a build costs as the codes grow in number, and what a reader then downloads. */
import { globSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readContent } from '../../src/pipeline/read-content.ts';
import { createCatalogue } from '../../src/domain/codes/catalogue.ts';
import { createResolverIndex } from '../../src/domain/codes/resolver-index.ts';
import { readWordIndex } from '../../src/pipeline/resolver-index-module.ts';
import { copyProject } from '../project-copy.ts';
import { runBuild, type BuildCost } from './build-process.ts';
import { serveCompressed } from './compressed-server.ts';
import { count, progress, table } from './report.ts';
import { ADDRESS, buildWithStarlight, OUR_SEARCH } from './sites.ts';
import { launchBrowser, withReader } from './slow-link.ts';
import { addSyntheticCodes } from './synthetic-codes.ts';
import { measureLoad, measureSearch } from './visits.ts';

/** The cost of a page at the largest size, in costs of a page at the size before it. */
const GROWTH_BUDGET = 1.3;
/** Our build in builds with Starlight's defaults, of the same texts and number of pages. */
const PEER_BUDGET = 2;
const MEMORY_BUDGET = 3 * 1024;
const PAGE = '/codes/7014';

type Scaled = {
  readonly meanings: number;
  readonly pages: number;
  readonly cost: BuildCost;
  readonly peer: BuildCost;
  readonly downloads: Downloads;
};

/** Bytes: on the wire where a reader loads them, else as said. */
type Downloads = {
  readonly codePage: number;
  readonly numberSearch: number;
  readonly wordSearch: number;
  readonly textSearch: number;
  readonly resolverIndexGzip: number;
  readonly wordIndexGzip: number;
  readonly fullTextIndexOnDisk: number;
  readonly listPage: number;
};

/** Builds the project with so many meanings, one size after the other; answers the tables as Markdown. */
export async function benchScale(sizes: readonly number[]): Promise<string> {
  const results: Scaled[] = [];
  for (const size of sizes) results.push(await buildWith(size));
  return [
    '## Scale',
    'Builds of this project with invented codes beside the real ones. Memory is the most that the build and its children held at one time.',
    costTable(results),
    "### Beside Starlight's defaults",
    'The same texts, as many pages, no caches, one build after the other.',
    peerTable(results),
    '### Growth',
    growthTable(results),
    '### What a reader downloads',
    downloadTable(results),
  ].join('\n\n');
}

async function buildWith(size: number): Promise<Scaled> {
  const root = copyProject(`scale-${size}`);
  try {
    addSyntheticCodes(root, size - readContent(root).content.meanings.length);
    progress(`Building with ${count(size)} meanings`);
    const cost = await runBuild('astro', ['build'], {
      cwd: root,
      env: { SITE: ADDRESS },
    });
    progress(`Built in ${count(cost.seconds, 1)} s`);
    const dist = join(root, 'dist');
    const pages = globSync('**/index.html', { cwd: dist }).length;
    progress(`Building ${count(pages)} pages of the same texts with Starlight's defaults`);
    const peer = await buildWithStarlight(dist, pages);
    progress(`Built in ${count(peer.seconds, 1)} s`);
    return {
      meanings: size,
      pages,
      cost,
      peer,
      downloads: await downloadsOf(root, dist),
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function downloadsOf(root: string, dist: string): Promise<Downloads> {
  const server = await serveCompressed(dist);
  const browser = await launchBrowser();
  const fast = { slow: false };
  try {
    const first = await withReader(
      browser,
      async (page) => {
        const load = await measureLoad(page, server, PAGE);
        const number = await measureSearch(page, server, OUR_SEARCH, '7014', '7014');
        return { load, number };
      },
      fast,
    );
    const word = await withReader(
      browser,
      async (page) => {
        await measureLoad(page, server, PAGE);
        return await measureSearch(page, server, OUR_SEARCH, 'clock', '7003');
      },
      fast,
    );
    const text = await withReader(
      browser,
      async (page) => {
        await measureLoad(page, server, PAGE);
        return await measureSearch(page, server, OUR_SEARCH, 'ntpq', '7003');
      },
      fast,
    );
    const list = await withReader(browser, (page) => measureLoad(page, server, '/codes'), fast);
    const index = createResolverIndex(createCatalogue(readContent(root).content));
    return {
      codePage: first.load.bytes,
      numberSearch: first.number.bytes,
      wordSearch: word.bytes,
      textSearch: text.bytes,
      resolverIndexGzip: gzipSync(JSON.stringify(index), { level: 9 }).length,
      wordIndexGzip: gzipSync(JSON.stringify(readWordIndex(root, 'en')), { level: 9 }).length,
      fullTextIndexOnDisk: sizeOf(join(dist, 'pagefind')),
      listPage: list.firstResponseBytes,
    };
  } finally {
    await browser.close();
    server.close();
  }
}

const sizeOf = (folder: string): number =>
  globSync('**/*', { cwd: folder })
    .map((file) => statSync(join(folder, file)))
    .filter((file) => file.isFile())
    .reduce((sum, { size }) => sum + size, 0);

/** What one build costs in each unit that is measured; NaN where it is not. */
const COSTS: readonly { name: string; unit: string; of: (cost: BuildCost) => number }[] = [
  { name: 'Time', unit: 'ms', of: ({ seconds }) => seconds * 1000 },
  { name: 'Processor time', unit: 'ms', of: ({ usage }) => (usage?.cpuSeconds ?? NaN) * 1000 },
  { name: 'Peak memory', unit: 'MB', of: ({ usage }) => usage?.peakMegabytes ?? NaN },
];

const measured = (value: number, digits: number): string =>
  Number.isNaN(value) ? 'not measured' : count(value, digits);

const costTable = (results: readonly Scaled[]): string =>
  table(
    [
      'Meanings',
      'Pages',
      ...COSTS.flatMap(({ name, unit }) => [`${name}, ${unit}`, `${unit} a page`]),
    ],
    results.map(({ meanings, pages, cost }) => [
      count(meanings),
      count(pages),
      ...COSTS.flatMap(({ of }) => [measured(of(cost), 0), measured(of(cost) / pages, 2)]),
    ]),
  );

const peerTable = (results: readonly Scaled[]): string =>
  table(
    ['Meanings', ...COSTS.map(({ name, unit }) => `${name}, ${unit}`)],
    results
      .flatMap(({ meanings, pages, cost, peer }) => {
        const row = (site: string, build: BuildCost) => [
          `${count(meanings)}: ${site}`,
          ...COSTS.map(({ of, unit }) =>
            unit === 'ms'
              ? `${measured(of(build) / pages, 2)} a page (${measured(of(build) / of(peer), 2)} ×)`
              : measured(of(build), 0),
          ),
        ];
        return [row('Starlight, defaults', peer), row('this site', cost)];
      })
      .concat([
        ['Budget', `≤ ${PEER_BUDGET} ×`, `≤ ${PEER_BUDGET} ×`, `≤ ${count(MEMORY_BUDGET)}`],
      ]),
  );

/** How the cost of a page grows between the two largest sizes: on average, and for a page more. */
function growthTable(results: readonly Scaled[]): string {
  const [before, smaller, larger] = results.slice(-3);
  if (!before || !smaller || !larger) return '';
  return table(
    [
      `From ${count(smaller.meanings)} to ${count(larger.meanings)} meanings`,
      'Growth a page',
      'Budget',
      `A page more, below ${count(smaller.meanings)}`,
      'A page more, above',
    ],
    COSTS.map(({ name, unit, of }) => {
      const perPage = ({ cost, pages }: Scaled) => of(cost) / pages;
      const marginal = (from: Scaled, to: Scaled) =>
        `${measured((of(to.cost) - of(from.cost)) / (to.pages - from.pages), 2)} ${unit}`;
      return [
        name,
        `${measured(perPage(larger) / perPage(smaller), 2)} ×`,
        `≤ ${GROWTH_BUDGET} ×`,
        marginal(before, smaller),
        marginal(smaller, larger),
      ];
    }),
  );
}

const downloadTable = (results: readonly Scaled[]): string =>
  table(
    [
      'Meanings',
      'Code page, cold',
      'First search, a number',
      'First search, a word',
      'First search, by full text',
      'Resolver index, gzip -9',
      'Word index, gzip -9',
      'Page `/codes`',
      'Full-text index on the host',
    ],
    results.map(({ meanings, downloads }) => [
      count(meanings),
      count(downloads.codePage),
      count(downloads.numberSearch),
      count(downloads.wordSearch),
      count(downloads.textSearch),
      count(downloads.resolverIndexGzip),
      count(downloads.wordIndexGzip),
      count(downloads.listPage),
      count(downloads.fullTextIndexOnDisk),
    ]),
  );
