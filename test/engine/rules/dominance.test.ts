import * as fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ContactId, Field, Level } from '../../../src/engine/level/level.ts';
import { canLieIn } from '../../../src/engine/mail/contacts.ts';
import type { Routing } from '../../../src/engine/mail/routing.ts';
import { deskOf, routeDesk, type Desk } from '../../../src/engine/play/desk.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { tries } from '../../tries.ts';
import { ALL_IDS, anyCase, type Case } from '../arbitrary.ts';
import { campaignLevel } from '../levels.ts';
import { compareAll, played, told } from './extent.ts';

/** Up to so many plays of a level all of them are compared, and beyond that as many, drawn at random by the same dice. */
const MOST_PLAYS = tries(3000, 80).numRuns;

const SHIPPED = readdirSync('levels')
  .filter((file) => /^[a-z0-9-]+\.json$/.test(file) && file !== 'course.json')
  .map((file) => file.replace('.json', ''));

function fieldsOf(level: Level, desk: Desk, id: ContactId): Field[] {
  const contact = level.contacts.find((one) => one.id === id);
  return desk.fields.filter((field) => contact !== undefined && canLieIn(contact, field));
}

/** Every play of a level from here on; null where there are more than the most. */
function everyPlay(level: Level, most: number, routing: Routing = {}): Routing[] | null {
  const outcome = simulate(level, routing);
  const desk = deskOf(level, outcome);
  if (!desk) return [routing];
  const choices = desk.contacts.map((id) => fieldsOf(level, desk, id));
  const size = choices.reduce((product, { length }) => product * length, 1);
  if (size > most) return null;
  const found: Routing[] = [];
  for (let number = 0; number < size; number += 1) {
    let rest = number;
    const placement = desk.contacts.map((id, index): [ContactId, Field] => {
      const fields = choices[index] ?? [];
      const field = fields[rest % fields.length] ?? 'none';
      rest = Math.floor(rest / fields.length);
      return [id, field];
    });
    const sent = { ...routing, ...routeDesk(level, outcome, desk, Object.fromEntries(placement)) };
    const after = everyPlay(level, most - found.length, sent);
    if (!after || found.length + after.length > most) return null;
    found.push(...after);
  }
  return found;
}

/** A play by dice: of three cards, two lie in the field that most of the desk's cards lie in, as players lay them. */
function anyPlay(level: Level, roll: (sides: number) => number): Routing {
  let routing: Routing = {};
  let outcome = simulate(level, routing);
  for (let desk = deskOf(level, outcome); desk; desk = deskOf(level, outcome)) {
    const most = desk.fields[roll(desk.fields.length)];
    const placement = desk.contacts.map((id): [ContactId, Field] => {
      const fields = desk ? fieldsOf(level, desk, id) : [];
      const same = roll(3) > 0 ? fields.find((field) => field === most) : undefined;
      return [id, same ?? fields[roll(fields.length)] ?? 'none'];
    });
    routing = { ...routing, ...routeDesk(level, outcome, desk, Object.fromEntries(placement)) };
    outcome = simulate(level, routing);
  }
  return routing;
}

/** The same numbers in every run. */
function dice(): (sides: number) => number {
  let state = 2012;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** A play and those that differ from it in one card. */
function neighbours({ routing }: Case, cards: readonly ContactId[], fields: readonly Field[]): Routing[] {
  const moved = cards.flatMap((card) =>
    fields.map((field) =>
      Object.fromEntries(Object.entries(routing).map(([mail, placed]) => [mail, { ...placed, [card]: field }])),
    ),
  );
  return [routing, ...moved];
}

describe('a play that shows strictly less, and hides, omits and risks no more, never scores lower', () => {
  test.each(SHIPPED)('in %s', (name) => {
    const level = campaignLevel(name);
    const roll = dice();
    const plays = everyPlay(level, MOST_PLAYS) ?? Array.from({ length: MOST_PLAYS }, () => anyPlay(level, roll));
    const { compared, wrong } = compareAll(plays.map((routing) => played(level, routing)));
    expect(compared).toBeGreaterThan(20);
    expect(told(wrong)).toEqual([]);
  });

  test('in random levels with all that a level can say', () => {
    let pairs = 0;
    const cards = fc.subarray([...ALL_IDS], { minLength: 2, maxLength: 2 });
    const fields = fc.subarray<Field>(['to', 'cc', 'bcc', 'separate', 'none'], { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(anyCase, cards, fields, (one, moved, to) => {
        const { compared, wrong } = compareAll(neighbours(one, moved, to).map((routing) => played(one.level, routing)));
        pairs += compared;
        expect(told(wrong)).toEqual([]);
      }),
      tries(3000, 100),
    );
    expect(pairs).toBeGreaterThan(50);
  });
});
