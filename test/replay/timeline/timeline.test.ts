import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentAt, settledTime, stateAt, timelineOf, type Timeline } from '../../../src/replay/timeline/timeline.ts';
import {
  advance,
  seek,
  setPlaying,
  shownTime,
  startPlayback,
  statusOf,
  step,
  toSegment,
  type Playback,
} from '../../../src/replay/timeline/playback.ts';
import { anyPlay } from '../plays.ts';

type Move = (playback: Playback, timeline: Timeline) => Playback;

const anyMove: fc.Arbitrary<Move> = fc.oneof(
  fc.double({ min: 0, max: 3, noNaN: true }).map(
    (seconds): Move =>
      (now, line) =>
        advance(now, line, seconds),
  ),
  fc.double({ min: -5, max: 90, noNaN: true }).map(
    (time): Move =>
      (now, line) =>
        seek(now, line, time),
  ),
  fc.boolean().map(
    (playing): Move =>
      (now, line) =>
        setPlaying(now, line, playing),
  ),
  fc.constantFrom(1 as const, -1 as const).map(
    (direction): Move =>
      (now, line) =>
        step(now, line, direction),
  ),
  fc.integer({ min: -2, max: 30 }).map(
    (segment): Move =>
      (now, line) =>
        toSegment(now, line, segment),
  ),
  fc.constantFrom(1 as const, 2 as const, 4 as const).map((speed): Move => (now) => ({ ...now, speed })),
);

describe('the timeline', () => {
  test('every beat from the first one on has a segment, one after another, in story order', () => {
    fc.assert(
      fc.property(anyPlay, (model) => {
        const { segments, duration } = timelineOf(model);
        expect(segments.map(({ beat }) => beat)).toEqual(
          [...model.outcome.beats.keys()].filter((index) => index >= model.from),
        );
        let end = 0;
        let at = 0;
        for (const segment of segments) {
          expect(segment.start).toBeCloseTo(end, 9);
          expect(segment.seconds).toBeGreaterThan(0.5);
          expect(segment.at).toBeGreaterThanOrEqual(at);
          end = segment.start + segment.seconds;
          at = segment.at;
        }
        expect(duration).toBeGreaterThanOrEqual(end - 1e-9);
      }),
    );
  });

  test('the state at a time is the same however the replay got there', () => {
    fc.assert(
      fc.property(anyPlay, fc.array(anyMove, { maxLength: 25 }), (model, moves) => {
        const timeline = timelineOf(model);
        let playback = startPlayback(timeline);
        for (const move of moves) {
          playback = move(playback, timeline);
          expect(playback.time).toBeGreaterThanOrEqual(0);
          expect(playback.time).toBeLessThanOrEqual(timeline.duration);
        }
        const straight = seek(startPlayback(timeline), timeline, playback.time);
        expect(stateAt(timeline, playback.time)).toEqual(stateAt(timelineOf(model), straight.time));
        expect(statusOf(playback, timeline).beat).toBe(statusOf(straight, timeline).beat);
      }),
    );
  });

  test('nothing goes backwards as time passes', () => {
    fc.assert(
      fc.property(
        anyPlay,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (model, a, b) => {
          const timeline = timelineOf(model);
          const early = stateAt(timeline, Math.min(a, b) * timeline.duration);
          const late = stateAt(timeline, Math.max(a, b) * timeline.duration);
          expect(late.beat).toBeGreaterThanOrEqual(early.beat);
          for (const [index, progress] of early.progress.entries()) {
            expect(late.progress[index]).toBeGreaterThanOrEqual(progress);
          }
        },
      ),
    );
  });

  test('at the start nothing has begun except earlier beats; at the end everything has happened', () => {
    fc.assert(
      fc.property(anyPlay, (model) => {
        const timeline = timelineOf(model);
        const [start, end] = [stateAt(timeline, 0), stateAt(timeline, timeline.duration)];
        for (const [index, cue] of timeline.cues.entries()) {
          expect(start.progress[index]).toBe(cue.beat < model.from ? 1 : 0);
          expect(end.progress[index]).toBe(1);
        }
      }),
    );
  });

  test('where still pictures stop, all of the beat has happened and nothing of the next', () => {
    fc.assert(
      fc.property(anyPlay, (model) => {
        const timeline = timelineOf(model);
        for (const [index, { beat }] of timeline.segments.entries()) {
          const time = settledTime(timeline, index);
          expect(segmentAt(timeline, time)).toBe(index);
          const { progress } = stateAt(timeline, time);
          const told = timeline.cues.map((cue, which) => ({ cue, done: progress[which] }));
          for (const { cue, done } of told.filter(({ cue: { do: kind, beat: of } }) => kind !== 'lay' || of !== beat)) {
            expect(done).toBe(cue.beat <= beat ? 1 : 0);
          }
        }
      }),
    );
  });
});

describe('the playback', () => {
  test('steps to every beat, forwards and backwards, playing or paused', () => {
    fc.assert(
      fc.property(anyPlay, fc.boolean(), (model, playing) => {
        const timeline = timelineOf(model);
        const count = timeline.segments.length;
        let playback = setPlaying(startPlayback(timeline), timeline, playing);
        const visited = [statusOf(playback, timeline).beat];
        for (let index = 1; index < count; index++) {
          playback = step(playback, timeline, 1);
          visited.push(statusOf(playback, timeline).beat);
        }
        expect(visited).toEqual(timeline.segments.map(({ beat }) => beat));
        expect(statusOf(playback, timeline).reached).toBe(timeline.segments.at(-1)?.beat);
        for (let index = count - 1; index > 0; index--) {
          playback = step(playback, timeline, -1);
          expect(statusOf(playback, timeline).beat).toBe(timeline.segments[index - 1]?.beat);
        }
        // A beat that was shown stays shown.
        expect(statusOf(playback, timeline).reached).toBe(timeline.segments.at(-1)?.beat);
      }),
    );
  });

  test('ends when time is up, and plays again from the start', () => {
    fc.assert(
      fc.property(anyPlay, (model) => {
        const timeline = timelineOf(model);
        const over = advance({ ...startPlayback(timeline), speed: 4 }, timeline, timeline.duration);
        expect(statusOf(over, timeline)).toMatchObject({ ended: true, playing: false });
        expect(advance(over, timeline, 1)).toBe(over);
        expect(setPlaying(over, timeline, true)).toMatchObject({ time: 0, playing: true });
      }),
    );
  });

  test('with reduced motion shows every beat as it ends, and nothing on its way', () => {
    fc.assert(
      fc.property(anyPlay, fc.double({ min: 0, max: 1, noNaN: true }), (model, share) => {
        const timeline = timelineOf(model);
        const playback = seek(startPlayback(timeline), timeline, share * timeline.duration);
        const shown = stateAt(timeline, shownTime(playback, timeline, true));
        expect(shown.beat).toBe(stateAt(timeline, playback.time).beat);
        const steady = shown.progress.filter((_, index) => timeline.cues[index]?.do !== 'lay');
        for (const progress of steady) expect([0, 1]).toContain(progress);
      }),
    );
  });
});
