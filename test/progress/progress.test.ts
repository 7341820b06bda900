import { beforeEach, describe, expect, test, vi } from 'vitest';
import { dropPlay, eraseAll, loadPlay, loadProgress, savePlay, saveStars, settings } from '../../src/progress/index.ts';

/** A storage as a browser has it, which can be full or forbidden. */
function fakeStorage(state: 'works' | 'full' | 'forbidden' = 'works') {
  const kept = new Map<string, string>();
  const guard = () => {
    if (state === 'forbidden') throw new DOMException('denied', 'SecurityError');
  };
  return {
    kept,
    become: (next: typeof state) => (state = next),
    getItem: (key: string) => (guard(), kept.get(key) ?? null),
    setItem(key: string, value: string) {
      guard();
      if (state === 'full') throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key: string) => (guard(), kept.delete(key)),
  };
}

let storage = fakeStorage();
beforeEach(() => {
  storage = fakeStorage();
  vi.stubGlobal('localStorage', storage);
  eraseAll();
});

describe('progress', () => {
  test('keeps the best result, the place in a level and the settings under one key', () => {
    saveStars('cv', 2, 80);
    savePlay('cv', [{ type: 'place', contacts: ['ana'], field: 'to' }, { type: 'send' }], 'replay');
    settings.set({ sound: false });
    expect([...storage.kept.keys()]).toEqual(['blind-copy']);
    expect(loadProgress().results).toEqual({ cv: { stars: 2, score: 80 } });
    expect(loadPlay('cv')?.stage).toBe('replay');
    expect(loadPlay('cv')?.log).toHaveLength(2);
    expect(settings.get()).toEqual({ language: null, sound: false, motion: 'system' });
    dropPlay('cv');
    expect(loadPlay('cv')).toBeNull();
    expect(loadProgress().results).toHaveProperty('cv');
  });

  test('a worse result never takes stars away', () => {
    saveStars('cv', 3, 96);
    saveStars('cv', 1, 60);
    saveStars('cv', 3, 90);
    expect(loadProgress().results['cv']).toEqual({ stars: 3, score: 96 });
    saveStars('cv', 3, 100);
    expect(loadProgress().results['cv']).toEqual({ stars: 3, score: 100 });
  });

  test('erasing leaves nothing', () => {
    saveStars('cv', 3, 100);
    eraseAll();
    expect(storage.kept.size).toBe(0);
    expect(loadProgress().results).toEqual({});
  });

  test.each(['', 'nonsense', 'null', '[]', '7', '{}', '{"version":2,"results":{"cv":{"stars":3,"score":100}}}'])(
    'a stored %j counts as nothing',
    (text) => {
      storage.kept.set('blind-copy', text);
      expect(loadProgress().results).toEqual({});
      expect(settings.get().motion).toBe('system');
    },
  );

  test('of a damaged record, what is whole is kept', () => {
    const record = {
      version: 1,
      settings: { language: 'de', sound: 'loud', motion: 'reduced', other: 1 },
      results: { good: { stars: 2, score: 70 }, bad: { stars: 9, score: 70 }, odd: null },
      plays: { bad: { log: [{ type: 'fly' }], stage: 'desk' }, good: { log: [{ type: 'undo' }], stage: 'desk' } },
    };
    storage.kept.set('blind-copy', JSON.stringify(record));
    expect(settings.get()).toEqual({ language: 'de', sound: true, motion: 'reduced' });
    expect(Object.keys(loadProgress().results)).toEqual(['good']);
    expect(Object.keys(loadProgress().plays)).toEqual(['good']);
  });

  test.each(['full', 'forbidden'] as const)('a storage that is %s loses nothing while the page is open', (state) => {
    saveStars('one', 1, 50);
    storage.become(state);
    saveStars('two', 2, 80);
    savePlay('two', [], 'desk');
    expect(loadProgress().results).toHaveProperty('two');
    expect(loadPlay('two')?.stage).toBe('desk');
    storage.become('works');
    saveStars('three', 3, 100);
    expect(storage.kept.get('blind-copy')).toContain('"three"');
  });
});
