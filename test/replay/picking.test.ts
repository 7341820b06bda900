import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { transformOf, viewAt } from '../../src/replay/layout/camera.ts';
import { castOf } from '../../src/replay/timeline/actors.ts';
import { layTable } from '../../src/replay/layout/layout.ts';
import { mirrored } from '../../src/replay/layout/mirror.ts';
import { tablePoint } from '../../src/replay/picking.ts';
import { stateAt, timelineOf } from '../../src/replay/timeline/timeline.ts';
import { anyPlay } from './plays.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });

/** The effect of the style `translate(…px, …px) scale(…)` with its origin at the upper left. */
function styled(transform: string): { readonly left: number; readonly top: number; readonly zoom: number } {
  if (transform === 'none') return { left: 0, top: 0, zoom: 1 };
  const [left, top, zoom] = [...transform.matchAll(/-?\d+(\.\d+)?/g)].map(([number]) => Number(number));
  if (left === undefined || top === undefined || zoom === undefined) throw new Error(transform);
  return { left, top, zoom };
}

test('picks whatever the camera shows under the pointer, also mirrored, and on a projector', () => {
  fc.assert(
    fc.property(
      anyPlay,
      fc.constantFrom({ width: 816, height: 472 }, { width: 374, height: 320 }, { width: 1400, height: 820 }),
      fc.boolean(),
      fc.constantFrom(1, 1.5, 0.8),
      fc.record({ left: fc.integer({ min: -200, max: 400 }), top: fc.integer({ min: -500, max: 300 }) }),
      fc.tuple(share, share, share),
      (model, size, fromTheRight, magnified, host, [moment, across, down]) => {
        const timeline = timelineOf(model);
        const laid = layTable(castOf(model.level, model.outcome), size.width, size.height);
        const layout = fromTheRight ? mirrored(laid) : laid;
        const now = stateAt(timeline, moment * timeline.duration);
        const { left, top, zoom } = styled(transformOf(viewAt(timeline, layout, model.outcome.beats, now), layout));
        const shown = (x: number, y: number) => ({
          clientX: host.left + (left + x * zoom) * magnified,
          clientY: host.top + (top + y * zoom) * magnified,
        });
        const corner = shown(0, 0);
        const seen = {
          left: corner.clientX,
          top: corner.clientY,
          width: size.width * zoom * magnified,
          height: size.height * zoom * magnified,
        };
        const [x, y] = tablePoint(shown(size.width * across, size.height * down), seen, size);
        expect(x).toBeCloseTo(size.width * across, 6);
        expect(y).toBeCloseTo(size.height * down, 6);
      },
    ),
  );
});
