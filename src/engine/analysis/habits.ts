import { addressBook, canLieIn, peopleOf } from '../mail/contacts.ts';
import { type Budget, UNLIMITED, workOf } from './budget.ts';
import { addressDesks } from './address-desks.ts';
import type { Desk } from '../play/desk.ts';
import type { ContactId, Field, Level } from '../level/level.ts';
import { isFor, isKeptOut, strongestNeed } from '../level/needs.ts';
import type { Outcome } from '../play/outcome.ts';
import type { MailRouting, Routing } from '../mail/routing.ts';

/** Rules of thumb that need no thought; a level that one of them wins teaches nothing. */
export const NAIVE_HABITS = [
  'all-to',
  'all-cc',
  'all-bcc',
  'all-separate',
  'all-instead',
  'nobody',
  'bcc-from-15',
  'as-prefilled',
] as const;
export type NaiveHabit = (typeof NAIVE_HABITS)[number];

/** The number from which Thunderbird warns (docs/sources.md); people who obey it learn to count heads. */
const MANY = 15;

export interface HabitResult {
  readonly habit: NaiveHabit;
  readonly routing: Routing;
  readonly outcome: Outcome;
  /** True when the habit earns three stars. */
  readonly wins: boolean;
}

/**
 * Returns what each naive habit earns in a level, on every desk that comes up. A field that a desk does not offer stays
 * empty.
 * A habit leaves out those who must not get the mail, as an attentive player would. Otherwise one such contact would
 * sink every habit, and the level would seem to need thought. Prefilled fields are sent unchanged.
 * @param budget the habits after it is used up are left out
 */
export function habitResults(level: Level, budget: Budget = UNLIMITED): HabitResult[] {
  return NAIVE_HABITS.flatMap((habit) => {
    if (!budget.spend(workOf(level) * level.mails.length)) return [];
    const { routing, outcome } = addressDesks(level, (desk) => habitually(level, desk, habit));
    return [{ habit, routing, outcome, wins: outcome.stars === 3 }];
  });
}

function offers(level: Level, desk: Desk, id: ContactId, field: Field): boolean {
  const contact = addressBook(level).get(id);
  return contact !== undefined && desk.fields.includes(field) && canLieIn(contact, field);
}

/** Where a habit places the cards of one desk. */
export function habitually(level: Level, desk: Desk, habit: NaiveHabit): MailRouting {
  const wanted = desk.contacts.filter((contact) => isWanted(level, desk, contact));
  const all = (field: Field): MailRouting =>
    Object.fromEntries(wanted.map((contact) => [contact, offers(level, desk, contact, field) ? field : 'none']));
  switch (habit) {
    case 'all-to':
      return all('to');
    case 'all-cc':
      return all('cc');
    case 'all-bcc':
      return all('bcc');
    case 'all-separate':
      return all('separate');
    case 'all-instead':
      return all('instead');
    case 'nobody':
      return all('none');
    case 'bcc-from-15':
      return all(headsOn(level, wanted) >= MANY ? 'bcc' : 'to');
    case 'as-prefilled':
      return desk.prefilled;
  }
}

/** True for a contact who is meant to get one of a desk's mails. */
function isWanted(level: Level, desk: Desk, id: ContactId): boolean {
  const contact = level.contacts.find((one) => one.id === id);
  const mails = level.mails.filter((mail) => desk.mails.includes(mail.id) && isFor(mail, id));
  return contact !== undefined && !isKeptOut(strongestNeed(mails, contact));
}

function headsOn(level: Level, contacts: readonly ContactId[]): number {
  const book = addressBook(level);
  const people = new Set(contacts.flatMap((contact) => book.expand(contact)));
  return [...people].reduce((sum, contact) => sum + peopleOf(contact), 0);
}
