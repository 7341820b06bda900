import { describe, expect, test } from 'vitest';
import { composeDay, type Situation } from '../../../src/engine/compose/index.ts';
import { playOfRouting, type Field } from '../../../src/engine/index.ts';
import type { MailRouting } from '../../../src/engine/mail/routing.ts';
import { beginFlow, type Flow } from '../../../src/app/play/flow.ts';
import {
  answered,
  beginRound,
  clockTime,
  costliest,
  nextEmail,
  resultOf,
  returning,
  timeOfEmail,
  worstOf,
  type Round,
} from '../../../src/app/practice/round.ts';
import { storyMinutes } from '../../../src/app/practice/work-clock.ts';
import { ENGLISH } from '../../engine/compose/words.ts';

const DAY = composeDay('a day', ENGLISH, 8);

const everyone = ({ level }: Situation, field: Field): MailRouting =>
  Object.fromEntries((level.mails[0]?.contacts ?? []).map((id) => [id, field]));

/** Returns the play of an email with this routing. */
function flowOf({ level }: Situation, routing: MailRouting): Flow {
  return { ...beginFlow(level), play: playOfRouting(level, { email: routing }), stage: 'debrief' };
}

/** Returns a day whose emails were addressed in the best way, except for some, which went to everyone in To. */
const played = (slips: readonly number[], count = DAY.length): Round =>
  DAY.slice(0, count).reduce(
    (round, situation, index) =>
      answered(round, flowOf(situation, slips.includes(index) ? everyone(situation, 'to') : situation.best)),
    beginRound(DAY),
  );

describe('a round', () => {
  test('asks for its emails in order, and then ends', () => {
    expect(nextEmail(beginRound(DAY))).toBe(DAY[0]);
    expect(nextEmail(played([], 3))).toBe(DAY[3]);
    expect(nextEmail(played([]))).toBeNull();
  });

  test('without a mistake earns all points, has no worst email, and brings nothing back', () => {
    const round = played([]);
    expect(resultOf(round)).toMatchObject({ score: 100, stars: 3 });
    expect(resultOf(round).discernment.protect.wrong + resultOf(round).discernment.reach.wrong).toBe(0);
    expect(worstOf(round)).toBeNull();
    for (let count = 1; count <= DAY.length; count += 1) expect(returning(played([], count))).toEqual([]);
  });

  test('brings a mistake back two emails later, and no earlier', () => {
    expect(returning(played([1], 2))).toEqual([]);
    expect(returning(played([1], 3))).toEqual([]);
    const [back, ...more] = returning(played([1], 4));
    expect(more).toEqual([]);
    expect(back?.flow.level.id).toBe('email-2');
    expect(['complaint', 'letter', 'reply-all', 'question', 'call']).toContain(back?.as);
    expect(returning(played([1], 5))).toEqual([]);
  });

  test('brings the remaining mistakes back at the end of the day', () => {
    expect(returning(played([5, 6, 7])).map(({ flow }) => flow.level.id)).toEqual(['email-6', 'email-7', 'email-8']);
  });

  test('replays the email that went worst', () => {
    const round = played([2, 6]);
    const scores = round.sent.map(({ play }) => play.outcome.score);
    expect(worstOf(round)?.play.outcome.score).toBe(Math.min(...scores));
    expect(costliest(worstOf(round) ?? flowOf(DAY[0] as Situation, {}))).not.toBeNull();
  });
});

test('the emails of a round divide the working day evenly', () => {
  expect([0, 1, 4, 8].map((index) => clockTime(timeOfEmail({ situations: DAY }, index)))).toEqual([
    '09:00',
    '10:00',
    '13:00',
    '17:00',
  ]);
});

test('the clock runs from nine to five in five minutes, and stops', () => {
  expect([-1, 0, 150_000, 300_000, 9_000_000].map((time) => clockTime(storyMinutes(time)))).toEqual([
    '09:00',
    '09:00',
    '13:00',
    '17:00',
    '17:00',
  ]);
});
