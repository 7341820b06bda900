import type { Fact } from './facts.ts';

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

/** More reasons than these are no explanation. */
export const MOST_REASONS = 6;
