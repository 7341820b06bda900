import { describe, expect, test } from 'vitest';
import { crowd, level, mail, person, route } from '../levels.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { lineOf } from './find.ts';

describe('omitted', () => {
  const five = level(
    [person('doer', { needs: 'act' }), ...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => person(id))],
    {
      mails: [mail('mail', { sensitivity: 0 })],
      circles: [{ id: 'all', members: ['doer', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], bond: 'context' }],
    },
  );
  const all = { doer: 'to', a: 'to', b: 'to', c: 'to', d: 'to', e: 'to', f: 'to', g: 'to', h: 'to' } as const;

  test('leaves at most 80 of purpose when someone who must know got nothing, 65 when someone who must act did', () => {
    expect(simulate(five, route({ ...all, a: 'none' })).purpose).toBe(80);
    expect(simulate(five, route({ ...all, doer: 'none' })).purpose).toBe(65);
  });

  test('one who must act weighs as much as two who must know', () => {
    const need = level([person('doer', { needs: 'act' }), person('knower')]);
    expect(simulate(need, route({ knower: 'separate' })).purpose).toBe(33);
    expect(simulate(need, route({ doer: 'separate' })).purpose).toBe(67);
  });

  test('a crowd weighs one more for each tenfold of its people', () => {
    const many = level([crowd('many', 1000), person('clerk', { needs: 'act' })]);
    expect(simulate(many, route({ clerk: 'separate' })).purpose).toBe(33);
  });

  test('a mail that missed someone who must act earns at most one star, and none if it missed half of them', () => {
    const doers = level(['a', 'b', 'c'].map((id) => person(id, { needs: 'act' })));
    const sent = (...ids: string[]) =>
      simulate(doers, route(Object.fromEntries(ids.map((id) => [id, 'separate' as const]))));
    expect(sent('a', 'b', 'c')).toMatchObject({ stars: 3, missedDoers: 'none' });
    expect(sent('a', 'b')).toMatchObject({ stars: 1, missedDoers: 'some' });
    expect(sent('a')).toMatchObject({ stars: 0, missedDoers: 'half' });
    const pair = level(['a', 'b'].map((id) => person(id, { needs: 'act' })));
    expect(simulate(pair, route({ a: 'to' }))).toMatchObject({ score: 50, stars: 0, missedDoers: 'half' });
  });

  test('names its beats, the field and the need', () => {
    const line = lineOf('omitted', five, route({ ...all, a: 'none' }));
    expect(line).toMatchObject({ gauge: 'purpose', points: 20, contacts: ['a'], beats: ['omitted:mail:know'] });
    expect(line?.causes).toEqual([
      { type: 'placed', mail: 'mail', contacts: ['a'], field: 'none' },
      { type: 'fact', fact: 'needs-know', contacts: ['a'] },
    ]);
  });
});
