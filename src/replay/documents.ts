import type { Beat, Level, Outcome } from '../engine/index.ts';
import { describeBeat } from '../i18n/describe.ts';
import { formatMoney, t, textOf } from '../i18n/index.ts';

/** A paper that comes to the desk: what kind it is, and what is on it. */
export interface Prop {
  readonly paper: 'news' | 'note' | 'letter' | 'warning' | 'calm';
  readonly head: string;
  readonly text: string;
  /** What is stamped across it. */
  readonly stamped: string | null;
}

const prop = (paper: Prop['paper'], head: string, text: string, stamped: string | null = null): Prop => ({
  paper,
  head,
  text,
  stamped,
});

/** The paper of a beat that has one. */
export function propOf(level: Level, outcome: Outcome, beat: Beat): Prop | null {
  const regulator = level.regulator ? textOf(level.regulator.name) : t('replay.prop.regulator');
  switch (beat.kind) {
    case 'warning-ignored':
      return prop('warning', t('replay.prop.warning'), t('replay.prop.ignored', { count: beat.numbers.addresses }));
    case 'complaint':
      return prop('letter', t('replay.prop.to-you'), t('replay.prop.complaint'));
    case 'press':
      return prop('news', t('replay.prop.paper'), t('replay.prop.headline', { count: beat.numbers.people }));
    case 'referred':
    case 'notified':
      return prop('letter', t('replay.prop.to-regulator'), describeBeat(level, beat));
    case 'apology-due':
      return prop('note', '', t('replay.prop.apology'));
    case 'apology-repeats':
      return prop('note', '', t('replay.prop.repeats'));
    case 'nobody-exposed':
      return prop('calm', '', t('replay.prop.calm'));
    case 'decided': {
      const amount =
        outcome.decision && outcome.decision.amount > 0
          ? formatMoney(outcome.decision.amount, outcome.decision.currency)
          : null;
      const verdict = t(`replay.prop.${beat.variant}`);
      return prop('letter', regulator, describeBeat(level, beat), amount ?? verdict);
    }
    case 'authored':
      return prop('note', '', describeBeat(level, beat));
    default:
      return null;
  }
}
