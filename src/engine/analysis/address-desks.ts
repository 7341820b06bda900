import { deskOf, routeDesk, type Desk } from '../play/desk.ts';
import type { Level } from '../level/level.ts';
import type { MailRouting, Routing } from '../mail/routing.ts';
import type { Outcome } from '../play/outcome.ts';
import { simulate } from '../play/simulate.ts';

/** Every desk of a level addressed, and what follows. */
export interface Addressed {
  readonly routing: Routing;
  readonly outcome: Outcome;
}

/**
 * Plays a level to its end, desk after desk, since which desks come (an apology) follows from those before.
 *
 * @param choose lays the cards of a desk, by what was sent before it
 */
export function addressDesks(level: Level, choose: (desk: Desk, before: Addressed) => MailRouting): Addressed {
  let played: Addressed = { routing: {}, outcome: simulate(level, {}) };
  for (let desk = deskOf(level, played.outcome); desk; desk = deskOf(level, played.outcome)) {
    const routing = { ...played.routing, ...routeDesk(level, played.outcome, desk, choose(desk, played)) };
    played = { routing, outcome: simulate(level, routing) };
  }
  return played;
}
