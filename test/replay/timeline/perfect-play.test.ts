import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { TAKE_BACK_MS } from '../../../src/app/play/countdown.ts';
import { bestRouting, courseSchema, mailOf, simulate, type Outcome } from '../../../src/engine/index.ts';
import { timelineOf } from '../../../src/replay/timeline/timeline.ts';
import { campaignLevel } from '../../engine/levels.ts';
import { allIn } from '../plays.ts';

/** Every level that is shipped. */
const course = courseSchema.parse(JSON.parse(readFileSync('levels/course.json', 'utf8')));
const files = course.chapters?.flatMap(({ levels }) => levels) ?? course.levels ?? [];
const shipped = files.map((file) => campaignLevel(file.replace('.json', '')));

/** What a beat says, without the people it is about. */
const eventsOf = ({ beats }: Outcome): string[] =>
  beats.flatMap((beat) => {
    if (beat.kind === 'authored') return [];
    const variant = 'variant' in beat ? beat.variant : '';
    const subjects = beat.kind === 'disclosed' ? beat.subjects : [];
    // Each crowd says what its own people see.
    return [[beat.kind, variant, beat.at, mailOf(beat), subjects].join(' ')];
  });

describe('a perfect play', () => {
  test.for(shipped.map((level) => [level.id, level] as const))(
    'waits at most two seconds for the first event of %s, and ends within twenty',
    ([, level]) => {
      const { routing } = bestRouting(level);
      const outcome = simulate(level, routing);
      expect(outcome.exposed).toEqual([]);
      const { cues, duration } = timelineOf({ level, routing, outcome, from: 0 });
      const first = Math.min(...cues.map(({ start }) => start));
      expect(TAKE_BACK_MS.short / 1000 + first).toBeLessThanOrEqual(2);
      expect(duration).toBeLessThanOrEqual(20);
      expect(duration).toBeGreaterThan(8);
      expect(new Set(eventsOf(outcome)).size).toBe(eventsOf(outcome).length);
    },
  );

  test('is not hurried where somebody was exposed: that story has as long as it takes to read', () => {
    const model = allIn(campaignLevel('survey-mailing'), 'cc');
    expect(timelineOf(model).duration).toBeGreaterThan(20);
  });
});

describe('equal events of several people', () => {
  test.for(shipped.map((level) => [level.id, level] as const))(
    'are one event in %s, however it is played',
    ([, level]) => {
      for (const field of ['to', 'cc', 'bcc', 'separate', 'none'] as const) {
        const events = eventsOf(allIn(level, field).outcome);
        expect(events.filter((event, index) => events.indexOf(event) !== index)).toEqual([]);
      }
    },
  );
});
