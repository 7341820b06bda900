import type { AddressBook } from '../mail/contacts.ts';
import { FIELDS, type Contact, type ContactId, type Field, type MailId } from '../level/level.ts';
import type { Cause, Fact } from './findings.ts';
import type { Story, StoryMail } from './story.ts';

export function becauseOfBeat(beat: string): Cause {
  return { type: 'beat', beat };
}

export function becauseOfFact(fact: Fact, contacts: readonly ContactId[], mail?: MailId): Cause {
  return mail === undefined ? { type: 'fact', fact, contacts } : { type: 'fact', fact, contacts, mail };
}

function standsFor(book: AddressBook, card: Contact, wanted: ReadonlySet<ContactId>): boolean {
  return book.expand(card.id).some(({ id }) => wanted.has(id));
}

/**
 * Returns the player's decisions that put people where they are: one cause for each field, with its cards.
 * @param contacts people; if a group or list brought them in, that is named
 * @param fields only decisions for these fields
 */
export function becausePlaced(
  story: Story,
  mails: readonly StoryMail[],
  contacts: readonly ContactId[],
  fields: readonly Field[] = FIELDS,
): Cause[] {
  const wanted = new Set(contacts);
  const placed = new Map<Field, { mail: MailId; cards: Set<ContactId> }>();
  for (const { mail, onDesk } of mails) {
    for (const id of onDesk) {
      const card = story.book.get(id);
      const field = story.routing[mail.id]?.[id] ?? 'none';
      if (!card || !fields.includes(field) || !standsFor(story.book, card, wanted)) continue;
      const cause = placed.get(field) ?? { mail: mail.id, cards: new Set() };
      cause.cards.add(id);
      placed.set(field, cause);
    }
  }
  return FIELDS.flatMap((field) => {
    const cause = placed.get(field);
    return cause ? [{ type: 'placed' as const, mail: cause.mail, contacts: [...cause.cards], field }] : [];
  });
}
