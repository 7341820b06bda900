import { canLieIn } from '../mail/contacts.ts';
import { type Budget, UNLIMITED, workOf } from './budget.ts';
import { addressDesks } from './address-desks.ts';
import { bestRouting } from './analysis.ts';
import { deskOf, routeDesk, type Desk } from '../play/desk.ts';
import { habitResults, type HabitResult } from './habits.ts';
import type { ContactId, Field, Level } from '../level/level.ts';
import type { Outcome } from '../play/outcome.ts';
import { simulate } from '../play/simulate.ts';
import type { MailRouting, Routing } from '../mail/routing.ts';

/** Enough for the largest levels of the course; beyond it the last variations are left out. */
const MOST = 400;

/**
 * Routings that together cover what can happen in a level: the best, the naive habits and, starting from the best play
 * and from the most careless one, each card in each other field.
 */
export function sampleRoutings(
  level: Level,
  best: Routing = bestRouting(level).routing,
  habits: readonly HabitResult[] = habitResults(level),
  budget: Budget = UNLIMITED,
): Routing[] {
  const work = workOf(level) * level.mails.length;
  return [
    best,
    ...habits.map(({ routing }) => routing),
    ...(budget.spend(work) ? variations(level, best) : []),
    ...(budget.spend(2 * work) ? variations(level, careless(level)) : []),
  ].slice(0, MOST);
}

/**
 * Routings that use every address field, also those that the level does not offer: everyone in one field, and from there
 * each card in each other field.
 */
export function openRoutings(level: Level, budget: Budget = UNLIMITED): Routing[] {
  const open = {
    ...level,
    mails: level.mails.map((mail) => ({ ...mail, fields: [...new Set([...mail.fields, ...ADDRESS_FIELDS])] })),
  };
  const work = workOf(level) * level.mails.length;
  return ADDRESS_FIELDS.flatMap((field) => {
    if (!budget.spend(work)) return [];
    const { routing } = addressDesks(open, ({ contacts }) => allIn(open, contacts, field));
    return [routing, ...(field === 'to' ? variations(open, routing) : [])];
  }).slice(0, MOST);
}

const ADDRESS_FIELDS: readonly Field[] = ['to', 'cc', 'bcc', 'separate'];

function allIn({ contacts }: Level, onDesk: readonly ContactId[], field: Field): MailRouting {
  const able = contacts.filter((contact) => onDesk.includes(contact.id) && canLieIn(contact, field));
  return Object.fromEntries(able.map(({ id }) => [id, field]));
}

/** Everyone in To, including those who must not get the mail: no habit does that, and a breach may depend on it. */
function careless(level: Level): Routing {
  return addressDesks(level, ({ contacts, fields }) =>
    Object.fromEntries(contacts.map((contact) => [contact, fields.includes('to') ? 'to' : 'none'])),
  ).routing;
}

/** On each desk of a play, moves each card to each other field, and keeps the earlier desks. */
function variations(level: Level, played: Routing): Routing[] {
  const found: Routing[] = [];
  let before: Routing = {};
  let outcome: Outcome = simulate(level, before);
  for (let desk = deskOf(level, outcome); desk; desk = deskOf(level, outcome)) {
    const placement = placementOn(desk, played);
    for (const card of level.contacts.filter(({ id }) => desk.contacts.includes(id))) {
      const contact = card.id;
      for (const field of desk.fields) {
        if (placement[contact] === field || !canLieIn(card, field)) continue;
        found.push({ ...before, ...routeDesk(level, outcome, desk, { ...placement, [contact]: field }) });
      }
    }
    before = { ...before, ...routeDesk(level, outcome, desk, placement) };
    outcome = simulate(level, before);
  }
  return found;
}

/** The fields of a desk's cards in a play: in a series, a card has the same field on all mails. */
function placementOn(desk: Desk, played: Routing): MailRouting {
  return Object.fromEntries(desk.mails.flatMap((mail) => Object.entries(played[mail] ?? {})));
}
