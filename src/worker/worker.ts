import { cacheNames, clientsClaim, setCacheNameDetails, type WorkboxPlugin } from 'workbox-core';
import { precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { copyDecoration, takeOverCopies, type BuiltFile } from './copies.ts';

/* Lets the game run without its server. The files that the page needs to start are cached together, one version at a
   time. Images and fonts are cached if the server has them. Files that a trainer may change (levels, a logo) come
   from the server whenever it responds. */

/** tools/offline.ts inserts these lists. A file without a revision has a name that changes with its content. */
declare const NEEDED_FILES: BuiltFile[];
declare const DECORATION: readonly BuiltFile[];

interface ExtendableEvent extends Event {
  waitUntil(promise: Promise<unknown>): void;
}

/** The part of a worker's global scope that is used here, as the types of a page and of a worker conflict. */
declare const self: {
  readonly registration: { readonly scope: string };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void;
};

/** After this many seconds without a response from the server, a copy is used. */
const PATIENCE_S = 4;

/**
 * All workers of an origin share its caches, so the names contain the folder of the page, as in `progress/scope.ts`.
 */
const { scope } = self.registration;
const LEVELS = `blind-copy-levels-${scope}`;
const FONTS = `blind-copy-fonts-${scope}`;
const PICTURES = `blind-copy-decoration-${scope}`;

setCacheNameDetails({ prefix: 'blind-copy' });
// Session links open the same page, whatever their parameters.
precacheAndRoute(NEEDED_FILES, { ignoreURLParametersMatching: [/./] });

/**
 * After erasing, the worker still serves pages that are open, but must not cache anything: its precache is gone by
 * then.
 */
const unlessErased: WorkboxPlugin = {
  cacheWillUpdate: async ({ response }) =>
    response.status === 200 && (await caches.has(cacheNames.precache)) ? response : null,
};

const decoration = new Set(DECORATION.map(({ url }) => new URL(url, scope).href));
const isHere = ({ url }: { readonly url: URL }) => url.href.startsWith(scope);

registerRoute(({ url }) => decoration.has(url.href), new CacheFirst({ cacheName: PICTURES, plugins: [unlessErased] }));
// Fonts of other scripts are cached once someone has needed them.
registerRoute(
  (request) => isHere(request) && /-[\w-]{8}\.woff2$/.test(request.url.pathname),
  new CacheFirst({ cacheName: FONTS, plugins: [unlessErased] }),
);
registerRoute(
  isHere,
  new NetworkFirst({ cacheName: LEVELS, networkTimeoutSeconds: PATIENCE_S, plugins: [unlessErased] }),
);

self.addEventListener('install', (event) => {
  // A server that does not know an image's file type must not keep the game from being installed.
  event.waitUntil(copyDecoration(PICTURES, DECORATION, scope));
});
self.addEventListener('activate', (event) => {
  event.waitUntil(
    Promise.all([takeOverCopies('blind-copy-levels', LEVELS, scope), takeOverCopies('blind-copy-fonts', FONTS, scope)]),
  );
});

// A new version waits until the player accepts it, so that it never interrupts a level.
self.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void self.skipWaiting();
});
clientsClaim();
