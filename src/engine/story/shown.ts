import { listsFor, subjectsFor } from '../mail/delivery.ts';
import type { ContactId } from '../level/level.ts';
import type { Story, StoryDesk } from './story.ts';

/** Returns how many people these contacts have. */
export function peopleIn(story: Story, contacts: readonly ContactId[]): number {
  return contacts.reduce((sum, id) => sum + (story.book.addressee(id)?.people ?? 1), 0);
}

/**
 * True when the subject's address is in a mail that the viewer reads, or in what it quotes; false when only a reply-all
 * or a forwarded mail showed it.
 */
export function isWritten(desk: StoryDesk, viewer: ContactId, subject: ContactId): boolean {
  return desk.mails.some(({ delivered, quotations }) => {
    const reader = delivered.deliveries.find(({ addressee }) => addressee.id === viewer);
    if (!reader) return false;
    if (quotations.some(({ shown }) => shown.some(({ id }) => id === subject))) return true;
    return (
      subjectsFor(delivered, reader).some(({ addressee }) => addressee.id === subject) ||
      listsFor(delivered, reader).some(({ id }) => id === subject)
    );
  });
}
