import { isOurs } from './kept.ts';
import { KEY } from './key.ts';
import { dropRecord } from './store.ts';

/** Where the page lies; its service worker and the caches of that have the same scope. */
const scope = () => new URL('.', document.baseURI).href;

/** What the browser keeps for the page besides the record: no more than copies of the page's own files. */
export interface PageFiles {
  /** Names of caches. */
  readonly caches: readonly string[];
  readonly files: number;
}

async function ourCaches(): Promise<string[]> {
  if (!('caches' in globalThis)) return [];
  return (await caches.keys()).filter((name) => isOurs(name) || name.endsWith(scope()));
}

async function ourWorkers(): Promise<ServiceWorkerRegistration[]> {
  if (!('serviceWorker' in navigator)) return [];
  return (await navigator.serviceWorker.getRegistrations()).filter((worker) => worker.scope === scope());
}

/** The copies of the page's files that let it play without a network. */
export async function pageFiles(): Promise<PageFiles> {
  const names = await ourCaches().catch(() => []);
  const counts = await Promise.all(
    names.map(async (name) => (await (await caches.open(name)).keys()).length).map((count) => count.catch(() => 0)),
  );
  return { caches: names, files: counts.reduce((sum, count) => sum + count, 0) };
}

/**
 * All that is kept, for the player to take along: JSON with the record as it stands and the names of the caches.
 *
 * @param now in milliseconds since 1970
 */
export async function exportKept(now: number): Promise<string> {
  let record: unknown = null;
  try {
    const text = localStorage.getItem(KEY);
    record = text === null ? null : readable(text);
  } catch {
    // A forbidden storage holds nothing.
  }
  const { caches: names, files } = await pageFiles();
  const kept = { page: scope(), exported: new Date(now).toISOString(), record, pageFiles: { caches: names, files } };
  return `${JSON.stringify(kept, null, 2)}\n`;
}

/** A record that is damaged is handed out as it is. */
function readable(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * Erases everything that the page keeps on this device: the record at once, then what else carries our name in the storage,
 * caches, databases, and the service worker.
 */
export async function eraseAll(): Promise<void> {
  dropRecord();
  for (const storage of storages()) {
    for (const name of Object.keys(storage)) if (isOurs(name)) storage.removeItem(name);
  }
  await Promise.allSettled([eraseCaches(), eraseDatabases(), eraseWorkers()]);
}

function storages(): Storage[] {
  try {
    return [localStorage, sessionStorage];
  } catch {
    return [];
  }
}

async function eraseCaches(): Promise<void> {
  await Promise.all((await ourCaches()).map((name) => caches.delete(name)));
}

async function eraseDatabases(): Promise<void> {
  if (!('indexedDB' in globalThis) || !('databases' in indexedDB)) return;
  for (const { name } of await indexedDB.databases()) if (name && isOurs(name)) indexedDB.deleteDatabase(name);
}

async function eraseWorkers(): Promise<void> {
  await Promise.all((await ourWorkers()).map((worker) => worker.unregister()));
}
