import { addressBook, peopleOf } from '../mail/contacts.ts';
import { deskOf, routeDesk, type Desk } from '../play/desk.ts';
import type { ContactId, Field, Level } from '../level/level.ts';
import type { Outcome } from '../play/outcome.ts';
import { simulate } from '../play/simulate.ts';
import type { MailRouting, Routing } from '../mail/routing.ts';

/** Rules of thumb that need no thought; a level that one of them wins teaches nothing else. */
export const NAIVE_HABITS = [
  'all-to',
  'all-cc',
  'all-bcc',
  'all-separate',
  'nobody',
  'bcc-from-15',
  'as-prefilled',
] as const;
export type NaiveHabit = (typeof NAIVE_HABITS)[number];

/** Thunderbird warns from here on (docs/sources.md), and people who obey it learn to count heads. */
const MANY = 15;

export interface HabitResult {
  readonly habit: NaiveHabit;
  readonly routing: Routing;
  readonly outcome: Outcome;
  /** True when the habit earns three stars. */
  readonly wins: boolean;
}

/** What each naive habit earns in a level, on every desk that comes up. A field that a desk does not offer is left empty. */
export function habitResults(level: Level): HabitResult[] {
  return NAIVE_HABITS.map((habit) => {
    let routing: Routing = {};
    let outcome = simulate(level, routing);
    for (let desk = deskOf(level, outcome); desk; desk = deskOf(level, outcome)) {
      routing = { ...routing, ...routeDesk(level, outcome, desk, habitually(level, desk, habit)) };
      outcome = simulate(level, routing);
    }
    return { habit, routing, outcome, wins: outcome.stars === 3 };
  });
}

function habitually(level: Level, desk: Desk, habit: NaiveHabit): MailRouting {
  const all = (field: Field): MailRouting =>
    Object.fromEntries(desk.contacts.map((contact) => [contact, desk.fields.includes(field) ? field : 'none']));
  switch (habit) {
    case 'all-to':
      return all('to');
    case 'all-cc':
      return all('cc');
    case 'all-bcc':
      return all('bcc');
    case 'all-separate':
      return all('separate');
    case 'nobody':
      return all('none');
    case 'bcc-from-15':
      return all(headsOn(level, desk.contacts) >= MANY ? 'bcc' : 'to');
    case 'as-prefilled':
      return desk.prefilled;
  }
}

function headsOn(level: Level, contacts: readonly ContactId[]): number {
  const book = addressBook(level);
  const people = new Set(contacts.flatMap((contact) => book.expand(contact)));
  return [...people].reduce((sum, contact) => sum + peopleOf(contact), 0);
}
