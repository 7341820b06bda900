import { describe, expect, test } from 'vitest';
import { advise } from '../../../src/engine/analysis/advice.ts';
import { sampleRoutings } from '../../../src/engine/analysis/sample-routings.ts';
import type { Contact, Level } from '../../../src/engine/level/level.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { courseLevel, crowd, hopelessLevel, level, mail, person } from '../levels.ts';

const codes = (some: Level) => advise(some).map(({ code, path }) => `${code} ${path.join('.')}`);

/**
 * Two people who must answer each other, and strangers to them and to each other, so that no habit wins. One person
 * must not get the mail.
 */
const strangers = ({ circles = [], ...facts }: Partial<Level> = {}, ...more: Contact[]) =>
  level(
    [
      crowd('many', 20, { needs: 'act' }),
      person('bank', { needs: 'nothing' }),
      person('one', { needs: 'act', authorised: true }),
      person('two', { needs: 'act', authorised: true }),
      ...more,
    ],
    { circles: [...circles, { id: 'desk', members: ['one', 'two'], bond: 'context', discusses: true }], ...facts },
  );

describe('advice about a level', () => {
  test.each(['survey-mailing', 'cv-to-rivals', 'forum-privacy-reply'])('%s has no fault', (name) => {
    expect(codes(courseLevel(name))).toEqual([]);
  });

  test('says that it cannot be won, or that no way was found', () => {
    expect(codes(strangers({ mails: [mail('mail', { fields: ['cc'] })] }))).toEqual(['cannot-be-won mails']);
    expect(codes(hopelessLevel())).toContain('no-way-found mails');
  });

  test('says that a habit wins it, unless the level says why that is fine', () => {
    const easy = level([crowd('many', 20)]);
    expect(advise(easy)).toMatchObject([{ code: 'habit-wins', params: { habit: 'all-separate' } }]);
    expect(codes({ ...easy, accepted: { 'habit-wins': 'It is the lesson.' } })).toEqual([]);
    expect(codes(strangers({ accepted: { 'habit-wins': 'No more.' } }))).toEqual([
      'accepted-in-vain accepted.habit-wins',
    ]);
  });

  test('says that a beat can never happen', () => {
    const beat = (id: string, when: NonNullable<Level['beats']>[number]['when']) => ({
      id,
      when,
      after: 'P1D',
      text: 'T',
    });
    const story = strangers(
      {
        mails: [mail('first', { contacts: ['many', 'bank'] }), mail('sorry', { when: 'breach', affected: true })],
        beats: [
          beat('seen', { viewer: 'many', learns: '*' }),
          beat('sees-itself', { viewer: 'bank', learns: 'bank' }),
          beat('apology-shown', { contact: 'many', in: ['cc'], mail: 'sorry' }),
          beat('apology-to-bank', { contact: 'bank', in: ['cc'], mail: 'sorry' }),
          beat('judged', { event: 'regulator-decided' }),
          beat('left-out', { event: 'omitted' }),
          beat('well', { event: 'no-breach' }),
        ],
      },
      person('colleague', { authorised: true }),
    );
    expect(codes(story).filter((text) => text.startsWith('beat'))).toEqual([
      'beat-never beats.1.when',
      'beat-never beats.4.when',
    ]);
  });

  test('says that a fact or a circle never matters, but not for a fact that states the default', () => {
    const story = strangers(
      { circles: [{ id: 'alone', members: ['colleague'], bond: 'context' }] },
      person('colleague', { authorised: true, identity: 'photo', needs: 'act' }),
      person('other', { identity: 'partial', mustBeSeen: false, habits: [] }),
    );
    expect(codes(story)).toEqual(['dead-fact contacts.4.identity', 'dead-circle circles.0']);
    expect(codes({ ...story, accepted: { 'dead-fact': 'To mislead.' } })).toEqual([]);
  });

  test('tries every card in every field, and the mails after a breach', () => {
    const tried = sampleRoutings(courseLevel('survey-mailing'));
    const outcomes = tried.map((routing) => simulate(courseLevel('survey-mailing'), routing));
    expect(outcomes.some(({ sent }) => sent.some(({ mail: id }) => id === 'apology'))).toBe(true);
    for (const field of ['to', 'cc', 'bcc', 'separate', 'none'])
      expect(tried.some((routing) => (routing['survey-4']?.['batch-4'] ?? 'none') === field)).toBe(true);
  });
});
