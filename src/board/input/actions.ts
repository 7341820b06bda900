import { canLieIn, type ContactId, type Field } from '../../engine/index.ts';
import { formatList, t } from '../../i18n/index.ts';
import { play } from '../../stage/sound.ts';
import { cardsAsRead } from './hit-test.ts';
import { fieldOf } from '../layout/layout.ts';
import { chooseAll, NOTHING } from './selection.ts';
import type { BoardContext } from '../state.ts';
import { cardDialog, letterDialog } from '../twin-view.ts';

/** All selected cards, in their order; or this one if it is not selected. */
export function cardsToMove({ interaction, layout }: BoardContext, contact: ContactId | null): readonly ContactId[] {
  const { contacts } = interaction.selection;
  if (contacts.size > 0) return cardsAsRead(layout).filter((each) => contacts.has(each));
  return contact === null ? [] : [contact];
}

/**
 * Puts cards into a tray and ends the selection. Cards that the tray cannot take stay, and the player learns why.
 * @returns false when all of them are there already, and nothing was announced
 */
export function putInto(board: BoardContext, contacts: readonly ContactId[], field: Field): boolean {
  const { desk, placement } = board.model;
  const cards = contacts.flatMap((contact) => board.words.cards.get(contact) ?? []);
  const refused = cards.filter(({ contact }) => !canLieIn(contact, field));
  const moved = contacts.filter(
    (contact) =>
      !refused.some((card) => card.contact.id === contact) &&
      fieldOf({ fields: desk.fields, placement }, contact) !== field,
  );
  const [first] = refused;
  const notice = first && {
    contact: first.contact.id,
    text: t('board.lists-stay', { names: formatList(refused.map(({ name }) => name)) }),
  };
  board.set({ selection: NOTHING, notice: notice ?? null });
  if (notice) board.say(notice.text);
  if (moved.length > 0) board.dispatch({ type: 'place', contacts: moved, field });
  return notice !== undefined || moved.length > 0;
}

/** Returns the field with this name, if the desk has it. */
export function fieldNamed({ model }: BoardContext, name: string | null): Field | undefined {
  return model.desk.fields.find((field) => field === name);
}

/** Selects all cards of a tray, or deselects them if they are selected already. */
export function selectTray(board: BoardContext, field: Field): void {
  const { layout, interaction } = board;
  const inTray = cardsAsRead(layout).filter((contact) => layout.cards.get(contact)?.field === field);
  board.set({ selection: chooseAll(interaction.selection, inTray) });
}

export function announceCount(board: BoardContext): void {
  const count = board.interaction.selection.contacts.size;
  board.say(count === 0 ? t('board.unselected') : t('board.selected', { count }));
}

export function turnPage(board: BoardContext, field: Field, to?: number): void {
  const tray = board.layout.trays.find((each) => each.field === field);
  if (!tray || tray.pages < 2) return;
  board.set({ pages: { ...board.interaction.pages, [field]: (to ?? tray.page + 1) % tray.pages } });
}

/**
 * Opens everything that is known about a card and the fields that it can go to; a choice moves all selected cards.
 * @param behind shows the members of this card's list at once, and moves no other cards
 */
export async function openCard(board: BoardContext, contact: ContactId, behind = false): Promise<void> {
  const { words, model, interaction } = board;
  const contacts = !behind && interaction.selection.contacts.has(contact) ? cardsToMove(board, contact) : [contact];
  play('open');
  let put = false;
  await board.ask(cardDialog(words, model.desk, model.placement, contacts, behind), (value) => {
    const field = fieldNamed(board, value);
    if (!field || board.interaction.away) return;
    putInto(board, contacts, field);
    put = true;
  });
  // The browser has returned the focus to the element that had it, which may be none after a double click.
  board.focus(contact, put ? undefined : 'when-lost');
}

export async function openLetter(board: BoardContext): Promise<void> {
  play('open');
  await board.ask(letterDialog(board.words), () => {});
}
