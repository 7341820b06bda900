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

describe('the warning of the mail software', () => {
  const survey = courseLevel('survey-mailing');

  test('comes at the count that the mail names, for To and Cc together', () => {
    const story = level([crowd('crowd', 14), person('ana'), person('ben')], { mails: [mail('mail', { warnsAt: 15 })] });
    expect(warningOf(story, placed(story, { crowd: 'cc' }))).toBeNull();
    expect(warningOf(story, placed(story, { crowd: 'cc', ana: 'bcc', ben: 'separate' }))).toBeNull();
    expect(warningOf(story, placed(story, { crowd: 'cc', ana: 'to' }))).toEqual({ addresses: 15, mails: 1 });
  });

  test('says nothing where the software does not warn', () => {
    const story = level([crowd('crowd', 5000)]);
    expect(warningOf(story, placed(story, { crowd: 'to' }))).toBeNull();
  });

  test('counts each mail of a series alone, and tells the largest', () => {
    const cards = { 'batch-1': 'cc', 'batch-2': 'cc', 'batch-3': 'bcc', priya: 'to' } as const;
    expect(warningOf(survey, placed(survey, cards))).toEqual({ addresses: 199, mails: 2 });
  });

  test('offers to move what is public, and that alone', () => {
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

  test('is what was read after the last move', () => {
    const warning = deskWarning();
    expect(warning.now()).toBeNull();
    warning.read(loud);
    expect(warning.now()).toEqual({ addresses: 15, mails: 1 });
    warning.read(quiet);
    expect(warning.now()).toBeNull();
  });

  test('that was accepted comes back with more addresses, and after the cause for it was gone', () => {
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

  test('is silent while the mail that was sent can be taken back', () => {
    const warning = deskWarning();
    warning.read(desk({ crowd: 'cc', ana: 'to' }, true));
    expect(warning.now()).toBeNull();
  });
});
