import { describe, expect, test } from 'vitest';
import { contactsOnDesk, hasAddressLine, suggest } from '../../../src/app/play/address-line.ts';
import { applyCommand, startPlay, type Command } from '../../../src/engine/play/play.ts';
import { level, mail, person } from '../../engine/levels.ts';

const PEOPLE = [
  person('lead', { name: 'José Marín' }),
  person('nurse', { name: 'Sam Ortiz', address: 'sam.ortiz@clinic.example' }),
  person('patient', { name: 'Sam Okoro', address: 'so.1974@mail.example' }),
  person('samira', { name: 'Samira Aydin' }),
];
const STORY = level(PEOPLE, {
  mails: [mail('first', { suggestions: [{ typed: 'sam', contacts: ['patient', 'nurse'] }] })],
});

function at(...log: Command[]) {
  const play = log.reduce((before, command) => applyCommand(STORY, before, command), startPlay(STORY));
  if (!play.desk) throw new Error('no desk');
  return [STORY, play.desk, play.placement, play.log] as const;
}
const put = (field: 'to' | 'cc' | 'none', ...contacts: string[]): Command => ({ type: 'place', contacts, field });

describe('the address line', () => {
  test('is there only where the level wants the player to type', () => {
    const [, desk] = at();
    expect(hasAddressLine(STORY, desk)).toBe(true);
    const plainStory = level(PEOPLE);
    expect(hasAddressLine(plainStory, desk)).toBe(false);
  });

  test('brings the look-alike on top, as the level says, and others after it', () => {
    expect(suggest(...at(), 'sam')).toEqual(['patient', 'nurse', 'samira']);
    expect(suggest(...at(), 's')).toEqual(['patient', 'nurse', 'samira']);
  });

  test('narrows by every word that is typed, in the name or the address', () => {
    expect(suggest(...at(), 'sam or')).toEqual(['nurse']);
    expect(suggest(...at(), 'clinic')).toEqual(['nurse']);
    expect(suggest(...at(), 'so.1974@m')).toEqual(['patient']);
    expect(suggest(...at(), 'nobody')).toEqual([]);
  });

  test('reads letters without case and accents', () => {
    expect(suggest(...at(), 'JOSE mar')).toEqual(['lead']);
  });

  test('offers those not named by the level with the last used first', () => {
    expect(suggest(...at(put('to', 'samira'), put('none', 'samira')), '')).toEqual([
      'patient',
      'nurse',
      'samira',
      'lead',
    ]);
  });

  test('offers nobody who gets the mail already', () => {
    expect(suggest(...at(put('cc', 'patient')), 'sam')).toEqual(['nurse', 'samira']);
  });
});

describe('the cards on a desk with an address line', () => {
  test('are those that it does not suggest', () => {
    expect(contactsOnDesk(...at())).toEqual(['lead', 'samira']);
  });

  test('are joined by those who were found, and stay when they are taken off again', () => {
    expect(contactsOnDesk(...at(put('to', 'nurse')))).toEqual(['lead', 'nurse', 'samira']);
    expect(contactsOnDesk(...at(put('to', 'nurse'), { type: 'undo' }))).toEqual(['lead', 'nurse', 'samira']);
  });
});
