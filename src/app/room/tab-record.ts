import { browserStorage, pageScope, recordKey } from '../../progress/index.ts';

/** A text that this tab keeps until it is closed. Where the browser forbids that, it is kept until the page is loaded again. */
export interface TabRecord {
  read(): string | null;
  write(text: string): void;
}

/** @param name of the record; erasing all that the page keeps erases it too */
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
        // The copy in memory serves until the page is loaded again.
      }
    },
  };
}
