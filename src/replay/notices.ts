import type { Beat, Level, RegulatorDecision } from '../engine/index.ts';
import { describeBeat } from '../i18n/describe.ts';
import { t, textOf } from '../i18n/index.ts';

/** A paper that arrives on the desk: its kind and its text. */
export interface Notice {
  readonly paper: 'news' | 'note' | 'letter' | 'warning' | 'calm';
  readonly head: string;
  readonly text: string;
  /** The word stamped across it. */
  readonly stamped: string | null;
}

const notice = (paper: Notice['paper'], head: string, text: string, stamped: string | null = null): Notice => ({
  paper,
  head,
  text,
  stamped,
});

/** Returns the paper of a beat, if it has one. */
export function noticeOf(level: Level, beat: Beat): Notice | null {
  const regulator = level.regulator ? textOf(level.regulator.name) : t('replay.prop.regulator');
  switch (beat.kind) {
    case 'warning-ignored':
      return notice('warning', t('replay.prop.warning'), t('replay.prop.ignored', { count: beat.numbers.addresses }));
    case 'complaint':
      return notice('letter', t('replay.prop.to-you'), t('replay.prop.complaint'));
    case 'press':
      return notice('news', t('replay.prop.paper'), t('replay.prop.headline', { count: beat.numbers.people }));
    case 'referred':
    case 'notified':
      return notice('letter', t('replay.prop.to-regulator'), describeBeat(level, beat));
    case 'apology-due':
      return notice('note', '', t('replay.prop.apology'));
    case 'apology-repeats':
      return notice('note', '', t('replay.prop.repeats'));
    case 'nobody-exposed':
      return notice('calm', '', t('replay.prop.calm'));
    case 'recorded':
      return notice('note', '', describeBeat(level, beat));
    case 'decided':
      return notice('letter', regulator, describeBeat(level, beat), stampOf(beat.decision));
    case 'authored':
      return notice('note', '', describeBeat(level, beat));
    default:
      return null;
  }
}

function stampOf({ outcome }: RegulatorDecision): string | null {
  return outcome === 'internal-record' ? null : t(`replay.prop.${outcome}`);
}
