/** The sites that are compared: ours, and others built from the same text. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { runBuild, type BuildCost } from './build-process.ts';
import { progress } from './report.ts';

/** How a reader gets from a page to an answer: CSS selectors of the site's own search. */
export type SearchControls = {
  readonly open: string;
  readonly input: string;
  /** The offered link to the page of a code. */
  readonly link: (code: string) => string;
};

export type Site = {
  readonly name: string;
  readonly folder: string;
  /** Null where there is no search. */
  readonly search: SearchControls | null;
};

type Peer = {
  readonly name: string;
  /** Below `tests/bench/peers`: its package.json and settings. */
  readonly recipe: string;
  /** Where its pages lie as Markdown. */
  readonly pages: string;
  readonly page: (markdown: string) => string;
  readonly search: SearchControls | null;
};

/** Where the built site believes to stand. */
export const ADDRESS = 'https://mgs-codes.example';
const PROJECT = join(import.meta.dirname, '../..');
/** Outside the project: tools treat files below a `node_modules` as packages. Kept, for installing is slow. */
const WORKSHOP = join(tmpdir(), 'mgs-codes-bench');

const STARLIGHT: Peer = {
  name: 'Starlight, defaults',
  recipe: 'starlight',
  pages: 'src/content/docs/codes',
  page: titleAsFrontMatter,
  search: {
    open: 'site-search button[data-open-modal]',
    input: '.pagefind-ui__search-input',
    link: (code) => `.pagefind-ui__result-link[href*="/codes/${code}/"]`,
  },
};

const PEERS: readonly Peer[] = [
  {
    name: 'Bare HTML',
    recipe: 'bare',
    pages: 'codes',
    page: (markdown) => markdown,
    search: null,
  },
  STARLIGHT,
  {
    name: 'VitePress, local search',
    recipe: 'vitepress',
    pages: 'codes',
    page: (markdown) => markdown,
    search: {
      open: '#local-search button',
      input: '.VPLocalSearchBox .search-input',
      link: (code) => `.VPLocalSearchBox a.result[href*="/codes/${code}"]`,
    },
  },
];

/** Search on this site. */
export const OUR_SEARCH: SearchControls = {
  open: 'button[data-open]:enabled',
  input: '[role=combobox]',
  link: (code) => `[role=option]:is([href*="/codes/${code}"], :has([href*="/codes/${code}"]))`,
};

/** Builds ours and all others; answers them in the order of the tables, the bare pages first. */
export async function buildSites(): Promise<Site[]> {
  const ours = join(WORKSHOP, 'ours');
  progress('Building this site');
  await runBuild('astro', ['build', '--outDir', ours], { cwd: PROJECT, env: { SITE: ADDRESS } });
  const texts = textsOf(ours);
  const peers: Site[] = [];
  for (const peer of PEERS) {
    progress(`Building ${texts.length} pages with ${peer.name}`);
    const { folder } = await buildPeer(peer, texts);
    peers.push({ name: peer.name, folder, search: peer.search });
  }
  return [...peers, { name: 'This site', folder: ours, search: OUR_SEARCH }];
}

/** A page as Markdown. */
type Text = { readonly file: string; readonly text: string };

/** The texts of all code pages of our build. */
const textsOf = (ours: string): Text[] =>
  readdirSync(join(ours, 'codes'))
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => ({
      file,
      text: withLocalLinks(readFileSync(join(ours, 'codes', file), 'utf8')),
    }));

/**
 * Builds as many pages as ours has with Starlight's defaults, from the texts of our code pages. The few
 * pages of ours that are no code pages are made up for by texts that are there already.
 * @param ours the folder of our build
 */
export async function buildWithStarlight(ours: string, pages: number): Promise<BuildCost> {
  const texts = textsOf(ours);
  const again = texts.slice(0, Math.max(0, pages - texts.length));
  const all = [...texts, ...again.map(({ file, text }) => ({ file: `again-${file}`, text }))];
  const { cost } = await buildPeer(STARLIGHT, all);
  return cost;
}

async function buildPeer(
  { recipe, pages, page }: Peer,
  texts: readonly Text[],
): Promise<{ readonly folder: string; readonly cost: BuildCost }> {
  const folder = join(WORKSHOP, recipe);
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder))
    if (old !== 'node_modules' && old !== INSTALLED) rmSync(join(folder, old), { recursive: true });
  cpSync(join(import.meta.dirname, 'peers', recipe), folder, { recursive: true });
  install(folder);
  for (const cache of CACHES) rmSync(join(folder, cache), { recursive: true, force: true });
  for (const { file, text } of texts) {
    const path = join(folder, pages, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, page(text));
  }
  const cost = await runBuild('npm', ['run', 'build'], { cwd: folder });
  return { folder: join(folder, 'dist'), cost };
}

/** What a build would find of the build before it. */
const CACHES = ['node_modules/.astro', 'node_modules/.vite'];

/** A copy of the package.json that the installed packages belong to. */
const INSTALLED = 'installed.json';

function install(folder: string): void {
  const wanted = readFileSync(join(folder, 'package.json'), 'utf8');
  const stamp = join(folder, INSTALLED);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  progress(`Installing the packages of ${basename(folder)}`);
  rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
  const { status } = spawnSync(
    'npm install --ignore-scripts --no-package-lock --no-audit --no-fund',
    { cwd: folder, shell: true, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (status !== 0) throw new Error(`The packages in ${folder} could not be installed.`);
  writeFileSync(stamp, wanted);
}

/** The Markdown of our build names the whole address; a page of another site links within itself. */
const withLocalLinks = (markdown: string): string => markdown.replaceAll(`(${ADDRESS}/`, '(/');

/** Starlight wants the title as front matter and prints it itself. */
function titleAsFrontMatter(markdown: string): string {
  const end = markdown.indexOf('\n');
  const title = markdown.slice('# '.length, end);
  return `---\ntitle: ${JSON.stringify(title)}\n---\n${markdown.slice(end)}`;
}
