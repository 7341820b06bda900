import { expect, test, vi } from 'vitest';
import { cardsToMove, openCard, putInto, selectTray, turnPage } from '../../../src/board/input/actions.ts';
import { createPointerActions, cursorOf, hover } from '../../../src/board/input/pointer-actions.ts';
import { listenToTwin } from '../../../src/board/input/keyboard.ts';
import { centre } from '../../../src/board/layout/box.ts';
import { layOut } from '../../../src/board/layout/layout.ts';
import { moveNews, movesBetween } from '../../../src/board/moves.ts';
import { NOTHING } from '../../../src/board/input/selection.ts';
import { AT_REST, type Interaction, type BoardContext } from '../../../src/board/state.ts';
import { deskWords } from '../../../src/board/texts.ts';
import { applyCommand, startPlay, type Command } from '../../../src/engine/play/play.ts';
import type { Level } from '../../../src/engine/index.ts';
import { setLanguage } from '../../../src/i18n/index.ts';
import { courseLevel, level as levelOf, person } from '../../engine/levels.ts';

/** A desk without a picture: the same commands on the same play. */
function open(
  answer: string | null = null,
  size = { width: 1280, height: 660 },
  level: Level = courseLevel('survey-mailing'),
) {
  let play = startPlay(level);
  let interaction: Interaction = AT_REST;
  const commands: Command[] = [];
  const said: string[] = [];
  const focus = vi.fn<(contact: string, when?: string) => void>();
  const board: BoardContext = {
    get model() {
      if (!play.desk) throw new Error('all is sent');
      return { level, desk: play.desk, placement: play.placement, signs: true };
    },
    get words() {
      return deskWords(level, this.model.desk, true);
    },
    get layout() {
      const { desk, placement } = this.model;
      const { contacts, fields } = desk;
      return layOut({
        ...size,
        contacts,
        fields,
        placement,
        pages: interaction.pages,
        rightToLeft: false,
        typeScale: 1,
      });
    },
    get interaction() {
      return interaction;
    },
    behind: null,
    set: (change) => void (interaction = { ...interaction, ...change }),
    dispatch(command) {
      commands.push(command);
      play = applyCommand(level, play, command);
    },
    say: (text) => void said.push(text),
    focus,
    ask(_, choose) {
      if (answer !== null) choose(answer);
      return Promise.resolve();
    },
  };
  const middle = (contact: string) => {
    const card = board.layout.cards.get(contact);
    if (!card) throw new Error(contact);
    return centre(card.box);
  };
  const tray = (field: string) => {
    const found = board.layout.trays.find((each) => each.field === field);
    if (!found) throw new Error(field);
    return found;
  };
  return {
    board,
    commands,
    said,
    focus,
    middle,
    tray,
    actions: createPointerActions(board),
    keys: listenToTwin(board, () => false),
  };
}

const CARD = { kind: 'card' } as const;

test('a tap on a card and a tap on a tray puts the card there and ends the selection', () => {
  const { actions, board, commands } = open();
  actions.tap({ ...CARD, contact: 'batch-1' }, 'only');
  actions.tap({ kind: 'tray', field: 'bcc' }, 'only');
  expect(commands).toEqual([{ type: 'place', contacts: ['batch-1'], field: 'bcc' }]);
  expect(board.interaction.selection).toBe(NOTHING);
});

test('a card that was tapped to look behind it does not go along with the next one', () => {
  const { actions, board, commands } = open();
  actions.tap({ ...CARD, contact: 'batch-1' }, 'only');
  actions.tap({ kind: 'behind', contact: 'batch-1' }, 'only');
  expect(board.interaction.selection).toBe(NOTHING);
  actions.tap({ ...CARD, contact: 'batch-2' }, 'toggle');
  actions.tap({ kind: 'tray', field: 'bcc' }, 'only');
  expect(commands).toEqual([{ type: 'place', contacts: ['batch-2'], field: 'bcc' }]);
});

test('a drag of one of several selected cards is one command for all of them', () => {
  const { actions, commands, middle, tray } = open();
  actions.tap({ ...CARD, contact: 'batch-3' }, 'only');
  actions.tap({ ...CARD, contact: 'batch-1' }, 'toggle');
  actions.startDrag('batch-3', middle('batch-3'));
  actions.drag({ x: 700, y: 100 });
  actions.drop(centre(tray('cc').box));
  expect(commands).toEqual([{ type: 'place', contacts: ['batch-1', 'batch-3'], field: 'cc' }]);
});

