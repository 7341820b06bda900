import type { CircleId, ContactId, Field, LevelText, MailId } from '../level/level.ts';

/** What `replay` gives: all that follows from one routing of one level. Plain data; the same input gives the same outcome. */
export interface Outcome {
  readonly level: string;
  /** Every mail that was sent, in the order of sending, with what each contact got of it. */
  readonly sent: readonly SentMail[];
  /** Mails that are due now and not yet in the routing (a first mail, or the apology after a breach). They share one desk. */
  readonly due: readonly MailId[];
  /** Who learned of whom, by contact. Pairs are united over all mails (rule 8). */
  readonly exposures: readonly Exposure[];
  /** Contacts whose people were seen by strangers or acquaintances, with how many viewers each of them had. */
  readonly exposed: readonly ExposedContact[];
  /** Number of disclosures: ordered pairs (viewer, subject) of people, outside a shared context. */
  readonly disclosures: number;
  /** Contacts who got a mail that they must not get (rule 10). */
  readonly leaks: readonly ContentLeak[];
  /** True when a disclosure on a mail of sensitivity 1 or more, or a content leak, happened. */
  readonly breach: boolean;
  readonly decision: RegulatorDecision | null;
  /** In story order: by time, then by cause. */
  readonly beats: readonly Beat[];
  readonly deductions: readonly Deduction[];
  /** 0 to 100; 100 minus the points of all deductions. Provisional while `due` is not empty. */
  readonly score: number;
  /** 0 to 3 (rule 17). */
  readonly stars: 0 | 1 | 2 | 3;
}

export interface SentMail {
  readonly mail: MailId;
  /** Seconds of story time after the first mail. */
  readonly at: number;
  readonly sensitivity: number;
  readonly copies: readonly ContactCopy[];
  /** Number of addresses in To and Cc, as the mail software counts them. */
  readonly publicAddresses: number;
  /** True when the mail software had shown its warning and the player sent all the same. */
  readonly warned: boolean;
}

/** What the people of one contact (a person or a crowd; groups and lists are expanded) got of one mail. */
export interface ContactCopy {
  readonly contact: ContactId;
  readonly people: number;
  readonly field: Exclude<Field, 'none'>;
  /** True when every recipient can read the addresses of this contact. */
  readonly visible: boolean;
  /** How many other people's addresses each person of this contact can read on the mail, shared context or not. */
  readonly reads: number;
}

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
  readonly field: Exclude<Field, 'none'>;
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

export const BEAT_KINDS = [
  'sent',
  'warning-ignored',
  'disclosed',
  'recognised',
  'content-leaked',
  'replied-all',
  'replied-all-harmless',
  'unmasked',
  'forwarded',
  'recalled',
  'complaint',
  'press',
  'referred',
  'notified',
  'apology-due',
  'apology-repeats',
  'omitted',
  'hidden-doer',
  'hidden-accountable',
  'cannot-discuss',
  'nobody-exposed',
  'decided',
  'authored',
] as const;
export type BeatKind = (typeof BEAT_KINDS)[number];

export interface Beat {
  /** Unique in the outcome, and the same for the same input. */
  readonly id: string;
  readonly kind: BeatKind;
  /** Seconds of story time after the first mail. */
  readonly at: number;
  readonly causes: readonly Cause[];
  readonly mail: MailId | null;
  /** Whom it happens to: viewers, those left out, those who act. By contact. */
  readonly viewers: readonly ContactId[];
  /** Whom it is about: those seen. By contact. */
  readonly subjects: readonly ContactId[];
  /** Numbers for the text, such as `people`, `viewersMin`, `viewersMax`, `pairs`, `amount`. */
  readonly numbers: Readonly<Record<string, number>>;
  /** A word that chooses between variants of the text, such as the regulator's decision. */
  readonly variant: string | null;
  /** The level's own words, for an authored beat. */
  readonly text: LevelText | null;
}

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

export const DEDUCTION_KINDS = [
  'exposed-strangers',
  'exposed-acquaintances',
  'content-leaked',
  'omitted',
  'fragile-bcc',
  'hidden-doer',
  'hidden-accountable',
  'cannot-discuss',
  'unmasked',
  'reply-storm',
  'repeated',
] as const;
export type DeductionKind = (typeof DEDUCTION_KINDS)[number];

export interface Deduction {
  readonly kind: DeductionKind;
  /** Whole points lost, at least 1. */
  readonly points: number;
  readonly mails: readonly MailId[];
  /** Whom it concerns, by contact. */
  readonly contacts: readonly ContactId[];
  readonly numbers: Readonly<Record<string, number>>;
  readonly causes: readonly Cause[];
  /** Ids of the beats that show it in the replay. */
  readonly beats: readonly string[];
}
