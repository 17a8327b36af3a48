/** Keeps the site for readers without a network, and says so where it matters. */
import { dateText } from '../site/labels.ts';
import type { Answer, Question } from '../delivery/offline-copy.ts';
import { href, serviceWorkerPath } from '../site/urls.ts';
import { element } from './dom.ts';

/** What the reader is told. */
const TEXT = {
  kept: 'Kept for offline use.',
  copyOf: (date: string) => `This is the offline copy of ${date}.`,
  copy: 'This is an offline copy.',
  keep: 'Keep for offline use',
  keeping: 'Keeping…',
  changed: 'This host changes the pages, so it keeps no offline copy of them.',
  missing: (address: string) =>
    `This host lacks ${address}, so this version is not kept for offline use.`,
  full: 'This browser has no room for an offline copy.',
  unreachable: 'It could not all be fetched. Reload the page to try again.',
};

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
        place.append(await textOf(answer, registration, worker));
      if (state.servedFromCopy !== null) place.append(copyNote(state.servedFromCopy));
      else if (state.obstacle?.reason === 'changed') await say(state);
      else if (state.complete) place.append(TEXT.kept);
      else if (savesData()) place.append(keepButton(place, registration, worker));
      else
        whenIdle(async () => {
          const kept = await ask(worker, 'keep');
          // Nobody asked for it: what comes by itself next time is not worth a word.
          if (kept.obstacle?.reason !== 'unreachable') await say(kept);
        });
    })
    .catch(() => undefined);
}

/** What became of the copy; empty where that is not known, or a next version is on its way. */
async function textOf(
  { obstacle }: Answer,
  registration: ServiceWorkerRegistration,
  asked: ServiceWorker,
): Promise<string> {
  if (!obstacle) return TEXT.kept;
  if (obstacle.reason === 'missing') return TEXT.missing(obstacle.address);
  if (obstacle.reason !== 'changed') return TEXT[obstacle.reason];
  return (await isNewest(registration, asked)) ? TEXT.changed : '';
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

function copyNote(date: string): string {
  const day = Number.isNaN(Date.parse(date)) ? '' : new Date(date).toISOString().slice(0, 10);
  return day === '' ? TEXT.copy : TEXT.copyOf(dateText(day));
}

/** For readers whose browser saves data: nothing is fetched that they do not ask for. */
function keepButton(
  place: HTMLElement,
  registration: ServiceWorkerRegistration,
  worker: ServiceWorker,
): HTMLElement {
  const button = element('button', { type: 'button' }, TEXT.keep);
  button.addEventListener('click', async () => {
    button.disabled = true;
    place.append(` ${TEXT.keeping}`);
    const text = await textOf(await ask(worker, 'keep'), registration, worker);
    place.replaceChildren(text || TEXT.unreachable);
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
