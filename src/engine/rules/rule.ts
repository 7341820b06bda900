import type { Contact, ContactId, MailId } from '../level/level.ts';
import type { Beat, BeatKind } from '../story/beat.ts';
import type { Cause } from '../story/findings.ts';
import type { Story, StoryDesk } from '../story/story.ts';

/** The gauge that a deduction takes from: what was exposed, what was not done, or how a breach was put right. */
export const GAUGES = ['privacy', 'purpose', 'ending'] as const;
export type Gauge = (typeof GAUGES)[number];

/** A need that a mail left unmet. */
export interface UnmetNeed {
  readonly desk: StoryDesk;
  readonly contact: Contact;
  readonly mail: MailId;
  /** The share of the need, 0 to 1. */
  readonly part: number;
}

/** One thing that a rule has found: one line of the debrief. */
export interface Finding {
  /** The most that it leaves of its gauge, 0 to 100. */
  readonly leaves: number;
  /** Its share among findings that leave the same together, such as the disclosures of one breach; 1 by default. */
  readonly share?: number;
  readonly unmet?: readonly UnmetNeed[];
  readonly mails: readonly MailId[];
  /** The contacts that it concerns. */
  readonly contacts: readonly ContactId[];
  /** Numbers for the text. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Worked out only for the story, since the search for the best routing scores thousands of findings. */
  readonly causes: () => readonly Cause[];
}

/** One deduction: what it finds, what that costs, and the events that it adds. */
export interface Rule {
  readonly gauge: Gauge;
  /** The kinds of beats that show it in the replay, whether the rule or the story adds them. */
  readonly shownBy: readonly BeatKind[];
  readonly find: (story: Story) => readonly Finding[];
  /** Events of its own that result from the mails of one desk. */
  readonly tell?: (story: Story, desk: StoryDesk) => readonly Beat[];
}
