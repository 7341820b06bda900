import { deskOf, routeDesk, type Desk } from './desk.ts';
import type { ContactId, Field, Level } from '../level/level.ts';
import type { Outcome } from './outcome.ts';
import { simulate } from './simulate.ts';
import type { MailRouting, Routing } from '../mail/routing.ts';

/** One card in another field than the player chose. */
export interface Change {
  /** Id of the desk. */
  readonly desk: string;
  readonly contact: ContactId;
  readonly field: Field;
}

/** One desk of a play, with the field of every card. */
export interface AddressedDesk {
  readonly desk: Desk;
  readonly placement: MailRouting;
}

export interface WhatIf {
  readonly routing: Routing;
  readonly outcome: Outcome;
  /** The desks that were addressed, in order. */
  readonly desks: readonly AddressedDesk[];
}

/**
 * Returns what would have happened if some cards had been in other fields. The desks are addressed again one after
 * another, since earlier ones decide which follow (an apology) and who is on them.
 * @param routing what was sent; a desk that was not sent ends the story here too
 * @param changes the last one for a card counts; those that a desk does not offer are left out
 * @returns with `outcome` equal to `simulate(level, routing)` for its routing
 */
export function whatIf(level: Level, routing: Routing, changes: readonly Change[]): WhatIf {
  const before = changes.length > 0 ? new Map(addressed(level, routing, [], new Map()).desks.map(byId)) : new Map();
  return addressed(level, routing, changes, before);
}

const byId = (one: AddressedDesk): [string, AddressedDesk] => [one.desk.id, one];

function addressed(
  level: Level,
  routing: Routing,
  changes: readonly Change[],
  before: ReadonlyMap<string, AddressedDesk>,
): WhatIf {
  const desks: AddressedDesk[] = [];
  let anew: Routing = {};
  let outcome = simulate(level, anew);
  for (let desk = deskOf(level, outcome); desk; desk = deskOf(level, outcome)) {
    if (!desk.mails.some((mail) => mail in routing)) break;
    const placement = placementOn(desk, routing, before.get(desk.id)?.desk ?? desk, changes);
    desks.push({ desk, placement });
    anew = { ...anew, ...routeDesk(level, outcome, desk, placement) };
    outcome = simulate(level, anew);
  }
  return { routing: anew, outcome, desks };
}

/**
 * The fields of a desk's cards: as the player chose or, for a card that was not there, as the mail program prefills.
 */
function placementOn(desk: Desk, routing: Routing, played: Desk, changes: readonly Change[]): MailRouting {
  return Object.fromEntries(
    desk.contacts.map((contact) => {
      const changed = changes.findLast((change) => change.desk === desk.id && change.contact === contact);
      if (changed && desk.fields.includes(changed.field)) return [contact, changed.field];
      if (!played.contacts.includes(contact)) return [contact, desk.prefilled[contact] ?? 'none'];
      const fields = desk.mails.flatMap((mail) => routing[mail]?.[contact] ?? []);
      return [contact, fields.find((field) => field !== 'none') ?? 'none'];
    }),
  );
}
