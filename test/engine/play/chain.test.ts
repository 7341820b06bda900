import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { causesAmong, chainOf, effectsAmong } from '../../../src/engine/play/chain.ts';
import { knowledgeOf } from '../../../src/engine/play/knowledge.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { openPlacementsOf } from '../../../src/engine/play/open-placements.ts';
import { anyPlay } from '../../replay/plays.ts';
import { anyCase } from '../arbitrary.ts';
import { courseLevel, surveyRouting } from '../levels.ts';

describe('the chain of a beat', () => {
  test('effects are the inverse of causes, and every chain begins with a beat without a cause', () => {
    fc.assert(
      fc.property(anyPlay, ({ outcome }) => {
        const chains = outcome.beats.map((_, index) => chainOf(outcome, index));
        for (const [index, { before, after }] of chains.entries()) {
          expect(before.has(index) || after.has(index)).toBe(false);
          for (const cause of before) expect(chains[cause]?.after.has(index)).toBe(true);
          for (const effect of after) expect(chains[effect]?.before.has(index)).toBe(true);
          for (const cause of before)
            expect(outcome.beats[cause]?.at).toBeLessThanOrEqual(outcome.beats[index]?.at ?? 0);
        }
      }),
    );
  });

  test('direct causes and effects are two views of the same relation', () => {
    fc.assert(
      fc.property(anyPlay, ({ outcome: { beats } }) => {
        for (const [index, beat] of beats.entries()) {
          for (const cause of causesAmong(beats, beat)) expect(effectsAmong(beats, cause)).toContain(index);
        }
      }),
    );
  });

  test('everything that follows from a mail goes back to it', () => {
    fc.assert(
      fc.property(anyPlay, ({ outcome }) => {
        for (const [index, { kind }] of outcome.beats.entries()) {
          // These begin with someone who got nothing, or are as the level's author wrote them.
          if (kind === 'sent' || kind === 'omitted' || kind === 'authored') continue;
          const before = [...chainOf(outcome, index).before].map((cause) => outcome.beats[cause]?.kind);
          expect(before).toContain('sent');
        }
      }),
    );
  });

  test('the penalty of the survey goes back to the mail that was sent', () => {
    const level = courseLevel('survey-mailing');
    const outcome = simulate(level, { ...surveyRouting('cc'), apology: { priya: 'to' } });
    const decided = outcome.beats.findIndex(({ kind }) => kind === 'decided');
    const kinds = [...chainOf(outcome, decided).before].map((index) => outcome.beats[index]?.kind);
    expect(kinds).toEqual(expect.arrayContaining(['referred', 'disclosed', 'sent', 'warning-ignored']));
    expect(chainOf(outcome, -1)).toEqual({ before: new Set(), after: new Set() });
  });
});

describe('the decisions behind what was seen', () => {
  test('one in To and one in Bcc: seen there because of To', () => {
    const level = courseLevel('cv-to-rivals');
    const outcome = simulate(level, { cv: { northwind: 'to', southgale: 'bcc' } });
    const disclosed = outcome.beats.find(({ kind }) => kind === 'disclosed');
    expect(disclosed && openPlacementsOf(outcome, disclosed)).toEqual([
      { field: 'to', subjects: ['northwind'], readIn: 'bcc', viewers: ['southgale'], within: false },
    ]);
  });

  test('they cover every disclosure that a header shows, and no other', () => {
    fc.assert(
      fc.property(anyCase, ({ level, routing }) => {
        const outcome = simulate(level, routing);
        for (const beat of outcome.beats.filter(({ kind }) => kind === 'disclosed')) {
          const placements = openPlacementsOf(outcome, beat);
          const told = new Set(placements.flatMap(({ subjects }) => subjects));
          for (const { field, readIn, viewers, subjects } of placements) {
            // If separate mails carry the Cc line, those on it and the readers of such a mail see each other.
            const carries = outcome.sent.some(({ ccOnSeparate }) => ccOnSeparate);
            expect(['to', 'cc', 'bcc', ...(carries ? ['separate'] : [])]).toContain(readIn);
            expect(readIn !== 'separate' || field === 'cc').toBe(true);
            expect(['to', 'cc', 'bcc', ...(carries && readIn === 'cc' ? ['separate'] : [])]).toContain(field);
            expect(beat.viewers).toEqual(expect.arrayContaining([...viewers]));
            expect(beat.subjects).toEqual(expect.arrayContaining([...subjects]));
          }
          const people = outcome.exposures.filter(
            ({ viewer, subject }) =>
              beat.viewers.includes(viewer) &&
              outcome.sent.some(
                ({ copies }) =>
                  copies.some((copy) => copy.contact === subject && copy.visible) &&
                  copies.some((copy) => copy.contact === viewer && ['to', 'cc', 'bcc'].includes(copy.field)),
              ),
          );
          for (const { subject } of people.filter((one) => beat.subjects.includes(one.subject))) {
            expect(told).toContain(subject);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

test('the sums over viewers and over subjects are both the number of disclosures', () => {
  fc.assert(
    fc.property(anyPlay, ({ level, outcome }) => {
      const all = level.contacts.map(({ id }) => knowledgeOf(outcome, id));
      const pairs = (side: 'learned' | 'known') =>
        all.flatMap((one) => one[side]).reduce((sum, exposure) => sum + exposure.pairs, 0);
      expect(pairs('learned')).toBe(outcome.disclosures);
      expect(pairs('known')).toBe(outcome.disclosures);
    }),
  );
});
