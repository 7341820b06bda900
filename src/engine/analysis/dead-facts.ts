import type { Level } from '../level/level.ts';
import { simulate } from '../play/simulate.ts';
import type { Routing } from '../mail/routing.ts';
import type { Beat } from '../story/beat.ts';
import { type Budget, UNLIMITED, workOf } from './budget.ts';
import { causesAmong } from './causes.ts';
import { factsStated, lacking, type RemovableFact } from './facts.ts';
import type { Fact, FactKind, Reason } from '../level/fact.ts';
import { openRoutings, sampleRoutings } from './sample-routings.ts';

/** A fact of a level that could be removed without any effect. */
export interface DeadFact {
  /** The place in the file: names and positions from the top down. */
  readonly path: Fact['path'];
  readonly fact: Fact;
  readonly remove: RemovableFact['remove'];
}

/** The facts that an author states to matter. Others, such as a need, also tell a reader who the people are. */
const MEANT_TO_MATTER: ReadonlySet<FactKind> = new Set<FactKind>([
  'identity',
  'must-be-seen',
  'authorised',
  'may-see',
  'reveals',
  'habits',
  'name-reveals',
  'context',
  'acquaintance',
  'mail-needs',
  'about',
]);

/**
 * Finds facts that never matter: without them every routing tried has the same disclosures, score and beats. A fact
 * that states a default does not count.
 * @param routings to try; a fact that it reports may matter to other routings, but never to these
 */
export function deadFacts(
  level: Level,
  routings: readonly Routing[] = sampleRoutings(level),
  budget: Budget = UNLIMITED,
): DeadFact[] {
  const facts = [...factsStated(level).filter(({ fact }) => MEANT_TO_MATTER.has(fact.kind)), ...statedQuotes(level)];
  const tried = routings.slice(0, affordable(level, facts.length));
  if (!budget.spend(workOf(level) * tried.length)) return [];
  const before = tried.map((routing) => print(level, routing));
  return facts.flatMap(({ fact, remove }) => {
    const changed = remove(level);
    const dead = tried.every(
      (routing, index) => budget.spend(workOf(level)) && print(changed, routing) === before[index],
    );
    // A fact that was not tried with everything is no finding.
    return dead && budget.spend(0) ? [{ path: fact.path, fact, remove }] : [];
  });
}

/**
 * Finds why a fact never matters: other facts without which it would, such as a shared context without which a
 * permission to see someone would save from a leak.
 * @param routings that the fact was tried with
 * @returns none where it never matters whatever the level states; null when the budget is used up
 */
export function whyDead(
  level: Level,
  { path, fact: dead, remove }: DeadFact,
  routings: readonly Routing[],
  budget: Budget,
): Reason[] | null {
  const others = factsStated(level).filter(({ fact }) => fact.path !== path && fact.path.join() !== path.join());
  if (!budget.spend(0)) return null;
  const tried = [...openRoutings(level, budget), ...routings.slice(0, affordable(level, 1))];
  const holds = (kept: readonly RemovableFact[]): boolean | null => {
    const reduced = others
      .filter((other) => !kept.includes(other))
      .reduce((changed, other) => other.remove(changed), level);
    const without = remove(reduced);
    for (const routing of tried.filter((one) => fits(reduced, one))) {
      if (!budget.spend(2 * workOf(level))) return null;
      if (print(reduced, routing) !== print(without, routing)) return false;
    }
    return true;
  };
  const causes = causesAmong(inRelationTo(dead, others), holds);
  return causes && causes.map(({ fact }) => ({ fact, effect: causes.length === 1 ? 'alone' : 'together' }));
}

/** Puts the facts that have nothing to do with another fact first, because the search leaves out the first half first. */
function inRelationTo(dead: Fact, facts: readonly RemovableFact[]): RemovableFact[] {
  const people = new Set([...dead.contacts, ...dead.others]);
  const shared = ({ fact }: RemovableFact) =>
    [...fact.contacts, ...fact.others].filter((contact) => people.has(contact)).length;
  return facts.toSorted((a, b) => shared(a) - shared(b));
}

/** True when the level offers the fields of a routing. */
function fits({ mails }: Level, routing: Routing): boolean {
  return mails.every(({ id, fields }) =>
    Object.values(routing[id] ?? {}).every((field) => field === 'none' || fields.includes(field)),
  );
}

/** Statements about quotes, whether they say the usual or not. */
function statedQuotes(level: Level): RemovableFact[] {
  return level.mails.flatMap(({ id, thread }, index) =>
    thread?.quotes === undefined
      ? []
      : [
          {
            fact: {
              kind: 'quotes' as const,
              path: ['mails', index, 'thread', 'quotes'],
              contacts: [],
              others: [],
              mail: id,
              value: thread.of,
            },
            remove: (changed: Level) => ({
              ...changed,
              mails: changed.mails.map((mail) =>
                mail.id === id && mail.thread ? { ...mail, thread: lacking(mail.thread, 'quotes') } : mail,
              ),
            }),
          },
        ],
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
