import { compose, type Situation } from './compose.ts';
import type { Language } from './dress.ts';
import { randomFrom } from './random.ts';
import { OCCASION_NAMES, type OccasionName, type Side, type TrapName } from './skeleton.ts';

/** The most emails in a day: each is about something different. */
export const MOST_A_DAY = OCCASION_NAMES.length;

/** How often one trap may come up in a day: each language has this many sentences for it. */
const MOST_OF_A_TRAP = 3;

/**
 * Composes the emails of one day: each is about something different, no sentence comes twice, and in half of them the people must
 * see each other.
 *
 * @param seed any text; the day has the same facts in every language
 * @param count how many emails, from 1 to MOST_A_DAY
 * @throws RangeError for another number
 */
export function composeDay(seed: string, language: Language, count: number): Situation[] {
  if (!Number.isInteger(count) || count < 1 || count > MOST_A_DAY)
    throw new RangeError(`A day has from 1 to ${MOST_A_DAY} emails, and not ${count}.`);
  const random = randomFrom(`${seed} day`);
  const first: Side = random.coin() ? 'open' : 'private';
  const second: Side = first === 'open' ? 'private' : 'open';
  const sides = random.shuffled(Array.from({ length: count }, (_, index) => (index % 2 === 0 ? first : second)));
  const about: OccasionName[] = [];
  const traps: TrapName[] = [];
  const used = new Set<string>();
  return sides.map((side, index) => {
    const notBy = traps.filter((trap) => traps.filter((other) => other === trap).length >= MOST_OF_A_TRAP);
    const options = { id: `email-${index + 1}`, notAbout: about, notBy, side, used };
    const situation = compose(`${seed} ${index + 1}`, language, options);
    about.push(situation.skeleton.occasion);
    traps.push(situation.skeleton.trap);
    return situation;
  });
}
