import type { Level, Outcome, Routing } from '../../engine/index.ts';
import type { Action } from '../timeline/cues.ts';
import type { DotLayer } from '../dots/dot-layer.ts';
import type { Layout } from '../layout/layout.ts';
import type { Highlight } from '../timeline/highlight.ts';
import type { TextureCache } from '../draw/texture-cache.ts';
import type { TimedCue, Timeline } from '../timeline/timeline.ts';

/** A part of the picture that depends on the progress of some cues, and on nothing else. */
export interface Part {
  /** The cues that it depends on, by their index in the timeline. */
  readonly cues: readonly number[];
  /** Set when it also depends on the highlight. */
  readonly minds?: 'light';
  /**
   * @param progress of its cues, in the same order, from 0 to 1
   * @param light what is highlighted: the current beat, or a person
   * @returns false when the table looks the same as before, so that it need not be drawn again
   */
  paint(progress: readonly number[], light: Highlight): boolean;
}

/** Everything that the parts are made from. */
export interface PartInput {
  readonly cache: TextureCache;
  readonly level: Level;
  readonly routing: Routing;
  readonly outcome: Outcome;
  readonly timeline: Timeline;
  readonly layout: Layout;
  /** The people of crowds. */
  readonly dots: DotLayer;
}

type CueOf<Do extends Action['do']> = TimedCue & Extract<Action, { do: Do }>;

/** A cue with its index in the timeline. */
export interface Found<Do extends Action['do']> {
  readonly index: number;
  readonly cue: CueOf<Do>;
}

/** Returns the cues of one kind that pass a test, in the order of time. */
export function cuesOf<Do extends Action['do']>(
  timeline: Timeline,
  kind: Do,
  accept: (cue: CueOf<Do>) => boolean = () => true,
): Found<Do>[] {
  const isKind = (cue: TimedCue): cue is CueOf<Do> => cue.do === kind;
  return timeline.cues.flatMap((cue, index) => (isKind(cue) && accept(cue) ? [{ index, cue }] : []));
}

/** Returns the last of some cues that has begun; -1 when none has. */
export function lastBegun(progress: readonly number[]): number {
  return progress.findLastIndex((value) => value > 0);
}
