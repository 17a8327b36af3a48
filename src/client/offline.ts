/** Keeps the site for readers without a network, and says so where it matters. */
import type { Answer, Question } from '../delivery/offline-copy.ts';
import { href, serviceWorkerPath } from '../site/urls.ts';
import { element } from './dom.ts';

const dateText = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

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
    .then(async ({ active }) => {
      if (!active) return;
      const { complete, servedFromCopy } = await ask(active, 'state');
      if (servedFromCopy !== null) place.append(copyNote(servedFromCopy));
      else if (complete) place.append('Kept for offline use.');
      else if (savesData()) place.append(keepButton(place, active));
      else whenIdle(() => void ask(active, 'keep'));
    })
    .catch(() => undefined);
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
  return day === '' ? 'This is an offline copy.' : `This is the offline copy of ${dateText(day)}.`;
}

/** For readers whose browser saves data: nothing is fetched that they do not ask for. */
function keepButton(place: HTMLElement, worker: ServiceWorker): HTMLElement {
  const button = element('button', { type: 'button' }, 'Keep for offline use');
  button.addEventListener('click', () => {
    button.disabled = true;
    place.append(' Keeping…');
    void ask(worker, 'keep').then(({ complete }) =>
      place.replaceChildren(
        complete
          ? 'Kept for offline use.'
          : 'It could not all be fetched. Reload the page to try again.',
      ),
    );
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

function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(run);
  else setTimeout(run, LATER);
}