test('a drag of a card that is not selected leaves the selected ones where they are', () => {
  const { actions, commands, middle, tray } = open();
  actions.tap({ ...CARD, contact: 'batch-3' }, 'only');
  actions.startDrag('batch-1', middle('batch-1'));
  actions.drop(centre(tray('to').box));
  expect(commands).toEqual([{ type: 'place', contacts: ['batch-1'], field: 'to' }]);
});

test('dropping a card on its own tray or the bare desk, or cancelling a drag, makes no command', () => {
  const { actions, commands, middle, tray, board } = open();
  actions.startDrag('batch-1', middle('batch-1'));
  actions.drop(centre(tray('none').box));
  actions.startDrag('batch-1', middle('batch-1'));
  actions.drop({ x: 1, y: 1 });
  actions.startDrag('batch-1', middle('batch-1'));
  actions.drag(centre(tray('cc').box));
  expect(board.interaction.over).toBe('cc');
  actions.cancelDrag();
  expect(commands).toEqual([]);
  expect(board.interaction.held).toBe(null);
});

test('a command includes only the cards that move', () => {
  const { board, commands } = open();
  putInto(board, ['batch-1'], 'to');
  putInto(board, ['batch-1', 'batch-2'], 'to');
  expect(commands.at(-1)).toEqual({ type: 'place', contacts: ['batch-2'], field: 'to' });
});

test('a tap on the name of a tray selects its cards; a tap on the bare desk clears the selection', () => {
  const { actions, board } = open();
  actions.tap({ kind: 'label', field: 'none' }, 'only');
  expect(board.interaction.selection.contacts.size).toBe(8);
  actions.tap({ kind: 'desk' }, 'only');
  expect(board.interaction.selection).toBe(NOTHING);
});

test('a marquee selects while it grows, and disappears at the end', () => {
  const { actions, board, tray, said } = open();
  actions.marquee(tray('none').box, false);
  expect(board.interaction.selection.contacts.size).toBe(8);
  actions.marquee({ x: 0, y: 0, width: 2, height: 2 }, false);
  expect(board.interaction.selection.contacts.size).toBe(0);
  actions.endMarquee();
  expect(board.interaction.marquee).toBe(null);
  expect(said).toHaveLength(1);
});

test('a digit puts the focused card, or all selected ones, into the tray of that number', () => {
  const { keys, commands, said } = open();
  keys.place('batch-2', 0);
  keys.select('batch-3', 'toggle');
  keys.select('batch-5', 'range');
  keys.place('priya', 2);
  expect(commands).toEqual([
    { type: 'place', contacts: ['batch-2'], field: 'to' },
    { type: 'place', contacts: ['batch-3', 'batch-4', 'batch-5'], field: 'bcc' },
  ]);
  expect(said.splice(0)).toHaveLength(2);
});

test('a digit that moves nothing says why', async () => {
  await setLanguage('en');
  const { keys, commands, said } = open();
  keys.place(null, 0);
  keys.place('priya', 8);
  keys.place('priya', 0);
  keys.place('priya', 0);
  expect(said).toEqual([
    'No card is selected.',
    'Keys 1 to 5 put a card in a field.',
    'To. Nobody but Priya Nair gets this email yet.',
  ]);
  expect(commands).toHaveLength(1);
});

test('the name of a field moves the selected cards there without focusing a card', () => {
  const { keys, commands, focus } = open();
  keys.select('batch-1', 'toggle');
  keys.put('cc');
  expect(commands).toEqual([{ type: 'place', contacts: ['batch-1'], field: 'cc' }]);
  expect(focus).not.toHaveBeenCalled();
});

test('the dialog of a card moves it with all selected cards, and keeps the focus', async () => {
  const { board, commands, focus, actions } = open('separate');
  await openCard(board, 'batch-7');
  actions.tap({ ...CARD, contact: 'batch-1' }, 'only');
  actions.tap({ ...CARD, contact: 'batch-2' }, 'toggle');
  await openCard(board, 'batch-2');
  expect(commands).toEqual([
    { type: 'place', contacts: ['batch-7'], field: 'separate' },
    { type: 'place', contacts: ['batch-1', 'batch-2'], field: 'separate' },
  ]);
  expect(focus).toHaveBeenLastCalledWith('batch-2', undefined);
});

test('closing a dialog changes nothing and keeps the focus', async () => {
  const { board, commands, focus } = open(null);
  await openCard(board, 'batch-7');
  expect(commands).toEqual([]);
  expect(focus.mock.calls).toEqual([['batch-7', 'when-lost']]);
});

