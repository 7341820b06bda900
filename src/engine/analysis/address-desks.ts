import { deskOf, routeDesk, type Desk } from '../play/desk.ts';
import type { Level } from '../level/level.ts';
import type { MailRouting, Routing } from '../mail/routing.ts';
import type { Outcome } from '../play/outcome.ts';
import { simulate } from '../play/simulate.ts';

/** A level with every desk addressed, and its outcome. */
export interface Addressed {
  readonly routing: Routing;
  readonly outcome: Outcome;
}

/**
 * Plays a level to its end, desk after desk, since earlier desks decide which ones follow (an apology).
 * @param choose places the cards of a desk, given what was sent before it
 */
export function addressDesks(level: Level, choose: (desk: Desk, before: Addressed) => MailRouting): Addressed {
  let played: Addressed = { routing: {}, outcome: simulate(level, {}) };
  for (let desk = deskOf(level, played.outcome); desk; desk = deskOf(level, played.outcome)) {
    const routing = { ...played.routing, ...routeDesk(level, played.outcome, desk, choose(desk, played)) };
    played = { routing, outcome: simulate(level, routing) };
  }
  return played;
}
