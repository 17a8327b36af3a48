/**
 * Takes back what the service worker did, for a host that wants no offline copies any more: put in the
 * place of the service worker, it deletes every copy in the browsers of all readers and goes.
 */
declare const self: ServiceWorkerGlobalScope;
/** Put in by the build. */
declare const OFFLINE_ROOT: string;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(leave()));

async function leave(): Promise<void> {
  const names = await caches.keys();
  const ours = names.filter((name) => name.startsWith(`mgs-codes:${OFFLINE_ROOT}/:`));
  await Promise.all(ours.map((name) => caches.delete(name)));
  await self.registration.unregister();
}

// A module, so that its `self` is its own.
export {};
