import { describe, expect, test } from 'vitest';
import { simulate } from '../../../src/engine/play/simulate.ts';
import type { BeatKind } from '../../../src/engine/story/beat.ts';
import type { Contact, Field, Level } from '../../../src/engine/level/level.ts';
import { courseLevel, crowd, level, mail, person, route, surveyRouting } from '../levels.ts';

describe('the same event on many cards makes one beat', () => {
  test('when seven batches got nothing', () => {
    const { beats, deductions } = simulate(courseLevel('survey-mailing'), surveyRouting('none'));
    const missed = beats.filter((one) => one.kind === 'omitted');
    expect(missed).toMatchObject([{ variant: 'act', mail: null, numbers: { people: 1136 } }]);
    expect(missed[0]?.viewers).toHaveLength(7);
    const lines = deductions.filter(({ kind }) => kind === 'omitted');
    expect(lines.length).toBeGreaterThan(0);
    for (const { beats: shown } of lines) expect(shown).toEqual([missed[0]?.id]);
  });

  test('but separately for those who must act and those who must know', () => {
    const contacts = [person('a', { needs: 'act' }), person('b', { needs: 'act' }), person('c'), person('d')];
    const { beats } = simulate(level(contacts), route({ d: 'to' }));
    const missed = beats.flatMap((one) => (one.kind === 'omitted' ? [[one.variant, one.mail, ...one.viewers]] : []));
    expect(missed).toEqual([
      ['act', 'mail', 'a', 'b'],
      ['know', 'mail', 'c'],
    ]);
  });

  const series = (contacts: readonly Contact[], facts: Partial<Level> = {}) =>
    level(contacts, {
      mails: ['one', 'two', 'three'].map((id) => mail(id, { series: 'all', sensitivity: 0 })),
      ...facts,
    });
  const onAll = (fields: Readonly<Record<string, Field>>) =>
    Object.fromEntries(['one', 'two', 'three'].map((id) => [id, fields]));
  const told = (some: Level, fields: Readonly<Record<string, Field>>, kind: BeatKind) =>
    simulate(some, onAll(fields)).beats.filter((one) => one.kind === kind);

  test('for a colleague in Bcc of three mails who should get none of them', () => {
    const some = series([
      person('a'),
      person('colleague', { needs: 'nothing' }),
      person('press', { needs: 'nothing' }),
    ]);
    expect(told(some, { a: 'to', colleague: 'bcc' }, 'content-leaked')).toMatchObject([
      { mail: null, viewers: ['colleague'], numbers: { people: 1 } },
    ]);
    expect(told(some, { a: 'to', colleague: 'bcc', press: 'to' }, 'content-leaked')).toMatchObject([
      { viewers: ['colleague', 'press'], numbers: { people: 2 } },
    ]);
    const lines = simulate(some, onAll({ a: 'to', colleague: 'bcc' })).deductions;
    expect(lines.filter(({ kind }) => kind === 'content-leaked').map(({ beats }) => beats)).toEqual(
      Array.from({ length: 3 }, () => ['content-leaked:all']),
    );
  });

  test('for a doer, and someone who must be seen, in Bcc of three mails', () => {
    const some = series([person('a'), person('doer', { needs: 'act' }), person('lead', { mustBeSeen: true })]);
    const fields = { a: 'to', doer: 'bcc', lead: 'bcc' } as const;
    expect(told(some, fields, 'hidden-doer')).toMatchObject([{ mail: null, viewers: ['doer'] }]);
    expect(told(some, fields, 'hidden-accountable')).toMatchObject([{ mail: null, viewers: ['lead'] }]);
  });

  test('for a circle that cannot discuss any of three mails', () => {
    const team = [{ id: 'team', members: ['a', 'b'], bond: 'context' as const, discusses: true }];
    const some = series([person('a'), person('b')], { circles: team });
    expect(told(some, { a: 'to', b: 'bcc' }, 'cannot-discuss')).toMatchObject([{ mail: null, viewers: ['b'] }]);
  });

  test('for replies of several people to one mail, and of one person to three', () => {
    const loud = { habits: ['replies-all' as const] };
    const some = series([person('a', loud), person('b', loud), person('c')]);
    const replies = told(some, { a: 'to', b: 'to', c: 'to' }, 'replied-all');
    expect(replies).toMatchObject([
      { mail: null, variant: null, subjects: ['a', 'b'], numbers: { speakers: 6, reached: 2, mails: 18 } },
    ]);
    const lists = [crowd('x', 10, loud), crowd('y', 20, loud)];
    const batches = level(lists, {
      mails: [
        mail('one', { series: 'all', contacts: ['x'], sensitivity: 0 }),
        mail('two', { series: 'all', contacts: ['y'], sensitivity: 0 }),
      ],
    });
    const { beats } = simulate(batches, { one: { x: 'to' }, two: { y: 'to' } });
    expect(beats.filter(({ kind }) => kind === 'replied-all')).toMatchObject([
      { mail: null, variant: 'several', subjects: ['x', 'y'], numbers: { mails: 30 } },
    ]);
  });
});
