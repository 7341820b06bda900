import { describe, expect, test } from 'vitest';
import { bestRouting } from '../../../src/engine/analysis/analysis.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { bestRows } from '../../../src/screens/debrief/best-rows.ts';
import { courseLevel, surveyRouting } from '../../engine/levels.ts';

const idsOf = (rows: ReturnType<typeof bestRows>) => rows.map(({ contacts }) => contacts.map(({ id }) => id));

describe('the best way, in rows', () => {
  const cv = courseLevel('cv-to-rivals');

  test('prices contacts together, because two rivals harm each other', () => {
    const rows = bestRows(cv, { cv: { northwind: 'cc', southgale: 'cc', referee: 'cc' } });
    expect(idsOf(rows)).toEqual([['northwind', 'southgale'], ['referee'], ['manager']]);
    const [rivals] = rows;
    expect(rivals?.price?.field).toBe('cc');
    expect(rivals?.price?.because).toContain('exposed-acquaintances');
  });

  test('gives the price of the costliest other field when the player was right', () => {
    const rows = bestRows(cv, bestRouting(cv).routing);
    expect(rows.every(({ yours, best }) => yours === best)).toBe(true);
    const manager = rows.find(({ contacts: [first] }) => first?.id === 'manager');
    expect(manager?.price?.because).toContain('content-leaked');
  });

  test('puts the seven batches into one row', () => {
    const rows = bestRows(courseLevel('survey-mailing'), surveyRouting('cc'));
    expect(rows[0]?.contacts).toHaveLength(7);
    expect(rows[0]?.price?.points).toBeGreaterThan(50);
  });

  test('calls a field that costs nothing as good as the best', () => {
    const rows = bestRows(courseLevel('survey-mailing'), surveyRouting('separate', 'cc'));
    const priya = rows.find(({ contacts: [first] }) => first?.id === 'priya');
    expect(priya?.yours).toBe('cc');
    expect(priya?.price).toBeNull();
  });

  test('gives the price of a field with the others where the player had them: To, read by a rival in Bcc', () => {
    const rows = bestRows(cv, { cv: { northwind: 'to', southgale: 'bcc', referee: 'cc' } });
    const [northwind] = rows;
    expect(northwind).toMatchObject({ yours: 'to', best: 'separate', price: { field: 'to', others: 'yours' } });
    expect(northwind?.price?.because).toContain('exposed-acquaintances');
    expect(northwind?.price?.points).toBeGreaterThan(50);
  });

  test('prices a row at exactly what the score loses when its contacts move', () => {
    const yours = { cv: { northwind: 'to', southgale: 'bcc', referee: 'cc' } } as const;
    for (const { contacts, best, price } of bestRows(cv, yours)) {
      if (!price) continue;
      const others = price.others === 'best' ? bestRouting(cv).routing['cv'] : yours.cv;
      const [without, having] = [best, price.field].map((field) => {
        const moved = Object.fromEntries(contacts.map(({ id }) => [id, field]));
        return simulate(cv, { cv: { ...others, ...moved } }).score;
      });
      expect(price.points).toBe((without ?? 0) - (having ?? 0));
    }
  });

  test('does not charge the first mail for the apology after it', () => {
    const survey = courseLevel('survey-mailing');
    const sorry = survey.mails.find(({ when }) => when === 'breach')?.id ?? '';
    const [batches] = bestRows(survey, { ...surveyRouting('cc'), [sorry]: { priya: 'to', 'batch-1': 'separate' } });
    expect(batches?.price).toMatchObject({ others: 'best', because: ['exposed-strangers'] });
  });
});
