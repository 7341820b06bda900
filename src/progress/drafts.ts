/**
 * Levels that someone writes on this device, each under an id. A page keeps them in the browser's database, because they
 * can be larger than the store of the record.
 */
export interface DraftStore {
  /** The drafts, without their content, the latest first. */
  list(): Promise<readonly DraftSummary[]>;
  read(id: string): Promise<KeptDraft | null>;
  /**
   * Keeps a draft in place of an earlier state of it.
   * @param over the number of the state that it replaces; 0 when there is none
   * @returns false, and keeps nothing, if there is another state than that: another tab has written
   */
  write(draft: KeptDraft, over: number): Promise<boolean>;
  remove(id: string): Promise<void>;
}

export interface DraftSummary {
  readonly id: string;
  /** What the author calls it; it can be empty. */
  readonly title: string;
  /** In milliseconds since 1970. */
  readonly changed: number;
  /** How often it has been written. */
  readonly state: number;
}

export interface KeptDraft extends DraftSummary {
  /** What the workshop makes of it. */
  readonly content: string;
}

const TABLE = 'drafts';

/** The name of the database of a page. @param scope the folder of the page, from `pageScope` */
export function draftsName(scope: string): string {
  return `blind-copy-drafts:${new URL(scope).pathname}`;
}

/**
 * Keeps drafts in the browser.
 * @param database called at the first use, because a browser that forbids the database throws at the mere mention of it
 * @throws DOMException from each of its functions when there is no space, or the browser forbids it
 */
export function browserDrafts(database: () => IDBFactory, scope: string): DraftStore {
  let opened: Promise<IDBDatabase> | null = null;
  const open = async (): Promise<IDBDatabase> => {
    opened ??= openDatabase(database(), draftsName(scope), () => (opened = null));
    // After a failure, the next use tries again.
    opened.catch(() => (opened = null));
    return opened;
  };
  const table = async (mode: IDBTransactionMode) => (await open()).transaction(TABLE, mode);
  return {
    async list() {
      const transaction = await table('readonly');
      const drafts = await answerOf(transaction.objectStore(TABLE).getAll() as IDBRequest<KeptDraft[]>);
      return drafts
        .map(({ id, title, changed, state }) => ({ id, title, changed, state }))
        .toSorted((one, other) => other.changed - one.changed);
    },
    async read(id) {
      const transaction = await table('readonly');
      const request = transaction.objectStore(TABLE).get(id) as IDBRequest<KeptDraft | undefined>;
      return (await answerOf(request)) ?? null;
    },
    async write(draft, over) {
      const transaction = await table('readwrite');
      const drafts = transaction.objectStore(TABLE);
      const now = await answerOf(drafts.get(draft.id) as IDBRequest<KeptDraft | undefined>);
      if ((now?.state ?? 0) !== over) return false;
      drafts.put(draft);
      await endOf(transaction);
      return true;
    },
    async remove(id) {
      const transaction = await table('readwrite');
      transaction.objectStore(TABLE).delete(id);
      await endOf(transaction);
    },
  };
}

async function openDatabase(factory: IDBFactory, name: string, closed: () => void): Promise<IDBDatabase> {
  const request = factory.open(name, 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(TABLE, { keyPath: 'id' }));
  const database = await answerOf(request);
  // Erasing everything on the device waits for open databases.
  database.addEventListener('versionchange', () => {
    database.close();
    closed();
  });
  database.addEventListener('close', closed);
  return database;
}

async function answerOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new DOMException('No answer.')));
  });
}

async function endOf(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    const failed = () => reject(transaction.error ?? new DOMException('Nothing was kept.'));
    transaction.addEventListener('abort', failed);
    transaction.addEventListener('error', failed);
  });
}

/** What is kept while the page is open, so that erasing everything erases it, too. */
const inMemory: Map<string, KeptDraft>[] = [];

/** Keeps drafts while the page is open. */
export function memoryDrafts(): DraftStore {
  const kept = new Map<string, KeptDraft>();
  inMemory.push(kept);
  return {
    list: () => Promise.resolve([...kept.values()].toSorted((one, other) => other.changed - one.changed)),
    read: (id) => Promise.resolve(kept.get(id) ?? null),
    write(draft, over) {
      if ((kept.get(draft.id)?.state ?? 0) !== over) return Promise.resolve(false);
      kept.set(draft.id, draft);
      return Promise.resolve(true);
    },
    remove(id) {
      kept.delete(id);
      return Promise.resolve();
    },
  };
}

/** Erases the drafts of a page; without an error where there are none, or the browser forbids them. */
export async function eraseDrafts(scope: string): Promise<void> {
  for (const kept of inMemory) kept.clear();
  try {
    await answerOf(indexedDB.deleteDatabase(draftsName(scope)));
  } catch {
    // A browser without a database keeps none.
  }
}

/** The drafts of a page, with their content; none where the browser forbids them. */
export async function keptDrafts(scope: string): Promise<readonly KeptDraft[]> {
  try {
    // Opening a database that is not there would make it.
    const names = await indexedDB.databases();
    if (!names.some(({ name }) => name === draftsName(scope))) return [];
    const store = browserDrafts(() => indexedDB, scope);
    const drafts = await Promise.all((await store.list()).map(({ id }) => store.read(id)));
    return drafts.filter((draft) => draft !== null);
  } catch {
    return [];
  }
}
