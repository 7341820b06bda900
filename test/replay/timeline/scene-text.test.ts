import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { chainOf } from '../../../src/engine/play/chain.ts';
import { setLanguage } from '../../../src/i18n/index.ts';
import { reasonsOf, storyText } from '../../../src/i18n/story-text.ts';
import { inkStrength, highlightOf } from '../../../src/replay/timeline/highlight.ts';
import { sceneAt, sceneText } from '../../../src/replay/timeline/scene-text.ts';
import { settledTime, stateAt, timelineOf } from '../../../src/replay/timeline/timeline.ts';
import { seek, shownTime, startPlayback } from '../../../src/replay/timeline/playback.ts';
import { besideOf } from '../../../src/screens/copy/pages.ts';
import { anyPlay } from '../plays.ts';

beforeAll(() => setLanguage('en'));

describe('the picture in words', () => {
  test('is the same for a moment, however the replay got there', () => {
    fc.assert(
      fc.property(anyPlay, (model) => {
        const timeline = timelineOf(model);
        const told = (segment: number) => sceneAt(timeline, stateAt(timeline, settledTime(timeline, segment)));
        const forwards = timeline.segments.map((_, segment) => told(segment));
        const backwards = timeline.segments.map((_, segment) => told(timeline.segments.length - 1 - segment));
        expect(backwards.toReversed()).toEqual(forwards);
      }),
    );
  });

  test('stops in still pictures exactly where the moving ones rest, with the same text', () => {
    fc.assert(
      fc.property(anyPlay, fc.double({ min: 0, max: 1, noNaN: true }), (model, share) => {
        const timeline = timelineOf(model);
        const playback = seek(startPlayback(timeline), timeline, share * timeline.duration);
        const still = stateAt(timeline, shownTime(playback, timeline, true));
        const moving = stateAt(timeline, shownTime(playback, timeline, false));
        expect(still.beat).toBe(moving.beat);
        const rest = stateAt(timeline, Math.max(playback.time, settledTime(timeline, moving.segment)));
        expect(sceneText(model.level, sceneAt(timeline, still))).toBe(sceneText(model.level, sceneAt(timeline, rest)));
      }),
    );
  });

  test('names everyone who got a mail at the end, and has the disclosures of the engine', () => {
    fc.assert(
      fc.property(anyPlay, (model) => {
        const timeline = timelineOf(model);
        const { reached, sees, within } = sceneAt(timeline, stateAt(timeline, timeline.duration));
        const got = new Set(model.outcome.sent.flatMap(({ copies }) => copies.map(({ contact }) => contact)));
        expect(new Set(reached.map(({ contact }) => contact))).toEqual(got);
        const exposed = new Set(model.outcome.exposures.map(({ viewer, subject }) => `${viewer} ${subject}`));
        const shown = [
          ...sees.flatMap(({ viewer, subjects }) => subjects.map((subject) => `${viewer} ${subject}`)),
          ...within.map((contact) => `${contact} ${contact}`),
        ];
        for (const pair of exposed) expect(shown).toContain(pair);
      }),
    );
  });
});

describe('the highlight', () => {
  test('is the beat with its causes and effects, or one person with what concerns them', () => {
    fc.assert(
      fc.property(anyPlay, fc.nat(), (model, pick) => {
        const { beats, exposures } = model.outcome;
        const beat = pick % Math.max(1, beats.length);
        const light = highlightOf(model.outcome, beat, null);
        expect({ before: light.before, after: light.after }).toEqual(chainOf(model.outcome, beat));
        const [exposure] = exposures;
        if (!exposure) return;
        const other = { viewer: 'nobody', subject: 'nobody' };
        const person = highlightOf(model.outcome, beat, exposure.viewer);
        expect([...person.faces]).toEqual(expect.arrayContaining([exposure.viewer, exposure.subject]));
        expect(inkStrength(person, beat, exposure)).toBeGreaterThan(inkStrength(person, beat, other));
        const linked = [...light.before, ...light.after];
        const apart = [...beats.keys()].filter((index) => index !== beat && !linked.includes(index));
        for (const index of linked) {
          expect(inkStrength(light, index, exposure)).toBeLessThan(inkStrength(light, beat, exposure));
          for (const far of apart) {
            expect(inkStrength(light, index, exposure)).toBeGreaterThan(inkStrength(light, far, exposure));
          }
        }
      }),
    );
  });
});

test('the story as text has every beat once, and nothing about the player', () => {
  fc.assert(
    fc.property(anyPlay, ({ level, outcome }) => {
      const text = storyText(level, outcome);
      for (const index of outcome.beats.keys()) expect(text).toContain(`\n${String(index + 1)}. `);
      expect(text).not.toContain(`\n${String(outcome.beats.length + 1)}. `);
      expect(text).not.toContain('undefined');
      for (const beat of outcome.beats) {
        const reasons = reasonsOf(level, outcome, beat).map((reason) => reason.text);
        expect(new Set(reasons).size).toBe(reasons.length);
      }
    }),
    { numRuns: 30 },
  );
});

test('the second screen is that of another reader of the mail, of the other kind if there is one', () => {
  fc.assert(
    fc.property(anyPlay, ({ level, outcome }) => {
      for (const { mail, copies } of outcome.sent) {
        for (const copy of copies) {
          const beside = besideOf(level, outcome, { contact: copy.contact, index: 0, mail });
          const others = copies.filter(({ contact }) => contact !== copy.contact);
          const chosen = others.filter(({ contact }) => contact === beside?.contact);
          const kinds = new Set(others.map(({ visible }) => visible));
          expect(beside?.contact).not.toBe(copy.contact);
          expect(chosen.every(({ visible }) => visible !== copy.visible || !kinds.has(!copy.visible))).toBe(true);
        }
      }
    }),
  );
});
