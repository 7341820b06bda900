/**
 * Where the record is kept, as one text. A page keeps it in the browser (`browserStorage`). A preview and a test keep
 * it while they are open (`memoryStorage`). A package for a learning platform keeps it in `sessionStorage`, under a key
 * of course and learner.
 */
export interface RecordStorage {
  /** Its name in a store of the browser; null if it is in none. */
  readonly name: string | null;
  /**
   * @returns the stored text; null when there is none
   * @throws DOMException when the browser forbids it
   */
  read(): string | null;
  /** @throws DOMException when there is no space, or the browser forbids it */
  write(text: string): void;
  /** @throws DOMException when the browser forbids it */
  remove(): void;
  /**
   * @param changed called when another tab has changed the text; with true when it has erased it
   * @returns a function that stops it
   */
  onChange(changed: (erased: boolean) => void): () => void;
}

/**
 * Keeps the record in a store of the browser.
 * @param store called at each use, because a browser that forbids the store throws at the mere mention of it
 * @param key the name of the record, see `recordKey`
 */
export function browserStorage(store: () => Storage, key: string): RecordStorage {
  return {
    name: key,
    read: () => store().getItem(key),
    write: (text) => store().setItem(key, text),
    remove: () => store().removeItem(key),
    onChange(changed) {
      const listener = (event: StorageEvent) => {
        // An event without a key means that the whole store was cleared.
        if (event.key === key || event.key === null) changed(event.newValue === null);
      };
      addEventListener('storage', listener);
      return () => removeEventListener('storage', listener);
    },
  };
}

/** Keeps the record while the page is open. */
export function memoryStorage(): RecordStorage {
  let kept: string | null = null;
  return {
    name: null,
    read: () => kept,
    write(text) {
      kept = text;
    },
    remove() {
      kept = null;
    },
    // No other tab can see or change it.
    onChange: () => () => {},
  };
}

/** True when the storage has something readable. */
export function hasRecord(storage: RecordStorage): boolean {
  try {
    return storage.read() !== null;
  } catch {
    return false;
  }
}
