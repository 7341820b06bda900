import { describe, expect, test } from 'vitest';
import { hiddenParts } from '../../../src/app/shell/visible-frame.ts';

const seen = (top: number, bottom: number) => ({ top, bottom, height: bottom - top });

describe('the hidden part of a frame', () => {
  test('is at the bottom when the page around it ends earlier: Moodle shows 515 of 666 pixels', () => {
    expect(hiddenParts(seen(0, 515), 666)).toEqual({ above: 0, below: 151 });
  });

  test('is at the top when the page around it has scrolled', () => {
    expect(hiddenParts(seen(120, 666), 666)).toEqual({ above: 120, below: 0 });
  });

  test('is nothing when all of it is visible, even if its page is longer than the frame', () => {
    expect(hiddenParts(seen(0, 666), 666)).toEqual({ above: 0, below: 0 });
    expect(hiddenParts(seen(-400, 900), 666)).toEqual({ above: 0, below: 0 });
  });

  test('is nothing when none of it is visible', () => {
    expect(hiddenParts(seen(0, 0), 666)).toEqual({ above: 0, below: 0 });
  });
});
