import { IDENTITIES, type Identity } from '../level/level.ts';
import { MEASURES, PRECEDENTS, type BreachKind, type Law, type PeopleCount, type Precedent } from './precedents.ts';

/** What makes another case comparable. */
export interface CaseFacts {
  readonly law: Law;
  readonly kind: BreachKind;
  readonly people: number;
  readonly sensitivity: number;
  readonly identity: Identity;
}

/** How far the regulator itself went: what a comparable decision must be near to. */
export type Response = 'none' | 'advice' | 'reprimand' | 'fine';

/** A reader can take in so many cases at a glance. */
const CASES_SHOWN = 3;
/** A case about ten times as many people may still be comparable; one about a hundred times as many is another case. */
const ORDERS_APART_AT_MOST = 1.5;
/** A clinic's list is not comparable with a customer list of any length. */
const SENSITIVITY_APART_AT_MOST = 1;
const SENSITIVITY_DISTANCE = 2;
const IDENTITY_DISTANCE = 0.5;
/** Where the source does not say how far people were named, half a step. */
const IDENTITY_UNKNOWN_DISTANCE = 0.25;
/** Where the source gives no number, one order of magnitude. */
const PEOPLE_UNKNOWN_DISTANCE = 1;

/** Which decisions are near to a response, so that a mild one is not shown with a fine. */
const NEAR: Readonly<Record<Response, readonly Precedent['measure'][]>> = {
  none: ['not-reported', 'no-fine'],
  advice: ['not-reported', 'no-fine', 'warning', 'reprimand'],
  reprimand: ['no-fine', 'warning', 'reprimand', 'fine'],
  fine: ['reprimand', 'fine'],
};

const ORDER_IN_WORDS: Readonly<Record<Exclude<PeopleCount, number | 'unknown'>, number>> = {
  dozens: 1.5,
  hundreds: 2.5,
};

function ordersApart(people: number, theirs: PeopleCount): number {
  if (theirs === 'unknown') return PEOPLE_UNKNOWN_DISTANCE;
  const order = typeof theirs === 'number' ? Math.log10(theirs) : ORDER_IN_WORDS[theirs];
  return Math.abs(Math.log10(Math.max(1, people)) - order);
}

function identityDistance(identity: Identity, theirs: Identity | null): number {
  if (theirs === null) return IDENTITY_UNKNOWN_DISTANCE;
  return IDENTITY_DISTANCE * Math.abs(IDENTITIES.indexOf(identity) - IDENTITIES.indexOf(theirs));
}

/** How little a decision compares with a case; null when it does not compare at all. */
function distance(facts: CaseFacts, response: Response, precedent: Precedent): number | null {
  if (precedent.law !== facts.law || precedent.kind !== facts.kind) return null;
  if (!NEAR[response].includes(precedent.measure)) return null;
  const sensitivity = Math.abs(facts.sensitivity - precedent.sensitivity);
  const orders = ordersApart(facts.people, precedent.people);
  if (sensitivity > SENSITIVITY_APART_AT_MOST || orders > ORDERS_APART_AT_MOST) return null;
  return orders + SENSITIVITY_DISTANCE * sensitivity + identityDistance(facts.identity, precedent.identity);
}

/** From the mildest to the strictest; sums in different currencies are not compared, and keep the order of the table. */
export function byStrictness(a: Precedent, b: Precedent): number {
  const measures = MEASURES.indexOf(a.measure) - MEASURES.indexOf(b.measure);
  return measures !== 0 || a.currency !== b.currency ? measures : a.amount - b.amount;
}

/**
 * The real decisions that compare best with a case: by law, kind of breach, sensitivity, how far people were named, and the
 * order of magnitude of their number.
 *
 * @returns up to three, from the mildest to the strictest; none where no known decision compares
 */
export function comparableDecisions(facts: CaseFacts, response: Response): readonly Precedent[] {
  return PRECEDENTS.flatMap((precedent) => {
    const apart = distance(facts, response, precedent);
    return apart === null ? [] : [{ precedent, apart }];
  })
    .toSorted((a, b) => a.apart - b.apart)
    .slice(0, CASES_SHOWN)
    .map(({ precedent }) => precedent)
    .toSorted(byStrictness);
}
