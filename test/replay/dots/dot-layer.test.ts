import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openDotLayer, type DotLayer } from '../../../src/replay/dots/dot-layer.ts';
import type { DotPainter } from '../../../src/replay/dots/dot-painter.ts';
import type { Palette } from '../../../src/stage/palette.ts';
import type { Stage } from '../../../src/stage/stage.ts';

const { painter } = vi.hoisted(() => ({ painter: { kind: 'webgl', paint: vi.fn(), finish() {} } }));
vi.mock('../../../src/replay/dots/dot-renderer.ts', () => ({
  dotRendererOf: () => ({ take: () => painter as unknown as DotPainter, ratio: () => 1, speed: null, leave() {} }),
}));
vi.mock('../../../src/stage/palette.ts', () => ({ readPalette: () => ({}) }));

const BATCH = {
  contact: 'batch-1',
  people: 119,
  left: 40,
  top: 30,
  width: 110,
  height: 80,
  origin: { x: 10, y: 10 },
};
const palette = {} as Palette;

let layer: DotLayer;
const painted = () => painter.paint.mock.calls.length;

beforeEach(() => {
  painter.paint.mockClear();
  layer = openDotLayer({} as Stage);
  layer.lay([BATCH], palette);
});
afterEach(() => layer.close());

test('dots are painted with the first frame, before any can have moved', () => {
  layer.paint(0, true);
  expect(painted()).toBe(1);
});

test('moving dots are painted only when the change is visible', () => {
  layer.paint(0, true);
  expect(layer.paint(0.01, true)).toBe(false);
  expect(painted()).toBe(1);
  expect(layer.paint(0.5, true)).toBe(true);
  expect(painted()).toBe(2);
});

test('dots are painted at once after a new layout, because a new size empties their canvas', () => {
  layer.paint(3, true);
  layer.lay([{ ...BATCH, width: 90 }], palette);
  expect(layer.paint(3.01, true)).toBe(true);
});

test('ink is painted while it advances, and no longer', () => {
  layer.paint(3, true);
  layer.setInk('batch-1', 0.4);
  expect(layer.paint(3.01, true)).toBe(true);
  layer.setInk('batch-1', 0.4);
  expect(layer.paint(3.02, true)).toBe(false);
});

test('a picture at rest is painted whenever it is requested', () => {
  layer.paint(3, false);
  expect(layer.paint(3, false)).toBe(true);
});
