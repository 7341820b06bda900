import type { ContactId, Field } from '../../engine/index.ts';
import { t } from '../../i18n/index.ts';
import { play } from '../../stage/sound.ts';
import { cardsAsRead } from './hit-test.ts';
import { fieldOf } from '../layout/layout.ts';
import { chooseAll, NOTHING } from './selection.ts';
import type { Table } from '../state.ts';
import { cardDialog, letterDialog } from '../twin-view.ts';

/** All selected cards, in their order; else this one. */
export function inHand({ doing, layout }: Table, contact: ContactId | null): readonly ContactId[] {
  const { contacts } = doing.selection;
  if (contacts.size > 0) return cardsAsRead(layout).filter((each) => contacts.has(each));
  return contact === null ? [] : [contact];
}

/** Puts cards into a tray. The selection has then done its work. */
export function putInto(table: Table, contacts: readonly ContactId[], field: Field): void {
  const { desk, placement } = table.model;
  const moved = contacts.filter((contact) => fieldOf({ fields: desk.fields, placement }, contact) !== field);
  table.set({ selection: NOTHING });
  if (moved.length > 0) table.dispatch({ type: 'place', contacts: moved, field });
}

/** The field of this name, if the desk has it. */
export function fieldNamed({ model }: Table, name: string | null): Field | undefined {
  return model.desk.fields.find((field) => field === name);
}

/** Selects all cards of a tray, or none, when they are selected already. */
export function selectTray(table: Table, field: Field): void {
  const { layout, doing } = table;
  const inTray = cardsAsRead(layout).filter((contact) => layout.cards.get(contact)?.field === field);
  table.set({ selection: chooseAll(doing.selection, inTray) });
}

export function sayCount(table: Table): void {
  const count = table.doing.selection.contacts.size;
  table.say(count === 0 ? t('board.unselected') : t('board.selected', { count }));
}

export function turnPage(table: Table, field: Field, to?: number): void {
  const tray = table.layout.trays.find((each) => each.field === field);
  if (!tray || tray.pages < 2) return;
  table.set({ pages: { ...table.doing.pages, [field]: (to ?? tray.page + 1) % tray.pages } });
}

/** Opens all that is known of a card, and where it can go; all selected ones go along. */
export async function openCard(table: Table, contact: ContactId): Promise<void> {
  const { words, model, doing } = table;
  const contacts = doing.selection.contacts.has(contact) ? inHand(table, contact) : [contact];
  play('open');
  const field = fieldNamed(table, await table.ask(cardDialog(words, model.desk, model.placement, contacts)));
  if (!field || table.doing.away) {
    // The browser gave the focus back, and it may have gone on since; only a card that was drawn anew meanwhile has lost it.
    table.focus(contact, 'when-lost');
    return;
  }
  putInto(table, contacts, field);
  table.focus(contact);
}

export async function openLetter(table: Table): Promise<void> {
  play('open');
  await table.ask(letterDialog(table.words));
}
