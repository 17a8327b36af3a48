/**
 * Keeps the site for readers without a network. Pages come from the network while it answers, so that
 * nobody reads an old one; the copy answers when it is dead, hangs, or fails. Keeping happens beside an
 * answer and never decides it.
 */
import {
  editionOf,
  hashOf,
  isPagePath,
  isUnchanging,
  keptPath,
  notFoundPath,
  otherEditions,
  pathBelow,
  pathsOf,
  type Answer,
  type Obstacle,
  type OfflineCopy,
  type Question,
} from '../delivery/offline-copy.ts';

declare const self: ServiceWorkerGlobalScope;
/** Put in by the build. */
declare const OFFLINE_COPY: OfflineCopy;

const copy: OfflineCopy = OFFLINE_COPY;
const PREFIX = `mgs-codes:${copy.root}/:`;
const CURRENT = PREFIX + copy.version;
const EDITIONS = ['', ...otherEditions];
/** Stored with every kept file: what its bytes must come to. */
const HASH_HEADER = 'x-kept-hash';
/** They describe the transfer, not the file; and a cache refuses what varies with everything. */
const TRANSFER_HEADERS = ['vary', 'content-encoding', 'content-length'];
/** How hosts say that they have no such file: some storage services answer 403. */
const LACKING: readonly number[] = [403, 404, 410];
/** A server that has not answered a reader after so many milliseconds hangs. */
const PATIENCE = 4000;
/** The same for the files of the copy, for which nobody waits, over a slow link. */
const KEEPING_PATIENCE = 30_000;
/** So many files are fetched at a time while the copy is made. */
const AT_A_TIME = 4;

/** When the copy was made from which a page was answered, by the id of the page. */
const servedFromCopy = new Map<string, string>();
/** Whether a page that came from the network could be kept, by the id of the page. */
const pageChecks = new Map<string, Promise<Obstacle | null>>();

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => event.waitUntil(answer(event)));
self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  const path = pathBelow(copy.root, pathname);
  if (method !== 'GET' || origin !== self.location.origin || path === null) return;
  if (mode === 'navigate') {
    if (isPagePath(path)) event.respondWith(pageFor(event, path));
  } else if (isUnchanging(path) || isListed(path)) event.respondWith(fileFor(event, path));
});

/**
 * Whoever has a whole edition gets the whole next version of it before it takes the place of the last.
 * Where that fails, the last one goes on answering without a network.
 */
async function install(): Promise<void> {
  for (const edition of EDITIONS)
    if (await isCompleteIn(await newestFirst(), edition)) await keepAll(edition);
  await self.skipWaiting();
}

/** The version before this one stays for the tabs that are open, and the last whole one for readers. */
async function activate(): Promise<void> {
  const [, previous] = await newestFirst();
  const [answering] = await answeringFirst();
  for (const name of await newestFirst())
    if (name !== CURRENT && name !== previous && name !== answering)
      await caches.delete(name).catch(() => false);
  await self.clients.claim();
}

const isListed = (path: string): boolean => Object.hasOwn(copy.files, path);

/** The address by which a path is fetched and kept. */
const addressOf = (path: string): string =>
  copy.root + (path === notFoundPath ? `${path}.html` : path);

/** What is stored at this address says that a cache holds the whole edition. */
const completeMark = (edition: string): string => `${copy.root}${edition}/complete`;

/** The caches of this version, then of the ones before, latest first. */
async function newestFirst(): Promise<string[]> {
  const names = await caches.keys().catch(() => []);
  const older = names.filter((name) => name.startsWith(PREFIX) && name !== CURRENT);
  return [CURRENT, ...older.reverse()];
}

/** The newest cache that holds a whole edition before all others, so that no half version answers for it. */
async function answeringFirst(): Promise<string[]> {
  const names = await newestFirst();
  for (const name of names)
    for (const edition of EDITIONS)
      if (await isCompleteIn([name], edition))
        return [name, ...names.filter((other) => other !== name)];
  return names;
}

