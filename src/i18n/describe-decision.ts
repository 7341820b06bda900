import type { ComparableDecision, RegulatorDecision } from '../engine/index.ts';
import { formatList, formatMoney } from './format.ts';
import { t } from './text.ts';

function measureOf({ measure, amount, currency }: ComparableDecision): string {
  return measure === 'fine' ? formatMoney(amount, currency) : t(`decision.measure.${measure}`);
}

/**
 * Says what regulators really did in comparable cases, as a range: "Comparable cases: a reprimand to £10,000."
 * @param decisions from the mildest to the strictest
 * @returns an empty text when there are none
 */
export function describeComparable(decisions: readonly ComparableDecision[]): string {
  const measures = [...new Set(decisions.map(measureOf))];
  const [from, ...others] = measures;
  const to = others.at(-1);
  if (from === undefined) return '';
  const currencies = new Set(decisions.filter(({ amount }) => amount > 0).map(({ currency }) => currency));
  // Readers could not verify an order of amounts in different currencies.
  if (to === undefined || currencies.size > 1) return t('decision.cases', { cases: formatList(measures) });
  return t('decision.range', { from, to });
}

/** Lists the cases behind the range, one sentence each. */
export function describeCases(decisions: readonly ComparableDecision[]): string[] {
  return decisions.map(({ id }) => t(`precedent.${id}`));
}

/** Says what the regulator did, in a sentence or two, without the comparable cases. */
export function describeOutcome({ outcome }: RegulatorDecision): string {
  return outcome === 'internal-record' ? t('decision.record-only') : t(`beat.decided.${outcome}`);
}

/** Says why the regulator decided as it did; one sentence each. */
export function describeReasons({ reasons }: RegulatorDecision): string[] {
  return reasons.map((reason) => t(`decision.reason.${reason}`));
}
