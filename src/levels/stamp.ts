import type { Level } from '../engine/index.ts';

/** From so many people on a crowd is a multitude. */
const MULTITUDE = 100_000;

export type Stamp = 'multitude' | 'crowd' | 'offices' | 'letter';

/** What the stamp of a level shows, by whom the emails go to: so a level that a trainer adds has its stamp, too. */
export function stampOf({ contacts }: Pick<Level, 'contacts'>): Stamp {
  const most = Math.max(...contacts.map(({ people = 1 }) => people));
  if (most >= MULTITUDE) return 'multitude';
  if (most > 1) return 'crowd';
  return contacts.filter(({ kind }) => kind === 'office').length > 1 ? 'offices' : 'letter';
}
