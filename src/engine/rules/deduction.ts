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
  /** The gauge that loses the points. */
  readonly gauge: Gauge;
  /** Whole points of that gauge, at least 1; the lines of a gauge add up to its loss. */
  readonly points: number;
  readonly mails: readonly MailId[];
  /** The contacts that it concerns. */
  readonly contacts: readonly ContactId[];
  readonly numbers: Readonly<Record<string, number>>;
  readonly causes: readonly Cause[];
  /** Ids of the beats that show it in the replay. */
  readonly beats: readonly string[];
}
