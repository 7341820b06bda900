import type { Field } from '../level/fields.ts';
import type { ContactId, Level, MailId } from '../level/level.ts';
import { canLieIn, isExpandable } from '../level/contact.ts';
import type { MailRouting } from '../mail/routing.ts';
import { viewOf } from '../mail/view.ts';

/** One screen: a mail, how it was addressed, and who reads it. */
export interface ReadCopy {
  readonly level: Level;
  readonly mail: MailId;
  readonly placement: MailRouting;
  readonly reader: ContactId;
}

/**
 * Returns the fields that a card can have been in, as far as the reader of a copy can tell: all that give this reader the same
 * header lines. One field means that it can be known.
 *
 * Every card that leaves no trace on this copy is taken out first. Then the card is moved together with the reader, who may have
 * got an email of their own, and with each list that may have brought it. This finds the same fields as trying all placements
 * of all cards; a test compares the two.
 *
 * @param fields those that the sender could use
 */
export function possibleFields(read: ReadCopy, card: ContactId, fields: readonly Field[]): Field[] {
  const { level, reader } = read;
  const shown = linesOf(read);
  if (shown === null) return [];
  const shows = (placement: MailRouting) => linesOf({ ...read, placement }) === shown;
  const cards = level.contacts.filter(({ id }) => id in read.placement);
  const untraced = cards.filter(({ id }) => id !== reader && shows({ ...read.placement, [id]: 'none' }));
  const base = { ...read.placement, ...Object.fromEntries(untraced.map(({ id }) => [id, 'none'] as const)) };
  const moved = cards.filter(
    ({ id }) => id === card || id === reader || untraced.some((one) => one.id === id && isExpandable(one)),
  );
  const ways = moved.reduce<MailRouting[]>(
    (some, contact) =>
      some.flatMap((way) =>
        fields.filter((field) => canLieIn(contact, field)).map((field) => ({ ...way, [contact.id]: field })),
      ),
    [base],
  );
  const found = new Set(ways.filter(shows).map((way) => way[card]));
  return fields.filter((field) => found.has(field));
}

/** The lines of a header that a reader sees; null if the reader has no copy. */
export function linesOf({ level, mail, placement, reader }: ReadCopy): string | null {
  const copy = viewOf(level, { [mail]: placement }, mail, { contact: reader, index: 0 });
  if (!copy) return null;
  const { to, cc, bcc, toPlaceholder } = copy;
  return JSON.stringify([to, cc, bcc, toPlaceholder]);
}
