import { cacheNames, clientsClaim, setCacheNameDetails, type WorkboxPlugin } from 'workbox-core';
import { precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { copyDecoration, takeOverCopies, type BuiltFile } from './copies.ts';

/*
 * Lets the game go on without its server. The files that the page cannot start without are kept whole, one version at a
 * time; pictures and fonts are kept as far as the server has them. What a trainer may change beside them (levels, a logo)
 * comes from the server while that responds.
 */

/** Written here by tools/offline.ts; without a revision, a file's name changes with its content. */
declare const NEEDED_FILES: BuiltFile[];
declare const DECORATION: readonly BuiltFile[];

interface ExtendableEvent extends Event {
  waitUntil(promise: Promise<unknown>): void;
}

/** The part of a worker's global scope that is used here; the types of a page and of a worker do not go together. */
declare const self: {
  readonly registration: { readonly scope: string };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void;
};

/** After this time without a response from the server, a copy is used. */
const PATIENCE_S = 4;

/** All workers of an origin share its caches, so the names carry the folder of the page, as in `progress/scope.ts`. */
const { scope } = self.registration;
const LEVELS = `blind-copy-levels-${scope}`;
const FONTS = `blind-copy-fonts-${scope}`;
const PICTURES = `blind-copy-decoration-${scope}`;

setCacheNameDetails({ prefix: 'blind-copy' });
// A session link is the same page, no matter what it asks for.
precacheAndRoute(NEEDED_FILES, { ignoreURLParametersMatching: [/./] });

/** A worker that was erased still serves the pages that are open. It keeps nothing more: its own files are gone by then. */
const unlessErased: WorkboxPlugin = {
  cacheWillUpdate: async ({ response }) =>
    response.status === 200 && (await caches.has(cacheNames.precache)) ? response : null,
};

const decoration = new Set(DECORATION.map(({ url }) => new URL(url, scope).href));
const isHere = ({ url }: { readonly url: URL }) => url.href.startsWith(scope);

registerRoute(({ url }) => decoration.has(url.href), new CacheFirst({ cacheName: PICTURES, plugins: [unlessErased] }));
// Fonts of a script that not everybody reads are kept once they were wanted.
registerRoute(
  (request) => isHere(request) && /-[\w-]{8}\.woff2$/.test(request.url.pathname),
  new CacheFirst({ cacheName: FONTS, plugins: [unlessErased] }),
);
registerRoute(
  isHere,
  new NetworkFirst({ cacheName: LEVELS, networkTimeoutSeconds: PATIENCE_S, plugins: [unlessErased] }),
);

self.addEventListener('install', (event) => {
  // A server that does not know the ending of a picture must not keep the game from being installed.
  event.waitUntil(copyDecoration(PICTURES, DECORATION, scope));
});
self.addEventListener('activate', (event) => {
  event.waitUntil(
    Promise.all([takeOverCopies('blind-copy-levels', LEVELS, scope), takeOverCopies('blind-copy-fonts', FONTS, scope)]),
  );
});

// A new version waits until a player takes it: it never comes into the middle of a level.
self.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void self.skipWaiting();
});
clientsClaim();
