import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELDS, type Contact, type Field, type Level } from '../../../src/engine/level/level.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { anyCase, anyCircles, anyMailboxCase } from '../arbitrary.ts';
import { GAUGES } from '../../../src/engine/rules/rule.ts';
import { courseLevel, level, mail, person, route } from '../levels.ts';
import { tries } from '../../tries.ts';
import { compareAll, played, told } from './extent.ts';

/** The fields that the levels here offer, without an `instead` tray. */
const OFFERED = FIELDS.filter((field) => field !== 'instead');
const IDS = ['a', 'b', 'c', 'd', 'e'];
const RUNS = tries(3000);

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
    circles: anyCircles(IDS),
    sensitivity: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ contacts, circles, sensitivity }) =>
    level(contacts, {
      circles,
      mails: [mail('mail', { sensitivity })],
    }),
  );

/** The same, but some reply to all and some forward. */
const loudLevel: fc.Arbitrary<Level> = fc
  .record({
    some: anyLevel,
    loud: fc.subarray(IDS),
    forwards: fc.dictionary(fc.constantFrom(...IDS), fc.constantFrom(...IDS), { maxKeys: 3 }),
  })
  .map(({ some, loud, forwards }) => ({
    ...some,
    contacts: some.contacts.map((one) => {
      const forwardsTo = forwards[one.id];
      const habits = [
        ...(loud.includes(one.id) ? (['replies-all'] as const) : []),
        ...(forwardsTo === undefined ? [] : (['forwards'] as const)),
      ];
      return { ...one, habits, ...(forwardsTo !== undefined && { forwardsTo }) };
    }),
  }));
const anyFields = fc
  .tuple(...IDS.map(() => fc.constantFrom<Field>(...OFFERED)))
  .map((fields) => Object.fromEntries(IDS.map((id, index) => [id, fields[index] ?? 'none'])));

