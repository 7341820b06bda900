import { describe, expect, test } from 'vitest';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { courseLevel, level, person, route, surveyRouting } from '../levels.ts';

describe('what happens to many cards alike is told as one', () => {
  test('seven batches got nothing', () => {
    const { beats, deductions } = simulate(courseLevel('survey-mailing'), surveyRouting('none'));
    const missed = beats.filter((one) => one.kind === 'omitted');
    expect(missed).toMatchObject([{ variant: 'act', mail: null, numbers: { people: 1136 } }]);
    expect(missed[0]?.viewers).toHaveLength(7);
    const lines = deductions.filter(({ kind }) => kind === 'omitted');
    expect(lines.length).toBeGreaterThan(0);
    for (const { beats: shown } of lines) expect(shown).toEqual([missed[0]?.id]);
  });

  test('those who must act apart from those who must know', () => {
    const contacts = [person('a', { needs: 'act' }), person('b', { needs: 'act' }), person('c'), person('d')];
    const { beats } = simulate(level(contacts), route({ d: 'to' }));
    const missed = beats.flatMap((one) => (one.kind === 'omitted' ? [[one.variant, one.mail, ...one.viewers]] : []));
    expect(missed).toEqual([
      ['act', 'mail', 'a', 'b'],
      ['know', 'mail', 'c'],
    ]);
  });
});