test('a double click leaves no card selected', () => {
  const { actions, board } = open();
  actions.tap({ ...CARD, contact: 'batch-1' }, 'only');
  actions.open({ ...CARD, contact: 'batch-1' });
  expect(board.interaction.selection).toBe(NOTHING);
});

test('focus on a card of a hidden page shows that page', () => {
  const { board, keys } = open(null, { width: 700, height: 260 });
  selectTray(board, 'none');
  putInto(board, cardsToMove(board, null), 'bcc');
  const [hidden] = [...board.layout.cards].find(([, card]) => !card.shown)!;
  keys.look(hidden);
  expect(board.layout.cards.get(hidden)?.shown).toBe(true);
  turnPage(board, 'bcc', 0);
  expect(board.layout.cards.get(hidden)?.shown).toBe(false);
});

test('the pointer shows what it would do, and a tray responds only when there is something to drop', () => {
  const { board, middle, actions } = open();
  hover(board, middle('batch-1'));
  expect(cursorOf(board.interaction)).toBe('grab');
  hover(board, null);
  expect(cursorOf(board.interaction)).toBe('');
  actions.startDrag('batch-1', middle('batch-1'));
  expect(cursorOf(board.interaction)).toBe('grabbing');
});

test('over a tray the pointer is a hand only while cards are selected', () => {
  const { board, tray, middle, actions } = open();
  const bare = { x: tray('to').box.x + tray('to').box.width - 3, y: tray('to').box.y + 3 };
  hover(board, bare);
  expect(board.interaction.hovered?.kind).toBe('tray');
  expect(cursorOf(board.interaction)).toBe('');
  actions.tap({ ...CARD, contact: 'batch-1' }, 'only');
  hover(board, bare);
  expect(middle('batch-1')).toBeDefined();
  expect(cursorOf(board.interaction)).toBe('pointer');
});

test('a dialog that is still open when the letter has left puts nothing anywhere', async () => {
  const { board, commands } = open('bcc');
  board.set({ away: true });
  await openCard(board, 'batch-1');
  expect(commands).toEqual([]);
});

test('the pages of a tray turn in a circle', () => {
  const { board } = open(null, { width: 320, height: 480 });
  selectTray(board, 'none');
  putInto(board, cardsToMove(board, null), 'bcc');
  const pageOf = () => board.layout.trays.find(({ field }) => field === 'bcc');
  const pages = pageOf()?.pages ?? 0;
  expect(pages).toBeGreaterThan(1);
  const seen = Array.from({ length: pages + 1 }, () => {
    turnPage(board, 'bcc');
    return pageOf()?.page;
  });
  expect(seen).toEqual([...Array.from({ length: pages - 1 }, (_, index) => index + 1), 0, 1]);
});

test('an announcement says where cards went, whatever moved them', () => {
  const { board } = open();
  const before = { 'batch-1': 'to', 'batch-2': 'cc' } as const;
  const after = { 'batch-1': 'bcc', 'batch-2': 'cc', priya: 'to', nobody: 'to' } as const;
  expect(movesBetween(board.model.desk, before, after)).toEqual([
    { contacts: ['priya'], field: 'to' },
    { contacts: ['batch-1'], field: 'bcc' },
  ]);
});

test('an announcement speaks of the cards as they lie after the move', () => {
  const { board } = open();
  const { words, model } = board;
  const before = { priya: 'bcc' } as const;
  const after = { priya: 'to', 'batch-1': 'cc' } as const;
  expect(moveNews(words, model.desk, before, after)).toBe(
    ['to', 'cc']
      .map((field) => words.moved([field === 'to' ? 'priya' : 'batch-1'], field as 'to' | 'cc', after))
      .join(' '),
  );
  expect(moveNews(words, model.desk, after, after)).toBe('');
});

test('a mailing list stays when cards are moved to separate emails, the others move, and the player learns why', () => {
  const story = levelOf([person('ana'), person('staff', { kind: 'list', members: ['ana'] })]);
  const { board, commands, said } = open(null, { width: 1280, height: 660 }, story);
  putInto(board, ['ana', 'staff'], 'separate');
  expect(commands).toEqual([{ type: 'place', contacts: ['ana'], field: 'separate' }]);
  expect(said).toHaveLength(1);
  expect(board.interaction.notice).toMatchObject({ contact: 'staff', text: said[0] });
  putInto(board, ['staff'], 'bcc');
  expect(commands.at(-1)).toEqual({ type: 'place', contacts: ['staff'], field: 'bcc' });
  expect(board.interaction.notice).toBeNull();
});
