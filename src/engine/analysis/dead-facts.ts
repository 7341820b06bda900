import type { Contact, Level, Mail } from '../level/level.ts';
import { simulate } from '../play/simulate.ts';
import type { Routing } from '../mail/routing.ts';
import type { Beat } from '../story/beat.ts';
import { sampleRoutings } from './sample-routings.ts';

/** A fact of a level that could be removed without any effect. */
export interface DeadFact {
  /** The place in the file: names and positions from the top down. */
  readonly path: readonly (string | number)[];
}

const CONTACT_FACTS = ['identity', 'mustBeSeen', 'authorised', 'maySee', 'reveals', 'habits', 'nameReveals'] as const;

/**
 * Finds facts that never matter: without them every routing tried has the same disclosures, score and beats. A fact
 * that states a default does not count.
 * @param routings to try; a fact that it reports may matter to other routings, but never to these
 */
export function deadFacts(level: Level, routings: readonly Routing[] = sampleRoutings(level)): DeadFact[] {
  const changes = without(level);
  const tried = routings.slice(0, affordable(level, changes.length));
  const before = tried.map((routing) => print(level, routing));
  return changes.flatMap(({ path, level: changed }) =>
    tried.every((routing, index) => print(changed, routing) === before[index]) ? [{ path }] : [],
  );
}

/** About a second's work, in pairs of cards that are compared. */
const BUDGET = 1_000_000;

function affordable(level: Level, changes: number): number {
  const pairs = level.contacts.length ** 2 * level.mails.length;
  return Math.max(20, Math.floor(BUDGET / (pairs * Math.max(1, changes))));
}

function print(level: Level, routing: Routing): string {
  const { score, beats, decision, exposures } = simulate(level, routing);
  // Includes the harm, which can grow without changing a whole point.
  return JSON.stringify([score, exposures, beats.map(said), decision]);
}

/** What a beat says, apart from who it is about. */
function said(beat: Beat) {
  return [beat.id, 'numbers' in beat ? beat.numbers : null, 'variant' in beat ? beat.variant : null];
}

function without(level: Level): { readonly path: DeadFact['path']; readonly level: Level }[] {
  const contacts = level.contacts.flatMap((contact, index) =>
    CONTACT_FACTS.filter((fact) => says(contact, fact)).map((fact) => ({
      path: ['contacts', index, fact],
      level: { ...level, contacts: level.contacts.with(index, lacking(contact, fact)) },
    })),
  );
  const circles = (level.circles ?? []).map((circle, index) => ({
    path: ['circles', index],
    level: { ...level, circles: (level.circles ?? []).filter((one) => one !== circle) },
  }));
  return [...contacts, ...circles, ...ofMails(level)];
}

/**
 * What mails say about their contents: who they are for, who they are about, and any quotations beyond the usual ones.
 */
function ofMails(level: Level): { readonly path: DeadFact['path']; readonly level: Level }[] {
  return level.mails.flatMap((mail, index) => {
    const changed = (path: DeadFact['path'], other: Mail) => ({
      path: ['mails', index, ...path],
      level: { ...level, mails: level.mails.with(index, other) },
    });
    const { about, needs = {}, thread } = mail;
    return [
      ...Object.keys(needs).map((id) => changed(['needs', id], { ...mail, needs: lacking(needs, id) })),
      ...(about ? [changed(['about'], lacking(mail, 'about'))] : []),
      ...(thread?.quotes === undefined
        ? []
        : [changed(['thread', 'quotes'], { ...mail, thread: lacking(thread, 'quotes') })]),
    ];
  });
}

function says(contact: Contact, fact: (typeof CONTACT_FACTS)[number]): boolean {
  const value = contact[fact];
  return value !== undefined && value !== false && value !== 'partial' && !(Array.isArray(value) && value.length === 0);
}

function lacking<Facts extends object, Fact extends keyof Facts>(facts: Facts, fact: Fact): Omit<Facts, Fact> {
  const { [fact]: _, ...rest } = facts;
  return rest;
}
