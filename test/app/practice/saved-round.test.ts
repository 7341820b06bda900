import { describe, expect, test } from 'vitest';
import { composeDay } from '../../../src/engine/compose/index.ts';
import { playOfRouting } from '../../../src/engine/index.ts';
import { beginFlow, command, toStage, watch, type Flow } from '../../../src/app/play/flow.ts';
import { answered, beginRound } from '../../../src/app/practice/round.ts';
import { resumeRound, savedRound, type BegunRound } from '../../../src/app/practice/saved-round.ts';
import { ENGLISH, LANGUAGES } from '../../engine/compose/words.ts';

const DAY = composeDay('a day', ENGLISH, 8);
const [FIRST, SECOND] = DAY;
if (!FIRST || !SECOND) throw new Error('The day is empty.');

const sentWell: Flow = {
  ...beginFlow(FIRST.level),
  play: playOfRouting(FIRST.level, { email: FIRST.best }),
  stage: 'replay',
};
const onDesk = command(toStage(beginFlow(SECOND.level), 'desk'), {
  type: 'place',
  contacts: [SECOND.level.mails[0]?.contacts?.[0] ?? ''],
  field: 'bcc',
});
const begun: BegunRound = { round: answered(beginRound(DAY), sentWell), email: onDesk };

describe('a round after a reload', () => {
  test('has its sent emails, and the open one with its cards where they were', () => {
    const back = resumeRound(DAY, savedRound(begun, 'a day'));
    expect(back?.round.sent.map(({ play }) => play.outcome)).toEqual([sentWell.play.outcome]);
    expect(back?.email?.stage).toBe('desk');
    expect(back?.email?.play.desk).toEqual(onDesk.play.desk);
    expect(back?.email?.play.log).toEqual(onDesk.play.log);
  });

  test('is the same in another language', () => {
    for (const language of LANGUAGES)
      expect(resumeRound(composeDay('a day', language, 8), savedRound(begun, 'a day'))?.round.sent).toHaveLength(1);
  });

  test('counts an email as sent whose sending could still be undone, so that a reload is no second try', () => {
    const leaving = command({ ...onDesk, play: onDesk.play }, { type: 'send' });
    expect(leaving.leaving).not.toBeNull();
    const back = resumeRound(DAY, savedRound({ ...begun, email: leaving }, 'a day'));
    expect(back?.round.sent).toHaveLength(2);
    expect(back?.email).toBeNull();
    expect(savedRound({ ...begun, email: leaving }, 'a day').recorded).toBe(1);
    expect(watch(leaving).play).toEqual(back?.round.sent[1]?.play);
  });

  test('begins again where the seed gives other emails, or more plays are kept than there are emails', () => {
    const saved = savedRound(begun, 'a day');
    expect(resumeRound(composeDay('another day', ENGLISH, 8), saved)).toBeNull();
    expect(
      resumeRound(DAY.slice(0, 1), {
        ...saved,
        facts: savedRound({ round: beginRound(DAY.slice(0, 1)), email: null }, '').facts,
      }),
    ).toBeNull();
    const [sent] = saved.plays;
    expect(
      resumeRound(DAY, { ...saved, plays: [{ log: [], stage: 'desk' }, sent ?? { log: [], stage: 'desk' }] }),
    ).toBeNull();
  });
});
