import { listsFor, subjectsFor } from '../mail/delivery.ts';
import type { ContactId, LevelText, MailId } from '../level/level.ts';
import type { Beat, BeatKind, Cause } from './outcome.ts';
import type { Story, StoryDesk } from './story.ts';

type Details = Partial<Omit<Beat, 'id' | 'kind' | 'at'>>;

/** A beat; the id is the kind and what it is about, which is unique and does not depend on other beats. */
export function beat(kind: BeatKind, about: string, at: number, details: Details = {}): Beat {
  const nobody: readonly ContactId[] = [];
  const uncaused: readonly Cause[] = [];
  const noMail: MailId | null = null;
  const noText: LevelText | null = null;
  return {
    id: about ? `${kind}:${about}` : kind,
    kind,
    at,
    causes: uncaused,
    mail: noMail,
    viewers: nobody,
    subjects: nobody,
    numbers: {},
    variant: null,
    text: noText,
    ...details,
  };
}

/** Story order: by time; at the same time in the order in which they were told. */
export function inStoryOrder(beats: readonly Beat[]): Beat[] {
  return beats
    .map((value, index) => ({ value, index }))
    .toSorted((a, b) => a.value.at - b.value.at || a.index - b.index)
    .map(({ value }) => value);
}

export function peopleIn(story: Story, contacts: readonly ContactId[]): number {
  return contacts.reduce((sum, id) => sum + (story.book.get(id)?.people ?? 1), 0);
}

/** True when the subject's address stands in a mail that the viewer reads; false when only an answer to all showed it. */
export function isWritten(desk: StoryDesk, viewer: ContactId, subject: ContactId): boolean {
  return desk.mails.some(({ delivered }) => {
    const reader = delivered.deliveries.find(({ addressee }) => addressee.id === viewer);
    if (!reader?.readsShared) return false;
    return (
      subjectsFor(delivered, reader).some(({ addressee }) => addressee.id === subject) ||
      listsFor(delivered, reader).some(({ id }) => id === subject)
    );
  });
}
