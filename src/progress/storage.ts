/**
 * Where the record is kept: one text. A page keeps it in the browser (`browserStorage`); a preview and a test keep it as
 * long as they are open (`memoryStorage`); a package for a learning platform keeps it in `sessionStorage`, under a key of
 * course and learner.
 */
export interface RecordStorage {
  /**
   * @returns the text that is kept; null without one
   * @throws DOMException when the browser forbids it
   */
  read(): string | null;
  /** @throws DOMException when there is no room, or the browser forbids it */
  write(text: string): void;
  /** @throws DOMException when the browser forbids it */
  remove(): void;
  /**
   * @param changed called when another tab has changed the text; with true when it has erased it
   * @returns ends that
   */
  onChange(changed: (erased: boolean) => void): () => void;
}

/**
 * Keeps the record in a store of the browser.
 *
 * @param store asked for at each use, since a browser that forbids it throws already when it is named
 * @param key the name of the record, see `recordKey`
 */
export function browserStorage(store: () => Storage, key: string): RecordStorage {
  return {
    read: () => store().getItem(key),
    write: (text) => store().setItem(key, text),
    remove: () => store().removeItem(key),
    onChange(changed) {
      const listener = (event: StorageEvent) => {
        // Without a key, the whole store was emptied.
        if (event.key === key || event.key === null) changed(event.newValue === null);
      };
      addEventListener('storage', listener);
      return () => removeEventListener('storage', listener);
    },
  };
}

/** Keeps the record as long as the page is open. */
export function memoryStorage(): RecordStorage {
  let kept: string | null = null;
  return {
    read: () => kept,
    write(text) {
      kept = text;
    },
    remove() {
      kept = null;
    },
    // No other tab sees it.
    onChange: () => () => {},
  };
}

/** True when something is kept there that can be read. */
export function hasRecord(storage: RecordStorage): boolean {
  try {
    return storage.read() !== null;
  } catch {
    return false;
  }
}
