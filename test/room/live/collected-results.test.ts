import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { COLLECT, collectResults } from '../../../src/room/live/collected-results.ts';
import type { RoomResult } from '../../../src/room/result.ts';

const result = (participant: string): RoomResult => ({ level: 'level', participant, placement: {}, prediction: null });

let taken: string[];
const collecting = () =>
  collectResults(
    (results) => taken.push(results.map(({ participant }) => participant).join(' ')),
    () => taken.push('drawn'),
  );

beforeEach(() => {
  vi.useFakeTimers();
  taken = [];
});
afterEach(() => {
  vi.useRealTimers();
});

it('results that arrive together are passed on together', () => {
  const { add, changed } = collecting();
  add(result('ada'));
  changed();
  add(result('ben'));
  expect(taken).toEqual([]);
  vi.advanceTimersByTime(COLLECT);
  expect(taken).toEqual(['ada ben']);
  add(result('cleo'));
  vi.advanceTimersByTime(COLLECT);
  expect(taken).toEqual(['ada ben', 'cleo']);
});

it('a change without results is drawn', () => {
  collecting().changed();
  vi.advanceTimersByTime(COLLECT);
  expect(taken).toEqual(['drawn']);
});

it('results that have arrived are passed on at once when asked for, and only once', () => {
  const { add, takeNow } = collecting();
  add(result('ada'));
  takeNow();
  expect(taken).toEqual(['ada']);
  takeNow();
  vi.advanceTimersByTime(COLLECT);
  expect(taken).toEqual(['ada', 'drawn']);
});
