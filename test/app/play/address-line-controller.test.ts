import { beforeAll, describe, expect, test } from 'vitest';
import { addressLineController } from '../../../src/app/play/address-line-controller.ts';
import { applyCommand, startPlay, type Command } from '../../../src/engine/play/play.ts';
import { setLanguage } from '../../../src/i18n/index.ts';
import { level, mail, person } from '../../engine/levels.ts';

beforeAll(() => setLanguage('en'));

const suggestions = [{ typed: 'sam', contacts: ['patient', 'nurse'] }];
const STORY = level(
  [
    person('nurse', { name: 'Sam Ortiz' }),
    person('patient', { name: 'Sam Okoro' }),
    person('staff', { name: 'All staff', kind: 'list', members: ['nurse'] }),
  ],
  { mails: [mail('first', { suggestions }), mail('second', { after: 'P1D', suggestions })] },
);

/** An address line over a play, without a page. */
function open() {
  let play = startPlay(STORY);
  const said: string[] = [];
  const commands: Command[] = [];
  const give = (command: Command) => {
    commands.push(command);
    play = applyCommand(STORY, play, command);
  };
  const line = addressLineController({
    level: () => STORY,
    play: () => play,
    give,
    draw: () => {},
    say: (text) => said.push(text),
    reveal: () => {},
  });
  // The screen is drawn before anybody can type.
  line.model();
  return { line, said, commands, give, names: () => line.model()?.suggested.map(({ contact }) => contact) };
}

describe('the address line', () => {
  test('offers what fits what is typed, and says how many there are', () => {
    const { line, said, names } = open();
    line.actions.type('sam');
    expect(line.model()).toMatchObject({ open: true, active: 0, typed: 'sam', field: 'to' });
    expect(names()).toEqual(['patient', 'nurse']);
    expect(said.at(-1)).toContain('2');
    line.actions.type('zzz');
    expect(names()).toEqual([]);
    line.actions.type('');
    expect(line.model()?.open).toBe(false);
  });

  test('is walked by the arrows in a circle, and opened by them at its near end', () => {
    const { line } = open();
    line.actions.key('ArrowUp');
    expect(line.model()).toMatchObject({ open: true, active: 2 });
    line.actions.key('ArrowDown');
    expect(line.model()?.active).toBe(0);
    line.actions.key('ArrowDown');
    expect(line.model()?.active).toBe(1);
    line.actions.key('Escape');
    line.actions.key('ArrowDown');
    expect(line.model()).toMatchObject({ open: true, active: 0 });
  });

  test('puts whom the player chooses into the field that is set, whatever the arrows are on', () => {
    const { line, commands, names } = open();
    line.actions.setField('bcc');
    line.actions.type('sam');
    line.actions.choose(1);
    expect(commands).toEqual([{ type: 'place', contacts: ['nurse'], field: 'bcc' }]);
    expect(line.model()).toMatchObject({ typed: '', open: false, field: 'bcc' });
    line.actions.type('sam');
    expect(names()).toEqual(['patient']);
    line.actions.key('Enter');
    expect(commands.at(-1)).toEqual({ type: 'place', contacts: ['patient'], field: 'bcc' });
  });

  test('takes a comma for the end of a name, and leaves it in the text where nothing is typed', () => {
    const { line, commands } = open();
    expect(line.actions.key(',')).toBe(false);
    line.actions.type('sam');
    expect(line.actions.key(',')).toBe(true);
    expect(commands).toEqual([{ type: 'place', contacts: ['patient'], field: 'to' }]);
  });

  test('refuses separate emails for a mailing list, and says why until the player goes on', () => {
    const { line, said, commands } = open();
    line.actions.setField('separate');
    line.actions.type('all');
    line.actions.choose(0);
    expect(commands).toEqual([]);
    expect(line.model()?.refusal).toBe(said.at(-1));
    expect(line.model()?.refusal).toContain('All staff');
    line.actions.setField('cc');
    expect(line.model()?.refusal).toBe('');
    line.actions.type('all');
    line.actions.choose(0);
    expect(commands).toEqual([{ type: 'place', contacts: ['staff'], field: 'cc' }]);
  });

  test('closes by Escape, then empties, and then leaves the key to the desk', () => {
    const { line } = open();
    line.actions.type('sam');
    expect(line.actions.key('Escape')).toBe(true);
    expect(line.model()).toMatchObject({ open: false, typed: 'sam' });
    expect(line.actions.key('Escape')).toBe(true);
    expect(line.model()?.typed).toBe('');
    expect(line.actions.key('Escape')).toBe(false);
  });

  test('is empty again at the next desk', () => {
    const { line, give } = open();
    line.actions.setField('bcc');
    line.actions.type('sam');
    give({ type: 'place', contacts: ['nurse'], field: 'to' });
    give({ type: 'send' });
    expect(line.model()).toMatchObject({ typed: '', open: false, field: 'to' });
  });
});
