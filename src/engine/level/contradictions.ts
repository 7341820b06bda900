import type { Fault } from './fault.ts';
import type { Level } from './level.ts';
import { isFor, strongestNeed } from './needs.ts';

export const CONTRADICTION_CODES = ['seen-but-kept-out', 'discusses-as-strangers'] as const;
export type Contradiction = Fault<(typeof CONTRADICTION_CODES)[number]>;

/** Facts of a level that play and yet cannot both be meant. */
export function contradictions(level: Level): Contradiction[] {
  const contacts = level.contacts.flatMap((contact, index): Contradiction[] => {
    const mails = level.mails.filter((mail) => isFor(mail, contact.id));
    if (contact.mustBeSeen !== true || strongestNeed(mails, contact) !== 'nothing') return [];
    return [{ code: 'seen-but-kept-out', path: ['contacts', index, 'mustBeSeen'], params: { id: contact.id } }];
  });
  const circles = (level.circles ?? []).flatMap(({ id, bond, discusses }, index): Contradiction[] =>
    discusses === true && bond === 'acquaintance'
      ? [{ code: 'discusses-as-strangers', path: ['circles', index, 'discusses'], params: { id } }]
      : [],
  );
  return [...contacts, ...circles];
}
