import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { viewOf } from '../../../src/engine/mail/view.ts';
import { findPeople } from '../../../src/screens/replay/find-person.ts';
import { courseLevel, surveyRouting } from '../../engine/levels.ts';

const forum = courseLevel('forum-privacy-reply');
const answered = simulate(forum, { reply: { petitioners: 'cc', tom: 'to' } });
const survey = courseLevel('survey-mailing');
const sent = simulate(survey, surveyRouting('cc'));

const found = (level: typeof forum, outcome: typeof answered, query: string) =>
  findPeople(level, outcome, query).map(({ contact, index }) => [contact.id, index]);

describe('the search for a person', () => {
  test('finds any one of a million by number, with any grouping, and by address', () => {
    const routing = { [answered.sent[0]?.mail ?? '']: { petitioners: 'cc', tom: 'to' } } as const;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.constantFrom('', ',', ' ', '.'), (number, mark) => {
        const grouped = String(number).replaceAll(/\B(?=(\d{3})+$)/g, mark);
        const [one] = findPeople(forum, answered, grouped);
        expect(one).toMatchObject({ contact: { id: 'petitioners' }, index: number - 1 });
        const [same] = findPeople(forum, answered, one?.address ?? '');
        expect(same?.index).toBe(number - 1);
        const copy = viewOf(forum, routing, answered.sent[0]?.mail ?? '', {
          contact: 'petitioners',
          index: number - 1,
        });
        expect(copy?.recipient.address).toBe(one?.address);
      }),
    );
  });

  test('finds nobody beyond the crowd, and nobody who got no mail', () => {
    expect(found(forum, answered, '1000001')).toEqual([]);
    expect(found(forum, answered, '0')).toEqual([]);
    expect(found(survey, sent, '199')).toEqual([]);
    expect(found(survey, sent, '198')).toEqual([['batch-2', 197]]);
    expect(found(survey, sent, 'officer')).toEqual([]);
  });

  test('finds by a part of the name or of the address, in any case, and nothing for nothing', () => {
    expect(found(survey, sent, 'priya')).toEqual([['priya', 0]]);
    expect(found(survey, sent, 'PRIYA')).toEqual([['priya', 0]]);
    expect(found(survey, sent, 'batch').length).toBeGreaterThan(3);
    expect(found(survey, sent, 'resident-7@batch2')).toEqual([['batch-2', 6]]);
    expect(found(survey, sent, '  ')).toEqual([]);
    expect(found(survey, sent, 'resident-x@')).toEqual([]);
  });
});
