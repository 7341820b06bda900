import type { ContactId, Field, Level } from '../level/level.ts';
import type { Routing } from '../mail/routing.ts';
import { applyCommand, startPlay, type Play } from './play.ts';

/**
 * Returns the play behind a routing that was kept without its log: it places the cards of each desk in turn and sends
 * the mails.
 * @returns a play as far as the routing fits the level: to its end, unless the level has changed since
 */
export function playOfRouting(level: Level, routing: Routing): Play {
  let play = startPlay(level);
  while (play.desk?.mails.some((mail) => routing[mail] !== undefined)) {
    const placed = placeAll(level, play, routing);
    const sent = applyCommand(level, placed, { type: 'send' });
    const next = sent === placed ? applyCommand(level, placed, { type: 'skip' }) : sent;
    if (next === placed) return placed;
    play = next;
  }
  return play;
}

/** The cards of the desk, each in its field on the first of the desk's mails that names it. */
function placeAll(level: Level, play: Play, routing: Routing): Play {
  const { mails = [], contacts = [] } = play.desk ?? {};
  const fieldOf = (contact: ContactId): Field =>
    mails.map((mail) => routing[mail]?.[contact]).find((field) => field !== undefined) ?? 'none';
  return contacts.reduce(
    (now, contact) => applyCommand(level, now, { type: 'place', contacts: [contact], field: fieldOf(contact) }),
    play,
  );
}
