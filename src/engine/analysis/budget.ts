import type { Level } from '../level/level.ts';

/**
 * How much an analysis may still compute. The engine has no clock, so a caller that counts seconds brings its own
 * budget.
 */
export interface Budget {
  /** Takes the work of one play of the level; false when the budget is used up. */
  readonly spend: (work: number) => boolean;
  /** Returns a budget with a share (0 to 1) of what is left, which counts against this one too. */
  readonly share: (part: number) => Budget;
}

/** A budget that counts, and therefore gives the same result on every machine. */
export function countedBudget(work: number): Budget {
  return counted({ left: work }, []);
}

interface Counter {
  left: number;
}

function counted(own: Counter, above: readonly Counter[]): Budget {
  const all = [own, ...above];
  return {
    spend(work) {
      if (all.some(({ left }) => left <= 0)) return false;
      for (const counter of all) counter.left -= work;
      return true;
    },
    share: (part) => counted({ left: Math.min(...all.map(({ left }) => left)) * part }, all),
  };
}

/** A budget that never ends. */
export const UNLIMITED: Budget = { spend: () => true, share: () => UNLIMITED };

/**
 * About the work that one play of a level takes, in pairs of cards that are compared. A small level costs something
 * too.
 */
export function workOf({ contacts, mails }: Pick<Level, 'contacts' | 'mails'>): number {
  return 300 + contacts.length ** 2 * mails.length;
}
