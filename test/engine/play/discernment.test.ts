import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { discern, leaning, NOTHING_ASKED, sumOf, total } from '../../../src/engine/play/discernment.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { anyCase } from '../arbitrary.ts';
import { courseLevel, level, person, route, surveyRouting } from '../levels.ts';

describe('who was exposed and who was hidden', () => {
  test('everyone in Cc: exposes all who should be protected, and hides nobody', () => {
    const survey = discern(courseLevel('survey-mailing'), surveyRouting('cc'));
    expect(survey.protect).toEqual({ right: 0, wrong: 7 });
    expect(survey.reach.wrong).toBe(0);
  });

  test('separate mails: protects all and reaches all', () => {
    const survey = discern(courseLevel('survey-mailing'), surveyRouting('separate'));
    expect(survey.protect).toEqual({ right: 7, wrong: 0 });
    expect(survey.reach).toEqual({ right: 8, wrong: 0 });
  });

  const team = ['ana', 'ben', 'cem'];
  const open = level(
    team.map((id) => person(id, { needs: 'act' })),
    { circles: [{ id: 'team', members: team, bond: 'context', discusses: true }] },
  );

  test('everyone in Bcc where they must discuss: hides all, exposes nobody', () => {
    expect(discern(open, route({ ana: 'bcc', ben: 'bcc', cem: 'bcc' }))).toEqual({
      protect: { right: 0, wrong: 0 },
      reach: { right: 0, wrong: 3 },
    });
    expect(discern(open, route({ ana: 'to', ben: 'to', cem: 'cc' })).reach).toEqual({ right: 3, wrong: 0 });
  });

  test('left out counts as hidden, and protects someone who must not get the mail', () => {
    const two = level([person('ana'), person('boss', { needs: 'nothing' })]);
    expect(discern(two, route({ ana: 'none' }))).toEqual({
      protect: { right: 2, wrong: 0 },
      reach: { right: 0, wrong: 1 },
    });
    expect(discern(two, route({ ana: 'to', boss: 'bcc' })).protect).toEqual({ right: 0, wrong: 2 });
  });

  test('agrees with the outcome: a card is wrongly shown exactly if the outcome exposes it or leaks to it', () => {
    fc.assert(
      fc.property(anyCase, ({ level: any, routing }) => {
        const outcome = simulate(any, routing);
        const shown = new Set([...outcome.exposed, ...outcome.leaks].map(({ contact }) => contact));
        const { protect, reach } = discern(any, routing);
        expect(protect.wrong).toBe(shown.size);
        const hiding = ['omitted', 'hidden-doer', 'hidden-accountable', 'cannot-discuss'];
        const hid = outcome.deductions.some(({ kind }) => hiding.includes(kind));
        expect(reach.wrong).toBeGreaterThanOrEqual(hid ? 1 : 0);
      }),
    );
  });
});

describe('what a player tends to do', () => {
  const counts = (shown: number, hidden: number) => ({
    protect: { right: 10 - shown, wrong: shown },
    reach: { right: 10 - hidden, wrong: hidden },
  });

  test.each([
    [counts(0, 0), 'sure'],
    [counts(1, 1), 'sure'],
    [counts(6, 1), 'shows'],
    [counts(1, 6), 'hides'],
    [counts(5, 5), 'both'],
    [NOTHING_ASKED, 'unknown'],
  ] as const)('%j: %s', (given, expected) => expect(leaning(given)).toBe(expected));

  test('covers all levels together', () => {
    const sum = sumOf([counts(1, 2), counts(3, 4)]);
    expect([sum.protect.wrong, sum.reach.wrong, total(sum.protect)]).toEqual([4, 6, 20]);
    expect(sumOf([])).toEqual(NOTHING_ASKED);
  });
});
