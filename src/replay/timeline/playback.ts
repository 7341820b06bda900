import type { ReplayStatus, Speed } from '../model.ts';
import { segmentAt, settledTime, type Timeline } from './timeline.ts';

/** Where the player is, as plain data. Every control gives a new one; the picture follows from `time` alone. */
export interface Transport {
  readonly time: number;
  readonly playing: boolean;
  readonly speed: Speed;
  /** Index in `segments` of the furthest one shown. */
  readonly reached: number;
}

/** At the start, playing. */
export function startTransport(timeline: Timeline): Transport {
  return { time: 0, playing: timeline.duration > 0, speed: 1, reached: timeline.segments.length > 0 ? 0 : -1 };
}

function at(transport: Transport, timeline: Timeline, time: number, playing = transport.playing): Transport {
  const within = Math.min(timeline.duration, Math.max(0, time));
  return {
    ...transport,
    time: within,
    playing: playing && within < timeline.duration,
    reached: Math.max(transport.reached, segmentAt(timeline, within)),
  };
}

/** Lets time go by; the same transport while it is paused. */
export function advance(transport: Transport, timeline: Timeline, seconds: number): Transport {
  if (!transport.playing) return transport;
  return at(transport, timeline, transport.time + seconds * transport.speed);
}

export function seek(transport: Transport, timeline: Timeline, time: number): Transport {
  return at(transport, timeline, Number.isFinite(time) ? time : transport.time);
}

/** Plays, pauses, or plays again from the start after the end. */
export function setPlaying(transport: Transport, timeline: Timeline, playing: boolean): Transport {
  const again = playing && transport.time >= timeline.duration;
  return at(transport, timeline, again ? 0 : transport.time, playing);
}

/** To a segment: to its start while playing, to its end while paused, since nothing would move there by itself. */
export function toSegment(transport: Transport, timeline: Timeline, segment: number): Transport {
  if (timeline.segments.length === 0) return transport;
  const index = Math.min(timeline.segments.length - 1, Math.max(0, segment));
  const start = timeline.segments[index]?.start ?? 0;
  return at(transport, timeline, transport.playing ? start : settledTime(timeline, index));
}

/** To the next (1) or last (-1) segment; from the last one on to the end. */
export function step(transport: Transport, timeline: Timeline, direction: 1 | -1): Transport {
  const segment = segmentAt(timeline, transport.time) + direction;
  if (segment >= timeline.segments.length) return at(transport, timeline, timeline.duration);
  return toSegment(transport, timeline, segment);
}

/** What the page shows of it. */
export function statusOf(
  { time, playing, speed, reached }: Transport,
  timeline: Timeline,
): Omit<ReplayStatus, 'scene'> {
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
 * The time that the picture shows. In a still sequence each beat is shown as it ends, and nothing in between.
 */
export function shownTime({ time }: Transport, timeline: Timeline, still: boolean): number {
  const segment = segmentAt(timeline, time);
  return still && segment >= 0 ? Math.max(time, settledTime(timeline, segment)) : time;
}
