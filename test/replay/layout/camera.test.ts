import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { viewAt } from '../../../src/replay/layout/camera.ts';
import { castOf } from '../../../src/replay/timeline/actors.ts';
import { layTable } from '../../../src/replay/layout/layout.ts';
import { settledTime, stateAt, timelineOf } from '../../../src/replay/timeline/timeline.ts';
import { allIn, anyPlay, LEVELS } from '../plays.ts';

const anySize = fc.constantFrom([816, 472], [374, 320], [500, 280], [1400, 820]);

test('the camera never leaves the table, never jumps, and keeps the people of a beat in view', () => {
  fc.assert(
    fc.property(
      anyPlay,
      anySize,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (model, [width = 0, height = 0], share) => {
        const timeline = timelineOf(model);
        const layout = layTable(castOf(model.level, model.outcome), width, height);
        const at = (time: number) => viewAt(timeline, layout, model.outcome.beats, stateAt(timeline, time));
        const time = share * timeline.duration;
        const { x, y, zoom } = at(time);
        expect(zoom).toBeGreaterThanOrEqual(1);
        expect(zoom).toBeLessThanOrEqual(1.6);
        for (const [middle, size] of [
          [x, width],
          [y, height],
        ] as const) {
          expect(middle - size / (2 * zoom)).toBeGreaterThan(-0.01);
          expect(middle + size / (2 * zoom)).toBeLessThan(size + 0.01);
        }
        expect(Math.abs(at(time + 1 / 60).zoom - zoom)).toBeLessThan(0.08);
        const { viewers = [], subjects = [] } = model.outcome.beats[stateAt(timeline, time).beat] ?? {};
        const seats = [...viewers, ...subjects].flatMap((id) => layout.seats.get(id) ?? []);
        for (const { box } of seats) {
          expect(Math.abs(box.x - x) * zoom + (box.width / 2) * zoom).toBeLessThan(width / 2 + 1);
          expect(Math.abs(box.y - y) * zoom + (box.height / 2) * zoom).toBeLessThan(height / 2 + 1);
        }
      },
    ),
  );
});

test('every beat ends with the whole table in view', () => {
  fc.assert(
    fc.property(anyPlay, (model) => {
      const timeline = timelineOf(model);
      const layout = layTable(castOf(model.level, model.outcome), 816, 472);
      const rests = [...timeline.segments.map((_, segment) => settledTime(timeline, segment)), timeline.duration];
      for (const time of rests) {
        const view = viewAt(timeline, layout, model.outcome.beats, stateAt(timeline, time));
        expect(view).toEqual({ x: 408, y: 236, zoom: 1 });
      }
    }),
  );
});

test('on a phone it moves closer to two people of a beat', () => {
  const [rivals] = LEVELS;
  if (!rivals) throw new Error('There is no level.');
  const model = allIn(rivals, 'cc');
  const timeline = timelineOf(model);
  const layout = layTable(castOf(model.level, model.outcome), 374, 320);
  const zooms = timeline.segments.map(({ start, seconds }) => {
    const moment = stateAt(timeline, start + seconds * 0.5);
    return viewAt(timeline, layout, model.outcome.beats, moment).zoom;
  });
  expect(Math.max(...zooms)).toBeGreaterThan(1.1);
});
