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
import { t } from '../../i18n/index.ts';
import { choose, NOTHING } from './selection.ts';
import type { BoardContext } from '../state.ts';

/**
 * Applies what a keyboard or a screen reader does with the cards on the desk, which is the same as the pointer can do.
 * @param cancel ends the pointer's gesture; true when there was one
 */
export function listenToTwin(board: BoardContext, cancel: () => boolean): TwinEvents {
  return {
    place(contact, tray) {
      const { desk, placement } = board.model;
      const field = desk.fields[tray];
      const contacts = cardsToMove(board, contact);
      // Every key is answered: if it cannot do anything, or already has, an announcement says so.
      if (!field) board.say(t('board.keys-digits', { count: desk.fields.length }));
      else if (contacts.length === 0) announceCount(board);
      else if (!putInto(board, contacts, field)) board.say(board.words.moved(contacts, field, placement));
    },
    put(name) {
      const field = fieldNamed(board, name);
      const contacts = cardsToMove(board, null);
      if (!field) return;
      // The focus stays on the name of the field, so that the effect of the move is announced first.
      if (contacts.length > 0) {
        putInto(board, contacts, field);
        return;
      }
      selectTray(board, field);
      announceCount(board);
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
    look(contact) {
      board.set({ focused: contact });
      const card = contact === null ? undefined : board.layout.cards.get(contact);
      if (card && !card.shown) turnPage(board, card.field, card.page);
    },
  };
}
