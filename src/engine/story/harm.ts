import type { About, Identity } from '../level/level.ts';

/**
 * The weights of harm; docs/scoring.md explains them with worked examples.
 *
 * Each step of sensitivity weighs ten times the one before, because regulators treat health or danger as another class of
 * case, not as a little more of the same.
 */
const SENSITIVITY_WEIGHT: readonly number[] = [1, 10, 100, 1000];
const IDENTITY_WEIGHT: Readonly<Record<Identity, number>> = { handle: 1, partial: 2, full: 3, photo: 4 };
const RECOGNITION_WEIGHT = 5;
const CONTENT_WEIGHT = 10;

/** What a level means when it does not say how far an address names its owner. */
export const DEFAULT_IDENTITY: Identity = 'partial';

/** The harm of one viewer learning of one subject (rule 9). */
export function pairHarm(sensitivity: number, identity: Identity | undefined, acquainted: boolean): number {
  return (
    (SENSITIVITY_WEIGHT[sensitivity] ?? 0) *
    IDENTITY_WEIGHT[identity ?? DEFAULT_IDENTITY] *
    (acquainted ? RECOGNITION_WEIGHT : 1)
  );
}

/** The harm of people getting a mail that they must not get (rule 10). */
export function contentHarm(sensitivity: number, people: number): number {
  return (SENSITIVITY_WEIGHT[sensitivity] ?? 0) * CONTENT_WEIGHT * people;
}

/** The harm of anybody reading, who must not, what a mail says of other people: counted by them and not by the readers (rule 9). */
export function aboutHarm({ people, identity, sensitivity }: About, sensitivityOfMail: number): number {
  return CONTENT_WEIGHT * people * pairHarm(sensitivity ?? sensitivityOfMail, identity, false);
}

/** A breach costs at least this, since the step from none to some counts most. */
const BREACH_POINTS = 50;
const BREACH_POINTS_PER_TENFOLD = 5;
/** Addresses shown where being on the mail says nothing (sensitivity 0) cost less, and never more than this. */
const SLIGHT_POINTS_PER_TENFOLD = 3;
const SLIGHT_POINTS_AT_MOST = 30;

/**
 * Points lost by the harm of all disclosures and content leaks together.
 * A logarithm keeps a crowd of a million on the same scale as a pair.
 */
export function harmPoints(harm: number, breach: boolean): number {
  if (harm === 0) return 0;
  const tenfolds = Math.log10(1 + harm);
  return breach
    ? BREACH_POINTS + BREACH_POINTS_PER_TENFOLD * tenfolds
    : Math.min(SLIGHT_POINTS_AT_MOST, SLIGHT_POINTS_PER_TENFOLD * tenfolds);
}
