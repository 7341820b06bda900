import type { Placement, Routing } from '../../engine/index.ts';

/** Returns the field of each card of a desk in a routing of its emails. */
export function placementIn(routing: Routing, { mails }: { readonly mails: readonly string[] }): Placement {
  return Object.fromEntries(mails.flatMap((mail) => Object.entries(routing[mail] ?? {})));
}
