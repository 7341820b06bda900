import type { ContactId, MailId } from '../level/level.ts';
import type { Cause } from '../story/findings.ts';
import { keysOf } from '../level/keys.ts';
import { RULES } from './all-rules.ts';
import type { Gauge } from './rule.ts';

export type DeductionKind = keyof typeof RULES;

/** All deductions, in the order in which they are looked for. */
export const DEDUCTION_KINDS = keysOf(RULES);

/** One line of the debrief: points lost, with what cost them. */
export interface Deduction {
  readonly kind: DeductionKind;
  /** What the points are taken from. */
  readonly gauge: Gauge;
  /** Whole points of that gauge, at least 1; the lines of a gauge add up to what it has lost. */
  readonly points: number;
  readonly mails: readonly MailId[];
  /** Whom it concerns, by contact. */
  readonly contacts: readonly ContactId[];
  readonly numbers: Readonly<Record<string, number>>;
  readonly causes: readonly Cause[];
  /** Ids of the beats that show it in the replay. */
  readonly beats: readonly string[];
}
