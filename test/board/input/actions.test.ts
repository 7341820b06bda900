import { expect, test, vi } from 'vitest';
import { inHand, openCard, putInto, selectTray, turnPage } from '../../../src/board/input/actions.ts';
import { createHand, cursorOf, hover } from '../../../src/board/input/pointer-actions.ts';
import { listenToTwin } from '../../../src/board/input/keyboard.ts';
import { centre } from '../../../src/board/layout/box.ts';
import { layOut } from '../../../src/board/layout/layout.ts';
import { movesBetween } from '../../../src/board/moves.ts';
import { NOTHING } from '../../../src/board/input/selection.ts';
import type { Doing, Table } from '../../../src/board/state.ts';
import { deskWords } from '../../../src/board/texts.ts';
import { applyCommand, startPlay, type Command } from '../../../src/engine/play/play.ts';
import { courseLevel } from '../../engine/levels.ts';

const REST: Doing = {
  selection: NOTHING,
  pages: {},
  focused: null,
  hovered: null,
  held: null,
  over: null,
  band: null,
  away: false,
};

/** A desk without a picture: the same commands on the same play. */
function open(answer: string | null = null, size = { width: 1280, height: 660 }) {
  const level = courseLevel('survey-mailing');
  let play = startPlay(level);
  let doing = REST;
  const commands: Command[] = [];
  const said: string[] = [];
  const focus = vi.fn<(contact: string, when?: string) => void>();
  const table: Table = {
    get model() {
      if (!play.desk) throw new Error('all is sent');
      return { level, desk: play.desk, placement: play.placement };
    },
    get words() {
      return deskWords(level, this.model.desk);
    },
    get layout() {
      const { desk, placement } = this.model;
      const { contacts, fields } = desk;
      return layOut({ ...size, contacts, fields, placement, pages: doing.pages, rightToLeft: false });
    },
    get doing() {
      return doing;
    },
    set: (change) => void (doing = { ...doing, ...change }),
    dispatch(command) {
      commands.push(command);
      play = applyCommand(level, play, command);
    },
    say: (text) => void said.push(text),
    focus,
    ask: () => Promise.resolve(answer),
  };
  const middle = (contact: string) => {
    const card = table.layout.cards.get(contact);
    if (!card) throw new Error(contact);
    return centre(card.box);
  };
  const tray = (field: string) => {
    const found = table.layout.trays.find((each) => each.field === field);
    if (!found) throw new Error(field);
    return found;
  };
  return {
    table,
    commands,
    said,
    focus,
    middle,
    tray,
    hand: createHand(table),
    keys: listenToTwin(table, () => false),
  };
}

const CARD = { kind: 'card' } as const;

test('a tap on a card and a tap on a tray put it there, and the selection is done', () => {
  const { hand, table, commands } = open();
  hand.tap({ ...CARD, contact: 'batch-1' }, 'only');
  hand.tap({ kind: 'tray', field: 'bcc' }, 'only');
  expect(commands).toEqual([{ type: 'place', contacts: ['batch-1'], field: 'bcc' }]);
  expect(table.doing.selection).toBe(NOTHING);
});

test('a drag of one of several selected cards is one command for all of them', () => {
  const { hand, commands, middle, tray } = open();
  hand.tap({ ...CARD, contact: 'batch-3' }, 'only');
  hand.tap({ ...CARD, contact: 'batch-1' }, 'toggle');
  hand.grab('batch-3', middle('batch-3'));
  hand.carry({ x: 700, y: 100 });
  hand.drop(centre(tray('cc').box));
  expect(commands).toEqual([{ type: 'place', contacts: ['batch-1', 'batch-3'], field: 'cc' }]);
});

test('a drag of a card that is not selected leaves the selected ones where they are', () => {
  const { hand, commands, middle, tray } = open();
  hand.tap({ ...CARD, contact: 'batch-3' }, 'only');
  hand.grab('batch-1', middle('batch-1'));
  hand.drop(centre(tray('to').box));
  expect(commands).toEqual([{ type: 'place', contacts: ['batch-1'], field: 'to' }]);
});

test('a card that is dropped where it came from, or on the desk, or let go, is no command', () => {
  const { hand, commands, middle, tray, table } = open();
  hand.grab('batch-1', middle('batch-1'));
  hand.drop(centre(tray('none').box));
  hand.grab('batch-1', middle('batch-1'));
  hand.drop({ x: 1, y: 1 });
  hand.grab('batch-1', middle('batch-1'));
  hand.carry(centre(tray('cc').box));
  expect(table.doing.over).toBe('cc');
  hand.letGo();
  expect(commands).toEqual([]);
  expect(table.doing.held).toBe(null);
});

