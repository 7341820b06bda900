import { expect, test } from 'vitest';
import { contains, overlap, spanned } from '../../../src/board/layout/box.ts';

const LEFT = { x: 0, y: 0, width: 10, height: 10 };
const RIGHT = { x: 10, y: 0, width: 10, height: 10 };

test('a point on the border of two boxes is in the one that begins there', () => {
  expect(contains(LEFT, { x: 10, y: 5 })).toBe(false);
  expect(contains(RIGHT, { x: 10, y: 5 })).toBe(true);
  expect(contains(LEFT, { x: 5, y: 10 })).toBe(false);
});

test('boxes side by side do not overlap', () => {
  expect(overlap(LEFT, RIGHT)).toBe(false);
  expect(overlap(LEFT, { ...RIGHT, x: 9 })).toBe(true);
});

test('a frame spans its corners in whatever order they come', () => {
  const corners = [
    { x: 8, y: 2 },
    { x: 3, y: 7 },
  ] as const;
  expect(spanned(...corners)).toEqual({ x: 3, y: 2, width: 5, height: 5 });
  expect(spanned(corners[1], corners[0])).toEqual(spanned(...corners));
});
