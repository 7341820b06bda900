import type { Level } from '../engine/index.ts';

/** A crowd of this many people or more gets the stamp of a multitude. */
const MULTITUDE = 100_000;

export type Stamp = NonNullable<Level['stamp']>;

/** Chooses a level's stamp: the one its file names, else by its recipients, so that every level gets one. */
export function stampOf({ stamp, contacts }: Pick<Level, 'stamp' | 'contacts'>): Stamp {
  if (stamp) return stamp;
  const most = Math.max(...contacts.map(({ people = 1 }) => people));
  if (most >= MULTITUDE) return 'multitude';
  if (most > 1) return 'crowd';
  return contacts.filter(({ kind }) => kind === 'office').length > 1 ? 'offices' : 'letter';
}
