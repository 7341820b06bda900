import type { Level } from '../engine/index.ts';

/** A crowd of this many people or more gets the stamp of a multitude. */
const MULTITUDE = 100_000;

export type Stamp = 'multitude' | 'crowd' | 'offices' | 'letter';

/** Chooses a level's stamp by its recipients, so that a trainer's own level gets one too. */
export function stampOf({ contacts }: Pick<Level, 'contacts'>): Stamp {
  const most = Math.max(...contacts.map(({ people = 1 }) => people));
  if (most >= MULTITUDE) return 'multitude';
  if (most > 1) return 'crowd';
  return contacts.filter(({ kind }) => kind === 'office').length > 1 ? 'offices' : 'letter';
}
