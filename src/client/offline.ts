/** Keeps the site for readers without a network, and says so where it matters. */
import type { Answer, Question } from '../delivery/offline-copy.ts';
import { href, serviceWorkerPath } from '../site/urls.ts';
import type { OfflineWords } from '../words/en/offline.ts';
import { element } from './dom.ts';
import { loadOfflineWords } from './words.ts';

/** @param place where the page says what it keeps */
export function mountOffline(place: HTMLElement): void {
  // Browsers offer it to https and to this machine only.
  if (!('serviceWorker' in navigator)) return;
  // Whoever reads for the first time waits for nothing of this.
  const startLater = () => setTimeout(() => start(place));
  if (document.readyState === 'complete') startLater();
  else addEventListener('load', startLater);
}

function start(place: HTMLElement): void {
  const { serviceWorker } = navigator;
  // A browser that forbids it shows the site all the same.
  serviceWorker
    .register(href(serviceWorkerPath), { scope: href('/'), updateViaCache: 'none' })
    .catch(() => undefined);
  // Not after the registration: with a server that hangs, that does not end.
  serviceWorker.ready
    .then(async (registration) => {
      const worker = registration.active;
      if (!worker) return;
      const state = await ask(worker, 'state');
      const say = async (answer: Answer) =>
        place.append(await textOf(await loadOfflineWords(), answer, registration, worker));
      if (state.servedFromCopy !== null)
        place.append(copyNote(await loadOfflineWords(), state.servedFromCopy));
      else if (state.complete || state.obstacle?.reason === 'changed') await say(state);
      else if (savesData())
        place.append(keepButton(await loadOfflineWords(), place, registration, worker));
      else
        whenIdle(() =>
          ask(worker, 'keep')
            // Nobody asked for it: what comes by itself next time is not worth a word.
            .then((kept) => (kept.obstacle?.reason === 'unreachable' ? undefined : say(kept)))
            .catch(() => undefined),
        );
    })
    // Without its words the line stays as it came with the page.
    .catch(() => undefined);
}

/** What became of the copy; empty where that is not known, or a next version is on its way. */
async function textOf(
  words: OfflineWords,
  { obstacle }: Answer,
  registration: ServiceWorkerRegistration,
  asked: ServiceWorker,
): Promise<string> {
  if (!obstacle) return words.kept;
  if (obstacle.reason === 'missing') return words.missing(obstacle.address);
  if (obstacle.reason !== 'changed') return words[obstacle.reason];
  return (await isNewest(registration, asked)) ? words.changed : '';
}

/** Asks for a new version. False also where there is no telling: behind a log-in, say. */
async function isNewest(
  registration: ServiceWorkerRegistration,
  worker: ServiceWorker,
): Promise<boolean> {
  try {
    await registration.update();
  } catch {
    return false;
  }
  return !registration.installing && !registration.waiting && registration.active === worker;
}

function ask(worker: ServiceWorker, question: Question): Promise<Answer> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
    worker.postMessage(question, [port2]);
  });
}

function copyNote(words: OfflineWords, date: string): string {
  const day = Number.isNaN(Date.parse(date)) ? '' : new Date(date).toISOString().slice(0, 10);
  return day === '' ? words.copy : words.copyOf(day);
}

/** For readers whose browser saves data: nothing is fetched that they do not ask for. */
function keepButton(
  words: OfflineWords,
  place: HTMLElement,
  registration: ServiceWorkerRegistration,
  worker: ServiceWorker,
): HTMLElement {
  const button = element('button', { type: 'button' }, words.keep);
  button.addEventListener('click', async () => {
    button.disabled = true;
    place.append(` ${words.keeping}`);
    const text = await textOf(words, await ask(worker, 'keep'), registration, worker);
    place.replaceChildren(text || words.unreachable);
  });
  return button;
}

/** Not yet in the type library. @see https://wicg.github.io/netinfo/ */
type Connection = { readonly saveData?: boolean; readonly effectiveType?: string };

function savesData(): boolean {
  const { connection } = navigator as { connection?: Connection };
  return connection?.saveData === true || /2g$/.test(connection?.effectiveType ?? '');
}

/** Safari has no `requestIdleCallback`; there the copy waits so many milliseconds. */
const LATER = 3000;

function whenIdle(run: () => unknown): void {
  if ('requestIdleCallback' in window) requestIdleCallback(run);
  else setTimeout(run, LATER);
}
