import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyCommand, replayLog, startPlay, type Command } from '../../src/engine/play/play.ts';
import { FIELDS, type Contact, type Field, type Level } from '../../src/engine/level/level.ts';
import { simulate } from '../../src/engine/play/simulate.ts';
import { GAUGES } from '../../src/engine/rules/rule.ts';
import { sharesOfWorst, wholePoints } from '../../src/engine/rules/shares.ts';
import { anyCircles } from './arbitrary.ts';
import { courseLevel, level, mail, person, route } from './levels.ts';
import { tries } from '../tries.ts';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const field = fc.constantFrom<Field>(...FIELDS);
const ALL_FIELDS = { fields: [...FIELDS], instead: { name: 'Another way', reaches: true } };

const contact = (id: string): fc.Arbitrary<Contact> =>
  fc
    .record({
      people: fc.constantFrom(1, 1, 1, 2, 17, 1000),
      needs: fc.constantFrom('act' as const, 'know' as const, 'nothing' as const),
      identity: fc.constantFrom('handle' as const, 'partial' as const, 'full' as const, 'photo' as const),
      authorised: fc.boolean(),
      mustBeSeen: fc.boolean(),
      loud: fc.boolean(),
    })
    .map(({ people, loud, ...facts }) =>
      person(id, { ...facts, address: `${id}-{n}@mail.example`, people, habits: loud ? ['replies-all'] : [] }),
    );

const anyLevel: fc.Arbitrary<Level> = fc
  .record({
    contacts: fc.tuple(...IDS.map(contact)),
    circles: anyCircles(IDS),
    sensitivity: fc.integer({ min: 0, max: 3 }),
    ccOnSeparate: fc.boolean(),
  })
  .map(({ contacts, circles, sensitivity, ccOnSeparate }) =>
    level(contacts, {
      circles,
      mails: [
        mail('mail', { sensitivity, ccOnSeparate, ...ALL_FIELDS }),
        mail('sorry', { sensitivity, when: 'breach', after: 'P1D', affected: true, ...ALL_FIELDS }),
      ],
    }),
  );

const anyFields = fc
  .tuple(...IDS.map(() => field))
  .map((fields) => Object.fromEntries(IDS.map((id, index) => [id, fields[index] ?? 'none'])));
const RUNS = tries(1000, 200);

