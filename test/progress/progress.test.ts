import { saveName } from '../../src/progress/name.ts';
import { SCORING, type Bet } from '../../src/engine/index.ts';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { NOTHING_ASKED } from '../../src/engine/play/discernment.ts';
import {
  acceptDamage,
  browserStorage,
  memoryStorage,
  concern,
  keepRecordIn,
  loadPlay,
  loadProgress,
  onProgress,
  saveFinished,
  savePlay,
  settings,
  type Progress,
  type Result,
} from '../../src/progress/index.ts';
import { foreseen } from '../../src/progress/foreseen.ts';
import { eraseAll } from '../../src/progress/device.ts';
import { NOTHING_YET } from '../../src/progress/record.ts';

/** A storage like a browser's, which can be full or forbidden. */
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

const KEY = 'blind-copy:/game/';
const routing = { mail: { ana: 'bcc' } } as const;
const finish = (level: string, stars: number, score: number, now = 1000) =>
  saveFinished({ level, rule: 'list-is-secret', stars, score, routing, discernment: NOTHING_ASKED, bets: [] }, now);
const predictAt = (level: string, bets: readonly Bet[], now: number) =>
  saveFinished({ level, rule: 'list-is-secret', stars: 3, score: 100, routing, discernment: NOTHING_ASKED, bets }, now);

let storage = fakeStorage();
const page = new EventTarget();
beforeEach(async () => {
  storage = fakeStorage();
  vi.stubGlobal('localStorage', storage);
  vi.stubGlobal('document', { baseURI: 'https://games.example/game/' });
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  keepRecordIn(browserStorage(() => localStorage, KEY));
  await eraseAll();
});

// The next test file has no page whose events it could stop.
afterAll(() => keepRecordIn(memoryStorage()));

const stored = () => JSON.parse(storage.kept.get(KEY) ?? 'null') as Progress;
/** Adds a result to the stored ones, as another tab does. */
function storeBeside(level: string, result: Result): void {
  const record = stored();
  storage.kept.set(KEY, JSON.stringify({ ...record, results: { ...record.results, [level]: result } }));
}
const GOOD: Result = { stars: 3, score: 99, routing: null, at: 5 };

/** Another tab's write, as the browser reports it. */
function elsewhere(text: string | null): void {
  if (text === null) storage.kept.delete(KEY);
  else storage.kept.set(KEY, text);
  page.dispatchEvent(Object.assign(new Event('storage'), { key: KEY, newValue: text }));
}

describe('progress', () => {
  test('keeps the best result with its routing, the place in a level and the settings under one key', () => {
    finish('cv', 2, 80);
    savePlay('cv', [{ type: 'place', contacts: ['ana'], field: 'to' }, { type: 'send' }], 'replay');
    settings.set({ sound: false });
    expect([...storage.kept.keys()]).toEqual([KEY]);
    expect(loadProgress().results).toEqual({ cv: { stars: 2, score: 80, routing, at: 1000, scoring: SCORING } });
    expect(loadPlay('cv')?.stage).toBe('replay');
    expect(loadPlay('cv')?.log).toHaveLength(2);
    expect(settings.get()).toEqual({ ...NOTHING_YET.settings, sound: false });
    expect(concern()).toBeNull();
  });

  test('an equal result leaves the first one where it is', () => {
    finish('cv', 2, 80, 1000);
    finish('cv', 2, 80, 2000);
    expect(loadProgress().results['cv']?.at).toBe(1000);
    expect(loadProgress().latest['cv']?.at).toBe(2000);
  });

  test('a worse result never takes stars away, but counts as the latest', () => {
    finish('cv', 3, 96, 1);
    finish('cv', 1, 60, 2);
    finish('cv', 3, 90, 3);
    expect(loadProgress().results['cv']).toMatchObject({ stars: 3, score: 96, at: 1 });
    expect(loadProgress().latest['cv']).toMatchObject({ stars: 3, at: 3 });
    finish('cv', 3, 100, 4);
    expect(loadProgress().results['cv']).toMatchObject({ stars: 3, score: 100, at: 4 });
  });

  test('a missed rule is due for practice', () => {
    finish('cv', 3, 100, 1);
    expect(loadProgress().practices).toEqual({});
    finish('cv', 0, 30, 2);
    expect(loadProgress().practices).toEqual({ 'list-is-secret': { level: 'cv', step: 0, since: 2 } });
  });

  test('erasing leaves nothing', async () => {
    finish('cv', 3, 100);
    saveName('Ana');
    await eraseAll();
    expect(storage.kept.size).toBe(0);
    expect(loadProgress()).toMatchObject({ results: {}, name: null });
  });
});

