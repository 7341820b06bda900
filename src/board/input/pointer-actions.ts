import type { ContactId } from '../../engine/index.ts';
import { play } from '../../stage/sound.ts';
import {
  fieldNamed,
  cardsToMove,
  openCard,
  openLetter,
  putInto,
  announceCount,
  selectTray,
  turnPage,
} from './actions.ts';
import { centre, type Point } from '../layout/box.ts';
import type { GestureHandler } from './gesture.ts';
import { cardsAsRead, cardsTouching, targetAt, trayUnder, type Target } from './hit-test.ts';
import { choose, chooseFramed, NOTHING, taken, type Selection, type Way } from './selection.ts';
import type { BoardContext } from '../state.ts';

function same(one: Selection, other: Selection): boolean {
  return one.contacts.size === other.contacts.size && [...one.contacts].every((each) => other.contacts.has(each));
}

/** Deselects a card whose dialog opens: it was pressed to look at it, and should not move with the next card. */
function deselect(board: BoardContext, contact: ContactId): void {
  const { contacts } = board.interaction.selection;
  if (contacts.size === 1 && contacts.has(contact)) board.set({ selection: NOTHING });
}

function tap(board: BoardContext, target: Target, way: Way): void {
  const { selection } = board.interaction;
  switch (target.kind) {
    case 'card': {
      const next = choose(selection, target.contact, way, cardsAsRead(board.layout));
      board.set({ selection: next });
      play(next.contacts.has(target.contact) ? 'lift' : 'drop');
      board.focus(target.contact);
      return;
    }
    case 'label':
    case 'tray':
      if (selection.contacts.size > 0) putInto(board, cardsToMove(board, null), target.field);
      else if (target.kind === 'label') selectTray(board, target.field);
      return;
    case 'pager':
      turnPage(board, target.field);
      return;
    case 'read':
      void openLetter(board);
      return;
    case 'behind':
      deselect(board, target.contact);
      void openCard(board, target.contact, true);
      return;
    case 'desk':
      board.set({ selection: NOTHING });
  }
}

/** What the pointer does with the cards on the desk. */
export function createPointerActions(board: BoardContext): GestureHandler {
  const cancelDrag = () => board.set({ held: null, over: null });
  return {
    tap(target, way) {
      tap(board, target, way);
    },
    open(target) {
      if (target.kind !== 'card') return;
      deselect(board, target.contact);
      void openCard(board, target.contact);
    },
    startDrag(contact, at) {
      const { layout, interaction } = board;
      const box = layout.cards.get(contact)?.box;
      if (!box) return;
      const middle = centre(box);
      const others = taken(interaction.selection, contact, cardsAsRead(layout)).filter((each) => each !== contact);
      const grip = { x: at.x - middle.x, y: at.y - middle.y };
      board.set({ held: { contacts: [contact, ...others], point: at, grip } });
      play('lift');
    },
    drag(to) {
      const { held } = board.interaction;
      if (held) board.set({ held: { ...held, point: to }, over: trayUnder(board.layout, to) });
    },
    drop(at) {
      const { layout, interaction } = board;
      const carried = interaction.held?.contacts ?? [];
      const field = fieldNamed(board, trayUnder(layout, at));
      cancelDrag();
      const order = cardsAsRead(layout);
      if (field) {
        putInto(
          board,
          order.filter((each) => carried.includes(each)),
          field,
        );
      }
      const [lead] = carried;
      if (lead !== undefined) board.focus(lead);
    },
    cancelDrag,
    marquee(box, adds) {
      const { marquee, selection } = board.interaction;
      const before = marquee?.before ?? selection;
      const framed = chooseFramed(before, cardsTouching(board.layout, box), adds);
      // If a larger marquee has the same cards, only the marquee changes.
      board.set({ marquee: { box, before }, selection: same(framed, selection) ? selection : framed });
    },
    endMarquee() {
      board.set({ marquee: null });
      announceCount(board);
    },
  };
}

/** Notes what is below the pointer while nothing is pressed. */
export function hover(board: BoardContext, point: Point | null): void {
  const { interaction, layout } = board;
  const target = point && !interaction.away ? targetAt(layout, point, board.behind) : null;
  const over = target?.kind === 'tray' || target?.kind === 'label' ? target.field : null;
  if (over === interaction.over && JSON.stringify(target) === JSON.stringify(interaction.hovered)) return;
  board.set({ hovered: target, over });
}

/** The shape of the cursor says what it would do. */
export function cursorOf({ held, hovered, selection }: BoardContext['interaction']): string {
  if (held) return 'grabbing';
  switch (hovered?.kind) {
    case 'card':
      return 'grab';
    case 'label':
    case 'pager':
    case 'read':
    case 'behind':
      return 'pointer';
    case 'tray':
      return selection.contacts.size > 0 ? 'pointer' : '';
    default:
      return '';
  }
}
