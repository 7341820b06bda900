import type { Fault } from '../level/fault.ts';
import type { Level } from '../level/level.ts';
import { isFor, isKeptOut, strongestNeed } from '../level/needs.ts';

export const CONTRADICTION_CODES = ['seen-but-kept-out', 'discusses-as-strangers'] as const;
export type Contradiction = Fault<(typeof CONTRADICTION_CODES)[number]>;

/** Finds facts of a level that can be played, but contradict each other. */
export function contradictions(level: Level): Contradiction[] {
  return [...wishes(level), ...circles(level)];
}

function wishes({ contacts, mails }: Level): Contradiction[] {
  return contacts.flatMap((contact, index): Contradiction[] => {
    const here = mails.filter((mail) => isFor(mail, contact.id));
    if (contact.mustBeSeen !== true || !isKeptOut(strongestNeed(here, contact))) return [];
    return [{ code: 'seen-but-kept-out', path: ['contacts', index, 'mustBeSeen'], params: { id: contact.id } }];
  });
}

function circles({ circles: all = [] }: Level): Contradiction[] {
  return all.flatMap(({ id, bond, discusses }, index): Contradiction[] =>
    discusses === true && bond === 'acquaintance'
      ? [{ code: 'discusses-as-strangers', path: ['circles', index, 'discusses'], params: { id } }]
      : [],
  );
}
