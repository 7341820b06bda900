import type { ReplayStatus, Speed } from '../model.ts';
import { segmentAt, settledTime, type Timeline } from './timeline.ts';

/** The state of playback, as plain data. Every control returns a new one; the picture follows from `time` alone. */
export interface Playback {
  readonly time: number;
  readonly playing: boolean;
  readonly speed: Speed;
  /** Index in `segments` of the furthest one shown. */
  readonly reached: number;
}

/** At the start, playing. */
export function startPlayback(timeline: Timeline): Playback {
  return { time: 0, playing: timeline.duration > 0, speed: 1, reached: timeline.segments.length > 0 ? 0 : -1 };
}

function at(playback: Playback, timeline: Timeline, time: number, playing = playback.playing): Playback {
  const within = Math.min(timeline.duration, Math.max(0, time));
  return {
    ...playback,
    time: within,
    playing: playing && within < timeline.duration,
    reached: Math.max(playback.reached, segmentAt(timeline, within)),
  };
}

/** Advances the time; returns the same playback while it is paused. */
export function advance(playback: Playback, timeline: Timeline, seconds: number): Playback {
  if (!playback.playing) return playback;
  return at(playback, timeline, playback.time + seconds * playback.speed);
}

export function seek(playback: Playback, timeline: Timeline, time: number): Playback {
  return at(playback, timeline, Number.isFinite(time) ? time : playback.time);
}

/** Plays, pauses, or plays again from the start after the end. */
export function setPlaying(playback: Playback, timeline: Timeline, playing: boolean): Playback {
  const again = playing && playback.time >= timeline.duration;
  return at(playback, timeline, again ? 0 : playback.time, playing);
}

/** Jumps to a segment: to its start while playing, to its end while paused, as nothing would move there by itself. */
export function toSegment(playback: Playback, timeline: Timeline, segment: number): Playback {
  if (timeline.segments.length === 0) return playback;
  const index = Math.min(timeline.segments.length - 1, Math.max(0, segment));
  const start = timeline.segments[index]?.start ?? 0;
  return at(playback, timeline, playback.playing ? start : settledTime(timeline, index));
}

/** Steps to the next (1) or previous (-1) segment; from the last one to the end. */
export function step(playback: Playback, timeline: Timeline, direction: 1 | -1): Playback {
  const segment = segmentAt(timeline, playback.time) + direction;
  if (segment >= timeline.segments.length) return at(playback, timeline, timeline.duration);
  return toSegment(playback, timeline, segment);
}

/** Returns the part of the state that the page shows. */
export function statusOf({ time, playing, speed, reached }: Playback, timeline: Timeline): Omit<ReplayStatus, 'scene'> {
  const beatOf = (segment: number) => timeline.segments[segment]?.beat ?? -1;
  return {
    time,
    duration: timeline.duration,
    playing,
    speed,
    beat: beatOf(segmentAt(timeline, time)),
    reached: beatOf(reached),
    ended: time >= timeline.duration,
  };
}

/**
 * Returns the time that the picture shows. With reduced motion, each beat appears as it ends, without anything in
 * between.
 */
export function shownTime({ time }: Playback, timeline: Timeline, still: boolean): number {
  const segment = segmentAt(timeline, time);
  return still && segment >= 0 ? Math.max(time, settledTime(timeline, segment)) : time;
}
