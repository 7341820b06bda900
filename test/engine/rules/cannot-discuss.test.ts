import { describe, expect, test } from 'vitest';
import { crowd, level, mail, person, route } from '../levels.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { lineOf } from './find.ts';

describe('cannot-discuss', () => {
  const members = ['a', 'b', 'c', 'd'];
  const team = level(
    members.map((id) => person(id)),
    {
      circles: [{ id: 'team', members, bond: 'context', discusses: true }],
      mails: [mail('mail', { sensitivity: 0 })],
    },
  );

  test('each member whom a reply-all does not reach has half a need unmet', () => {
    const split = route({ a: 'to', b: 'to', c: 'bcc', d: 'bcc' });
    expect(lineOf('cannot-discuss', team, split)).toMatchObject({
      gauge: 'purpose',
      points: 25,
      contacts: ['c', 'd'],
      beats: ['cannot-discuss:mail:team'],
    });
    expect(lineOf('cannot-discuss', team, split)?.causes).toContainEqual({ type: 'circle', circle: 'team' });
    expect(simulate(team, route({ a: 'to', b: 'to', c: 'cc', d: 'cc' }))).toMatchObject({ score: 100, stars: 3 });
  });

  test('a single member who cannot answer leaves at most 85', () => {
    expect(simulate(team, route({ a: 'to', b: 'to', c: 'to', d: 'bcc' })).purpose).toBe(85);
  });

  test('a crowd counts by its people, as single cards do', () => {
    const relatives = level([crowd('relatives', 22)], {
      circles: [{ id: 'family', members: ['relatives'], bond: 'context', discusses: true }],
    });
    expect(simulate(relatives, route({ relatives: 'to' })).score).toBe(100);
    expect(simulate(relatives, route({ relatives: 'bcc' })).score).toBe(50);
    expect(simulate(relatives, route({ relatives: 'separate' })).score).toBe(50);
  });

  test('depends on who can write to whom: a reply to a separate mail reaches only Reply-To', () => {
    const three = level(
      ['a', 'b', 'c'].map((id) => person(id)),
      {
        circles: [{ id: 'team', members: ['a', 'b', 'c'], bond: 'context', discusses: true }],
        mails: [mail('mail', { sensitivity: 0, replyTo: 'a@mail.example' })],
      },
    );
    // The others can reach a through Reply-To; a has a separate mail and can reach nobody.
    expect(lineOf('cannot-discuss', three, route({ a: 'separate', b: 'to', c: 'to' }))?.contacts).toEqual(['a']);
    expect(lineOf('cannot-discuss', three, route({ a: 'bcc', b: 'to', c: 'to' }))).toBeUndefined();
    const list = level([], {
      ...three,
      contacts: [...three.contacts, person('list', { kind: 'list', members: ['a', 'b', 'c'], needs: 'nothing' })],
      mails: [mail('mail', { sensitivity: 0, replyTo: 'list@mail.example' })],
    });
    expect(lineOf('cannot-discuss', list, route({ a: 'separate', b: 'separate', c: 'to' }))).toBeUndefined();
  });
});
