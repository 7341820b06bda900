import { isOwnRecord, pageScope, recordKey } from './scope.ts';
import { browserStorage } from './storage.ts';

/** A text that this tab keeps until it is closed; if the browser forbids that, until the page is reloaded. */
export interface TabRecord {
  read(): string | null;
  write(text: string): void;
}

/** The texts that the browser did not keep, by key. All parts of the page share them, as they share the browser's store. */
const unkept = new Map<string, string>();

/** @param name of the record; it is erased with everything else that the page keeps */
export function tabRecord(name: string): TabRecord {
  const key = `${recordKey(pageScope(), null)}?${name}`;
  const storage = browserStorage(() => sessionStorage, key);
  return {
    read() {
      // What could not be kept is newer than what the browser still has.
      const text = unkept.get(key);
      if (text !== undefined) return text;
      try {
        return storage.read();
      } catch {
        return null;
      }
    },
    write(text) {
      try {
        storage.write(text);
        unkept.delete(key);
      } catch {
        unkept.set(key, text);
      }
    },
  };
}

/** Counts the records of this tab, with those that the browser did not keep. */
export function tabRecordCount(): number {
  return tabRecords().size;
}

/** Returns the texts of this tab's records by key, with those that the browser did not keep. */
export function tabRecords(): ReadonlyMap<string, string> {
  return new Map([...keptRecords(), ...unkept]);
}

/** Erases the records of this tab that the browser did not keep. The others are erased with the store that has them. */
export function eraseUnkeptTabRecords(): void {
  unkept.clear();
}

function keptRecords(): (readonly [string, string])[] {
  try {
    return ownRecords(sessionStorage);
  } catch {
    return [];
  }
}

/** Returns the records of this page in a store, with their keys. */
export function ownRecords(store: Storage): (readonly [string, string])[] {
  return Object.keys(store).flatMap((key) =>
    isOwnRecord(key, pageScope()) ? [[key, store.getItem(key) ?? ''] as const] : [],
  );
}
