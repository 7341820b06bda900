import { cacheNames, clientsClaim, setCacheNameDetails, type WorkboxPlugin } from 'workbox-core';
import { precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';

/*
 * Lets the game go on without its server. The files of the build are kept whole, one version at a time; what a trainer
 * may change beside them (levels, a logo) comes from the server as long as that answers.
 */

/** The files of the build, written here by tools/offline.ts; without a revision, a file's name changes with it. */
declare const BUILT_FILES: { readonly url: string; readonly revision: string | null }[];

/** The part of a worker's global scope that is used here; the types of a page and of a worker do not go together. */
declare const self: {
  readonly registration: { readonly scope: string };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
};

/** Longer than this nobody waits for a server that does not answer, when there is a copy. */
const PATIENCE_S = 4;

setCacheNameDetails({ prefix: 'blind-copy' });
// A session link is the same page, whatever it asks for.
precacheAndRoute(BUILT_FILES, { ignoreURLParametersMatching: [/./] });

/**
 * A worker that was erased goes on answering for the pages that are open. It keeps nothing anew: its own files are gone by then.
 */
const unlessErased: WorkboxPlugin = {
  cacheWillUpdate: async ({ response }) =>
    response.status === 200 && (await caches.has(cacheNames.precache)) ? response : null,
};

const isHere = ({ url }: { readonly url: URL }) => url.href.startsWith(self.registration.scope);

// Fonts of a script that not everybody reads are kept once they were wanted.
registerRoute(
  (request) => isHere(request) && /-[\w-]{8}\.woff2$/.test(request.url.pathname),
  new CacheFirst({ cacheName: 'blind-copy-fonts', plugins: [unlessErased] }),
);
registerRoute(
  isHere,
  new NetworkFirst({ cacheName: 'blind-copy-levels', networkTimeoutSeconds: PATIENCE_S, plugins: [unlessErased] }),
);

// A new version waits until a player takes it: it never comes into the middle of a level.
self.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void self.skipWaiting();
});
clientsClaim();
