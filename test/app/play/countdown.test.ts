import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { countdown } from '../../../src/app/play/countdown.ts';

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
