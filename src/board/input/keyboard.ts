import type { TwinEvents } from '../../access/twin-model.ts';
import { fieldNamed, inHand, openCard, openLetter, putInto, sayCount, selectTray, turnPage } from './actions.ts';
import { cardsAsRead } from './hit-test.ts';
import { choose, NOTHING } from './selection.ts';
import type { Table } from '../state.ts';

/**
 * What a keyboard or a screen reader does with the cards on the desk: the same as the pointer.
 *
 * @param cancel ends what the pointer is doing; true when it was doing something
 */
export function listenToTwin(table: Table, cancel: () => boolean): TwinEvents {
  return {
    place(contact, tray) {
      const field = table.model.desk.fields[tray];
      if (field) putInto(table, inHand(table, contact), field);
    },
    put(name) {
      const field = fieldNamed(table, name);
      const contacts = inHand(table, null);
      const [lead] = contacts;
      if (!field) return;
      if (lead === undefined) {
        selectTray(table, field);
        sayCount(table);
        return;
      }
      putInto(table, contacts, field);
      table.focus(lead);
    },
    select(contact, way) {
      table.set({ selection: choose(table.doing.selection, contact, way, cardsAsRead(table.layout)) });
      sayCount(table);
    },
    selectAll(contact) {
      selectTray(table, contact === null ? 'none' : (table.layout.cards.get(contact)?.field ?? 'none'));
      sayCount(table);
    },
    clear() {
      if (cancel() || table.doing.selection.contacts.size === 0) return;
      table.set({ selection: NOTHING });
      sayCount(table);
    },
    menu: (contact) => void openCard(table, contact),
    read: () => void openLetter(table),
    turn(name) {
      const field = fieldNamed(table, name);
      if (field) turnPage(table, field);
    },
    undo: () => table.dispatch({ type: 'undo' }),
    redo: () => table.dispatch({ type: 'redo' }),
    look(contact) {
      table.set({ focused: contact });
      const card = contact === null ? undefined : table.layout.cards.get(contact);
      if (card && !card.shown) turnPage(table, card.field, card.page);
    },
  };
}
