import { cuesOfBeats, LAID, type Cue } from './cues.ts';
import type { ReplayModel } from '../model.ts';

/** One beat on the play clock. */
export interface Segment {
  /** Index of the beat in the outcome. */
  readonly beat: number;
  /** Seconds of story time. */
  readonly at: number;
  readonly start: number;
  readonly seconds: number;
}

/** A cue with its place on the play clock. A cue of an earlier beat ends before 0. */
export type TimedCue = Cue & { readonly start: number };

export interface Timeline {
  readonly segments: readonly Segment[];
  readonly cues: readonly TimedCue[];
  readonly duration: number;
}

/** The state at one moment, from which the whole picture follows; it depends on the time alone. */
export interface Moment {
  readonly time: number;
  /** Index in `segments`; -1 when there is nothing to show. */
  readonly segment: number;
  readonly beat: number;
  /** Seconds of story time. */
  readonly at: number;
  /** The progress of each cue of the timeline, from 0 to 1. */
  readonly progress: readonly number[];
}

/** The longest replay at speed 1; longer stories play faster. */
const LONGEST = 42;
/** A replay in which nobody was exposed: who did everything right is not kept waiting. */
const LONGEST_CLEAN = 20;
const FASTEST = 0.6;
const BEFORE = -1;

/** Puts the beats from `model.from` on one after another on the play clock. */
export function timelineOf(model: ReplayModel): Timeline {
  const perBeat = cuesOfBeats(model);
  const shown = perBeat.slice(model.from);
  const whole = shown.reduce((sum, { seconds }) => sum + seconds, 0);
  // The last paper is laid down after the last beat.
  const longest = model.outcome.exposed.length === 0 ? LONGEST_CLEAN - LAID : LONGEST;
  const pace = Math.max(FASTEST, Math.min(1, longest / Math.max(whole, 1)));
  const segments: Segment[] = [];
  const cues: TimedCue[] = perBeat
    .slice(0, model.from)
    .flatMap((beat) => beat.cues.map((cue) => ({ ...cue, start: BEFORE, seconds: 0 })));
  let start = 0;
  for (const [order, { cues: own, seconds }] of shown.entries()) {
    const beat = model.from + order;
    segments.push({ beat, at: model.outcome.beats[beat]?.at ?? 0, start, seconds: seconds * pace });
    cues.push(...own.map((cue) => ({ ...cue, start: start + cue.after * pace, seconds: cue.seconds * pace })));
    start += seconds * pace;
  }
  // At the end the last paper is laid down, so that the whole picture is visible.
  return { segments, cues, duration: Math.max(start, ...cues.map(endOf)) };
}

const endOf = (cue: TimedCue) => cue.start + cue.seconds;

/** Returns the segment at a time; after the end, the last one. */
export function segmentAt(timeline: Timeline, time: number): number {
  const found = timeline.segments.findLastIndex(({ start }) => start <= time);
  return timeline.segments.length > 0 ? Math.max(0, found) : found;
}

/** Returns the state at a time, however the replay got there. */
export function stateAt(timeline: Timeline, time: number): Moment {
  const segment = segmentAt(timeline, time);
  const current = timeline.segments[segment];
  return {
    time,
    segment,
    beat: current?.beat ?? -1,
    at: current?.at ?? 0,
    progress: timeline.cues.map((cue) => progressOf(cue, time)),
  };
}

export function progressOf(cue: TimedCue, time: number): number {
  if (time <= cue.start) return 0;
  return time >= endOf(cue) ? 1 : (time - cue.start) / cue.seconds;
}

/** Returns when everything in a segment has happened, which is where still pictures stop. */
export function settledTime(timeline: Timeline, segment: number): number {
  const { start, seconds } = timeline.segments[segment] ?? { start: 0, seconds: 0 };
  return Math.max(start, start + seconds - 0.001);
}
