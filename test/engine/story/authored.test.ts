import { describe, expect, test } from 'vitest';
import { checkLevel } from '../../../src/engine/level/check.ts';
import {
  levelSchema,
  type AuthoredBeat,
  type Contact,
  type Field,
  type Level,
} from '../../../src/engine/level/level.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { courseLevel, crowd, level, mail, person, route, surveyRouting } from '../levels.ts';

const told = (story: Level, routing: Parameters<typeof simulate>[1]) =>
  simulate(story, routing).beats.flatMap((one) => (one.kind === 'authored' ? [one.id.replace('authored:', '')] : []));

const event = (when: AuthoredBeat['when'], id = 'event'): AuthoredBeat => ({
  id,
  when,
  after: 'P1D',
  text: 'It happens.',
});
const doer = person('doer', { needs: 'act' });
const knower = person('knower');
const storyOf = (
  when: AuthoredBeat['when'],
  contacts: readonly Contact[] = [doer, knower],
  facts: Partial<Level> = {},
) => level(contacts, { beats: [event(when)], mails: [mail('mail', { sensitivity: 0 })], ...facts });

describe('no-breach requires that the mail arrived', () => {
  const happens = (fields: Readonly<Record<string, Field>>, contacts?: readonly Contact[]) =>
    told(storyOf({ event: 'no-breach' }, contacts), route(fields)).length > 0;

  test('by everyone who must act', () => {
    expect(happens({ doer: 'to', knower: 'to' })).toBe(true);
    expect(happens({ doer: 'to' })).toBe(true);
    expect(happens({ knower: 'to' })).toBe(false);
  });

  test('and by someone it is for', () => {
    const bystander = person('bystander', { needs: 'nothing' });
    expect(happens({ knower: 'separate' }, [knower, bystander])).toBe(true);
    expect(happens({}, [knower, bystander])).toBe(false);
    expect(happens({}, [doer, knower])).toBe(false);
  });

  test('the survey: seven mails that reached only the colleague get no reply', () => {
    const survey = courseLevel('survey-mailing');
    expect(told(survey, surveyRouting('separate'))).toContain('answers');
    expect(told(survey, surveyRouting('none'))).toEqual([]);
  });

  test('the CV: no company reads a mail that did not reach both', () => {
    const cv = courseLevel('cv-to-rivals');
    const sent = (fields: Readonly<Record<string, Field>>) => told(cv, { cv: fields });
    expect(sent({ northwind: 'separate', southgale: 'separate' })).toEqual(['invitations']);
    expect(sent({ southgale: 'separate', referee: 'separate' })).toEqual([]);
  });
});

describe('reached', () => {
  test('is true in any field, but not for contacts left out', () => {
    for (const field of ['to', 'cc', 'bcc', 'separate'] as const) {
      expect(told(storyOf({ reached: 'knower' }), route({ knower: field }))).toEqual(['event']);
    }
    expect(told(storyOf({ reached: 'knower' }), route({ doer: 'to' }))).toEqual([]);
  });

  test('can ask for a particular mail', () => {
    const story = storyOf({ reached: 'doer', mail: 'second' }, [doer], {
      mails: [mail('first', { series: 'all', sensitivity: 0 }), mail('second', { series: 'all', sensitivity: 0 })],
    });
    expect(told(story, { first: { doer: 'to' }, second: {} })).toEqual([]);
    expect(told(story, { first: {}, second: { doer: 'to' } })).toEqual(['event']);
  });

  test('of a group requires all of its people', () => {
    const team = person('team', { kind: 'group', members: ['doer', 'knower'] });
    expect(told(storyOf({ reached: 'team' }, [doer, knower, team]), route({ team: 'bcc' }))).toEqual(['event']);
    expect(told(storyOf({ reached: 'team' }, [doer, knower, team]), route({ doer: 'to' }))).toEqual([]);
  });

  test('has the mail as its cause', () => {
    const outcome = simulate(storyOf({ reached: 'knower' }), route({ knower: 'to' }));
    const happened = outcome.beats.find(({ kind }) => kind === 'authored');
    expect(happened).toMatchObject({ viewers: ['knower'], causes: [{ type: 'beat', beat: 'sent:mail' }] });
  });
});

describe('and', () => {
  test('holds when each of its conditions does', () => {
    const both = storyOf({ and: [{ reached: 'doer' }, { contact: 'knower', in: ['cc'] }] });
    expect(told(both, route({ doer: 'to', knower: 'cc' }))).toEqual(['event']);
    expect(told(both, route({ doer: 'to', knower: 'to' }))).toEqual([]);
    expect(told(both, route({ knower: 'cc' }))).toEqual([]);
  });

  test('names every cause once', () => {
    const outcome = simulate(
      storyOf({ and: [{ reached: 'doer' }, { reached: 'knower' }, { event: 'always' }] }),
      route({ doer: 'to', knower: 'cc' }),
    );
    expect(outcome.beats.find(({ kind }) => kind === 'authored')).toMatchObject({
      causes: [{ type: 'beat', beat: 'sent:mail' }],
      viewers: ['doer', 'knower'],
    });
  });

  test('takes at least two conditions, none of them another "and"', () => {
    const good = storyOf({ and: [{ reached: 'doer' }, { event: 'always' }] });
    expect(levelSchema.safeParse(good).success).toBe(true);
    for (const and of [
      [{ reached: 'doer' }],
      [{ reached: 'doer' }, { and: [{ event: 'always' }, { event: 'breach' }] }],
    ]) {
      expect(
        levelSchema.safeParse({ ...good, beats: [{ ...event({ event: 'always' }), when: { and } }] }).success,
      ).toBe(false);
    }
  });

  test('is refused for contacts and mails that do not exist', () => {
    const wrong = storyOf({ and: [{ reached: 'nobody' }, { reached: 'doer', mail: 'never' }] });
    expect(checkLevel(wrong).map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['unknown-contact', 'beats.0.when.and.0.reached'],
      ['unknown-mail', 'beats.0.when.and.1.mail'],
    ]);
  });
});

test('leaving out a crowd is not a silent success', () => {
  const many = crowd('many', 20, { needs: 'act' });
  expect(told(storyOf({ event: 'no-breach' }, [many, knower]), route({ knower: 'to' }))).toEqual([]);
});
