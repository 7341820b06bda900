import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readFileSync } from 'node:fs';
import { countdown, TAKE_BACK_MS, takeBackTime } from '../../../src/app/play/countdown.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => vi.useRealTimers());

describe('the undo timer', () => {
  test('runs out once', () => {
    const over = vi.fn<() => void>();
    countdown(6000, over);
    vi.advanceTimersByTime(5999);
    expect(over).not.toHaveBeenCalled();
    vi.advanceTimersByTime(60_000);
    expect(over).toHaveBeenCalledOnce();
  });

  test('stops while it is held, and then continues', () => {
    const over = vi.fn<() => void>();
    const time = countdown(6000, over);
    vi.advanceTimersByTime(4000);
    time.hold(true);
    time.hold(true);
    vi.advanceTimersByTime(60_000);
    expect(over).not.toHaveBeenCalled();
    time.hold(false);
    time.hold(false);
    vi.advanceTimersByTime(1999);
    expect(over).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(over).toHaveBeenCalledOnce();
  });

  test('does not run out after it was stopped', () => {
    const over = vi.fn<() => void>();
    const time = countdown(6000, over);
    time.stop();
    time.hold(false);
    vi.advanceTimersByTime(60_000);
    expect(over).not.toHaveBeenCalled();
  });

  test('is not restarted by a late release', () => {
    const over = vi.fn<() => void>();
    const time = countdown(6000, over);
    vi.advanceTimersByTime(6000);
    time.hold(true);
    time.hold(false);
    vi.advanceTimersByTime(60_000);
    expect(over).toHaveBeenCalledOnce();
  });
});

describe('how long sending can be undone', () => {
  test('is what the style sheet draws', () => {
    const css = readFileSync(new URL('../../../src/screens/play/desk.css', import.meta.url), 'utf8');
    const seconds = (rule: RegExp) => Number(rule.exec(css)?.[1]) * 1000;
    expect(seconds(/\.snackbar-time \{[^}]*animation: run-out (\d+)s/)).toBe(TAKE_BACK_MS.long);
    expect(TAKE_BACK_MS).toEqual({ short: 1600, long: 60_000, open: Infinity });
  });

  test('is what the player chose, and never runs out for those who do not point', () => {
    expect(takeBackTime(true, 'short')).toBe('short');
    expect(takeBackTime(true, 'long')).toBe('long');
    expect(takeBackTime(false, 'short')).toBe('open');
  });
});
