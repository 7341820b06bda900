import type { DeliveringField } from '../level/fields.ts';
import type { Precedent } from './precedents.ts';
import type { CircleId, ContactId, Field, MailId } from '../level/level.ts';

export interface Exposure {
  readonly viewer: ContactId;
  readonly subject: ContactId;
  /** Number of ordered pairs of people. */
  readonly pairs: number;
  /** How many people of the subject were seen: all of a crowd that was written out, or those who spoke up. */
  readonly seen: number;
  /** The mails that show it, in the order of sending. */
  readonly mails: readonly MailId[];
  /** The highest sensitivity of these mails. */
  readonly sensitivity: number;
  /** The circle by which they would recognise each other, if there is one. */
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
  /** The earlier mails that it quotes and that this contact must not read. */
  readonly quoted: readonly string[];
  /** How many other people the content is about; 0 if it is about nobody besides its recipients. */
  readonly about: number;
  /** How sensitive the content is: what it says about these others, else the sensitivity of the mail. */
  readonly sensitivity: number;
  /** Its share of the harm that the mail does, on the scale of `Exposure.harm`; see docs/scoring.md. */
  readonly harm: number;
}

/** Why something happened: an earlier beat, a decision of the player, or a fact of the level. */
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

/** What the law requires of an organisation after a breach, from the least to the most (GDPR Articles 33 and 34). */
export const DUTIES = ['internal-record', 'report', 'tell-people'] as const;
export type Duty = (typeof DUTIES)[number];

/** The classes of outcome, from the mildest to the strictest: the duties, and then the regulator's measures. */
export const DECISION_CLASSES = [...DUTIES, 'advice', 'reprimand', 'fine'] as const;
export type DecisionClass = (typeof DECISION_CLASSES)[number];

export type DecisionReason =
  | 'substantial-distress'
  | 'known-risk'
  | 'not-shown'
  | 'low-risk'
  | 'risk'
  | 'high-risk'
  | 'repeated'
  | 'not-told'
  | 'put-right';

/** A real decision that is comparable with the breach; `precedent.<id>` in the language files describes the case. */
export type ComparableDecision = Pick<Precedent, 'id' | 'measure' | 'amount' | 'currency'>;

export interface RegulatorDecision {
  readonly duty: Duty;
  /** The strictest that applies; `unknown` if the level says that nobody knows how the regulator decided. */
  readonly outcome: DecisionClass | 'unknown';
  /** Up to three real decisions, from the mildest to the strictest. */
  readonly comparable: readonly ComparableDecision[];
  readonly reasons: readonly DecisionReason[];
}
