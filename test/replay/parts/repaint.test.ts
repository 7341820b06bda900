import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { highlightOf } from '../../../src/replay/timeline/highlight.ts';
import type { Part } from '../../../src/replay/parts/part.ts';
import { repainterOf } from '../../../src/replay/parts/repaint.ts';
import { stateAt, timelineOf } from '../../../src/replay/timeline/timeline.ts';
import { anyPlay } from '../plays.ts';

interface Painted {
  readonly part: Part;
  /** Its last painting. */
  look: string;
  times: number;
}

/** A part that remembers how it was painted, and with which highlight if it depends on that. */
function recorder(cues: readonly number[], minds: boolean): Painted {
  const painted: Painted = {
    look: '',
    times: 0,
    part: {
      cues,
      ...(minds && { minds: 'light' }),
      paint(progress, { beat, person }) {
        const look = JSON.stringify([progress, minds && [beat, person]]);
        const changed = look !== painted.look;
        painted.look = look;
        painted.times += 1;
        return changed;
      },
    },
  };
  return painted;
}

const anyParts = fc.array(fc.tuple(fc.array(fc.nat(), { maxLength: 4 }), fc.boolean()), { minLength: 1, maxLength: 6 });
/** Points in the story with the person chosen there, a number for each. */
const anyWay = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.option(fc.nat())), {
  minLength: 1,
  maxLength: 8,
});

test('after any jump and any choice, the table looks as if everything had been painted', () => {
  fc.assert(
    fc.property(anyPlay, anyParts, anyWay, (model, kinds, way) => {
      const timeline = timelineOf(model);
      const make = () =>
        kinds.map(([cues, minds]) =>
          recorder(
            cues.map((cue) => cue % Math.max(1, timeline.cues.length)),
            minds,
          ),
        );
      const parts = make();
      const repaint = repainterOf(parts.map(({ part }) => part));
      for (const [share, chosen] of way) {
        const moment = stateAt(timeline, share * timeline.duration);
        const person =
          chosen === null ? null : (model.level.contacts[chosen % model.level.contacts.length]?.id ?? null);
        const light = highlightOf(model.outcome, moment.beat, person);
        const before = parts.map(({ look }) => look);
        const changed = repaint(moment, light);
        const fresh = make();
        repainterOf(fresh.map(({ part }) => part))(moment, light);
        expect(parts.map(({ look }) => look)).toEqual(fresh.map(({ look }) => look));
        expect(changed).toBe(parts.some(({ look }, index) => look !== before[index]));
      }
    }),
    { numRuns: 200 },
  );
});

test('unchanged parts are not painted again', () => {
  const parts = [recorder([0], false), recorder([1], false), recorder([], true)];
  const repaint = repainterOf(parts.map(({ part }) => part));
  const outcome = { beats: [], exposures: [] } as never;
  repaint({ progress: [0, 0] }, highlightOf(outcome, -1, null));
  expect(repaint({ progress: [0, 0] }, highlightOf(outcome, -1, null))).toBe(false);
  expect(repaint({ progress: [0.5, 0] }, highlightOf(outcome, -1, null))).toBe(true);
  expect(repaint({ progress: [0.5, 0] }, highlightOf(outcome, -1, 'somebody'))).toBe(true);
  expect(parts.map(({ times }) => times)).toEqual([2, 1, 2]);
});
