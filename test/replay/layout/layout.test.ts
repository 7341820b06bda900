import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Contact } from '../../../src/engine/level/level.ts';
import { overlapArea, type Spot } from '../../../src/replay/layout/seat.ts';
import { castOf, type Actor } from '../../../src/replay/timeline/actors.ts';
import { layTable, type Layout } from '../../../src/replay/layout/layout.ts';
import { allIn, LEVELS } from '../plays.ts';

/** The canvas in windows of 390 × 844, 844 × 390, 1024 × 768, 768 × 1024, 1280 × 600, 1366 × 768 and 1920 × 1080. */
const SIZES = [
  [374, 304],
  [374, 420],
  [505, 238],
  [560, 480],
  [752, 418],
  [816, 407],
  [902, 497],
  [1456, 809],
] as const;

const actor = (id: string, people: number): Actor => {
  const contact: Contact = {
    id,
    name: id,
    address: `${id}@mail.example`,
    needs: 'know',
    ...(people > 1 && { people }),
  };
  return { contact, people };
};

const anyCast = fc
  .array(fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 400 }), fc.constant(1_000_000)), {
    minLength: 1,
    maxLength: 10,
  })
  // A level has at most one crowd that fills the desk.
  .map((sizes) => sizes.map((people, index) => (people > 10_000 && sizes.indexOf(people) !== index ? 1 : people)))
  .map((sizes) => sizes.map((people, index) => actor(`a${String(index)}`, people)));

function expectOnTable({ x, y, width, height }: Spot, table: Layout): void {
  expect(x - width / 2).toBeGreaterThanOrEqual(-0.01);
  expect(y - height / 2).toBeGreaterThanOrEqual(-0.01);
  expect(x + width / 2).toBeLessThanOrEqual(table.width + 0.01);
  expect(y + height / 2).toBeLessThanOrEqual(table.height + 0.01);
}

function expectApart(spots: readonly Spot[]): void {
  for (const [index, one] of spots.entries()) {
    for (const other of spots.slice(index + 1)) {
      const across = (one.width + other.width) / 2 - Math.abs(one.x - other.x);
      const down = (one.height + other.height) / 2 - Math.abs(one.y - other.y);
      if (across > 0.01 && down > 0.01) expect.fail(`${JSON.stringify(one)} lies on ${JSON.stringify(other)}`);
    }
  }
}

function expectInside(inner: Spot, outer: Spot): void {
  expect(Math.abs(inner.x - outer.x)).toBeLessThanOrEqual((outer.width - inner.width) / 2 + 0.01);
  expect(Math.abs(inner.y - outer.y)).toBeLessThanOrEqual((outer.height - inner.height) / 2 + 0.01);
}

/** The sender with the name below. */
function senderBox({ sender, measure }: Layout): Spot {
  const name = measure.text * 1.25 + 4;
  return { ...sender, y: sender.y + name / 2, height: sender.height + name };
}

function expectCalm(layout: Layout): void {
  const seats = [...layout.seats.values()];
  expectOnTable(layout.pool, layout);
  const boxes = [...seats.map(({ box }) => box), senderBox(layout), layout.pile];
  for (const box of boxes) expectOnTable(box, layout);
  expectApart(boxes);
  for (const { box, stamp, label, inbox } of seats) {
    expectInside(stamp, box);
    expectInside(label, box);
    expectInside({ ...inbox, height: 1 }, box);
    expectApart([stamp, label]);
  }
}

describe.each(SIZES)('a table of %i × %i', (width, height) => {
  test('seats everyone of each level without overlap, within the edges', () => {
    for (const level of LEVELS) {
      for (const field of ['cc', 'bcc', 'separate'] as const) {
        const cast = castOf(level, allIn(level, field).outcome);
        const layout = layTable(cast, width, height);
        expect([...layout.seats.keys()]).toEqual(cast.map(({ contact }) => contact.id));
        expectCalm(layout);
        expect(layout.measure.stamp).toBeGreaterThanOrEqual(24);
      }
    }
  });

  test('shows most of each stamp beside its envelope', () => {
    for (const level of LEVELS) {
      const { seats } = layTable(castOf(level, allIn(level, 'cc').outcome), width, height);
      const all = [...seats.values()];
      for (const { stamp, inbox, letter } of all) {
        const covered = overlapArea(stamp, inbox) + overlapArea(stamp, letter);
        expect(covered / (stamp.width * stamp.height)).toBeLessThan(0.5);
      }
    }
  });

  test('does so for any cast of up to ten', () => {
    fc.assert(
      fc.property(anyCast, (cast) => {
        const layout = layTable(cast, width, height);
        expect(layout.seats.size).toBe(cast.length);
        expectCalm(layout);
      }),
      { numRuns: 60 },
    );
  });

  test('is laid the same way every time', () => {
    const cast = [actor('a', 1), actor('b', 119), actor('c', 198)];
    expect(layTable(cast, width, height).seats.get('b')?.box).toEqual(
      layTable(cast, width, height).seats.get('b')?.box,
    );
  });
});

test('on a phone of 320 × 568 no label of a level touches another, and each stamp is visible', () => {
  for (const level of LEVELS) {
    const layout = layTable(castOf(level, allIn(level, 'cc').outcome), 304, 256);
    expectCalm(layout);
    for (const { stamp, inbox } of layout.seats.values()) {
      expect(overlapArea(stamp, inbox) / (stamp.width * stamp.height)).toBeLessThan(0.5);
    }
  }
});

test('holds a paper to read where it covers fewer names than in the middle', () => {
  const survey = LEVELS.find(({ id }) => id === 'survey-mailing')!;
  const { seats, middle } = layTable(castOf(survey, allIn(survey, 'cc').outcome), 816, 407);
  const covered = (spot: Spot) => [...seats.values()].reduce((sum, { label }) => sum + overlapArea(spot, label), 0);
  expectOnTable(middle, { width: 816, height: 407 } as Layout);
  expect(covered(middle)).toBeLessThan(covered({ ...middle, x: 440, y: 203 }) / 2);
});

test('holds a paper to read where it covers no name, smaller if need be, from a small laptop on', () => {
  for (const level of LEVELS) {
    for (const [width, height] of [
      [752, 418],
      [902, 497],
      [1456, 809],
    ] as const) {
      const { seats, middle } = layTable(castOf(level, allIn(level, 'cc').outcome), width, height);
      for (const { label } of seats.values()) expect(overlapArea(middle, label)).toBe(0);
      expect(middle.width).toBeGreaterThanOrEqual(190);
    }
  }
});

test('seats everyone even if it is too small for its cast', () => {
  const cast = Array.from({ length: 30 }, (_, index) => actor(`a${String(index)}`, 1 + (index % 3) * 50));
  const layout = layTable(cast, 320, 160);
  expect(layout.seats.size).toBe(30);
});
