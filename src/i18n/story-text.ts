import { openPlacementsOf, type Beat, type Level, type Outcome } from '../engine/index.ts';
import { describeOpenPlacement } from './describe-people.ts';
import { describeBeat, describeCause, describeDisclosures } from './describe.ts';
import { formatStoryTime } from './format.ts';
import { t, textOf } from './text.ts';

/**
 * Says why a beat happened, one sentence for each cause, without repeats: seven batches that were read make one reason.
 * Where someone saw someone else, it names the two decisions behind it: which field each of them was in.
 */
export function reasonsOf(
  level: Level,
  outcome: Outcome,
  beat: Beat,
): { readonly text: string; readonly beat: string | null }[] {
  const placements = beat.kind === 'disclosed' || beat.kind === 'recognised' ? openPlacementsOf(outcome, beat) : [];
  const causes = placements.length > 0 ? beat.causes.filter(({ type }) => type !== 'placed') : beat.causes;
  return [
    ...causes.map((cause) => ({
      text: describeCause(level, cause, outcome),
      beat: cause.type === 'beat' ? cause.beat : null,
    })),
    ...placements.map((placement) => ({ text: describeOpenPlacement(level, placement), beat: null })),
  ].filter(({ text }, index, all) => text !== '' && all.findIndex((other) => other.text === text) === index);
}

/**
 * The whole story as plain text, for a slide or an email. It has only the names of the level, and nothing about the
 * player.
 */
export function storyText(level: Level, outcome: Outcome): string {
  const lines = outcome.beats.map((beat, index) => {
    const reasons = reasonsOf(level, outcome, beat).map(({ text }) => `   – ${text}`);
    const because = reasons.length > 0 ? [`   ${t('replay.because')}:`, ...reasons] : [];
    return [`${String(index + 1)}. ${formatStoryTime(beat.at)}: ${describeBeat(level, beat)}`, ...because].join('\n');
  });
  return [
    t('replay.title', { title: textOf(level.title) }),
    '',
    ...lines,
    '',
    t('stars.score', { score: outcome.score }),
    describeDisclosures(outcome),
    '',
  ].join('\n');
}
