import type { Seat } from './seat.ts';
import type { Layout } from './layout.ts';

/** Mirrors the table for a right-to-left language. */
export function mirrored(layout: Layout): Layout {
  const turned = <Place extends { readonly x: number }>(place: Place): Place => ({
    ...place,
    x: layout.width - place.x,
  });
  const seat = (each: Seat): Seat => ({
    ...each,
    box: turned(each.box),
    stamp: turned(each.stamp),
    inbox: turned(each.inbox),
    letter: turned(each.letter),
    label: turned(each.label),
    sign: turned(each.sign),
  });
  return {
    ...layout,
    sender: turned(layout.sender),
    middle: turned(layout.middle),
    pool: turned(layout.pool),
    pile: turned(layout.pile),
    seats: new Map([...layout.seats].map(([contact, each]) => [contact, seat(each)])),
  };
}