describe('a storage that cannot keep it', () => {
  test.each(['full', 'forbidden'] as const)('%s: nothing is lost while the page is open, and it says so', (state) => {
    finish('one', 1, 50);
    storage.become(state);
    finish('two', 2, 80);
    savePlay('two', [], 'desk');
    expect(concern()).toBe(state);
    expect(loadProgress().results).toHaveProperty('two');
    expect(loadPlay('two')?.stage).toBe('desk');
    storage.become('works');
    finish('three', 3, 100);
    expect(concern()).toBeNull();
    expect(Object.keys(stored().results).toSorted()).toEqual(['one', 'three', 'two']);
  });

  test('calls back once when it fills up, and once when it works again', () => {
    const told = vi.fn();
    onProgress(told);
    finish('one', 1, 50);
    expect(told).toHaveBeenCalledTimes(0);
    storage.become('full');
    savePlay('two', [], 'desk');
    savePlay('two', [], 'desk');
    expect(told).toHaveBeenCalledTimes(1);
    storage.become('works');
    savePlay('two', [], 'desk');
    expect(told).toHaveBeenCalledTimes(2);
  });
});

describe('two tabs', () => {
  test('keep what the other tab has written', () => {
    finish('one', 2, 80);
    storeBeside('two', GOOD);
    finish('three', 1, 50);
    expect(Object.keys(loadProgress().results).toSorted()).toEqual(['one', 'three', 'two']);
  });

  test('keep the best of both after a time without space', () => {
    finish('one', 2, 80);
    storage.become('full');
    finish('one', 3, 95, 2000);
    finish('two', 1, 40, 2000);
    storage.become('works');
    storeBeside('two', GOOD);
    savePlay('three', [], 'desk');
    const kept = stored().results;
    expect(kept['one']).toMatchObject({ stars: 3, score: 95 });
    expect(kept['two']).toMatchObject({ stars: 3, score: 99 });
  });

  test("what another tab erased does not come back from this tab's memory", () => {
    storage.become('full');
    finish('one', 3, 95);
    storage.become('works');
    const told = vi.fn();
    onProgress(told);
    elsewhere(null);
    expect(told).toHaveBeenLastCalledWith(true);
    expect(loadProgress().results).toEqual({});
  });
});

