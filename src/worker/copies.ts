/** A file of the build. */
export interface BuiltFile {
  readonly url: string;
  /** Changes with the file's content; null when its name does. */
  readonly revision: string | null;
}

/** The header that says which revision of the file a copy is. */
const REVISION = 'x-revision';

/**
 * Copies the files that the server has into a cache, and drops copies of files that are no longer part of the build.
 * @param cacheName the cache for them
 * @param files those of the build
 * @param scope the folder of the page, which is the base of their addresses
 */
export async function copyDecoration(cacheName: string, files: readonly BuiltFile[], scope: string): Promise<void> {
  const cache = await caches.open(cacheName);
  const wanted = new Map(files.map((file) => [new URL(file.url, scope).href, file.revision ?? '']));
  const kept = await cache.keys();
  await Promise.all(kept.filter(({ url }) => !wanted.has(url)).map((request) => cache.delete(request)));
  await Promise.allSettled(
    [...wanted].map(async ([url, revision]) => {
      const copy = await cache.match(url);
      if (copy && (copy.headers.get(REVISION) ?? '') === revision) return;
      const response = await fetch(url, { cache: revision === '' ? 'default' : 'no-cache' });
      if (response.status === 200) await cache.put(url, await marked(response, revision));
    }),
  );
}

async function marked(response: Response, revision: string): Promise<Response> {
  const headers = new Headers(response.headers);
  headers.set(REVISION, revision);
  return new Response(await response.blob(), { status: 200, headers });
}

/**
 * Moves a page's copies out of a cache that earlier versions shared with the whole origin.
 * @param earlier the shared cache
 * @param own the page's own cache
 * @param scope the folder of the page; copies outside it belong to other pages and stay
 */
export async function takeOverCopies(earlier: string, own: string, scope: string): Promise<void> {
  if (!(await caches.has(earlier))) return;
  const [from, to] = await Promise.all([caches.open(earlier), caches.open(own)]);
  const requests = (await from.keys()).filter(({ url }) => url.startsWith(scope));
  await Promise.all(
    requests.map(async (request) => {
      const copy = await from.match(request);
      if (copy && !(await to.match(request))) await to.put(request, copy);
      await from.delete(request);
    }),
  );
  if ((await from.keys()).length === 0) await caches.delete(earlier);
}
