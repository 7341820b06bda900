import { IDENTITIES, type Identity } from '../level/level.ts';
import { WEIGHTS } from '../level/weights.ts';
import { MEASURES, PRECEDENTS, type BreachKind, type Law, type PeopleCount, type Precedent } from './precedents.ts';

/** What makes another case comparable. */
export interface CaseFacts {
  readonly law: Law;
  readonly kind: BreachKind;
  readonly people: number;
  readonly sensitivity: number;
  readonly identity: Identity;
}

/** How severe the regulator itself was, which a comparable decision must be close to. */
export type Response = 'none' | 'advice' | 'reprimand' | 'fine';

/** Which decisions are close to a response, so that a mild one is not shown with a fine. */
const NEAR: Readonly<Record<Response, readonly Precedent['measure'][]>> = {
  none: ['not-reported', 'no-fine'],
  advice: ['not-reported', 'no-fine', 'warning', 'reprimand'],
  reprimand: ['no-fine', 'warning', 'reprimand', 'fine'],
  fine: ['reprimand', 'fine'],
};

function ordersApart(people: number, theirs: PeopleCount): number {
  if (theirs === 'unknown') return WEIGHTS.comparable.peopleUnknown;
  const order = typeof theirs === 'number' ? Math.log10(theirs) : WEIGHTS.comparable[theirs];
  return Math.abs(Math.log10(Math.max(1, people)) - order);
}

function identityDistance(identity: Identity, theirs: Identity | null): number {
  if (theirs === null) return WEIGHTS.comparable.identityUnknown;
  return WEIGHTS.comparable.perIdentity * Math.abs(IDENTITIES.indexOf(identity) - IDENTITIES.indexOf(theirs));
}

/** The distance between a decision and a case; null when they are not comparable. */
function distance(facts: CaseFacts, response: Response, precedent: Precedent): number | null {
  if (precedent.law !== facts.law || precedent.kind !== facts.kind) return null;
  if (!NEAR[response].includes(precedent.measure)) return null;
  const sensitivity = Math.abs(facts.sensitivity - precedent.sensitivity);
  const orders = ordersApart(facts.people, precedent.people);
  if (sensitivity > WEIGHTS.comparable.sensitivityMost || orders > WEIGHTS.comparable.ordersMost) return null;
  return (
    orders + WEIGHTS.comparable.perSensitivity * sensitivity + identityDistance(facts.identity, precedent.identity)
  );
}

/**
 * From the mildest to the strictest; amounts in different currencies are not compared, and keep the order of the table.
 */
export function byStrictness(a: Precedent, b: Precedent): number {
  const measures = MEASURES.indexOf(a.measure) - MEASURES.indexOf(b.measure);
  return measures !== 0 || a.currency !== b.currency ? measures : a.amount - b.amount;
}

/**
 * Returns the real decisions that are most comparable with a case: by law, kind of breach, sensitivity, how fully
 * people were named, and the order of magnitude of their number.
 * @returns up to three, from the mildest to the strictest; none if no known decision is comparable
 */
export function comparableDecisions(facts: CaseFacts, response: Response): readonly Precedent[] {
  return PRECEDENTS.flatMap((precedent) => {
    const apart = distance(facts, response, precedent);
    return apart === null ? [] : [{ precedent, apart }];
  })
    .toSorted((a, b) => a.apart - b.apart)
    .slice(0, WEIGHTS.comparable.cases)
    .map(({ precedent }) => precedent)
    .toSorted(byStrictness);
}
