import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { bestRouting } from '../../../src/engine/analysis/analysis.ts';
import { courseSchema, levelsOf } from '../../../src/engine/level/course.ts';
import { judge, readersOfTooMuch, type Prediction } from '../../../src/engine/play/prediction.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { campaignLevel, courseLevel, level, mail, person, route } from '../levels.ts';

const course = courseSchema.parse(JSON.parse(readFileSync('levels/course.json', 'utf8')));
const CV = courseLevel('cv-to-rivals');
const nobody: Prediction = { said: null, stake: 1 };
const says = (said: string): Prediction => ({ said, stake: 3 });

describe('who sees too much', () => {
  test('is everyone who reads a stranger’s address, and not the one who knows both', () => {
    const outcome = simulate(CV, { cv: { northwind: 'cc', southgale: 'cc', referee: 'bcc' } });
    expect(readersOfTooMuch(outcome, ['cv']).toSorted()).toEqual(['northwind', 'southgale']);
  });

  test('is the wrong reader of a mail, in Bcc too', () => {
    const outcome = simulate(CV, {
      cv: { northwind: 'separate', southgale: 'separate', referee: 'cc', manager: 'bcc' },
    });
    expect(readersOfTooMuch(outcome, ['cv'])).toContain('manager');
  });

  test('is nobody after the best play', () => {
    const outcome = simulate(CV, { cv: { northwind: 'separate', southgale: 'separate', referee: 'cc' } });
    expect(readersOfTooMuch(outcome, ['cv'])).toEqual([]);
  });

  test.each(levelsOf(course))('is nobody after the best play of %s', (file) => {
    const story = campaignLevel(file.replace('.json', ''));
    const mails = story.mails.map(({ id }) => id);
    expect(readersOfTooMuch(bestRouting(story).outcome, mails)).toEqual([]);
  });

  test('is asked of the mails of one desk alone', () => {
    const story = level([person('ana'), person('ben')], { mails: [mail('first'), mail('second', { after: 'P1D' })] });
    const outcome = simulate(story, { first: { ana: 'to', ben: 'to' }, second: { ana: 'bcc', ben: 'bcc' } });
    expect(readersOfTooMuch(outcome, ['first'])).toEqual(['ana', 'ben']);
    expect(readersOfTooMuch(outcome, ['second'])).toEqual([]);
  });
});

describe('a prediction', () => {
  const clean = simulate(CV, { cv: { northwind: 'separate', southgale: 'separate', referee: 'cc' } });
  const shown = simulate(CV, { cv: { northwind: 'to', southgale: 'to', referee: 'separate' } });

  test('comes true where it names one of those who see too much', () => {
    expect(judge(CV, shown, ['cv'], says('southgale'))).toMatchObject({ right: true, stake: 3 });
    expect(judge(CV, shown, ['cv'], says('referee')).right).toBe(false);
    expect(judge(CV, shown, ['cv'], nobody)).toMatchObject({ right: false, readers: ['northwind', 'southgale'] });
  });

  test('of nobody comes true where nobody does', () => {
    expect(judge(CV, clean, ['cv'], nobody)).toMatchObject({ right: true, readers: [] });
    expect(judge(CV, clean, ['cv'], says('southgale')).right).toBe(false);
  });

  test('that names a list comes true by any of its members', () => {
    const list = person('all', { kind: 'list', members: ['inner'] });
    const inner = person('inner', { kind: 'list', members: ['press'] });
    const press = person('press', { needs: 'nothing' });
    const story = level([list, inner, press, person('ana')]);
    const outcome = simulate(story, route({ all: 'bcc', ana: 'to' }));
    expect(judge(story, outcome, ['mail'], says('all')).right).toBe(true);
    expect(judge(story, outcome, ['mail'], says('ana')).right).toBe(false);
  });
});
