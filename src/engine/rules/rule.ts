import type { ContactId, MailId } from '../level/level.ts';
import type { Beat, BeatKind } from '../story/beat.ts';
import type { Cause } from '../story/findings.ts';
import type { Story, StoryDesk } from '../story/story.ts';

/** One thing that a rule has found: one line of the debrief. */
export interface Finding {
  /** Points lost, before they are made whole. */
  readonly points: number;
  readonly mails: readonly MailId[];
  /** Whom it concerns, by contact. */
  readonly contacts: readonly ContactId[];
  /** Numbers for the text. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Worked out only where it is told, since the search for the best routing scores thousands of findings. */
  readonly causes: () => readonly Cause[];
}

/** One deduction: what it finds, what it weighs, and the events that it tells. */
export interface Rule {
  /** The kinds of beats that show it in the replay, whether the rule tells them or the story does. */
  readonly shownBy: readonly BeatKind[];
  readonly find: (story: Story) => readonly Finding[];
  /** Events of its own that come of the mails of one desk. */
  readonly tell?: (story: Story, desk: StoryDesk) => readonly Beat[];
}
