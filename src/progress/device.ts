import { eraseDrafts, keptDrafts } from './drafts.ts';
import { hasTakenOver } from './earlier-record.ts';
import { EARLIER_CACHES, EARLIER_KEY, isOwnCache, isOwnRecord, pageScope } from './scope.ts';
import { dropRecord, recordName, recordText } from './store.ts';
import { eraseUnkeptTabRecords, ownRecords, tabRecords } from './tab-record.ts';

/** What the browser keeps for the page besides the record: only copies of the page's own files. */
export interface PageFiles {
  /** Names of caches. */
  readonly caches: readonly string[];
  readonly files: number;
}

async function ourCaches(): Promise<string[]> {
  if (!('caches' in globalThis)) return [];
  return (await caches.keys()).filter((name) => isOwnCache(name, pageScope()));
}

async function ourWorkers(): Promise<ServiceWorkerRegistration[]> {
  if (!('serviceWorker' in navigator)) return [];
  return (await navigator.serviceWorker.getRegistrations()).filter((worker) => worker.scope === pageScope());
}

/** Counts the levels that were written on this device. */
export async function draftCount(): Promise<number> {
  return (await keptDrafts(pageScope())).length;
}

/** The copies of the page's files that let it run without a network. */
export async function pageFiles(): Promise<PageFiles> {
  const names = await ourCaches().catch(() => []);
  const counts = await Promise.all(
    names.map(async (name) => (await (await caches.open(name)).keys()).length).map((count) => count.catch(() => 0)),
  );
  return { caches: names, files: counts.reduce((sum, count) => sum + count, 0) };
}

/**
 * Exports everything that is kept: JSON with the records of this and of other courses, those of this tab and the levels that were written
 * here as stored, and the names of the caches.
 * @param now in milliseconds since 1970
 */
export async function exportKept(now: number): Promise<string> {
  const text = recordText();
  const record = text === null ? null : readable(text);
  const { caches: names, files } = await pageFiles();
  const drafts = await keptDrafts(pageScope());
  const kept = {
    page: pageScope(),
    exported: new Date(now).toISOString(),
    record,
    otherCourses: readableOnes(otherRecords()),
    session: readableOnes(tabRecords()),
    drafts: drafts.map(({ content, ...draft }) => ({ ...draft, content: readable(content) })),
    pageFiles: { caches: names, files },
  };
  return `${JSON.stringify(kept, null, 2)}\n`;
}

/** Returns the records of this page's other courses, by key. */
function otherRecords(): Iterable<readonly [string, string]> {
  try {
    return ownRecords(localStorage).filter(([name]) => name !== recordName());
  } catch {
    return [];
  }
}

const readableOnes = (records: Iterable<readonly [string, string]>): Readonly<Record<string, unknown>> =>
  Object.fromEntries([...records].map(([key, text]) => [key, readable(text)]));

/** A damaged record is exported as it is. */
function readable(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * Erases everything that the page keeps on this device: first the records of its courses, then the levels
 * written here, its caches and its service worker. It leaves other pages of the same origin alone, including other copies of this game.
 */
export async function eraseAll(): Promise<void> {
  dropRecord();
  eraseUnkeptTabRecords();
  for (const storage of storages()) {
    for (const name of Object.keys(storage)) if (isOwnRecord(name, pageScope())) storage.removeItem(name);
    // Until the course has loaded, nobody knows which page an earlier version's record belongs to, so it is erased too.
    if (!hasTakenOver()) storage.removeItem(EARLIER_KEY);
  }
  await Promise.allSettled([eraseDrafts(pageScope()), eraseCaches(), eraseEarlierCopies(), eraseWorkers()]);
}

/** Returns the stores that the browser allows. One may be forbidden without the other. */
function storages(): Storage[] {
  return [() => localStorage, () => sessionStorage].flatMap((store) => {
    try {
      return [store()];
    } catch {
      return [];
    }
  });
}

async function eraseCaches(): Promise<void> {
  await Promise.all((await ourCaches()).map((name) => caches.delete(name)));
}

/** Removes this page's files from the caches that earlier versions shared with the whole origin. */
async function eraseEarlierCopies(): Promise<void> {
  if (!('caches' in globalThis)) return;
  for (const name of EARLIER_CACHES) {
    if (!(await caches.has(name))) continue;
    const cache = await caches.open(name);
    const requests = await cache.keys();
    const own = requests.filter(({ url }) => url.startsWith(pageScope()));
    await Promise.all(own.map((request) => cache.delete(request)));
    if (own.length === requests.length) await caches.delete(name);
  }
}

async function eraseWorkers(): Promise<void> {
  await Promise.all((await ourWorkers()).map((worker) => worker.unregister()));
}
