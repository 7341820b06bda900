import type { ContactId, LevelText, MailId } from './level.ts';
import type { Beat, BeatKind, Cause } from './outcome.ts';

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
