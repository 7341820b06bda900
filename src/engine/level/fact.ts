import type { ContactId, MailId } from './level.ts';

/** What a level can state, by kind. Each kind has a sentence in the texts of the workshop. */
export const FACT_KINDS = [
  'needs',
  'must-be-seen',
  'authorised',
  'may-see',
  'reveals',
  'identity',
  'habits',
  'forwards-to',
  'name-reveals',
  'context',
  'acquaintance',
  'discusses',
  'sensitivity',
  'about',
  'mail-needs',
  'quotes',
  'fields',
  'cc-on-separate',
  'blind-copies',
  'reply-to',
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** A fact that a level states: what it says about whom, and where. */
export interface Fact {
  readonly kind: FactKind;
  /** The place in the file: names and positions from the top down. */
  readonly path: readonly (string | number)[];
  /** The contacts that it is about. */
  readonly contacts: readonly ContactId[];
  /** The contacts that these may see or forward to. */
  readonly others: readonly ContactId[];
  /** The mail that it is about; null for all. */
  readonly mail: MailId | null;
  /** The value in the words of the file, such as `act`, `2` or `bcc, separate`. */
  readonly value: string;
}

/**
 * How a fact brings something about. together: this and the other facts named cause it. alone: without this one fact it
 * would be otherwise. missing: the level does not state it; if it did, it would be otherwise.
 */
export type Effect = 'together' | 'alone' | 'missing';

/** A fact of a level that explains a finding about it. */
export interface Reason {
  readonly fact: Fact;
  readonly effect: Effect;
}