/** Whether one of the named caches holds the whole edition. */
async function isCompleteIn(names: readonly string[], edition: string): Promise<boolean> {
  for (const cacheName of names) if (await stored(cacheName, completeMark(edition))) return true;
  return false;
}

/** What a cache has; nothing also where the browser does not let it be read. */
const stored = (cacheName: string, address: string): Promise<Response | undefined> =>
  caches.match(address, { cacheName }).catch(() => undefined);

/** The first right copy in the named caches. A wrong one of this version is dropped: it is no longer whole. */
async function fromCopy(path: string, names: readonly string[]): Promise<Response | undefined> {
  for (const name of names) {
    const kept = await stored(name, addressOf(path));
    if (!kept) continue;
    const expected = name === CURRENT ? copy.files[path] : kept.headers.get(HASH_HEADER);
    if (expected === (await hashOf(await kept.clone().arrayBuffer()))) return kept;
    if (name === CURRENT) await drop(path).catch(() => undefined);
  }
  return undefined;
}

async function drop(path: string): Promise<void> {
  const cache = await caches.open(CURRENT);
  await cache.delete(addressOf(path));
  for (const edition of EDITIONS) await cache.delete(completeMark(edition));
}

/**
 * Keeps an answer that is the listed file: of its type and with its bytes.
 * @returns what is in the way of that; never throws
 */
async function keepIfRight(path: string, response: Response): Promise<Obstacle | null> {
  let bytes: ArrayBuffer;
  try {
    bytes = await response.arrayBuffer();
  } catch {
    return { reason: 'unreachable', address: addressOf(path) };
  }
  const hash = copy.files[path];
  if (hash === undefined || !hasExpectedType(path, response) || (await hashOf(bytes)) !== hash) {
    // Behind a redirect somebody else answers, such as a login.
    const reason = response.redirected ? 'unreachable' : response.ok ? 'changed' : 'missing';
    return { reason, address: addressOf(path) };
  }
  const headers = new Headers(response.headers);
  for (const name of TRANSFER_HEADERS) headers.delete(name);
  headers.set(HASH_HEADER, hash);
  return store(addressOf(path), new Response(bytes, { status: response.status, headers }));
}

/** @returns what is in the way of that; never throws */
async function store(address: string, response: Response): Promise<Obstacle | null> {
  try {
    await (await caches.open(CURRENT)).put(address, response);
    return null;
  } catch {
    return { reason: 'full', address };
  }
}

/** Types that a browser insists on; of anything else only the bytes count. */
function hasExpectedType(path: string, { headers }: Response): boolean {
  const type = headers.get('content-type') ?? '';
  if (isPagePath(path)) return /^text\/html\b/i.test(type);
  if (path.endsWith('.js')) return /^(?:text|application)\/(?:x-)?javascript\b/i.test(type);
  return !path.endsWith('.css') || /^text\/css\b/i.test(type);
}

/** Copies that are being made, by edition: two tabs share one. */
const keeping = new Map<string, Promise<Obstacle | null>>();

/**
 * Keeps what is not kept yet of an edition. What has come stays, and is not fetched again.
 * @returns what is in the way of all of it; never throws
 */
function keepAll(edition: string): Promise<Obstacle | null> {
  const running = keeping.get(edition) ?? keepEach(edition).finally(() => keeping.delete(edition));
  keeping.set(edition, running);
  return running;
}

async function keepEach(edition: string): Promise<Obstacle | null> {
  const waiting = [...pathsOf(copy, edition)];
  const obstacles: Obstacle[] = [];
  const work = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const obstacle = await keepFile(path);
      if (!obstacle) continue;
      obstacles.push(obstacle);
      // A file that the host lacks is no reason to go without the others; anything else meets them all.
      if (obstacle.reason !== 'missing') waiting.length = 0;
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return obstacles[0] ?? store(completeMark(edition), new Response(''));
}

async function keepFile(path: string): Promise<Obstacle | null> {
  if (await fromCopy(path, [CURRENT])) return null;
  try {
    const response = await fetchSoon(addressOf(path), { cache: 'no-cache' }, KEEPING_PATIENCE);
    if (response.ok || path === notFoundPath) return await keepIfRight(path, response);
    const reason = LACKING.includes(response.status) ? 'missing' : 'unreachable';
    return { reason, address: addressOf(path) };
  } catch {
    return { reason: 'unreachable', address: addressOf(path) };
  }
}

