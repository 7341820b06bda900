import { bestRouting } from './analysis.ts';
import { habitResults } from './habits.ts';
import type { Contact, Level } from './level.ts';
import { replay } from './replay.ts';
import type { Routing } from './routing.ts';

/** A fact of a level that could be taken out without any change. */
export interface DeadFact {
  /** The place in the file: names and positions from the top down. */
  readonly path: readonly (string | number)[];
}

const CONTACT_FACTS = ['identity', 'mustBeSeen', 'authorised', 'habits', 'revealing'] as const;

/**
 * Facts that never matter: without them every routing tried has the same disclosures, score and beats.
 *
 * Tried are the naive habits, the best routing, and the best routing with one contact in another field; so it may name a
 * fact that matters only to a routing further away, and never one that matters to these.
 */
export function deadFacts(level: Level): DeadFact[] {
  const routings = routingsToTry(level);
  const told = (some: Level) => routings.map((routing) => print(some, routing)).join('\n');
  const before = told(level);
  return without(level).flatMap(({ path, level: changed }) => (told(changed) === before ? [{ path }] : []));
}

function print(level: Level, routing: Routing): string {
  const { score, beats, decision, exposures } = replay(level, routing);
  // The harm, too: it can grow without tipping a whole point.
  return JSON.stringify([score, exposures, beats.map(({ id, numbers, variant }) => [id, numbers, variant]), decision]);
}

function routingsToTry(level: Level): Routing[] {
  const best = bestRouting(level).routing;
  const near = Object.entries(best).flatMap(([mail, fields]) =>
    level.contacts.flatMap(({ id }) =>
      (level.mails.find((one) => one.id === mail)?.fields ?? []).map((field) => ({
        ...best,
        [mail]: { ...fields, [id]: field },
      })),
    ),
  );
  return [best, ...near, ...habitResults(level).map(({ routing }) => routing)];
}

function without(level: Level): { readonly path: DeadFact['path']; readonly level: Level }[] {
  const contacts = level.contacts.flatMap((contact, index) =>
    CONTACT_FACTS.filter((fact) => contact[fact] !== undefined).map((fact) => ({
      path: ['contacts', index, fact],
      level: { ...level, contacts: level.contacts.with(index, lacking(contact, fact)) },
    })),
  );
  const circles = (level.circles ?? []).map((circle, index) => ({
    path: ['circles', index],
    level: { ...level, circles: (level.circles ?? []).filter((one) => one !== circle) },
  }));
  return [...contacts, ...circles];
}

function lacking(contact: Contact, fact: (typeof CONTACT_FACTS)[number]): Contact {
  const { [fact]: _, ...rest } = contact;
  return rest;
}