describe('a damaged or foreign record', () => {
  test.each(['', 'nonsense', 'null', '[]', '7', '{}', '{"version":"2"}', '{"version":0}'])(
    '%j starts from nothing and says so',
    (text) => {
      storage.kept.set(KEY, text);
      expect(loadProgress().results).toEqual({});
      expect(concern()).toBe('unreadable');
      finish('cv', 3, 100);
      expect(loadProgress().results).toHaveProperty('cv');
      acceptDamage();
      expect(concern()).toBeNull();
    },
  );

  test('keeps its intact parts', () => {
    const good = { stars: 2, score: 70, routing: null, at: null };
    const record = {
      version: 2,
      settings: { language: 'de', sound: 'loud', motion: 'reduced', other: 1 },
      results: { good, bad: { ...good, stars: 9 }, odd: null },
      latest: 3,
      practices: { 'list-is-secret': { level: 'cv', step: 1, since: 5 }, 'no-rule': { level: 'x', step: 0, since: 0 } },
      plays: { bad: { log: [{ type: 'fly' }], stage: 'desk' }, good: { log: [{ type: 'undo' }], stage: 'desk' } },
    };
    storage.kept.set(KEY, JSON.stringify(record));
    expect(settings.get()).toMatchObject({ language: 'de', sound: true, motion: 'reduced' });
    expect(Object.keys(loadProgress().results)).toEqual(['good']);
    expect(Object.keys(loadProgress().plays)).toEqual(['good']);
    expect(Object.keys(loadProgress().practices)).toEqual(['list-is-secret']);
    expect(concern()).toBe('mended');
  });

  test('is read wherever it was cut off, and never holds more than before', () => {
    finish('one', 2, 80);
    finish('two', 3, 95);
    savePlay('two', [{ type: 'place', contacts: ['ana "x"'], field: 'to' }], 'desk');
    const text = storage.kept.get(KEY) ?? '';
    const whole = loadProgress();
    for (let length = 0; length < text.length; length += 1) {
      storage.kept.set(KEY, text.slice(0, length));
      const { results, plays } = loadProgress();
      expect(whole.results).toMatchObject(results);
      expect(whole.plays).toMatchObject(plays);
    }
    storage.kept.set(KEY, text.slice(0, text.indexOf('"plays"')));
    expect(loadProgress().results).toEqual(whole.results);
    expect(concern()).toBe('mended');
  });

  test('of version 1 keeps its stars, its places and its settings', () => {
    const first = {
      version: 1,
      settings: { language: 'de', sound: false, motion: 'full' },
      results: { cv: { stars: 3, score: 100 } },
      plays: { cv: { log: [{ type: 'undo' }], stage: 'desk' } },
    };
    storage.kept.set(KEY, JSON.stringify(first));
    expect(concern()).toBeNull();
    expect(loadProgress()).toEqual({
      version: 2,
      settings: { ...NOTHING_YET.settings, ...first.settings },
      results: { cv: { stars: 3, score: 100, routing: null, at: null } },
      latest: {},
      practices: {},
      predictions: {},
      plays: first.plays,
      composed: {},
      name: null,
    });
    finish('other', 1, 50);
    expect(stored()).toMatchObject({ version: 2, results: { cv: { stars: 3 } } });
  });

  test('of a later version is left alone, and the session continues in memory', () => {
    const later = '{"version":3,"results":{"cv":{"stars":3,"medal":"gold"}}}';
    storage.kept.set(KEY, later);
    expect(concern()).toBe('newer');
    finish('cv', 1, 50);
    settings.set({ sound: false });
    expect(storage.kept.get(KEY)).toBe(later);
    expect(loadProgress().results['cv']).toMatchObject({ stars: 1 });
    expect(settings.get().sound).toBe(false);
  });
});

describe('what was predicted', () => {
  const sure: Bet = { stake: 3, right: true };
  const unsure: Bet = { stake: 1, right: false };

  test('is kept of the last play in which anything was', () => {
    predictAt('cv', [unsure], 1000);
    predictAt('cv', [sure, unsure], 2000);
    predictAt('cv', [], 3000);
    expect(loadProgress().predictions).toEqual({ cv: { bets: [sure, unsure], at: 2000 } });
    expect(loadProgress().latest['cv']?.at).toBe(3000);
  });

  test('is counted with its stamps', () => {
    expect(foreseen([sure, sure, unsure, { stake: 3, right: false }])).toEqual({
      all: { right: 2, wrong: 2 },
      sure: { right: 2, wrong: 1 },
      stamps: { kept: 6, lost: 4 },
    });
  });

  test('that is damaged is left out, and the rest of the record stays', () => {
    predictAt('cv', [sure], 1000);
    const record = JSON.parse(storage.kept.get(KEY) ?? '') as { predictions: unknown };
    storage.kept.set(
      KEY,
      JSON.stringify({ ...record, predictions: { cv: { bets: [{ stake: 9, right: true }], at: 1 } } }),
    );
    expect(loadProgress().predictions).toEqual({});
    expect(loadProgress().results['cv']?.stars).toBe(3);
  });
});
