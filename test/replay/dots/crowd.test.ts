import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  crowdOf,
  dotAt,
  dotOf,
  dotsWithin,
  inkWay,
  personOf,
  placeOf,
  swiftnessOf,
  turnOf,
  type Crowd,
} from '../../../src/replay/dots/crowd.ts';
import { DRY, frontOf } from '../../../src/replay/dots/ink-front.ts';

const side = fc.integer({ min: 24, max: 900 });
const time = fc.double({ min: 0, max: 60, noNaN: true });
const size = fc.record({ width: side, height: side });

/** Crowds of every kind: all people drawn or some, dots or dust, ink from anywhere. */
const anyCrowd: fc.Arbitrary<Crowd> = fc
  .tuple(
    fc.string({ minLength: 1, maxLength: 8 }),
    fc.oneof(fc.integer({ min: 2, max: 400 }), fc.integer({ min: 2, max: 1_000_000 })),
    fc.integer({ min: 1, max: 10 }),
    size,
    fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
  )
  .map(([id, people, share, box, [across, down]]) =>
    crowdOf(id, people, Math.ceil(people / share), box, { x: box.width * across, y: box.height * down }),
  );
const crowdAndDot = anyCrowd.chain((crowd) =>
  fc.record({ crowd: fc.constant(crowd), dot: fc.integer({ min: 0, max: crowd.dots - 1 }), time }),
);

describe('the dots of a crowd', () => {
  test('move no faster than stated', () => {
    fc.assert(
      fc.property(
        crowdAndDot,
        fc.double({ min: 0.001, max: 0.5, noNaN: true }),
        ({ crowd, dot, time: when }, passed) => {
          const [before, after] = [placeOf(crowd, dot, when), placeOf(crowd, dot, when + passed)];
          const most = swiftnessOf(crowd) * passed + 1e-6;
          expect(Math.abs(after.x - before.x)).toBeLessThanOrEqual(most);
          expect(Math.abs(after.y - before.y)).toBeLessThanOrEqual(most);
        },
      ),
    );
  });

  test('always stay in their field', () => {
    fc.assert(
      fc.property(crowdAndDot, ({ crowd, dot, time: when }) => {
        const { x, y } = placeOf(crowd, dot, when);
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(crowd.width);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(crowd.height);
      }),
      { numRuns: 500 },
    );
  });

  test('are in the same place at the same time for the same crowd, and elsewhere for another', () => {
    const box = { width: 120, height: 90 };
    const [one, again, other] = [
      crowdOf('one', 150, 150, box),
      crowdOf('one', 150, 150, box),
      crowdOf('two', 150, 150, box),
    ];
    expect(placeOf(one, 77, 3.5)).toEqual(placeOf(again, 77, 3.5));
    expect(placeOf(one, 77, 3.5)).not.toEqual(placeOf(other, 77, 3.5));
    expect(placeOf(one, 77, 3.5)).not.toEqual(placeOf(one, 77, 4.5));
  });

  test('are picked where they are', () => {
    fc.assert(
      fc.property(crowdAndDot, ({ crowd, dot, time: when }) => {
        const place = placeOf(crowd, dot, when);
        const picked = placeOf(crowd, dotAt(crowd, place, when), when);
        // Two of a million may overlap; the picked one is at this place.
        expect(Math.hypot(picked.x - place.x, picked.y - place.y)).toBeLessThan(1e-6);
      }),
      { numRuns: 300 },
    );
  });

  test('are picked as a search through all of them would', () => {
    fc.assert(
      fc.property(
        anyCrowd.filter(({ dots }) => dots <= 5000),
        fc.double({ min: -0.2, max: 1.2, noNaN: true }),
        fc.double({ min: -0.2, max: 1.2, noNaN: true }),
        time,
        (crowd, across, down, when) => {
          const at = { x: crowd.width * across, y: crowd.height * down };
          const far = (dot: number) => {
            const { x, y } = placeOf(crowd, dot, when);
            return Math.hypot(x - at.x, y - at.y);
          };
          const least = Math.min(...Array.from({ length: crowd.dots }, (_, dot) => far(dot)));
          expect(far(dotAt(crowd, at, when))).toBe(least);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('do not overlap unless they are dust', () => {
    for (const people of [119, 154, 163, 198]) {
      const crowd = crowdOf('batch', people, people, { width: 120, height: 90 });
      for (let dot = 0; dot < people; dot++) {
        dotsWithin(crowd, placeOf(crowd, dot, 7), crowd.pitch * 0.25, 7, (found) => expect(found).toBe(dot));
      }
    }
  });

  test('are one person each, and nobody is two', () => {
    fc.assert(
      fc.property(anyCrowd, ({ people, dots, ...rest }) => {
        const crowd = { people, dots, ...rest };
        const [first, last] = [personOf(crowd, 0), personOf(crowd, dots - 1)];
        expect(first).toBe(0);
        expect(last).toBeLessThan(people);
        for (let dot = 1; dot < Math.min(dots, 500); dot++) {
          expect(personOf(crowd, dot)).toBeGreaterThan(personOf(crowd, dot - 1));
        }
        for (const dot of [0, dots >> 1, dots - 1]) {
          expect(dotOf(crowd, personOf(crowd, dot))).toBe(dot);
        }
      }),
    );
  });
});

describe('the ink', () => {
  test('reaches exactly as many as were seen: none before, all at the end, and never fewer as time passes', () => {
    fc.assert(
      fc.property(
        anyCrowd.filter(({ dots }) => dots <= 3000),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (crowd, share) => {
          const front = frontOf(crowd);
          const wet = (ink: number) =>
            Array.from({ length: crowd.dots }, (_, dot) => turnOf(crowd, dot)).filter((turn) => turn <= front(ink))
              .length;
          expect(front(0)).toBe(DRY);
          expect(wet(0)).toBe(0);
          expect(wet(1)).toBe(crowd.dots);
          expect(Math.abs(wet(share) - Math.max(1, share * crowd.dots))).toBeLessThan(1 + crowd.dots * 1e-3);
          expect(wet(share)).toBeLessThanOrEqual(wet(Math.min(1, share + 0.05)));
        },
      ),
      { numRuns: 40 },
    );
  });

  test('reaches its share of a million too', () => {
    const crowd = crowdOf('petitioners', 1_000_000, 1_000_000, { width: 360, height: 260 });
    const front = frontOf(crowd)(0.4);
    let wet = 0;
    for (let dot = 0; dot < crowd.dots; dot++) if (turnOf(crowd, dot) <= front) wet++;
    expect(wet / crowd.dots).toBeCloseTo(0.4, 2);
  });

  test('comes from its origin, whatever its lobes', () => {
    const crowd = crowdOf('crowd', 150, 150, { width: 120, height: 90 }, { x: 10, y: 80 });
    expect(inkWay(crowd, 10, 80)).toBe(0);
    for (let step = 1; step < 50; step++) {
      const [near, far] = [step, step + 1].map((way) => inkWay(crowd, 10 + way * 2, 80 - way));
      expect(far).toBeGreaterThan(near ?? Infinity);
    }
  });
});