describe('properties of every score', () => {
  test.each([
    ['levels of up to 60 people', anyCase],
    ['mailboxes that go by several names', anyMailboxCase],
  ])('a debrief leaves no lost point unnamed: %s', (_, cases) => {
    let lost = 0;
    fc.assert(
      fc.property(cases, ({ level: some, routing }) => {
        const outcome = simulate(some, routing);
        for (const gauge of GAUGES) {
          const lines = outcome.deductions.filter((one) => one.gauge === gauge);
          lost += 100 - outcome[gauge];
          expect(lines.reduce((sum, { points }) => sum + points, 0)).toBe(100 - outcome[gauge]);
          expect(lines.every(({ points, causes }) => points > 0 && causes.length > 0)).toBe(true);
        }
      }),
      RUNS,
    );
    expect(lost).toBeGreaterThan(RUNS.numRuns);
  });

  test('a play that exposes strictly less and hides and omits no more never scores lower, in random levels', () => {
    let pairs = 0;
    fc.assert(
      fc.property(anyLevel, fc.array(anyFields, { minLength: 2, maxLength: 5 }), (some, plays) => {
        const { compared, wrong } = compareAll(plays.map((fields) => played(some, route(fields))));
        pairs += compared;
        expect(told(wrong)).toEqual([]);
      }),
      RUNS,
    );
    expect(pairs).toBeGreaterThan(RUNS.numRuns / 20);
  });

  test('nor in any pair of plays of the CV level', () => {
    const cv = courseLevel('cv-to-rivals');
    const ids = cv.contacts.map(({ id }) => id);
    const plays = Array.from({ length: OFFERED.length ** ids.length }, (_, number) =>
      Object.fromEntries(
        ids.map((id, place): [string, Field] => [
          id,
          OFFERED[Math.floor(number / OFFERED.length ** place) % OFFERED.length] ?? 'none',
        ]),
      ),
    );
    const { compared, wrong } = compareAll(plays.map((fields) => played(cv, { cv: fields })));
    expect(compared).toBeGreaterThan(1000);
    expect(told(wrong)).toEqual([]);
  });

  test('moving anyone from Bcc to Cc never raises privacy, nor the score unless someone had to be seen', () => {
    fc.assert(
      fc.property(anyLevel, anyFields, fc.constantFrom(...IDS), (some, fields, id) => {
        const hidden = simulate(some, route({ ...fields, [id]: 'bcc' }));
        const shown = simulate(some, route({ ...fields, [id]: 'cc' }));
        expect(shown.privacy).toBeLessThanOrEqual(hidden.privacy);
        expect(shown.score <= hidden.score || hadToBeSeen(some, id)).toBe(true);
      }),
      RUNS,
    );
  });

  test('splitting a crowd in two keeps privacy, and moves purpose by at most 18 points, whatever its habits', () => {
    fc.assert(
      fc.property(loudLevel, anyFields, fc.constantFrom(17, 2000), fc.integer({ min: 1, max: 16 }), splitsCrowd),
      RUNS,
    );
  });

  test('the order of contacts changes nothing: not the score, the deductions, the beats or who saw whom', () => {
    fc.assert(
      fc.property(loudLevel, anyFields, (some, fields) => {
        const turned = simulate({ ...some, contacts: some.contacts.toReversed() }, route(fields));
        expect(turned).toEqual(simulate(some, route(fields)));
      }),
      RUNS,
    );
  });

  test('the case of addresses changes nothing', () => {
    fc.assert(
      fc.property(loudLevel, anyFields, fc.subarray(IDS), fc.boolean(), (some, fields, ids, sender) => {
        const louder = (address: string) => address.toUpperCase().replace('{N}', '{n}');
        const spelled = simulate(
          {
            ...some,
            sender: sender ? { ...some.sender, address: louder(some.sender.address) } : some.sender,
            contacts: some.contacts.map((one) =>
              ids.includes(one.id) ? { ...one, address: louder(one.address) } : one,
            ),
          },
          route(fields),
        );
        expect(spelled).toEqual(simulate(some, route(fields)));
      }),
      RUNS,
    );
  });
});

/** The level says so, or the person must act, or others must be able to answer them. */
function hadToBeSeen({ contacts, circles = [] }: Level, id: string): boolean {
  const card = contacts.find((one) => one.id === id);
  return (
    card?.mustBeSeen === true ||
    (card?.needs === 'act' && (card.people ?? 1) === 1) ||
    circles.some(({ members, discusses }) => discusses === true && members.includes(id))
  );
}

function splitsCrowd(some: Level, fields: Readonly<Record<string, Field>>, people: number, part: number): void {
  // A contact that forwards to the crowd does so through a list, which then contains both parts.
  const list = (...members: string[]) => person('all-of-a', { kind: 'list', members, needs: 'nothing' });
  const crowds = some.contacts.map((one): Contact => {
    const same = one.forwardsTo === 'a' ? { ...one, forwardsTo: 'all-of-a' } : one;
    return one.id === 'a' ? { ...same, people } : same;
  });
  const whole: Level = { ...some, contacts: [...crowds, list('a')] };
  const parts = crowds.flatMap((one) => {
    const rest = { ...one, id: 'rest', address: 'rest-{n}@mail.example', people: people - part };
    return one.id === 'a' ? [{ ...one, people: part }, rest] : [one];
  });
  const circles = (some.circles ?? []).map((circle) => ({
    ...circle,
    members: circle.members.flatMap((id) => (id === 'a' ? ['a', 'rest'] : [id])),
  }));
  const split: Level = { ...some, contacts: [...parts, list('a', 'rest')], circles };
  const before = simulate(whole, route(fields));
  const after = simulate(split, route({ ...fields, rest: fields['a'] ?? 'none' }));
  expect(after.privacy).toBe(before.privacy);
  expect(Math.abs(after.purpose - before.purpose)).toBeLessThanOrEqual(18);
}
