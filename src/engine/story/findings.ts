import type { DeliveringField } from '../level/fields.ts';
import type { CircleId, ContactId, Field, MailId } from '../level/level.ts';

export interface Exposure {
  readonly viewer: ContactId;
  readonly subject: ContactId;
  /** Number of ordered pairs of people. */
  readonly pairs: number;
  /** How many people of the subject were seen: all of a crowd that was written out, or those of it who spoke up. */
  readonly seen: number;
  /** The mails that show it, in the order of sending. */
  readonly mails: readonly MailId[];
  /** The highest sensitivity of these mails. */
  readonly sensitivity: number;
  /** Set when they would recognise each other: the circle that says so. */
  readonly acquaintance: CircleId | null;
  /** Pairs weighted by sensitivity, identity and recognition; see docs/scoring.md. */
  readonly harm: number;
}

export interface ExposedContact {
  readonly contact: ContactId;
  /** How many of its people were seen. */
  readonly people: number;
  /** How many people outside a shared context can read the address of each person of this contact. */
  readonly viewersEach: number;
}

export interface ContentLeak {
  readonly mail: MailId;
  readonly contact: ContactId;
  readonly field: DeliveringField;
  readonly people: number;
  /** How many other people the content is about; 0 where it is about nobody beside its recipients. */
  readonly about: number;
  /** How sensitive the content is: what it says of these others, else the sensitivity of the mail. */
  readonly sensitivity: number;
  /** Its part of the harm that the mail does, on the scale of `Exposure.harm`; see docs/scoring.md. */
  readonly harm: number;
}

/** Why something happened: a beat before it, a decision of the player, or a fact of the level. */
export type Cause =
  | { readonly type: 'beat'; readonly beat: string }
  | { readonly type: 'placed'; readonly mail: MailId; readonly contacts: readonly ContactId[]; readonly field: Field }
  | { readonly type: 'circle'; readonly circle: CircleId }
  | { readonly type: 'fact'; readonly fact: Fact; readonly contacts: readonly ContactId[]; readonly mail?: MailId };

export const FACTS = [
  'sensitivity',
  'needs-act',
  'needs-know',
  'needs-nothing',
  'must-be-seen',
  'replies-all',
  'forwards',
  'warns',
  'regulator-test',
] as const;
export type Fact = (typeof FACTS)[number];

export interface RegulatorDecision {
  readonly outcome: 'no-action' | 'advice' | 'reprimand' | 'penalty';
  /** In whole pounds or euros; 0 without a penalty. */
  readonly amount: number;
  readonly currency: 'GBP' | 'EUR';
  /** The real case that the figure is taken from; a key of `precedent.*` in the language files. */
  readonly precedent: string | null;
  readonly reasons: readonly (
    'substantial-distress' | 'known-risk' | 'high-risk' | 'risk' | 'not-told' | 'not-shown'
  )[];
}
