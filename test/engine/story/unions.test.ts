import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deskOf } from '../../../src/engine/play/desk.ts';
import type { Contact, Level } from '../../../src/engine/level/level.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import type { Routing } from '../../../src/engine/mail/routing.ts';
import { viewOf } from '../../../src/engine/mail/view.ts';
import { anyCase } from '../arbitrary.ts';
import { tries } from '../../tries.ts';

const RUNS = tries(1000);

/** Turns each person of a crowd into a contact, who is in every circle and group of the crowd. */
function split(level: Level): { readonly level: Level; readonly partsOf: (contact: string) => readonly string[] } {
  const parts = new Map(
    level.contacts.map(({ id, people = 1 }) => [
      id,
      people > 1 ? Array.from({ length: people }, (_, index) => `${id}-${String(index + 1)}`) : [id],
    ]),
  );
  const partsOf = (contact: string) => parts.get(contact) ?? [];
  const contacts = level.contacts.flatMap((contact): Contact[] => {
    const { people = 1, members, maySee, ...facts } = contact;
    const own = {
      ...facts,
      ...(members && { members: members.flatMap(partsOf) }),
      ...(maySee && { maySee: maySee.flatMap((seen) => (seen === '*' ? [seen] : partsOf(seen))) }),
    };
    return people > 1
      ? partsOf(contact.id).map((id, index) => ({ ...own, id, address: own.address.replace('{n}', String(index + 1)) }))
      : [own];
  });
  const circles = (level.circles ?? []).map((circle) => ({ ...circle, members: circle.members.flatMap(partsOf) }));
  return { level: { ...level, contacts, circles }, partsOf };
}

/** Without habits, because how many of a crowd speak up is a fact of the crowd. */
const quiet = (level: Level): Level => ({
  ...level,
  contacts: level.contacts.map((contact) => ({ ...contact, habits: [] })),
});

describe('counted once', () => {
  test('splitting a crowd into single people keeps the disclosures, viewers and harm', () => {
    fc.assert(
      fc.property(anyCase, ({ level: some, routing }) => {
        const whole = quiet(some);
        const { level: persons, partsOf } = split(whole);
        const each: Routing = Object.fromEntries(
          Object.entries(routing).map(([mail, fields]) => [
            mail,
            Object.fromEntries(
              Object.entries(fields).flatMap(([contact, field]) => partsOf(contact).map((id) => [id, field])),
            ),
          ]),
        );
        const [one, many] = [simulate(whole, routing), simulate(persons, each)];
        const harm = (of: typeof one) => of.exposures.reduce((sum, exposure) => sum + exposure.harm, 0);
        expect([many.disclosures, harm(many)]).toEqual([one.disclosures, harm(one)]);
        const viewers = new Map(many.exposed.map(({ contact, viewersEach }) => [contact, viewersEach]));
        for (const { contact, viewersEach } of one.exposed) {
          expect(partsOf(contact).map((id) => viewers.get(id))).toContain(viewersEach);
        }
      }),
      RUNS,
    );
  });

  test('a union over mails counts no pair twice: no less than the worst mail, no more than all of them', () => {
    fc.assert(
      fc.property(anyCase, ({ level: some, routing }) => {
        const alone = some.mails.map((mail) =>
          simulate({ ...some, mails: [mail] }, { [mail.id]: routing[mail.id] ?? {} }),
        );
        const together = simulate(some, routing).disclosures;
        const each = alone.map(({ disclosures }) => disclosures);
        expect(together).toBeGreaterThanOrEqual(Math.max(...each));
        expect(together).toBeLessThanOrEqual(each.reduce((sum, disclosures) => sum + disclosures, 0));
      }),
      RUNS,
    );
  });

  test('sending the same mail twice discloses no more than sending it once', () => {
    fc.assert(
      fc.property(anyCase, ({ level: some, routing }) => {
        const [first] = some.mails;
        if (!first) return;
        const fields = routing[first.id] ?? {};
        const once = simulate({ ...some, mails: [first] }, { [first.id]: fields });
        const twice = simulate(
          { ...some, mails: [first, { ...first, id: 'again' }] },
          { [first.id]: fields, again: fields },
        );
        expect(twice.disclosures).toBe(once.disclosures);
        expect(twice.exposures.map(({ pairs }) => pairs)).toEqual(once.exposures.map(({ pairs }) => pairs));
      }),
      RUNS,
    );
  });
});

describe('nothing throws on a valid level', () => {
  test('neither the simulation, nor the next desk, nor anybody’s copy', () => {
    fc.assert(
      fc.property(anyCase, ({ level: some, routing }) => {
        const outcome = simulate(some, routing);
        deskOf(some, outcome);
        for (const mail of some.mails) {
          for (const { id, kind, people = 1 } of some.contacts) {
            if (kind === undefined) viewOf(some, routing, mail.id, { contact: id, index: people - 1 });
          }
        }
        expect(outcome.beats.length).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });
});
