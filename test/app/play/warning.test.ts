import { describe, expect, test } from 'vitest';
import { deskWarning, publicCards, warningOf } from '../../../src/app/play/warning.ts';
import { applyCommand, startPlay, type Play } from '../../../src/engine/play/play.ts';
import type { Field, Level } from '../../../src/engine/level/level.ts';
import { courseLevel, crowd, level, mail, person } from '../../engine/levels.ts';

function placed(story: Level, cards: Readonly<Record<string, Field>>): Play {
  return Object.entries(cards).reduce(
    (play, [contact, field]) => applyCommand(story, play, { type: 'place', contacts: [contact], field }),
    startPlay(story),
  );
}

describe('the warning of the mail program', () => {
  const survey = courseLevel('survey-mailing');

  test("appears at the mail's own limit, counting To and Cc together", () => {
    const story = level([crowd('crowd', 14), person('ana'), person('ben')], { mails: [mail('mail', { warnsAt: 15 })] });
    expect(warningOf(story, placed(story, { crowd: 'cc' }))).toBeNull();
    expect(warningOf(story, placed(story, { crowd: 'cc', ana: 'bcc', ben: 'separate' }))).toBeNull();
    expect(warningOf(story, placed(story, { crowd: 'cc', ana: 'to' }))).toEqual({ addresses: 15, mails: 1 });
  });

  test('does not appear when the program does not warn', () => {
    const story = level([crowd('crowd', 5000)]);
    expect(warningOf(story, placed(story, { crowd: 'to' }))).toBeNull();
  });

  test('counts each mail of a series separately, and reports the largest', () => {
    const cards = { 'batch-1': 'cc', 'batch-2': 'cc', 'batch-3': 'bcc', priya: 'to' } as const;
    expect(warningOf(survey, placed(survey, cards))).toEqual({ addresses: 199, mails: 2 });
  });

  test('is about the mails of this desk, whatever was sent from an earlier one', () => {
    const story = level([crowd('crowd', 14), person('ana'), person('ben')], {
      mails: [mail('first', { warnsAt: 15 }), mail('second', { after: 'P1D', warnsAt: 15 })],
    });
    const sent = applyCommand(story, placed(story, { crowd: 'cc', ana: 'to', ben: 'to' }), { type: 'send' });
    const now = applyCommand(story, sent, { type: 'place', contacts: ['ana'], field: 'to' });
    expect(now.desk?.mails).toEqual(['second']);
    expect(warningOf(story, now)).toBeNull();
  });

  test('offers to move the visible cards, and only those', () => {
    const play = placed(survey, { 'batch-1': 'cc', 'batch-2': 'bcc', priya: 'to' });
    expect(publicCards(play)).toEqual(['batch-1', 'priya']);
  });
});

describe('the warning on the desk', () => {
  const story = level([crowd('crowd', 14), person('ana'), person('ben')], { mails: [mail('mail', { warnsAt: 15 })] });
  const desk = (cards: Readonly<Record<string, Field>>, leaving = false) => {
    const play = placed(story, cards);
    return { level: story, play, leaving: leaving ? play : null };
  };
  const loud = desk({ crowd: 'cc', ana: 'to' });
  const louder = desk({ crowd: 'cc', ana: 'to', ben: 'to' });
  const quiet = desk({ crowd: 'cc' });

  test('is the one read after the last move', () => {
    const warning = deskWarning();
    expect(warning.now()).toBeNull();
    warning.read(loud);
    expect(warning.now()).toEqual({ addresses: 15, mails: 1 });
    warning.read(quiet);
    expect(warning.now()).toBeNull();
  });

  test('reappears after it was accepted when there are more addresses, or when its cause was gone in between', () => {
    const warning = deskWarning();
    warning.read(loud);
    warning.accept();
    expect(warning.now()).toBeNull();
    warning.read(louder);
    expect(warning.now()?.addresses).toBe(16);
    warning.accept();
    warning.read(loud);
    expect(warning.now()).toBeNull();
    warning.read(quiet);
    warning.read(loud);
    expect(warning.now()?.addresses).toBe(15);
  });

  test('is hidden while sending can be undone', () => {
    const warning = deskWarning();
    warning.read(desk({ crowd: 'cc', ana: 'to' }, true));
    expect(warning.now()).toBeNull();
  });
});
