import type { About, Identity } from '../level/level.ts';
import { WEIGHTS } from '../level/weights.ts';

/** The default for how far an address names its owner. */
export const DEFAULT_IDENTITY: Identity = 'partial';

/** The harm of one viewer seeing one subject (rule 9). */
export function pairHarm(sensitivity: number, identity: Identity | undefined, acquainted: boolean): number {
  return (
    (WEIGHTS.harm.sensitivity[sensitivity] ?? 0) *
    WEIGHTS.harm.identity[identity ?? DEFAULT_IDENTITY] *
    (acquainted ? WEIGHTS.harm.recognition : 1)
  );
}

/** The harm of people getting a mail that they must not get (rule 10). */
export function contentHarm(sensitivity: number, people: number): number {
  return (WEIGHTS.harm.sensitivity[sensitivity] ?? 0) * WEIGHTS.harm.content * people;
}

/**
 * The harm when a wrong reader reads what a mail says about other people: counted by them and not by the readers (rule
 * 9).
 */
export function aboutHarm({ people, identity, sensitivity }: About, sensitivityOfMail: number): number {
  return WEIGHTS.harm.content * people * pairHarm(sensitivity ?? sensitivityOfMail, identity, false);
}

/**
 * What a breach with this harm leaves of privacy. A logarithm keeps a crowd of a million on the same scale as a pair.
 */
export function breachLeaves(harm: number): number {
  const { most, perTenfold, least } = WEIGHTS.privacy.breach;
  return Math.max(least, most - perTenfold * Math.log10(1 + harm));
}

/** What is left of privacy if addresses were shown and being on the mail says nothing. */
export function slightLeaves(harm: number): number {
  const { perTenfold, least } = WEIGHTS.privacy.slight;
  return Math.max(least, 100 - perTenfold * Math.log10(1 + harm));
}