describe('what holds for all levels and routings', () => {
  test('moving anyone from Bcc to Cc never reduces disclosures', () => {
    fc.assert(
      fc.property(anyLevel, anyFields, fc.constantFrom(...IDS), (some, fields, id) => {
        const hidden = simulate(some, route({ ...fields, [id]: 'bcc' }));
        const shown = simulate(some, route({ ...fields, [id]: 'cc' }));
        expect(shown.disclosures).toBeGreaterThanOrEqual(hidden.disclosures);
      }),
      RUNS,
    );
  });

  test('separate mails never disclose', () => {
    fc.assert(
      fc.property(anyLevel, (some) => {
        expect(simulate(some, route(Object.fromEntries(IDS.map((id) => [id, 'separate'])))).disclosures).toBe(0);
      }),
      RUNS,
    );
  });

  test('To and Cc disclose alike, unless a separate mail carries the Cc line', () => {
    fc.assert(
      fc.property(anyLevel, anyFields, (one, fields) => {
        const some = { ...one, mails: one.mails.map((each) => ({ ...each, ccOnSeparate: false })) };
        const other: Partial<Record<Field, Field>> = { to: 'cc', cc: 'to' };
        const swapped = Object.fromEntries(Object.entries(fields).map(([id, value]) => [id, other[value] ?? value]));
        expect(simulate(some, route(swapped)).exposures).toEqual(simulate(some, route(fields)).exposures);
      }),
      RUNS,
    );
  });

  test('more harm never raises the score: a more sensitive occasion, a fuller identity, a new acquaintance', () => {
    fc.assert(
      fc.property(anyLevel, anyFields, fc.constantFrom(...IDS), (some, fields, id) => {
        const before = simulate(some, route(fields)).score;
        const worse: Level[] = [
          { ...some, mails: some.mails.map((one) => ({ ...one, sensitivity: Math.min(3, one.sensitivity + 1) })) },
          { ...some, contacts: some.contacts.map((one) => (one.id === id ? { ...one, identity: 'photo' } : one)) },
          { ...some, circles: [...(some.circles ?? []), { id: 'new', members: [...IDS], bond: 'acquaintance' }] },
        ];
        for (const harmed of worse) expect(simulate(harmed, route(fields)).score).toBeLessThanOrEqual(before);
      }),
      RUNS,
    );
  });

  test('the order of contacts does not matter', () => {
    fc.assert(
      fc.property(anyLevel, anyFields, (some, fields) => {
        const turned = simulate({ ...some, contacts: some.contacts.toReversed() }, route(fields));
        const straight = simulate(some, route(fields));
        expect([turned.score, turned.stars, turned.disclosures]).toEqual([
          straight.score,
          straight.stars,
          straight.disclosures,
        ]);
      }),
      RUNS,
    );
  });

  test('every lost point is explained, and the score stays between 0 and 100', () => {
    fc.assert(
      fc.property(anyLevel, anyFields, (some, fields) => {
        const outcome = simulate(some, route(fields));
        for (const gauge of GAUGES) {
          const lines = outcome.deductions.filter((deduction) => deduction.gauge === gauge);
          expect(lines.reduce((sum, { points }) => sum + points, 0)).toBe(100 - outcome[gauge]);
        }
        expect(outcome.score).toBe(Math.round((outcome.privacy * outcome.purpose * outcome.ending) / 10_000));
        expect(outcome.score).toBeGreaterThanOrEqual(0);
        for (const deduction of outcome.deductions) {
          expect(deduction.points).toBeGreaterThan(0);
          expect(deduction.causes.length).toBeGreaterThan(0);
        }
      }),
      RUNS,
    );
  });

  test('beats have unique ids, are in story order, and are caused by earlier beats', () => {
    fc.assert(
      fc.property(anyLevel, anyFields, (some, fields) => {
        const { beats } = simulate(some, route(fields));
        const seen = new Set<string>();
        let clock = 0;
        for (const beat of beats) {
          expect(seen.has(beat.id)).toBe(false);
          expect(
            beat.causes.flatMap((cause) => (cause.type === 'beat' && !seen.has(cause.beat) ? cause.beat : [])),
          ).toEqual([]);
          seen.add(beat.id);
          expect(beat.at).toBeGreaterThanOrEqual(clock);
          clock = beat.at;
        }
      }),
      RUNS,
    );
  });

  test('the beats before an apology stay the same once the apology is sent', () => {
    fc.assert(
      fc.property(anyLevel, anyFields, anyFields, (some, fields, apology) => {
        const before = simulate(some, route(fields));
        if (before.due.length === 0) return;
        const after = simulate(some, { mail: fields, sorry: apology });
        expect(after.beats.slice(0, before.beats.length)).toEqual(before.beats);
      }),
      RUNS,
    );
  });

  test('whole points add up to the loss, and every part of the loss gets a point if there are enough', () => {
    const parts = fc.array(fc.double({ min: 0.001, max: 120, noNaN: true }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 100 }), (lost, target) => {
        const points = wholePoints(lost, target);
        expect(points.reduce((total, part) => total + part, 0)).toBe(target);
        expect(target < lost.length || Math.min(...points) > 0).toBe(true);
      }),
      RUNS,
    );
  });

  test("each finding bears a share of the worst one's cost, a worse one never less, and together they bear all of it", () => {
    const limit = fc.record({ leaves: fc.integer({ min: 0, max: 99 }), share: fc.constant(1) });
    fc.assert(
      fc.property(fc.array(limit, { minLength: 1, maxLength: 8 }), (limits) => {
        const parts = sharesOfWorst(limits);
        const worst = Math.min(...limits.map(({ leaves }) => leaves));
        expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(100 - worst, 6);
        for (const [one, part] of parts.entries()) {
          expect(part).toBeGreaterThan(0);
          for (const [other, less] of parts.entries()) {
            expect((limits[one]?.leaves ?? 0) >= (limits[other]?.leaves ?? 0) || part > less).toBe(true);
          }
        }
      }),
      RUNS,
    );
  });
});

describe('what holds for all plays', () => {
  const survey = courseLevel('survey-mailing');
  const cards = survey.contacts.map(({ id }) => id);
  const command: fc.Arbitrary<Command> = fc.oneof(
    { weight: 6, arbitrary: fc.record({ type: fc.constant('place' as const), contacts: fc.subarray(cards), field }) },
    { weight: 2, arbitrary: fc.constantFrom<Command>({ type: 'undo' }, { type: 'redo' }) },
    { weight: 1, arbitrary: fc.constantFrom<Command>({ type: 'send' }, { type: 'unsend' }) },
  );

  test('the log of commands alone restores the play', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 25 }), (commands) => {
        const play = commands.reduce((state, next) => applyCommand(survey, state, next), startPlay(survey));
        expect(replayLog(survey, play.log)).toEqual(play);
      }),
      tries(300, 60),
    );
  });

  test('undo after a placement restores the earlier state, and redo repeats the placement', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 15 }), fc.subarray(cards), field, (commands, contacts, to) => {
        const play = commands.reduce((state, next) => applyCommand(survey, state, next), startPlay(survey));
        const placed = applyCommand(survey, play, { type: 'place', contacts, field: to });
        if (placed === play) return;
        const undone = applyCommand(survey, placed, { type: 'undo' });
        expect(undone.placement).toEqual(play.placement);
        expect(applyCommand(survey, undone, { type: 'redo' }).placement).toEqual(placed.placement);
      }),
      tries(300, 60),
    );
  });
});
