import { reducedMotion } from '../../stage/motion.ts';
import { play, type SoundName } from '../../stage/sound.ts';
import type { Action } from './cues.ts';
import type { Timeline } from './timeline.ts';

const SOUNDS: Partial<Record<Action['do'], SoundName>> = {
  fly: 'send',
  open: 'open',
  thread: 'ink',
  bleed: 'ink',
  pool: 'ink',
  notice: 'stamp',
  post: 'lift',
};

/**
 * Plays the sounds that began between two moments, each kind once: a hundred envelopes are one rustle. Still pictures
 * are silent.
 */
export function soundsBetween(timeline: Timeline, from: number, to: number): void {
  const begun = timeline.cues.filter(({ start }) => start > from && start <= to);
  if (begun.length === 0 || reducedMotion()) return;
  for (const name of new Set(begun.flatMap((cue) => SOUNDS[cue.do] ?? []))) play(name);
}
