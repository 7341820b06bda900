import * as fc from 'fast-check';
import { deskOf, routeDesk } from '../../src/engine/play/desk.ts';
import type { Field, Level } from '../../src/engine/level/level.ts';
import { simulate } from '../../src/engine/play/simulate.ts';
import type { Routing } from '../../src/engine/mail/routing.ts';
import type { ReplayModel } from '../../src/replay/model.ts';
import { courseLevel } from '../engine/levels.ts';

export const LEVELS = ['cv-to-rivals', 'survey-mailing', 'forum-privacy-reply'].map((name) => courseLevel(name));

/** A level played to its end: every desk in turn, with each card in the field of `choose`. */
export function playThrough(level: Level, choose: (fields: readonly Field[]) => Field): ReplayModel {
  let routing: Routing = {};
  let outcome = simulate(level, routing);
  for (let desk = deskOf(level, outcome); desk; desk = deskOf(level, outcome)) {
    const { contacts, fields } = desk;
    const placement = Object.fromEntries(contacts.map((contact) => [contact, choose(fields)]));
    routing = { ...routing, ...routeDesk(level, outcome, desk, placement) };
    outcome = simulate(level, routing);
  }
  return { level, routing, outcome, from: 0 };
}

/** Everyone in one field, if the desk has it. */
export function allIn(level: Level, field: Field): ReplayModel {
  return playThrough(level, (fields) => (fields.includes(field) ? field : (fields[0] ?? 'none')));
}

/** Any play of any level of the course, from any of its beats on. */
export const anyPlay: fc.Arbitrary<ReplayModel> = fc
  .tuple(fc.constantFrom(...LEVELS), fc.infiniteStream(fc.nat()), fc.nat())
  .map(([level, numbers, start]) => {
    const played = playThrough(level, (fields) => fields[Number(numbers.next().value) % fields.length] ?? 'none');
    const beats = played.outcome.beats.length;
    const from = start % 3 === 0 && beats > 0 ? start % beats : 0;
    const words = `${level.id} from ${String(from)}: ${JSON.stringify(played.routing)}`;
    return { ...played, from, [fc.toStringMethod]: () => words };
  });
