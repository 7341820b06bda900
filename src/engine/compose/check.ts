import type { Situation } from './compose.ts';
import { composeDay } from './day.ts';
import type { Language } from './dress.ts';

/** How many emails a check has. */
export const EMAILS_A_CHECK = 8;

/**
 * The seeds of the two forms of the check before and after a course. Both have 26 cards to protect and 27 to reach, the same
 * traps and relations, and the same difficulty in sum, but no occasion in the same relation and with the same trap; a test
 * holds them to it.
 */
export const CHECK_SEEDS = { a: 'check 1067', b: 'check 2935' } as const;

/** Composes the emails of a form of the check. They are the same for everyone, in the words of a language. */
export function composeCheck(form: keyof typeof CHECK_SEEDS, language: Language): Situation[] {
  return composeDay(CHECK_SEEDS[form], language, EMAILS_A_CHECK);
}
