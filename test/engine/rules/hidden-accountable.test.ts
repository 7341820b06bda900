import { describe, expect, test } from 'vitest';
import { level, mail, person, route } from '../levels.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { lineOf } from './find.ts';

describe('hidden-accountable', () => {
  const team = (others: number) => {
    const ids = Array.from({ length: others }, (_, index) => `p${String(index)}`);
    return {
      level: level([person('lead', { mustBeSeen: true }), ...ids.map((id) => person(id, { needs: 'act' }))], {
        mails: [mail('mail', { sensitivity: 0 })],
        circles: [{ id: 'team', members: ['lead', ...ids], bond: 'context' }],
      }),
      to: Object.fromEntries(ids.map((id) => [id, 'to' as const])),
    };
  };

  test('someone who must be seen and is not leaves at most 85 of purpose', () => {
    const { level: five, to } = team(5);
    expect(lineOf('hidden-accountable', five, route({ ...to, lead: 'bcc' }))).toMatchObject({
      gauge: 'purpose',
      points: 15,
      contacts: ['lead'],
      beats: ['hidden-accountable:mail'],
    });
    expect(simulate(five, route({ ...to, lead: 'cc' }))).toMatchObject({ score: 100, stars: 3 });
  });

  test('and three quarters of their need unmet', () => {
    const { level: pair, to } = team(1);
    expect(simulate(pair, route({ ...to, lead: 'bcc' })).purpose).toBe(75);
  });

  test('must be seen by all who share the matter, but not by strangers with separate mails', () => {
    const { level: pair } = team(2);
    expect(simulate(pair, route({ p0: 'to', lead: 'cc', p1: 'separate' })).purpose).toBe(85);
    const each = level([...pair.contacts, person('stranger', { needs: 'act' })], {
      mails: [mail('mail', { sensitivity: 0, ccOnSeparate: true })],
      circles: pair.circles ?? [],
    });
    expect(simulate(each, route({ p0: 'separate', p1: 'separate', lead: 'cc', stranger: 'separate' })).purpose).toBe(
      100,
    );
    const alone = level([...pair.contacts, person('stranger', { needs: 'act' })], {
      mails: [mail('mail', { sensitivity: 0 })],
      circles: pair.circles ?? [],
    });
    expect(simulate(alone, route({ p0: 'to', p1: 'to', lead: 'cc', stranger: 'separate' })).purpose).toBe(100);
  });

  test('names the field, and that they must be seen', () => {
    const { level: five, to } = team(5);
    expect(lineOf('hidden-accountable', five, route({ ...to, lead: 'bcc' }))?.causes).toEqual([
      { type: 'placed', mail: 'mail', contacts: ['lead'], field: 'bcc' },
      { type: 'fact', fact: 'must-be-seen', contacts: ['lead'] },
    ]);
  });
});
