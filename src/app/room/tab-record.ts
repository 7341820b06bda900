import { browserStorage, pageScope, recordKey } from '../../progress/index.ts';

/** A text that this tab keeps until it is closed; if the browser forbids that, until the page is reloaded. */
export interface TabRecord {
  read(): string | null;
  write(text: string): void;
}

/** @param name of the record; it is erased with everything else that the page keeps */
export function tabRecord(name: string): TabRecord {
  const storage = browserStorage(() => sessionStorage, `${recordKey(pageScope(), null)}?${name}`);
  let kept: string | null = null;
  return {
    read() {
      try {
        return storage.read() ?? kept;
      } catch {
        return kept;
      }
    },
    write(text) {
      kept = text;
      try {
        storage.write(text);
      } catch {
        // The copy in memory lasts until the page is reloaded.
      }
    },
  };
}
