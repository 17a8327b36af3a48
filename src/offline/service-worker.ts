/**
 * Keeps the site for readers without a network. Pages come from the network while it answers, so that
 * nobody reads an old one; the copy answers when it is dead, hangs, or fails.
 */
import {
  isPagePath,
  isUnchanging,
  keptPath,
  notFoundPath,
  pathBelow,
  type Answer,
  type OfflineCopy,
  type Question,
} from '../delivery/offline-copy.ts';

declare const self: ServiceWorkerGlobalScope;
/** Put in by the build. */
declare const OFFLINE_COPY: OfflineCopy;

const copy: OfflineCopy = OFFLINE_COPY;
const PREFIX = `mgs-codes:${copy.root}/:`;
const CURRENT = PREFIX + copy.version;
/** Stands in a cache that holds everything. */
const COMPLETE = `${copy.root}/complete`;
/** A server that has not answered after so many milliseconds hangs. */
const PATIENCE = 4000;
/** So many files are fetched at a time while the copy is made. */
const AT_A_TIME = 4;

/** When the copy was made from which a page was answered, by the id of the page. */
const servedFromCopy = new Map<string, string>();

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
  } else if (isUnchanging(path) || copy.paths.includes(path))
    event.respondWith(fileFor(event.request, path));
});

/** Whoever has the whole site gets the whole next version before it takes the place of the last. */
async function install(): Promise<void> {
  if (await isComplete(await newestFirst())) await keepAll();
  await self.skipWaiting();
}

/** The caches of the one before this version stay for the tabs that are open. */
async function activate(): Promise<void> {
  const [, , ...old] = await newestFirst();
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** This version, then the ones before, latest first. */
async function newestFirst(): Promise<string[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CURRENT);
  return [CURRENT, ...names.reverse()];
}

/** Whether one of the named caches holds everything. */
async function isComplete(names: readonly string[]): Promise<boolean> {
  for (const name of names) if (await (await caches.open(name)).match(COMPLETE)) return true;
  return false;
}

/** @throws Error when a file does not come; what has come stays, and is not fetched again */
async function keepAll(): Promise<void> {
  const cache = await caches.open(CURRENT);
  const waiting = [...copy.paths];
  const work = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (await cache.match(addressOf(path))) continue;
      const response = await fetch(addressOf(path), { cache: 'no-cache' });
      if (!response.ok && path !== notFoundPath) throw new Error(`${path}: ${response.status}`);
      await cache.put(addressOf(path), asOwn(response));
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  await cache.put(COMPLETE, new Response(''));
}

/** The address by which a path is fetched and kept. */
const addressOf = (path: string): string =>
  copy.root + (path === notFoundPath ? `${path}.html` : path);

/** A response that was redirected may not answer a navigation; a copy of it may. */
const asOwn = (response: Response): Response =>
  response.redirected
    ? new Response(response.body, { status: response.status, headers: response.headers })
    : response;

/** From the named caches, which are this version and then the ones before. */
async function fromCopy(path: string, names?: readonly string[]): Promise<Response | undefined> {
  for (const name of names ?? (await newestFirst())) {
    const kept = await (await caches.open(name)).match(addressOf(path));
    if (kept) return kept;
  }
  return undefined;
}

async function keep(path: string, response: Response): Promise<void> {
  await (await caches.open(CURRENT)).put(addressOf(path), response);
}

async function pageFor(event: FetchEvent, path: string): Promise<Response> {
  const kept = keptPath(copy, path);
  const inCopy = kept === null ? undefined : await fromCopy(kept);
  try {
    const response = await fetchSoon(event.request.url, inCopy ? PATIENCE : null);
    if (response.status >= 500 && inCopy) throw new Error(`The server answers ${response.status}.`);
    const own = asOwn(response);
    // An HTTP number answers with its own page; the row's would be overwritten by it.
    if (response.ok && kept !== null && kept === keptPath({ ...copy, rows: [] }, path))
      event.waitUntil(keep(kept, own.clone()));
    return own;
  } catch (error) {
    const answer = inCopy ?? (await notFound());
    if (!answer) throw error;
    servedFromCopy.set(event.resultingClientId, answer.headers.get('date') ?? '');
    return answer;
  }
}

/** Only who has everything can be told that a page does not exist. */
async function notFound(): Promise<Response | undefined> {
  const page = (await isComplete(await newestFirst())) ? await fromCopy(notFoundPath) : undefined;
  return page && new Response(page.body, { status: 404, headers: page.headers });
}

/**
 * A fresh answer. Without `no-cache` a host's `max-age` would show an old page for that long.
 * @param patience in milliseconds, until the answer begins; null waits as long as the browser does
 */
async function fetchSoon(url: string, patience: number | null): Promise<Response> {
  const hangs = new AbortController();
  const timer = patience === null ? undefined : setTimeout(() => hangs.abort(), patience);
  try {
    return await fetch(url, {
      cache: 'no-cache',
      credentials: 'same-origin',
      signal: hangs.signal,
    });
  } finally {
    // What has begun may take its time.
    clearTimeout(timer);
  }
}

/**
 * What a page loads. The copy answers first: it is of one piece, and the next worker brings the next.
 * From the version before come only files whose name tells that they never change.
 */
async function fileFor(request: Request, path: string): Promise<Response> {
  const kept = await fromCopy(path, isUnchanging(path) ? undefined : [CURRENT]);
  if (kept) return kept;
  try {
    const response = await fetch(request);
    if (response.ok) await keep(path, response.clone());
    return response;
  } catch (error) {
    const old = await fromCopy(path);
    if (old) return old;
    throw error;
  }
}

async function answer({ data, source, ports: [port] }: ExtendableMessageEvent): Promise<void> {
  const question = data as Question;
  if (question === 'keep') await keepAll().catch(() => undefined);
  const id = source instanceof Client ? source.id : '';
  const said: Answer = {
    complete: await isComplete([CURRENT]),
    servedFromCopy: servedFromCopy.get(id) ?? null,
  };
  port?.postMessage(said);
}
