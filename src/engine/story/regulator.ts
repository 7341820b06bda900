import type { Regulator } from '../level/level.ts';
import type { ContentLeak, Exposure, RegulatorDecision } from './findings.ts';
import { nearestPrecedent } from './precedents.ts';

export interface Findings {
  readonly exposures: readonly Exposure[];
  readonly leaks: readonly ContentLeak[];
  /** People who were seen, or whose mail went astray. */
  readonly people: number;
  /** The mail software warned and the mail was sent all the same, or a breach followed a breach (rule 12). */
  readonly knew: boolean;
  /** The highest sensitivity of the mails that leaked. */
  readonly sensitivity: number;
  /** An apology was sent, but not to everybody who was exposed; at a high risk they have to be told (GDPR Article 34). */
  readonly untold: boolean;
}

/** The most the regulator could demand under the 2012 test, in pounds (Data Protection Act 1998; domain.md §2). */
export const CAP_2012 = 500_000;

/**
 * The regulator's decision about a breach, by the test that the level states (rule 13).
 * The figure of a penalty is that of the nearest real case, never the cap.
 */
export function decide(regulator: Regulator, findings: Findings): RegulatorDecision {
  return regulator.test === 'uk-2012' ? decide2012(findings) : decideToday(findings);
}

function recognisedAndPrivate(findings: Findings): boolean {
  return findings.exposures.some((exposure) => exposure.sensitivity >= 2 && exposure.acquaintance !== null);
}

/** A penalty needed substantial damage or distress, or a risk that was known or ought to have been known. */
function decide2012(findings: Findings): RegulatorDecision {
  const reasons: RegulatorDecision['reasons'][number][] = [];
  if (findings.sensitivity >= 3 || recognisedAndPrivate(findings)) reasons.push('substantial-distress');
  if (findings.knew) reasons.push('known-risk');
  if (reasons.length === 0)
    return { outcome: 'advice', amount: 0, currency: 'GBP', precedent: null, reasons: ['not-shown'] };
  const precedent = nearestPrecedent('uk-2012', findings.people);
  return {
    outcome: 'penalty',
    amount: Math.min(precedent.amount, CAP_2012),
    currency: 'GBP',
    precedent: precedent.id,
    reasons,
  };
}

/** Today's regulator reprimands or fines by the risk to people; the real decisions known are all about the highest sensitivity. */
function decideToday(findings: Findings): RegulatorDecision {
  const none = { amount: 0, currency: 'GBP', precedent: null } as const;
  if (findings.sensitivity <= 1 && !findings.knew) return { ...none, outcome: 'advice', reasons: ['risk'] };
  if (findings.sensitivity <= 2)
    return { ...none, outcome: 'reprimand', reasons: findings.knew ? ['risk', 'known-risk'] : ['risk'] };
  const precedent = nearestPrecedent('uk-gdpr', findings.people);
  return {
    outcome: precedent.outcome,
    amount: precedent.amount,
    currency: 'GBP',
    precedent: precedent.id,
    reasons: [
      'high-risk',
      ...(findings.knew ? ['known-risk' as const] : []),
      ...(findings.untold ? ['not-told' as const] : []),
    ],
  };
}
