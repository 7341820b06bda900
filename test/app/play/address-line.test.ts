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
  test('appears only when the level asks for typing', () => {
    const [, desk] = at();
    expect(hasAddressLine(STORY, desk)).toBe(true);
    const plainStory = level(PEOPLE);
    expect(hasAddressLine(plainStory, desk)).toBe(false);
  });

  test('puts the look-alike first, as the level says, and the others after it', () => {
    expect(suggest(...at(), 'sam')).toEqual(['patient', 'nurse', 'samira']);
    expect(suggest(...at(), 's')).toEqual(['patient', 'nurse', 'samira']);
  });

  test('narrows by every word that is typed, in the name or the address', () => {
    expect(suggest(...at(), 'sam or')).toEqual(['nurse']);
    expect(suggest(...at(), 'clinic')).toEqual(['nurse']);
    expect(suggest(...at(), 'so.1974@m')).toEqual(['patient']);
    expect(suggest(...at(), 'nobody')).toEqual([]);
  });

  test('finds a name as it is written on the card: with its title, its comma and its dashes', () => {
    const people = [
      person('noor', { name: 'Dr. Noor Haddad, ward 4' }),
      person('anne', { name: 'Anne-Marie (Lab)' }),
      person('amira', { name: 'أميرة كول، رعاية الشهود' }),
    ];
    const story = level(people, { mails: [mail('first', { suggestions: [] })] });
    const { desk, placement, log } = startPlay(story);
    if (!desk) throw new Error('no desk');
    const typed = (text: string) => suggest(story, desk, placement, log, text);
    expect(typed('dr.')).toEqual(['noor']);
    expect(typed('Dr. Noor Haddad, ward 4')).toEqual(['noor']);
    expect(typed('Anne-Marie (Lab)')).toEqual(['anne']);
    expect(typed('أميرة كول، رعاية')).toEqual(['amira']);
    expect(typed('رعاية')).toEqual(['amira']);
    expect(typed('dr. anne')).toEqual([]);
  });

  test('ignores case and accents', () => {
    expect(suggest(...at(), 'JOSE mar')).toEqual(['lead']);
  });

  test('orders contacts that the level does not list by last use', () => {
    expect(suggest(...at(put('to', 'samira'), put('none', 'samira')), '')).toEqual([
      'patient',
      'nurse',
      'samira',
      'lead',
    ]);
  });

  test('puts the contact used last before the one used first, and forgets those of an earlier desk', () => {
    const story = level([...PEOPLE, person('zoe')], {
      mails: [mail('first', { suggestions: [] }), mail('second', { after: 'P1D' })],
    });
    const after = (...log: Command[]) => {
      const play = log.reduce((before, command) => applyCommand(story, before, command), startPlay(story));
      if (!play.desk) throw new Error('no desk');
      return suggest(story, play.desk, play.placement, play.log, '');
    };
    const used = [put('to', 'samira'), put('none', 'samira'), put('to', 'zoe'), put('none', 'zoe')];
    expect(after(...used).slice(0, 2)).toEqual(['zoe', 'samira']);
    expect(after(...used, put('to', 'nurse'), { type: 'send' })).toEqual([...PEOPLE.map(({ id }) => id), 'zoe']);
  });

  test('does not offer anyone who already gets the mail', () => {
    expect(suggest(...at(put('cc', 'patient')), 'sam')).toEqual(['nurse', 'samira']);
  });
});

describe('the cards on a desk with an address line', () => {
  test('are those that it does not suggest', () => {
    expect(contactsOnDesk(...at())).toEqual(['lead', 'samira']);
  });

  test('include contacts that were found, and keep them when they are taken off again', () => {
    expect(contactsOnDesk(...at(put('to', 'nurse')))).toEqual(['lead', 'nurse', 'samira']);
    expect(contactsOnDesk(...at(put('to', 'nurse'), { type: 'undo' }))).toEqual(['lead', 'nurse', 'samira']);
  });
});