test('only cards that are not there yet are named in the command', () => {
  const { table, commands } = open();
  putInto(table, ['batch-1'], 'to');
  putInto(table, ['batch-1', 'batch-2'], 'to');
  expect(commands.at(-1)).toEqual({ type: 'place', contacts: ['batch-2'], field: 'to' });
});

test('a tap on the name of a tray selects all that lies there; on the empty desk it lets all go', () => {
  const { hand, table } = open();
  hand.tap({ kind: 'label', field: 'none' }, 'only');
  expect(table.doing.selection.contacts.size).toBe(8);
  hand.tap({ kind: 'desk' }, 'only');
  expect(table.doing.selection).toBe(NOTHING);
});

test('a frame selects while it grows, and is gone when it is done', () => {
  const { hand, table, tray, said } = open();
  hand.frame(tray('none').box, false);
  expect(table.doing.selection.contacts.size).toBe(8);
  hand.frame({ x: 0, y: 0, width: 2, height: 2 }, false);
  expect(table.doing.selection.contacts.size).toBe(0);
  hand.framed();
  expect(table.doing.band).toBe(null);
  expect(said).toHaveLength(1);
});

test('a digit puts the focused card, or all selected ones, into the tray of that number', () => {
  const { keys, commands } = open();
  keys.place('batch-2', 0);
  keys.select('batch-3', 'toggle');
  keys.select('batch-5', 'range');
  keys.place('priya', 2);
  keys.place('priya', 9);
  expect(commands).toEqual([
    { type: 'place', contacts: ['batch-2'], field: 'to' },
    { type: 'place', contacts: ['batch-3', 'batch-4', 'batch-5'], field: 'bcc' },
  ]);
});

test('undo and redo are commands like any other', () => {
  const { keys, commands } = open();
  keys.undo();
  keys.redo();
  expect(commands).toEqual([{ type: 'undo' }, { type: 'redo' }]);
});

test('the dialog of a card puts it where it says, all selected cards along, and the focus stays', async () => {
  const { table, commands, focus, hand } = open('separate');
  await openCard(table, 'batch-7');
  hand.tap({ ...CARD, contact: 'batch-1' }, 'only');
  hand.tap({ ...CARD, contact: 'batch-2' }, 'toggle');
  await openCard(table, 'batch-2');
  expect(commands).toEqual([
    { type: 'place', contacts: ['batch-7'], field: 'separate' },
    { type: 'place', contacts: ['batch-1', 'batch-2'], field: 'separate' },
  ]);
  expect(focus).toHaveBeenLastCalledWith('batch-2');
});

test('a dialog that is closed changes nothing, and takes no focus that another has', async () => {
  const { table, commands, focus } = open(null);
  await openCard(table, 'batch-7');
  expect(commands).toEqual([]);
  expect(focus.mock.calls).toEqual([['batch-7', 'when-lost']]);
});

test('a double click leaves nothing selected that it did not mean to select', () => {
  const { hand, table } = open();
  hand.tap({ ...CARD, contact: 'batch-1' }, 'only');
  hand.look({ ...CARD, contact: 'batch-1' });
  expect(table.doing.selection).toBe(NOTHING);
});

test('what has the focus on a page that is not turned up turns it up', () => {
  const { table, keys } = open(null, { width: 700, height: 260 });
  selectTray(table, 'none');
  putInto(table, inHand(table, null), 'bcc');
  const [hidden] = [...table.layout.cards].find(([, card]) => !card.shown)!;
  keys.look(hidden);
  expect(table.layout.cards.get(hidden)?.shown).toBe(true);
  turnPage(table, 'bcc', 0);
  expect(table.layout.cards.get(hidden)?.shown).toBe(false);
});

test('the pointer shows what it would do, and a tray answers it only while there is something to put', () => {
  const { table, middle, hand } = open();
  hover(table, middle('batch-1'), false);
  expect(cursorOf(table.doing)).toBe('grab');
  hover(table, middle('batch-1'), true);
  expect(cursorOf(table.doing)).toBe('');
  hand.grab('batch-1', middle('batch-1'));
  expect(cursorOf(table.doing)).toBe('grabbing');
});

test('news says where cards went, whatever moved them', () => {
  const { table } = open();
  const before = { 'batch-1': 'to', 'batch-2': 'cc' } as const;
  const after = { 'batch-1': 'bcc', 'batch-2': 'cc', priya: 'to', nobody: 'to' } as const;
  expect(movesBetween(table.model.desk, before, after)).toEqual([
    { contacts: ['priya'], field: 'to' },
    { contacts: ['batch-1'], field: 'bcc' },
  ]);
});
