import { describe, expect, test } from 'vitest';
import { level, mail, person, route } from '../levels.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { lineOf } from './find.ts';

describe('fragile-bcc', () => {
  const two = (sensitivity: number, fields = ['to', 'cc', 'bcc', 'separate'] as const) =>
    level([person('a'), person('b')], { mails: [mail('mail', { sensitivity, fields: [...fields] })] });
  const hidden = route({ a: 'bcc', b: 'bcc' });

  test('strangers whom only Bcc hides leave 88, 85 or 82, by sensitivity', () => {
    expect([0, 1, 2, 3].map((sensitivity) => simulate(two(sensitivity), hidden).privacy)).toEqual([100, 88, 85, 82]);
  });

  test('costs nothing if separate mails are not offered, or are used', () => {
    const narrow = level([person('a'), person('b')], { mails: [mail('mail', { fields: ['to', 'cc', 'bcc'] })] });
    expect(lineOf('fragile-bcc', narrow, hidden)).toBeUndefined();
    expect(simulate(two(2), route({ a: 'separate', b: 'separate' }))).toMatchObject({ score: 100, stars: 3 });
  });

  test('applies to strangers: one alone, or people of one context, have nothing to fear from a slip', () => {
    expect(lineOf('fragile-bcc', two(2), route({ a: 'bcc' }))).toBeUndefined();
    const team = level([person('a'), person('b')], {
      circles: [{ id: 'team', members: ['a', 'b'], bond: 'context' }],
    });
    expect(lineOf('fragile-bcc', team, hidden)).toBeUndefined();
  });

  test('applies to one person alone, if those in To must not see that person', () => {
    const people = (facts: object) =>
      level([person('a'), person('b'), person('guest', { maySee: ['*'], ...facts })], {
        circles: [{ id: 'team', members: ['a', 'b'], bond: 'context' }],
      });
    const blind = route({ a: 'to', b: 'to', guest: 'bcc' });
    expect(lineOf('fragile-bcc', people({}), blind)).toMatchObject({ contacts: ['guest'] });
    expect(lineOf('fragile-bcc', people({ authorised: true }), blind)).toBeUndefined();
  });

  test('counts only those who would read the line: nobody with a separate mail, unless it carries the Cc line', () => {
    const alone = route({ a: 'bcc', b: 'separate' });
    expect(simulate(two(2), alone)).toMatchObject({ privacy: 100 });
    const people = [person('a'), person('b')];
    const merged = level(people, {
      mails: [mail('mail', { sensitivity: 2, fields: ['to', 'cc', 'bcc', 'separate'], ccOnSeparate: true })],
    });
    expect(lineOf('fragile-bcc', merged, alone)).toMatchObject({ contacts: ['a'] });
    const around = level(people, {
      mails: [
        mail('mail', {
          sensitivity: 2,
          fields: ['bcc', 'separate', 'instead'],
          instead: { name: 'Phone', reaches: true },
        }),
      ],
    });
    expect(lineOf('fragile-bcc', around, route({ a: 'bcc', b: 'instead' }))).toBeUndefined();
  });

  test('never counts members of a list, who are not in the Bcc line', () => {
    const list = level([
      person('list', { kind: 'list', members: ['a', 'b'], address: 'list@lists.example' }),
      person('a'),
      person('b'),
    ]);
    expect(lineOf('fragile-bcc', list, route({ list: 'bcc' }))).toBeUndefined();
  });

  test('does not apply once the slip has happened', () => {
    const three = level(['a', 'b', 'c'].map((id) => person(id)));
    expect(lineOf('fragile-bcc', three, route({ a: 'cc', b: 'bcc', c: 'bcc' }))).toBeUndefined();
  });

  test('names who depends on Bcc', () => {
    expect(lineOf('fragile-bcc', two(2), hidden)).toMatchObject({
      contacts: ['a', 'b'],
      causes: [{ type: 'placed', mail: 'mail', contacts: ['a', 'b'], field: 'bcc' }],
      beats: [],
    });
  });
});
