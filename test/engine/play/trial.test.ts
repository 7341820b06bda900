import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELDS, type Field, type Level } from '../../../src/engine/level/level.ts';
import type { Desk } from '../../../src/engine/play/desk.ts';
import { applyCommand, canSend, startPlay, type Placement, type Play } from '../../../src/engine/play/play.ts';
import { tryDesks } from '../../../src/engine/play/trial.ts';
import { anyPlay } from '../../replay/plays.ts';
import { courseLevel } from '../levels.ts';

/** Plays a level with commands, as a player does. */
function played(level: Level, placementOn: (desk: Desk) => Placement): { play: Play; desks: readonly string[] } {
  const desks: string[] = [];
  let play = startPlay(level);
  while (play.desk) {
    const { desk } = play;
    desks.push(desk.id);
    const placement = placementOn(desk);
    for (const contact of desk.contacts) {
      // A card that the mail program has placed is first left out.
      play = applyCommand(level, play, { type: 'place', contacts: [contact], field: 'none' });
      play = applyCommand(level, play, { type: 'place', contacts: [contact], field: placement[contact] ?? 'none' });
    }
    if (!canSend(play) && !desk.optional) break;
    play = applyCommand(level, play, { type: canSend(play) ? 'send' : 'skip' });
  }
  return { play, desks };
}

describe('trying a level', () => {
  test('leads to the desks and the routing that playing it leads to', () => {
    fc.assert(
      fc.property(anyPlay, fc.array(fc.nat(), { minLength: 1, maxLength: 9 }), ({ level }, picks) => {
        const fieldOf = (index: number): Field => FIELDS[(picks[index % picks.length] ?? 0) % FIELDS.length] ?? 'none';
        const placementOn = ({ contacts }: Desk) =>
          Object.fromEntries(contacts.map((contact, index) => [contact, fieldOf(index)]));
        const trial = tryDesks(level, placementOn);
        const { play, desks } = played(level, placementOn);
        expect(trial.desks.map(({ desk }) => desk.id)).toEqual(desks);
        expect(trial.routing).toEqual(play.routing);
        expect(trial.whole).toBe(play.desk === null);
      }),
      { numRuns: 30 },
    );
  });

  test('reaches the apology only after a breach', () => {
    const level = courseLevel('survey-mailing');
    const desksOf = (field: Field) =>
      tryDesks(level, ({ contacts }) => Object.fromEntries(contacts.map((contact) => [contact, field]))).desks.length;
    expect(desksOf('to')).toBeGreaterThan(desksOf('separate'));
  });

  test('ends at a desk that nobody is on', () => {
    const { desks, routing, whole } = tryDesks(courseLevel('cv-to-rivals'), () => ({}));
    expect([desks.length, routing, whole]).toEqual([1, {}, false]);
  });
});
