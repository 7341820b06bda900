import type { TwinEvents } from '../../access/twin-model.ts';
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
import { cardsAsRead } from './hit-test.ts';
import { choose, NOTHING } from './selection.ts';
import type { BoardContext } from '../state.ts';

/**
 * What a keyboard or a screen reader does with the cards on the desk: the same as the pointer.
 *
 * @param cancel ends what the pointer is interaction; true when it was interaction something
 */
export function listenToTwin(board: BoardContext, cancel: () => boolean): TwinEvents {
  return {
    place(contact, tray) {
      const field = board.model.desk.fields[tray];
      if (field) putInto(board, cardsToMove(board, contact), field);
    },
    put(name) {
      const field = fieldNamed(board, name);
      const contacts = cardsToMove(board, null);
      const [lead] = contacts;
      if (!field) return;
      if (lead === undefined) {
        selectTray(board, field);
        announceCount(board);
        return;
      }
      putInto(board, contacts, field);
      board.focus(lead);
    },
    select(contact, way) {
      board.set({ selection: choose(board.interaction.selection, contact, way, cardsAsRead(board.layout)) });
      announceCount(board);
    },
    selectAll(contact) {
      selectTray(board, contact === null ? 'none' : (board.layout.cards.get(contact)?.field ?? 'none'));
      announceCount(board);
    },
    clear() {
      if (cancel() || board.interaction.selection.contacts.size === 0) return;
      board.set({ selection: NOTHING });
      announceCount(board);
    },
    menu: (contact) => void openCard(board, contact),
    read: () => void openLetter(board),
    turn(name) {
      const field = fieldNamed(board, name);
      if (field) turnPage(board, field);
    },
    undo: () => board.dispatch({ type: 'undo' }),
    redo: () => board.dispatch({ type: 'redo' }),
    look(contact) {
      board.set({ focused: contact });
      const card = contact === null ? undefined : board.layout.cards.get(contact);
      if (card && !card.shown) turnPage(board, card.field, card.page);
    },
  };
}
