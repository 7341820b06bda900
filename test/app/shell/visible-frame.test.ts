import { describe, expect, test } from 'vitest';
import { hiddenParts } from '../../../src/app/shell/visible-frame.ts';

const seen = (top: number, bottom: number) => ({ top, bottom, height: bottom - top });

describe('what a frame hides', () => {
  test('is below, where the page around it ends before it: Moodle shows 515 of 666 pixels', () => {
    expect(hiddenParts(seen(0, 515), 666)).toEqual({ above: 0, below: 151 });
  });

  test('is above, where the page around it has scrolled', () => {
    expect(hiddenParts(seen(120, 666), 666)).toEqual({ above: 120, below: 0 });
  });

  test('is nothing where all of it is seen, also when its page is longer than the frame', () => {
    expect(hiddenParts(seen(0, 666), 666)).toEqual({ above: 0, below: 0 });
    expect(hiddenParts(seen(-400, 900), 666)).toEqual({ above: 0, below: 0 });
  });

  test('counts as nothing where nobody sees any of it', () => {
    expect(hiddenParts(seen(0, 0), 666)).toEqual({ above: 0, below: 0 });
  });
});
