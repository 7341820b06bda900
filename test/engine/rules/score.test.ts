import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELDS, type Contact, type Field, type Level } from '../../../src/engine/level/level.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import type { Outcome } from '../../../src/engine/play/outcome.ts';
import { courseLevel, level, mail, person, route } from '../levels.ts';

const IDS = ['a', 'b', 'c', 'd', 'e'];
const RUNS = { numRuns: 3000 };

const contact = (id: string): fc.Arbitrary<Contact> =>
  fc
    .record({
      people: fc.constantFrom(1, 1, 2, 17, 1000),
      needs: fc.constantFrom('act' as const, 'know' as const, 'nothing' as const),
      identity: fc.constantFrom('handle' as const, 'partial' as const, 'full' as const, 'photo' as const),
      mustBeSeen: fc.boolean(),
    })
    .map((facts) => person(id, { ...facts, address: `${id}-{n}@mail.example` }));

const anyLevel: fc.Arbitrary<Level> = fc
  .record({
    contacts: fc.tuple(...IDS.map(contact)),
    circles: fc.array(
      fc.record({
        members: fc.subarray(IDS, { minLength: 1 }),
        bond: fc.constantFrom('context' as const, 'acquaintance' as const),
        discusses: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
    sensitivity: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ contacts, circles, sensitivity }) =>
    level(contacts, {
      circles: circles.map((circle, index) => ({ id: `circle-${String(index)}`, ...circle })),
      mails: [mail('mail', { sensitivity })],
    }),
  );
const anyFields = fc
  .tuple(...IDS.map(() => fc.constantFrom<Field>(...FIELDS)))
  .map((fields) => Object.fromEntries(IDS.map((id, index) => [id, fields[index] ?? 'none'])));

/** What a play shows, and what it hides and omits, as sets that can be compared. */
interface Extent {
  readonly shown: ReadonlySet<string>;
  readonly missed: ReadonlySet<string>;
}

const HIDING = new Set(['omitted', 'hidden-doer', 'hidden-accountable', 'cannot-discuss']);

function extentOf({ exposures, leaks, beats }: Outcome): Extent {
  return {
    shown: new Set([
      ...exposures.map(({ viewer, subject, pairs }) => `${viewer} sees ${subject} ${String(pairs)}`),
      ...leaks.map(({ contact: reader }) => `${reader} reads`),
    ]),
    missed: new Set(
      beats.flatMap((beat) => (HIDING.has(beat.kind) ? beat.viewers.map((who) => `${beat.kind} ${who}`) : [])),
    ),
  };
}

const showsStrictlyLess = (one: Extent, other: Extent) =>
  one.shown.size < other.shown.size && [...one.shown].every((pair) => other.shown.has(pair));
const missesNoMore = (one: Extent, other: Extent) => [...one.missed].every((miss) => other.missed.has(miss));

describe('what holds for every score', () => {
  test('a play that shows strictly less and hides and omits no more never scores lower, in random levels', () => {
    let compared = 0;
    fc.assert(
      fc.property(anyLevel, fc.array(anyFields, { minLength: 2, maxLength: 5 }), (some, plays) => {
        const outcomes = plays.map((fields) => simulate(some, route(fields)));
        const extents = outcomes.map(extentOf);
        for (const [one, less] of extents.entries()) {
          for (const [other, more] of extents.entries()) {
            if (!showsStrictlyLess(less, more) || !missesNoMore(less, more)) continue;
            compared += 1;
            expect(outcomes[one]?.score ?? 0).toBeGreaterThanOrEqual(outcomes[other]?.score ?? 0);
          }
        }
      }),
      RUNS,
    );
    expect(compared).toBeGreaterThan(300);
  });

  test('nor in any pair of plays of the CV level', () => {
    const cv = courseLevel('cv-to-rivals');
    const ids = cv.contacts.map(({ id }) => id);
    const plays = Array.from({ length: FIELDS.length ** ids.length }, (_, number) => {
      const fields = ids.map((id, place) => [id, FIELDS[Math.floor(number / FIELDS.length ** place) % FIELDS.length]]);
      const outcome = simulate(cv, { cv: Object.fromEntries(fields) as Record<string, Field> });
      return { score: outcome.score, extent: extentOf(outcome) };
    });
    let violations = 0;
    for (const one of plays) {
      for (const other of plays) {
        if (one.score >= other.score) continue;
        if (showsStrictlyLess(one.extent, other.extent) && missesNoMore(one.extent, other.extent)) violations += 1;
      }
    }
    expect(violations).toBe(0);
  });

  test('moving anyone from Bcc to Cc never raises privacy, and raises the score only where somebody had to be seen', () => {
    fc.assert(
      fc.property(anyLevel, anyFields, fc.constantFrom(...IDS), (some, fields, id) => {
        const hidden = simulate(some, route({ ...fields, [id]: 'bcc' }));
        const shown = simulate(some, route({ ...fields, [id]: 'cc' }));
        expect(shown.privacy).toBeLessThanOrEqual(hidden.privacy);
        expect(shown.score <= hidden.score || shown.purpose > hidden.purpose).toBe(true);
      }),
      RUNS,
    );
  });

  test('splitting a crowd in two leaves privacy as it is, and moves purpose by at most 18 points', () => {
    fc.assert(
      fc.property(anyLevel, anyFields, fc.integer({ min: 1, max: 16 }), (some, fields, part) => {
        const whole: Level = {
          ...some,
          contacts: some.contacts.map((one) => (one.id === 'a' ? { ...one, people: 17 } : one)),
        };
        const split: Level = {
          ...whole,
          contacts: whole.contacts.flatMap((one) =>
            one.id === 'a'
              ? [
                  { ...one, people: part },
                  { ...one, id: 'rest', address: 'rest-{n}@mail.example', people: 17 - part },
                ]
              : [one],
          ),
          circles: (whole.circles ?? []).map((circle) => ({
            ...circle,
            members: circle.members.flatMap((id) => (id === 'a' ? ['a', 'rest'] : [id])),
          })),
        };
        const before = simulate(whole, route(fields));
        const after = simulate(split, route({ ...fields, rest: fields['a'] ?? 'none' }));
        expect(after.privacy).toBe(before.privacy);
        expect(Math.abs(after.purpose - before.purpose)).toBeLessThanOrEqual(18);
      }),
      RUNS,
    );
  });

  test('the order of contacts changes nothing, the lines included', () => {
    fc.assert(
      fc.property(anyLevel, anyFields, (some, fields) => {
        const turned = simulate({ ...some, contacts: some.contacts.toReversed() }, route(fields));
        const straight = simulate(some, route(fields));
        expect(turned.deductions).toEqual(straight.deductions);
        expect([turned.score, turned.privacy, turned.purpose]).toEqual([
          straight.score,
          straight.privacy,
          straight.purpose,
        ]);
      }),
      RUNS,
    );
  });
});
