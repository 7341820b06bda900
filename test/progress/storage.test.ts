import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browserStorage, keepRecordIn, loadProgress, memoryStorage } from '../../src/progress/index.ts';
import { saveName } from '../../src/progress/name.ts';
import { dropRecord, onProgress } from '../../src/progress/store.ts';

const page = new EventTarget();
beforeEach(() => {
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
});
afterEach(() => vi.unstubAllGlobals());

/** What a browser says when another tab has changed its store. */
const tell = (key: string | null, newValue: string | null) =>
  page.dispatchEvent(Object.assign(new Event('storage'), { key, newValue }));

test('another tab is followed in this record alone, and in the emptying of the whole store', () => {
  const heard: boolean[] = [];
  const stop = browserStorage(() => ({}) as Storage, 'own').onChange((erased) => heard.push(erased));
  tell('other', null);
  tell('own', '{}');
  tell('own', null);
  tell(null, null);
  stop();
  tell('own', '{}');
  expect(heard).toEqual([false, true, true]);
});

test('a tab that keeps its record elsewhere no longer follows the one it had', () => {
  const kept = () => ({ getItem: () => null }) as unknown as Storage;
  const heard: boolean[] = [];
  keepRecordIn(browserStorage(kept, 'before'));
  onProgress((erased) => heard.push(erased));
  keepRecordIn(browserStorage(kept, 'now'));
  tell('before', '{}');
  expect(heard).toEqual([]);
  tell('now', '{}');
  expect(heard).toEqual([false]);
});

test('erasing forgets what could not be kept, too', () => {
  const full = memoryStorage();
  keepRecordIn({
    ...full,
    write() {
      throw new DOMException('full', 'QuotaExceededError');
    },
  });
  saveName('Ada');
  expect(loadProgress().name).toBe('Ada');
  dropRecord();
  expect(loadProgress().name).toBeNull();
});
