import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { eraseAll, exportKept } from '../../src/progress/device.ts';
import { keepRecordIn, memoryStorage } from '../../src/progress/index.ts';
import { keptNow } from '../../src/progress/kept.ts';
import { tabRecord } from '../../src/progress/tab-record.ts';

const SCOPE = 'blind-copy:/game/';

/** A store like a browser's: its records are its own properties. */
function browserStore(kept: Readonly<Record<string, string>> = {}): Storage {
  const methods = {
    getItem(this: Record<string, string>, key: string) {
      return Object.hasOwn(this, key) ? this[key] : null;
    },
    setItem(this: Record<string, string>, key: string, text: string) {
      this[key] = text;
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key];
    },
  };
  return Object.assign(Object.create(methods) as Storage, kept);
}

/** Lets the browser refuse a store as it does when site data is blocked: at the mere mention of it. */
function forbid(name: 'localStorage' | 'sessionStorage'): void {
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get() {
      throw new DOMException('denied', 'SecurityError');
    },
  });
}

const counted = () => keptNow().find(({ part }) => part === 'session')?.entries;

beforeEach(async () => {
  vi.stubGlobal('document', { baseURI: 'https://games.example/game/' });
  vi.stubGlobal('localStorage', browserStore());
  vi.stubGlobal('sessionStorage', browserStore());
  await eraseAll();
});

afterEach(() => vi.unstubAllGlobals());

test('where the browser forbids the store, parts that ask for the same record see each other’s text', () => {
  forbid('sessionStorage');
  tabRecord('room').write('a group');
  expect(tabRecord('room').read()).toBe('a group');
  expect(tabRecord('other').read()).toBeNull();
});

test('a text for which there is no space counts instead of the one that the browser still has', () => {
  tabRecord('room').write('first');
  const store = sessionStorage;
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => store.getItem(key),
    setItem() {
      throw new DOMException('full', 'QuotaExceededError');
    },
  });
  tabRecord('room').write('second');
  expect(tabRecord('room').read()).toBe('second');
  vi.stubGlobal('sessionStorage', store);
  tabRecord('room').write('third');
  expect([tabRecord('room').read(), store.getItem(`${SCOPE}?room`)]).toEqual(['third', 'third']);
});

test('erasing everything erases what the browser kept of a session, and what it did not', async () => {
  tabRecord('kept').write('a result');
  const store = sessionStorage;
  forbid('sessionStorage');
  tabRecord('unkept').write('a result');
  expect(counted()).toBe(1);
  vi.stubGlobal('sessionStorage', store);
  expect(counted()).toBe(2);
  await eraseAll();
  expect([tabRecord('kept').read(), tabRecord('unkept').read(), counted()]).toEqual([null, null, 0]);
});

test('erasing everything empties one store where the browser forbids the other', async () => {
  const other = `${SCOPE}?course=/game/other.json`;
  vi.stubGlobal('localStorage', browserStore({ [other]: '{}', beside: '' }));
  forbid('sessionStorage');
  await eraseAll();
  expect(Object.keys(localStorage)).toEqual(['beside']);
});

test('the export has the records of the tab and of other courses, kept or not, and none of other pages', async () => {
  const local = { [SCOPE]: '{"version":2}', [`${SCOPE}?course=/other.json`]: '{"version":2}', other: 'not ours' };
  vi.stubGlobal('localStorage', browserStore(local));
  // Two courses can have the same record.
  keepRecordIn({ ...memoryStorage(), name: SCOPE, read: () => localStorage.getItem(SCOPE) });
  onTestFinished(() => keepRecordIn(memoryStorage()));
  tabRecord('room').write('{"group":1}');
  expect(JSON.parse(await exportKept(0))).toMatchObject({ session: { [`${SCOPE}?room`]: { group: 1 } } });
  forbid('sessionStorage');
  tabRecord('live').write('not JSON');
  const exported = JSON.parse(await exportKept(0)) as object;
  expect(exported).toMatchObject({
    record: { version: 2 },
    otherCourses: { [`${SCOPE}?course=/other.json`]: { version: 2 } },
    session: { [`${SCOPE}?live`]: 'not JSON' },
  });
  expect(exported).not.toHaveProperty(['otherCourses', SCOPE]);
  expect(JSON.stringify(exported)).not.toContain('not ours');
});