async function pageFor(event: FetchEvent, path: string): Promise<Response> {
  const kept = keptPath(copy, path);
  const inCopy =
    kept === null ? await notFound(path) : await fromCopy(kept, await answeringFirst());
  try {
    const response = await freshPage(event.request, inCopy ? PATIENCE : null);
    if (response.status >= 500 && inCopy) throw new Error(`The server answers ${response.status}.`);
    // An HTTP number answers with its own page; the row's would be overwritten by it.
    if (
      response.status === 200 &&
      kept !== null &&
      kept === keptPath({ ...copy, rows: [] }, path)
    ) {
      const check = keepIfRight(kept, response.clone());
      pageChecks.set(event.resultingClientId, check);
      event.waitUntil(check);
    }
    return response;
  } catch (error) {
    if (!inCopy) throw error;
    servedFromCopy.set(event.resultingClientId, inCopy.headers.get('date') ?? '');
    return inCopy;
  }
}

/** Only who has the whole edition can be told that a page does not exist. */
async function notFound(path: string): Promise<Response | undefined> {
  const edition = editionOf(path);
  for (const name of await answeringFirst()) {
    if (!(await isCompleteIn([name], edition))) continue;
    const page = await fromCopy(notFoundPath, [name]);
    if (page) return new Response(page.body, { status: 404, headers: page.headers });
  }
  return undefined;
}

/**
 * A page as its server has it now. Without `no-cache` a host's `max-age` would show an old one for that
 * long. The browser follows redirects itself: to another host, or to a login, this worker cannot.
 */
const freshPage = ({ url, headers }: Request, patience: number | null): Promise<Response> =>
  fetchSoon(
    url,
    {
      cache: 'no-cache',
      credentials: 'same-origin',
      redirect: 'manual',
      // What tells a server that a reader asks, not a script.
      headers: { accept: headers.get('accept') ?? 'text/html' },
    },
    patience,
  );

/** @param patience in milliseconds, until the answer begins; null waits as long as the browser does */
async function fetchSoon(
  request: RequestInfo,
  options: RequestInit,
  patience: number | null,
): Promise<Response> {
  const hangs = new AbortController();
  const timer = patience === null ? undefined : setTimeout(() => hangs.abort(), patience);
  try {
    return await fetch(request, { ...options, signal: hangs.signal });
  } finally {
    // What has begun may take its time.
    clearTimeout(timer);
  }
}

/**
 * What a page loads. The copy answers first: it is of one piece, and the next worker brings the next.
 * Files whose name tells that they never change come from any version; others only from this one, and
 * from the last whole one where the network does not have them.
 */
async function fileFor(event: FetchEvent, path: string): Promise<Response> {
  const names = await answeringFirst();
  const kept = await fromCopy(path, names);
  if (kept && (isUnchanging(path) || isOfThisVersion(path, kept))) return kept;
  try {
    const response = await fetchSoon(event.request, {}, kept ? PATIENCE : null);
    if (!response.ok && kept) return kept;
    if (response.status === 200 && isListed(path))
      event.waitUntil(keepIfRight(path, response.clone()));
    return response;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

const isOfThisVersion = (path: string, kept: Response): boolean =>
  kept.headers.get(HASH_HEADER) === copy.files[path];

async function answer({ data, source, ports: [port] }: ExtendableMessageEvent): Promise<void> {
  if (!(source instanceof Client)) return;
  const question = data as Question;
  const edition = editionOf(pathBelow(copy.root, new URL(source.url).pathname) ?? '');
  const obstacle = await (question === 'keep' ? keepAll(edition) : pageChecks.get(source.id));
  const said: Answer = {
    complete: await isCompleteIn([CURRENT], edition),
    obstacle: obstacle ?? null,
    servedFromCopy: servedFromCopy.get(source.id) ?? null,
  };
  port?.postMessage(said);
}
